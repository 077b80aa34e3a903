/** What saved messages hold, and who sent them. */
import { zipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { expect, test, vi } from 'vitest';
import { LIMITS } from '../../src/diagnostic/limits.js';
import { Mail } from '../../src/intake/mail.js';
import { inWords } from '../../src/locale/message.js';
import { messagesIn } from '../../src/locale/messages.js';
import { eml, msg, type Message } from './messages.js';

const FILE_TIME = 1_700_000_000_000;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const one = new Uint8Array([1]);
const two = new Uint8Array([2]);

const KINDS = { eml: (message: Message) => bytesOf(eml(message)), msg } as const;

async function opened(bytes: Uint8Array): Promise<Mail> {
  const { value } = await Mail.open({ bytes, modified: FILE_TIME });
  if (!value) throw new Error('not opened');
  return value;
}
const bytesIn = (mail: Mail, name: string): number[] => [...(mail.read(name)?.value?.bytes ?? [])];

for (const [kind, write] of Object.entries(KINDS)) {
  test(`${kind}: attachments by name, also those of one name, in their order`, async () => {
    const mail = await opened(write({ attached: [one, two].map((content) => ({ name: 'answers.xlsx', content })) }));
    expect(mail.names()).toEqual(['answers.xlsx', 'answers (2).xlsx']);
    expect([bytesIn(mail, 'answers.xlsx'), bytesIn(mail, 'answers (2).xlsx')]).toEqual([[1], [2]]);
    expect(mail.read('none.xlsx')).toBeUndefined();
  });

  test(`${kind}: the address of the sender goes with each, in small letters`, async () => {
    const mail = await opened(write({ from: 'Ann@Example.COM', attached: [{ name: 'a.xlsx', content: one }] }));
    expect(mail.read('a.xlsx')?.value?.mailedBy).toBe('ann@example.com');
  });

  test(`${kind}: what is no address is none`, async () => {
    for (const from of ['/O=EXAMPLE/CN=ANN', 'ann', `${'a'.repeat(300)}@example.com`, 'nobody@']) {
      const mail = await opened(write({ from, attached: [{ name: 'a.xlsx', content: one }] }));
      expect(mail.read('a.xlsx')?.value).not.toHaveProperty('mailedBy');
    }
  });

  test(`${kind}: attached messages and archives are opened`, async () => {
    const inner: Message = { from: 'someone@else.example', attached: [{ name: 'inner.xlsx', content: two }] };
    const archive = zipSync({ 'in/packed.xlsx': one });
    const mail = await opened(
      write({
        attached: [
          { name: 'outer.xlsx', content: one },
          { name: 'forwarded', content: inner },
          { name: 'batch.zip', content: archive },
        ],
      }),
    );
    expect([...mail.names()].sort()).toEqual(['batch.zip/in/packed.xlsx', 'inner.xlsx', 'outer.xlsx']);
    expect([bytesIn(mail, 'inner.xlsx'), bytesIn(mail, 'batch.zip/in/packed.xlsx')]).toEqual([[2], [1]]);
    // Who has handed it over, not who has written it first.
    expect(mail.read('inner.xlsx')?.value?.mailedBy).toBe('ann@example.com');
  });

  test(`${kind}: messages in messages are opened so far and no further`, async () => {
    let message: Message = { attached: [{ name: 'level-9.xlsx', content: one }] };
    for (let level = 8; level >= 0; level -= 1)
      message = {
        attached: [
          { name: `level-${level}.xlsx`, content: one },
          { name: 'forwarded', content: message },
        ],
      };
    const names = (await opened(write(message))).names();
    expect(names).toContain('level-2.xlsx');
    expect(names).not.toContain('level-3.xlsx');
    // What is not opened is there by a name, so that it is told.
    expect(names.filter((name) => name.endsWith(`.${kind}`))).toHaveLength(1);
  });

  test(`${kind}: names that lead elsewhere lead nowhere`, async () => {
    const mail = await opened(
      write({
        attached: [
          { name: '../../etc/passwd.xlsx', content: one },
          { name: 'C:\\temp\\b.xlsx', content: two },
        ],
      }),
    );
    expect(mail.names().every((name) => !/[\\/]|\.\./.test(name))).toBe(true);
    expect(mail.names()).toHaveLength(2);
  });
}

test('the time is when it was sent, and where that is not said the time of the file', async () => {
  const attached = [{ name: 'a.xlsx', content: one }];
  const sent = await opened(bytesOf(eml({ date: 'Mon, 02 Nov 2026 10:00:00 +0000', attached })));
  expect(sent.read('a.xlsx')?.value?.modified).toBe(Date.UTC(2026, 10, 2, 10));
  for (const date of [undefined, 'yesterday'])
    expect(
      (await opened(bytesOf(eml({ ...(date === undefined ? {} : { date }), attached })))).read('a.xlsx')?.value
        ?.modified,
    ).toBe(FILE_TIME);
});

test('a file of Outlook that is cut off is no message', async () => {
  const bytes = msg({ attached: [{ name: 'a.xlsx', content: new Uint8Array(20_000) }] });
  const { value, findings } = await Mail.open({ bytes: bytes.subarray(0, 600), modified: 0 });
  expect([value, findings.map(({ code }) => code)]).toEqual([undefined, ['unreadable-mail']]);
});

test('a message that is too large, or has too many attachments, is not opened: nothing in it is left out in silence', async () => {
  const codesOf = async (bytes: Uint8Array): Promise<unknown[]> => {
    const { value, findings } = await Mail.open({ bytes, modified: FILE_TIME });
    return [value, ...findings.map(({ code }) => code)];
  };
  expect(await codesOf(new Uint8Array(LIMITS.mail + 1))).toEqual([undefined, 'hostile-file']);
  const attached = Array.from({ length: LIMITS.attachments + 1 }, (_, i) => ({ name: `${i}.xlsx`, content: one }));
  const whole = eml({ attached: attached.slice(1) });
  expect((await opened(bytesOf(whole))).names()).toHaveLength(LIMITS.attachments);
  expect(await codesOf(bytesOf(eml({ attached })))).toEqual([undefined, 'hostile-file']);
});

test('a workbook without a name, or with one without an ending, is one by its type', async () => {
  const part = (name: string): string =>
    [
      'Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      `Content-Disposition: attachment${name}`,
      'Content-Transfer-Encoding: base64',
      '',
      'AQ==',
    ].join('\r\n');
  const head = 'From: ann@example.com\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n';
  const parts = ['', '; filename="Answers"', '; filename="a.pdf"'].map((name) => `\r\n--b\r\n${part(name)}`).join('');
  expect((await opened(bytesOf(`${head}${parts}\r\n--b--\r\n`))).names()).toEqual([
    ...['attachment 1.xlsx', 'Answers.xlsx', 'a.pdf'],
  ]);
});

test('a workbook is found whatever type and place its part declares: its bytes are those that were sent', async () => {
  const workbook = zipSync({
    '[Content_Types].xml': one,
    'xl/workbook.xml': new Uint8Array([0xe9, 0xff, 0, 13, 10, 10]),
  });
  const parts = [
    'Content-Type: text/html; charset=iso-8859-1; name="a.xlsx"\r\nContent-Disposition: inline; filename="a.xlsx"',
    'Content-Type: text/plain; name="a.xlsx"',
    'Content-Type: text/plain; charset=utf-16\r\nContent-Disposition: inline; filename="a.xlsx"',
    'X-Nothing: declared',
    'Content-Type: text/plain; name="answers.dat"',
    'Content-Type: text/calendar; method=REQUEST; name="a.xlsx"',
  ];
  for (const declared of parts) {
    const base64 = Buffer.from(workbook).toString('base64').replace(/.{76}/g, '$&\r\n');
    const part = [declared, 'Content-Transfer-Encoding: base64', '', base64].join('\r\n');
    const head = 'From: ann@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n';
    for (const bare of [
      `${head}\r\n--b\r\n\r\nHello\r\n--b\r\n${part}\r\n--b--\r\n`,
      `From: ann@example.com\r\n${part}\r\n`,
    ]) {
      const mail = await opened(bytesOf(bare));
      expect(mail.names(), declared).toEqual([expect.stringMatching(/\.xlsx$/)]);
      expect(Buffer.from(mail.read(mail.names()[0] ?? '')?.value?.bytes ?? []).equals(workbook), declared).toBe(true);
    }
  }
});

test('the text of a message is no attachment', async () => {
  expect((await opened(bytesOf('From: ann@example.com\r\n\r\nPK is short for something.'))).names()).toEqual([]);
});

test('a file that is no message says so, and is not a message without attachments', async () => {
  const cfb = msg({ attached: [] });
  const other = Buffer.from(cfb);
  // The class of the message is gone, as in a workbook of an earlier kind.
  other.write('__substg1.0_99990001', other.indexOf(Buffer.from('__substg1.0_001A001F', 'utf16le')), 'utf16le');
  const utf16 = new Uint8Array(Buffer.from('\ufeffFrom: ann@example.com\n\nHello', 'utf16le'));
  const random = new Uint8Array(3_000).map((_, i) => (i * 7919) % 251);
  const workbook = zipSync({ 'xl/workbook.xml': one });
  for (const bytes of [
    new Uint8Array(),
    bytesOf('\r\n\r\n'),
    bytesOf('Hello'),
    random,
    utf16,
    workbook,
    new Uint8Array(other),
  ]) {
    const { value, findings } = await Mail.open({ bytes, modified: 0 });
    expect([value, findings.map(({ code }) => code)]).toEqual([undefined, ['unreadable-mail']]);
  }
  expect((await opened(cfb)).names()).toEqual([]);
});

test('names have no characters that a terminal obeys', async () => {
  const name = `=?utf-8?B?${Buffer.from('a\u001b[31m\r\nb\u202e.xlsx').toString('base64')}?=`;
  expect((await opened(bytesOf(eml({ attached: [{ name, content: one }] })))).names()).toEqual(['a [31m b .xlsx']);
  expect((await opened(msg({ attached: [{ name: 'a\u001b[31mb.xlsx', content: one }] }))).names()).toEqual([
    'a [31mb.xlsx',
  ]);
});

test('the number of name lookups is proportional to the number of files, even if all archives have the same name', async () => {
  const archive = zipSync(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`${i}.xlsx`, one])), { level: 0 });
  const attached = Array.from({ length: LIMITS.attachments }, () => ({ name: 'a.zip', content: archive }));
  const has = Map.prototype.has;
  let times = 0;
  Map.prototype.has = function (key: unknown) {
    if (typeof key === 'string' && key.startsWith('a.zip/')) times += 1;
    return has.call(this, key);
  };
  const mail = await opened(bytesOf(eml({ attached }))).finally(() => {
    Map.prototype.has = has;
  });
  expect(new Set(mail.names()).size).toBe(40 * LIMITS.attachments);
  expect(times).toBeLessThan(4 * mail.names().length);
});

