/** `aismm fill`: a workbook prefilled from an answers file. */
import type { Argv, CommandModule } from 'yargs';
import {
  findingsIn,
  hasErrors,
  mergeAssessments,
  parseAnswers,
  readNamed,
  writeWorkbook,
  type Assessment,
  type Finding,
} from '../../node.js';
import { EXIT, installedModel, madeBy, printFindings, Stop } from '../world.js';
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
    const findings: Finding[] = [];
    const parts = answers.flatMap((file) => {
      const bytes = readNamed(file);
      const parsed = bytes.value ? parseAnswers(new TextDecoder().decode(bytes.value), model) : bytes;
      findings.push(...parsed.findings.map((each) => ({ ...each, file })));
      return bytes.value && parsed.value ? [parsed.value as Assessment] : []; // the first case gave the value
    });
    const merged = mergeAssessments(parts, model);
    findings.push(...merged.findings);
    if (!merged.value || hasErrors(findings)) throw new Stop(EXIT.inputErrors, findings);
    const assessment = merged.value;
    const inside = findingsIn(model, assessment).map(({ field, ...finding }): Finding => ({
      ...finding,
      path: finding.objective ? `answers.${finding.objective}.${field ?? 'answer'}` : 'selection',
    }));
    printFindings([...findings, ...inside]);
    writeFile(output, await writeWorkbook({ model, assessment, tool: madeBy() }), { force });
  },
};
