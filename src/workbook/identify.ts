/** Finds out what a returned workbook was issued as: by its Meta sheet first, then by the stamps and words of its sheets. Never guesses in silence. */
import type { AnswerField } from '../assessment/fields.js';
import { Comparing } from '../diagnostic/distance.js';
import { LAYOUTS, wholeOf, type Edition } from '../edition/edition.js';
import { readMeta, type ReadMeta, type Stated } from '../edition/meta.js';
import { find, type Finding, type Place } from '../diagnostic/finding.js';
import { toA1 } from '../grid/address.js';
import { bareText, findCell, findRow, rowsFrom, textOf, type GridSheet } from '../grid/grid.js';
import { textsBelow, type Found, type Mark } from '../layout/heads.js';
import type { InputTable } from '../layout/inputs.js';
import { hasTable } from '../layout/locate.js';
import { missingModel } from '../layout/missing-model.js';
import type { Issued, Models, Shelf } from '../layout/shelf.js';
import { ANSWERS_TABLE, companionIn } from '../layout/sheets/answers.js';
import { META_TABLE } from '../layout/sheets/meta.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import { objectivesOf } from '../model/model.js';
import { modelName, type ModelName } from '../model/named.js';
import { contradictingLayout, layoutOnSheets } from './layout-on-sheets.js';
import { completePart, contradictingHandOver, contradictingPart, idsOf, idsOn } from './part-on-sheets.js';
import { guessOwner, type LookedAt } from './strangers.js';

/** What is looked through, before it is known what it was issued as. */
export interface Sheets {
  readonly names: readonly string[];
  readonly sheets: readonly GridSheet[];
  readonly marks: readonly Mark[];
  readonly definedNames: Found['names'];
}

/** A key of Meta that has two values. */
interface StatedTwice {
  readonly key: string;
  readonly first: string;
  readonly second: string;
}

/** What Meta says, and where. */
interface MetaSheet extends ReadMeta {
  readonly twice?: StatedTwice;
  /** The cell of what stands for a key; the key row of the sheet for one that is not there. */
  readonly placeOf: (key: string) => Place;
}

/** What Meta says, as far as it is there; an earlier layout's companion is told by the links in the rows. */
export function statedIn(marks: readonly Mark[]): MetaSheet | undefined {
  const metas = marks.filter(({ table }) => table === META_TABLE);
  const [first] = metas;
  if (!first) return undefined;
  const places = new Map<string, Place>();
  const rows = new Map<string, string>();
  let twice: StatedTwice | undefined;
  textsBelow(metas, (_, key, sheet, row, column) => {
    const text = bareText(findCell(row, column + 1)?.value);
    const known = rows.get(key);
    const place = { sheet: sheet.name, cell: toA1({ row: row.row, column: column + 1 }) };
    if (known === undefined) rows.set(key, text);
    else if (known !== text) twice ??= { key, first: known, second: text };
    if (known === undefined || twice?.key === key) places.set(key, place);
  });
  const table = { sheet: first.sheet.name, cell: toA1(first) };
  return { ...readMeta(rows), ...(twice ? { twice } : {}), placeOf: (key) => places.get(key) ?? table };
}

/** The edition that Meta names, if nothing more has to be found out. */
export function editionStated(stated: Stated): Edition | undefined {
  const { model, version, language, layout, categories, deployments, quick, objectives, tool = '', companion } = stated;
  const { handOver, conflicts, review } = stated;
  if (!model || !version || !language || !layout || !categories || !deployments) return undefined;
  return {
    ...{ model, version, language, layout, tool },
    part: { categories, deployments, ...(quick ? { quick } : {}), ...(objectives ? { objectives } : {}) },
    ...(handOver === undefined ? {} : { handOver }),
    ...(conflicts === undefined ? {} : { conflicts }),
    ...(review ? { review } : {}),
    ...(companion === undefined ? {} : { companion }),
  };
}

