/** A PostgreSQL server for tests: in a folder of its own, on a port of its own, gone afterwards. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, vi } from 'vitest';

const DEBIAN = '/usr/lib/postgresql';
/** Where Debian keeps the programs of the newest version that is installed. */
const BIN = existsSync(DEBIAN)
  ? readdirSync(DEBIAN)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(DEBIAN, version, 'bin'))
      .find((bin) => existsSync(join(bin, 'initdb')))
  : undefined;

/** Where CI is set, a missing server fails the tests instead of skipping them. */
export const HAS_POSTGRES = BIN !== undefined || process.env['CI'] !== undefined;
export const PASSWORD = 'only for this test';

/** A server that runs. */
export interface Server {
  readonly port: number;
  /** The address of a new database, without a password. */
  readonly database: (options?: string) => Promise<string>;
  /** Asks a database as its owner. */
  readonly ask: (address: string, ...questions: string[]) => Promise<Record<string, unknown>[]>;
  /** Ends it at once, as a machine that fails does. */
  readonly kill: () => void;
  readonly start: () => void;
  readonly stop: () => void;
}

/** A server for the tests of one block; its password is where programs look for it. */
export function serverForTests(): { readonly server: Server } {
  let server: Server | undefined;
  beforeAll(async () => {
    server = await startServer();
    vi.stubEnv('PGPASSWORD', PASSWORD);
  }, 180_000);
  afterAll(() => {
    vi.unstubAllEnvs();
    server?.stop();
  });
  return {
    get server() {
      if (!server) throw new Error('the server runs only during the tests');
      return server;
    },
  };
}

/** Starts one. Texts are in the order of a language unless something else is asked for, so that order by code points is seen to be ours. */
export async function startServer(): Promise<Server> {
  if (BIN === undefined) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  const folder = mkdtempSync(join(tmpdir(), 'aismm-postgres-'));
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const secret = join(folder, 'password');
  writeFileSync(secret, PASSWORD);
  chmodSync(secret, 0o644);
  const port = await freePort();
  // The server refuses to run as root.
  const run = (program: string, ...args: string[]): void => {
    const whole = [join(BIN, program), ...args];
    const command = userInfo().uid === 0 ? ['runuser', '-u', 'postgres', '--', ...whole] : whole;
    const { status, stderr, stdout } = spawnSync(command[0] ?? '', command.slice(1), {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    if (status !== 0) throw new Error(`${program} failed: ${stdout}${stderr}`);
  };
  const icu = ['--locale-provider=icu', '--icu-locale=en-US', '--locale=C.UTF-8'];
  run('initdb', '-D', data, '-U', 'aismm', '-E', 'UTF8', ...icu, '-A', 'scram-sha-256', `--pwfile=${secret}`);
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c max_connections=40 -c fsync=off`;
  const start = (): void => run('pg_ctl', '-D', data, '-o', settings, '-l', join(folder, 'log'), '-w', 'start');
  start();
  const addressOf = (name: string): string => `postgres://aismm@127.0.0.1:${port}/${name}`;
  const ask: Server['ask'] = async (address, ...questions) => {
    const client = new pg.Client({ connectionString: address, password: PASSWORD });
    client.on('error', () => undefined);
    await client.connect();
    try {
      let rows: Record<string, unknown>[] = [];
      for (const question of questions) ({ rows } = await client.query<Record<string, unknown>>(question));
      return rows;
    } finally {
      await client.end();
    }
  };
  let made = 0;
  return {
    port,
    ask,
    start,
    database: async (options = '') => {
      const name = `test_${(made += 1)}`;
      await ask(addressOf('postgres'), `CREATE DATABASE ${name} ${options}`);
      return addressOf(name);
    },
    kill: () => run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop'),
    stop: () => {
      try {
        run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('there is no port'));
      });
    });
  });
}
