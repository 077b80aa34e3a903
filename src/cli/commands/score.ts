/** `aismm score`: the scorecard of filled workbooks. */
import type { CommandModule } from 'yargs';
import {
  allModels,
  consoleWords,
  builtInTemplate,
  categoriesOf,
  computeFigures,
  hasErrors,
  renderScorecard,
  renderScores,
  renderWhy,
  scored,
  scoreReport,
  messagesIn,
  USUAL_LANGUAGE,
  visible,
  whyLevel,
  type Model,
  type ReadWorkbook,
  type Scored,
  type ShownScore,
} from '../../node.js';
import { wrongChoice } from '../choices.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { namedWorkbooks } from '../named-workbooks.js';
import { readWorkbookFile } from '../read-file.js';
import { readyShelf } from '../ready-shelf.js';
import { EXIT, printFindings, printJson, printText, Stop, Usage } from '../rim.js';

interface Options extends ModelOption {
  files: string[];
  json: boolean;
  why: string | undefined;
}

export const score: CommandModule<object, Options> = {
  command: 'score <files..>',
  describe: 'Print the scorecard of a completed workbook. For several workbooks, print one line per workbook',
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        describe: 'Workbooks, folders, zip archives, or file patterns such as returned/*.xlsx',
        demandOption: true,
      })
      .option('json', {
        type: 'boolean',
        default: false,
        describe: 'Print all results as JSON. For several workbooks, aismm prints an array',
      })
      .option('why', {
        type: 'string',
        describe: 'Explain the level of one category. Specify the code of the category, such as GOV',
      })
      .option('model', MODEL_OPTION)
      .check(({ json, why }) => {
        if (json && why !== undefined) throw new Usage('--why and --json cannot be combined. Use one of them.');
        return true;
      })
      .example('aismm score acme.xlsx --why GOV', 'Explain the level of the Governance category')
      .example('aismm score returned/*.xlsx', 'Print one line per workbook, and a summary')
      .example('aismm score acme.xlsx --json', 'Print all results as JSON for another program'),
  handler: async ({ files, json, why, model }) => {
    const shelf = await readyShelf(model);
    // Which of them a workbook has is known when it is read.
    if (why !== undefined) categoryAmong(why, [...new Set(allModels(shelf.models).flatMap(codesOf))]);
    const items = await namedWorkbooks(files);
    const isListed = !json && why === undefined && items.length > 1;
    const results: Result[] = [];
    for (const item of items) {
      const { file, sha256, read, findings } = await readWorkbookFile(item, shelf, model);
      // A list needs the figures only: what many workbooks hold is let go at once.
      const kept = isListed || json ? undefined : read;
      results.push({ file, figures: scored({ file, sha256 }, read, findings), read: kept });
    }
    const all = results.map(({ figures }) => figures);
    if (json) {
      const reports = all.map((each) => scoreReport(each, messagesIn()));
      printJson(reports.length === 1 ? reports[0] : reports);
    } else if (isListed) printText(renderScores(all, consoleWords, builtInTemplate));
    else printOneByOne(results, why, shelf.models.usual);
    // In a list, the errors of what was scored are a number.
    for (const { findings, program } of all) if (!isListed || program === undefined) printFindings(findings);
    if (all.some(({ findings }) => hasErrors(findings))) throw new Stop(EXIT.inputErrors);
  },
};

/** What became of one workbook; `read` where its answers are needed. */
interface Result {
  readonly file: string;
  readonly figures: Scored;
  readonly read: ReadWorkbook | undefined;
}

/** Prints the scorecard of each workbook, or what keeps one category at its level. */
function printOneByOne(results: readonly Result[], why: string | undefined, usual: Model): void {
  const { words } = USUAL_LANGUAGE;
  // Each workbook has the categories of its own edition.
  const models = results.flatMap(({ read }) => read?.model ?? []);
  const category = why === undefined ? undefined : knownCategory(why, models.length > 0 ? models : [usual]);
  for (const { file, figures, read } of results) {
    if (!read) continue;
    const { model, assessment } = read;
    if (category === undefined) printText(renderScorecard(named(figures), model, consoleWords, builtInTemplate));
    else {
      const level = whyLevel(model, computeFigures(model, assessment), category);
      const text = renderWhy(level, model, words, builtInTemplate);
      printText(results.length > 1 ? `${visible(file)}\n${text}` : text);
    }
  }
}

/** A report whose names stay on their lines. */
function named(report: Scored): ShownScore {
  const { file, organization } = report as ShownScore; // a workbook that was read has them
  const { name, unit, asOf } = organization;
  const shown = { ...organization, name: visible(name), unit: visible(unit), asOf: visible(asOf) };
  return { ...(report as ShownScore), file: visible(file), organization: shown };
}

const codesOf = (model: Model): string[] => categoriesOf(model).map(({ id }) => id);

/** A category that every one of the models has. */
function knownCategory(text: string, models: readonly Model[]): string {
  const [first = [], ...others] = models.map(codesOf);
  return categoryAmong(
    text,
    first.filter((each) => others.every((codes) => codes.includes(each))),
  );
}

/** The one of the codes that is meant; a wrong use where it is none of them. */
function categoryAmong(text: string, codes: readonly string[]): string {
  const code = text.trim().toUpperCase();
  if (codes.includes(code)) return code;
  if (codes.length === 0)
    throw new Usage(`Invalid --why "${text}": the files have no category in common. Specify files for one model.`);
  throw wrongChoice('--why', text, codes);
}
