/** `aismm check`: everything that is wrong with filled workbooks, at once, each with sheet and cell. */
import type { CommandModule } from 'yargs';
import {
  append,
  acceptSuggestions,
  annotateWorkbook,
  checkWorkbook,
  EXPLANATIONS,
  hasErrors,
  letGo,
  STANDARD_STREAM,
  toSarif,
  type Diagnostic,
} from '../../node.js';
import { expectNoInput } from '../files-apart.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { JSON_OPTION } from '../json-option.js';
import { namedWorkbooks } from '../named-workbooks.js';
import { formatByName, WORKBOOK_ENDING } from '../output-name.js';
import { readWorkbookFile } from '../read-file.js';
import { readyShelf } from '../ready-shelf.js';
import { EXIT, madeBy, printDiagnostics, printJson, printNote, Stop, told, Usage } from '../rim.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  files: string[];
  format: 'text' | 'json' | 'sarif';
  json: boolean;
  annotate: string | undefined;
  'accept-suggestions': boolean;
  output: string | undefined;
  force: boolean;
}

export const check: CommandModule<object, Options> = {
  command: 'check <files..>',
  describe: 'List all errors and warnings in completed workbooks',
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        describe: 'Workbooks, folders, zip archives, or file patterns such as returned/*.xlsx',
        demandOption: true,
      })
      .option('format', {
        choices: ['text', 'json', 'sarif'] as const,
        default: 'text' as const,
        describe: 'Output format: text for people, JSON for programs, or SARIF 2.1.0 for code hosting services',
      })
      .option('json', JSON_OPTION)
      .option('annotate', {
        type: 'string',
        describe: 'Output file for a copy of the workbook in which errors are marked',
      })
      .option('accept-suggestions', {
        type: 'boolean',
        default: false,
        describe: 'Write a copy of the workbook to the --output file, and replace invalid values with suggested values',
      })
      .option('output', {
        alias: 'o',
        type: 'string',
        describe: 'Output file for the copy that --accept-suggestions writes',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ format, json, annotate, 'accept-suggestions': accepts, output }) => {
        if (output !== undefined && !accepts)
          throw new Usage(
            '--output needs --accept-suggestions. To write the list of errors to a file, redirect it with “>”.',
          );
        if (accepts && output === undefined)
          throw new Usage('--accept-suggestions needs --output FILE. Add -o and the name of a new workbook.');
        if (annotate !== undefined) formatByName(annotate, WORKBOOK_ENDING, { option: '--annotate' });
        if (output !== undefined) formatByName(output, WORKBOOK_ENDING);
        if (accepts && annotate !== undefined)
          throw new Usage('--annotate and --accept-suggestions write different workbooks. Use one of them.');
        const asked = json ? 'json' : format;
        if ((annotate ?? output) === STANDARD_STREAM && asked !== 'text')
          throw new Usage(`The copy and --format ${asked} both write to standard output. Write the copy to a file.`);
        return true;
      })
      .example('aismm check returned/*.xlsx', 'List all errors and warnings in the workbooks in a folder')
      .example(
        'aismm check acme.xlsx --accept-suggestions -o fixed.xlsx',
        'Write a copy with suggested values instead of invalid values',
      )
      .example(
        'aismm check acme.xlsx --annotate acme-review.xlsx',
        'Write a copy with the errors marked, so that you can send it back to the organization',
      ),
  handler: async ({ files: paths, json, annotate, 'accept-suggestions': accepts, output, model, force, ...asked }) => {
    const format = json ? 'json' : asked.format;
    const target = annotate ?? output;
    const isCopyPrinted = target === STANDARD_STREAM;
    const shelf = await readyShelf(model);
    const items = await namedWorkbooks(paths);
    const files = items.map(({ path }) => path);
    // A folder or a pattern may mean several, or the copy itself.
    if (target !== undefined && files.length !== 1)
      throw new Usage(
        `${accepts ? '--accept-suggestions' : '--annotate'} accepts only one workbook. Specify one file.`,
      );
    if (target !== undefined) expectNoInput(target, files);
    const all: Diagnostic[] = [];
    let isFaulty = false;
    for (const item of items) {
      const checked = await readWorkbookFile(item, shelf, model, checkWorkbook);
      const { read, findings } = accepts && checked.read ? acceptSuggestions(checked.read, checked.findings) : checked;
      append(all, told(findings));
      isFaulty ||= hasErrors(findings);
      if (target === undefined) continue;
      if (read) writeFile(target, await annotateWorkbook(read, findings, letGo), { force });
      else printNote(`aismm did not write ${target}, because the workbook contains no answers.`);
    }
    if (format === 'json') printJson({ schemaVersion: 1, diagnostics: all });
    else if (format === 'sarif') printJson(toSarif(all, toolName(), EXPLANATIONS));
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
