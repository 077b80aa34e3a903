/** `aismm fill`: a workbook prefilled from an answers file. */
import type { Argv, CommandModule } from 'yargs';
import { diagnose, findingsIn, hasErrors, parseAnswers, writeWorkbook } from '../../index.js';
import { EXIT, installedModel, madeBy, printDiagnostics, readBytes, Stop, writeFile } from '../world.js';

interface Options {
  answers: string;
  output: string;
  force: boolean;
}

export const fill: CommandModule<object, Options> = {
  command: 'fill <answers>',
  describe: 'Write a workbook prefilled from an answers file (JSON)',
  builder: (yargs) =>
    yargs
      .positional('answers', { type: 'string', describe: 'ANSWERS.json', demandOption: true })
      .option('output', { alias: 'o', type: 'string', demandOption: true, describe: 'File to write' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace the file if it exists' })
      .example('aismm fill ANSWERS.json -o acme.xlsx', 'The inverse of “aismm answers”') as Argv<Options>,
  handler: async ({ answers, output, force }) => {
    const model = installedModel();
    const bytes = readBytes(answers);
    if (!bytes.value) throw new Stop(EXIT.inputErrors, bytes.diagnostics);
    const parsed = parseAnswers(new TextDecoder().decode(bytes.value), model);
    const diagnostics = parsed.diagnostics.map((each) => ({ ...each, file: answers }));
    if (!parsed.value || hasErrors(diagnostics)) throw new Stop(EXIT.inputErrors, diagnostics);
    const assessment = parsed.value;
    const findings = findingsIn(model, assessment).map(({ code, objective, field, facts }) =>
      diagnose(
        code,
        { file: answers, path: objective ? `answers.${objective}.${field ?? 'answer'}` : 'selection' },
        { ...facts, ...(objective ? { objective } : {}) },
      ),
    );
    printDiagnostics([...diagnostics, ...findings]);
    writeFile(output, await writeWorkbook({ model, assessment, madeBy: madeBy() }), { force });
  },
};