/** What the workbook was issued as; undefined (and reported) where that is not here, or can't be told. */
export function identify(looked: Sheets, shelf: Shelf, report: (finding: Finding) => void): Issued | undefined {
  const { models } = shelf;
  const meta = statedIn(looked.marks);
  const stamps = stampsOn(looked.sheets);
  const [stamp] = stamps;
  const stated: Stated = { ...stamp, ...meta?.stated };
  const shownIn = languageOf(looked, shelf);
  const asked = (layout: number): readonly InputTable[] => shelf.usual({ language: shownIn, layout }).inputs.tables;
  const guess = { language: shownIn, layout: stated.layout ?? layoutOnSheets(looked.marks, asked) };
  if (!meta && !stamp && !hasAnswers(looked, shelf, guess)) {
    report(notOurs(looked));
    return undefined;
  }
  const { layout, language } = { ...guess, ...stated };
  const at = (key: string): Place => meta?.placeOf(key) ?? {};
  const refuse = (finding: Finding): undefined => {
    report(finding);
  };
  if (meta?.twice) {
    const { key, first, second } = meta.twice;
    return refuse(
      find('contradicting-meta', at(key), {
        about: 'itself',
        found: `${key}: ${second}`,
        expected: [`${key}: ${first}`],
      }),
    );
  }
  const format = meta?.format || String(layout);
  // Whatever else stands there is of a program that lays workbooks out in a way of its own.
  const layouts = LAYOUTS.map(String);
  if (!layouts.includes(format))
    return refuse(find('unknown-format', at('format'), { found: format, expected: layouts }));
  const named =
    stated.model !== undefined && stated.version !== undefined
      ? { id: stated.model, version: stated.version }
      : undefined;
  const otherStamp = named && stamps.find((each) => each.model !== named.id || each.version !== named.version);
  if (named && otherStamp) {
    const facts = {
      about: 'model',
      found: modelName(named),
      expected: [`${otherStamp.model} ${otherStamp.version}`],
    } as const;
    return refuse(find('contradicting-meta', at(otherStamp.model === named.id ? 'version' : 'model'), facts));
  }
  const candidates = named ? [named] : editionsLike(looked, models, language);
  const [edition] = candidates;
  if (!edition || candidates.length > 1)
    return refuse(find('unclear-edition', at('model'), { expected: candidates.map(modelName) }));
  const knownLanguage = shelf.language(language) !== undefined;
  const model = models.find(edition.id, edition.version, knownLanguage ? language : USUAL_LANGUAGE.id);
  if (!model) {
    const isKnown = models.editions.some(({ id }) => id === edition.id);
    return refuse(missingModel(edition, models, { at: at(isKnown ? 'version' : 'model') }));
  }
  if (!knownLanguage)
    return refuse(find('unknown-language', at('locale'), { found: language, expected: Object.keys(shelf.languages) }));
  const shown = languageOf(looked, shelf, language);
  if (shown !== language)
    return refuse(find('contradicting-meta', at('locale'), { about: 'language', found: language, expected: [shown] }));
  const ids = idsOn(looked.marks);
  const part = completePart(stated, model, ids);
  const contradiction = contradictingPart(part, model, ids);
  if (contradiction) return refuse({ ...contradiction, ...at('categories') });
  const { handOver, conflicts } = stated;
  const review = stated.review ?? isForReview(looked);
  const otherWhole = handOver && contradictingHandOver(handOver, part, model);
  if (otherWhole) return refuse({ ...otherWhole, ...at('handOver') });
  const companion = stated.companion ?? companionOf(looked);
  const issuedAt = (each: number): Issued | undefined =>
    shelf.issued({
      ...{ model: edition.id, version: edition.version, language, layout: each, part, tool: stated.tool ?? '' },
      ...(handOver === undefined ? {} : { handOver }),
      ...(conflicts === undefined ? {} : { conflicts }),
      ...(review ? { review } : {}),
      ...(companion === undefined ? {} : { companion }),
    });
  const other = meta?.later ?? contradictingLayout(layout, looked.marks, issuedAt);
  if (stated.layout !== undefined && other !== undefined) {
    const facts = { about: 'layout', found: String(layout), expected: [String(other)] } as const;
    return refuse(find('contradicting-meta', at('format'), facts));
  }
  const whole = wholeOf(model);
  const isPart = idsOf(part).length !== idsOf(whole).length || part.quick !== whole.quick;
  const readPart = isPart ? idsOf(part) : [];
  if (!meta) report(find('missing-meta', {}, { expected: [modelName(edition), ...readPart] }));
  else if (meta.missing.length > 0) {
    const readAs = [modelName(edition), language, `layout ${layout}`, ...readPart];
    report(find('incomplete-meta', at(meta.missing[0] ?? ''), { missing: meta.missing, expected: readAs }));
  }
  return issuedAt(layout);
}

/** Sheets of ours that a binary workbook has to name, so that it may be one of ours. */
const ENOUGH_OF_OURS = 3;

/** Why a binary workbook, which can't be read, is not even one of ours: the names of its sheets say so. */
export function binaryStranger(
  findings: readonly Finding[],
  titles: () => readonly string[],
  shelf: Shelf,
): Finding | undefined {
  if (!findings.some(({ code, facts }) => code === 'not-xlsx' && facts.kind === 'xlsb')) return undefined;
  const names = titles();
  if (names.length === 0 || namesOfOurs(names, shelf) >= ENOUGH_OF_OURS) return undefined;
  return notOurs({ names, sheets: names.map((name) => ({ name, rows: [] })) });
}

