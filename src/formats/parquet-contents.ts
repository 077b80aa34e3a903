/** The table of contents at the end of a Parquet file, held as bytes: as objects it would take twenty times as much, and grow with the rows. */
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';

/** Values of Thrift's compact protocol: a list of structs, with its length in the same byte or behind it. */
const [STRUCTS, IN_ONE_BYTE, LENGTH_FOLLOWS] = [12, 14, 0xf0] as const;
/** The length of the contents, of four bytes, ends them. */
const LENGTH = 4;
const MAGIC = 'PAR1';

export class ParquetContents {
  readonly #groups: Uint8Array[] = [];
  readonly #none: Uint8Array;
  /** Where the list of groups stands in the contents without any. */
  #listAt = 0;

  private constructor(
    private readonly writer: ParquetWriter,
    private readonly contents: (rows: bigint) => Uint8Array,
  ) {
    this.#none = contents(0n);
  }

  /** The contents of a writer that has written nothing yet. */
  static async of(writer: ParquetWriter, newBytes: () => ByteWriter): Promise<ParquetContents> {
    const { writeMetadata } = await import('hyparquet-writer/src/metadata.js');
    const contents = (rows: bigint): Uint8Array => {
      const [bytes, { schema, createdBy, row_groups }] = [newBytes(), writer];
      const about = { version: 2, schema, num_rows: rows, row_groups, created_by: createdBy, metadata_length: 0 };
      writeMetadata(bytes, about);
      return bytes.getBytes().slice(0, -LENGTH);
    };
    return new ParquetContents(writer, contents);
  }

  /** Takes what the writer holds of the group of rows that it has just written, so that it holds nothing. */
  take(): void {
    const [none, one] = [this.#none, this.contents(0n)];
    // The two differ in the list of groups alone: its length, and what stands in it.
    this.#listAt = none.findIndex((byte, i) => byte !== one[i]);
    this.#groups.push(one.slice(this.#listAt + 1, one.length - (none.length - this.#listAt - 1)));
    this.writer.row_groups.length = 0;
    this.writer.pendingIndexes.length = 0;
  }

  /** Writes the contents, and the end of the file; `put` takes what is written away, so that all of it is never there at once. */
  finish(bytes: ByteWriter, put: () => void = () => undefined): void {
    const [all, start, count] = [this.contents(this.writer.num_rows), bytes.offset, this.#groups.length];
    // The number of rows, in front of the list, may take more bytes than none.
    const at = count === 0 ? all.length : all.length - this.#none.length + this.#listAt;
    bytes.appendBytes(all.subarray(0, at));
    if (count > 0) {
      bytes.appendUint8(count > IN_ONE_BYTE ? LENGTH_FOLLOWS | STRUCTS : (count << 4) | STRUCTS);
      if (count > IN_ONE_BYTE) bytes.appendVarInt(count);
      for (const group of this.#groups) {
        bytes.appendBytes(group);
        put();
      }
      bytes.appendBytes(all.subarray(at + 1));
    }
    bytes.appendUint32(bytes.offset - start);
    bytes.appendBytes(new TextEncoder().encode(MAGIC));
  }
}