test('an e-mail message is rejected if it exceeds the limit for parts, header size or nesting depth', async () => {
  const head = 'From: ann@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n';
  const of = (parts: number): Uint8Array => bytesOf(`${head}${'\r\n--b\r\n\r\n'.repeat(parts)}`);
  expect((await opened(of(LIMITS.mailParts))).names()).toEqual([]);
  const { value, findings } = await Mail.open({ bytes: of(LIMITS.mailParts + 1), modified: 0 });
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'hostile-file', facts: { fault: 'too-many-parts' } }]);
  const long = await Mail.open({ bytes: bytesOf(`X-A: ${'a'.repeat(LIMITS.mailHeaders)}\r\n${head}`), modified: 0 });
  expect(long.findings.map((each) => inWords(each, messagesIn()).message)).toEqual([
    expect.stringContaining('the headers of the message are larger than the limit of 1 MiB'),
  ]);
  const level = (n: number): string => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`;
  const deep = Array.from({ length: LIMITS.depth + 1 }, (_, n) => level(n)).join('');
  const nested = await Mail.open({ bytes: bytesOf(`From: ann@example.com\r\n${deep}`), modified: 0 });
  expect(nested.findings.map((each) => inWords(each, messagesIn()).message)).toEqual([
    expect.stringContaining(`more than ${LIMITS.depth} levels of nesting`),
  ]);
});

test('what was sent without an encoding has the bytes that were sent', async () => {
  const every = new Uint8Array(70_000).map((_, i) => [13, 10, 13, 13, 10, 10, 0, 45, 45, i % 256][i % 10] ?? 0);
  const workbook = zipSync({ 'xl/workbook.xml': [every, { level: 0 }] });
  const name = 'Content-Disposition: attachment; filename="a.xlsx"';
  for (const encoding of ['Content-Transfer-Encoding: binary\r\n', 'Content-Transfer-Encoding: 8BIT\r\n', '']) {
    const part = [bytesOf(`${encoding}${name}\r\n\r\n`), workbook];
    const head = bytesOf('From: ann@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n');
    for (const pieces of [
      [bytesOf('From: ann@example.com\r\n'), ...part],
      [head, ...part, bytesOf('\r\n--b--\r\n')],
      [head, ...part, bytesOf('\n--b\nContent-Type: message/rfc822\n\nFrom: x@example.com\n'), ...part],
    ]) {
      const mail = await opened(new Uint8Array(Buffer.concat(pieces)));
      expect(mail.names().length).toBeGreaterThan(0);
      for (const each of mail.names())
        expect(Buffer.from(mail.read(each)?.value?.bytes ?? []).equals(workbook), encoding).toBe(true);
    }
  }
});

test('a message whose parts cannot be told apart says so, and one in a message is told by name', async () => {
  const torn = 'Content-Type: multipart/mixed; boundary=other\r\n\r\n--b\r\n\r\nHello\r\n--b--\r\n';
  const { value, findings } = await Mail.open({ bytes: bytesOf(`From: ann@example.com\r\n${torn}`), modified: 0 });
  expect([value, findings.map(({ code }) => code)]).toEqual([undefined, ['unreadable-mail']]);
  const head = 'From: ann@example.com\r\nContent-Type: multipart/mixed; boundary=o\r\n\r\n--o\r\n';
  expect((await opened(bytesOf(`${head}${torn}\r\n--o--\r\n`))).names()).toEqual(['attached message 1.eml']);
});

test('the attachments of a message that Outlook keeps as it was signed are found', async () => {
  const part = 'Content-Type: application/octet-stream; name="a.xlsx"\r\n\r\nPK';
  const signed = `Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n${part}\r\n--s--\r\n`;
  const file = msg({
    attached: [{ name: 'smime.p7m', content: bytesOf(signed) }],
    more: [
      [
        '__attach_version1.0_#00000000/__substg1.0_370E001F',
        new Uint8Array(Buffer.from('multipart/signed', 'utf16le')),
      ],
    ],
  });
  expect((await opened(file)).names()).toEqual(['a.xlsx']);
});

/** Contents that once took hundreds of bytes of memory, or a decoder of its own, for each letter. */
const COSTLY: Readonly<Record<string, string>> = {
  'empty lines': '\n'.repeat(100_000),
  'base64 of one letter a line': `Content-Transfer-Encoding: base64\r\n\r\n${'A\n'.repeat(50_000)}`,
  'base64 that is filled up after each letter': `Content-Transfer-Encoding: base64\r\n\r\n${'A='.repeat(50_000)}`,
  'signs that begin no code': `Content-Transfer-Encoding: quoted-printable\r\n\r\n${'=\n'.repeat(50_000)}`,
};

test.each(Object.entries(COSTLY))(
  'the e-mail parser does not read the content of a part line by line: %s',
  async (_, content) => {
    const lines = vi.spyOn(PostalMime.prototype as unknown as { readLine: () => object }, 'readLine');
    await opened(bytesOf(`From: ann@example.com\r\nContent-Type: application/x\r\n${content}`));
    const times = lines.mock.calls.length;
    lines.mockRestore();
    expect(times).toBeLessThan(10);
  },
);

test.each([
  ['base64', 'QUJD\r\nRA==\r\nRUY=', 'ABCDEF'],
  ['BASE64', 'Q U*J\tD', 'ABC'],
  ['quoted-printable', 'a=3D=\r\nb=C3=A9=x=\nc\r\nd=', 'a=b\u00e9=xc\nd'],
])('%s is decoded, also where it is written carelessly', async (encoding, sent, content) => {
  const name = 'Content-Type: application/x; name="a.bin"';
  const mail = await opened(
    bytesOf(`From: ann@example.com\r\n${name}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${sent}\r\n`),
  );
  expect(new TextDecoder().decode(mail.read('a.bin')?.value?.bytes)).toBe(content);
});
