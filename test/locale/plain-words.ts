/** Words and phrases that readers with a dictionary misread, each with an example and with what to write. Data of a law. */

interface Plain {
  readonly word: RegExp;
  readonly example: string;
  readonly use: string;
}

export const PLAIN: readonly Plain[] = [
  { word: /\b(?:stand|stands|stood)\b/i, example: 'The answer stands in column F.', use: 'The answer is in column F.' },
  { word: /\blies\b/i, example: 'The day lies before 2000.', use: 'The day is before 2000.' },
  { word: /\b(?:leads?|led) to\b/i, example: 'The path leads to no file.', use: 'The file does not exist.' },
  { word: /\b(?:some|any|every)body\b/i, example: 'Somebody deleted it.', use: 'Someone deleted it.' },
  { word: /\bnobody\b/i, example: 'Nobody can tell which.', use: 'This program cannot tell which.' },
  { word: /\bwhoever\b/i, example: 'Whoever has the file', use: 'A person who has the file' },
  { word: /\bholds?\b/i, example: 'The cell holds a text.', use: 'The cell contains a text.' },
  { word: /\bmend(?:s|ed|ing)?\b/i, example: 'Mend the first ones.', use: 'Fix these first.' },
  { word: /\banew\b/i, example: 'Type the text anew.', use: 'Type the text again.' },
  { word: /\bfault(?:s|y)?\b/i, example: 'Its files are faulty.', use: 'Its files are invalid.' },
  { word: /\bbroken\b/i, example: 'Half of the files are broken.', use: 'Half of the files are invalid.' },
  { word: /\bsound\b/i, example: 'The model is sound.', use: 'The model has no errors.' },
  { word: /\bof ours\b/i, example: 'A workbook of ours', use: 'An AISMM workbook' },
  { word: /\bhand(?:s|ed)?(?: \w+)? out\b/i, example: 'Hand it out.', use: 'Distribute it.' },
  { word: /\bcom(?:e|es|ing) apart\b/i, example: 'Ids and texts have come apart.', use: 'Ids and texts do not match.' },
  { word: /\bgoes (?:the same )?for\b/i, example: 'The same goes for B5.', use: 'Also changed: B5.' },
  { word: /\bway out\b/i, example: 'Copying the answers is the way out.', use: 'Copy the answers.' },
  { word: /\bthere twice\b/i, example: 'The column is there twice.', use: 'The column exists twice.' },
  { word: /\bgone\b/i, example: 'The sheet is gone.', use: 'The sheet is missing.' },
  { word: /\btold\b/i, example: 'Its units are told.', use: 'Its units are listed.' },
  {
    word: /(?<!separated )\bby commas\b/i,
    example: 'Choose several by commas.',
    use: 'Choose several, separated by commas.',
  },
  {
    word: /\bin (?:its|their|the) place\b/i,
    example: 'A suggestion was put in its place.',
    use: 'A suggestion replaced it.',
  },
  { word: /\ball the same\b/i, example: 'It counts all the same.', use: 'It still counts.' },
  {
    word: /\bas formulas do\b/i,
    example: 'It begins as formulas do.',
    use: 'It begins with a character that starts a formula.',
  },
  { word: /\bfresh\b/i, example: 'Use a fresh workbook.', use: 'Use a new workbook.' },
  { word: /\b(?:proven|proves)\b/i, example: 'the proven level', use: 'the level by evidence alone' },
  { word: /\b(?:can|won|don|doesn|isn)['’]t\b/i, example: "It can't be read.", use: 'It cannot be read.' },
  { word: /\ba (?:line|row|folder) (?:a|each)\b/i, example: 'a line a file', use: 'one line per file' },
  { word: /\bfloor by floor\b|\bfloors\b|\brooms?\b|\bthe rim\b/i, example: 'The floors of the house', use: 'Layers' },
  {
    word: /(?<![-\w{#.])figures?\b(?![-.:}(])/i,
    example: 'Where the answer is blank, the figure decides.',
    use: 'If the answer is blank, the measured value is used.',
  },
  {
    word: /\b(?:level|category|answer|portfolio|rule|id) reads?\b/i,
    example: 'A category reads levels.',
    use: 'A rule for a category uses its levels.',
  },
  {
    word: /\bportfolios? counts?\b/i,
    example: 'No portfolio counts it.',
    use: 'The workbook is not included in any portfolio.',
  },
  {
    word: /\bdelete the cell\b/i,
    example: 'Delete the cell to leave it blank.',
    use: 'To leave the cell blank, clear it (press the Delete key).',
  },
  { word: /\bhow to say it\b/i, example: 'How to say it', use: 'Output format' },
  { word: /\bwhat to build\b/i, example: 'What to build, separated by commas', use: 'Formats to build' },
  {
    word: /\bkeeps? (?:it|them) (?:at|below|there)\b/i,
    example: 'Explain what keeps it at its level',
    use: 'Explain why its level is not higher',
  },
  { word: /\bput together\b/i, example: 'Several are put together first.', use: 'Several files are merged first.' },
  {
    word: /\bdated\b[^.]*\bahead\b/i,
    example: 'An assessment dated ahead',
    use: 'An assessment with a date in the future',
  },
  { word: /\bcarr(?:y|ied|ies) over\b/i, example: 'The answers are carried over.', use: 'The answers are migrated.' },
  { word: /\bleft out\b/i, example: 'The row was left out.', use: 'The row was not imported.' },
  { word: /\blooked? at\b/i, example: 'The evidence was looked at.', use: 'The evidence was examined.' },
  { word: /\bcome about\b|\bcomes about\b/i, example: 'How the score comes about', use: 'How the score is computed' },
  {
    word: /\bis not the aim\b/i,
    example: 'Level 5 everywhere is not the aim.',
    use: 'You do not need level 5 everywhere.',
  },
  {
    word: /\bside by side\b|\bat a glance\b/i,
    example: 'It shows them at a glance.',
    use: 'It shows them on one page.',
  },
  { word: /\bnot here\b/i, example: 'The model is not here.', use: 'The model is not installed.' },
  {
    word: /\b(?:the|this is the) right (?:answers?|cells?|columns?|copy|dates?|files?|ids?|keys?|models?|numbers?|options?|orders?|rows?|sheets?|stores?|texts?|use|values?)\b/i,
    example: 'Move the answer to the right cell.',
    use: 'Move the answer to the correct cell.',
  },
  { word: /\b(?:is|are) right\b/i, example: 'If the answer is right', use: 'If the answer is correct' },
  {
    word: /\b(?:(?<=(?:^|[.:!?“(] ?))name|or name|and name|also name|to name) (?:a|an|another|it|one|the|your)\b/i,
    example: 'Name the folder of your model.',
    use: 'Specify the folder of your model.',
  },
  {
    word: /\bfilled (?!in\b|it in\b|them in\b|with\b|cells?\b)\w+/i,
    example: 'A filled workbook',
    use: 'A completed workbook',
  },
  {
    word: /(?<!\bthere )\b(?:is|are) no (?!longer\b|more\b|one\b)\w+/i,
    example: 'The id is no objective.',
    use: 'The id is not an objective.',
  },
  {
    word: /(?<!\bthere )\b(?:is|are) none\b/i,
    example: 'Tests are none.',
    use: 'Tests do not count.',
  },
  { word: /(?:^|[.!?] )But\b/, example: 'It is valid. But it is old.', use: 'It is valid. However, it is old.' },
  { word: /\bmakes? no difference\b/i, example: 'Case makes no difference.', use: 'The program ignores case.' },
  {
    word: /\bcounts? (?:half|by (?:it|them)sel(?:f|ves))\b/i,
    example: 'A partially met objective counts half.',
    use: 'A partially met objective counts as one half.',
  },
  {
    word: /\bmakes? (?:a|an|one|the|your) (?:\w+ )?(?:folder|model|page|portfolio|report|workbook)s?\b/i,
    example: 'This command makes a folder.',
    use: 'This command creates a folder.',
  },
  { word: /\bdr(?:aws?|awn|ew|awings?)\b/i, example: 'Draw a sample.', use: 'Choose a sample.' },
  { word: /\bapart\b/i, example: 'Assess units apart.', use: 'Assess each unit separately.' },
  {
    word: /\bvalid until a day\b|\buntil a day before\b/i,
    example: 'The answer was valid until a day before the date.',
    use: 'The date “Valid until” is before the date.',
  },
];

/** What stays, by file: texts that workbooks contain and that are compared with what was issued, and names. */
const STAYS: Readonly<Record<string, readonly RegExp[]>> = {
  // Names of quantities and of options of a command, which no one reads as words.
  'src/locale/en/rules.ts': [/Conditions hold/, /holds: “/, /The figures of levels/],
  'src/model/rules/changes-declared.ts': [/“holds” false/],
  'src/cli/commands/example.ts': [/broken (?:number|without)/, /--broken/],
  // Sheets that are laid out and compared cell by cell.
  // What layout 1 contains, and headings of columns by which cells are found.
  'src/locale/en/words.ts': [/Glossary\s+Figure/],
  'templates/companion.md.hbs': [/that stands in/, /controls lead to/, /It holds the/, /still holds/],
  // Codes of diagnostics keep their names.
  'docs/diagnostics.md': [/faulty-model/, /our-fault/, /name-broken/, /figure-(?:differs|of)/],
};

/** The words of a text that have a plainer one, each with its surroundings and with what to write. */
export function violationsIn(text: string, path = ''): string[] {
  return PLAIN.flatMap(({ word, use }) =>
    [...text.matchAll(new RegExp(word.source, 'gi'))]
      .map((match) => text.slice(Math.max(0, match.index - 30), match.index + 40).replace(/\s+/g, ' '))
      .filter((found) => !(STAYS[path] ?? []).some((stays) => stays.test(found)))
      .map((found) => `“${found}” (such as: ${use})`),
  );
}
