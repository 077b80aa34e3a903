/** `aismm measure`: figures that tools have measured, in a workbook. */
import type { CommandModule } from 'yargs';
import {
  annotateWorkbook,
  csvFile,
  figuresInCsv,
  figuresInJson,
  figureTemplate,
  issue,
  readNamed,
  STANDARD_STREAM,
  withFigures,
  type Finding,
} from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { formatByName, WORKBOOK_ENDING } from '../output-name.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, madeBy, modelShelf, printFindings, printNote, Stop, Usage } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  file: string | undefined;
  from: string | undefined;
  output: string | undefined;
  template: boolean;
  replace: boolean;
  force: boolean;
}

export const measure: CommandModule<object, Options> = {
  command: 'measure [file]',
  describe: 'Write measured values from your tools into a copy of a workbook',
  builder: (yargs) =>
    yargs
      .positional('file', { type: 'string', describe: 'Blank or completed workbook to copy' })
      .option('from', { type: 'string', requiresArg: true, describe: 'File with the measured values (.csv or .json)' })
      .option('output', {
        alias: 'o',
        type: 'string',
        requiresArg: true,
        describe: 'Output file: a copy of the workbook with the measured values, or the list that --template creates',
      })
      .option('template', {
        type: 'boolean',
        default: false,
        describe: 'Print a list of the values that the workbook needs, with units and periods',
      })
      .option('replace', {
        type: 'boolean',
        default: false,
        describe: 'Also replace measured values that people typed',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ file, from, output, template, replace }) => {
        if (template && (from !== undefined || replace))
          throw new Usage(`--template and --${replace ? 'replace' : 'from'} cannot be combined. Use one of them.`);
        const missing =
          file === undefined ? 'file' : from === undefined ? '--from' : output === undefined ? '--output' : '';
        if (!template && missing !== '')
          throw new Usage(
            `Missing ${missing}. Use: aismm measure FILE --from values.csv -o NEW.xlsx, or aismm measure --template.`,
          );
        if (output !== undefined) formatByName(output, template ? { csv: 'csv' } : WORKBOOK_ENDING);
        return true;
      })
      .example('aismm measure --template -o values.csv', 'Save a list of the values that your tools must measure')
      .example(
        'aismm measure acme.xlsx --from values.csv -o measured.xlsx',
        'Copy the workbook, and write the measured values with source and date into the copy',
      ),
  // Without --template, the check of the options has found a file, --from and --output.
  handler: async ({ file = '', from = '', output = STANDARD_STREAM, template, replace, model: which, force }) => {
    const shelf = modelShelf(which);
    const opened = file === '' ? undefined : await readWorkbookFile(file, shelf, which);
    if (opened && !opened.read) throw new Stop(EXIT.inputErrors, opened.findings);
    if (template || !opened?.read) {
      printFindings(opened?.findings.filter(({ code }) => code === 'other-model') ?? []);
      const issued = opened?.read?.issued ?? issue(shelf.models.usual, { tool: madeBy() });
      writeFile(output, csvFile(figureTemplate(issued)), { force });
      return;
    }
    const { value: bytes, findings: unread } = readNamed(from);
    if (!bytes) throw new Stop(EXIT.inputErrors, unread);
    const text = new TextDecoder().decode(bytes);
    // Standard input has no name that tells.
    const isJson = from === STANDARD_STREAM ? /^\s*[{[]/.test(text) : from.toLowerCase().endsWith('.json');
    const figures = isJson ? figuresInJson(text) : figuresInCsv(bytes);
    const inList = (findings: readonly Finding[]): Finding[] => findings.map((each) => ({ ...each, file: from }));
    const stop = (findings: readonly Finding[]): never => {
      printFindings(inList(findings));
      printNote('aismm did not write any files. Correct the list, and run the command again.');
      throw new Stop(EXIT.inputErrors);
    };
    const measured = figures.value
      ? withFigures(opened.read, opened.findings, figures.value, { replace })
      : stop(figures.findings);
    if (!measured.value) return stop(measured.findings);
    const { read, findings, written } = measured.value;
    printFindings(inList(measured.findings));
    printFindings(findings.map((each): Finding => ({ ...each, file })));
    writeFile(output, await annotateWorkbook(read, findings), { force });
    printNote(`${written} ${written === 1 ? 'measured value' : 'measured values'} written`);
  },
};
