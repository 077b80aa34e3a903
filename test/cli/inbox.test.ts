/** A folder that workbooks arrive in, as files and in messages: each is read once, and who sent it is kept. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { eml, msg } from '../intake/messages.js';
import { aismm, MAIN, newFolder } from './run.js';

const WAIT = { timeout: 60_000, interval: 50 };

/** Two filled workbooks, in a folder of their own. */
function examples(folder: string): Uint8Array[] {
  expect(aismm(folder, 'example', '--count', '2', '--into', 'filled').code).toBe(0);
  return [1, 2].map((n) => new Uint8Array(readFileSync(join(folder, `filled/organization-${n}.xlsx`))));
}

test('messages are opened: each workbook once, with the address of the sender in every output', () => {
  const folder = newFolder();
  const [first = new Uint8Array(), second = new Uint8Array()] = examples(folder);
  mkdirSync(join(folder, 'inbox'));
  const logo = { name: 'logo.png', content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) };
  const broken = { name: 'broken.xlsx', content: new TextEncoder().encode('no workbook') };
  writeFileSync(
    join(folder, 'inbox/first.eml'),
    eml({ attached: [{ name: 'answers.xlsx', content: first }, broken, logo] }),
  );
  writeFileSync(
    join(folder, 'inbox/second.msg'),
    msg({ from: 'bob@example.org', attached: [{ name: 'answers.xlsx', content: second }] }),
  );
  writeFileSync(join(folder, 'inbox/third.msg'), msg({ attached: [{ name: 'answers.xlsx', content: second }] }));
  writeFileSync(join(folder, 'inbox/torn.msg'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]));
  const { code, stderr } = aismm(folder, 'ingest', 'inbox', '--store', 's.sqlite', '--rejects', 'rejects.csv');
  expect(code).toBe(3);
  const counts = Object.fromEntries(
    [...stderr.matchAll(/^(\S[\w, ]*?) {2,}(\d+)$/gm)].map(([, name = '', n]) => [name, Number(n)]),
  );
  expect(counts).toMatchObject({ accepted: 2, rejected: 2, duplicates: 1, 'skipped, not workbooks': 1 });
  expect(stderr).toContain('inbox/torn.msg: error unreadable-mail: aismm cannot read the file as an e-mail message.');
  expect(readFileSync(join(folder, 'rejects.csv'), 'utf8')).toMatch(
    /^inbox\/first\.eml\/broken\.xlsx,error,not-xlsx,.*,ann@example\.com$/m,
  );
  expect(aismm(folder, 'export', '--store', 's.sqlite', '--out', 'tables').code).toBe(0);
  const [head = '', ...rows] = readFileSync(join(folder, 'tables/assessment.csv'), 'utf8').trim().split(/\r?\n/);
  expect(head.split(',').at(-1)).toBe('mailed_by');
  expect(rows.map((row) => row.split(',').slice(-2)).sort()).toEqual([
    ['inbox/first.eml/answers.xlsx', 'ann@example.com'],
    ['inbox/second.msg/answers.xlsx', 'bob@example.org'],
  ]);
  expect(aismm(folder, 'export', '--store', 's.sqlite', '--out', 'shared', '--pseudonyms').code).toBe(0);
  expect(readFileSync(join(folder, 'shared/assessment.csv'), 'utf8')).not.toContain('@');
  const lines = aismm(folder, 'ingest', 'inbox/second.msg').stdout;
  expect(JSON.parse(lines)).toMatchObject({ file: 'inbox/second.msg/answers.xlsx', mailedBy: 'bob@example.org' });
  expect(aismm(folder, 'score', 'inbox/second.msg').stdout).toContain('inbox/second.msg/answers.xlsx');
});

test('what may hold workbooks in a message and cannot be opened is skipped by name, and a message without workbooks is counted', () => {
  const folder = newFolder();
  mkdirSync(join(folder, 'inbox'));
  const names = ['winmail.dat', 'answers.RAR', 'smime.p7m', 'logo.png'];
  const attached = names.map((name) => ({ name, content: new Uint8Array(3) }));
  writeFileSync(join(folder, 'inbox/closed.eml'), eml({ attached }));
  writeFileSync(join(folder, 'inbox/link.eml'), 'From: ann@example.com\r\n\r\nSee https://example.com/answers.xlsx');
  const { code, stderr } = aismm(folder, 'ingest', 'inbox', '--store', 's.sqlite');
  expect(code).toBe(0);
  for (const name of names.slice(0, 3)) expect(stderr).toContain(`inbox/closed.eml/${name}: skipped`);
  expect(stderr).toMatch(/^skipped, not workbooks +5$/m);
});

