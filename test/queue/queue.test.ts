/** Files in a queue: each is ended once, whatever happens to the programs that read them. */
import { execFile, spawn } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DeleteObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  TRIES,
  type FailedFile,
  type Queue,
  type QueuedFile,
  type TakenFile,
  type TurnEnd,
} from '../../src/desk/queue.js';
import { unread, workOn } from '../../src/desk/work.js';
import { find } from '../../src/diagnostic/finding.js';
import { Refusal } from '../../src/diagnostic/refusal.js';
import { openQueue, openResults } from '../../src/store/open.js';
import { BOSS_VERSION, QUEUE_SCHEMA } from '../../src/store/postgres/queue-tables.js';
import { Objects } from '../../src/intake/bucket.js';
import { sha256 } from '../../src/host/digest.js';
import { aismm, MAIN, newFolder, type Run } from '../cli/run.js';
import { HAS_POSTGRES, PASSWORD, serverForTests } from '../store/database.js';
import { all, digest, entry } from '../store/entries.js';

const file = (name: string): QueuedFile => ({ path: `in/${name}`, file: `/in/${name}`, size: 3, modified: 5 });
const files = (n: number): QueuedFile[] => Array.from({ length: n }, (_, i) => file(`${i}.xlsx`));

/** Ends each file as accepted, with a row of its own. */
const accept = (taken: readonly TakenFile[]): TurnEnd => ({
  entries: taken.map(({ path }) => entry({ sha: path, path, name: path })),
  endings: new Map(taken.map(({ id, path }) => [id, { is: 'accepted', sha256: digest(path) }])),
});
/** Says of each file that it could not be read. */
const refuse = (taken: readonly TakenFile[]): TurnEnd => ({
  entries: [],
  endings: new Map(
    taken.map(({ id, trying, lost }) => [
      id,
      {
        is: 'not-kept',
        why: [find('file-unreadable', {}, { reason: 'EIO' })],
        isLast: trying >= TRIES || lost >= TRIES,
      },
    ]),
  ),
});
const soon = <T>(value: T): Promise<T> => Promise.resolve(value);
const failedOf = (queue: Queue): Promise<FailedFile[]> => all(queue.failed());

