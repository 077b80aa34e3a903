/** Reads one workbook from disk, out of an archive or a message, for the commands that take workbooks. */
import {
  find,
  isOtherEdition,
  modelName,
  readNamed,
  readClosely,
  sha256,
  today,
  ItemReader,
  type Finding,
  type Item,
  type ModelName,
  type Parsed,
  type Reading,
  type ReadWorkbook,
  type Shelf,
} from '../node.js';

export interface WorkbookFile {
  readonly file: string;
  /** `''` where the file could not be read. */
  readonly sha256: string;
  readonly read: ReadWorkbook | undefined;
  readonly findings: readonly Finding[];
}

/** `asked`: what --model says. `read`: with `checkWorkbook`, what was changed besides the answers is found as well. */
export async function readWorkbookFile(
  named: string | Item,
  shelf: Shelf,
  asked: string | undefined,
  read: (bytes: Uint8Array, shelf: Shelf, reading: Reading) => Parsed<ReadWorkbook> = readClosely,
): Promise<WorkbookFile> {
  const item = typeof named === 'string' ? { path: named, file: named } : named;
  const file = item.path;
  const { value: bytes, findings: unread } = item.entry === undefined ? readNamed(item.file) : await readEntry(item);
  if (!bytes) return { file, sha256: '', read: undefined, findings: unread };
  const { value, findings } = read(bytes, shelf, { today: today() });
  const all = asked === undefined ? findings : [...findings, ...notAsked(value, shelf.models.usual)];
  return { file, sha256: sha256(bytes), read: value, findings: all.map((each) => ({ ...each, file })) };
}

/** The bytes of an entry of an archive, or of what is attached to a message. */
async function readEntry(item: Item): Promise<Parsed<Uint8Array>> {
  const reader = new ItemReader();
  try {
    const { value, findings } = await reader.read(item);
    return {
      ...(value ? { value: value.bytes } : {}),
      findings: findings.map((each) => ({ ...each, file: item.path })),
    };
  } finally {
    reader.close();
  }
}

/** Told where somebody asks for one edition and the workbook is of another, or of another model: its own counts. */
export function notAsked(read: { readonly model: ModelName } | undefined, usual: ModelName): Finding[] {
  if (!read || !isOtherEdition(read.model, usual)) return [];
  return [find('other-model', {}, { found: modelName(read.model), expected: [modelName(usual)] })];
}
