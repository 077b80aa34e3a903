/** `aismm merge`: filled parts and full copies as one workbook; where people differ, nothing is chosen. */
import {
  append,
  answeredIn,
  formatAnswers,
  hasErrors,
  LANGUAGES,
  mergeFiles,
  objectivesOf,
  renderMerge,
  Shelf,
  STANDARD_STREAM,
  USUAL_LANGUAGE,
  writeWorkbook,
  type Finding,
  type Language,
  type MergedWhole,
  type MergeFile,
  type Prefer,
  jsonText,
} from '../../node.js';
import { wrongChoice } from '../choices.js';
import { placeOf } from '../files-apart.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { namedFiles } from '../named-files.js';
import { tellOnlyOne } from '../of-several.js';
import { ANSWERS_ENDINGS, formatByName, isAnswersFile } from '../output-name.js';
import { readAssessment, type ReadAssessment } from '../read-assessment.js';
import { EXIT, madeBy, modelShelf, printFindings, printData, printNote, printText, Stop, Usage } from '../world.js';
import type { Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  files: string[];
  output: string;
  prefer: string | undefined;
  selection: 'union' | undefined;
  locale: string | undefined;
  json: boolean;
  force: boolean;
}

export const merge: Command<Options> = {
  command: 'merge <files..>',
  describe: 'Merge completed parts or copies of a workbook into one workbook, and list the answers that differ',
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        describe: 'Completed workbooks or answers files of one organization, or file patterns such as parts/*.xlsx',
        demandOption: true,
      })
      .option('output', {
        alias: 'o',
        type: 'string',
        demandOption: true,
        describe: 'Output file: a workbook, or an answers file if the name ends in .json',
      })
      .option('prefer', {
        type: 'string',
        describe: 'Answer to use if the answers differ: “newest”, or the name of the file with the answer',
      })
      .option('selection', {
        choices: ['union'] as const,
        describe: 'Use “union” to select every deployment type that is selected in at least one of the files',
      })
      .option('model', MODEL_OPTION)
      .option('locale', {
        type: 'string',
        choices: Object.keys(LANGUAGES),
        defaultDescription: 'the language of the files',
        describe: 'Language of the workbook, and of the answers in the printed result',
      })
      .option('json', { type: 'boolean', default: false, describe: 'Print the result as JSON' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ output, json }) => {
        if (json && output === STANDARD_STREAM)
          throw new Usage(
            'The JSON result and the output file “-” both write to standard output. Use another output file.',
          );
        formatByName(output, ANSWERS_ENDINGS);
        return true;
      })
      .example('aismm merge parts/*.xlsx -o acme.xlsx', 'Merge the workbooks that your colleagues completed')
      .example(
        'aismm merge a.xlsx b.xlsx -o acme.xlsx --prefer newest',
        'Merge two workbooks, and use the newest answer if the answers differ',
      )
      .epilogue(
        'Answers that differ are not errors, so the exit code is 0. The sheet “Conflicts” of the merged workbook lists them.',
      ),
  noEffect: [
    {
      options: ['locale'],
      why: ({ json, output }) => (json && isAnswersFile(output) ? 'on JSON' : undefined),
      instead: 'write a workbook',
    },
  ],
  handler: async ({ files, output, prefer: preferred, selection, model: which, locale, json, force }) => {
    const { models } = modelShelf(which);
    const paths = await namedFiles(files, output);
    const prefer = preferred === undefined ? undefined : preferIn(preferred, paths);
    const findings: Finding[] = [];
    const read = paths.flatMap((path) => {
      const { value, findings: found } = readAssessment(path, new Shelf(models), which);
      append(findings, found);
      return value ? [{ path, ...value }] : [];
    });
    // What is undecided in a merged workbook stays so, and is no reason to refuse it.
    // A blank workbook, such as one that was just issued, takes the answers of the others.
    const ofParts = new Set(['conflict-undecided', ...(paths.length > 1 ? ['nothing-answered'] : [])]);
    const faults = findings.filter(({ code }) => !ofParts.has(code));
    const [first] = read;
    if (!first || hasErrors(faults)) stop(faults);
    const whole = models.find(first.model.id, first.model.version, USUAL_LANGUAGE.id) ?? first.model;
    const { value: merged, findings: found } = mergeFiles(read.map(fileOf), whole, {
      selection,
      prefer,
    });
    const told = [...faults, ...found];
    if (!merged) stop(told);
    printFindings(told);
    tellOnlyOne(paths, { prefer, selection });
    const language = locale === undefined ? languageOf(read) : (LANGUAGES[locale] ?? USUAL_LANGUAGE);
    writeFile(output, await contentOf(merged, output, language), { force });
    const report = json ? jsonText(asJson(merged), 2) : renderMerge(merged, language);
    if (output === STANDARD_STREAM) printNote(report);
    else (json ? printData : printText)(report);
  },
};

function stop(findings: readonly Finding[]): never {
  printFindings(findings);
  printNote('aismm did not write any files. Correct the errors, or omit the files with errors.');
  throw new Stop(EXIT.inputErrors);
}

type ReadFile = ReadAssessment & { readonly path: string };

function fileOf({ path, sha256, assessment, model, edition, addressed, placeOf }: ReadFile): MergeFile {
  const known = { ...(edition ? { edition } : {}), ...(addressed ? { addressed } : {}) };
  return { path, sha256, assessment, model, placeOf, ...known };
}

/** A file by its path or its name. */
function preferIn(text: string, paths: readonly string[]): Prefer {
  if (text.toLowerCase() === 'newest') return { by: 'newest' };
  const isMeant = (path: string): boolean => placeOf(path) === placeOf(text) || path.split(/[\\/]/).at(-1) === text;
  const those = paths.includes(text) ? [text] : paths.filter(isMeant);
  const [path] = those;
  if (path !== undefined && those.length === 1) return { by: 'file', file: path };
  const use = ' “newest”, or the name of one of the files';
  if (those.length === 0) throw wrongChoice('--prefer', text, ['newest', ...paths], use);
  throw new Usage(
    `Invalid --prefer "${text}": ${those.length} files have this name. Use the path of the file, such as ${String(path)}.`,
  );
}

/** The language of all files, if they have one. */
function languageOf(read: readonly ReadAssessment[]): Language {
  const [first] = read;
  return first && read.every(({ language }) => language.id === first.language.id) ? first.language : USUAL_LANGUAGE;
}

async function contentOf(merged: MergedWhole, output: string, language: Language): Promise<Uint8Array | string> {
  const { assessment, model, part, handOver, companion, review, addressed } = merged;
  if (isAnswersFile(output)) return `${jsonText(formatAnswers(assessment, model), 2)}\n`;
  return writeWorkbook({
    ...{ model, assessment, part, tool: madeBy(), language, review, addressed },
    ...(handOver ? { handOver } : {}),
    ...(companion === undefined ? {} : { companion }),
  });
}

function asJson({ assessment, model, files, open, decided, joined }: MergedWhole): unknown {
  return {
    schemaVersion: 1,
    model: { id: model.id, version: model.version },
    objectives: objectivesOf(model).length,
    answered: answeredIn(assessment),
    files,
    joined,
    decided,
    undecided: open.length,
    conflicts: assessment.conflicts ?? [],
  };
}