/** How many of the names are those of our sheets in some language. */
function namesOfOurs(names: readonly string[], { languages }: Shelf): number {
  const here = new Set(names);
  const counts = Object.values(languages).map(
    ({ words }) => Object.values(words.sheets).filter((name) => here.has(name)).length,
  );
  return Math.max(0, ...counts);
}

function notOurs({ names, sheets }: Pick<Sheets, 'names'> & { readonly sheets: readonly LookedAt[] }): Finding {
  const looksLike = guessOwner(sheets);
  return find(
    'not-our-workbook',
    {},
    { sheets: names.slice(0, 6), more: Math.max(0, names.length - 6), ...(looksLike ? { looksLike } : {}) },
  );
}

/** True if answers of the usual model can be found by whatever way. */
function hasAnswers(looked: Sheets, shelf: Shelf, guess: Pick<Edition, 'language' | 'layout'>): boolean {
  const { tables, others } = shelf.usual(guess).inputs;
  const found = { ...looked, names: looked.definedNames, tables, others, comparing: new Comparing() };
  return tables.some((table) => table.of === 'objective' && hasTable(table, found));
}

/** The language most of whose names for sheets are here; `usual` where no other has more. */
function languageOf({ names }: Sheets, { languages }: Shelf, usual = USUAL_LANGUAGE.id): string {
  const here = new Set(names);
  const matches = (language: string): number =>
    Object.values(languages[language]?.words.sheets ?? {}).filter((name) => here.has(name)).length;
  return Object.keys(languages).reduce((best, each) => (matches(each) > matches(best) ? each : best), usual);
}

/** CSA's way to mark a data sheet: JSON in its first cell. */
function stampsOn(sheets: readonly GridSheet[]): { readonly model: string; readonly version: string }[] {
  return sheets.flatMap((sheet) => {
    const text = textOf(findCell(findRow(sheet, 1), 1));
    if (!text?.startsWith('{')) return [];
    try {
      const stamp = JSON.parse(text) as { model?: unknown; specification_version?: unknown }; // both are checked below
      if (typeof stamp.model !== 'string' || typeof stamp.specification_version !== 'string') return [];
      return [{ model: stamp.model, version: stamp.specification_version }];
    } catch {
      // Another sheet may carry a readable stamp.
      return [];
    }
  });
}

/** Editions whose objectives stand on the sheets: those of which most ids and statements are there. Among several, the one that was chosen. */
function editionsLike(
  { sheets }: Sheets,
  { editions, usual, isChosen = false, find: findModel }: Models,
  language: string,
): readonly ModelName[] {
  if (editions.length <= 1) return editions;
  const texts = new Set(
    sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((cell) => textOf(cell) ?? []))),
  );
  const likeness = ({ id, version }: ModelName): number => {
    const model = findModel(id, version, language);
    return model ? objectivesOf(model).filter((each) => texts.has(each.id) && texts.has(each.text)).length : 0;
  };
  const alike = editions.map((edition) => ({ edition, alike: likeness(edition) }));
  const most = Math.max(...alike.map((each) => each.alike));
  const likely = alike.filter((each) => each.alike === most).map(({ edition }) => edition);
  const chosen = isChosen ? likely.filter((edition) => modelName(edition) === modelName(usual)) : [];
  return chosen.length > 0 ? chosen : likely;
}

/** What is on the sheets is not lost where Meta says nothing of it: the columns of a review. */
function isForReview({ marks }: Sheets): boolean {
  return marks.some((mark) => mark.table === ANSWERS_TABLE && columnAt(mark, REVIEW) !== undefined);
}
const REVIEW = 'review' satisfies AnswerField;

/** The column with a key in the key row of a table. */
function columnAt({ sheet, row }: Mark, key: string): number | undefined {
  return findRow(sheet, row)?.cells.find((cell) => textOf(cell) === key)?.column;
}

/** Rows below a key row in which links are looked for; each row of a table has one. */
const LINKS_WITHIN = 1_000;

/** Before layout 2, Meta did not say where the companion is published; the links in the rows do. */
function companionOf({ marks }: Sheets): string | undefined {
  for (const mark of marks) {
    const { sheet, row } = mark;
    const column = columnAt(mark, 'more');
    if (column === undefined) continue;
    for (const each of rowsFrom(sheet, row + 1, row + LINKS_WITHIN)) {
      const companion = companionIn(findCell(each, column)?.formula ?? '');
      if (companion !== undefined) return companion;
    }
  }
  return undefined;
}
