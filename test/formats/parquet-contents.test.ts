/** The table of contents of a Parquet file is what the library writes that writes all the rest, and is held as bytes alone. */
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { ParquetContents } from '../../src/formats/parquet-contents.js';

const SCHEMA = [
  { name: 'root', num_children: 2 },
  { name: 'text', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  { name: 'number', type: 'DOUBLE', repetition_type: 'OPTIONAL' },
] as const;

const begun = (): { bytes: ByteWriter; writer: ParquetWriter } => {
  const bytes = new ByteWriter();
  return { bytes, writer: new ParquetWriter({ writer: bytes, schema: [...SCHEMA], createdBy: 'test' }) };
};

const write = (writer: ParquetWriter, i: number): void =>
  void writer.write({
    columnData: [
      { name: 'text', data: ['a', `b${i}`, null], offsetIndex: false },
      { name: 'number', data: [i, null, -i], offsetIndex: false },
    ],
  });

// The length of a list of more than 14 is written in another way, and that of more than 127 in two bytes.
test.each([0, 1, 14, 15, 127, 128, 1_500])('of %i groups of rows', async (count) => {
  const [own, expected] = [begun(), begun()];
  const contents = await ParquetContents.of(own.writer, () => new ByteWriter());
  for (let i = 0; i < count; i += 1) {
    write(own.writer, i);
    contents.take();
    expect([own.writer.row_groups, own.writer.pendingIndexes]).toEqual([[], []]);
    write(expected.writer, i);
  }
  contents.finish(own.bytes);
  void expected.writer.finish();
  expect(Buffer.from(own.bytes.getBytes()).equals(expected.bytes.getBytes())).toBe(true);
});
