/** Reads .xlsx bytes as a grid of values. Small, strict and bounded: files come from strangers. */
import { diagnose, type Diagnostic, type Parsed } from '../diagnostic/diagnostic.js';
import type { Grid, GridCell, GridName, GridSheet, NumberKind, SheetVisibility } from '../grid/grid.js';
import { damaged, FileFault, hostile } from './fault.js';
import { readNumberKinds } from './number-formats.js';
import { readPart, relationsOf } from './relations.js';
import { SharedStrings } from './shared-strings.js';
import { CellBudget, readSheetContent } from './sheet.js';
import { sniffArchive, sniffBytes } from './sniff.js';
import { XmlReader } from './xml.js';
import { ZipArchive } from './zip.js';

export interface OpenSheet {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** Unpacks and reads the sheet's cells; nothing is unpacked before. */
  read(): Parsed<GridSheet>;
}

export interface OpenWorkbook {
  /** In the order of the tabs; chart sheets are left out. */
  readonly sheets: readonly OpenSheet[];
  /** Defined names of the whole workbook. */
  readonly names: readonly GridName[];
  readonly date1904: boolean;
}

/** Larger files hold no workbook that would be read, and would only fill the memory. */
const LARGEST_FILE = 256 * 1024 * 1024;

/** Why a file of so many bytes is not even loaded; undefined for one that is. */
export function refuseSize(bytes: number): Diagnostic | undefined {
  if (bytes <= LARGEST_FILE) return undefined;
  const mib = (size: number): string => `${Math.round(size / 2 ** 20)} MiB`;
  return diagnose('hostile-file', {}, { detail: `it has ${mib(bytes)}, more than the ${mib(LARGEST_FILE)} allowed` });
}

/** Opens a workbook without reading its sheets. Without a value the bytes are no workbook that can be read; the reason is reported. */
export function openXlsx(bytes: Uint8Array): Parsed<OpenWorkbook> {
  const wrongKind = refuseSize(bytes.length) ?? sniffBytes(bytes);
  if (wrongKind) return { diagnostics: [wrongKind] };
  return guarded(undefined, () => {
    const archive = new ZipArchive(bytes);
    const wrongArchive = sniffArchive(archive);
    return wrongArchive ? { diagnostics: [wrongArchive] } : { value: openArchive(archive), diagnostics: [] };
  });
}

/** Reads every sheet of a workbook. */
export function readGrid(bytes: Uint8Array): Parsed<Grid> {
  const { value, diagnostics } = openXlsx(bytes);
  if (!value) return { diagnostics };
  const read = value.sheets.map((sheet) =>
    guarded(sheet.name, () => {
      const { value: found, diagnostics: reported } = sheet.read();
      return { ...(found ? { value: plainSheet(found) } : {}), diagnostics: reported };
    }),
  );
  const sheets = read.flatMap((each) => (each.value ? [each.value] : []));
  return {
    value: { sheets, names: value.names, date1904: value.date1904 },
    diagnostics: [...diagnostics, ...read.flatMap((each) => each.diagnostics)],
  };
}

/** Runs what looks into a file's cells; a fault of the file found there becomes a diagnostic. */
export function guarded<T>(sheet: string | undefined, read: () => Parsed<T>): Parsed<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    const finding: Diagnostic = diagnose(error.code, sheet === undefined ? {} : { sheet }, { detail: error.detail });
    return { diagnostics: [finding] };
  }
}

function openArchive(archive: ZipArchive): OpenWorkbook {
  const main = relationsOf(archive, '').find(({ kind }) => kind === 'officeDocument')?.target;
  const bytes = main === undefined ? undefined : readPart(archive, main);
  if (main === undefined || bytes === undefined) throw damaged('its main part is missing');
  const relations = relationsOf(archive, main);
  /** A part's reading, made when it is first asked for. */
  const once = <T>(kind: string, nothing: T, read: (bytes: Uint8Array, part: string) => T): (() => T) => {
    let made: T | undefined;
    return () => {
      if (made) return made;
      const part = relations.find((relation) => relation.kind === kind)?.target;
      const content = part === undefined ? undefined : readPart(archive, part);
      return (made = part === undefined || content === undefined ? nothing : read(content, part));
    };
  };
  const sharedStrings = once('sharedStrings', new SharedStrings(), (content, part) => new SharedStrings(content, part));
  const numberKinds = once<readonly NumberKind[]>('styles', [], readNumberKinds);
  const budget = new CellBudget();

  const { sheets, date1904 } = readWorkbookPart(bytes, main);
  const parts = sheets.map(({ relation }) => relations.find(({ id }) => id === relation)?.target);
  if (new Set(parts.filter((part) => part !== undefined)).size < parts.filter((part) => part !== undefined).length)
    throw hostile('two of its sheets are the same part');
  let names: readonly GridName[] | undefined;
  return {
    get names() {
      return (names ??= readNames(bytes, main));
    },
    date1904,
    sheets: sheets.flatMap(({ name, visibility, relation }) => {
      const target = relations.find(({ id }) => id === relation);
      if (!target || target.kind !== 'worksheet') return [];
      const read = (): Parsed<GridSheet> =>
        guarded(name, () => {
          const content = readPart(archive, target.target);
          if (content === undefined) throw damaged(`the part of the sheet “${name}” is missing`);
          const read = readSheetContent(content, target.target, { budget, sharedStrings, numberKinds, date1904 });
          return { value: { name, visibility, ...read }, diagnostics: [] };
        });
      return [{ name, visibility, read }];
    }),
  };
}

interface WorkbookPart {
  readonly sheets: { readonly name: string; readonly visibility: SheetVisibility; readonly relation: string }[];
  readonly date1904: boolean;
}

function readWorkbookPart(bytes: Uint8Array, part: string): WorkbookPart {
  const sheets: WorkbookPart['sheets'] = [];
  let date1904 = false;
  const xml = new XmlReader(bytes, part);
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'workbookPr') date1904 = isTrue(xml.attribute('date1904'));
    else if (xml.name === 'sheet') {
      const state = xml.attribute('state');
      sheets.push({
        name: xml.attribute('name') ?? '',
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        relation: xml.attribute('id') ?? '',
      });
    }
  }
  return { sheets, date1904 };
}

/** A full workbook of ours has about 200. */
const MOST_NAMES = 50_000;

function readNames(bytes: Uint8Array, part: string): GridName[] {
  const names: GridName[] = [];
  const xml = new XmlReader(bytes, part);
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'definedName') continue;
    const name = xml.attribute('name') ?? '';
    const local = xml.attribute('localSheetId') !== undefined;
    const refersTo = xml.content();
    if (!local) names.push({ name, refersTo });
    // Names are a last resort for finding cells; a file with so many has none that would be looked for.
    if (names.length >= MOST_NAMES) break;
  }
  return names;
}

/** The same sheet with every text decoded. */
function plainSheet(sheet: GridSheet): GridSheet {
  const rows = sheet.rows.map(({ row, cells }) => ({
    row,
    cells: cells.flatMap(({ column, value, formula }): GridCell[] =>
      formula !== undefined ? [{ column, value, formula }] : value ? [{ column, value }] : [],
    ),
  }));
  return { ...sheet, rows: rows.filter(({ cells }) => cells.length > 0) };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
