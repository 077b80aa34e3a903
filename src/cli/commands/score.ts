/** `aismm score`: the scorecard of filled workbooks. */
import type { Argv, CommandModule } from 'yargs';
import {
  categoriesOf,
  computeFigures,
  diagnose,
  hasErrors,
  renderScorecard,
  renderWhy,
  scoreReport,
  suggest,
  visible,
  whyLevel,
  type Model,
  type ScoreReport,
} from '../../index.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, modelShelf, printDiagnostics, printJson, printText, readTemplate, Stop, Usage } from '../world.js';

interface Options {
  files: string[];
  json: boolean;
  why: string | undefined;
}

export const score: CommandModule<object, Options> = {
  command: 'score <files..>',
  describe: 'Print the scorecard of filled workbooks',
  builder: (yargs) =>
    yargs
      .positional('files', { type: 'string', array: true, describe: 'Filled workbooks', demandOption: true })
      .option('json', { type: 'boolean', default: false, describe: 'One JSON value a file; several files: an array' })
      .option('why', { type: 'string', describe: 'Say what holds this category at its level' })
      .check(({ json, why }) => {
        if (json && why !== undefined) throw new Usage('--why prints text. Leave out --json, or --why.');
        return true;
      })
      .example('aismm score acme.xlsx --why GOV', 'What would raise the level of Governance')
      .example('aismm score acme.xlsx --json', 'All figures for a program to use') as unknown as Argv<Options>,
  handler: ({ files, json, why }) => {
    const shelf = modelShelf();
    const category = why === undefined ? undefined : knownCategory(why, shelf.usual);
    const read = files.map((file) => readWorkbookFile(file, shelf));
    const reports = read.map((each) =>
      scoreReport({ file: each.file, sha256: each.sha256 }, each.read, each.diagnostics),
    );
    if (json) printJson(reports.length === 1 ? reports[0] : reports);
    for (const [index, each] of read.entries()) {
      const report = reports[index];
      if (!json && each.read && report) {
        const { model, assessment } = each.read;
        if (category === undefined) printText(renderScorecard(named(report), model, readTemplate));
        else {
          const why = renderWhy(whyLevel(model, computeFigures(model, assessment), category), model, readTemplate);
          printText(read.length > 1 ? `${visible(each.file)}\n${why}` : why);
        }
      }
      printDiagnostics(each.diagnostics);
    }
    if (read.some(({ diagnostics }) => hasErrors(diagnostics))) throw new Stop(EXIT.inputErrors);
  },
};

/** A report whose names stay on their lines. */
function named(report: ScoreReport): ScoreReport {
  const { file, organization } = report;
  if (!organization) return report;
  const { name, unit, asOf } = organization;
  const shown = { ...organization, name: visible(name), unit: visible(unit), asOf: visible(asOf) };
  return { ...report, file: visible(file), organization: shown };
}

function knownCategory(text: string, model: Model): string {
  const codes = categoriesOf(model).map(({ id }) => id);
  const code = text.trim().toUpperCase();
  if (codes.includes(code)) return code;
  const suggestion = suggest(code, codes);
  const facts = { found: text, expected: codes, ...(suggestion ? { suggestion } : {}) };
  throw new Stop(EXIT.usage, [diagnose('unknown-category', { path: '--why' }, facts)]);
}
