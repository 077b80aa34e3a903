/** Laws of what stands in cells: texts, numbers and formulas. */
import type { PackageLaw } from './law.js';
import { found, isIn, placeOf, rangeOf, type Package } from '../open-package.js';

/** What a program takes for the beginning of a formula, or of its own mark for text, once the cell is edited. */
const READS_AS_FORMULA = /^[=+\-@']/;

/** Every formula of a package with its place, those of conditions and checks included. */
export function formulasOf({ sheets }: Package): { readonly at: string; readonly formula: string }[] {
  return sheets.flatMap(({ name, root, cells }) => [
    ...cells.flatMap(({ address, formula }) => (formula ? [{ at: `${name}!${address}`, formula: formula.text }] : [])),
    ...root.children.flatMap((block) =>
      block.name === 'conditionalFormatting' || block.name === 'dataValidations'
        ? block.children.flatMap((rule) =>
            rule.children
              .filter((each) => /^formula\d?$/.test(each.name))
              .map(({ text }) => ({ at: `${name}: ${block.name} ${rule.attributes['sqref'] ?? ''}`, formula: text })),
          )
        : [],
    ),
  ]);
}

/** How deep parentheses go, and how many arguments the longest list in them has; texts in quotes don't count. */
export function shapeOf(formula: string): { readonly depth: number; readonly most: number } {
  const lists: number[] = [];
  let [depth, most] = [0, 0];
  for (const sign of formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '')) {
    if (sign === '(') depth = Math.max(depth, lists.push(1));
    else if (sign === ')') most = Math.max(most, lists.pop() ?? 0);
    else if (sign === ',' && lists.length > 0) lists.push((lists.pop() ?? 0) + 1);
  }
  return { depth, most };
}

/** Where charts take their figures from, which may have gaps; not their labels. */
function drawnIn(pkg: Package) {
  return [...pkg.parts.keys()]
    .filter((part) => /charts\/chart\d+\.xml$/.test(part))
    .flatMap((part) => found(pkg.tree(part), 'c:val'))
    .flatMap((values) => found(values, 'c:f').flatMap(({ text }) => placeOf(text) ?? []));
}

