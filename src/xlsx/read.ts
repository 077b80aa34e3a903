/** Reads .xlsx bytes as a grid of values. Small, strict and bounded: files come from strangers. */
import { diagnose, type Diagnostic, type Parsed } from '../diagnostic/diagnostic.js';
import type { Grid, GridName, GridSheet, NumberKind, SheetVisibility } from '../grid/grid.js';
import { damaged, FileFault } from './fault.js';
import { readNumberKinds } from './number-formats.js';
import { readPart, relationsOf } from './relations.js';
import { readSharedStrings } from './shared-strings.js';
import { readSheetCells } from './sheet.js';
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

/** Opens a workbook without reading its sheets. Without a value the bytes are no workbook that can be read; the reason is reported. */
export function openXlsx(bytes: Uint8Array): Parsed<OpenWorkbook> {
  const wrongKind = sniffBytes(bytes);
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
  const read = value.sheets.map((sheet) => sheet.read());
  const sheets = read.flatMap((each) => (each.value ? [each.value] : []));
  return {
    value: { sheets, names: value.names, date1904: value.date1904 },
    diagnostics: [...diagnostics, ...read.flatMap((each) => each.diagnostics)],
  };
}

/** Turns a fault of the file into a diagnostic. */
function guarded<T>(sheet: string | undefined, read: () => Parsed<T>): Parsed<T> {
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
  const text = main === undefined ? undefined : readPart(archive, main);
  if (main === undefined || text === undefined) throw damaged('its main part is missing');
  const relations = relationsOf(archive, main);
  /** A part's reading, made when it is first asked for. */
  const once = <T>(kind: string, read: (text: string, part: string) => readonly T[]): (() => readonly T[]) => {
    let made: readonly T[] | undefined;
    return () => {
      if (made) return made;
      const part = relations.find((relation) => relation.kind === kind)?.target;
      const content = part === undefined ? undefined : readPart(archive, part);
      return (made = part === undefined || content === undefined ? [] : read(content, part));
    };
  };
  const sharedStrings = once('sharedStrings', readSharedStrings);
  const numberKinds = once<NumberKind>('styles', readNumberKinds);

  const { sheets, names, date1904 } = readWorkbookPart(text, main);
  return {
    names,
    date1904,
    sheets: sheets.flatMap(({ name, visibility, relation }) => {
      const target = relations.find(({ id }) => id === relation);
      if (!target || target.kind !== 'worksheet') return [];
      const read = (): Parsed<GridSheet> =>
        guarded(name, () => {
          const content = readPart(archive, target.target);
          if (content === undefined) throw damaged(`the part of the sheet “${name}” is missing`);
          const rows = readSheetCells(content, target.target, { sharedStrings, numberKinds, date1904 });
          return { value: { name, visibility, rows }, diagnostics: [] };
        });
      return [{ name, visibility, read }];
    }),
  };
}

interface WorkbookPart {
  readonly sheets: { readonly name: string; readonly visibility: SheetVisibility; readonly relation: string }[];
  readonly names: GridName[];
  readonly date1904: boolean;
}

function readWorkbookPart(text: string, part: string): WorkbookPart {
  const sheets: WorkbookPart['sheets'] = [];
  const names: GridName[] = [];
  let date1904 = false;
  const xml = new XmlReader(text, part);
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
    } else if (xml.name === 'definedName') {
      const name = xml.attribute('name') ?? '';
      const local = xml.attribute('localSheetId') !== undefined;
      const refersTo = xml.content();
      if (!local) names.push({ name, refersTo });
    }
  }
  return { sheets, names, date1904 };
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}
