/** Finishes a package that exceljs has written: how it opens, defined names, internal links, a fixed order and fixed times of its parts. */
import { strFromU8, strToU8 } from 'fflate';
import { deflateRaw } from 'pako';
import { invariant } from '../diagnostic/finding.js';
import { columnLetters, quoteSheet, toA1 } from '../grid/address.js';
import { addDrawings } from './drawings.js';
import { finishSheet, withPlainQuotes } from './finish-sheet.js';
import { withOpening, withSelections } from './opening.js';
import type { PlannedSheet, PrintSetup, WorkbookPlan } from './plan.js';
import { needsQuote, quotedTwins, withQuotedTwins, withQuotes } from './quoted.js';
import type { Deflater } from './deflate.js';
import { crc32Purely } from './inflate.js';
import { Repacker } from './repack.js';
import { CONTENT_TYPES, relationsOf, relationsPart } from './relations.js';
import { unshield } from './shield.js';
import { escapeXml } from './text.js';
import type { LongTexts } from './long-texts.js';
import { mainPartOf, sheetParts } from './workbook-part.js';

/** Bytes of a part that only the texts of strangers make: to pack it well would take seconds. */
const LARGE = 16 * 2 ** 20;

/**
 * As zlib packs, in plain code: formulas take a sixth less than with the packer that others here use. That of a host gives
 * other bytes on other machines. Two levels more take 1% less, and half as much time again.
 */
const DEFLATER: Deflater = {
  deflate: (bytes) => deflateRaw(bytes, { level: bytes.length > LARGE ? 1 : 7, memLevel: 9 }),
  crc32: crc32Purely,
};

/** Patches the parts of a workbook, and zips them. */
export function finishPackage(parts: Map<string, Uint8Array>, plan: WorkbookPlan, long: LongTexts): Uint8Array {
  const archive = { read: (name: string) => parts.get(name) };
  const main = mainPartOf(archive);
  invariant(main, 'the package has a main part');
  let twins: ReadonlyMap<number, number> = new Map();
  for (const { kind, target } of relationsOf(archive, main)) {
    if (kind === 'styles') {
      patch(parts, target, (xml) => withQuotedTwins(withUsualFont(withOrderedFonts(xml), plan)));
      twins = quotedTwins(textOf(parts, target));
    }
    if (kind === 'sharedStrings') patch(parts, target, (xml) => unshield(withPlainQuotes(xml)), long);
  }
  for (const { kind, target } of relationsOf(archive, ''))
    if (kind === 'core-properties') patch(parts, target, (xml) => withLanguage(xml, plan));
  const planned = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  for (const [name, sheet] of sheetParts(archive)) {
    const of = planned.get(name);
    invariant(of, `the sheet ${name} was planned`);
    patch(
      parts,
      sheet,
      (xml) =>
        finishSheet(unshield(withInternalLinks(withQuotes(withSelections(xml, plan, of), quotedCells(of), twins))), of),
      long,
    );
    for (const { kind, target } of relationsOf(archive, sheet)) if (kind === 'comments') patch(parts, target, unshield);
    const relations = relationsPart(sheet);
    patch(parts, relations, withoutLinkRelations);
    if (!textOf(parts, relations).includes('<Relationship ')) parts.delete(relations);
  }
  patch(parts, main, (xml) => withNames(withOpening(xml, plan), plan));
  addDrawings(parts, plan);
  const ordered = [...parts].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  return new Repacker(Object.fromEntries(ordered), DEFLATER).pack(new Map());
}

function textOf(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  return strFromU8(parts.get(name) ?? new Uint8Array());
}

/** `long`: the texts of a part that may have some. */
function patch(parts: Map<string, Uint8Array>, name: string, change: (xml: string) => string, long?: LongTexts): void {
  const part = parts.get(name);
  if (!part) return;
  const xml = change(strFromU8(part));
  parts.set(name, long ? long.bytesOf(xml) : strToU8(xml));
}

/** Content types and root relationships first, as programs that read the package as a stream expect; properties last. */
function rank(name: string): number {
  if (name === CONTENT_TYPES) return 0;
  if (name === relationsPart('')) return 1;
  return name.startsWith('docProps/') ? 3 : 2;
}

/** What screen readers and spelling go by. */
function withLanguage(xml: string, { language }: WorkbookPlan): string {
  return xml.replace('</cp:coreProperties>', (end) => `<dc:language>${escapeXml(language)}</dc:language>${end}`);
}

/** Addresses of the cells to fill in whose text begins like a formula. */
function quotedCells({ cells }: PlannedSheet): ReadonlySet<string> {
  return new Set(
    cells.flatMap((cell) =>
      cell.style.unlocked && cell.formula === undefined && needsQuote(cell.value) ? [toA1(cell)] : [],
    ),
  );
}

