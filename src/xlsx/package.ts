/** Finishes a package that exceljs has written: defined names, internal links, a fixed order and fixed times of its parts. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { invariant } from '../diagnostic/finding.js';
import { columnLetters, quoteSheet } from '../grid/address.js';
import { addCharts } from './charts.js';
import { finishSheet } from './finish-sheet.js';
import type { PrintSetup, WorkbookPlan } from './plan.js';
import { CONTENT_TYPES, relationsOf, relationsPart } from './relations.js';
import { unshield } from './shield.js';
import { escapeXml } from './text.js';
import { mainPartOf, sheetParts } from './workbook-part.js';

/** Local-time constructor on purpose: the zip format keeps local times, so that the bytes are the same in every time zone. */
const ZIP_TIME = new Date(1980, 0, 1);

/** Patches and re-zips the parts of a workbook. */
export function finishPackage(bytes: Uint8Array, plan: WorkbookPlan): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  const archive = { read: (name: string) => parts.get(name) };
  const main = mainPartOf(archive);
  invariant(main, 'the package has a main part');
  for (const { kind, target } of relationsOf(archive, main)) {
    if (kind === 'styles') patch(parts, target, (xml) => withUsualFont(withOrderedFonts(xml), plan));
    if (kind === 'sharedStrings') patch(parts, target, unshield);
  }
  const planned = new Map(plan.sheets.map((sheet) => [sheet.name, sheet]));
  for (const [name, sheet] of sheetParts(archive)) {
    patch(parts, sheet, (xml) => finishSheet(unshield(withInternalLinks(xml)), planned.get(name)));
    for (const { kind, target } of relationsOf(archive, sheet)) if (kind === 'comments') patch(parts, target, unshield);
    const relations = relationsPart(sheet);
    patch(parts, relations, withoutLinkRelations);
    if (!strFromU8(parts.get(relations) ?? new Uint8Array()).includes('<Relationship ')) parts.delete(relations);
  }
  patch(parts, main, (xml) => withNames(xml, plan));
  addCharts(parts, plan);
  const ordered: Zippable = {};
  for (const name of [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const part = parts.get(name);
    if (part) ordered[name] = [part, { mtime: ZIP_TIME, level: 9 }];
  }
  return zipSync(ordered);
}

function patch(parts: Map<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (part) parts.set(name, strToU8(change(strFromU8(part))));
}

/** Content types and root relationships first, as programs that read the package as a stream expect; properties last. */
function rank(name: string): number {
  if (name === CONTENT_TYPES) return 0;
  if (name === relationsPart('')) return 1;
  return name.startsWith('docProps/') ? 3 : 2;
}

/**
 * Our names as they are, and the names by which programs know what to print; exceljs writes halves of absolute addresses.
 * Names must be sorted without case, or Excel offers to repair the file.
 */
function withNames(xml: string, plan: WorkbookPlan): string {
  const own = plan.names.map(({ name, refersTo }) => ({ name, sheet: -1, refersTo }));
  const printed = plan.sheets.flatMap(({ name, print }, sheet) => [
    ...(print.area ? [{ name: '_xlnm.Print_Area', sheet, refersTo: `${quoteSheet(name)}!${print.area}` }] : []),
    ...(print.titleRows || print.titleColumns
      ? [{ name: '_xlnm.Print_Titles', sheet, refersTo: printTitles(name, print) }]
      : []),
  ]);
  // Without this name some programs show no filter, and others are said to fail when it is used.
  const filtered = plan.sheets.flatMap(({ name, filter }, sheet) =>
    filter === undefined
      ? []
      : [{ name: FILTERED, sheet, refersTo: `${quoteSheet(name)}!${filter.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2')}` }],
  );
  const elements = [...filtered, ...printed, ...own]
    .sort((a, b) => compareNames(a.name, b.name) || a.sheet - b.sheet)
    .map(({ name, sheet, refersTo }) => {
      const local = sheet < 0 ? '' : ` localSheetId="${sheet}"`;
      const hidden = name === FILTERED ? ' hidden="1"' : '';
      return `<definedName name="${escapeXml(name)}"${local}${hidden}>${escapeXml(refersTo)}</definedName>`;
    });
  const element = `<definedNames>${elements.join('')}</definedNames>`;
  const without = xml.replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, '');
  return without.replace('</sheets>', `</sheets>${element}`);
}

/** The name by which programs know what a sheet filters. */
const FILTERED = '_xlnm._FilterDatabase';

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
