/** Laws of what goes along with cells: notes, links, tables, charts. */
import {
  child,
  childrenOf,
  found,
  placeOf,
  rangeOf,
  type Element,
  type Package,
  type SheetPart,
} from '../open-package.js';
import type { PackageLaw } from './law.js';

/** Shapes are numbered in blocks of 1,024, and the first number of a block is none of a shape. */
const BLOCK = 1_024;

function partsOf(sheet: SheetPart, kind: string): string[] {
  return sheet.relations.filter((relation) => relation.kind === kind).map(({ target }) => target);
}

const notesOf = (pkg: Package, sheet: SheetPart): Element[] =>
  partsOf(sheet, 'comments').flatMap((part) => found(pkg.tree(part), 'comment'));

/** Charts of a sheet, with the part they stand in. */
function chartsOf(pkg: Package, sheet: SheetPart): string[] {
  return partsOf(sheet, 'drawing').flatMap((drawing) =>
    pkg.relations(drawing).flatMap(({ kind, target }) => (kind === 'chart' ? [target] : [])),
  );
}

function isPlaceIn({ sheets }: Package, reference: string, mustBeVisible: boolean): boolean {
  const place = placeOf(reference);
  const sheet = place && sheets.find(({ name }) => name === place.sheet);
  return sheet !== undefined && (sheet.isVisible || !mustBeVisible);
}