describe.skipIf(!HAS_POSTGRES)('a queue in PostgreSQL', () => {
  const postgres = serverForTests();
  /** A queue and the results beside it, in a database of their own. */
  const fresh = async () => {
    const address = await postgres.server.database();
    const results = await openResults(address, { create: true });
    const open = (): Promise<Queue> => openQueue(address, { create: true, retryAfter: 0 });
    const queue = await open();
    const close = async (): Promise<void> => void (await Promise.all([queue.close(), results.close()]));
    return { address, results, queue, open, close };
  };

  test('a name with a character that no database keeps stops no other file, and is read as it is', async () => {
    const { queue, close } = await fresh();
    const odd = ['in/a\0b.xlsx', 'in/a\ud800b.xlsx', 'in/a\ue000b.xlsx', 'in/\ue0000\ue001.xlsx', 'in/\\u0000.xlsx'];
    const given = odd.map((entry) => ({ path: `x.zip/${entry}`, file: '/x.zip', entry }));
    expect(await queue.add(given)).toBe(odd.length);
    const taken: (string | undefined)[] = [];
    await queue.turn(100, (now) => {
      taken.push(...now.map(({ entry }) => entry));
      return soon({
        entries: [],
        endings: new Map(
          now.map(({ id, path }) => [
            id,
            { is: 'not-kept', why: [find('file-not-found', {}, { found: path })], isLast: true },
          ]),
        ),
      });
    });
    expect(taken).toEqual(odd);
    expect((await failedOf(queue)).map(({ entry, why }) => [entry, why])).toEqual(
      [...odd].reverse().map((entry) => [entry, [find('file-not-found', {}, { found: `x.zip/${entry}` })]]),
    );
    await close();
  });

  test('a file that waits is not added again, and two programs never take the same one', async () => {
    const { queue, open, results, close } = await fresh();
    const other = await open();
    const both = await Promise.all([queue.add(files(300)), other.add([...files(300)].reverse())]);
    expect(both[0] + both[1]).toBe(300);
    expect(await queue.add(files(301))).toBe(1);
    const taken: string[] = [];
    const meet = new Set<string>();
    const work = async (now: readonly TakenFile[]): Promise<TurnEnd> => {
      for (const { path } of now) taken.push(path);
      meet.add(now[0]?.path ?? '');
      // Both have their turn at the same time.
      while (meet.size < 2) await new Promise(setImmediate);
      return accept(now);
    };
    expect(await Promise.all([queue.turn(200, work), other.turn(101, work)])).toEqual([200, 101]);
    expect([taken.length, new Set(taken).size]).toEqual([301, 301]);
    expect(await queue.turn(10, () => soon(accept([])))).toBe(0);
    expect([await queue.left(), (await all(results.names())).length]).toEqual([0, 301]);
    await other.close();
    await close();
  });

  test('files are taken in the order in which they were added', async () => {
    const { queue, close } = await fresh();
    await queue.add(files(30));
    await queue.add([file('last.xlsx')]);
    const taken: string[] = [];
    const note = (now: readonly TakenFile[]): Promise<TurnEnd> => {
      for (const { path } of now) taken.push(path);
      return soon(accept(now));
    };
    for (let i = 0; i < 3; i += 1) await queue.turn(12, note);
    expect(taken).toEqual([...files(30), file('last.xlsx')].map(({ path }) => path));
    await close();
  });

  test('a turn that fails has taken nothing and kept nothing; results and queue end together', async () => {
    const { address, queue, results, close } = await fresh();
    await queue.add(files(5));
    await expect(queue.turn(5, () => Promise.reject(new Error('out of luck')))).rejects.toThrow('out of luck');
    expect([await queue.left(), await queue.progress()]).toMatchObject([5, { waiting: 5, reading: 0 }]);
    // The results are written, and then the queue cannot be: neither is kept.
    await postgres.server.ask(address, `ALTER TABLE ${QUEUE_SCHEMA}.turn ADD CHECK (files < 5)`);
    await expect(queue.turn(5, (taken) => soon(accept(taken)))).rejects.toThrow(Refusal);
    expect([await queue.left(), await all(results.names())]).toEqual([5, []]);
    expect(await queue.turn(4, (taken) => soon(accept(taken)))).toBe(4);
    expect([await queue.left(), (await all(results.names())).length]).toEqual([1, 4]);
    // What pg-boss takes for an empty queue.
    await postgres.server.ask(address, `ALTER TABLE ${QUEUE_SCHEMA}.job RENAME TO other`);
    await expect(queue.turn(4, (taken) => soon(accept(taken)))).rejects.toThrow(Refusal);
    await close();
  });

  test('a file that cannot be read is tried three times, and is then listed with its reason until it is added again', async () => {
    const { queue, close } = await fresh();
    await queue.add(files(2));
    const tried: string[] = [];
    const work = (taken: readonly TakenFile[]): Promise<TurnEnd> => {
      for (const { path, trying } of taken) if (path === 'in/0.xlsx') tried.push(`try ${trying}`);
      const [bad, good] = [
        taken.filter(({ path }) => path === 'in/0.xlsx'),
        taken.filter(({ path }) => path !== 'in/0.xlsx'),
      ];
      const [a, b] = [refuse(bad), accept(good)];
      return soon({ entries: b.entries, endings: new Map([...a.endings, ...b.endings]) });
    };
    await queue.turn(10, work);
    expect(await queue.progress()).toMatchObject({ waiting: 1, retrying: 1, failed: 0, done: { accepted: 1 } });
    // It waits, so that it is not there twice.
    expect(await queue.add([file('0.xlsx')])).toBe(0);
    await queue.turn(10, work);
    await queue.turn(10, work);
    expect(tried).toEqual(['try 1', 'try 2', 'try 3']);
    expect(await queue.progress()).toMatchObject({ waiting: 0, failed: 1 });
    const [failure, ...others] = await failedOf(queue);
    expect(others).toEqual([]);
    expect(failure).toMatchObject({ ...file('0.xlsx'), why: [{ code: 'file-unreadable', facts: { reason: 'EIO' } }] });
    expect(await queue.turn(10, work)).toBe(0);
    expect(await queue.add([file('0.xlsx')])).toBe(1);
    expect(await failedOf(queue)).toEqual([]);
    await queue.turn(10, (taken) => soon(accept(taken)));
    expect(await queue.progress()).toMatchObject({ waiting: 0, failed: 0, done: { accepted: 2 } });
    await close();
  });

  test('files during which a program was gone are read alone, and one that ends three programs alone is given up', async () => {
    const { address, queue, results, close } = await fresh();
    await queue.add(files(3));
    // As a program leaves it that is gone: the note stays, the transaction does not.
    const kill = (times: number): Promise<unknown> =>
      postgres.server.ask(
        address,
        `INSERT INTO ${QUEUE_SCHEMA}.begun SELECT id, ${times}, 0, gen_random_uuid() FROM ${QUEUE_SCHEMA}.job
         WHERE data->>'path' = 'in/1.xlsx' ON CONFLICT (file) DO UPDATE SET times = ${times}`,
      );
    await kill(1);
    const turns: string[][] = [];
    const stop = (taken: readonly TakenFile[]): Promise<TurnEnd> => {
      turns.push(taken.map(({ path, lost }) => `${path} ${lost}`));
      return taken.length === 1 ? soon(accept(taken)) : Promise.reject(new Error('stop'));
    };
    await expect(queue.turn(3, stop)).rejects.toThrow('stop');
    expect(turns).toEqual([['in/1.xlsx 0'], ['in/0.xlsx 0', 'in/2.xlsx 0']]);
    // It was read alone and nothing happened: it is as good as the others.
    turns.length = 0;
    await expect(queue.turn(3, stop)).rejects.toThrow('stop');
    expect(turns.map(({ length }) => length)).toEqual([3]);
    await kill(1 + TRIES);
    const told: string[] = [];
    await queue.turn(3, async (taken) => {
      const { end } = await workOn(taken, {
        results,
        read: async function* (items) {
          for (const item of items) yield unread(item, [find('file-unreadable', {}, { reason: 'EIO' })]);
        },
        clock: () => 0,
        refused: ({ path, findings }, tried) => void told.push(`${path} ${findings[0]?.code} ${tried?.lost}`),
      });
      return end;
    });
    expect(told.sort()).toEqual([
      'in/0.xlsx file-unreadable 0',
      'in/1.xlsx ended-while-reading 3',
      'in/2.xlsx file-unreadable 0',
    ]);
    expect((await failedOf(queue)).map(({ path, why }) => [path, why[0]?.code])).toEqual([
      ['in/1.xlsx', 'ended-while-reading'],
    ]);
    await close();
  });

  test('a program that is asked to end finishes what it has taken, and leaves the rest', async () => {
    const folder = newFolder();
    const address = await postgres.server.database();
    aismm(folder, 'example', '--count', '30', '--into', 'in');
    aismm(folder, 'enqueue', 'in', '--store', address);
    const queue = await openQueue(address, { create: false });
    // It goes on for ever otherwise.
    const child = spawn(process.execPath, [MAIN, 'work', '--store', address], { cwd: folder, stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ?? code)));
    while ((await queue.progress()).reading === 0 && (await queue.left()) > 0) await wait(5);
    child.kill('SIGTERM');
    expect(await ended).toBe(143);
    const { done, waiting, reading } = await queue.progress();
    expect([done.accepted + waiting, reading]).toEqual([30, 0]);
    await queue.close();
    expect(await postgres.server.ask(address, `SELECT * FROM ${QUEUE_SCHEMA}.begun`)).toEqual([]);
  });

  test('a server that fails in the middle of a turn is a fault, never an empty queue', async () => {
    const { queue, open, close } = await fresh();
    await queue.add(files(2));
    const gone = queue.turn(2, (taken) => {
      postgres.server.kill();
      return soon(accept(taken));
    });
    await expect(gone).rejects.toThrow(Refusal);
    await expect(queue.turn(2, (taken) => soon(accept(taken)))).rejects.toThrow(Refusal);
    postgres.server.start();
    const again = await open();
    expect(await again.turn(2, (taken) => soon(accept(taken)))).toBe(2);
    await again.close();
    await close();
  });

  test('a queue that is not there, or of a later version, is named', async () => {
    const reasonOf = (opened: Promise<Queue>): Promise<unknown> =>
      opened.then(
        (queue) => queue.close(),
        (error: unknown) => (error instanceof Refusal ? error.finding.facts : error),
      );
    const address = await postgres.server.database();
    expect(await reasonOf(openQueue(address, { create: false }))).toEqual({ reason: 'no-queue' });
    expect(await reasonOf(openQueue(`${address}_gone`, { create: true }))).toEqual({ reason: 'no-database' });
    const secret = address.replace('aismm@', 'aismm:hush@');
    expect(await reasonOf(openQueue(secret, { create: true }))).toEqual({ reason: 'password-refused' });
    await Promise.all([1, 2, 3].map(async () => (await openQueue(address, { create: true })).close()));
    await postgres.server.ask(address, `UPDATE ${QUEUE_SCHEMA}.version SET version = ${BOSS_VERSION + 1}`);
    expect(await reasonOf(openQueue(address, { create: true }))).toEqual({ reason: 'later-version' });
    await postgres.server.ask(address, `UPDATE ${QUEUE_SCHEMA}.version SET version = ${BOSS_VERSION}`);
    await postgres.server.ask(address, `UPDATE ${QUEUE_SCHEMA}.ours SET version = 99`);
    expect(await reasonOf(openQueue(address, { create: true }))).toEqual({ reason: 'later-version' });
    // What pg-boss would make here is what this program knows.
    expect(createRequire(import.meta.url)('pg-boss/version.json')).toEqual({ schema: BOSS_VERSION });
  });

  test('enqueue, work and status do together what ingest does', async () => {
    const folder = newFolder();
    const [whole, queued] = [await postgres.server.database(), await postgres.server.database()];
    aismm(folder, 'example', '--count', '20', '--into', 'in', '--broken', '0.3');
    copyFileSync(join(folder, 'in', readdirSync(join(folder, 'in'))[0] ?? ''), join(folder, 'in-again.xlsx'));
    renameSync(join(folder, 'in-again.xlsx'), join(folder, 'in/copy.xlsx'));
    writeFileSync(join(folder, 'in/notes.txt'), 'no workbook');
    expect(aismm(folder, 'ingest', 'in', '--store', whole).code).toBe(3);
    const added = aismm(folder, 'enqueue', 'in', '--store', queued);
    expect([added.code, added.stdout]).toEqual([0, '']);
    expect(added.stderr).toMatch(/added +21\n.*already in the queue +0\n.*not workbooks +1/);
    // Another folder, as on another machine.
    const worked = aismm(newFolder(), 'work', '--until-empty', '--store', queued);
    expect([worked.code, worked.stdout]).toEqual([3, '']);
    const status = JSON.parse(aismm(folder, 'status', '--queue', '--json', '--store', queued).stdout) as object;
    expect(status).toMatchObject({ schemaVersion: 1, done: 21, left: 0, failed: 0, programs: 0, failures: [] });
    const [a, b] = [whole, queued].map(
      (store) => aismm(folder, 'export', '--format', 'ndjson', '--store', store).stdout,
    );
    expect(b).toBe(a);
  });

  test('a file that is gone is listed, one that has changed is read as it is now, and no secret is printed', async () => {
    const folder = newFolder();
    const address = await postgres.server.database();
    aismm(folder, 'example', '--count', '3', '--into', 'in');
    aismm(folder, 'enqueue', 'in', '--store', address);
    const [gone, changed] = [join(folder, 'in/organization-1.xlsx'), join(folder, 'in/organization-2.xlsx')];
    renameSync(gone, join(folder, 'away.xlsx'));
    utimesSync(changed, 1e9, 1e9);
    await postgres.server.ask(address, `UPDATE ${QUEUE_SCHEMA}.job SET retry_delay = 0`);
    const { code, stderr } = aismm(
      folder,
      'work',
      '--until-empty',
      '--store',
      address.replace('aismm@', `aismm:${encodeURIComponent(PASSWORD)}@`),
    );
    expect(code).toBe(3);
    expect(stderr).toContain('in/organization-2.xlsx: note file-changed');
    expect(stderr.match(/organization-1\.xlsx: error file-unreadable/g)).toHaveLength(3);
    expect(stderr).toContain('attempt 3 of 3: the file is now on the list of failed files');
    expect(stderr).not.toContain(PASSWORD);
    const { stdout } = aismm(folder, 'status', '--queue', '--store', address);
    expect(stdout).toMatch(/^2 of 2 \(100%\) files done[^]*failed +1\n[^]*organization-1\.xlsx: error file-unreadable/);
    renameSync(join(folder, 'away.xlsx'), gone);
    expect(aismm(folder, 'enqueue', gone, '--store', address).stderr).toMatch(/added +1\n/);
    expect(aismm(folder, 'work', '--until-empty', '--store', address).code).toBe(0);
  });

  describe('objects in a bucket', () => {
    const folder = newFolder();
    const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER', AWS_REGION: 'us-east-1' };
    const s3 = new S3rver({
      port: 0,
      silent: true,
      directory: join(folder, 's3'),
      configureBuckets: [{ name: 'returned', configs: [] }],
    });
    let endpoint = '';
    let client: S3Client;
    const put = (key: string, bytes: Uint8Array | string): Promise<unknown> =>
      client.send(new PutObjectCommand({ Bucket: 'returned', Key: key, Body: bytes }));
    const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => ({
      ...{ ...process.env, NO_COLOR: '1', AWS_EC2_METADATA_DISABLED: 'true', HOME: folder },
      ...{ ...keys, AWS_ENDPOINT_URL_S3: endpoint, AWS_MAX_ATTEMPTS: '1', ...more },
    });
    /** As `aismm`; the service runs in this process, which must not wait. */
    const run = (env: NodeJS.ProcessEnv, ...args: string[]): Promise<Run> =>
      new Promise((resolve) => {
        execFile(process.execPath, [MAIN, ...args], { cwd: folder, env, encoding: 'utf8' }, (error, stdout, stderr) => {
          resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
        });
      });
    beforeAll(async () => {
      endpoint = `http://127.0.0.1:${(await s3.run()).port}`;
      client = new S3Client({
        ...{ endpoint, forcePathStyle: true, region: keys.AWS_REGION, requestChecksumCalculation: 'WHEN_REQUIRED' },
        credentials: { accessKeyId: keys.AWS_ACCESS_KEY_ID, secretAccessKey: keys.AWS_SECRET_ACCESS_KEY },
      });
    });
    afterAll(async () => {
      client.destroy();
      await s3.close();
    });

    test('are listed, read as files are, told when they are gone or have changed, and leave nothing behind', async () => {
      const address = await postgres.server.database();
      aismm(folder, 'example', '--count', '4', '--into', 'in');
      const [first = '', second = '', third = '', fourth = ''] = readdirSync(join(folder, 'in'));
      const bytes = (name: string): Uint8Array => readFileSync(join(folder, 'in', name));
      for (const name of [first, second, third]) await put(`2026/${name}`, bytes(name));
      await put('2026/notes.txt', 'no workbook');
      await put('2026/more.zip', 'no archive');
      await put('2025/old.xlsx', bytes(fourth));
      const added = await run(environment(), 'enqueue', 's3://returned/2026/', '--store', address);
      expect([added.code, added.stderr]).toEqual([0, expect.stringMatching(/added +3\n[^]*not workbooks +2/)]);
      expect(added.stderr).toContain('s3://returned/2026/more.zip: skipped');
      await client.send(new DeleteObjectCommand({ Bucket: 'returned', Key: `2026/${first}` }));
      await put(`2026/${second}`, bytes(fourth));
      await postgres.server.ask(address, `UPDATE ${QUEUE_SCHEMA}.job SET retry_delay = 0`);
      const spool = newFolder();
      const worked = await run(environment({ TMPDIR: spool }), 'work', '--until-empty', '--store', address);
      expect(worked.code).toBe(3);
      expect(worked.stderr).toContain(`s3://returned/2026/${second}: note file-changed`);
      expect(worked.stderr.match(new RegExp(`2026/${first}: error file-not-found`, 'g'))).toHaveLength(3);
      expect(worked.stderr).toContain('attempt 3 of 3');
      expect(readdirSync(spool)).toEqual([]);
      const results = await openResults(address, { create: false });
      const kept = await all(results.assessmentsByDigest());
      await results.close();
      expect(kept.map(({ path, sha256 }) => [path, sha256]).sort()).toEqual(
        [
          [`s3://returned/2026/${second}`, sha256(bytes(fourth))],
          [`s3://returned/2026/${third}`, sha256(bytes(third))],
        ].sort(),
      );
    });

    test('that cannot be read are named with the reason, which is of one object, or ends the program', async () => {
      let code = 'AccessDenied';
      const refusing = createServer((_, response) => {
        response.writeHead(code === 'InternalError' ? 500 : 403, { 'content-type': 'application/xml' });
        response.end(`<Error><Code>${code}</Code><Message>No</Message></Error>`);
      });
      await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve));
      const { port } = refusing.address() as AddressInfo; // it listens at a port
      const elsewhere = { AWS_ENDPOINT_URL_S3: `http://127.0.0.1:${port}` };
      const asked = async (
        of: string,
        more: Readonly<Record<string, string>>,
        work: 'list' | 'download',
      ): Promise<unknown> => {
        const all = {
          ...keys,
          AWS_ENDPOINT_URL_S3: endpoint,
          AWS_MAX_ATTEMPTS: '1',
          AWS_EC2_METADATA_DISABLED: 'true',
        };
        for (const [name, value] of Object.entries({ ...all, HOME: folder, ...more })) vi.stubEnv(name, value);
        const objects = await Objects.open(of);
        try {
          if (work === 'download') {
            const into = join(folder, 'downloaded');
            return (await objects.download({ path: of, file: of }, into, new AbortController().signal)).findings[0]
              ?.facts;
          }
          for await (const _ of objects.list(of, { report: () => undefined, skip: () => undefined })) break;
          return 'listed';
        } catch (error) {
          return error instanceof Refusal ? { code: error.finding.code, ends: error.finding.facts } : error;
        } finally {
          objects.close();
        }
      };
      const ends = (reason: string): unknown => ({ code: 'bucket-unusable', ends: { reason } });
      expect(await asked('s3://returned', {}, 'list')).toBe('listed');
      expect(await asked('s3://missing', {}, 'list')).toEqual(ends('no-bucket'));
      expect(await asked('s3://missing/a.xlsx', {}, 'download')).toEqual(ends('no-bucket'));
      expect(await asked('s3://returned/a.xlsx', {}, 'download')).toEqual({ found: 's3://returned/a.xlsx' });
      expect(await asked('s3://', {}, 'list')).toEqual(ends('invalid-address'));
      expect(await asked('s3://returned', { AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' }, 'list')).toEqual(
        ends('unreachable'),
      );
      const nobody = { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' };
      expect(await asked('s3://returned', nobody, 'list')).toEqual(ends('no-credentials'));
      expect(await asked('s3://returned', elsewhere, 'list')).toEqual(ends('not-permitted'));
      expect(await asked('s3://returned/a.xlsx', elsewhere, 'download')).toEqual({ reason: 'not-permitted' });
      code = 'InternalError';
      expect(await asked('s3://returned/a.xlsx', elsewhere, 'download')).toEqual({ reason: { other: 'No' } });
      code = 'SignatureDoesNotMatch';
      const secret = { ...elsewhere, AWS_SECRET_ACCESS_KEY: 'hush' };
      expect(await asked('s3://returned/a.xlsx', secret, 'download')).toEqual(ends('credentials-refused'));
      const told = await run(
        environment(secret),
        'enqueue',
        's3://returned',
        '--store',
        await postgres.server.database(),
      );
      expect([told.code, told.stderr]).toEqual([1, expect.stringContaining('rejected the credentials')]);
      expect(told.stderr).not.toContain('hush');
      refusing.close();
    });
  });

  test('a queue has a database, and no standard input', () => {
    const folder = newFolder();
    for (const [command, said] of [
      [['work', '--store', 'postgres://u:hush@h:port/d'], 'not a valid address of a PostgreSQL database'],
      [['enqueue', '-', '--store', 'postgres://h/d'], 'does not read standard input'],
      [['status', '--store', 'postgres://h/d'], 'use --queue'],
    ] as const) {
      const { code, stderr } = aismm(folder, ...command);
      expect([code, stderr]).toEqual([2, expect.stringContaining(said)]);
      expect(stderr).not.toContain('hush');
    }
  });
});
