/** What “aismm explain” and reports for programs say of each code in English: what it means, and what a person does about it. */
import type { Explanations } from '../message.js';

export const EXPLANATIONS = {
  // The file as a whole
  'file-not-found': {
    meaning: 'The path on the command line does not name a file that can be opened.',
    remedy: 'Check the path, the spelling and whether you may read the file.',
  },
  'file-unreadable': {
    meaning: 'The file exists, but the system does not allow this program to read it.',
    remedy: 'Close other programs that use the file, and check its permissions. Check that the path is not a folder.',
  },
  'folder-exists': {
    meaning: 'A command makes a new folder, and there is something of that name. Nothing was written.',
    remedy: 'Choose another name, or move what is there away.',
  },
  'file-exists': {
    meaning: 'A command would have replaced an existing file. Nothing was written.',
    remedy: 'Choose another name, or repeat the command with --force to replace the file.',
  },
  'file-unwritable': {
    meaning: 'The system did not allow this program to write the file. No incomplete file remains.',
    remedy: 'Check that the folder exists, that you are allowed to write to it, and that the disk has space.',
  },
  'file-empty': {
    meaning: 'A file of 0 bytes has no content. Usually an upload or download was interrupted.',
    remedy: 'Ask the sender for the file again.',
  },
  'not-xlsx': {
    meaning: 'The content is another kind of file, even if its name ends in .xlsx.',
    remedy: 'Open it in the program that created it, and save it as “Excel Workbook (.xlsx)”.',
  },
  'encrypted-file': {
    meaning: 'The whole file is encrypted, so nothing in it can be read without its password.',
    remedy:
      'Open it with the password. Remove the password under File, Info, Protect Workbook. Save it, and try again.',
  },
  'damaged-file': {
    meaning: 'The file was a workbook, but it is incomplete or was changed. Its parts do not match.',
    remedy: 'Open it in a spreadsheet program, and save it again. If that fails, ask the sender for a new copy.',
  },
  'hostile-file': {
    meaning:
      'The file exceeds a limit that protects this computer, or has a structure that only attacks use. There are limits for size, nesting, length of answers, and the number of parts, sheets, cells and links.',
    remedy: 'Ask the sender for the original workbook, saved by a spreadsheet program.',
  },
  'overgrown-file': {
    meaning:
      'Empty rows far below the table have formatting, often down to the last row of the sheet. They make the file too large to read.',
    remedy: 'Select the first empty row below the table, and press Ctrl+Shift+End. Delete these rows, and save.',
  },
  'not-our-workbook': {
    meaning:
      'The workbook can be read, but is not an AISMM workbook. It has no stamp, no key rows and no control objectives.',
    remedy:
      'Check that the right file was sent. If someone rebuilt the sheets by hand, copy the answers into a new AISMM workbook.',
  },
  'unknown-model': {
    meaning: 'A workbook, an answers file or the option --model names a model and version that is not installed.',
    remedy:
      'Update this tool, or use the version that made the workbook. For a model of your own, name its folder with --model.',
  },
  'faulty-model': {
    meaning: 'The files of an edition of the model were changed, and are now invalid.',
    remedy: 'Fix the errors that “aismm model lint” lists, or install the tool again.',
  },
  'other-model': {
    meaning:
      'The option --model names another model than the model of the workbook. Objectives and figures come from the model of the workbook.',
    remedy: 'Omit --model. To assess with the other model, ask for its workbook to be filled in.',
  },
  'unknown-format': {
    meaning: 'A later version of this tool made the workbook, with another layout.',
    remedy: 'Update this tool and try again.',
  },
  'missing-meta': {
    meaning:
      'The hidden sheet Meta names the model, its version and the categories in the workbook. Without it, they are read from the other sheets.',
    remedy: 'If the workbook contains only a part of the model, use an earlier copy of the file.',
  },
  'incomplete-meta': {
    meaning:
      'The hidden sheet Meta names model, version, language, layout, categories and deployment types of the workbook. Missing entries were read from the other sheets, or the whole model was assumed.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a new workbook.',
  },
  'contradicting-meta': {
    meaning:
      'The file contains sheets of two different workbooks, or the hidden sheet Meta was changed or duplicated. Answers could count for the wrong objectives.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a new workbook.',
  },
  'unclear-edition': {
    meaning:
      'The hidden sheet Meta and the marks of the sheets are missing. The objectives match more than one edition of the model.',
    remedy:
      'Use an earlier copy of the file, or name the edition with --model. You can also copy the answers into a new workbook.',
  },
  'unknown-language': {
    meaning: 'Options are recognized by their text. This tool does not have the texts of the language of the workbook.',
    remedy: 'Update this tool, or use the version that made the workbook.',
  },
  'missing-sheet': {
    meaning: 'A sheet with input cells was deleted, or was changed so much that it is not recognized.',
    remedy: 'Use an earlier copy of the file, or copy the sheet from a new workbook and fill it in.',
  },
  'found-by-name': {
    meaning:
      'The key row and the headings of a table were deleted. The cells were found by the defined names in the workbook.',
    remedy: 'Compare the output of “aismm answers FILE” with the workbook, or copy the answers into a new workbook.',
  },
  'found-by-text': {
    meaning: 'A row has no valid id, but its text is the text of a row that is missing. Its answers are used.',
    remedy: 'Enter the id from the message in the first column again.',
  },
  'column-moved': {
    meaning:
      'The hidden key of a column and its visible heading do not match. This happens when only headings are moved.',
    remedy: 'Move the heading back above its column, or move the answers with it.',
  },
  'duplicate-sheet': {
    meaning: 'A sheet with answers was copied inside the workbook. Both have the same answers, or the copy is blank.',
    remedy: 'Delete the copy, so that no one fills in the wrong sheet.',
  },
  'conflicting-copy': {
    meaning: 'A sheet with answers was copied, and the two sheets have different answers.',
    remedy: 'Decide which answer is right, enter it in the first sheet, and delete the copy.',
  },
  'merged-cells': {
    meaning: 'Cells for answers were merged. A spreadsheet keeps one value for all of them.',
    remedy: 'Unmerge the cells (Home, Merge & Center) and fill in each of them.',
  },
  'table-continued': {
    meaning: 'The rows of a table are on two sheets or in two blocks. No row is in both, so all of them were read.',
    remedy: 'Copy the rows back into their original table.',
  },
  'row-mixed-up': {
    meaning:
      'Ids and statements of the rows no longer match. This happens when only some columns are sorted. The answers were read by the ids, and may belong to other objectives.',
    remedy: 'Undo the sort, or copy the answers row by row into a new workbook.',
  },
  'duplicate-column': {
    meaning: 'A column of input cells exists twice, and the two have different contents.',
    remedy: 'Delete the outdated column, and keep the other one under the original heading.',
  },
  'unknown-column': {
    meaning: 'Someone added a column to the original ones. Its cells are not read as answers.',
    remedy: 'If it contains your own remarks, do nothing. Otherwise copy its cells into the original column.',
  },
  'more-of-the-same': {
    meaning: 'One kind of finding occurs too often to list each one.',
    remedy: 'Fix the common cause of the listed ones, and check again.',
  },
  'more-findings': {
    meaning:
      'The list of findings for this workbook is limited to 256 kB. Errors that affect the score are listed first.',
    remedy: 'Fix the listed findings, and check again. The list then shows the next ones.',
  },
  'missing-row': {
    meaning: 'A row that every workbook of this edition has was deleted, or its id was changed.',
    remedy: 'Copy the row with this id from a new workbook or an earlier copy, and answer it.',
  },
  'missing-column': {
    meaning: 'A column of input cells was deleted, or both its hidden key and its heading were changed.',
    remedy: 'Copy the column with its heading from a new workbook or an earlier copy.',
  },
  'unknown-row': {
    meaning: 'A row of an answer table is filled in, but its id is not in the model.',
    remedy: 'Correct the id in the first column, or move the answers to the row they belong to.',
  },
  'duplicate-row': {
    meaning: 'Two rows have the same id, so it is not clear which answers are right.',
    remedy: 'Keep only one row per id.',
  },
  // A cell
  'unknown-option': {
    meaning: 'The cell has a list of options, but its text is not one of them.',
    remedy: 'Choose one of the options from the drop-down list.',
  },
  'ambiguous-option': {
    meaning: 'The cell has a list of options, but its text can mean more than one of them.',
    remedy: 'Choose the right option from the drop-down list.',
  },
  'synonym-accepted': {
    meaning:
      'The text is not one of the options, but it clearly means one of them. The formulas of the workbook recognize it too, so the workbook and this program show the same.',
    remedy: 'If the option is right, do nothing. Otherwise choose from the drop-down list.',
  },
  'option-with-reason': {
    meaning:
      'The reason why an objective does not apply was typed after the answer. It is added to the notes of the row, before an existing note.',
    remedy: 'Choose the option from the drop-down list, and move the reason to the Notes column.',
  },
  'option-by-prefix': {
    meaning:
      'The option has quotation marks or other marks around it. Or, like all of the column, it has a number or letter before it.',
    remedy: 'Choose the option from the drop-down list.',
  },
  'option-respelled': {
    meaning:
      'The option has other characters than the list: a no-break space, full-width letters, another dash, or the short code. This program understands it, but the formulas of the workbook compare each character.',
    remedy: 'Choose the option from the drop-down list, so that the workbook shows the same figures.',
  },
  'text-too-long': {
    meaning: 'Spreadsheet programs cannot store a text of this length, so another program wrote this file.',
    remedy: 'Shorten the text.',
  },
  'not-a-number': {
    meaning: 'The cell must contain a number, but contains something else.',
    remedy: 'Enter digits only. The unit is already in the row.',
  },
  'number-out-of-range': {
    meaning: 'The number is outside the range that is valid for its cell.',
    remedy: 'Enter a number of the kind given in the message.',
  },
  'not-a-date': {
    meaning:
      'The cell must contain a date. Its content is not a date, could be two different dates, or is before the year 2000. Spreadsheets read a number such as 2026 as a day in 1905.',
    remedy: 'Enter a date as year-month-day, e.g. 2026-11-30.',
  },
  'date-near-midnight': {
    meaning:
      'Programs that convert dates between time zones can move midnight by one hour. The date then changes by one day.',
    remedy: 'Enter the right date, without a time.',
  },
  'date-with-time': {
    meaning: 'Dates here are whole days. The time is not used.',
    remedy: 'Enter the date without a time.',
  },
  'number-as-text': {
    meaning:
      'Spreadsheets distinguish numbers from texts that look like numbers. This program understands both, but the formulas of the workbook count only numbers.',
    remedy: 'Clear the cell, set its format to Number, and type the number again.',
  },
  'percent-cell': {
    meaning: 'A cell with a percent format stores 97% as 0.97. Enter measured values as 97.',
    remedy: 'Type the number without the % sign.',
  },
  'points-in-percent-cell': {
    meaning:
      'Someone typed a number above 1, and then set the cell to a percent format. Such a number is read as percent points.',
    remedy: 'Type the number again with its % sign.',
  },
  'not-a-share': {
    meaning: 'A percentage was entered for a KPI that is a count or a time. Its meaning is not clear.',
    remedy: 'Set the format of the cell to General, and type the number in the unit of the KPI target.',
  },
  'share-as-points': {
    meaning:
      'In workbooks of layout 1, a program may store a typed 97% as 0.97. A number up to 1 then has two meanings. Here both give the same state.',
    remedy: 'Type the number in percent points: 97 for 97%.',
  },
  'measured-ambiguous': {
    meaning:
      'In workbooks of layout 1, a program may store a typed 97% as 0.97. A number up to 1 then has two meanings. Here one reaches the target, and the other does not.',
    remedy: 'Type the number in percent points (97 for 97%), or choose an answer from the list.',
  },
  'date-as-text': {
    meaning:
      'Spreadsheets distinguish dates from texts that look like dates. This program understands both, but the formulas of the workbook count only dates.',
    remedy: 'Clear the cell, and type the date again as year-month-day.',
  },
  'not-text': {
    meaning: 'The cell contains a spreadsheet error value, but a text is expected.',
    remedy: 'Type the text again.',
  },
  'format-not-shown': {
    meaning:
      'The cell contains a number, but a text is expected. The number format decides what people see. This program does not support this format.',
    remedy: 'Set the format of the cell to Text, and type the text that it should show.',
  },
  'link-refused': {
    meaning:
      'Relative addresses are kept, and addresses that begin with https:, http:, mailto: or file:. Other addresses can start programs.',
    remedy: 'Insert a link to a page or a file, or remove the link.',
  },
  'link-not-kept': {
    meaning: 'The cell has a link, but its field keeps only text.',
    remedy: 'Move the link to the Evidence column, or type the address as part of the text.',
  },
  'comment-kept': {
    meaning:
      'A cell for an answer has a comment. The program keeps it with the answers, and writes it into the annotated copy.',
    remedy: 'If it is a remark, do nothing. If it is an answer, type it into the cell.',
  },
  'proposals-open': {
    meaning:
      'The command `migrate` wrote answers of an older edition into comments. Cells with such a comment still have no answer. No figure depends on a proposal.',
    remedy: 'Review each comment, and choose an answer in its cell. The comment can stay.',
  },
  'comment-not-kept': {
    meaning:
      'Cells that are not for answers have comments, for example a statement. The program keeps only comments on input cells. An annotated copy does not contain the others.',
    remedy: 'Copy important comments into the Notes cell of the row.',
  },
  'answers-elsewhere': {
    meaning: 'Answers were given only as colors or comments. A program cannot know what they mean.',
    remedy: 'Choose an option from the drop-down list in each answer cell.',
  },
  'own-sheet': {
    meaning:
      'The workbook has a sheet that was not in the original. The program searches it for objectives. It reports separately what it finds there.',
    remedy: 'If the sheet contains no answers, do nothing. Otherwise move them to the original sheets.',
  },
  'struck-answer': {
    meaning: 'An answer is struck through but not cleared. The program cannot tell whether it is still true.',
    remedy: 'Clear the cell, or remove the strikethrough (Home, Font).',
  },
  'formula-in-input': {
    meaning: 'The result of a formula depends on the program that calculated it last. It is not reliable as an answer.',
    remedy: 'Replace the formula with its value (copy, then paste values only).',
  },
  'input-not-used': {
    meaning: 'A cell in or beside an answer table contains a text that belongs to no row or column.',
    remedy: 'Move the text to the right cell, or delete it.',
  },
  'suggestion-accepted': {
    meaning:
      'The option --accept-suggestions replaced answers with suggestions. The program marks and lists each one, so that a person can check it.',
    remedy: 'If the suggestion is right, do nothing. Otherwise choose or type the right answer.',
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    meaning:
      'Someone removed the protection, and changed a statement or formula or filled a blank cell. Scores are computed only from the answers, so they do not change. But people see other texts or figures in the file than the original ones.',
    remedy: 'Ask whether the change was intended, and copy the answers into a new workbook.',
  },
  'figure-differs': {
    meaning:
      'The file stores the figures of its last calculation. Some programs do not recalculate them, and people can overwrite them. This program never uses the stored figures.',
    remedy: 'Open the workbook in a spreadsheet program, recalculate it, and save it.',
  },
  'sheet-removed': {
    meaning: 'A sheet of the original workbook is missing.',
    remedy: 'If you need the sheet, copy the answers into a new workbook.',
  },
  'part-removed': {
    meaning: 'Rows or columns without answers were deleted from an original sheet.',
    remedy: 'If you need the deleted parts, copy the answers into a new workbook.',
  },
  'locked-key-changed': {
    meaning:
      'Ids, headings and hidden keys decide which answer belongs to which objective. If one is changed or sorted alone, answers can count for the wrong objectives.',
    remedy: 'Restore the original text, or copy the answers into a new workbook.',
  },
  'name-redirected': {
    meaning:
      'A defined name now refers to other cells. Formulas and programs that use it then show other figures. This program computes scores without it.',
    remedy: 'Ask whether the change was intended, and copy the answers into a new workbook.',
  },
  'name-broken': {
    meaning:
      'A defined name no longer refers to a cell. This happens when cells are deleted, or others are dragged onto them. Formulas that use the name show an error or ignore it. This program computes scores without it.',
    remedy: 'Do not use the figures that the workbook shows. Copy the answers into a new workbook.',
  },
  'own-cells': {
    meaning: 'There is text beside or below a table, or in rows and columns that were not in the original.',
    remedy: 'If it is not an answer, do nothing. If it is one, move it to the right cell.',
  },
  // What the answers say
  'na-needs-reason': {
    meaning: 'Figures exclude an objective only if there is a written reason why it does not apply.',
    remedy: 'Write the reason into the Notes cell of the row, or choose another answer.',
  },
  'kpi-contradicts-answer': {
    meaning:
      'The answer and the measured value of a KPI do not agree. The answer counts. Stores of version 0.1 have this code also for the answer Met. Such answers now have the code “met-against-measurement”.',
    remedy: 'Correct the answer or the measured value.',
  },
  'met-against-measurement': {
    meaning:
      'The answer is Met, but the measured value of the objective misses the target. The answer counts, as in the workbook. Figures may therefore be better than the measurement.',
    remedy: 'Correct the answer or the measured value.',
  },
  'nothing-answered': {
    meaning:
      'No objective has an answer, or a measured value that decides. Every category is then at level 1, which looks like a result but is not. “aismm ingest” lists such a workbook separately, and no portfolio counts it.',
    remedy: 'Fill in the workbook, or ask the sender whether this is the right copy.',
  },
  'all-the-same': {
    meaning: 'All answers are the same. That can be right, but often someone filled the whole column in one step.',
    remedy: 'Examine some answers with their evidence, and ask the sender how each one was determined.',
  },
  'met-without-evidence': {
    meaning: 'Objectives count as met, but no evidence is named. The answers count, but no one else can check them.',
    remedy: 'Fill in the Evidence cell of each row, or choose another answer.',
  },
  'reason-says-nothing': {
    meaning:
      'The answer is Not applicable, but the reason in Notes is a dash, “n/a” or a similar placeholder. The workbook and this program exclude these objectives, which may raise the score.',
    remedy: 'Write in the Notes cell of each row why the objective cannot apply, or choose another answer.',
  },
  'notes-without-answer': {
    meaning: 'Some objectives have notes but no answer. They count as unanswered.',
    remedy: 'Choose an answer in each of the rows.',
  },
  'assessed-after-date': {
    meaning:
      'Answers describe the assessment date. A later result belongs to a later assessment. Or the assessment date is still that of the last assessment.',
    remedy:
      'Set the assessment date on the Profile sheet to the day that the answers describe, or correct “Assessed on”.',
  },
  'assessed-in-future': {
    meaning: 'An objective cannot be assessed on a future day.',
    remedy: 'Correct “Assessed on”. Only “Valid until” can be a future day.',
  },
  'assessment-date-in-future': {
    meaning:
      'Answers that are valid until a day before the assessment date count as expired. Of several assessments, the latest one counts. A wrong future date causes errors in both.',
    remedy: 'On the Profile sheet, enter the day that the answers describe.',
  },
  'answer-expired': {
    meaning: 'An answer whose validity ended before the assessment date no longer counts.',
    remedy: 'Assess the objective again and set a new date, or correct the dates.',
  },
  'blank-selection': {
    meaning: 'A blank does not count as No, because that would exclude objectives without notice.',
    remedy: 'Choose Yes or No on the Profile sheet.',
  },
  'nothing-selected': {
    meaning: 'With every deployment type set to No, no objective applies and every figure is “not applicable”.',
    remedy: 'Set the deployment types in use to Yes on the Profile sheet.',
  },
  // ANSWERS.json
  'invalid-json': {
    meaning: 'The content of the answers file is not valid JSON.',
    remedy: 'Correct the syntax. An editor with JSON support shows the place.',
  },
  'invalid-answers': {
    meaning: 'The answers file is JSON, but does not have the structure of ANSWERS.json.',
    remedy: 'Compare with the example in docs/answers.md, and correct the value at the path in the message.',
  },
  'repeated-key': {
    meaning:
      'An object of the answers file has the same key twice. Most programs use one of the two without a warning.',
    remedy: 'Decide which of the two is right, and delete the other one.',
  },
  'conflicting-answers': {
    meaning: 'The files for one workbook have different values for the same field.',
    remedy: 'Decide which one is right, and correct or delete the other one.',
  },
  'conflicting-selection': {
    meaning:
      'The files for one workbook name different deployment types in use. Objectives could apply that were not answered. A file without “selection” counts as one with all types in use.',
    remedy: 'Write the same “selection” in all files, or add --selection union.',
  },
  'too-many-remarks': {
    meaning: 'The remarks of all files are combined into one list. None is removed, so the list can become too long.',
    remedy: 'Combine remarks, or send some of them separately.',
  },
  'answers-for-other-model': {
    meaning: 'Answers to one model are not answers to another, even if the ids are the same.',
    remedy: 'Omit --model, or answer the objectives of the other model.',
  },
  'no-succession': {
    meaning:
      'Answers of one edition are carried over to a later one by changes.yaml, which says what became of each objective. Here no unbroken line of these files leads from one edition to the other.',
    remedy:
      'Name a later edition with --to. If an edition between is missing, put its folder with changes.yaml beside the others.',
  },
  'edition-lost': {
    meaning:
      'Carrying over and comparing depend on the editions of the answers. The hidden sheet Meta is missing or does not name the edition. No edition is assumed here.',
    remedy: 'Use an earlier copy of the file. If you know the edition, name it with --model, such as --model 1.0.',
  },
  'answer-to-review': {
    meaning:
      'The objective was changed after the older edition, and the old answer may not cover all of it. The comment of the cell contains the old answer. The objective counts as unanswered.',
    remedy: 'Compare the old answer with what is asked now, then choose an answer.',
  },
  'answer-dropped': {
    meaning: 'The later edition has no objective that takes the place of one that was answered.',
    remedy: 'Keep the old file, or the report of the command, if the answer is still needed.',
  },
  'unknown-objective': {
    meaning: 'The answers file names an objective that the model does not have.',
    remedy: 'Correct the id. “aismm model show --json” lists all ids.',
  },
  'unknown-category': {
    meaning: 'The model does not have a category with this code.',
    remedy: 'Use one of the codes listed in the message.',
  },
  // The options of a command
  'unknown-choice': {
    meaning: 'An option of a command accepts values from a list, but the value is not in the list.',
    remedy: 'Choose from the list in the message. Separate several values with commas.',
  },
  // The model's content
  'model-syntax': {
    meaning: 'A file of the model is not valid YAML 1.2.',
    remedy: 'Correct indentation, quotation marks or colons on the line in the message.',
  },
  'model-shape': {
    meaning: 'A file of the model is valid YAML, but a field is missing, unknown or of the wrong kind.',
    remedy: 'Compare with the structure in model/README.md, and correct the line in the message.',
  },
  'model-content': {
    meaning: 'The content of the model violates a rule. For example, a mapping names a control that does not exist.',
    remedy: 'The message says what to change. model/README.md explains how content is judged.',
  },
  'import-no-table': {
    meaning:
      'An import looks for a sheet with a column of ids and a column of control objectives. No sheet has both headings, or no row below them can be read. Nothing was written.',
    remedy:
      'Name the two columns “Control ID” and “Control”, in one of the first 15 rows of the sheet. Write an id such as GOV-02.1 in each row.',
  },
  'import-row-unread': {
    meaning: 'A row of the spreadsheet is no control objective that can be used, and is not in the model.',
    remedy:
      'Correct the cell that is named and import again into another folder. Or add the objective to the files of the model.',
  },
  'import-value-unread': {
    meaning:
      'A deployment type, an assessment mode or the id of a control is unknown. Or a title is too long. The model contains the objective without it.',
    remedy: 'Correct the cell and import again, or edit the objective in the files of the model.',
  },
  'import-assumed': {
    meaning: 'The spreadsheet leaves something open that a model has to say. The usual reading was taken.',
    remedy: 'Check it against your source. Correct the spreadsheet, or the files of the model.',
  },
  'model-taken': {
    meaning:
      'Your model has the id and version of a built-in one, but other content. Workbooks name their model by id and version. Answers to one model would count as answers to the other.',
    remedy: 'Change the id or the version in model.yaml of your folder.',
  },
  'same-label': {
    meaning:
      'Answers are read by the labels of the options. If two options share a label, this program cannot distinguish them. The same is true if a label is the id of another option.',
    remedy: 'Give each option of the list its own label, also in each language.',
  },
  'unusable-label': {
    meaning:
      'People choose or type the label of an option. Spreadsheets read a text that begins with = + - or @ as a formula. Formulas compare at most 255 characters.',
    remedy: 'Give the option another label, also in each language.',
  },
  'repeated-translation': {
    meaning: 'Two units of one language have the same address, so it is not clear which is right.',
    remedy: 'Delete one of the units.',
  },
  'unknown-translation': {
    meaning: 'The translation belongs to a text that the model does not have, or no longer has. It is not shown.',
    remedy: 'Correct the address. The file model/README.md explains addresses.',
  },
  'outdated-translation': {
    meaning:
      'A text of the model changed after its translation. Until it is translated again, it is shown in its original language.',
    remedy: 'Compare the two texts, correct the target, and copy the new text into source.',
  },
  'missing-translations': {
    meaning: 'The translation of this language is not complete.',
    remedy: 'Add a unit for each text without one, and fill in blank targets.',
  },
  // Many files at once
  'too-slow': {
    meaning: 'One of many files took too long. The program stopped it, and continued with the others.',
    remedy:
      'Ask the sender for the original workbook. Or repeat the command for this file only, with a longer --time-limit.',
  },
  'too-much-memory': {
    meaning: 'One of many files needed too much memory. The program stopped it, and continued with the others.',
    remedy: 'Ask the sender for the original workbook.',
  },
  'our-fault': {
    meaning: 'An error in this program occurred while reading this file. Other files are not affected.',
    remedy: 'Report it to the authors of this tool.',
  },
  'store-unusable': {
    meaning: 'The SQLite file is missing, read-only, locked, full, damaged, or was not made by this tool.',
    remedy:
      'Name another path, free disk space, or wait until the other program has finished. Then repeat the command, and it continues where it stopped. Replace a damaged store with a copy, or ingest the workbooks again.',
  },
  'unknown-organization': {
    meaning: 'No accepted workbook in the store belongs to an organization with this name.',
    remedy: 'Check the spelling. “aismm organizations” lists all of them.',
  },
  'organization-unnamed': {
    meaning:
      'Name and unit decide which workbooks belong to the same organization. Without a name, each workbook counts as a separate organization.',
    remedy: 'Ask for the name to be filled in on the Profile sheet. Remove the workbook without it.',
  },
  'cells-moved': {
    meaning:
      'Answers were cut and pasted, or moved because cells were inserted or deleted. Formulas follow moved cells. The workbook therefore counts the answers for other objectives than those beside them.',
    remedy:
      'Undo the move, or enter each answer beside its id in a new workbook. Do not cut, insert or delete cells there.',
  },
  'answer-unsettled': {
    meaning:
      'There is a question mark before the answer. An annotated copy adds it where an answer may belong to another place. A program cannot tell what is right.',
    remedy: 'Find out which answer is right, and choose or type it. If none is right, clear the cell.',
  },
  'read-from-own-sheet': {
    meaning:
      'A sheet that was not in the original has answers beside ids of objectives. The original cells are blank, so the program uses these answers.',
    remedy: 'Copy the answers into the original sheet, and delete the other sheet.',
  },
  'answer-misplaced': {
    meaning: 'One of the answer options was typed into a cell that is not for answers. The score may lack this answer.',
    remedy: 'Type the answer into the column Answer, and clear the cell or undo the change.',
  },
  'figure-of-other-cells': {
    meaning:
      'Cells were moved, or formulas and names were changed. The workbook then computes its figures from other cells than the answers. A recalculation does not correct this.',
    remedy: 'Check that each answer is beside its id, and copy the answers into a new workbook.',
  },
} satisfies Explanations;
