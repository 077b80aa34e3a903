/** The table of contents at the end of a Parquet file, held as packed bytes: as objects it would take a hundred times as much, and grow with the rows. */
import { deflateSync, inflateSync } from 'fflate';
import type { ByteWriter, ParquetWriter } from 'hyparquet-writer';

/** Values of Thrift's compact protocol: a list of structs, with its length in the same byte or behind it. */
const [STRUCTS, IN_ONE_BYTE, LENGTH_FOLLOWS] = [12, 14, 0xf0] as const;
/** The length of the contents, of four bytes, ends them. */
const LENGTH = 4;
const MAGIC = 'PAR1';
/** Bytes after which what is held is packed: all groups of a table are told in nearly the same words. */
const PIECE = 65_536;

export class ParquetContents {
  #count = 0;
  readonly #packed: { readonly bytes: Uint8Array; readonly length: number }[] = [];
  readonly #last: ByteWriter;
  readonly #none: Uint8Array;
  /** Offset of the list of groups in contents without groups. */
  #listAt = 0;

  private constructor(
    private readonly writer: ParquetWriter,
    private readonly contents: (rows: bigint) => Uint8Array,
    newBytes: () => ByteWriter,
  ) {
    this.#last = newBytes();
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
    return new ParquetContents(writer, contents, newBytes);
  }

  /** Takes what the writer holds of the group of rows that it has just written, so that it holds nothing. */
  take(): void {
    const [none, one] = [this.#none, this.contents(0n)];
    // The two differ only in the list of groups: in its length, and in its entries.
    this.#listAt = none.findIndex((byte, i) => byte !== one[i]);
    this.#last.appendBytes(one.subarray(this.#listAt + 1, one.length - (none.length - this.#listAt - 1)));
    this.#count += 1;
    if (this.#last.index >= PIECE) {
      this.#packed.push({ bytes: deflateSync(this.#last.getBytes()), length: this.#last.index });
      this.#last.index = 0;
    }
    this.writer.row_groups.length = 0;
    this.writer.pendingIndexes.length = 0;
  }

  /** Writes the contents, and the end of the file; `put` takes what is written away, so that all of it is never there at once. */
  finish(bytes: ByteWriter, put: () => void = () => undefined): void {
    const [all, start, count] = [this.contents(this.writer.num_rows), bytes.offset, this.#count];
    // The number of rows, in front of the list, may take more bytes than none.
    const at = count === 0 ? all.length : all.length - this.#none.length + this.#listAt;
    bytes.appendBytes(all.subarray(0, at));
    if (count > 0) {
      bytes.appendUint8(count > IN_ONE_BYTE ? LENGTH_FOLLOWS | STRUCTS : (count << 4) | STRUCTS);
      if (count > IN_ONE_BYTE) bytes.appendVarInt(count);
      const room = new Uint8Array(Math.max(0, ...this.#packed.map(({ length }) => length)));
      for (const piece of this.#packed) {
        bytes.appendBytes(inflateSync(piece.bytes, { out: room.subarray(0, piece.length) }));
        put();
      }
      bytes.appendBytes(this.#last.getBytes());
      bytes.appendBytes(all.subarray(at + 1));
    }
    bytes.appendUint32(bytes.offset - start);
    bytes.appendBytes(new TextEncoder().encode(MAGIC));
  }
}
