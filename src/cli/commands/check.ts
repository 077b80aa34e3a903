/** `aismm check`: everything that is wrong with filled workbooks, at once, each with sheet and cell. */
import type { CommandModule } from 'yargs';
import {
  annotateWorkbook,
  checkWorkbook,
  hasErrors,
  STANDARD_STREAM,
  toSarif,
  USUAL_LANGUAGE,
  type Diagnostic,
} from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, madeBy, modelShelf, printDiagnostics, printJson, printNote, Stop, told, Usage } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  files: string[];
  format: 'text' | 'json' | 'sarif';
  annotate: string | undefined;
  force: boolean;
}

export const check: CommandModule<object, Options> = {
  command: 'check <files..>',
  describe: 'List everything that is wrong with filled workbooks',
  builder: (yargs) =>
    yargs
      .positional('files', { type: 'string', array: true, describe: 'Filled workbooks', demandOption: true })
      .option('format', {
        choices: ['text', 'json', 'sarif'] as const,
        default: 'text' as const,
        describe: 'Lines for people, JSON, or SARIF 2.1.0 for code hosts',
      })
      .option('annotate', {
        type: 'string',
        describe: 'Write the answers of one file back into a fresh workbook, with each faulty cell marked',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the annotated file if it exists' })
      .example('aismm check returned/*.xlsx', 'Every fault in every file')
      .example('aismm check acme.xlsx --annotate acme-review.xlsx', 'A workbook to send back'),
  handler: async ({ files, format, annotate, model, force }) => {
    if (annotate !== undefined && files.length !== 1) {
      printNote('--annotate takes one workbook at a time. Name one file.');
      throw new Stop(EXIT.usage);
    }
    const isCopyPrinted = annotate === STANDARD_STREAM;
    if (isCopyPrinted && format !== 'text')
      throw new Usage(`--annotate - and --format ${format} both write to standard output. Give --annotate a file.`);
    const shelf = modelShelf(model);
    const all: Diagnostic[] = [];
    let isFaulty = false;
    for (const file of files) {
      const { read, findings } = readWorkbookFile(file, shelf, checkWorkbook);
      all.push(...told(findings));
      isFaulty ||= hasErrors(findings);
      if (annotate === undefined) continue;
      if (read) writeFile(annotate, await annotateWorkbook(read, findings), { force });
      else printNote(`${annotate} was not written: there are no answers to give back.`);
    }
    if (format === 'json') printJson({ schemaVersion: 1, diagnostics: all });
    else if (format === 'sarif') printJson(toSarif(all, toolName(), USUAL_LANGUAGE.messages));
    else printDiagnostics(all, isCopyPrinted ? process.stderr : process.stdout);
    printNote(summary(files.length, all));
    if (isFaulty) throw new Stop(EXIT.inputErrors);
  },
};

function toolName(): { name: string; version: string } {
  const [name = '', version = ''] = madeBy().split(' ');
  return { name, version };
}

function summary(files: number, diagnostics: readonly Diagnostic[]): string {
  const count = (severity: string): number => diagnostics.filter((each) => each.severity === severity).length;
  const plural = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`;
  return `${plural(files, 'file')}: ${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}`;
}
