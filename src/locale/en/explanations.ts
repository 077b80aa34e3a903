/** What “aismm explain” and reports for programs say of each code in English: what it means, and what a person does about it. */
import type { Explanations } from '../message.js';

export const EXPLANATIONS = {
  // The file as a whole
  'file-not-found': {
    meaning: 'The path on the command line does not exist, or you do not have access to it.',
    remedy: 'Check the spelling of the path. Also check that you have permission to read the file.',
  },
  'file-unreadable': {
    meaning: 'The file exists, but the operating system does not allow aismm to read the file.',
    remedy:
      'Close other programs that use the file. Check that you have permission to read the file, and that the path is not a folder.',
  },
  'unreadable-mail': {
    meaning: 'The file name ends in .eml or .msg, but the file is not a complete e-mail message.',
    remedy:
      'Open the message in your mail program, and save the attached workbook. Then run the command again with the saved workbook.',
  },
  'folder-exists': {
    meaning:
      'The command creates a new folder, but a file or folder with the same name already exists. aismm did not write any files.',
    remedy: 'Choose another name for the new folder, or move the existing file or folder.',
  },
  'file-exists': {
    meaning:
      'The output file already exists, or the output folder is not empty. By default, aismm does not replace existing files. aismm did not write any files.',
    remedy: 'Choose another file name, or run the command again with --force to replace the existing file.',
  },
  'file-unwritable': {
    meaning:
      'The operating system did not allow aismm to write the file. aismm does not leave incomplete files on the disk.',
    remedy:
      'Check that the folder exists, and that you have permission to write to the folder. Also check that the disk has free space.',
  },
  'file-empty': {
    meaning: 'The file is empty. The most common cause is an interrupted upload or download.',
    remedy: 'Ask the sender to send the file again.',
  },
  'not-xlsx': {
    meaning: 'The file is not an Excel workbook in .xlsx format, even if the file name ends in .xlsx.',
    remedy: 'Open the file in the program that created it, and save it as “Excel Workbook (.xlsx)”.',
  },
  'encrypted-file': {
    meaning: 'The whole file is encrypted, so aismm cannot read the file without the password.',
    remedy:
      'Open the file in Excel with the password. Remove the password under File > Info > Protect Workbook. Save the file, and run the command again.',
  },
  'damaged-file': {
    meaning: 'Some parts of the workbook file are missing or damaged, or do not match each other.',
    remedy:
      'Open the file in a spreadsheet program, and save the file again. If the spreadsheet program cannot open the file, ask the sender for a new copy.',
  },
  'hostile-file': {
    meaning:
      'The file exceeds a limit that protects this computer, or has a structure that only harmful files have. aismm limits the size and nesting of files, and the number of parts, sheets, cells and links. aismm also limits the length of answers.',
    remedy:
      'Ask the sender to open the original workbook in a spreadsheet program, save the workbook, and send it again.',
  },
  'overgrown-file': {
    meaning:
      'Many empty rows below the table have formatting, often down to the last row of the sheet. The formatted empty rows make the file too large to read.',
    remedy:
      'Select the first empty row below the table, and press Ctrl+Shift+End. Delete the selected rows, and save the workbook.',
  },
  'not-our-workbook': {
    meaning:
      'The file is a workbook, but not an AISMM workbook. aismm found no AISMM tables and no control objectives in the workbook.',
    remedy:
      'Check that you specified the correct file. If someone rebuilt the sheets by hand, copy the answers into a new AISMM workbook.',
  },
  'unknown-model': {
    meaning:
      'A workbook, an answers file or the --model option refers to an edition of the model that is not installed.',
    remedy:
      'Update aismm, or use the version of aismm that created the workbook. If the model is your own, specify the model folder with --model.',
  },
  'faulty-model': {
    meaning: 'The files of an edition of the model are invalid, because someone changed the files.',
    remedy: 'Run “aismm model lint”, and fix the listed errors. Alternatively, install aismm again.',
  },
  'other-model': {
    meaning:
      'The --model option and the workbook specify different models. To read and score a workbook, aismm always uses the model that the workbook was built for.',
    remedy:
      'Run the command without --model. To use the other model, send a workbook for that model to the organization.',
  },
  'unknown-format': {
    meaning:
      'A later version of aismm created the workbook. The installed version of aismm cannot read the layout of the workbook.',
    remedy: 'Update aismm, and run the command again.',
  },
  'missing-meta': {
    meaning:
      'The hidden Meta sheet shows the model, the edition and the categories of the workbook. If the Meta sheet is missing, aismm looks for its contents on the other sheets.',
    remedy: 'If the workbook contains only a part of the model, use an earlier copy of the file.',
  },
  'incomplete-meta': {
    meaning:
      'The hidden Meta sheet shows the model, edition, language, layout, categories and deployment types of the workbook. If an entry is missing, aismm looks for the same information on the other sheets. If no sheet shows the categories and deployment types, aismm assumes that the workbook contains all of them.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a new workbook.',
  },
  'contradicting-meta': {
    meaning:
      'The file contains sheets of two different workbooks, or someone changed or duplicated the hidden Meta sheet. aismm could therefore assign answers to the wrong objectives.',
    remedy: 'Use an earlier copy of the file, or copy the answers into a new workbook.',
  },
  'unclear-edition': {
    meaning:
      'The hidden Meta sheet is missing, and the other sheets do not show the edition of the model. The objectives in the workbook match more than one edition.',
    remedy:
      'Use an earlier copy of the file, or specify the edition with --model. You can also copy the answers into a new workbook.',
  },
  'unknown-language': {
    meaning:
      'aismm recognizes answer options by their text. The installed version of aismm does not support the language of the workbook.',
    remedy: 'Update aismm, or use the version of aismm that created the workbook.',
  },
  'missing-sheet': {
    meaning:
      'Someone deleted a sheet with input cells or changed the sheet so much that aismm no longer recognizes it.',
    remedy:
      'Use an earlier copy of the file. You can also copy the sheet from a new workbook, and fill in the sheet again.',
  },
  'found-by-name': {
    meaning:
      'Someone deleted the headings and the hidden key row of a table. aismm used the defined names in the workbook to find the cells of the table.',
    remedy:
      'Run “aismm answers FILE”, and compare the output with the workbook. You can also copy the answers into a new workbook.',
  },
  'found-by-text': {
    meaning: 'An answer row has no valid id. aismm used the text in the row to identify the objective.',
    remedy: 'In the first column of the row, enter the id that the message shows.',
  },
  'column-moved': {
    meaning:
      'The hidden key and the visible heading of a column do not match. The most common cause is that someone moved only the headings.',
    remedy: 'Move the heading back to its original column, or move the answers to the column with the heading.',
  },
  'duplicate-sheet': {
    meaning:
      'Someone duplicated a sheet with answers in the workbook. Every answer on the copy is also on the original sheet.',
    remedy: 'Delete the copy, so that no one fills in the wrong sheet.',
  },
  'conflicting-copy': {
    meaning: 'Someone copied a sheet with answers, and the two sheets contain different answers.',
    remedy: 'Decide which answer is correct. Enter the correct answer on the original sheet, and delete the copy.',
  },
  'merged-cells': {
    meaning: 'Someone merged several answer cells. A merged cell can contain only one value.',
    remedy: 'Unmerge the cells (Home > Merge & Center), and fill in each cell.',
  },
  'table-continued': {
    meaning:
      'The rows of a table are on two sheets or in two separate blocks. aismm read all rows, because no row occurs twice.',
    remedy: 'Copy the rows back into the original table.',
  },
  'row-mixed-up': {
    meaning:
      'The ids and the text of some rows do not match. The most common cause is that someone sorted only some of the columns. aismm assigned each answer to the objective whose id is in the row. Some answers may therefore belong to other objectives.',
    remedy: 'Undo the sort, or copy the answers row by row into a new workbook.',
  },
  'duplicate-column': {
    meaning: 'The sheet contains an input column twice, and the two columns have different contents.',
    remedy: 'Delete the outdated column. Make sure that the remaining column has the original heading.',
  },
  'unknown-column': {
    meaning: 'Someone added a column to the workbook. aismm does not read answers from added columns.',
    remedy:
      'If the added column contains only your own remarks, no action is needed. Otherwise, copy the cells of the added column into the original column.',
  },
  'more-of-the-same': {
    meaning: 'There are many findings with the same code, so aismm does not list all of them.',
    remedy: 'Fix the listed errors, which may have the same cause, and check the file again.',
  },
  'more-findings': {
    meaning:
      'The list of findings for one workbook is limited to 256 kB. Errors that affect the score are listed first.',
    remedy: 'Fix the listed findings, and check the workbook again. aismm then lists the next findings.',
  },
  'missing-row': {
    meaning: 'Someone deleted a row of the original workbook or changed the id of the row.',
    remedy: 'Copy the missing row from a new workbook or an earlier copy of the file. Then fill in the row.',
  },
  'missing-column': {
    meaning: 'Someone deleted an input column or changed both the heading and the hidden key of the column.',
    remedy: 'Copy the missing column with its heading from a new workbook or an earlier copy of the file.',
  },
  'unknown-row': {
    meaning: 'A row of an answer table contains answers, but the model has no objective with the id of the row.',
    remedy: 'Correct the id in the first column, or move the answers to the row of the correct objective.',
  },
  'duplicate-row': {
    meaning: 'Two rows have the same id, so aismm cannot determine which answers are correct.',
    remedy: 'Decide which row is correct, and delete the other row.',
  },
  // A cell
  'unknown-option': {
    meaning: 'The cell has a drop-down list, but the text in the cell is not an option in the list.',
    remedy: 'Choose an option from the drop-down list.',
  },
  'ambiguous-option': {
    meaning: 'The cell has a drop-down list, but the text in the cell could mean more than one option.',
    remedy: 'Choose the correct option from the drop-down list.',
  },
  'synonym-accepted': {
    meaning:
      'The text is not an option in the drop-down list, but the meaning of the text is clear. aismm and the formulas of the workbook both recognize the text, so both show the same result.',
    remedy:
      'If the option that the message shows is correct, no action is needed. Otherwise, choose another option from the drop-down list.',
  },
  'option-with-reason': {
    meaning:
      'The cell contains an answer and the reason why the objective does not apply. aismm reads the reason as the beginning of the notes in the same row.',
    remedy: 'Choose the option from the drop-down list, and move the reason to the Notes column.',
  },
  'option-by-prefix': {
    meaning:
      'The cell contains an option and additional characters, such as quotation marks or a number. aismm recognizes the option, but the formulas of the workbook do not.',
    remedy: 'Choose the option from the drop-down list.',
  },
  'option-respelled': {
    meaning:
      'The text in the cell differs slightly from the option in the drop-down list. Examples are a nonbreaking space, full-width letters, a different dash, or the short code of the option. aismm recognizes the option, but the formulas of the workbook recognize only the exact text.',
    remedy: 'Choose the option from the drop-down list, so that the workbook shows the same results as aismm.',
  },
  'text-too-long': {
    meaning:
      'The text exceeds the length limit of a cell. Spreadsheet programs cannot store such long text, so a different kind of program wrote the file.',
    remedy: 'Shorten the text in the cell.',
  },
  'not-a-number': {
    meaning: 'The cell must contain a number, but the content of the cell is not a number.',
    remedy: 'Enter only the number, without the unit. The row already shows the unit.',
  },
  'number-out-of-range': {
    meaning: 'The number is outside the valid range for the cell.',
    remedy: 'Enter a number within the range that the message shows.',
  },
  'not-a-date': {
    meaning:
      'The cell does not contain a date, contains an ambiguous date, or contains a date before the year 2000. For example, spreadsheet programs read the number 2026 as a day in the year 1905.',
    remedy: 'Enter the date as year-month-day, for example 2026-11-30.',
  },
  'date-near-midnight': {
    meaning:
      'When a program converts dates between time zones, the time can change by one hour. If the time is close to midnight, the date can change to another day.',
    remedy: 'Enter the correct date without a time.',
  },
  'date-with-time': {
    meaning: 'Dates in an AISMM workbook do not include a time. aismm ignores the time in the cell.',
    remedy: 'Enter the date without a time.',
  },
  'number-as-text': {
    meaning:
      'Spreadsheet programs distinguish between numbers and text that looks like a number. aismm reads such text as a number, but the formulas of the workbook ignore it.',
    remedy: 'Clear the cell, set the format of the cell to Number, and type the number again.',
  },
  'percent-cell': {
    meaning:
      'A cell with a percent format stores 97% as 0.97. In this workbook, a measured value of 97% must be stored as 97.',
    remedy: 'Set the format of the cell to General, and type the number without the % sign.',
  },
  'points-in-percent-cell': {
    meaning:
      'Someone typed a number above 1 and then applied a percent format to the cell. aismm reads such a number as a percentage, for example 97 as 97%.',
    remedy: 'Type the percentage again with the % sign, for example 97%.',
  },
  'not-a-share': {
    meaning:
      'The cell contains a percentage, but the KPI of the objective is a count or a duration. Therefore, the meaning of the percentage is not clear.',
    remedy: 'Set the format of the cell to General, and type the number in the unit of the KPI target.',
  },
  'share-as-points': {
    meaning:
      'In older workbooks (layout 1), a spreadsheet program may store 97% as 0.97. Therefore, a stored 0.97 can mean 97% or 0.97%. In this cell, both percentages give the same result for the objective.',
    remedy: 'Type the percentage without the % sign, for example 97 for 97%.',
  },
  'measured-ambiguous': {
    meaning:
      'In older workbooks (layout 1), a spreadsheet program may store 97% as 0.97. Therefore, a stored 0.97 can mean 97% or 0.97%. In this cell, only one of the two percentages reaches the KPI target.',
    remedy:
      'Type the percentage without the % sign, for example 97 for 97%. You can also choose an answer from the drop-down list.',
  },
  'date-as-text': {
    meaning:
      'Spreadsheet programs distinguish between dates and text that looks like a date. aismm reads such text as a date, but the formulas of the workbook ignore it.',
    remedy: 'Clear the cell, and type the date again as year-month-day, for example 2026-11-30.',
  },
  'not-text': {
    meaning: 'The cell contains a spreadsheet error value instead of text.',
    remedy: 'Type the text into the cell again.',
  },
  'format-not-shown': {
    meaning:
      'The cell contains a number instead of text. The number format determines what the cell shows, but aismm does not support this format.',
    remedy: 'Set the format of the cell to Text, and type the text that the cell should show.',
  },
  'link-refused': {
    meaning:
      'aismm accepts links with relative addresses, and links that begin with https:, http:, mailto: or file:. aismm does not accept other links, because they could start programs.',
    remedy: 'Insert a link to a web page or a file, or remove the link.',
  },
  'link-not-kept': {
    meaning: 'The cell contains a link, but aismm can store only text for this cell.',
    remedy: 'Move the link to the Evidence column, or type the address as part of the text.',
  },
  'comment-kept': {
    meaning:
      'An answer cell has a comment. aismm stores the comment with the answers and writes the comment into annotated copies.',
    remedy:
      'If the comment does not contain an answer, no action is needed. If the comment is an answer, type the answer into the cell.',
  },
  'proposals-open': {
    meaning:
      '“aismm migrate” copied answers from an older edition into cell comments, as proposed answers for you to confirm. Cells with only a proposed answer still need an answer. Proposed answers do not affect any result.',
    remedy:
      'Review each comment with a proposed answer, and choose an answer in the cell. You do not need to delete the comments.',
  },
  'comment-not-kept': {
    meaning:
      'Some cells that are not input cells have comments, for example cells with the text of an objective. aismm keeps only comments on input cells. Annotated copies do not contain comments on other cells.',
    remedy: 'Copy important comments to the Notes cell in the same row.',
  },
  'answers-elsewhere': {
    meaning:
      'The sender used colors or comments instead of answers. aismm cannot determine the meaning of colors and comments.',
    remedy: 'In each answer cell, choose an option from the drop-down list.',
  },
  'own-sheet': {
    meaning:
      'Someone added a sheet to the workbook. aismm searches the added sheet for objectives and reports each answer on the sheet.',
    remedy:
      'If the added sheet contains no answers, no action is needed. Otherwise, move the answers to the original sheets.',
  },
  'struck-answer': {
    meaning:
      'Someone struck through an answer but did not clear the cell. aismm cannot determine whether the answer is still valid.',
    remedy: 'If the answer is no longer valid, clear the cell. Otherwise, remove the strikethrough (Home > Font).',
  },
  'formula-in-input': {
    meaning:
      'An input cell contains a formula. The result of a formula depends on the program that last calculated the workbook. Therefore, aismm does not use formulas as answers.',
    remedy: 'To replace the formula with its value, copy the cell, and paste only the value into the cell.',
  },
  'input-not-used': {
    meaning: 'A cell inside or beside an answer table contains text, but the cell is not an input cell.',
    remedy: 'Move the text to the correct cell, or delete the text.',
  },
  'suggestion-accepted': {
    meaning:
      'Because of the --accept-suggestions option, aismm replaced invalid answers with suggestions. aismm marks and lists each replaced answer, so that a person can check the answer.',
    remedy: 'If the suggestion is correct, no action is needed. Otherwise, choose or type the correct answer.',
  },
  // What was changed besides the answers
  'locked-cell-changed': {
    meaning:
      'Someone removed the sheet protection and changed a cell that is not for answers. aismm computes scores only from the answers, so the scores do not change. However, the file may show incorrect text or results.',
    remedy: 'Copy the answers into a new workbook. Ask the sender why the cell was changed.',
  },
  'other-build': {
    meaning:
      'The text of workbooks can differ between builds of aismm. This workbook contains the text of the build that created it. Therefore, aismm cannot determine whether someone also changed this text.',
    remedy:
      'No action is needed. To check whether someone changed the text of the workbook, use the build of aismm that created the workbook.',
  },
  'figure-differs': {
    meaning:
      'A workbook stores the results of its last calculation. Some spreadsheet programs do not update stored results, and people can overwrite stored results. aismm never uses stored results.',
    remedy: 'Open the workbook in a spreadsheet program, recalculate the workbook (F9), and save it.',
  },
  'sheet-removed': {
    meaning: 'A sheet of the original workbook is missing.',
    remedy: 'If you need the removed sheet, copy the answers into a new workbook.',
  },
  'part-removed': {
    meaning: 'Someone deleted rows or columns without answers from a sheet of the original workbook.',
    remedy: 'If you need the deleted rows or columns, copy the answers into a new workbook.',
  },
  'locked-key-changed': {
    meaning:
      'aismm uses ids, headings and hidden keys to assign answers to objectives. Someone edited a cell with an id, heading or key, or sorted only some columns of a table. aismm might therefore assign answers to the wrong objectives.',
    remedy: 'Restore the original text, or copy the answers into a new workbook.',
  },
  'name-redirected': {
    meaning:
      'A defined name now refers to other cells. Formulas and programs that use the defined name may therefore show wrong results. aismm computes scores without this defined name.',
    remedy: 'Copy the answers into a new workbook. Ask the sender why the cell was changed.',
  },
  'name-broken': {
    meaning:
      'A defined name no longer refers to a cell. The most common cause is that someone deleted the cells or moved other cells onto them. Formulas that use the defined name show an error or a wrong result. aismm computes scores without this defined name.',
    remedy: 'Do not use the results that the workbook shows. Copy the answers into a new workbook.',
  },
  'own-cells': {
    meaning: 'Someone typed text beside or below a table, or in added rows or columns.',
    remedy: 'If the text is not an answer, no action is needed. Otherwise, move the text to the correct answer cell.',
  },
  // What the answers say
  'review-incomplete': {
    meaning:
      'An assessor chose “Not agreed” or “Question” without a remark, or wrote a remark but left the Review cell blank.',
    remedy:
      'Fill in both the Review column and the Review remark column. If the assessor agrees with the answer, no remark is needed.',
  },
  'na-needs-reason': {
    meaning:
      'aismm accepts the answer “Not applicable” only if the Notes cell contains the reason why the objective does not apply.',
    remedy: 'Write the reason in the Notes cell of the row, or choose another answer.',
  },
  'kpi-contradicts-answer': {
    meaning:
      'The answer and the measured value of the KPI contradict each other. aismm uses the answer. Version 0.1 of aismm also reported this warning if the answer was “Met”. If the answer is “Met”, later versions report the code “met-against-measurement” instead.',
    remedy: 'Correct the answer or the measured value.',
  },
  'met-against-measurement': {
    meaning:
      'The answer is “Met”, but the measured value does not meet the target of the KPI. aismm and the workbook use the answer, so the level may be too high.',
    remedy: 'Correct the answer or the measured value.',
  },
  'nothing-answered': {
    meaning:
      'No objective has an answer or a measured value. Every category is at level 1, but this level is not a valid result. “aismm ingest” lists blank workbooks as a separate group. Portfolios do not include blank workbooks.',
    remedy: 'Fill in the workbook, or ask the sender whether you received the correct copy.',
  },
  'all-the-same': {
    meaning:
      'All answers in the workbook are the same. Identical answers can be correct, but often mean that someone filled in the whole column in one step.',
    remedy: 'Compare some answers with their evidence. Ask the sender how the organization determined each answer.',
  },
  'met-without-evidence': {
    meaning:
      'Some objectives are met, although their Evidence cells are blank. Without evidence, other people cannot verify the answers.',
    remedy: 'Fill in the Evidence cell of each listed objective, or choose another answer.',
  },
  'reason-says-nothing': {
    meaning:
      'The answer is “Not applicable”, but the reason in the Notes cell is a dash, “n/a” or a similar placeholder. aismm and the workbook exclude the objective from the score, which may raise the score.',
    remedy:
      'In the Notes cell of each listed row, write why the objective does not apply. If the objective applies, choose another answer.',
  },
  'notes-without-answer': {
    meaning: 'Some objectives have notes but no answer. aismm does not read notes as answers.',
    remedy: 'Choose an answer for each objective that the message lists.',
  },
  'assessed-after-date': {
    meaning:
      'The “Assessed on” date is later than the assessment date. The answers in a workbook describe the state of the organization on the assessment date. Either the answer belongs to a later assessment, or no one updated the assessment date.',
    remedy: 'Correct the assessment date on the Profile sheet, or the “Assessed on” date.',
  },
  'assessed-in-future': {
    meaning: 'The “Assessed on” date is in the future, so it cannot be correct.',
    remedy: 'In the “Assessed on” cell, enter the date on which a person assessed the objective.',
  },
  'assessment-date-in-future': {
    meaning:
      'aismm uses the assessment date to find expired answers and the latest assessment of an organization. An answer expires if its “Valid until” date is before the assessment date. If the assessment date is wrong, answers may expire too early, and aismm may use the wrong assessment.',
    remedy: 'On the Profile sheet, enter the day on which the assessment was made.',
  },
  'answer-expired': {
    meaning: 'The “Valid until” date is before the assessment date, so aismm treats the answer as expired.',
    remedy:
      'Assess the objective again, and enter a new “Valid until” date. If one of the dates is wrong, correct the date.',
  },
  'blank-selection': {
    meaning:
      'aismm treats a blank cell in the “In use?” column as Yes. If aismm treated a blank cell as No, the score would exclude objectives without a warning.',
    remedy: 'Choose Yes or No on the Profile sheet.',
  },
  'nothing-selected': {
    meaning:
      'Every deployment type is set to No. Therefore, no objective applies, and every result is “not applicable”.',
    remedy: 'On the Profile sheet, choose Yes for each deployment type in use.',
  },
  // ANSWERS.json
  'invalid-json': {
    meaning: 'The content of the answers file is not valid JSON.',
    remedy: 'Correct the syntax at the line and column that the message shows.',
  },
  'invalid-answers': {
    meaning: 'The file is valid JSON, but does not have the structure of an answers file.',
    remedy:
      'Compare the file with the example in docs/answers.md. Correct the value at the path that the message shows.',
  },
  'repeated-key': {
    meaning:
      'An object in the answers file contains the same key twice. Most programs use only one of the two values and do not show a warning.',
    remedy: 'Decide which of the two values is correct, and delete the other value.',
  },
  'conflicting-answers': {
    meaning: 'Several files for the same workbook contain different values for the same field.',
    remedy: 'Decide which value is correct, and correct or delete the other value.',
  },
  'conflicting-selection': {
    meaning:
      'The files for the workbook do not select the same deployment types. Some unanswered objectives may therefore apply. If a file has no “selection” field, aismm treats all deployment types as in use.',
    remedy:
      'Use the same “selection” value in all files. To include the deployment types of all files instead, add --selection union.',
  },
  'too-many-remarks': {
    meaning:
      'aismm combines the remarks from all files into one list and keeps every remark. The combined list is too long for one workbook.',
    remedy: 'Combine some of the remarks, or send some remarks to the editors of the model separately.',
  },
  'conflict-undecided': {
    meaning:
      'Several people entered different values for the same cell, and someone merged their workbooks. aismm does not choose between different values. The Conflicts sheet shows each value with its file, person, date and evidence.',
    remedy:
      'Ask the people who entered the values. Then enter the correct value in the cell that the message refers to. The Conflicts sheet then shows the conflict as resolved.',
  },
  'conflict-unreadable': {
    meaning:
      'In a merged workbook, the Conflicts sheet lists the cells for which people entered different values. Someone deleted or changed rows of this sheet. aismm could therefore mistake an unresolved conflict for a blank answer.',
    remedy:
      'Merge the parts again. To resolve a conflict, change only the answer cell. Do not edit the Conflicts sheet.',
  },
  'merge-other-model': {
    meaning: 'Answers for one edition of a model are not valid for another edition, even if the ids are the same.',
    remedy: 'Migrate the answers of the older file with “aismm migrate”, or merge the files without the older file.',
  },
  'merge-other-organization': {
    meaning:
      'All parts of one workbook must have the same organization and unit. When aismm compares names, it ignores differences in case and spaces.',
    remedy: 'Merge without the other organization’s file. If a name is wrong, correct the name on the Profile sheet.',
  },
  'merge-other-token': {
    meaning:
      'The two files have different tokens. Each issued workbook has its own token, and all parts of the workbook have the same token.',
    remedy:
      'Use only parts that belong to the same issued workbook. If someone changed a token, ask the sender for the original file.',
  },
  'part-alone': {
    meaning:
      'A part that “aismm split” created contains only some of the objectives. In a store, aismm would treat the part as a complete workbook.',
    remedy: 'Merge all parts with “aismm merge”, and ingest the merged workbook.',
  },
  'merge-same-file': {
    meaning: 'Two of the files have identical content.',
    remedy:
      'If you intended to specify both files, no action is needed. Otherwise, specify the correct file instead of one of the two files.',
  },
  'merge-part-twice': {
    meaning: 'Someone sent the same part more than once, and the files differ.',
    remedy: 'Merge without the older file. To use the values with the latest date instead, add --prefer newest.',
  },
  'merge-part-missing': {
    meaning: 'Some parts of the workbook are missing, so the merged workbook is incomplete.',
    remedy: 'Merge again with the missing parts. The answers that you already merged do not change.',
  },
  'merge-too-many-conflicts': {
    meaning:
      'A merged workbook stores every value that differs between the files. The number of different values exceeds the limit for one workbook.',
    remedy:
      'Check that all files belong to the same workbook. Then merge fewer files, or ask people to agree on the answers before you merge.',
  },
  'merge-too-long': {
    meaning:
      'If texts for the same cell differ, aismm writes all of the texts into the cell, one after the other. A cell can contain at most 32,767 characters.',
    remedy: 'Shorten the text in one of the files, and merge the files again.',
  },
  'people-list-invalid': {
    meaning:
      'In the list of people for “aismm split”, each row assigns an objective or a category to a person. aismm cannot use one of the rows.',
    remedy: 'Correct the row. The columns of the list must have the headings “id” and “person”.',
  },
  'questionnaire-no-table': {
    meaning:
      'An AI-CAIQ contains a table with one question per row. The headings of the table must be in one of the first 15 rows of the sheet.',
    remedy: 'Check that the file is an AI-CAIQ, and that no one changed the headings of the table.',
  },
  'questionnaire-edition': {
    meaning:
      'Some controls have different ids in different editions of the AICM. Without the edition, aismm cannot determine which control an id refers to. aismm reads the edition from the questionnaire sheet.',
    remedy:
      'Specify the edition with --edition. You can also use a questionnaire for an AICM edition that the model refers to.',
  },
  'question-unread': {
    meaning: 'The valid answers to a question of the AI-CAIQ are Yes, No and NA. aismm ignores other answers.',
    remedy: 'In the questionnaire, choose Yes, No or NA.',
  },
  'question-needs-owner': {
    meaning: 'If the answer to a question is Yes, the AI-CAIQ also asks for the owner of the control.',
    remedy: 'Choose the owner in the column for control ownership.',
  },
  'question-needs-reason': {
    meaning: 'If the answer to a question is NA, the AI-CAIQ also asks why the control does not apply.',
    remedy: 'Write the reason in the column for the control description.',
  },
  'answer-proposed': {
    meaning:
      'A completed AI-CAIQ contains answers about controls that the objective refers to. aismm copied these answers into a comment on the cell, as a proposal. Until a person chooses an answer, aismm treats the objective as unanswered.',
    remedy: 'Compare the proposal with the text of the objective, and choose an answer in the cell.',
  },
  'answers-for-other-model': {
    meaning: 'aismm cannot use answers for one model with a different model, even if the ids are the same.',
    remedy: 'Run the command without --model, or use an answers file for the specified model.',
  },
  'no-succession': {
    meaning:
      'aismm can migrate answers only to a later edition, and can compare only editions that it can migrate between. Each later edition needs a changes.yaml file that lists the changes to the objectives.',
    remedy:
      'For “aismm migrate”, specify a later edition with --to. If an edition between the old and the new edition is missing, add the folder of the missing edition. The folder must contain changes.yaml.',
  },
  'edition-lost': {
    meaning:
      'To migrate or compare answers, aismm must know the edition of the answers. The hidden Meta sheet is missing, or does not show the edition. aismm does not guess the edition of a workbook.',
    remedy:
      'Use an earlier copy of the file. If you know the edition, specify it with --model, for example --model 1.0.',
  },
  'answer-to-review': {
    meaning:
      'The objective is different in the new edition, so the old answer may no longer be correct. The comment on the cell contains the old answer. Until a person chooses an answer, aismm treats the objective as unanswered.',
    remedy: 'Compare the old answer with the new text of the objective, and choose an answer in the cell.',
  },
  'answer-dropped': {
    meaning: 'The older edition has an objective with an answer, but the later edition has no matching objective.',
    remedy: 'If you still need the answer, keep the old file or the report of “aismm migrate”.',
  },
  'unknown-objective': {
    meaning: 'The answers file contains an id, but the model has no objective with this id.',
    remedy: 'Correct the id. To list all ids, run “aismm model show --json”.',
  },
  'unknown-category': {
    meaning: 'The model does not have a category with this code.',
    remedy: 'Use one of the codes that the message lists.',
  },
  // The model's content
  'model-syntax': {
    meaning: 'A file of the model is not valid YAML 1.2.',
    remedy: 'On the line that the message shows, correct the indentation, quotation marks or colons.',
  },
  'model-shape': {
    meaning: 'A file of the model is valid YAML, but a field is missing, unknown or of the wrong type.',
    remedy:
      'Correct the line that the message shows. The model/README.md file explains the model files. If the model is your own, see the README.md file in its folder.',
  },
  'model-content': {
    meaning:
      'The content of the model violates a rule. For example, a mapping refers to a control that does not exist.',
    remedy: 'Make the change that the message describes. The model/README.md file explains the rules for the content.',
  },
  'import-no-table': {
    meaning:
      '“aismm model import” needs a sheet with a column of ids and a column of control objectives. No sheet has the headings of these columns, or aismm cannot read any row below the headings. aismm did not write any files.',
    remedy:
      'In one of the first 15 rows of the sheet, write the headings “Control ID” and “Control” above the two columns. In each row below the headings, write an id such as GOV-02.1.',
  },
  'import-row-unread': {
    meaning: 'A row of the spreadsheet is not a valid control objective, so aismm did not import the row.',
    remedy:
      'Correct the cell that the message names, and import the file again into another folder. You can also add the objective to the files of the model.',
  },
  'import-value-unread': {
    meaning:
      'A deployment type, an assessment mode or the id of a control is unknown, or a title is too long. aismm imported the objective without the invalid value.',
    remedy: 'Correct the cell, and import the file again. You can also edit the objective in the files of the model.',
  },
  'import-assumed': {
    meaning: 'The spreadsheet does not contain a value that a model needs, so aismm used a default value.',
    remedy:
      'Check whether the default value is correct for your model. If it is wrong, enter the correct value in the spreadsheet, or in the files of the model.',
  },
  'model-taken': {
    meaning:
      'Your model has the same id and version as a built-in model, but different content. A workbook identifies its model by id and version. aismm could therefore use answers for one model as answers for the other model.',
    remedy: 'In the folder of your model, change the id or the version in model.yaml.',
  },
  'same-label': {
    meaning:
      'aismm uses the labels of options to read answers. If two options have the same label, aismm cannot distinguish the two options. The label of an option must also differ from the ids of the other options.',
    remedy: 'In every language, use a different label for each option in the list.',
  },
  'unusable-label': {
    meaning:
      'In a workbook, people choose or type the labels of options. Spreadsheet programs read text that begins with =, +, - or @ as a formula. Formulas can compare text with at most 255 characters.',
    remedy: 'Change the label of the option in every language.',
  },
  'repeated-translation': {
    meaning:
      'The same text has two translations into one language, so aismm cannot determine which translation is correct.',
    remedy: 'Delete the translation unit with the wrong translation.',
  },
  'unknown-translation': {
    meaning:
      'The translation is for a text that the model does not contain, or no longer contains. aismm does not show the translation.',
    remedy: 'Correct the address of the translation. The model/README.md file describes the format of addresses.',
  },
  'outdated-translation': {
    meaning:
      'A text in the model was changed after it was translated. Until someone updates the translation, aismm shows the text in the original language.',
    remedy:
      'Compare the old text with the new text. Correct the translation in the “target” field, and copy the new text into the “source” field.',
  },
  'missing-translations': {
    meaning: 'The translation into this language is not complete.',
    remedy: 'Add a translation unit for each text without a translation. Also fill in each blank “target” field.',
  },
  // Many files at once
  'too-slow': {
    meaning:
      'Reading the file took longer than the time limit. aismm stopped reading the file and continued with the other files.',
    remedy:
      'Ask the sender for the original workbook. You can also run the command again for this file only, with a longer --time-limit.',
  },
  'too-much-memory': {
    meaning:
      'Reading the file needed too much memory. aismm stopped reading the file and continued with the other files.',
    remedy: 'Ask the sender for the original workbook.',
  },
  'our-fault': {
    meaning: 'An internal error occurred while aismm was reading the file. The error does not affect other files.',
    remedy: 'Report the error to the authors of aismm.',
  },
  'store-unusable': {
    meaning:
      'aismm cannot use an SQLite file that is missing, read-only, locked, damaged, or created by another program. aismm cannot write to an SQLite file if the disk is full. aismm cannot use a PostgreSQL database that is unreachable, rejects the password, or was created by another program.',
    remedy:
      'Depending on the cause, specify another path or address, set PGPASSWORD, or free up disk space. If another program uses the store, wait until this program ends. Then run the command again. aismm continues where it stopped. If the store is damaged, restore the store from a backup, or ingest the workbooks again.',
  },
  'ended-while-reading': {
    meaning:
      '“aismm work” ended unexpectedly each time it read this file. One possible cause is insufficient memory. The file is now on the list of failed files.',
    remedy:
      'Use a computer with more memory, and add the file again with “aismm enqueue”. You can also ask the sender for the original workbook.',
  },
  'file-changed': {
    meaning:
      'The size, the modification time or the content of the file changed after “aismm enqueue” found the file. aismm reads the current content of the file.',
    remedy:
      'If the current content is complete, no action is needed. Otherwise, add the complete file again with “aismm enqueue”.',
  },
  'bucket-unusable': {
    meaning:
      'aismm cannot read a bucket, or an object in a bucket. Possible causes are missing or rejected credentials, a bucket that does not exist, or an unreachable service.',
    remedy:
      'Set the credentials and the region in the same way as for other programs that use Amazon S3. Check the name of the bucket, and run the command again. The files in the queue are not lost.',
  },
  'unknown-organization': {
    meaning: 'No accepted workbook in the store belongs to an organization with this name.',
    remedy: 'Check the spelling of the name. To list all organizations, run “aismm organizations”.',
  },
  'unknown-workbook': {
    meaning:
      'The store does not contain a workbook with this path, or the workbook contains the name of its organization. “aismm forget --file” removes only workbooks without an organization name.',
    remedy:
      'To list the paths of workbooks without an organization name, run “aismm organizations”. To remove a named organization, specify its name.',
  },
  'not-portfolio': {
    meaning: 'The file after --benchmark is not the result of “aismm portfolio --json”.',
    remedy:
      'Run “aismm portfolio --store STORE --json”, and write the output to a file. Use this file with --benchmark.',
  },
  'organization-unnamed': {
    meaning:
      'aismm uses the organization name and the unit to determine which workbooks belong to the same organization. If a workbook contains no name, aismm treats the workbook as a separate organization.',
    remedy:
      'Ask the sender to enter the name on the Profile sheet. Remove the earlier workbook with “aismm forget --file”. Then ingest the new workbook.',
  },
  'cells-moved': {
    meaning:
      'Someone cut and pasted answers, or inserted or deleted cells. Formulas follow moved cells, so the workbook uses the moved answers for the wrong objectives.',
    remedy:
      'Undo the move, or enter each answer beside the correct id in a new workbook. Do not cut, insert or delete cells in the new workbook.',
  },
  'answer-unsettled': {
    meaning:
      'The answer begins with a question mark. In annotated copies, aismm writes a question mark before an answer that may belong to another cell. aismm cannot determine which answer is correct.',
    remedy:
      'Find out which answer is correct, and choose or type the correct answer. If no answer is correct, clear the cell.',
  },
  'read-from-own-sheet': {
    meaning:
      'Someone added a sheet that has answers next to objective ids. The original answer cells are blank, so aismm uses the answers on the added sheet.',
    remedy: 'Copy the answers to the original sheet, and delete the added sheet.',
  },
  'answer-misplaced': {
    meaning: 'Someone typed an answer into a cell that is not for answers. The score might not include this answer.',
    remedy:
      'Type the answer into the answer cell of the objective. Then clear the wrong cell, or restore its original content.',
  },
  'figure-of-other-cells': {
    meaning:
      'Someone moved cells, or changed formulas or defined names. The workbook therefore computes its results from the wrong cells. Recalculating the workbook does not correct the results.',
    remedy: 'Check that each answer is beside the correct id, and copy the answers into a new workbook.',
  },
  // Lists of organizations, and workbooks that are issued to them
  'list-unreadable': {
    meaning:
      'aismm cannot read the list as a table. The file is not a CSV file, or its encoding is not UTF-8. A quotation mark may be missing, or there may be too many columns.',
    remedy: 'Open the list in a spreadsheet program, and save the list as “CSV UTF-8”.',
  },
  'list-empty': {
    meaning: 'The list has no rows below the headings.',
    remedy: 'Add one row per organization or unit. In a list of measured values, add one row per value.',
  },
  'list-missing-column': {
    meaning:
      'The list does not contain a required column. When aismm reads headings, it ignores differences in case and spaces, and accepts common alternative names.',
    remedy: 'Add the column, or change the heading of an existing column to the name in the message.',
  },
  'list-repeated-column': {
    meaning: 'Two columns of the list have the same meaning, so aismm cannot determine which column to use.',
    remedy: 'Delete or rename one of the two columns.',
  },
  'list-unknown-column': {
    meaning: 'aismm does not recognize the heading of a column, so aismm ignores the column.',
    remedy: 'If you want aismm to use the column, correct the heading. Otherwise, no action is needed.',
  },
  'list-value': {
    meaning: 'A cell of the list contains a value that is not valid in its column.',
    remedy: 'Use a code or a name from the message. To print a sample list, run “aismm issue --template”.',
  },
  'list-formula': {
    meaning: 'A cell of the list contains a formula or a formula error instead of a value.',
    remedy: 'In the spreadsheet program, copy the column, and paste only the values. Then save the list again.',
  },
  'list-missing-name': {
    meaning: 'A row of the list contains no organization name, so aismm cannot issue a workbook for this row.',
    remedy: 'Write the name of the organization in the row, or delete the row.',
  },
  'list-row-too-long': {
    meaning:
      'A row of the list has more cells than headings. The most common cause is a value that contains the separator. The later cells of the row are then in the wrong columns.',
    remedy:
      'Put quotation marks around each value that contains the separator. Alternatively, correct the row in a spreadsheet program, and save the list again.',
  },
  'list-repeated-row': {
    meaning:
      'Two rows are for the same organization and unit, or for the same objective. When aismm compares names, it ignores differences in case and spaces.',
    remedy:
      'Delete one of the two rows. In a list of organizations, you can write a different unit in each row instead.',
  },
  'list-repeated-file': {
    meaning: 'The workbooks of two rows have the same file name, so one workbook would replace the other.',
    remedy:
      'Change one of the file names, or clear its cell. If the cell is blank, aismm derives the file name from the organization and the unit.',
  },
  'issued-otherwise': {
    meaning:
      'Someone changed the row after aismm issued the workbook for the row. You may already have sent the earlier workbook.',
    remedy:
      'Add --force, and send the new workbook. Both workbooks have the same token, so “aismm status” assigns both workbooks to the same row of the list.',
  },
  'issued-file-changed': {
    meaning: 'A file in the folder has the name of an issued workbook, but different content.',
    remedy:
      'Keep returned workbooks in a separate folder. Move the file to the separate folder, and run the command again.',
  },
  'folder-in-use': {
    meaning:
      'Two commands cannot issue workbooks into the same folder at the same time. While a command is running, there is a lock file beside the folder.',
    remedy:
      'Wait until the other command has finished. If no other command is running, delete the file that the message names.',
  },
  'manifest-unusable': {
    meaning:
      'The manifest.json file lists the issued workbooks. Either this file is damaged, or a later version of aismm created it.',
    remedy:
      'Restore manifest.json from a backup. Without this file, aismm identifies returned workbooks only by organization and unit.',
  },
  'key-unusable': {
    meaning:
      'aismm uses a secret key to create and check workbook tokens. The key file is missing, or does not contain a key.',
    remedy:
      'Specify the key file with --key, or restore the key file from a backup. With a different key, aismm reports the tokens of returned workbooks as invalid.',
  },
  'token-forged': {
    meaning:
      'A returned workbook has a token that was not created with the current key. Someone may have forged or changed the token, or issued the workbook with a different key.',
    remedy:
      'Ask the sender where the workbook comes from. If a workbook token is invalid, aismm identifies the workbook only by its organization and unit.',
  },
  'token-of-other-list': {
    meaning:
      'The token of a returned workbook was created with the correct key. However, the token is not in manifest.json, the list of issued workbooks.',
    remedy:
      'With --issued, specify the folder into which the workbook was issued, or use a separate store for each list.',
  },
  'measured-kept': {
    meaning:
      'Someone typed a measured value into the cell, but the list of measured values contains a different value. aismm did not change the cell.',
    remedy: 'Find out which value is correct. To replace typed values with the values in the list, add --replace.',
  },
  'returned-for-other': {
    meaning: 'The organization in the returned workbook is not the organization to which the workbook was issued.',
    remedy:
      'Ask the sender which organization is correct. A unit may have used another unit’s workbook, or someone may have changed the name.',
  },
} satisfies Explanations;
