/** `aismm fill`: a workbook prefilled from an answers file. */
import type { Argv, CommandModule } from 'yargs';
import {
  diagnose,
  findingsIn,
  hasErrors,
  mergeAssessments,
  parseAnswers,
  writeWorkbook,
  type Assessment,
  type Diagnostic,
} from '../../index.js';
import { EXIT, installedModel, madeBy, printDiagnostics, readBytes, Stop } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options {
  answers: string[];
  output: string;
  force: boolean;
}

export const fill: CommandModule<object, Options> = {
  command: 'fill <answers..>',
  describe: 'Write a workbook prefilled from an answers file (JSON), or from several put together',
  builder: (yargs) =>
    yargs
      .positional('answers', { type: 'string', array: true, describe: 'ANSWERS.json', demandOption: true })
      .option('output', { alias: 'o', type: 'string', demandOption: true, describe: 'File to write' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the file if it exists' })
      .example('aismm fill iam.json mod.json -o whole.xlsx', 'Parts that were answered apart, put together')
      .example('aismm fill ANSWERS.json -o acme.xlsx', 'The inverse of “aismm answers”') as Argv<Options>,
  handler: async ({ answers, output, force }) => {
    const model = installedModel();
    const diagnostics: Diagnostic[] = [];
    const parts = answers.flatMap((file) => {
      const bytes = readBytes(file);
      const parsed = bytes.value ? parseAnswers(new TextDecoder().decode(bytes.value), model) : bytes;
      diagnostics.push(...parsed.diagnostics.map((each) => ({ ...each, file })));
      return bytes.value && parsed.value ? [parsed.value as Assessment] : []; // the first case gave the value
    });
    const merged = mergeAssessments(parts);
    diagnostics.push(...merged.diagnostics);
    if (!merged.value || hasErrors(diagnostics)) throw new Stop(EXIT.inputErrors, diagnostics);
    const assessment = merged.value;
    const findings = findingsIn(model, assessment).map(({ code, objective, field, facts }) =>
      diagnose(
        code,
        { path: objective ? `answers.${objective}.${field ?? 'answer'}` : 'selection' },
        { ...facts, ...(objective ? { objective } : {}) },
      ),
    );
    printDiagnostics([...diagnostics, ...findings]);
    writeFile(output, await writeWorkbook({ model, assessment, madeBy: madeBy() }), { force });
  },
};
