/** Every kind of workbook that the program writes, one after the other: what holds of packages has to hold of all of them. */
import type { Assessment } from '../../src/assessment/assessment.js';
import { REVIEW_CODES } from '../../src/assessment/fields.js';
import { wholeOf } from '../../src/edition/edition.js';
import { issue } from '../../src/layout/shelf.js';
import { de } from '../../src/locale/de/index.js';
import { enXA } from '../../src/locale/en-XA/index.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import { acceptSuggestions } from '../../src/workbook/accept.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { writePortfolio } from '../../src/workbook/portfolio.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { exampleOf } from '../assessments.js';
import { pngOf } from '../png.js';
import { examplePortfolio } from '../portfolios.js';
import { installed, shelfOf, TOOL, usual } from '../installed.js';
import { mergeSources } from '../../src/assessment/merge.js';

/** What people may have typed that a program could take for something else. */
const TRICKY = ['=1+1', '+49 30 1234', '-', '@team', "'quoted", Array.from({ length: 400 }, (_, i) => i).join('\n')];

const tool = TOOL;
const { model } = usual();
const { model: earlier } = installed('1.0');

/** What is enough for what doesn't depend on how much is asked: a whole workbook takes a second to write and to look at. */
const part = selectModel(model, { categories: ['GOV', 'IAM'] });

const logo = { png: pngOf(300, 100).toString('base64'), alt: 'Acme', width: 300, height: 100 };

/** An example in which some texts are tricky, and one leads outside. */
function filledFor(of: Model): Assessment {
  const example = exampleOf(of, { seed: 3, profile: 'typical' });
  const answers = new Map(example.answers);
  objectivesOf(of).forEach(({ id }, i) => {
    const text = TRICKY[i];
    const evidence = i === TRICKY.length ? { text: 'Policy', link: 'https://example.org/p?a=1&b=2' } : text;
    if (evidence !== undefined) answers.set(id, { ...answers.get(id), evidence });
  });
  return { ...example, answers };
}

/** A workbook that came back with a mistake in each of its cells of two columns. */
async function withMistakes(of: Model, changed: (column: string) => string | undefined): Promise<Uint8Array> {
  const plan = planWorkbook(issue(of, { tool }), { assessment: filledFor(of) });
  const sheets = plan.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      const value = cell.style.unlocked && cell.subject?.table === 'answers' ? changed(cell.subject.column) : undefined;
      return value === undefined ? cell : { ...cell, value };
    }),
  }));
  return writeXlsx({ ...plan, sheets });
}

function readBack(bytes: Uint8Array) {
  const { value, findings } = readWorkbook(bytes, shelfOf(model));
  if (!value) throw new Error(JSON.stringify(findings));
  return { value, findings };
}

const CODES = ['met', 'partly', 'not-met'] as const;

/** Each is written when it is asked for. */
export const WORKBOOKS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  blank: () => writeWorkbook({ model, tool }),
  filled: () => writeWorkbook({ model, assessment: filledFor(model), tool }),
  'filled, of the edition before': () => writeWorkbook({ model: earlier, assessment: filledFor(earlier), tool }),
  'a part': () =>
    writeWorkbook({ model: selectModel(model, { categories: ['IAM', 'MOD'], deployments: ['paas'] }), tool }),
  'a part of somebody': () => {
    const asked = wholeOf(part);
    const to = 'Dr. Maximiliane Example-Mustermann, Head of Identity Management and Workforce Access, Region North';
    const issued = issue(part, { tool, part: asked, handOver: { to, by: 'owner', of: wholeOf(model) } });
    return writeXlsx(planWorkbook(issued, { assessment: filledFor(part) }));
  },
  'the quick scan': () => writeWorkbook({ model: selectModel(model, { quick: true }), tool }),
  'with a companion': () => writeWorkbook({ model: part, tool, companion: 'https://example.org/companion.html' }),
  'with a logo': () => writeWorkbook({ model: { ...part, brand: { name: 'Acme', logo } }, tool }),
  'for a review': () => {
    const answers = new Map(
      [...filledFor(model).answers].map(([id, given], i) => [
        id,
        i % 4 === 0 ? given : { ...given, review: REVIEW_CODES[i % 4] ?? 'agreed', reviewRemark: TRICKY[i] ?? 'Why?' },
      ]),
    );
    return writeWorkbook({ model, assessment: { ...filledFor(model), answers }, tool, review: true });
  },
  'merged, with conflicts': () => {
    const one = filledFor(part);
    // In six answers they differ.
    const answers = new Map(one.answers);
    [...one.answers]
      .slice(0, 6)
      .forEach(([id, given], i) => answers.set(id, { ...given, answer: CODES[i % 3] ?? 'met' }));
    const sources = [one, { ...one, answers }].map((assessment, i) => ({
      ...{ assessment, model: part, file: `a-file-with-a-long-name-of-a-colleague-${i}.xlsx`, person: 'Ann Example' },
      placeOf: () => 'Control Objectives!F12',
    }));
    const { value } = mergeSources(sources, part);
    if (!value?.assessment.conflicts) throw new Error('the two differ');
    return writeWorkbook({ model: part, assessment: value.assessment, tool });
  },
  'in German': () => writeWorkbook({ model: part, assessment: filledFor(part), tool, language: de }),
  'in long words': () => writeWorkbook({ model: part, tool, language: enXA }),
  'without results': () => writeWorkbook({ model: part, assessment: filledFor(part), tool, cached: false }),
  'filled like many': async () => (await makeFiller(issue(part, { tool })))(filledFor(part)),
  'an annotated copy': async () => {
    const mistakes: Record<string, string> = { answer: '=maybe', due: '- some day', measured: '+1 or so' };
    const { value, findings } = readBack(await withMistakes(part, (column) => mistakes[column]));
    return annotateWorkbook(value, findings);
  },
  'a copy with a mistake in every cell': async () => {
    const { value, findings } = readBack(await withMistakes(model, () => 'x'.repeat(40_000)));
    return annotateWorkbook(value, findings);
  },
  'a portfolio': async () => {
    const names = TRICKY.map((text, i) => `${text.slice(0, 200)} ${i}`);
    const own = await examplePortfolio(model, 12, { organizations: true, least: 3 }, (i) => names[i] ?? `Name ${i}`);
    return writePortfolio({ ...own, today: '2026-11-26', tool });
  },
  'a portfolio of too few': async () => {
    const { portfolio, notes } = await examplePortfolio(model, 2);
    return writePortfolio({ portfolio, model, notes, organizations: undefined, today: '2026-11-26', tool });
  },
  'accepted suggestions': async () => {
    const { value, findings } = readBack(
      await withMistakes(part, (column) => (column === 'answer' ? 'Partialy met' : undefined)),
    );
    const accepted = acceptSuggestions(value, findings);
    return annotateWorkbook(accepted.read, accepted.findings);
  },
};