export const BESIDE_LAWS: readonly PackageLaw[] = [
  {
    id: 'notes-fit',
    says: 'A sheet has at most 1,023 notes, each on a cell of its own, with an author and a shape that is numbered.',
    source: 'ECMA-376 part 1, 18.7 comments; part 4, 14.2.2.14 idmap: blocks of 1,024; Excel-saved comment06.xlsx',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) => {
        const notes = notesOf(pkg, sheet);
        if (notes.length === 0) return [];
        const cells = notes.map(({ attributes }) => attributes['ref'] ?? '');
        const authors = partsOf(sheet, 'comments').flatMap((part) => found(pkg.tree(part), 'author'));
        const drawings = partsOf(sheet, 'vmlDrawing').map((part) => pkg.tree(part));
        const shapes = drawings.flatMap((drawing) => found(drawing, 'v:shape'));
        const blocks = drawings.flatMap((drawing) =>
          found(drawing, 'o:idmap').flatMap(({ attributes }) => (attributes['data'] ?? '').split(',').map(Number)),
        );
        const lost = shapes.filter(({ attributes }) => {
          const number = Number(/\d+$/.exec(attributes['id'] ?? '')?.[0] ?? -1);
          return !blocks.includes(Math.floor(number / BLOCK)) || number % BLOCK === 0;
        });
        return [
          ...(notes.length < BLOCK ? [] : [`${sheet.name}: ${notes.length} notes`]),
          ...(new Set(cells).size === cells.length ? [] : [`${sheet.name}: two notes on one cell`]),
          ...(shapes.length === notes.length ? [] : [`${sheet.name}: ${shapes.length} shapes`]),
          ...lost.map(({ attributes }) => `${sheet.name}: shape ${attributes['id']}`),
          ...notes.flatMap(({ attributes: { ref = '', authorId = '' } }) =>
            Number(authorId) < authors.length ? [] : [`${sheet.name}!${ref}: author ${authorId}`],
          ),
        ];
      }),
  },
  {
    id: 'links-lead-somewhere',
    says: 'A link leads to a cell of a sheet that people can see, or outside by an address of at most 2,079 characters.',
    source:
      'ECMA-376 part 1, 18.3.1.47 hyperlink; Microsoft: “Excel specifications and limits”; Excel-saved hyperlink06.xlsx',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) => {
        const links = childrenOf(child(sheet.root, 'hyperlinks'), 'hyperlink');
        const outside = new Map(sheet.relations.map((relation) => [relation.id, relation]));
        return [
          ...(links.length <= 65_530 ? [] : [`${sheet.name}: ${links.length} links`]),
          ...links.flatMap(({ attributes: { ref = '', location, 'r:id': id } }) => {
            const relation = id === undefined ? undefined : outside.get(id);
            const isSound =
              relation === undefined
                ? location !== undefined && isPlaceIn(pkg, location, true)
                : relation.isOutside && relation.kind === 'hyperlink' && relation.target.length <= 2_079;
            return isSound && rangeOf(ref) ? [] : [`${sheet.name}!${ref}: ${location ?? relation?.target ?? id ?? ''}`];
          }),
        ];
      }),
  },
  {
    id: 'tables-are-whole',
    says: 'A table has a name of its own without spaces, rows, and headings that its cells show.',
    source: 'ECMA-376 part 1, 18.5.1.2 table; Excel-saved table01.xlsx, table07.xlsx',
    breaches: (pkg) => {
      const seen = new Set<string>();
      return pkg.sheets.flatMap((sheet) =>
        partsOf(sheet, 'table').flatMap((part) => {
          const table = pkg.tree(part);
          const { displayName = '', ref = '' } = table.attributes;
          const range = rangeOf(ref);
          const columns = childrenOf(child(table, 'tableColumns'), 'tableColumn').map(
            ({ attributes }) => attributes['name'],
          );
          const shown = sheet.cells
            .filter(
              ({ row, column }) =>
                range && row === range.from.row && column >= range.from.column && column <= range.to.column,
            )
            .map(({ text }) => text);
          const isTwice = seen.has(displayName.toLowerCase());
          seen.add(displayName.toLowerCase());
          const isWhole =
            /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(displayName) &&
            !isTwice &&
            range !== undefined &&
            range.to.row > range.from.row &&
            columns.join('\n') === shown.join('\n') &&
            new Set(columns).size === columns.length;
          return isWhole ? [] : [`${sheet.name}!${ref}: ${displayName}`];
        }),
      );
    },
  },
  {
    id: 'drawings-stand',
    says: 'What is drawn on a sheet has a number and a name of its own, a place, and a part that it shows.',
    source:
      'ECMA-376 part 1, 20.5.2.33 twoCellAnchor, 20.1.2.2.8 cNvPr; Excel-saved chart_bar05.xlsx, object_position01.xlsx',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) =>
        partsOf(sheet, 'drawing').flatMap((part) => {
          const drawing = pkg.tree(part);
          const known = new Set(pkg.relations(part).map(({ id }) => id));
          const shapes = found(drawing, 'xdr:cNvPr').map(({ attributes }) => attributes);
          const ids = shapes.map(({ id }) => id);
          return [
            ...shapes.flatMap(({ id = '', name = '' }) =>
              Number(id) > 0 && name !== '' ? [] : [`${sheet.name}: ${id} ${name}`],
            ),
            ...(new Set(ids).size === ids.length ? [] : [`${sheet.name}: ids ${ids.join()}`]),
            ...found(drawing, 'c:chart').flatMap(({ attributes }) =>
              known.has(attributes['r:id'] ?? '') ? [] : [`${sheet.name}: ${attributes['r:id']}`],
            ),
            ...found(drawing, 'a:blip').flatMap(({ attributes }) =>
              known.has(attributes['r:embed'] ?? '') ? [] : [`${sheet.name}: ${attributes['r:embed']}`],
            ),
            ...drawing.children.flatMap((anchor) => {
              const at = (name: string, what: string): number => Number(child(child(anchor, name), what)?.text ?? -1);
              const isPlace =
                anchor.name !== 'xdr:twoCellAnchor' ||
                (at('xdr:from', 'xdr:row') >= 0 &&
                  at('xdr:to', 'xdr:row') > at('xdr:from', 'xdr:row') &&
                  at('xdr:to', 'xdr:col') > at('xdr:from', 'xdr:col'));
              return isPlace ? [] : [`${sheet.name}: an anchor without a place`];
            }),
          ];
        }),
      ),
  },
  {
    id: 'charts-draw-cells',
    says: 'A chart draws cells that are there, and keeps as many of their values as there are cells.',
    source:
      'ECMA-376 part 1, 21.2.2.123 numRef, 21.2.2.122 numCache; Excel-saved chart_radar01.xlsx, chart_combined01.xlsx',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) =>
        chartsOf(pkg, sheet).flatMap((part) =>
          [...found(pkg.tree(part), 'c:numRef'), ...found(pkg.tree(part), 'c:strRef')].flatMap((reference) => {
            const cells = child(reference, 'c:f')?.text ?? '';
            const range = placeOf(cells)?.range;
            const size = range && (range.to.row - range.from.row + 1) * (range.to.column - range.from.column + 1);
            const cache = reference.children.find(({ name }) => name.endsWith('Cache'));
            const count = Number(child(cache, 'c:ptCount')?.attributes['val'] ?? -1);
            const points = childrenOf(cache, 'c:pt');
            const isSound = isPlaceIn(pkg, cells, false) && count === size && points.length <= count;
            return isSound ? [] : [`${part}: ${cells}, ${count} points`];
          }),
        ),
      ),
  },
  {
    id: 'charts-stack-nothing',
    says: 'A chart of several kinds stacks none of them, since LibreOffice then saves all of them as stacked.',
    source:
      'ECMA-376 part 1, 21.2.2.76 grouping; measured: LibreOffice 7.4 saved marks at 1 and 3 so that they showed 1 and 4',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) =>
        chartsOf(pkg, sheet).flatMap((part) => {
          const ways = found(pkg.tree(part), 'c:grouping').map(({ attributes }) => attributes['val'] ?? '');
          return ways.length < 2 ? [] : ways.filter((way) => /stacked/i.test(way)).map((way) => `${part}: ${way}`);
        }),
      ),
  },
  {
    id: 'labels-are-all-drawn',
    says: 'A chart says to draw every label of its axis: left to itself, Excel leaves out every second one.',
    source: 'ECMA-376 part 1, 21.2.2.206 tickLblSkip; our finding 17: 6 of 12 bars had labels',
    breaches: (pkg) =>
      pkg.sheets.flatMap((sheet) =>
        chartsOf(pkg, sheet).flatMap((part) =>
          found(pkg.tree(part), 'c:catAx').flatMap((axis) => {
            const { val } = child(axis, 'c:tickLblSkip')?.attributes ?? {};
            return val === '1' ? [] : [`${part}: ${val ?? 'not said'}`];
          }),
        ),
      ),
  },
  {
    id: 'sheets-have-no-merged-cells',
    says: 'No cells are merged: sorting, filtering and reading aloud stay possible.',
    source: 'ECMA-376 part 1, 18.3.1.55 mergeCells; Microsoft: “Make your Excel documents accessible”',
    breaches: ({ sheets }) =>
      sheets.flatMap(({ name, root }) =>
        found(child(root, 'mergeCells'), 'mergeCell').map(({ attributes }) => `${name}!${attributes['ref']}`),
      ),
  },
];