test.skipIf(process.platform === 'win32')(
  'what arrives while a folder is watched is read when it is complete',
  async () => {
    const folder = newFolder();
    const [first = new Uint8Array(), second = new Uint8Array()] = examples(folder);
    mkdirSync(join(folder, 'inbox'));
    const run = spawn(process.execPath, [MAIN, 'ingest', 'inbox', '--store', 's.sqlite', '--watch'], { cwd: folder });
    let said = '';
    run.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    const ended = new Promise((resolve) => run.once('exit', resolve));
    const kept = (): number => [...said.matchAll(/^accepted +1$/gm)].length;
    writeFileSync(join(folder, 'inbox/half.xlsx'), first.subarray(0, first.length / 2));
    writeFileSync(join(folder, 'message'), eml({ attached: [{ name: 'answers.xlsx', content: second }] }));
    renameSync(join(folder, 'message'), join(folder, 'inbox/message.eml'));
    await vi.waitUntil(() => kept() === 1, WAIT);
    // The other one has been there as long, but its end is missing.
    writeFileSync(join(folder, 'inbox/half.xlsx'), first);
    await vi.waitUntil(() => kept() === 2, WAIT);
    run.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said).not.toContain('error');
    expect(said).not.toContain('interrupted');
  },
);

test.skipIf(process.platform === 'win32')(
  'in a watched folder, workbooks of a removed organization are accepted again only after forget --allow-again',
  async () => {
    const folder = newFolder();
    const [first = new Uint8Array(), second = new Uint8Array()] = examples(folder);
    mkdirSync(join(folder, 'inbox'));
    writeFileSync(join(folder, 'inbox/1.xlsx'), first);
    writeFileSync(join(folder, 'inbox/2.xlsx'), second);
    const run = spawn(process.execPath, [MAIN, 'ingest', 'inbox', '--store', 's.sqlite', '--watch'], { cwd: folder });
    let said = '';
    run.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
    const ended = new Promise((resolve) => run.once('exit', resolve));
    /** How many files of these lines were told of in all reports. */
    const told = (...names: string[]): number =>
      [...said.matchAll(/^(\w+) +(\d+)$/gm)].reduce(
        (n, [, name = '', of]) => n + (names.includes(name) ? Number(of) : 0),
        0,
      );
    await vi.waitUntil(() => told('accepted') === 2, WAIT);
    const listed = aismm(folder, 'organizations', '--store', 's.sqlite', '--json').stdout;
    const names = (JSON.parse(listed) as { organizations: { name: string }[] }).organizations.map(({ name }) => name);
    expect(names).toHaveLength(2);
    const [again = '', gone = ''] = names;
    expect(aismm(folder, 'forget', again, '--store', 's.sqlite', '--allow-again').code).toBe(0);
    expect(aismm(folder, 'forget', gone, '--store', 's.sqlite').code).toBe(0);
    for (const [name, bytes] of [
      ['inbox/copy-1.xlsx', first],
      ['inbox/copy-2.xlsx', second],
    ] as const)
      writeFileSync(join(folder, name), bytes);
    await vi.waitUntil(() => told('accepted', 'forgotten', 'duplicates', 'unchanged') === 4, WAIT);
    run.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect([told('accepted'), told('forgotten')]).toEqual([3, 1]);
    const [line = '', ...others] = aismm(folder, 'organizations', '--store', 's.sqlite').stdout.trim().split('\n');
    expect([line.startsWith(again), others]).toEqual([true, ['1 organization']]);
    const store = readFileSync(join(folder, 's.sqlite'));
    const paths = ['copy-1', 'copy-2', '1', '2'].map((each) => store.includes(`inbox/${each}.xlsx`));
    expect([paths.filter(Boolean).length, ...paths.slice(2)]).toEqual([1, false, false]);
  },
);
