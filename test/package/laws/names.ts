/** Laws of defined names. */
import { areasOf, isIn, placeOf, rangeOf, type Element, type Package } from '../open-package.js';
import type { PackageLaw } from './law.js';

const nameOf = ({ attributes }: Element): string => attributes['name'] ?? '';
const scopeOf = ({ attributes }: Element): number => Number(attributes['localSheetId'] ?? -1);

/** How Excel sorts a name: without the prefix of its own names, then by the sheet. */
function sortKey(name: Element, { sheets }: Package): string {
  const sheet = sheets[scopeOf(name)]?.name ?? '';
  return `${nameOf(name).replace('_xlnm.', '')}\u0000${sheet}`.toLowerCase();
}

/** Looks like an address in one of the two notations. */
const IS_ADDRESS = /^(?:[A-Z]{1,3}\d{1,7}|R\d*C?\d*|C\d*)$/i;

/** A print area as long as a list in it: `Roadmap!$A$1:INDEX($J:$J,4+COUNT($A$5:$A$155))`, as Microsoft's “dynamic defined range” has it. */
const GROWING = /^(.+!\$[A-Z]+\$\d+):INDEX\((\$[A-Z]+):\2,\d+\+COUNT\((\$[A-Z]+)\$\d+:\3\$\d+\)\)$/;

/** Where an area of a name lies; one that grows lies where it begins. */
function areaAt(name: Element, area: string): ReturnType<typeof placeOf> {
  const begin = nameOf(name) === '_xlnm.Print_Area' ? GROWING.exec(name.text)?.[1] : undefined;
  return placeOf(begin ?? area);
}

/** A name's areas; the commas within a function are not between areas. */
function areasIn(name: Element): readonly string[] {
  return nameOf(name) === '_xlnm.Print_Area' && GROWING.test(name.text) ? [name.text] : areasOf(name.text);
}

/** References in a formula by address, by the cells that they begin and end at. */
const REFERENCE =
  /(?<![\w.$!])(?:('(?:[^']|'')+'|[A-Za-z_][\w.]*)!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![\w(.!])/g;

function endsIn(formula: string, own: string): { readonly sheet: string; readonly cell: string }[] {
  const plain = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return [...plain.matchAll(REFERENCE)].flatMap(([, sheet, from, to]) =>
    [from, to].flatMap((end) =>
      end === undefined
        ? []
        : [{ sheet: sheet?.replace(/^'|'$/g, '').replaceAll("''", "'") ?? own, cell: end.replaceAll('$', '') }],
    ),
  );
}

export const NAME_LAWS: readonly PackageLaw[] = [
  {
    id: 'names-resolve',
    says: 'Every name stands for cells of a sheet that is there; none is broken.',
    source: 'ECMA-376 part 1, 18.2.5 definedName; Excel-saved defined_name01.xlsx',
    breaches: ({ names, sheets }) =>
      names.flatMap((name) =>
        areasIn(name).flatMap((area) => {
          const place = areaAt(name, area);
          const isThere = place && sheets.some((sheet) => sheet.name === place.sheet);
          return isThere && /\$/.test(area) && !area.includes('#REF!') ? [] : [`${nameOf(name)}: ${name.text}`];
        }),
      ),
  },
  {
    id: 'names-allowed',
    says: 'A name has at most 255 characters, is no address, and is there once in its scope.',
    source: 'Microsoft: “Names in formulas”; ECMA-376 part 1, 18.2.5 definedName',
    breaches: ({ names }) => {
      const seen = new Set<string>();
      return names.flatMap((name) => {
        const text = nameOf(name);
        const key = `${text.toLowerCase()} ${scopeOf(name)}`;
        const isTwice = seen.has(key);
        seen.add(key);
        const isAllowed = /^[\p{L}_\\][\p{L}\p{N}_.\\?]*$/u.test(text) && text.length <= 255 && !IS_ADDRESS.test(text);
        return isAllowed && !isTwice ? [] : [text];
      });
    },
  },
  {
    id: 'names-sorted',
    says: 'Names are sorted as Excel sorts them: without case, without the prefix of its own names, then by sheet.',
    source: 'Excel-saved defined_name01.xlsx: _Egg, _xlnm._FilterDatabase, _Fog, aaa … _xlnm.Print_Area',
    breaches: (pkg) =>
      pkg.names.flatMap((name, i) => {
        const before = pkg.names[i - 1];
        return before && sortKey(before, pkg) > sortKey(name, pkg) ? [`${nameOf(before)} before ${nameOf(name)}`] : [];
      }),
  },
  {
    id: 'filters-named',
    says: 'Wherever a sheet has a filter, a hidden name of that sheet holds its range; without it filters are lost.',
    source: 'Excel-saved autofilter01.xlsx; exceljs #400, #904, #2289, #2778; axlsx #325',
    breaches: ({ names, sheets }) =>
      sheets.flatMap(({ name: sheet, index, root }) => {
        const filter = root.children.find(({ name }) => name === 'autoFilter')?.attributes['ref'];
        const named = names.filter((name) => nameOf(name) === '_xlnm._FilterDatabase' && scopeOf(name) === index);
        const [known] = named;
        if (filter === undefined) return named.length === 0 ? [] : [`${sheet}: a name without a filter`];
        const place = placeOf(known?.text ?? '');
        const isSame =
          place?.sheet === sheet &&
          JSON.stringify(place.range) === JSON.stringify(rangeOf(filter)) &&
          named.length === 1;
        return isSame && known?.attributes['hidden'] === '1' ? [] : [`${sheet}!${filter}: ${known?.text ?? 'no name'}`];
      }),
  },
  {
    id: 'ends-are-locked',
    says: 'A name with cells that people fill in begins and ends at locked cells, which nobody can cut or drag away.',
    source:
      'Microsoft: “Move or copy cells”: references follow a cell that is moved; our finding 2, a plausible wrong figure',
    breaches: ({ names, sheets }) => {
      const inputs = new Map(sheets.map(({ name, inputs: cells }) => [name, cells]));
      return names.flatMap((name) => {
        if (nameOf(name).startsWith('_xlnm.')) return [];
        const place = placeOf(name.text);
        const unlocked = place ? (inputs.get(place.sheet) ?? []) : [];
        if (!place || unlocked.length === 0) return [];
        const { from, to } = place.range;
        const isOpen = unlocked.some(
          (cell) =>
            isIn(cell, place.range) &&
            ((cell.row === from.row && cell.column === from.column) ||
              (cell.row === to.row && cell.column === to.column)),
        );
        return isOpen ? [`${nameOf(name)}: ${name.text}`] : [];
      });
    },
  },
  {
    id: 'inputs-are-looked-up',
    says: 'A formula reads cells that people fill in from a column with locked ends, never by their address: dragged onto another, a cell takes its address along.',
    source: 'Microsoft: “Move or copy cells”: references follow a cell that is moved; LibreOffice 7.4, used by hand',
    breaches: ({ sheets }) => {
      const inputs = new Map(
        sheets.map(({ name, inputs: cells }) => [name, new Set(cells.map(({ address }) => address))]),
      );
      return sheets.flatMap(({ name, cells }) =>
        cells.flatMap(({ address, formula }) =>
          endsIn(formula?.text ?? '', name)
            .filter(({ sheet, cell }) => inputs.get(sheet)?.has(cell))
            .map(({ sheet, cell }) => `${name}!${address}: ${sheet}!${cell}`),
        ),
      );
    },
  },
];
