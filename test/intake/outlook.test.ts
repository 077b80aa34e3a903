/** Messages of Outlook: what may be attached to one, and files that only look like one. */
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { Mail } from '../../src/intake/mail.js';
import { msg } from './messages.js';

const workbook = zipSync({ 'xl/workbook.xml': new Uint8Array(60) });
const large = new Uint8Array(40_000).fill(7);

/** Names of what is in a message, with the numbers of their bytes; or the codes of why there is none. */
async function opened(bytes: Uint8Array): Promise<unknown[]> {
  const { value, findings } = await Mail.open({ bytes, modified: 1 });
  return value
    ? value.names().map((name) => [name, value.read(name)?.value?.bytes.length])
    : findings.map(({ code }) => code);
}

/** Where the entry of the directory with a name is, in a compound file. */
function entryOf(file: Uint8Array, name: string): number {
  const at = Buffer.from(file).indexOf(Buffer.from(`${name}\0`, 'utf16le'));
  if (at < 0) throw new Error(`no ${name}`);
  return at;
}
const [LEFT, CHILD, START, LENGTH] = [68, 76, 116, 120] as const;
const DATA = '__substg1.0_37010102';

/** A file with some of its numbers changed. */
function changed(file: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = new Uint8Array(file);
  change(new DataView(copy.buffer));
  return copy;
}

const whole = msg({ attached: [{ name: 'a.xlsx', content: large }] });
const two = msg({ attached: [0, 1].map((n) => ({ name: `${n}.xlsx`, content: large })) });
/** Where the table of sectors is, and the number of a sector in it. */
const table = (file: DataView): number => (file.getUint32(76, true) + 1) * 512;

/** Each is a file of less than 200 kB. */
const HOSTILE: Readonly<Record<string, Uint8Array>> = {
  'an attachment that says it has 1 GiB': changed(whole, (file) =>
    file.setUint32(entryOf(whole, DATA) + LENGTH, 2 ** 30, true),
  ),
  'an attachment of a negative length': changed(whole, (file) =>
    file.setInt32(entryOf(whole, DATA) + LENGTH, -5, true),
  ),
  'an attachment that begins beyond the end': changed(whole, (file) =>
    file.setUint32(entryOf(whole, DATA) + START, 1_000_000, true),
  ),
  'a directory without end': changed(whole, (file) => {
    const first = file.getUint32(48, true);
    file.setUint32(table(file) + 4 * first, first, true);
  }),
  'an entry that is its own neighbor': changed(whole, (file) => {
    const at = entryOf(whole, DATA);
    const directory = (file.getUint32(48, true) + 1) * 512;
    file.setUint32(at + LEFT, (at - directory) / 128, true);
  }),
  'a folder that is in itself': changed(whole, (file) => {
    const at = entryOf(whole, '__attach_version1.0_#00000000');
    const directory = (file.getUint32(48, true) + 1) * 512;
    file.setUint32(at + CHILD, (at - directory) / 128, true);
  }),
  'short streams in sectors without end': changed(whole, (file) => {
    const root = (file.getUint32(48, true) + 1) * 512;
    const first = file.getUint32(root + START, true);
    file.setUint32(table(file) + 4 * first, first, true);
  }),
  'lists of tables without end': changed(whole, (file) => {
    file.setUint32(68, 0, true);
    file.setUint32(72, 0xffffffff, true);
    file.setUint32(512 + 508, 0, true);
  }),
  'no size of sectors': changed(whole, (file) => file.setUint16(30, 31, true)),
};

test.each(Object.entries(HOSTILE))('a damaged Outlook message is rejected: %s', async (_, file) => {
  expect(await opened(file)).toEqual(['unreadable-mail']);
});

test('an Outlook message is rejected if its attachments overlap and their total size exceeds the file size', async () => {
  expect(await opened(two)).toHaveLength(2);
  const many = msg({
    attached: Array.from({ length: 9 }, (_, n) => ({ name: `${n}.xlsx`, content: large.subarray(n < 1 ? 0 : 35_000) })),
  });
  const shared = changed(many, (file) => {
    const bytes = Buffer.from(many);
    const places: number[] = [];
    for (
      let at = bytes.indexOf(Buffer.from(`${DATA}\0`, 'utf16le'));
      at >= 0;
      at = bytes.indexOf(Buffer.from(`${DATA}\0`, 'utf16le'), at + 1)
    )
      places.push(at);
    const longest = places.find((at) => file.getUint32(at + LENGTH, true) === large.length) ?? 0;
    for (const at of places)
      for (const field of [START, LENGTH]) file.setUint32(at + field, file.getUint32(longest + field, true), true);
  });
  expect(await opened(shared)).toEqual(['unreadable-mail']);
});

test('a workbook is found whatever its name is, and in an object of another program', async () => {
  const inObject = '__attach_version1.0_#00000001/__substg1.0_3701000D/Package';
  const file = msg({
    attached: [{ name: 'answers.dat', content: workbook }],
    more: [[inObject, workbook]],
  });
  expect(await opened(file)).toEqual([
    ['answers.dat.xlsx', workbook.length],
    ['attachment 2.xlsx', workbook.length],
  ]);
});

test('a file that the message only leads to is one without content, and costs the others nothing', async () => {
  const name = Buffer.from('linked.xlsx', 'utf16le');
  const file = msg({
    attached: [{ name: 'a.xlsx', content: workbook }],
    more: [['__attach_version1.0_#00000001/__substg1.0_3707001F', new Uint8Array(name)]],
  });
  expect(await opened(file)).toEqual([
    ['a.xlsx', workbook.length],
    ['linked.xlsx', 0],
  ]);
});

test.each([
  [1251, 'Ответы', [0xce, 0xf2, 0xe2, 0xe5, 0xf2, 0xfb]],
  [932, '回答', [0x89, 0xf1, 0x93, 0x9a]],
  [65001, 'é', [0xc3, 0xa9]],
  [1252, 'é', [0xe9]],
  [4711, 'é', [0xe9]],
])('names that are not in Unicode are in code page %i: %s', async (codePage, name, letters) => {
  const ending = [...Buffer.from('.xlsx')];
  const file = msg({
    attached: [],
    codePage,
    more: [
      ['__attach_version1.0_#00000000/__substg1.0_3707001E', new Uint8Array([...letters, ...ending])],
      ['__attach_version1.0_#00000000/__substg1.0_37010102', workbook],
    ],
  });
  expect(await opened(file)).toEqual([[`${name}.xlsx`, workbook.length]]);
});
