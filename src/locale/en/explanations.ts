/** What “aismm explain” and reports for programs say of each code in English: what it means, and what a person does about it. */
import type { Explanations } from '../message.js';

export const EXPLANATIONS = {
  // The file as a whole
  'file-not-found': {
    meaning: 'There is no file at the path on the command line, or the path is not accessible.',
    remedy: 'Check the path and the spelling. Also check that you are allowed to read the file.',
  },
  'file-unreadable': {
    meaning: 'The file exists, but the system does not allow this program to read it.',
    remedy:
      'Close other programs that use the file, and check the permissions of the file. Check that the path is not a folder.',
  },
  'unreadable-mail': {
    meaning: 'The name of the file ends in .eml or .msg, but the content is not a complete e-mail message.',
    remedy: 'Open the message in your mail program, and save the attached workbook. Then use this workbook.',
  },
  'folder-exists': {
    meaning:
      'The command creates a new folder, but a file or folder with this name already exists. Nothing was written.',
    remedy: 'Choose another name, or move the existing file or folder.',
  },
  'file-exists': {
    meaning: 'The output file already exists, and the command does not replace files by default. Nothing was written.',
    remedy: 'Choose another name, or repeat the command with --force to replace the file.',
  },
  'file-unwritable': {
    meaning: 'The system did not allow this program to write the file. No incomplete file remains.',
    remedy: 'Check that the folder exists, that you are allowed to write to the folder, and that the disk has space.',
  },
  'file-empty': {
    meaning: 'The file is empty. The usual cause is an interrupted upload or download.',
    remedy: 'Ask the sender for the file again.',
  },
  'not-xlsx': {
    meaning: 'The file is not an Excel workbook, even if the file name ends in .xlsx.',
    remedy: 'Open the file in the program that created it, and save it as “Excel Workbook (.xlsx)”.',
  },
  'encrypted-file': {
    meaning: 'The whole file is encrypted, so this program cannot read it without the password.',
    remedy:
      'Open the file with the password. Remove the password under File, Info, Protect Workbook. Save the file, and try again.',
  },
  'damaged-file': {
    meaning: 'The file is a workbook, but it is incomplete, or its parts do not match.',
    remedy:
      'Open the file in a spreadsheet program, and save it again. If the spreadsheet program cannot open the file, ask the sender for a new copy.',
  },
  'hostile-file': {
    meaning:
      'The file exceeds a limit that protects this computer, or has a structure that only harmful files have. There are limits for size, nesting, length of answers, and the number of parts, sheets, cells and links.',
    remedy: 'Ask the sender to open the original workbook in a spreadsheet program, save it, and send it again.',
  },
  'overgrown-file': {
    meaning:
      'Many empty rows below the table have formatting, often down to the last row of the sheet. These rows make the file too large to read.',
    remedy:
      'Select the first empty row below the table, and press Ctrl+Shift+End. Delete the selected rows, and save the workbook.',
  },
  'not-our-workbook': {
    meaning:
      'The workbook can be read, but it is not an AISMM workbook. The program found no AISMM tables and no control objectives in it.',
    remedy:
      'Check that this is the correct file. If someone rebuilt the sheets by hand, copy the answers into a new AISMM workbook.',
  },
  'unknown-model': {
    meaning: 'A workbook, an answers file or the option --model names a model and version that is not installed.',
    remedy:
      'Update this tool, or use the version that made the workbook. For your own model, specify its folder with --model.',
  },
  'faulty-model': {
    meaning: 'The files of an edition of the model were changed, and are now invalid.',
    remedy: 'Fix the errors that “aismm model lint” lists, or install the tool again.',
  },
  'other-model': {
    meaning:
      'The option --model specifies a different model than the workbook. This program always uses the model of the workbook for objectives and results.',
    remedy: 'Omit --model. To assess with the other model, send a workbook of that model to the organization.',
  },
  'unknown-format': {
    meaning: 'A later version of this tool made the workbook, with a different layout.',
    remedy: 'Update this tool and try again.',
  },
  'missing-meta': {
    meaning:
      'The hidden sheet Meta names the model, its version and the categories in the workbook. Without this sheet, the program reads these entries from the other sheets.',
    remedy: 'If the workbook contains only a part of the model, use an earlier copy of the file.',
  },
  'incomplete-meta': {
    meaning:
      'The hidden sheet Meta names model, version, language, layout, categories and deployment types of the workbook. This program read missing entries from the other sheets. If this program could not find the entries, it treated the workbook as a workbook with the whole model.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a new workbook.',
  },
  'contradicting-meta': {
    meaning:
      'The file contains sheets of two different workbooks, or the hidden sheet Meta was changed or duplicated. Answers could count for the wrong objectives.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a new workbook.',
  },
  'unclear-edition': {
    meaning:
      'The hidden sheet Meta is missing, and the other sheets do not name the edition. The objectives match more than one edition of the model.',
    remedy:
      'Use an earlier copy of the file, or specify the edition with --model. You can also copy the answers into a new workbook.',
  },
  'unknown-language': {
    meaning:
      'This tool recognizes options by their text. It does not contain the texts in the language of the workbook.',
    remedy: 'Update this tool, or use the version that made the workbook.',
  },
  'missing-sheet': {
    meaning:
      'Someone deleted a sheet with input cells, or changed it so much that this program no longer recognizes it.',
    remedy: 'Use an earlier copy of the file, or copy the sheet from a new workbook and fill it in.',
  },
  'found-by-name': {
    meaning:
      'Someone deleted the key row and the headings of a table. The program found the cells by the defined names in the workbook.',
    remedy: 'Compare the output of “aismm answers FILE” with the workbook, or copy the answers into a new workbook.',
  },
  'found-by-text': {
    meaning:
      'A row has no valid id, but the text of the row is the text of a missing row. The program uses the answers in this row.',
    remedy: 'Enter the id from the message in the first column again.',
  },
  'column-moved': {
    meaning:
      'The hidden key of a column and its visible heading do not match. A common cause is that someone moved only the headings.',
    remedy: 'Move the heading back above its column, or move the answers below the heading.',
  },
  'duplicate-sheet': {
    meaning:
      'A sheet with answers was copied inside the workbook. The copy contains no answers that differ from the first sheet.',
    remedy: 'Delete the copy, so that no one fills in the wrong sheet.',
  },
  'conflicting-copy': {
    meaning: 'A sheet with answers was copied, and the two sheets have different answers.',
    remedy: 'Decide which answer is correct. Enter this answer on the first sheet, and delete the copy.',
  },
  'merged-cells': {
    meaning: 'Cells for answers were merged. A spreadsheet stores one value for all merged cells.',
    remedy: 'Unmerge the cells (Home, Merge & Center), and fill in each cell.',
  },
  'table-continued': {
    meaning:
      'The rows of a table are on two sheets or in two blocks. No row is in both places, so the program read all rows.',
    remedy: 'Copy the rows back into the original table.',
  },
  'row-mixed-up': {
    meaning:
      'Ids and statements of the rows no longer match. A common cause is that someone sorted only some columns. The program assigned each answer to the objective whose id is in its row. Some answers may belong to other objectives.',
    remedy: 'Undo the sort, or copy the answers row by row into a new workbook.',
  },
  'duplicate-column': {
    meaning: 'A column of input cells exists twice, and the two columns have different contents.',
    remedy: 'Delete the outdated column, and keep the other column under the original heading.',
  },
  'unknown-column': {
    meaning:
      'Someone added a column to the original columns. This program does not read the cells of the added column as answers.',
    remedy: 'If the column contains your own remarks, do nothing. Otherwise copy the cells into the original column.',
  },
  'more-of-the-same': {
    meaning: 'There are too many findings of one kind to list all of them.',
    remedy: 'Fix the common cause of the listed findings, and check again.',
  },
  'more-findings': {
    meaning:
      'The list of findings for this workbook is limited to 256 kB. Errors that affect the score are listed first.',
    remedy: 'Fix the listed findings, and check again. The list then shows the next findings.',
  },
  'missing-row': {
    meaning: 'Someone deleted a row of the original workbook, or changed the id of the row.',
    remedy: 'Copy the row with this id from a new workbook or an earlier copy, and fill it in.',
  },
  'missing-column': {
    meaning: 'Someone deleted a column of input cells, or changed both the hidden key and the heading of the column.',
    remedy: 'Copy the column with the heading from a new workbook or an earlier copy.',
  },
  'unknown-row': {
    meaning: 'A row of an answer table is filled in, but the id of the row is not in the model.',
    remedy: 'Correct the id in the first column, or move the answers to the correct row.',
  },
  'duplicate-row': {
    meaning: 'Two rows have the same id, so it is not clear which answers are correct.',
    remedy: 'Keep only one row per id.',
  },
  // A cell
  'unknown-option': {
    meaning: 'The cell has a list of options, but the text in the cell is not one of these options.',
    remedy: 'Choose one of the options from the drop-down list.',
  },
  'ambiguous-option': {
    meaning: 'The cell has a list of options, but the text in the cell can mean more than one option.',
    remedy: 'Choose the correct option from the drop-down list.',
  },
  'synonym-accepted': {
    meaning:
      'The text is not one of the options, but the meaning of the text is clear. The formulas of the workbook recognize this text too. The workbook and this program therefore show the same result.',
    remedy: 'If the option is correct, do nothing. Otherwise, choose another option from the drop-down list.',
  },
  'option-with-reason': {
    meaning:
      'After the answer, someone typed the reason why the objective does not apply. The program adds the reason to the notes of the row, before any existing notes.',
    remedy: 'Choose the option from the drop-down list, and move the reason to the Notes column.',
  },
  'option-by-prefix': {
    meaning:
      'The cell contains an option of the list and other characters, such as quotation marks or a number. The program recognizes the option, but the formulas of the workbook do not.',
    remedy: 'Choose the option from the drop-down list.',
  },
  'option-respelled': {
    meaning:
      'Some characters of the option differ from the list. Examples are a no-break space, full-width letters, a different dash, or the short code. This program understands the option, but the formulas of the workbook compare each character.',
    remedy: 'Choose the option from the drop-down list, so that the workbook shows the same results.',
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
    meaning: 'The number is outside the valid range for this cell.',
    remedy: 'Enter a number within the range that the message gives.',
  },
  'not-a-date': {
    meaning:
      'The cell must contain a date. The content is not a date, could be two different dates, or is before the year 2000. Spreadsheets read a number such as 2026 as a day in 1905.',
    remedy: 'Enter a date as year-month-day, for example 2026-11-30.',
  },
  'date-near-midnight': {
    meaning:
      'Programs that convert dates between time zones can change the time by one hour. A date near midnight may then change to another day.',
    remedy: 'Enter the correct date, without a time.',
  },
  'date-with-time': {
    meaning: 'Dates in this workbook are whole days. The program does not use the time.',
    remedy: 'Enter the date without a time.',
  },
  'number-as-text': {
    meaning:
      'Spreadsheets distinguish numbers from texts that look like numbers. This program understands both, but the formulas of the workbook use only numbers.',
    remedy: 'Clear the cell, set the format of the cell to Number, and type the number again.',
  },
  'percent-cell': {
    meaning: 'A cell with a percent format stores 97% as 0.97. Enter measured values as 97.',
    remedy: 'Set the format of the cell to General, and type the number without the % sign.',
  },
  'points-in-percent-cell': {
    meaning:
      'Someone typed a number above 1, and then set the cell to a percent format. The program reads such a number as percent points.',
    remedy: 'Type the number again with the % sign.',
  },
  'not-a-share': {
    meaning:
      'The cell contains a percentage, but the KPI is a count or a time. The meaning of the percentage is not clear.',
    remedy: 'Set the format of the cell to General, and type the number in the unit of the KPI target.',
  },
  'share-as-points': {
    meaning:
      'In workbooks of layout 1, a program may store a typed 97% as 0.97. A number up to 1 can therefore have two meanings. For this cell, both meanings give the same state.',
    remedy: 'Type the number in percent points: 97 for 97%.',
  },
  'measured-ambiguous': {
    meaning:
      'In workbooks of layout 1, a program may store a typed 97% as 0.97. A number up to 1 can therefore have two meanings. For this cell, the number reaches the target with only one of these meanings.',
    remedy: 'Type the number in percent points (97 for 97%), or choose an answer from the list.',
  },
  'date-as-text': {
    meaning:
      'Spreadsheets distinguish dates from texts that look like dates. This program understands both, but the formulas of the workbook use only dates.',
    remedy: 'Clear the cell, and type the date again as year-month-day.',
  },
  'not-text': {
    meaning: 'The cell contains a spreadsheet error value, but should contain text.',
    remedy: 'Type the text again.',
  },
  'format-not-shown': {
    meaning:
      'The cell contains a number, but should contain text. The number format decides what people see. This program does not support this format.',
    remedy: 'Set the format of the cell to Text, and type the text that the cell should show.',
  },
  'link-refused': {
    meaning:
      'The program keeps only relative addresses, and addresses that begin with https:, http:, mailto: or file:. Other kinds of addresses can start programs.',
    remedy: 'Insert a link to a page or a file, or remove the link.',
  },
  'link-not-kept': {
    meaning: 'The cell has a link, but this program can store only text for this cell.',
    remedy: 'Move the link to the Evidence column, or type the address as part of the text.',
  },
  'comment-kept': {
    meaning:
      'A cell for an answer has a comment. The program stores the comment with the answers, and writes it into the annotated copy.',
    remedy: 'If the comment is a remark, do nothing. If the comment is an answer, type the answer into the cell.',
  },
  'proposals-open': {
    meaning:
      'The command `migrate` wrote answers of an older edition into comments. Cells with such a comment still have no answer. A proposal does not affect any result.',
    remedy: 'Review each comment, and choose an answer in the cell with the comment. You can keep the comment.',
  },
  'comment-not-kept': {
    meaning:
      'Some cells that are not for answers have comments, for example a cell with a statement. The program keeps only comments on input cells. An annotated copy does not contain the other comments.',
    remedy: 'Copy important comments to the Notes cell of the row.',
  },
  'answers-elsewhere': {
    meaning:
      'The sender used colors or comments instead of answers. A program cannot know what the colors or comments mean.',
    remedy: 'Choose an option from the drop-down list in each answer cell.',
  },
  'own-sheet': {
    meaning:
      'The workbook has a sheet that was not in the original workbook. The program searches this sheet for objectives, and reports each answer that it finds there.',
    remedy: 'If the sheet contains no answers, do nothing. Otherwise move the answers to the original sheets.',
  },
  'struck-answer': {
    meaning: 'An answer is struck through but not cleared. The program cannot tell whether the answer is still true.',
    remedy: 'Clear the cell, or remove the strikethrough (Home, Font).',
  },
  'formula-in-input': {
    meaning:
      'The result of a formula depends on the program that last calculated the formula. Such a result is not reliable as an answer.',
    remedy: 'Replace the formula with the value (copy, then paste values only).',
  },
  'input-not-used': {
    meaning: 'A cell in or beside an answer table contains text that does not belong to a row or column.',
    remedy: 'Move the text to the correct cell, or delete it.',
  },
  'suggestion-accepted': {
    meaning:
      'The option --accept-suggestions replaced answers with suggestions. The program marks and lists each replaced answer, so that a person can check them.',
    remedy: 'If the suggestion is correct, do nothing. Otherwise, choose or type the correct answer.',
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    meaning:
      'Someone removed the protection, and changed a cell that is not for answers. Scores are computed only from the answers, so the scores do not change. However, texts or results that people see in the file may be wrong.',
    remedy: 'Ask whether the change was intended, and copy the answers into a new workbook.',
  },
  'figure-differs': {
    meaning:
      'The file stores the results of the last calculation. Some programs do not recalculate these results, and people can overwrite them. This program never uses the stored results.',
    remedy: 'Open the workbook in a spreadsheet program, recalculate the workbook (F9), and save it.',
  },
  'sheet-removed': {
    meaning: 'A sheet of the original workbook is missing.',
    remedy: 'If you need the sheet, copy the answers into a new workbook.',
  },
  'part-removed': {
    meaning: 'Someone deleted rows or columns without answers from an original sheet.',
    remedy: 'If you need the deleted parts, copy the answers into a new workbook.',
  },
  'locked-key-changed': {
    meaning:
      'Ids, headings and hidden keys decide which answer belongs to which objective. If someone changes or sorts only these cells, answers can count for the wrong objectives.',
    remedy: 'Restore the original text, or copy the answers into a new workbook.',
  },
  'name-redirected': {
    meaning:
      'A defined name now refers to other cells. Formulas and programs that use this name then show other results. This program computes scores without this name.',
    remedy: 'Ask whether the change was intended, and copy the answers into a new workbook.',
  },
  'name-broken': {
    meaning:
      'A defined name no longer refers to a cell. A common cause is that someone deleted the cells, or moved other cells onto them. Formulas that use the name show an error or wrong results. This program computes scores without this name.',
    remedy: 'Do not use the results that the workbook shows. Copy the answers into a new workbook.',
  },
  'own-cells': {
    meaning: 'There is text beside or below a table, or in rows and columns that were not in the original workbook.',
    remedy: 'If the text is not an answer, do nothing. If the text is an answer, move it to the correct answer cell.',
  },
  // What the answers say
  'review-incomplete': {
    meaning: 'An assessor chose Not agreed or Question but wrote no remark, or wrote a remark but chose no review.',
    remedy:
      'Fill in both columns, Review and Review remark. If the assessor agrees with the answer, no remark is needed.',
  },
  'na-needs-reason': {
    meaning:
      'The answer Not applicable counts only if the Notes cell contains the reason why the objective does not apply.',
    remedy: 'Write the reason in the Notes cell of the row, or choose another answer.',
  },
  'kpi-contradicts-answer': {
    meaning:
      'The answer and the measured value of a KPI do not agree. The answer is used. Stores of version 0.1 also use this code if the answer is Met. The new code for the answer Met is “met-against-measurement”.',
    remedy: 'Correct the answer or the measured value.',
  },
  'met-against-measurement': {
    meaning:
      'The answer is Met, but the measured value of the objective does not reach the target. This program and the workbook use the answer. The level may therefore be too high.',
    remedy: 'Correct the answer or the measured value.',
  },
  'nothing-answered': {
    meaning:
      'No objective has an answer or a sufficient measured value. Every category is then at level 1, but this level is not a result. “aismm ingest” lists such a workbook separately. No portfolio includes such a workbook.',
    remedy: 'Fill in the workbook, or ask the sender whether this is the correct copy.',
  },
  'all-the-same': {
    meaning: 'All answers are the same. They can be correct, but often someone filled in the whole column in one step.',
    remedy: 'Examine some answers with their evidence, and ask the sender how each answer was determined.',
  },
  'met-without-evidence': {
    meaning:
      'Some objectives count as met, but the Evidence cell is blank. The program uses these answers, but no one else can check them.',
    remedy: 'Fill in the Evidence cell of each row, or choose another answer.',
  },
  'reason-says-nothing': {
    meaning:
      'The answer is Not applicable, but the reason in the Notes cell is a dash, “n/a” or a similar placeholder. The workbook and this program exclude these objectives, which may raise the score.',
    remedy: 'In the Notes cell of each row, write why the objective does not apply. Otherwise, choose another answer.',
  },
  'notes-without-answer': {
    meaning: 'Some objectives have notes but no answer. These objectives count as unanswered.',
    remedy: 'Choose an answer in each of the rows.',
  },
  'assessed-after-date': {
    meaning:
      'The answers describe the organization on the assessment date. If an objective was assessed later, the answer belongs to a later assessment. Another cause is that the assessment date was not changed after the last assessment.',
    remedy:
      'Set the assessment date on the Profile sheet to the day that the answers describe, or correct “Assessed on”.',
  },
  'assessed-in-future': {
    meaning: 'An objective cannot be assessed on a future day.',
    remedy: 'Correct “Assessed on”. Only “Valid until” can be a future day.',
  },
  'assessment-date-in-future': {
    meaning:
      'An answer counts as expired if its date “Valid until” is before the assessment date. If there are several assessments, the latest assessment is used. If the assessment date is wrong, answers may expire too early, and the wrong assessment may count as the latest.',
    remedy: 'On the Profile sheet, enter the day that the answers describe.',
  },
  'answer-expired': {
    meaning: 'The date “Valid until” of the answer is before the assessment date, so the objective counts as expired.',
    remedy: 'Assess the objective again and set a new date, or correct the dates.',
  },
  'blank-selection': {
    meaning:
      'A blank cell counts as Yes. If a blank cell counted as No, the score would exclude objectives without notice.',
    remedy: 'Choose Yes or No on the Profile sheet.',
  },
  'nothing-selected': {
    meaning:
      'Every deployment type is set to No. Therefore no objective applies, and every result is “not applicable”.',
    remedy: 'Set the deployment types in use to Yes on the Profile sheet.',
  },
  // ANSWERS.json
  'invalid-json': {
    meaning: 'The content of the answers file is not valid JSON.',
    remedy: 'Correct the syntax. An editor with JSON support shows where the error is.',
  },
  'invalid-answers': {
    meaning: 'The answers file is JSON, but does not have the structure of an answers file.',
    remedy: 'Compare the file with the example in docs/answers.md, and correct the value at the path in the message.',
  },
  'repeated-key': {
    meaning:
      'An object of the answers file has the same key twice. Most programs use one of the two values without a warning.',
    remedy: 'Decide which of the two values is correct, and delete the other value.',
  },
  'conflicting-answers': {
    meaning: 'The files for one workbook have different values for the same field.',
    remedy: 'Decide which value is correct, and correct or delete the other value.',
  },
  'conflicting-selection': {
    meaning:
      'The files for one workbook name different deployment types in use. Objectives that no one answered may therefore apply. In a file without “selection”, all types count as in use.',
    remedy: 'Write the same “selection” in all files, or add --selection union.',
  },
  'too-many-remarks': {
    meaning:
      'The program combines the remarks of all files into one list. The program keeps every remark, so the list can become too long.',
    remedy: 'Combine some remarks, or send some remarks to the editors of the model separately.',
  },
  'conflict-undecided': {
    meaning:
      'Several people entered different values for the same cell, and their workbooks were merged. The program chooses none of these values. The sheet Conflicts shows each value with its file, person, date and evidence.',
    remedy:
      'Ask the people who entered the values. Then enter the correct value in the cell that the finding names. The sheet Conflicts then shows the conflict as decided.',
  },
  'conflict-unreadable': {
    meaning:
      'A merged workbook keeps the different values on the sheet Conflicts, where programs can read them. Rows of this sheet are missing or changed. A program could mistake an undecided conflict for a blank answer.',
    remedy: 'Merge the parts again. To decide a conflict, change only the answer cell, and not the sheet Conflicts.',
  },
  'merge-other-model': {
    meaning: 'Answers for one edition of a model are not valid for another edition, even if the ids are the same.',
    remedy: 'Migrate the answers of the older file with “aismm migrate”, or omit the older file.',
  },
  'merge-other-organization': {
    meaning:
      'Parts of one workbook have the same organization and unit. The program ignores differences in case and spaces.',
    remedy: 'Omit the file of the other organization, or correct the name on the Profile sheet of this file.',
  },
  'merge-other-token': {
    meaning:
      'Each issued workbook has its own token, and its parts have the same token. These two files have different tokens.',
    remedy:
      'Merge only the parts of one issued workbook. If a token was changed, ask the sender for the original file.',
  },
  'part-alone': {
    meaning:
      'A part from “aismm split” contains only some of the objectives. In the store, the part would count as a whole workbook.',
    remedy: 'Merge all parts with “aismm merge”, and ingest the merged workbook.',
  },
  'merge-same-file': {
    meaning: 'Two of the files have the same content.',
    remedy:
      'If you specified the correct files, do nothing. Otherwise, replace one of the two files with the file that you meant.',
  },
  'merge-part-twice': {
    meaning: 'A person sent the same part more than once, and the files differ.',
    remedy: 'Omit the older file. You can also add --prefer newest, which uses the values with the latest date.',
  },
  'merge-part-missing': {
    meaning: 'Parts of the workbook are not among the files, so the result is incomplete.',
    remedy: 'Merge again with the missing parts. The answers that were already merged do not change.',
  },
  'merge-too-many-conflicts': {
    meaning:
      'A merged workbook keeps every value that differs between the files. A workbook with more such values than this cannot be read back.',
    remedy:
      'Check that all files belong to the same workbook. Then omit files, or let people agree on common answers before you merge.',
  },
  'merge-too-long': {
    meaning:
      'If texts for one cell differ, the program writes all of them into the cell, one after the other. A cell can contain at most 32,767 characters.',
    remedy: 'Shorten the text in one of the files.',
  },
  'people-list-invalid': {
    meaning:
      'A list of people for “aismm split” has one row per objective or category, with the person who answers it. The program cannot use a row of this list.',
    remedy: 'Correct the row. The columns must have the headings “id” and “person”.',
  },
  'questionnaire-no-table': {
    meaning:
      'An AI-CAIQ has a table with one question per row. The headings of the table are in one of the first 15 rows.',
    remedy: 'Check that the file is an AI-CAIQ, and that the headings of the table are unchanged.',
  },
  'questionnaire-edition': {
    meaning:
      'Some controls have different ids in different editions of the AICM. An id is therefore not clear without the edition. The program reads the edition from the sheet.',
    remedy: 'Specify the edition with --edition, or use a questionnaire for an edition that the model refers to.',
  },
  'question-unread': {
    meaning:
      'The valid answers to a question of the AI-CAIQ are Yes, No and NA. The program does not read any other text as an answer.',
    remedy: 'In the questionnaire, choose Yes, No or NA.',
  },
  'question-needs-owner': {
    meaning: 'The AI-CAIQ asks who owns a control that is in operation.',
    remedy: 'Choose the owner in the column for the ownership of the control.',
  },
  'question-needs-reason': {
    meaning: 'The AI-CAIQ asks why a control does not apply.',
    remedy: 'Write the reason in the column for the description.',
  },
  'answer-proposed': {
    meaning:
      'A completed AI-CAIQ contains answers about controls that the objective refers to. The comment on the cell shows these answers as proposals. The objective counts as unanswered.',
    remedy: 'Compare the proposal with the text of the objective, and choose an answer.',
  },
  'answers-for-other-model': {
    meaning: 'Answers for one model cannot be used for a different model, even if the ids are the same.',
    remedy: 'Omit --model, or answer the objectives of the other model.',
  },
  'no-succession': {
    meaning:
      'To migrate answers, the program needs the file changes.yaml of each later edition. This file lists the changes to each objective. Some of these files are missing between the two editions.',
    remedy:
      'Specify a later edition with --to. If an edition between the two is missing, add its folder with changes.yaml.',
  },
  'edition-lost': {
    meaning:
      'To migrate or compare answers, the program needs the edition of the answers. The hidden sheet Meta is missing or does not name the edition. The program does not guess the edition.',
    remedy:
      'Use an earlier copy of the file. If you know the edition, specify it with --model, for example --model 1.0.',
  },
  'answer-to-review': {
    meaning:
      'The objective changed after the older edition, so the old answer may be incomplete. The comment on the cell contains the old answer. The objective counts as unanswered.',
    remedy: 'Compare the old answer with the new text of the objective, and choose an answer.',
  },
  'answer-dropped': {
    meaning: 'The older edition has an objective with an answer, but the later edition has no matching objective.',
    remedy: 'If you still need the answer, keep the old file or the report of the command.',
  },
  'unknown-objective': {
    meaning: 'The answers file names an objective that the model does not have.',
    remedy: 'Correct the id. “aismm model show --json” lists all ids.',
  },
  'unknown-category': {
    meaning: 'The model does not have a category with this code.',
    remedy: 'Use one of the codes in the message.',
  },
  // The options of a command
  'unknown-choice': {
    meaning: 'This option accepts only values from a list, and the value is not in the list.',
    remedy: 'Choose from the list in the message. Separate several values with commas.',
  },
  // The model's content
  'model-syntax': {
    meaning: 'A file of the model is not valid YAML 1.2.',
    remedy: 'Correct indentation, quotation marks or colons on the line in the message.',
  },
  'model-shape': {
    meaning: 'A file of the model is valid YAML, but a field is missing, unknown or of the wrong type.',
    remedy:
      'Correct the line in the message. The README.md of the model explains the files. Your own model has a README.md in its folder.',
  },
  'model-content': {
    meaning: 'The content of the model violates a rule. For example, a mapping names a control that does not exist.',
    remedy: 'The message says what to change. model/README.md explains how content is judged.',
  },
  'import-no-table': {
    meaning:
      '“aismm model import” needs a sheet with a column of ids and a column of control objectives. No sheet has both headings, or no row below the headings can be read. Nothing was written.',
    remedy:
      'In one of the first 15 rows of the sheet, write the headings “Control ID” and “Control” above the two columns. Write an id such as GOV-02.1 in each row.',
  },
  'import-row-unread': {
    meaning: 'A row of the spreadsheet is not a valid control objective. The model does not contain this row.',
    remedy:
      'Correct the cell that the message names, and import again into another folder. You can also add the objective to the files of the model.',
  },
  'import-value-unread': {
    meaning:
      'A deployment type, an assessment mode or the id of a control is unknown, or a title is too long. The model contains the objective without this value.',
    remedy: 'Correct the cell and import again, or edit the objective in the files of the model.',
  },
  'import-assumed': {
    meaning: 'The spreadsheet does not contain a value that a model needs. The program used a default value.',
    remedy: 'Compare the value with your source. Correct the spreadsheet, or the files of the model.',
  },
  'model-taken': {
    meaning:
      'Your model has the id and version of a built-in model, but different content. Workbooks name their model by id and version. The program would use answers for one model as answers for the other model.',
    remedy: 'Change the id or the version in model.yaml of your folder.',
  },
  'same-label': {
    meaning:
      'The program uses the labels of the options to read answers. If two options have the same label, the program cannot distinguish them. The label of an option must also differ from the ids of the other options.',
    remedy: 'Give each option of the list a different label, in each language.',
  },
  'unusable-label': {
    meaning:
      'People choose or type the label of an option. Spreadsheet programs read a text that begins with = + - or @ as a formula. A formula can compare at most 255 characters.',
    remedy: 'Give the option another label, in each language.',
  },
  'repeated-translation': {
    meaning: 'Two translation units of one language have the same address, so it is not clear which unit is correct.',
    remedy: 'Delete the wrong translation unit.',
  },
  'unknown-translation': {
    meaning:
      'The translation belongs to a text that the model does not have, or no longer has. The translation is not shown.',
    remedy: 'Correct the address. The file model/README.md explains addresses.',
  },
  'outdated-translation': {
    meaning:
      'A text of the model changed after the translation. Until the text is translated again, the program shows the text in the original language.',
    remedy: 'Compare the two texts. Correct the field “target”, and copy the new text into the field “source”.',
  },
  'missing-translations': {
    meaning: 'The translation of this language is not complete.',
    remedy: 'Add a translation unit for each text without a translation. Fill in each unit that has a blank “target”.',
  },
  // Many files at once
  'too-slow': {
    meaning:
      'Reading this file took too long. The program stopped reading this file, and continued with the other files.',
    remedy:
      'Ask the sender for the original workbook. You can also repeat the command for this file only, with a longer --time-limit.',
  },
  'too-much-memory': {
    meaning:
      'Reading this file needed too much memory. The program stopped reading this file, and continued with the other files.',
    remedy: 'Ask the sender for the original workbook.',
  },
  'our-fault': {
    meaning: 'An error in this program occurred while reading this file. Other files are not affected.',
    remedy: 'Report this error to the authors of this tool.',
  },
  'store-unusable': {
    meaning:
      'An SQLite file is unusable if it is missing, read-only, locked, full, damaged, or made by a different program. A PostgreSQL database is unusable if it cannot be reached, refuses the password, or was made by a different program.',
    remedy:
      'Specify another path or address, set PGPASSWORD, free disk space, or wait until the other program has finished. Then repeat the command. The command continues where it stopped. Replace a damaged store with a backup, or ingest the workbooks again.',
  },
  'ended-while-reading': {
    meaning:
      'Each time when “aismm work” read this file alone, the program ended, for example because the machine had too little memory. The file is on the list of failed files.',
    remedy:
      'Check the memory of the machine. Then add the file again with “aismm enqueue”, or ask the sender for the original workbook.',
  },
  'file-changed': {
    meaning:
      'The size, the time or the content of the file is not the same as when “aismm enqueue” found the file. The program takes in what the file contains now.',
    remedy:
      'No action is necessary, unless the file was not complete. Then add the complete file with “aismm enqueue”.',
  },
  'bucket-unusable': {
    meaning:
      'A bucket, or an object in a bucket, cannot be read. Credentials are missing or refused, the bucket does not exist, or the service cannot be reached.',
    remedy:
      'Set credentials and region as for other programs that use S3, and check the name of the bucket. Then repeat the command. Files that wait in the queue are not lost.',
  },
  'unknown-organization': {
    meaning: 'No accepted workbook in the store belongs to an organization with this name.',
    remedy: 'Check the spelling. “aismm organizations” lists all organizations.',
  },
  'organization-unnamed': {
    meaning:
      'Name and unit decide which workbooks belong to the same organization. Without a name, each workbook counts as a separate organization.',
    remedy:
      'Ask the sender to fill in the name on the Profile sheet. Then remove the workbook without an organization name with “aismm forget --file”, and ingest the new workbook.',
  },
  'cells-moved': {
    meaning:
      'Someone cut and pasted answers, or inserted or deleted cells. Formulas follow moved cells. The workbook therefore uses these answers for the wrong objectives.',
    remedy:
      'Undo the move, or enter each answer beside the correct id in a new workbook. Do not cut, insert or delete cells in the new workbook.',
  },
  'answer-unsettled': {
    meaning:
      'There is a question mark before the answer. Annotated copies contain a question mark if an answer may belong to another cell. A program cannot tell which answer is correct.',
    remedy:
      'Find out which answer is correct, and choose or type this answer. If no answer is correct, clear the cell.',
  },
  'read-from-own-sheet': {
    meaning:
      'A sheet that was not in the original workbook has answers beside ids of objectives. The original cells are blank, so this program uses the answers on the added sheet.',
    remedy: 'Copy the answers into the original sheet, and delete the other sheet.',
  },
  'answer-misplaced': {
    meaning:
      'Someone typed an answer option into a cell that is not for answers. The score may not include this answer.',
    remedy: 'Type the answer into the answer cell of the objective. Then clear the other cell, or undo the change.',
  },
  'figure-of-other-cells': {
    meaning:
      'Someone moved cells, or changed formulas or names. The workbook then uses the wrong cells to compute its results. A recalculation does not correct the results.',
    remedy: 'Check that each answer is beside the correct id, and copy the answers into a new workbook.',
  },
  // Lists of organizations, and workbooks that are issued to them
  'list-unreadable': {
    meaning:
      'The program cannot read the list as a table. The encoding is not UTF-8, a quotation mark is missing, or there are too many columns.',
    remedy: 'Open the list in a spreadsheet program, and save the list as “CSV UTF-8”.',
  },
  'list-empty': {
    meaning: 'The list has no rows below the headings. Therefore, no workbook can be issued.',
    remedy: 'Add one row per organization or unit.',
  },
  'list-missing-column': {
    meaning:
      'A column that every list needs was not found. The program ignores differences in case and spaces, and accepts common other names for a column.',
    remedy: 'Add the column, or change the heading of an existing column to the name in the message.',
  },
  'list-repeated-column': {
    meaning: 'Two columns have the same meaning, so the program cannot know which column to use.',
    remedy: 'Delete or rename one of the columns.',
  },
  'list-unknown-column': {
    meaning: 'The program does not recognize the heading of a column, so it ignores the column.',
    remedy: 'If the program should use the column, correct the heading. Otherwise, do nothing.',
  },
  'list-value': {
    meaning: 'A cell of the list contains a value that is not valid in its column.',
    remedy: 'Use a code or a name from the message. “aismm issue --template” prints a sample list.',
  },
  'list-formula': {
    meaning: 'A cell of the list contains a formula or a formula error instead of a value.',
    remedy: 'In the spreadsheet program, copy the column, and paste only the values. Then save the list again.',
  },
  'list-missing-name': {
    meaning: 'A row does not name an organization, so the program cannot issue a workbook for this row.',
    remedy: 'Write the name of the organization, or delete the row.',
  },
  'list-row-too-long': {
    meaning:
      'A row has a cell without a heading. A common cause is a text that contains the separator. Later cells of the row are then in the wrong columns.',
    remedy: 'Put quotation marks around the text, or save the list again with a spreadsheet program.',
  },
  'list-repeated-row': {
    meaning: 'Two rows are for the same organization and unit. The program ignores differences in case and spaces.',
    remedy: 'Delete one of the rows, or write a different unit in each row.',
  },
  'list-repeated-file': {
    meaning: 'The workbooks of two rows have the same file name, so one workbook would replace the other.',
    remedy:
      'Change one of the names, or leave the column blank. The program then derives the names from organization and unit.',
  },
  'issued-otherwise': {
    meaning: 'Someone changed the row after its workbook was issued. You may already have sent the earlier workbook.',
    remedy:
      'Add --force and send the new workbook. Both workbooks have the same token, so the program matches both workbooks to the row.',
  },
  'issued-file-changed': {
    meaning: 'A file in the folder has the name of an issued workbook, but different content.',
    remedy: 'Keep returned workbooks in a separate folder. Move the file to that folder, and repeat the command.',
  },
  'folder-in-use': {
    meaning:
      'Two commands cannot issue workbooks into the same folder at the same time. A file beside the folder shows that a command is running.',
    remedy:
      'Wait until the other command has ended. If no other command is running, delete the file that the message names.',
  },
  'manifest-unusable': {
    meaning: 'The file that records the issued workbooks is damaged, or is from a later version of this program.',
    remedy:
      'Restore the file from a backup. Without this file, the program matches returned workbooks only by organization and unit.',
  },
  'key-unusable': {
    meaning:
      'The program uses a secret key in a file to make and check tokens. The key file is missing, or it does not contain a key.',
    remedy:
      'Specify the key file with --key, or restore the key file. With another key, the program reports the tokens of returned workbooks as invalid.',
  },
  'token-forged': {
    meaning:
      'A returned workbook has a token that was not made with the key of this list. The token may be forged or changed, or another sender may have made the token.',
    remedy:
      'Ask the sender where the workbook comes from. The program matches the workbook only by organization and unit.',
  },
  'token-of-other-list': {
    meaning:
      'A returned workbook has a valid token that was made with the same key. However, the manifest does not contain this token.',
    remedy: 'Specify the folder of the other list with --issued, or use a separate store for each list.',
  },
  'measured-kept': {
    meaning:
      'The cell contains a measured value that a person typed. The list of measured values contains a different value. The cell was not changed.',
    remedy: 'Find out which value is correct. With --replace, the values in the list replace typed values.',
  },
  'returned-for-other': {
    meaning: 'The organization in a returned workbook is not the organization that the workbook was issued to.',
    remedy:
      'Ask the sender which organization is correct. A unit may have used the workbook of another unit, or someone changed the name.',
  },
} satisfies Explanations;