export const CELL_LAWS: readonly PackageLaw[] = [
  {
    id: 'texts-stay-texts',
    says: 'A filled text that begins like a formula is marked as text, so that editing it leaves it one.',
    source: 'ECMA-376 part 1, 18.8.45 xf quotePrefix; Microsoft: “Range.PrefixCharacter”',
    breaches: (pkg) =>
      pkg.sheets.flatMap(({ name, inputs }) =>
        inputs.flatMap(({ address, text, style }) =>
          text !== undefined && READS_AS_FORMULA.test(text) && pkg.look(style).xf.attributes['quotePrefix'] !== '1'
            ? [`${name}!${address}: ${text.slice(0, 20)}`]
            : [],
        ),
      ),
  },
  {
    id: 'texts-fit',
    says: 'A text has at most 32,767 characters and 253 line breaks.',
    source: 'Microsoft: “Excel specifications and limits”',
    breaches: ({ sheets }) =>
      sheets.flatMap(({ name, cells }) =>
        cells.flatMap(({ address, text = '' }) => {
          const breaks = text.split('\n').length - 1;
          return text.length <= 32_767 && breaks <= 253 ? [] : [`${name}!${address}: ${text.length}, ${breaks} breaks`];
        }),
      ),
  },
  {
    id: 'values-are-sound',
    says: 'Every cell holds what its type says: a shared text that is there, a finite number, yes or no; never an error, but for #N/A where a chart has a gap.',
    source: 'ECMA-376 part 1, 18.3.1.4 c, 18.18.11 ST_CellType; Microsoft: “NA function”, which charts leave out',
    breaches: (pkg) => {
      const drawn = drawnIn(pkg);
      return pkg.sheets.flatMap(({ name, cells }) =>
        cells.flatMap(({ address, row, column, type, raw, text, formula }) => {
          const isGap =
            raw === '#N/A' &&
            formula !== undefined &&
            drawn.some(({ sheet, range }) => sheet === name && isIn({ row, column }, range));

          const isSound =
            raw === undefined ||
            (type === 's' ? text !== undefined : type === 'b' ? /^[01]$/.test(raw) : type !== 'n' || isNumber(raw));
          return isSound && (type !== 'e' || isGap) ? [] : [`${name}!${address}: ${type} ${raw}`];
        }),
      );
    },
  },
  {
    id: 'looks-exist',
    says: 'Every cell, row and column has a look that the workbook has.',
    source: 'ECMA-376 part 1, 18.3.1.4 c, 18.8.10 cellXfs',
    breaches: (pkg) => {
      const looks = pkg.styles.children.find(({ name }) => name === 'cellXfs')?.children.length ?? 0;
      return pkg.sheets.flatMap(({ name, cells }) =>
        cells.flatMap(({ address, style }) => (style >= 0 && style < looks ? [] : [`${name}!${address}: ${style}`])),
      );
    },
  },
  {
    id: 'formulas-fit',
    says: 'A formula has at most 8,192 characters, 64 levels and 255 arguments, and texts of at most 255 characters in it.',
    source: 'Microsoft: “Excel specifications and limits”',
    breaches: (pkg) =>
      formulasOf(pkg).flatMap(({ at, formula }) => {
        const { depth, most } = shapeOf(formula);
        const longest = Math.max(0, ...(formula.match(/"(?:[^"]|"")*"/g) ?? []).map((text) => text.length - 2));
        const fits = formula.length <= 8_192 && depth <= 64 && most <= 255 && longest <= 255;
        return fits
          ? []
          : [`${at}: ${formula.length} characters, ${depth} levels, ${most} arguments, text of ${longest}`];
      }),
  },
  {
    id: 'formulas-are-whole',
    says: 'No formula is broken, leads to another workbook, or fills more than its own cell.',
    source: 'ECMA-376 part 1, 18.3.1.40 f; Microsoft: “How to correct a #REF! error”',
    breaches: (pkg) => [
      ...formulasOf(pkg).flatMap(({ at, formula }) => (/#REF!|\[\d+\]/.test(formula) ? [`${at}: ${formula}`] : [])),
      ...pkg.sheets.flatMap(({ name, cells }) =>
        cells.flatMap(({ address, formula }) =>
          [undefined, 'shared'].includes(formula?.attributes['t'])
            ? []
            : [`${name}!${address}: ${formula?.attributes['t']}`],
        ),
      ),
    ],
  },
  {
    id: 'shared-formulas-are-said-once',
    says: 'A formula that cells share is in the first of them, with their range in one column. It has no text elsewhere, refers to no other sheet by address, and shows something in each of them.',
    source:
      'ECMA-376 part 1, 18.3.1.40 f; [MS-XLS] 2.5.198.4: shared formulas hold no reference to another sheet; LibreOffice 7.4 takes an empty result for none, and computes what depends on it one change too late',
    breaches: ({ sheets }) =>
      sheets.flatMap(({ name, cells }) => {
        const ranges = new Map<string, NonNullable<ReturnType<typeof rangeOf>>>();
        return cells.flatMap(({ address, row, column, formula, raw = '' }) => {
          if (formula?.attributes['t'] !== 'shared') return [];
          const { si = '', ref } = formula.attributes;
          const known = ranges.get(si);
          const range = ref === undefined ? undefined : rangeOf(ref);
          if (known === undefined && range) ranges.set(si, range);
          const isSound = known
            ? ref === undefined && formula.text === '' && isIn({ row, column }, known)
            : range?.from.row === row &&
              range.from.column === column &&
              range.to.column === column &&
              formula.text !== '' &&
              !formula.text.includes('!');
          return isSound && raw !== '' ? [] : [`${name}!${address}: ${si} ${ref ?? ''} ${formula.text}`];
        });
      }),
  },
];

function isNumber(raw: string): boolean {
  return raw !== '' && Number.isFinite(Number(raw));
}
