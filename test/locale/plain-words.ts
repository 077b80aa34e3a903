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
  { word: /\bnot here\b/i, example: 'The model is not here.', use: 'The model is not installed.' },
];

/** What stays, by file: texts that workbooks contain and that are compared with what was issued, and names. */
const STAYS: Readonly<Record<string, readonly RegExp[]>> = {
  // Names of quantities and of options of a command, which no one reads as words.
  'src/locale/en/rules.ts': [/Conditions hold/, /holds: “/],
  'src/model/rules/changes-declared.ts': [/“holds” false/],
  'src/cli/commands/example.ts': [/broken number/, /--broken/],
  // Sheets that are laid out and compared cell by cell.
  'src/locale/en/words.ts': [
    /Where you stand/,
    /what stands between/i,
    /figures stand in the table/,
    /The program stands at/,
    /Valid until (?:date )?lies before/,
    /Nobody (?:starts at 0|is below level 1)/,
    /or nobody can show it/,
    /still holds/,
  ],
  'src/locale/en/report.ts': [
    /Where we stand/,
    /What holds us back/,
    /type stands out/,
    /objective (?:that )?leads to/,
    /Nobody has examined that evidence/,
    /holds? the category/,
  ],
  'templates/companion.md.hbs': [/that stands in/, /controls lead to/, /It holds the/, /still holds/],
  // Codes of diagnostics keep their names.
  'docs/diagnostics.md': [/faulty-model/, /our-fault/, /name-broken/],
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
