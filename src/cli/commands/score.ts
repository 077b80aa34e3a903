/** `aismm score`: the scorecard of filled workbooks. */
import type { CommandModule } from 'yargs';
import {
  builtInTemplate,
  categoriesOf,
  computeFigures,
  find,
  hasErrors,
  renderScorecard,
  renderScores,
  renderWhy,
  scored,
  scoreReport,
  suggested,
  USUAL_LANGUAGE,
  visible,
  whyLevel,
  type Model,
  type Scored,
  type ShownScore,
} from '../../node.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, modelShelf, printFindings, printJson, printText, Stop, Usage } from '../world.js';

interface Options extends ModelOption {
  files: string[];
  json: boolean;
  why: string | undefined;
}

export const score: CommandModule<object, Options> = {
  command: 'score <files..>',
  describe: 'Print the scorecard of a filled workbook; of several, a line each',
  builder: (yargs) =>
    yargs
      .positional('files', { type: 'string', array: true, describe: 'Filled workbooks', demandOption: true })
      .option('json', { type: 'boolean', default: false, describe: 'One JSON value a file; several files: an array' })
      .option('why', { type: 'string', describe: 'Say what holds this category at its level' })
      .option('model', MODEL_OPTION)
      .check(({ json, why }) => {
        if (json && why !== undefined) throw new Usage('--why prints text. Leave out --json, or --why.');
        return true;
      })
      .example('aismm score acme.xlsx --why GOV', 'What would raise the level of Governance')
      .example('aismm score returned/*.xlsx', 'A line a file, and a summary')
      .example('aismm score acme.xlsx --json', 'All figures for a program to use'),
  handler: ({ files, json, why, model }) => {
    const shelf = modelShelf(model);
    const read = files.map((file) => readWorkbookFile(file, shelf, model));
    // Each workbook has the categories of its own edition.
    const models = read.flatMap((each) => each.read?.model ?? []);
    const category =
      why === undefined ? undefined : knownCategory(why, models.length > 0 ? models : [shelf.models.usual]);
    const { words, messages } = USUAL_LANGUAGE;
    const all = read.map(({ file, sha256, read: value, findings }) => scored({ file, sha256 }, value, findings));
    const reports = all.map((each) => scoreReport(each, messages));
    if (json) printJson(reports.length === 1 ? reports[0] : reports);
    const isListed = !json && category === undefined && read.length > 1;
    if (isListed) printText(renderScores(all, words, builtInTemplate));
    for (const [index, each] of read.entries()) {
      const report = all[index];
      if (!json && !isListed && each.read && report) {
        const { model, assessment } = each.read;
        if (category === undefined) printText(renderScorecard(named(report), model, words, builtInTemplate));
        else {
          const why = renderWhy(
            whyLevel(model, computeFigures(model, assessment), category),
            model,
            words,
            builtInTemplate,
          );
          printText(read.length > 1 ? `${visible(each.file)}\n${why}` : why);
        }
      }
      // In a list, the errors of what was scored are a number.
      if (!isListed || !each.read) printFindings(each.findings);
    }
    if (read.some(({ findings }) => hasErrors(findings))) throw new Stop(EXIT.inputErrors);
  },
};

/** A report whose names stay on their lines. */
function named(report: Scored): ShownScore {
  const { file, organization } = report as ShownScore; // a workbook that was read has them
  const { name, unit, asOf } = organization;
  const shown = { ...organization, name: visible(name), unit: visible(unit), asOf: visible(asOf) };
  return { ...(report as ShownScore), file: visible(file), organization: shown };
}

/** A category that every one of the models has. */
function knownCategory(text: string, [first, ...others]: readonly Model[]): string {
  const codesOf = (model: Model | undefined): string[] => (model ? categoriesOf(model).map(({ id }) => id) : []);
  const codes = codesOf(first).filter((each) => others.every((model) => codesOf(model).includes(each)));
  const code = text.trim().toUpperCase();
  if (codes.includes(code)) return code;
  const facts = { found: text, expected: codes, ...suggested(code, codes) };
  throw new Stop(EXIT.usage, [find('unknown-category', { path: '--why' }, facts)]);
}
