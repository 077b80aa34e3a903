/** The part that lists a workbook's sheets, and which part holds each of them: found by relation, never by name. */
import { LIMITS } from '../diagnostic/limits.js';
import type { SheetVisibility } from '../grid/grid.js';
import { hostile } from './fault.js';
import { relationsOf, type Parts } from './relations.js';
import { readTree } from './xml-tree.js';

/** A sheet as the workbook lists it. */
export interface ListedSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  readonly relation: string;
}

/** What the main part of a package says. */
export interface WorkbookPart {
  /** In the order of the tabs. */
  readonly sheets: readonly ListedSheet[];
  readonly date1904: boolean;
}

/** Name of the main part; undefined where the package names none. */
export function mainPartOf(archive: Parts): string | undefined {
  return relationsOf(archive, '').find(({ kind }) => kind === 'officeDocument')?.target;
}

/** Reads the main part. */
export function readWorkbookPart(bytes: Uint8Array, part: string): WorkbookPart {
  const sheets: ListedSheet[] = [];
  let date1904 = false;
  readTree(bytes, part, {
    workbook: {
      workbookPr: (xml) => (date1904 = isTrue(xml.attribute('date1904'))),
      sheets: {
        sheet: (xml) => {
          const state = xml.attribute('state');
          const name = xml.attribute('name') ?? '';
          if (sheets.length >= LIMITS.sheets) throw hostile('too-many-sheets', { most: LIMITS.sheets });
          if (name.length > LIMITS.sheetName)
            throw hostile('sheet-name', { piece: name.slice(0, 20), count: name.length, most: LIMITS.sheetName });
          sheets.push({
            name,
            visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
            relation: xml.relation() ?? '',
          });
        },
      },
    },
  });
  return { sheets, date1904 };
}

/** The part of each sheet, by the sheet's name. */
export function sheetParts(archive: Parts): ReadonlyMap<string, string> {
  const main = mainPartOf(archive);
  const bytes = main === undefined ? undefined : archive.read(main);
  if (main === undefined || !bytes) return new Map();
  const relations = new Map(relationsOf(archive, main).map(({ id, target }) => [id, target]));
  return new Map(
    readWorkbookPart(bytes, main).sheets.flatMap(({ name, relation }) => {
      const part = relations.get(relation);
      return part === undefined ? [] : [[name, part] as const];
    }),
  );
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
