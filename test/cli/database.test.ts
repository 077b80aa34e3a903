/** Every command that takes a store takes a database as well, and tells the same. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { HAS_POSTGRES, serverForTests } from '../store/database.js';
import { aismm, newFolder } from './run.js';

/** Stands for the name of an organization in the store. */
const FIRST = 'NAME';

describe.skipIf(!HAS_POSTGRES)('a store in PostgreSQL', () => {
  const postgres = serverForTests();
  let address = '';
  const folder = newFolder();
  const [inFile, inDatabase] = [join(folder, 's.sqlite'), () => address];
  beforeAll(async () => {
    address = await postgres.server.database();
    aismm(folder, 'example', '--count', '12', '--into', 'in', '--broken', '0.2');
    aismm(folder, 'ingest', 'in', '--store', inFile);
    aismm(folder, 'ingest', 'in', '--store', address);
  }, 180_000);

  /** The name of an organization in the store. */
  const firstName = (): string => {
    const { stdout } = aismm(folder, 'organizations', '--json', '--store', inFile);
    return (
      (JSON.parse(stdout) as { organizations: { name: string; assessments: number }[] }).organizations.find(
        (each) => each.assessments > 0,
      )?.name ?? ''
    );
  };
  const both = (...command: string[]): readonly [unknown, unknown] => {
    const [a, b] = [inFile, inDatabase()].map((store) => aismm(folder, ...command, '--store', store));
    return [a, b];
  };

  test.each([
    ['export', '--pseudonyms'],
    ['export', '--format', 'ndjson'],
    ['portfolio', '--json'],
    ['organizations', '--json'],
    ['feedback'],
    ['show', FIRST],
  ])('%s %s tells the same', (...command) => {
    const [a, b] = both(...command.map((each) => (each === FIRST ? firstName() : each)));
    const { code, stdout } = b as ReturnType<typeof aismm>;
    if (!command.includes('--pseudonyms')) expect(b).toEqual(a);
    expect([code, stdout.length > 20]).toEqual([0, true]);
  });

  test('tables are the same byte for byte', () => {
    for (const [store, into] of [
      [inFile, 'a'],
      [address, 'b'],
    ] as const)
      expect(aismm(folder, 'export', '--store', store, '-o', into).code).toBe(0);
    const names = readdirSync(join(folder, 'a'));
    expect(names.length).toBeGreaterThan(3);
    expect(readdirSync(join(folder, 'b'))).toEqual(names);
    for (const name of names)
      expect(readFileSync(join(folder, 'b', name)).equals(readFileSync(join(folder, 'a', name)))).toBe(true);
  });

  test('a second run takes nothing in again, and a forgotten organization stays away', () => {
    expect(aismm(folder, 'ingest', 'in', '--store', address).stderr).toMatch(/unchanged +12/);
    expect(aismm(folder, 'forget', firstName(), '--store', address).code).toBe(0);
    expect(aismm(folder, 'ingest', 'in', '--store', address).stderr).toContain('forgotten');
  });

  test('an invalid database address is rejected, and the password is not printed', () => {
    for (const wrong of ['mysql://u:hush@h/d', 'postgres://u:hush@h:port/d', 'https://u:hush@h/d']) {
      const { code, stderr, stdout } = aismm(folder, 'portfolio', '--store', wrong);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('postgres://user@host/database');
      expect(stderr).not.toContain('hush');
    }
    const refused = aismm(folder, 'portfolio', '--store', address.replace('aismm@', 'aismm:hush@'));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('rejected the user or the password');
    expect(refused.stderr).not.toContain('hush');
  });
});
