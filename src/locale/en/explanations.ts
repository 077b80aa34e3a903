/** What “aismm explain” and reports for programs say of each code in English: what it means, and what a person does about it. */
import type { Explanations } from '../message.js';

export const EXPLANATIONS = {
  // The file as a whole
  'file-not-found': {
    meaning: 'The path given on the command line leads to no file that can be opened.',
    remedy: 'Check the path, the spelling and whether you may read the file.',
  },
  'file-unreadable': {
    meaning: 'The file exists but the system refused to hand out its bytes.',
    remedy: 'Close other programs that hold it, check permissions, and that the path is a file and not a folder.',
  },
  'folder-exists': {
    meaning: 'A command makes a new folder, and there is something of that name. Nothing was written.',
    remedy: 'Choose another name, or move what is there away.',
  },
  'file-exists': {
    meaning: 'A command would have written over a file that exists. Nothing was written.',
    remedy: 'Choose another name, or repeat the command with --force if the file may be replaced.',
  },
  'file-unwritable': {
    meaning: 'The system refused to write. Nothing half-written was left behind.',
    remedy: 'Check that the folder exists, that you may write to it and that the disk has space.',
  },
  'file-empty': {
    meaning: 'A file of 0 bytes holds nothing to read; usually an upload or a download was cut off.',
    remedy: 'Ask the sender for the file again.',
  },
  'not-xlsx': {
    meaning: 'The bytes are another kind of file, whatever the name says.',
    remedy: 'Open it in the program it came from and save it as “Excel Workbook (.xlsx)”.',
  },
  'encrypted-file': {
    meaning: 'The whole file is encrypted, so nothing in it can be read without its password.',
    remedy: 'Open it with the password, remove the password under File, Info, Protect Workbook, save, and try again.',
  },
  'damaged-file': {
    meaning: 'The file began as a workbook but is cut off or altered, so that its parts no longer fit together.',
    remedy: 'Open it in a spreadsheet program and save it again; if that fails, ask the sender for a new copy.',
  },
  'hostile-file': {
    meaning:
      'The file exceeds a limit that guards this machine (unpacked size, number of parts, sheets, cells or links, nesting, length of all answers), or uses a construction that only attacks use.',
    remedy: 'Ask the sender for the original workbook, saved by a spreadsheet program.',
  },
  'overgrown-file': {
    meaning:
      'Rows far below the table were formatted, often down to the last one of the sheet. They hold nothing, and make the file too large to read.',
    remedy: 'Go to the first empty row below the table, press Ctrl+Shift+End, delete these rows, and save.',
  },
  'not-our-workbook': {
    meaning:
      'It is a readable workbook, but carries none of the marks of ours: no stamp, no key rows, no control objectives.',
    remedy:
      'Check that the right file was sent. Copying answers into a new workbook of ours is the way out if the sheets were rebuilt by hand.',
  },
  'unknown-model': {
    meaning: 'A workbook, an answers file or the option --model names a model and version that is not here.',
    remedy:
      'Update this tool, or use the one that made the workbook. If the model is one of your own, give its folder with --model.',
  },
  'faulty-model': {
    meaning: 'The files of an edition of the model were changed and are not sound any more.',
    remedy: 'Mend what “aismm model lint” lists, or install the tool anew.',
  },
  'other-model': {
    meaning:
      'The option --model names another model than the workbook was issued with. Objectives and figures are those of the workbook.',
    remedy: 'Leave out --model. To assess with the other model, have its workbook filled in.',
  },
  'unknown-format': {
    meaning: 'The workbook was made by a later version of this tool, which lays it out in another way.',
    remedy: 'Update this tool and try again.',
  },
  'missing-meta': {
    meaning:
      'The hidden Meta sheet names model, version and the categories asked about. Without it they are taken from the other sheets.',
    remedy: 'Use an earlier copy of the file if the workbook was made for a part of the model only.',
  },
  'incomplete-meta': {
    meaning:
      'The hidden Meta sheet names what the workbook was issued as: model, version, language, layout, categories and deployment types. What is missing there was taken from the other sheets, or is the whole model.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a fresh workbook.',
  },
  'contradicting-meta': {
    meaning:
      'Sheets of two different workbooks were put into one file, or the hidden Meta sheet was changed or doubled. Answers could be counted for objectives they were not meant for.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a fresh workbook.',
  },
  'unclear-edition': {
    meaning:
      'The hidden Meta sheet and the marks of the sheets are gone, and the objectives fit more than one edition of the model.',
    remedy:
      'Use an earlier copy of the file, copy the answers into a fresh workbook, or say with --model which edition it is.',
  },
  'unknown-language': {
    meaning:
      'Options are read by their words, and this tool does not have the words of the language that the workbook was issued in.',
    remedy: 'Update this tool, or use the one that made the workbook.',
  },
  'missing-sheet': {
    meaning: 'A sheet that holds inputs was deleted or changed beyond recognition.',
    remedy: 'Copy the sheet from a fresh workbook, fill it in, or use an earlier copy of the file.',
  },
  'found-by-name': {
    meaning:
      'Key row and headings of a table were deleted. Spreadsheet programs keep names for its cells, which were used.',
    remedy: 'Compare “aismm answers FILE” with the workbook, or copy the answers into a fresh workbook.',
  },
  'found-by-text': {
    meaning:
      'A row lost its id, but its words are those of a row that would otherwise be missing. Its answers are used.',
    remedy: 'Put the id given in the message back into the first column.',
  },
  'column-moved': {
    meaning: 'The hidden key of a column and its visible heading disagree, as after headings were moved alone.',
    remedy: 'Move the heading back over its column, or move the answers along with it.',
  },
  'duplicate-sheet': {
    meaning: 'A sheet with answers was copied inside the workbook. Both say the same, or the copy is blank.',
    remedy: 'Delete the copy, so that nobody fills in the wrong one.',
  },
  'conflicting-copy': {
    meaning: 'A sheet with answers was copied, and then the copies were filled in differently.',
    remedy: 'Decide which answer is right, enter it in the first sheet, and delete the copy.',
  },
  'merged-cells': {
    meaning: 'Cells for answers were merged. A spreadsheet keeps one value for all of them.',
    remedy: 'Unmerge the cells (Home, Merge & Center) and fill in each of them.',
  },
  'table-continued': {
    meaning:
      'The rows of a table were spread over two sheets or blocks. No row is in both, so that all of them could be read.',
    remedy: 'Copy the rows back into the table that they were taken from.',
  },
  'row-mixed-up': {
    meaning:
      'Ids and statements of the rows have come apart, as after sorting only some of the columns. The answers were read by the ids, and may belong to other objectives.',
    remedy: 'Undo the sort, or copy the answers row by row into a fresh workbook.',
  },
  'duplicate-column': {
    meaning: 'A column of inputs is there twice, and what stands in the two is not the same.',
    remedy: 'Delete the column that is out of date, and leave the other under the issued heading.',
  },
  'unknown-column': {
    meaning:
      'A column was put in beside the issued ones. What stands in it is nobody’s answer as far as the workbook knows.',
    remedy: 'Nothing, if it holds remarks of your own. Otherwise copy its cells into the issued column.',
  },
  'more-of-the-same': {
    meaning: 'One kind of finding was made so often that listing each would help nobody.',
    remedy: 'Mend what the first ones have in common, and check again.',
  },
  'more-findings': {
    meaning:
      'There is more to say of this workbook than a list of 256 kB holds. Errors that affect the score are listed first.',
    remedy: 'Mend what is listed, and check again: what is left then follows.',
  },
  'missing-row': {
    meaning: 'A row that every workbook of this edition has was deleted, or its id was changed.',
    remedy: 'Put the row with this id back, from a fresh workbook or an earlier copy, and answer it.',
  },
  'missing-column': {
    meaning: 'A column for inputs was deleted, or both its hidden key and its heading were changed.',
    remedy: 'Put the column back with its heading, from a fresh workbook or an earlier copy.',
  },
  'unknown-row': {
    meaning: 'A row of an answer table has inputs but an id that the model does not know.',
    remedy: 'Correct the id in the first column, or move the answers to the row they belong to.',
  },
  'duplicate-row': {
    meaning: 'Two rows carry the same id, so that it is not clear which answers apply.',
    remedy: 'Keep one row for each id.',
  },
  // A cell
  'unknown-option': {
    meaning: 'A cell with a list of options holds a text that is none of them.',
    remedy: 'Choose one of the options from the drop-down list.',
  },
  'ambiguous-option': {
    meaning:
      'A cell with a list of options holds a text that people write for more than one of them, or that is short for more than one.',
    remedy: 'Choose the option that is meant from the drop-down list.',
  },
  'synonym-accepted': {
    meaning:
      'A word was typed that is none of the options but has one meaning among them. The formulas of the workbook know it, too, so that sheet and program show the same.',
    remedy: 'Nothing, if that is what was meant. Otherwise choose from the drop-down list.',
  },
  'option-with-reason': {
    meaning:
      'The reason why an objective does not apply was typed behind the answer. It counts as the note of the row; a note that is there already stands behind it.',
    remedy: 'Choose the option from the drop-down list, and move the reason to the Notes column.',
  },
  'option-by-prefix': {
    meaning:
      'An option was typed with quotes or marks around it, or with a number or a) to d) before it as in the whole column.',
    remedy: 'Choose the option from the drop-down list.',
  },
  'option-respelled': {
    meaning:
      'An option was typed or pasted with other characters than the list has: a no-break space, full-width letters, another dash, or the short code. It is understood, but the formulas of the workbook compare letter by letter.',
    remedy: 'Choose the option from the drop-down list, so that the workbook shows the same figures.',
  },
  'text-too-long': {
    meaning: 'No spreadsheet program can hold a text as long as this; whatever wrote it was no spreadsheet program.',
    remedy: 'Shorten the text.',
  },
  'not-a-number': {
    meaning: 'A cell that takes a number holds something else.',
    remedy: 'Enter digits only; the unit stands in the row already.',
  },
  'number-out-of-range': {
    meaning: 'A number lies outside what its cell can mean.',
    remedy: 'Enter a number of the kind given in the message.',
  },
  'not-a-date': {
    meaning:
      'A cell that takes a date holds something that is no date, could be two different ones, or is a day before the year 2000. A spreadsheet takes a number that is typed alone, such as 2026, for a day of long ago.',
    remedy: 'Enter a date as year-month-day, e.g. 2026-11-30.',
  },
  'date-near-midnight': {
    meaning: 'Programs that convert dates between time zones move midnight by an hour, and so the date by a day.',
    remedy: 'Enter the date that was meant, without a time.',
  },
  'date-with-time': {
    meaning: 'Dates here are whole days. The time of day was left out.',
    remedy: 'Enter the date without a time.',
  },
  'number-as-text': {
    meaning:
      'A spreadsheet tells numbers from texts that look like numbers. This reader understands both, the formulas of the workbook do not.',
    remedy: 'Clear the cell, set its format to a number, and type the number again.',
  },
  'percent-cell': {
    meaning: 'A cell formatted as a percentage keeps 97% as 0.97. Measured values are asked for as 97.',
    remedy: 'Type the figure without the % sign.',
  },
  'points-in-percent-cell': {
    meaning:
      'A cell of a share was given a percent format after a number above 1 was typed. Such a number is percent points.',
    remedy: 'Type the figure again with its % sign.',
  },
  'not-a-share': {
    meaning: 'A percentage was entered for a KPI that is a count or a time. What it would mean is not known.',
    remedy: 'Set the format of the cell to General, and type the figure in the unit of the KPI target.',
  },
  'share-as-points': {
    meaning:
      'In workbooks of layout 1 a program may keep a typed 97% as 0.97. A number up to 1 then has two readings; here both lead to the same state.',
    remedy: 'Type the figure in percent points: 97 for 97%.',
  },
  'measured-ambiguous': {
    meaning:
      'In workbooks of layout 1 a program may keep a typed 97% as 0.97. A number up to 1 then has two readings; here one reaches the target and the other does not.',
    remedy: 'Type the figure in percent points (97 for 97%), or choose an answer from the list.',
  },
  'date-as-text': {
    meaning:
      'A spreadsheet tells dates from texts that look like dates. This reader understands both, the formulas of the workbook do not.',
    remedy: 'Clear the cell and type the date again as year-month-day.',
  },
  'not-text': {
    meaning: 'A spreadsheet error value stands where a text is expected.',
    remedy: 'Type the text anew.',
  },
  'format-not-shown': {
    meaning:
      'A number stands where a text is expected, and its number format decides what people see. This one can’t be followed.',
    remedy: 'Set the format of the cell to Text, and type what it is to show.',
  },
  'link-refused': {
    meaning:
      'Addresses that begin with https:, http:, mailto: or file: are kept, and relative ones. Others can run something.',
    remedy: 'Put in a link to a page or a file, or remove the link.',
  },
  'link-not-kept': {
    meaning: 'A link was put on a cell whose field keeps the text alone.',
    remedy: 'Move the link to the Evidence column, or type the address as part of the text.',
  },
  'comment-kept': {
    meaning:
      'A cell for an answer has a comment. The program keeps it with the answers and writes it into the annotated copy.',
    remedy: 'Nothing, if it is a remark. Otherwise type the answer into its cell.',
  },
  'comment-not-kept': {
    meaning:
      'Cells that ask nothing, such as the statement of an objective, have comments. The program keeps comments on input cells only; an annotated copy does not contain the others.',
    remedy: 'Copy what matters into the Notes cell of the row.',
  },
  'answers-elsewhere': {
    meaning: 'Answers were given as colors or as comments only. What they mean, no program can tell.',
    remedy: 'Choose an option from the drop-down list in each answer cell.',
  },
  'own-sheet': {
    meaning:
      'The workbook has a sheet that was not issued. The program searches it for objectives and reports separately what it finds there.',
    remedy: 'Nothing, if no answers stand on it. Otherwise move them to the issued sheets.',
  },
  'struck-answer': {
    meaning: 'An answer is struck through and not cleared. The program cannot tell whether it still holds.',
    remedy: 'Clear the cell, or take off the strikethrough (Home, Font).',
  },
  'formula-in-input': {
    meaning:
      "What a formula shows depends on the program that calculated it last, so it can't be relied on as an answer.",
    remedy: 'Replace the formula by its value (copy, then paste values only).',
  },
  'input-not-used': {
    meaning: 'A cell in or beside an answer table holds something that belongs to no row or column of it.',
    remedy: 'Move the text to the right cell, or delete it.',
  },
  'suggestion-accepted': {
    meaning:
      'The option --accept-suggestions replaced answers by suggestions. The program marks and lists each of them, so that a person can check it.',
    remedy: 'Nothing, if the suggestion is right. Otherwise choose or type what was meant.',
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    meaning:
      'A statement or formula of the issued workbook was edited after taking off the protection, or something was written into a cell that was issued blank. Scores are computed from the answers alone, so it changes none; but what people read and see in the file is no longer what was issued.',
    remedy: 'Ask whether it was done on purpose, and copy the answers into a fresh workbook.',
  },
  'figure-differs': {
    meaning:
      'Figures are kept in the file as they were when it was last calculated. Programs that do not calculate leave them as they were, and somebody can overwrite them. They are never used.',
    remedy: 'Open the workbook in a spreadsheet program, let it recalculate, and save it.',
  },
  'sheet-removed': {
    meaning: 'A sheet that the workbook was issued with is not there any more.',
    remedy: 'Copy the answers into a fresh workbook if the sheet is needed.',
  },
  'part-removed': {
    meaning: 'Rows or columns that hold no answers were deleted from an issued sheet.',
    remedy: 'Copy the answers into a fresh workbook if what stood there is needed.',
  },
  'locked-key-changed': {
    meaning:
      'Ids, headings and hidden keys tell which answer belongs to which objective. One that is changed, or a column of them that was sorted alone, can give answers to objectives they were not meant for.',
    remedy: 'Put the issued text back, or copy the answers into a fresh workbook.',
  },
  'name-redirected': {
    meaning:
      'A defined name was pointed at other cells. Formulas that use it, and programs that look figures up by it, then show something else than what was issued. Scores are computed without it.',
    remedy: 'Ask whether it was done on purpose, and copy the answers into a fresh workbook.',
  },
  'name-broken': {
    meaning:
      'A defined name leads to no cell any more. That happens where cells were deleted, or others were dragged onto them. Formulas that use the name show an error or pass over it; scores are computed without it.',
    remedy: 'Do not use the figures that the workbook shows. Copy the answers into a fresh workbook.',
  },
  'own-cells': {
    meaning: 'There is text beside or below a table, or in rows and columns that were not issued.',
    remedy: 'Nothing, unless it was meant as an answer.',
  },
  // What the answers say
  'na-needs-reason': {
    meaning: 'An objective is left out of the figures only where somebody has written down why it does not apply.',
    remedy: 'Write the reason into the Notes cell of the row, or choose another answer.',
  },
  'kpi-contradicts-answer': {
    meaning:
      'The answer and the measured value of a KPI disagree. The answer is what counts. Stores of version 0.1 have this code also where the answer is Met; such answers now have “met-against-measurement”.',
    remedy: 'Correct the answer or the measured value.',
  },
  'met-against-measurement': {
    meaning:
      'An objective is answered as met, and its own measured value says that it is not. The answer counts, as in the workbook, so that figures may be better than what was measured.',
    remedy: 'Correct the answer or the measured value.',
  },
  'nothing-answered': {
    meaning:
      'No objective has an answer or a measured value that decides. Every category then stands at level 1, which looks like a result and is none. “aismm ingest” sets such a workbook aside; no portfolio counts it.',
    remedy: 'Fill in the workbook, or ask the sender whether another copy of it was meant.',
  },
  'all-the-same': {
    meaning:
      'Every objective that is answered has the same answer. That can be right, but is more often a column that was filled in at one go.',
    remedy: 'Look at some of the answers with their evidence, and ask the sender how they were found.',
  },
  'met-without-evidence': {
    meaning:
      'Objectives count as met although nothing is named that shows it. Their answers count; nobody else can check them.',
    remedy: 'Fill in the Evidence cell of each row, or answer otherwise.',
  },
  'reason-says-nothing': {
    meaning:
      'Objectives are answered Not applicable, and the note that has to give the reason is a dash, “n/a” or a similar placeholder. The sheet and the program leave these objectives out, which may raise the score.',
    remedy: 'Write in the Notes cell of each row why the objective cannot apply, or choose another answer.',
  },
  'notes-without-answer': {
    meaning: 'Some objectives have notes but no answer. They count as unanswered.',
    remedy: 'Choose an answer in each of the rows.',
  },
  'assessed-after-date': {
    meaning:
      'Answers describe the day of the assessment date. What was found out later belongs to a later assessment, or the assessment date was left as it was the last time.',
    remedy:
      'Set the assessment date on the Profile sheet to the day that the answers describe, or correct “Assessed on”.',
  },
  'assessed-in-future': {
    meaning: 'Nothing can have been assessed on a day that is yet to come.',
    remedy: 'Correct “Assessed on”; “Valid until” is for days to come.',
  },
  'assessment-date-in-future': {
    meaning:
      'Answers whose validity ends before the assessment date count as expired, and of several assessments the latest date counts. A date far ahead does both wrongly.',
    remedy: 'Enter the day that the answers describe on the Profile sheet.',
  },
  'answer-expired': {
    meaning: 'An answer whose validity ended before the assessment date no longer counts.',
    remedy: 'Assess the objective again and set a new date, or correct the dates.',
  },
  'blank-selection': {
    meaning: 'A blank is not read as No, since that would leave objectives out unseen.',
    remedy: 'Choose Yes or No on the Profile sheet.',
  },
  'nothing-selected': {
    meaning: 'With every deployment type set to No, no objective applies and every figure is “not applicable”.',
    remedy: 'Set the deployment types in use to Yes on the Profile sheet.',
  },
  // ANSWERS.json
  'invalid-json': {
    meaning: "The answers file can't be parsed as JSON.",
    remedy: 'Correct the syntax; an editor with JSON support shows the place.',
  },
  'invalid-answers': {
    meaning: 'The answers file is JSON but not of the shape of ANSWERS.json.',
    remedy: 'Compare with the example in the README and correct the value at the path given.',
  },
  'repeated-key': {
    meaning: 'An object of the answers file has a key twice. Programs take one of the two without a word.',
    remedy: 'Decide which of the two is right, and delete the other.',
  },
  'conflicting-answers': {
    meaning: 'Files that are put together into one workbook disagree on the same field of the same thing.',
    remedy: 'Decide which one is right, and correct or delete the other.',
  },
  'conflicting-selection': {
    meaning:
      'Files that are put together disagree on what is in use, so that other objectives would apply than were answered for. A file that names none counts as one with all of them in use.',
    remedy: 'Write the same “selection” into all files, or say --selection union.',
  },
  'too-many-remarks': {
    meaning:
      'Remarks of all files are put one after the other. None of them is dropped, so that too many can’t be put together.',
    remedy: 'Put remarks together, or send some of them apart.',
  },
  'answers-for-other-model': {
    meaning: 'Answers to one model are no answers to another, even where the ids are the same.',
    remedy: 'Leave out --model, or answer the objectives of the other model.',
  },
  'no-succession': {
    meaning:
      'Answers of one edition are carried over to a later one by changes.yaml, which says what became of each objective. Here no unbroken line of these files leads from one edition to the other.',
    remedy:
      'Name a later edition with --to. If an edition between is missing, put its folder with changes.yaml beside the others.',
  },
  'answer-to-review': {
    meaning:
      'An objective was changed since the older edition, so that the old answer may say too little. The old answer stands in the comment of the cell, and the objective counts as unanswered.',
    remedy: 'Compare the old answer with what is asked now, then choose an answer.',
  },
  'answer-dropped': {
    meaning: 'The later edition has no objective that takes the place of one that was answered.',
    remedy: 'Keep the old file, or the report of the command, if the answer is still needed.',
  },
  'unknown-objective': {
    meaning: 'The answers file names an objective that the model does not have.',
    remedy: 'Correct the id; “aismm model show --json” lists them all.',
  },
  'unknown-category': {
    meaning: "A category code is not one of the model's.",
    remedy: 'Use one of the codes listed in the message.',
  },
  // The options of a command
  'unknown-choice': {
    meaning: 'An option of a command takes some of a list, and was given something else.',
    remedy: 'Choose from the list in the message; several are separated by commas.',
  },
  // The model's content
  'model-syntax': {
    meaning: "A file of the model can't be parsed as YAML 1.2.",
    remedy: 'Correct indentation, quotes or colons at the line given.',
  },
  'model-shape': {
    meaning: 'A file of the model is valid YAML but lacks a field, has one too many or one of the wrong kind.',
    remedy: 'Compare with the shape in model/README.md and correct the line given.',
  },
  'model-content': {
    meaning: 'A rule about the content of the model is broken, e.g. a mapping to a control that does not exist.',
    remedy: 'The message says what to change. model/README.md explains how content is judged.',
  },
  'import-no-table': {
    meaning:
      'An import looks for a sheet with a column of ids and a column of control objectives. No sheet has both headings. Nothing was written.',
    remedy: 'Name the two columns “Control ID” and “Control”, in one of the first 15 rows of the sheet.',
  },
  'import-row-unread': {
    meaning: 'A row of the spreadsheet is no control objective that can be used, and is not in the model.',
    remedy:
      'Correct the cell that is named and import again into another folder. Or add the objective to the files of the model.',
  },
  'import-value-unread': {
    meaning:
      'A deployment type, an assessment mode or the id of a control is not known to this tool, or a title is longer than its column. The objective is in the model without it.',
    remedy: 'Correct the cell and import again, or edit the objective in the files of the model.',
  },
  'import-assumed': {
    meaning: 'The spreadsheet leaves something open that a model has to say. The usual reading was taken.',
    remedy: 'Check it against your source. Correct the spreadsheet, or the files of the model.',
  },
  'model-taken': {
    meaning:
      'A model of your own has the id and version of a built-in one, but other content. Workbooks say by id and version what they were made from, so answers to one would be counted as answers to the other.',
    remedy: 'Change id or version in model.yaml of your folder.',
  },
  'same-label': {
    meaning:
      'Answers are read by the labels of the options. Two options with one label, or one with the id of another as its label, can’t be told apart.',
    remedy: 'Give each option of the list its own label, also in each language.',
  },
  'unusable-label': {
    meaning:
      'People choose or type the label of an option. A spreadsheet takes what begins with = + - or @ for a formula, and formulas compare texts of up to 255 characters only.',
    remedy: 'Give the option another label, also in each language.',
  },
  'repeated-translation': {
    meaning: 'Two units of one language have the same address, so that nobody knows which of them is meant.',
    remedy: 'Delete one of the units.',
  },
  'unknown-translation': {
    meaning: 'A translation is of a text that the model does not have, or not any more. It is shown nowhere.',
    remedy: 'Correct the address; model/README.md says how addresses are made.',
  },
  'outdated-translation': {
    meaning:
      'A text of the model was changed after it was translated. Until the translation is made anew, the text is shown in the language in which it was written.',
    remedy: 'Look at what has changed, correct the target, and copy the text into source.',
  },
  'missing-translations': {
    meaning: 'A language that has a folder of its own is not translated completely.',
    remedy: 'Add a unit for each text that lacks one, and write the targets that are blank.',
  },
  // Many files at once
  'too-slow': {
    meaning: 'One file of many took so long that it was given up, so that the others could go on.',
    remedy:
      'Ask the sender for the original workbook, or repeat the command for this file alone with a longer --time-limit.',
  },
  'too-much-memory': {
    meaning: 'One file of many would have taken so much memory that the others could not go on.',
    remedy: 'Ask the sender for the original workbook.',
  },
  'our-fault': {
    meaning: 'The program itself failed on this file. The others were not affected.',
    remedy: 'Report it to the makers of this tool.',
  },
  'store-unusable': {
    meaning: 'The SQLite file is missing, read-only, locked, full, damaged, or was not made by this tool.',
    remedy:
      'Give another path, free space, or wait until the other program has finished; then repeat the command, which goes on where it stopped. Replace a damaged store by a copy, or take the workbooks in anew.',
  },
  'unknown-organization': {
    meaning: 'No accepted workbook in the store is of an organization with this name.',
    remedy: 'Check the spelling; “aismm organizations” lists all of them.',
  },
  'organization-unnamed': {
    meaning:
      'Among many workbooks, name and unit say which ones belong together. Without a name nobody can tell, so each is kept for itself.',
    remedy: 'Have the name filled in on the Profile sheet, and leave out the workbook without it.',
  },
  'cells-moved': {
    meaning:
      'Answers were cut and pasted, or pushed up or down by cells that were put in or deleted. Formulas have followed them, so that the workbook counts them for other objectives than those they stand beside.',
    remedy:
      'Undo the move. Otherwise enter each answer beside its id in a fresh workbook; do not cut, insert or delete cells there.',
  },
  'answer-unsettled': {
    meaning:
      'A question mark stands before the answer. An annotated copy puts it there where an answer was read that may belong to another place. No program can tell what is right.',
    remedy: 'Find out what applies, and choose or type it. Clear the cell if nothing does.',
  },
  'read-from-own-sheet': {
    meaning:
      'A sheet that was not issued has answers beside the ids of objectives. The issued cells are blank, so the program uses these answers.',
    remedy: 'Copy the answers into the issued sheet, and delete the other one.',
  },
  'answer-misplaced': {
    meaning:
      'An option of the answers was typed into a cell that is not one for answers. What the score is made of may lack it.',
    remedy: 'Type the answer into the column Answer, and clear the cell or undo the change.',
  },
  'figure-of-other-cells': {
    meaning:
      'Cells were moved, or formulas and names were changed. What the workbook then shows is computed from other cells than the answers that were read. It stays so when the workbook is recalculated.',
    remedy: 'Check that each answer stands beside its id, and copy the answers into a fresh workbook.',
  },
} satisfies Explanations;
