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
    'This workbook shows how far an organization’s security program has come in protecting its use of AI, category by category, and what to do next.',
    'Each category has described levels. Control objectives decide which level is reached. Which of them apply follows from how AI is deployed and what is done with it.',
  ],
  notice: ({ title, name }: MadeFrom): string[] => [
    `This is an organization’s own model. It was made from the files of “${title}” (${name}) and may have been changed since. The makers of that model and the Cloud Security Alliance have neither checked nor endorsed it.`,
    'The files it was made from are licensed under the Apache License 2.0. Ids and titles of other frameworks are given for reference only and belong to their publishers.',
  ],
  feedback: [
    'Write remarks on the Feedback sheet of the workbook. Give the id of the objective, the kind of remark and what would be better.',
  ],
  component: 'Whole model',
  madeFrom: (name: string): string => `First edition, made from ${name}.`,
  origin: (name: string): string =>
    `This folder contains your own model. It was made from ${name}, and you can change it.`,
  readme: ({ title, name, id, version, origin, isImported }: ReadmeFacts): string => `# ${title}

${origin}

Its name is \`${name}\`. Workbooks carry this name, so that answers are always read with the model they were given for.

| file | what it is |
| --- | --- |
| \`model.yaml\` | id, version, title, notice, levels, answers, deployment types, domains, lists for the Profile sheet |
| \`categories/<CODE>.yaml\` | one category: its scope, its described levels and its control objectives |
| \`frameworks/*.yaml\` | controls that objectives refer to. A framework without a file is taken from the program |
| \`locale/<language>/*.yaml\` | texts in another language. The folder is needed only for a translation |

Run all commands in this folder.

## Change it

1. Edit the files with any text editor. They are YAML: the indentation has a meaning, so keep it.
2. To remove a category, delete its file and its code under \`domains\` in \`model.yaml\`. Other files may name it under \`excludes\`; correct them.
3. A model has two to five levels. \`model.yaml\` and each category have the same ones. Level 1 has no objectives.
4. Titles, answers, industries, sizes and regions are texts of \`model.yaml\`. Ids such as \`met\` stay as they are.
5. Texts that contain a number of categories or objectives do not change with the model. Check \`purpose\`, \`guidance\` and \`handbook\`.
6. Your name, color and logo are \`brand\` in \`model.yaml\`. The logo is a PNG file in this folder, with a text for people who cannot see it:

\`\`\`yaml
brand:
  name: Example Group
  color: "#0B5D1E"
  logo:
    file: logo.png
    alt: Example Group
\`\`\`

## Check it

\`\`\`sh
aismm model show --model .
\`\`\`

This prints the model, or every error with file, line and what to do. A model with errors builds nothing.
${
  isImported
    ? `
\`aismm model lint --model .\` also checks the wording. It was written for the program’s own content, so it reports much in content of others.
The workbook can be built in spite of these reports.
`
    : `
\`\`\`sh
aismm model lint --model .
\`\`\`

This also checks the wording, by the rules of the program’s own content. A report about the wording does not prevent a workbook.
`
}
## Build the workbook

\`\`\`sh
aismm build --model . --format xlsx --out build
\`\`\`

The workbook is \`build/${id}-${version}.xlsx\`.

## Send it out, and read it back

${isImported ? 'The workbook contains material of others. Do not give it to people outside your organization.\n\n' : ''}Send the workbook to those who answer. This makes a filled one to try the next steps with:

\`\`\`sh
aismm example --model . -o build/returned.xlsx
\`\`\`

Check what came back, and see its scores:

\`\`\`sh
aismm check --model . build/returned.xlsx
aismm score --model . build/returned.xlsx
\`\`\`

Many workbooks go into a store, and the figures of all of them come out of it:

\`\`\`sh
aismm ingest --model . build/returned.xlsx --store build/results.sqlite
aismm portfolio --model . --store build/results.sqlite
\`\`\`

## Change it again later

Give the model a new \`version\` in \`model.yaml\` before you send out a changed workbook. Keep a copy of this folder for each version that you sent out:
a workbook is read with the version it was built from.
`,
};

/** English for a model that was made from somebody else's spreadsheet. `source`: its file. */
export const importWords = {
  /** Stands behind every title, so that whatever shows the title says it. */
  mark: 'contains CSA material',
  title: 'Imported control objectives',
  purpose: (source: string): string[] => [
    `This workbook asks about the control objectives of the spreadsheet “${source}”. It is for use only inside the organization that has the spreadsheet.`,
  ],
  notice: (source: string): string[] => [
    `Contains CSA material. The control objectives were imported from “${source}” and belong to the Cloud Security Alliance or their other owners. Use them inside your organization only. Do not change, publish or pass them on.`,
    'The rule that derives a level from the objectives, the levels’ summaries and the answers are those of this tool. They are not endorsed by the Cloud Security Alliance.',
  ],
  acknowledgments: ['The owners of the imported control objectives.'],
  guidance: [
    'Answer for the state on the assessment date, from evidence you have seen.',
    'Leave an objective blank when you do not know.',
  ],
  feedback: ['Send remarks on the imported control objectives to their owners.'],
  component: 'Whole model',
  madeFrom: (source: string): string => `Imported from “${source}”.`,
  origin: (source: string): string =>
    `**Contains CSA material.** This folder was imported from “${source}”. Use it inside your organization only; do not publish it or pass it on.`,
  texts: {
    description: 'The imported spreadsheet does not describe this level.',
    rationale: 'The imported spreadsheet gives no rationale.',
    partly: 'A part of what the control objective says is true.',
    evidence: ['What the control objective names', 'A record of it with a date'],
    includes: 'What the imported control objectives say',
    excludes: 'All other subjects',
    scope: (name: string): string => `The imported control objectives on ${name}.`,
    otherDomain: 'Imported',
    domainSummary: 'Imported control objectives.',
  },
};
