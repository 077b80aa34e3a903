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
  title: 'Our AI Security Maturity Model',
  readmeFile: 'README.md',
  purpose: [
    'For each category, this workbook shows how well the security program of an organization protects the use of AI. The workbook also shows what the organization should do next.',
    'The level of a category depends on the answers to its control objectives. The deployment types and the uses of AI determine which objectives apply.',
  ],
  notice: ({ title, name }: MadeFrom): string[] => [
    `This workbook uses an organization’s own model. The model was created from the files of “${title}” (${name}), and may contain changes. The authors of “${title}” and the Cloud Security Alliance have not checked or endorsed this model.`,
    'The original files are licensed under the Apache License 2.0. Ids and titles from other frameworks are only references, and belong to their publishers.',
  ],
  feedback: [
    'Write remarks on the Feedback sheet of the workbook. Enter the id of the objective, the kind of remark, and your suggestion.',
  ],
  component: 'Whole model',
  madeFrom: (name: string): string => `First edition, created from ${name}.`,
  origin: (name: string): string =>
    `This folder contains your own model, which aismm created from ${name}. You can change the files.`,
  readme: ({ title, name, id, version, origin, isImported }: ReadmeFacts): string => `# ${title}

${origin}

The name of this model is \`${name}\`. Each workbook contains the name of its model, so aismm always uses the correct model to read the answers.

| File | Content |
| --- | --- |
| \`model.yaml\` | id, version, title, notice, levels, answers, deployment types, domains, and the lists on the Profile sheet |
| \`categories/<CODE>.yaml\` | one category: the scope, the descriptions of the levels, and the control objectives |
| \`frameworks/*.yaml\` | controls that objectives refer to. If there is no file for a framework, aismm uses the built-in file |
| \`locale/<language>/*.yaml\` | texts in another language. You need this folder only for a translation |

Run all commands in this folder.

## Change the model

1. Edit the files with any text editor. The files contain YAML. Do not change the indentation of lines, because it determines the structure of a YAML file.
   Put a value in quotation marks if the value contains \`: \` or \` #\`, or begins with a character such as \`-\`, \`[\` or \`"\`.
2. To remove a category, delete its file. Also delete the category code under \`domains\` in \`model.yaml\`, and under \`excludes\` in other files.
3. A model has two to five levels. \`model.yaml\` and each category must contain the same levels. Level 1 has no objectives.
4. You can change titles, answers, industries, sizes and regions in \`model.yaml\`, but do not change ids such as \`met\`. Each new entry of a list needs a new \`id\`, such as \`public-sector\`. An id consists of lowercase letters, digits and hyphens.
5. If you add or remove categories or objectives, check the numbers in the texts \`purpose\`, \`guidance\` and \`handbook\`. aismm does not change the numbers automatically.
6. Enter your name, color and logo under \`brand\` in \`model.yaml\`. The logo is a PNG file in this folder. In \`alt\`, describe the logo for people who cannot see it. For example:

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

If the model has no errors, this command prints the model. Otherwise, the command lists every error with the file, the line and how to fix the error. You cannot build a workbook from a model with errors.
${
  isImported
    ? `
\`npx aismm model lint --model .\` also checks the wording. The wording rules are intended for the built-in model, so the command may report many problems in imported content.
You can build the workbook even if the command reports problems with the wording.
`
    : `
\`\`\`sh
npx aismm model lint --model .
\`\`\`

This command also checks the wording of your model with the rules for the built-in model. You can build the workbook even if the command reports problems with the wording.
`
}
## Build the workbook

\`\`\`sh
npx aismm build --model . --format xlsx -o build
\`\`\`

The command creates the workbook \`build/${id}-${version}.xlsx\`. After a change to the model, add \`--force\` to replace this file.

## Send the workbook, and read the answers

${isImported ? 'The workbook contains material that belongs to others. Do not share the workbook outside your organization.\n\n' : ''}Send the workbook to the people who answer the objectives. To try the next steps now, create a workbook with the answers of a fictional organization:

\`\`\`sh
npx aismm example --model . -o build/returned.xlsx
\`\`\`

Check a returned workbook, and print the scores:

\`\`\`sh
npx aismm check --model . build/returned.xlsx
npx aismm score --model . build/returned.xlsx
\`\`\`

To compare many workbooks, ingest the workbooks into a store, and print the results. The first command creates workbooks of eight fictional organizations, because a portfolio shows results only for five or more organizations:

\`\`\`sh
npx aismm example --model . --count 8 --into build/returned
npx aismm ingest --model . build/returned --store build/results.sqlite
npx aismm portfolio --model . --store build/results.sqlite
\`\`\`

## Change the model again later

Before you send a changed workbook, change \`version\` in \`model.yaml\`. Keep a copy of this folder for each version that you send.
aismm reads each workbook with the version of the model from which the workbook was built.
`,
};

/** English for a model that was made from somebody else's spreadsheet. `source`: its file. */
export const importWords = {
  /** Stands behind every title, so that whatever shows the title says it. */
  mark: 'contains CSA material',
  title: 'Imported control objectives',
  purpose: (source: string): string[] => [
    `This workbook contains the control objectives of the spreadsheet “${source}”. Only the organization that imported the spreadsheet may use this workbook.`,
  ],
  notice: (source: string): string[] => [
    `Contains CSA material. The control objectives were imported from “${source}”, and belong to the Cloud Security Alliance or other owners. Use the control objectives only inside your organization. Do not change or publish the control objectives, and do not share them externally.`,
    'The scoring rule, the summaries of the levels and the answer options come from AISMM Workbook. The Cloud Security Alliance has not endorsed the scoring rule, the summaries or the answer options.',
  ],
  acknowledgments: ['The owners of the imported control objectives.'],
  guidance: [
    'Answer for the situation on the assessment date. Base each answer only on evidence that you have seen.',
    'If you do not know the answer to an objective, leave the answer blank.',
  ],
  feedback: ['Send remarks about the imported control objectives to the organization that publishes them.'],
  component: 'Whole model',
  madeFrom: (source: string): string => `Imported from “${source}”.`,
  origin: (source: string): string =>
    `**Contains CSA material.** This folder was imported from “${source}”. Use the folder only inside your organization. Do not publish the folder, and do not share it externally.`,
  texts: {
    description: 'The imported spreadsheet does not describe this level.',
    rationale: 'The imported spreadsheet does not contain a rationale.',
    partly: 'Only a part of the control objective is met.',
    evidence: ['The evidence that the control objective mentions', 'A record with a date'],
    includes: 'The subjects of the imported control objectives',
    excludes: 'All other subjects',
    scope: (name: string): string => `The imported control objectives on ${name}.`,
    otherDomain: 'Imported',
    domainSummary: 'Imported control objectives.',
  },
};
