/** Reads .xlsx bytes as a grid of values. Small, strict and bounded: files come from strangers. */
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import { LIMITS } from '../diagnostic/limits.js';
import type { Grid, GridCell, GridName, GridSheet, SheetVisibility } from '../grid/grid.js';
import { Budget } from './budget.js';
import { damaged, FileFault, hostile } from './fault.js';
import { PURE_INFLATER, type Inflater } from './inflate.js';
import { commentsOf, linksOf, peopleOf } from './beside.js';
import { readPart, relationsOf, relationsPart } from './relations.js';
import { rememberingLast } from './same-part.js';
import { SharedStrings } from './shared-strings.js';
import { readSheetContent, type SheetLink } from './sheet.js';
import { NO_STYLES, readFills, readStyles } from './styles.js';
import { sniffArchive, sniffBytes } from './sniff.js';
import { cutFormula } from './text.js';
import { mainPartOf, readWorkbookPart } from './workbook-part.js';
import { readTree } from './xml-tree.js';
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
  /** True for a workbook with macros, whatever its name says. They are never looked at. */
  readonly hasMacros: boolean;
}

/** Why a file of so many bytes is not even loaded; undefined for one that is. */
export function refuseSize(bytes: number): Finding | undefined {
  if (bytes <= LIMITS.file) return undefined;
  return find('hostile-file', {}, { fault: 'file-size', count: bytes, most: LIMITS.file });
}

/**
 * Opens a workbook without reading its sheets. Without a value the bytes are no workbook that can be read; the reason is
 * reported. `inflater`: how this host unpacks; left out, in plain code.
 * @throws A `TypeError` for what is no array of bytes, such as the path of a file: plain JavaScript does not look at types.
 */
export function openXlsx(bytes: Uint8Array, inflater: Inflater = PURE_INFLATER): Parsed<OpenWorkbook> {
  if (!ArrayBuffer.isView(bytes))
    throw new TypeError('Expected the bytes of a workbook (Uint8Array). To read a file, use readFileSync(path).');
  const wrongKind = refuseSize(bytes.length) ?? sniffBytes(bytes);
  if (wrongKind) return { findings: [wrongKind] };
  return guarded(undefined, () => {
    const archive = new ZipArchive(bytes, { inflater });
    const wrongArchive = sniffArchive(archive);
    return wrongArchive ? { findings: [wrongArchive] } : { value: openArchive(archive), findings: [] };
  });
}

/** Reads every sheet of a workbook. */
export function readGrid(bytes: Uint8Array, inflater?: Inflater): Parsed<Grid> {
  const { value, findings } = openXlsx(bytes, inflater);
  if (!value) return { findings };
  const { value: grid, findings: found } = gridOf(value);
  return { ...(grid ? { value: grid } : {}), findings: [...findings, ...found] };
}

/** What was read of some sheets of a workbook. */
export type SheetsRead = ReadonlyMap<OpenSheet, Parsed<GridSheet>>;

/** Every sheet of an open workbook. Those that were `already` read are neither read nor held a second time. */
export function gridOf(value: OpenWorkbook, already: SheetsRead = new Map()): Parsed<Grid> {
  const read = value.sheets.map((sheet) =>
    guarded(sheet.name, () => {
      const known = already.get(sheet);
      const { value: found, findings: reported } = known ?? sheet.read();
      if (!found) return { findings: reported };
      return { value: known ? decodedSheet(found) : plainSheet(found), findings: reported };
    }),
  );
  const sheets = read.flatMap((each) => (each.value ? [each.value] : []));
  const names = guarded(undefined, () => ({ value: value.names, findings: [] }));
  return {
    value: { sheets, names: names.value ?? [], date1904: value.date1904 },
    findings: [...read.flatMap((each) => each.findings), ...names.findings],
  };
}

/** Runs what looks into a file's cells; a fault of the file found there becomes a finding. */
export function guarded<T>(sheet: string | undefined, read: () => Parsed<T>): Parsed<T> {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return { findings: [find(error.code, sheet === undefined ? {} : { sheet }, error.facts)] };
  }
}

const readStylesOnce = rememberingLast(readStyles);
const readWorkbookPartOnce = rememberingLast(readWorkbookPart);
const readNamesOnce = rememberingLast(readNames);

