/** English for folders with a model of one's own: what is written into them, and how to use them. */

/** The model that another one was made from. */
interface MadeFrom {
  readonly title: string;
  readonly name: string;
}

/** What a folder is called after, and what it was made from. */
export interface ReadmeFacts {
  readonly title: string;
  readonly name: string;
  readonly id: string;
  readonly version: string;
  /** One line on where its content is from. */
  readonly origin: string;
  /** How many of the laws of wording it may break: all of them for content of others. */
  readonly isImported: boolean;
}

export const ownModelWords = {
  title: 'Own Model of AI Security Maturity',
  readmeFile: 'README.md',
  purpose: [
    'This workbook shows, for each category, how well the security program of an organization protects the use of AI, and what to do next.',
    'Each category has levels with descriptions. The answers to control objectives decide which level is reached. The deployment types and the uses of AI decide which objectives apply.',
  ],
  notice: ({ title, name }: MadeFrom): string[] => [
    `This is an organization’s own model, made from the files of “${title}” (${name}), and possibly changed. The authors of that model and the Cloud Security Alliance have not checked or endorsed this model.`,
    'The original files are licensed under the Apache License 2.0. Ids and titles of other frameworks are only for reference, and belong to their publishers.',
  ],
  feedback: [
    'Write remarks on the Feedback sheet of the workbook. Enter the id of the objective, the kind of remark, and what would be better.',
  ],
  component: 'Whole model',
  madeFrom: (name: string): string => `First edition, made from ${name}.`,
  origin: (name: string): string => `This folder contains your own model, made from ${name}. You can change the files.`,
  readme: ({ title, name, id, version, origin, isImported }: ReadmeFacts): string => `# ${title}

${origin}

The name of this model is \`${name}\`. Each workbook contains the name of its model, so the program always reads the answers with the correct model.

| File | Content |
| --- | --- |
| \`model.yaml\` | id, version, title, notice, levels, answers, deployment types, domains, lists for the Profile sheet |
| \`categories/<CODE>.yaml\` | one category: the scope, the descriptions of the levels, and the control objectives |
| \`frameworks/*.yaml\` | controls that objectives refer to. If this folder has no file for a framework, the program uses the built-in file |
| \`locale/<language>/*.yaml\` | texts in another language. The folder is needed only for a translation |

Run all commands in this folder.

## Change the model

1. Edit the files with any text editor. The files are YAML. The spaces at the beginning of a line have a meaning, so do not change them.
   Write a text in quotation marks if the text contains \`: \` or \` #\`, or begins with a character such as \`-\`, \`[\` or \`"\`.
2. To remove a category, delete the file of the category. Also delete the code of the category under \`domains\` in \`model.yaml\`, and under \`excludes\` in other files.
3. A model has two to five levels. \`model.yaml\` and each category must contain the same levels. Level 1 has no objectives.
4. Titles, answers, industries, sizes and regions are texts of \`model.yaml\`. Do not change ids such as \`met\`. A new entry of a list needs a new \`id\` of lowercase letters, digits and hyphens, such as \`public-sector\`.
5. Some texts contain the number of categories or objectives. These texts do not change automatically. Check \`purpose\`, \`guidance\` and \`handbook\`.
6. Enter your name, color and logo under \`brand\` in \`model.yaml\`. The logo is a PNG file in this folder. \`alt\` describes the logo for people who cannot see it:

\`\`\`yaml
brand:
  name: Example Group
  color: "#0B5D1E"
  logo:
    file: logo.png
    alt: Example Group
\`\`\`

## Check the model

\`\`\`sh
npx aismm model show --model .
\`\`\`

This command prints the model, or lists every error with its file, its line and what to do. You cannot build a workbook from a model with errors.
${
  isImported
    ? `
\`npx aismm model lint --model .\` also checks the wording. The rules for the wording were made for the content of this program, so there may be many reports about other content.
You can build the workbook even if there are such reports.
`
    : `
\`\`\`sh
npx aismm model lint --model .
\`\`\`

This command also checks the wording, with the rules for the content of this program. You can build the workbook even if there are reports about the wording.
`
}
## Build the workbook

\`\`\`sh
npx aismm build --model . --format xlsx --out build
\`\`\`

The workbook is \`build/${id}-${version}.xlsx\`. To replace this file after a change to the model, add \`--force\`.

## Send the workbook, and read the answers

${isImported ? 'The workbook contains material of other owners. Do not share the workbook outside your organization.\n\n' : ''}Send the workbook to the people who answer. To try the next steps, create a workbook with the answers of a fictional organization:

\`\`\`sh
npx aismm example --model . -o build/returned.xlsx
\`\`\`

Check a returned workbook, and print the scores:

\`\`\`sh
npx aismm check --model . build/returned.xlsx
npx aismm score --model . build/returned.xlsx
\`\`\`

To compare many workbooks, ingest the workbooks into a store, and print the results. The first command creates eight workbooks of fictional organizations, because a portfolio shows no results of fewer than five organizations:

\`\`\`sh
npx aismm example --model . --count 8 --into build/returned
npx aismm ingest --model . build/returned --store build/results.sqlite
npx aismm portfolio --model . --store build/results.sqlite
\`\`\`

## Change the model again later

Before you send a changed workbook, change \`version\` in \`model.yaml\`. Keep a copy of this folder for each version that you sent.
The program reads each workbook with the version of the model that the workbook was built from.
`,
};

/** English for a model that was made from somebody else's spreadsheet. `source`: its file. */
export const importWords = {
  /** Stands behind every title, so that whatever shows the title says it. */
  mark: 'contains CSA material',
  title: 'Imported control objectives',
  purpose: (source: string): string[] => [
    `This workbook contains the control objectives of the spreadsheet “${source}”. Only the organization that has the spreadsheet may use this workbook.`,
  ],
  notice: (source: string): string[] => [
    `Contains CSA material. The control objectives were imported from “${source}” and belong to the Cloud Security Alliance or their other owners. Use the control objectives only inside your organization. Do not change or publish the control objectives, or give them to other people.`,
    'The scoring rule, the summaries of the levels and the answers come from this tool. The Cloud Security Alliance does not endorse these parts.',
  ],
  acknowledgments: ['The owners of the imported control objectives.'],
  guidance: [
    'Answer for the assessment date, and only from evidence that you have seen.',
    'Leave an objective blank when you do not know.',
  ],
  feedback: ['Send remarks on the imported control objectives to the owners of the control objectives.'],
  component: 'Whole model',
  madeFrom: (source: string): string => `Imported from “${source}”.`,
  origin: (source: string): string =>
    `**Contains CSA material.** This folder was imported from “${source}”. Use it only inside your organization. Do not publish it or give it to other people.`,
  texts: {
    description: 'The imported spreadsheet does not describe this level.',
    rationale: 'The imported spreadsheet gives no rationale.',
    partly: 'Only a part of the control objective is true.',
    evidence: ['The evidence that the control objective names', 'A record with a date'],
    includes: 'The subjects of the imported control objectives',
    excludes: 'All other subjects',
    scope: (name: string): string => `The imported control objectives on ${name}.`,
    otherDomain: 'Imported',
    domainSummary: 'Imported control objectives.',
  },
};
