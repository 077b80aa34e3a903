/** Results in PostgreSQL keep to the same port as those in a file, and say in words why a database can't be used. */
import { describe, expect, test, vi } from 'vitest';
import type { Results } from '../../src/desk/results.js';
import { Refusal } from '../../src/diagnostic/refusal.js';
import { LONG_COLUMNS } from '../../src/desk/row.js';
import { sumOf } from '../../src/store/values.js';
import { openResults } from '../../src/store/open.js';
import { NASTY } from '../encode/nasty.js';
import { keepsResults } from './contract.js';
import { HAS_POSTGRES, serverForTests } from './database.js';
import { all, digest, entry, REASONS } from './entries.js';

describe.skipIf(!HAS_POSTGRES)('PostgreSQL', () => {
  const postgres = serverForTests();
  const fresh = (): Promise<string> => postgres.server.database();
  const refusal = async (opened: Promise<Results>): Promise<unknown> => {
    const thrown = await opened.then(
      (results) => results.close(),
      (error: unknown) => error,
    );
    return thrown instanceof Refusal ? thrown.finding : thrown;
  };
  const unusable = (reason: string, file: unknown = expect.any(String)) =>
    expect.objectContaining({ code: 'store-unusable', file, facts: { reason } }) as unknown;

  keepsResults('a PostgreSQL database', async () => openResults(await fresh(), { create: true }));

  test('what was kept is there when it is opened again, by several at a time', async () => {
    const address = await fresh();
    const both = await Promise.all([
      openResults(address, { create: true }),
      openResults(address, { create: true }),
      openResults(address, { create: true }),
    ]);
    await Promise.all(
      both.map((each, i) => each.write(letters.map((sha) => entry({ sha, path: `in/${i}-${sha}.xlsx` })))),
    );
    await Promise.all(both.map((each) => each.close()));
    const again = await openResults(address, { create: false });
    expect((await all(again.assessments())).map(({ sha256 }) => sha256).sort()).toEqual(letters.map(digest));
    expect((await all(again.assessmentsByDigest())).map(({ path }) => path)).toEqual(
      letters.map((sha) => `in/0-${sha}.xlsx`),
    );
    await again.close();
  });
  const letters = ['a', 'b', 'c', 'd', 'e', 'f'];

  test('nasty names come back as they were, and in the order of code points', async () => {
    const results = await openResults(await fresh(), { create: true });
    const names = [...new Set([...Object.values(NASTY), 'b', 'B', 'ä', 'a', '\u{10000}', '\uffff'])].filter(
      (name) => !/[\0\ud800-\udfff]/u.test(name.replace(/[\u{10000}-\u{10ffff}]/gu, '')),
    );
    await results.write(names.map((name, i) => entry({ sha: `a${i}b`, name })));
    const kept = (await all(results.names())).map(({ name }) => name);
    expect(kept).toEqual([...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
    await results.close();
  });

  test('a database that is not there, not ours, of a later version or in another encoding is named, without the password', async () => {
    const address = await fresh();
    const secret = address.replace('aismm@', 'aismm:hush@');
    expect(await refusal(openResults(secret, { create: true }))).toEqual(unusable('password-refused', address));
    expect(await refusal(openResults(address, { create: false }))).toEqual(unusable('empty'));
    expect(await refusal(openResults(`${address}_gone`, { create: true }))).toEqual(unusable('no-database'));
    const nowhere = address.replace(String(postgres.server.port), '1');
    expect(await refusal(openResults(nowhere, { create: true }))).toEqual(unusable('unreachable'));
    expect(await refusal(openResults('postgres://aismm@host.invalid/x', { create: true }))).toEqual(
      unusable('unreachable'),
    );
    const said = vi.spyOn(process, 'emitWarning').mockReturnValue();
    for (const mode of ['prefer', 'require', 'verify-ca', 'verify-full'])
      expect(await refusal(openResults(`${nowhere}?sslmode=${mode}`, { create: true }))).toEqual(
        unusable('unreachable'),
      );
    expect(said).not.toHaveBeenCalled();
    said.mockRestore();
    await postgres.server.ask(address, 'CREATE SCHEMA aismm');
    expect(await refusal(openResults(address, { create: true }))).toEqual(unusable('not-a-store'));
    const later = await fresh();
    await (await openResults(later, { create: true })).close();
    await postgres.server.ask(later, 'UPDATE aismm.store SET version = 99');
    expect(await refusal(openResults(later, { create: true }))).toEqual(unusable('later-version'));
    const latin = await postgres.server.database(
      `ENCODING 'LATIN1' LOCALE_PROVIDER libc LOCALE 'C' TEMPLATE template0`,
    );
    expect(await refusal(openResults(latin, { create: true }))).toEqual(unusable('not-utf8'));
  });

  test('a row that is not as it was written is damage, and nothing is told of it', async () => {
    const address = await fresh();
    const results = await openResults(address, { create: true });
    const flip = (column: string): string =>
      `UPDATE aismm.file SET ${column} = set_byte(${column}, 20, get_byte(${column}, 20) # 1)`;
    await results.write([entry({ sha: 'a' })]);
    for (const [harm, repair] of [
      [flip('content'), flip('content')],
      [`UPDATE aismm.file SET floor = floor + 1`, `UPDATE aismm.file SET floor = floor - 1`],
      [
        `UPDATE aismm.dictionary SET text = replace(text, 'a', 'e~')`,
        `UPDATE aismm.dictionary SET text = replace(text, 'e~', 'a')`,
      ],
    ] as const) {
      await postgres.server.ask(address, harm);
      await expect(all(results.assessments()), harm).rejects.toThrow(Refusal);
      await expect(results.findingsOf(digest('a')), harm).rejects.toThrow(Refusal);
      await postgres.server.ask(address, repair);
      expect(await all(results.assessments())).toHaveLength(1);
    }
    await results.close();
  });

  test('a store of version 1 is packed row by row; one that is damaged is refused and stays as it was', async () => {
    const address = await fresh();
    const results = await openResults(address, { create: true });
    const entries = [entry({ sha: 'a', name: 'Ä “b”' }), entry({ sha: 'b', rejected: true })];
    await results.write(entries);
    const told = async (of: Results) => [await all(of.assessments()), await all(of.returned()), await all(of.newest())];
    const before = await told(results);
    await results.close();
    const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
    const texts = [
      'sha256',
      'status',
      'tool',
      'model',
      'key',
      'name',
      'unit',
      'industry',
      'size_band',
      'region',
    ] as const;
    const order = [...texts, 'as_of', 'figures', 'states', ...LONG_COLUMNS] as const;
    const numbers = ['size', 'maturity', 'floor', 'completeness', 'outline'] as const;
    await postgres.server.ask(
      address,
      `ALTER TABLE aismm.file DROP COLUMN content, DROP COLUMN dictionary,
       ${LONG_COLUMNS.map((name) => `ADD COLUMN ${name} text COLLATE "C"`).join(', ')}`,
      'DROP TABLE aismm.dictionary',
      'UPDATE aismm.store SET version = 1',
      ...entries.map(({ sha256, row }) => {
        const kept = row ?? expect.fail('it has a row');
        const sum = sumOf([...order, ...numbers].map((name) => kept[name]));
        const long = LONG_COLUMNS.map((name) => `${name} = ${text(kept[name])}`);
        return `UPDATE aismm.file SET sum = ${sum}, ${long.join(', ')} WHERE sha256 = '${sha256}'`;
      }),
    );
    await postgres.server.ask(address, `UPDATE aismm.file SET feedback = feedback || ' ' WHERE sha256 LIKE 'b%'`);
    expect(await refusal(openResults(address, { create: false }))).toEqual(unusable('damaged'));
    expect(await postgres.server.ask(address, 'SELECT version FROM aismm.store')).toEqual([{ version: '1' }]);
    await postgres.server.ask(address, `UPDATE aismm.file SET feedback = rtrim(feedback) WHERE sha256 LIKE 'b%'`);
    const packed = await openResults(address, { create: false });
    expect(await told(packed)).toEqual(before);
    expect(await packed.findingsOf(digest('b'))).toEqual(REASONS);
    await packed.close();
  });

  test('a list is what it was when it was asked for, and may be left early more often than there are connections', async () => {
    const results = await openResults(await fresh(), { create: true });
    await results.write(letters.map((sha) => entry({ sha, name: sha })));
    for (let i = 0; i < 10; i += 1) for await (const _ of results.assessments()) break;
    let seen = 0;
    for await (const { key } of results.assessments()) {
      if (seen === 0) await results.write([entry({ sha: 'aa', name: 'Later' })]);
      expect(key).toBeTypeOf('string');
      seen += 1;
    }
    expect(seen).toBe(letters.length);
    await results.close();
  });

  test('a server that fails half-way keeps all of a batch or nothing, and the next attempt ends it', async () => {
    const address = await fresh();
    const results = await openResults(address, { create: true });
    const batch = Array.from({ length: 2_000 }, (_, i) => entry({ sha: `a${i}b`, name: `Organization ${i}` }));
    await results.write(batch.slice(0, 10));
    const written = results.write(batch).then(
      () => 'kept',
      (error: unknown) => (error instanceof Refusal ? error.finding.code : error),
    );
    await new Promise((resolve) => setTimeout(resolve, 30));
    postgres.server.kill();
    const outcome = await written;
    await expect(results.statusOf(digest('a'))).rejects.toThrow(Refusal);
    await results.close();
    postgres.server.start();
    const again = await openResults(address, { create: true });
    const kept = (await all(again.names())).length;
    expect([outcome, kept]).toEqual(kept === 10 ? ['store-unusable', 10] : [expect.anything(), 2_000]);
    await again.write(batch);
    expect(await all(again.names())).toHaveLength(2_000);
    await again.close();
  }, 60_000);
});