function openArchive(archive: ZipArchive): OpenWorkbook {
  const main = mainPartOf(archive);
  const bytes = main === undefined ? undefined : readPart(archive, main);
  if (main === undefined || bytes === undefined) throw damaged('main-part-missing');
  const relations = relationsOf(archive, main);
  /** A part's reading, made when it is first asked for. One that fails is not tried again for every sheet. */
  const once = <T>(kind: string, nothing: T, read: (bytes: Uint8Array, part: string) => T): (() => T) => {
    let made: T | undefined;
    let failed: FileFault | undefined;
    return () => {
      if (failed) throw failed;
      if (made) return made;
      try {
        const part = relations.find((relation) => relation.kind === kind)?.target;
        const content = part === undefined ? undefined : readPart(archive, part);
        return (made = part === undefined || content === undefined ? nothing : read(content, part));
      } catch (error) {
        if (error instanceof FileFault) failed = error;
        throw error;
      }
    };
  };
  const budget = new Budget();
  const sharedStrings = once(
    'sharedStrings',
    new SharedStrings(budget.decoded),
    (content, part) => new SharedStrings(budget.decoded, content, part),
  );
  const styles = once('styles', NO_STYLES, readStylesOnce);

  let people: ReadonlyMap<string, string> | undefined;
  const besideCells = (part: string, links: readonly SheetLink[]): Pick<GridSheet, 'links' | 'comments'> => {
    const comments = archive.has(relationsPart(part))
      ? commentsOf(
          archive,
          relationsOf(archive, part),
          () => (people ??= peopleOf(archive, relations)),
          budget.comments,
        )
      : undefined;
    return {
      ...(links.length === 0 ? {} : { links: linksOf(archive, part, links, budget.links) }),
      ...(comments === undefined || comments.size === 0 ? {} : { comments }),
    };
  };

  const { sheets, date1904 } = readWorkbookPartOnce(bytes, main);
  const byId = new Map([...relations].reverse().map((each) => [each.id, each]));
  const parts = sheets.map(({ relation }) => byId.get(relation)?.target);
  if (new Set(parts.filter((part) => part !== undefined)).size < parts.filter((part) => part !== undefined).length)
    throw hostile('same-sheet-part');
  let names: readonly GridName[] | undefined;
  return {
    get names() {
      return (names ??= readNamesOnce(bytes, main));
    },
    date1904,
    hasMacros: archive.names().some((name) => name.endsWith('vbaproject.bin')),
    sheets: sheets.flatMap(({ name, visibility, relation }) => {
      const target = byId.get(relation);
      // Charts and other sheets without cells.
      if (target && target.kind !== 'worksheet') return [];
      const read = (): Parsed<GridSheet> =>
        guarded(name, () => {
          const content = target && readPart(archive, target.target);
          if (!target || content === undefined) throw damaged('sheet-part-missing', { part: name });
          const part = target.target;
          const { rows, merges, links } = readSheetContent(content, part, { budget, sharedStrings, styles, date1904 });
          const sheet = { name, visibility, rows, merges, fills: () => readFills(content, part, styles()) };
          const beside = guarded(name, () => ({ value: besideCells(part, links), findings: [] }));
          return { value: { ...sheet, ...beside.value }, findings: beside.findings };
        });
      return [{ name, visibility, read }];
    }),
  };
}

function readNames(bytes: Uint8Array, part: string): GridName[] {
  const names: GridName[] = [];
  readTree(bytes, part, {
    workbook: {
      definedNames: {
        definedName: (xml) => {
          // Names are a last resort for finding cells; a file with so many has none that would be looked for.
          if (names.length >= LIMITS.names || xml.attribute('localSheetId') !== undefined) return;
          names.push({
            name: (xml.attribute('name') ?? '').slice(0, LIMITS.name + 1),
            refersTo: cutFormula(xml.content()),
          });
        },
      },
    },
  });
  return names;
}

/** True for a cell that holds something; looking at it decodes it. */
const isFilled = ({ value, formula }: GridCell): boolean => value !== undefined || formula !== undefined;

/** The very cells of a sheet that is held anyway, with every text decoded, so that damage shows here. */
function decodedSheet(sheet: GridSheet): GridSheet {
  const rows = sheet.rows.flatMap((row) => {
    const cells = row.cells.filter(isFilled);
    if (cells.length === row.cells.length) return [row];
    return cells.length > 0 ? [{ row: row.row, cells }] : [];
  });
  return { ...sheet, rows };
}

/** The same sheet with every text decoded, in cells that hold on to nothing of the file. */
function plainSheet(sheet: GridSheet): GridSheet {
  const rows = sheet.rows.map(({ row, cells }) => ({
    row,
    cells: cells.map(plainCell).filter(isFilled),
  }));
  const { fills: _, ...rest } = sheet;
  return { ...rest, rows: rows.filter(({ cells }) => cells.length > 0) };
}

/** Entered one by one: an object that is spread into another one leaves garbage behind, and there are many cells. */
function plainCell({ column, value, formula, struck }: GridCell): GridCell {
  const plain: { -readonly [K in keyof GridCell]: GridCell[K] } = { column, value };
  if (formula !== undefined) plain.formula = formula;
  if (struck) plain.struck = true;
  return plain;
}