/** A name as it is written; `sheet`: number of the only one that knows it. */
interface WrittenName {
  readonly name: string;
  readonly sheet?: number;
  readonly refersTo: string;
  readonly isHidden?: boolean;
}

/**
 * Our names as they are, and the names by which programs know what to print and what is filtered; exceljs writes halves of
 * absolute addresses, and nothing for a filter.
 */
function withNames(xml: string, plan: WorkbookPlan): string {
  const ofSheets = plan.sheets.flatMap(({ name, print, filter }, sheet): WrittenName[] => [
    ...(filter
      ? [{ name: FILTER, sheet, refersTo: `${quoteSheet(name)}!${absoluteRange(filter)}`, isHidden: true }]
      : []),
    ...(print.area ? [{ name: '_xlnm.Print_Area', sheet, refersTo: `${quoteSheet(name)}!${print.area}` }] : []),
    ...(print.titleRows || print.titleColumns
      ? [{ name: '_xlnm.Print_Titles', sheet, refersTo: printTitles(name, print) }]
      : []),
  ]);
  const sortKey = ({ name, sheet }: WrittenName): string =>
    `${name.replace('_xlnm.', '')}\u0000${plan.sheets[sheet ?? -1]?.name ?? ''}`;
  const elements = [...ofSheets, ...plan.names]
    .sort((a, b) => compareNames(sortKey(a), sortKey(b)))
    .map(({ name, sheet, refersTo, isHidden }: WrittenName) => {
      const local = sheet === undefined ? '' : ` localSheetId="${sheet}"`;
      const hidden = isHidden ? ' hidden="1"' : '';
      return `<definedName name="${escapeXml(name)}"${local}${hidden}>${escapeXml(refersTo)}</definedName>`;
    });
  const element = elements.length === 0 ? '' : `<definedNames>${elements.join('')}</definedNames>`;
  const without = xml.replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, '');
  return without.replace('</sheets>', (end) => `${end}${element}`);
}

/** The name without which programs lose a filter, or crash when they sort by it. */
const FILTER = '_xlnm._FilterDatabase';

/** `A5:C9` as `$A$5:$C$9`. */
function absoluteRange(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** Points. */
const USUAL_SIZE = 10;

/** Columns and rows that repeat on each page: `Sheet!$A:$B,Sheet!$3:$3`. */
function printTitles(sheet: string, { titleRows, titleColumns }: PrintSetup): string {
  const ranges = [
    ...(titleColumns ? [`$A:$${columnLetters(titleColumns)}`] : []),
    ...(titleRows ? [`$${titleRows[0]}:$${titleRows[1]}`] : []),
  ];
  return ranges.map((range) => `${quoteSheet(sheet)}!${range}`).join(',');
}

/** As Excel sorts them, or it offers to repair the file: without case, and its own as if they had no prefix. */
function compareNames(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The order that the schema asks for; exceljs writes colors before sizes. */
const FONT_ORDER = [
  'b',
  'i',
  'strike',
  'condense',
  'extend',
  'outline',
  'shadow',
  'u',
  'vertAlign',
  'sz',
  'color',
  'name',
  'family',
  'charset',
  'scheme',
];

function withOrderedFonts(xml: string): string {
  const place = (element: string): number => FONT_ORDER.indexOf(/^<(\w+)/.exec(element)?.[1] ?? '');
  return xml.replace(/<font>(.*?)<\/font>/g, (_, content: string) => {
    const elements = content.match(/<[^>]+\/>/g) ?? [];
    return `<font>${elements.sort((a, b) => place(a) - place(b)).join('')}</font>`;
  });
}

/** Programs measure the widths of columns in digits of the first font; exceljs always writes a wider one. */
function withUsualFont(xml: string, { font }: WorkbookPlan): string {
  const usual = `<font><sz val="${USUAL_SIZE}"/><name val="${escapeXml(font)}"/><family val="2"/></font>`;
  return xml.replace(/<font>.*?<\/font>/, usual);
}

/** exceljs writes a link into the workbook twice, as location and as an outside target; the second breaks after a re-save elsewhere. */
function withInternalLinks(xml: string): string {
  return xml.replace(/<hyperlink ([^>]*?)\/>/g, (_, attributes: string) => {
    const ref = /ref="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const location = /location="#?([^"]*)"/.exec(attributes)?.[1];
    return location === undefined ? `<hyperlink ${attributes}/>` : `<hyperlink ref="${ref}" location="${location}"/>`;
  });
}

function withoutLinkRelations(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="#[^"]*"[^>]*\/>/g, '');
}
