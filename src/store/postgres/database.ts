/** Connections to one database, for whatever is kept in it. */
import pg from 'pg';
import { asFault } from './fault.js';

/** Milliseconds that a server may take to answer for the first time. */
export const PATIENCE = 15_000;
const INT8 = 20;

/** PostgreSQL sends numbers of eight bytes as texts. Each number in this store is small enough for a JavaScript number. */
const parserOf: pg.CustomTypesConfig['getTypeParser'] = (id: number, format?: 'text' | 'binary'): unknown =>
  id === INT8 ? Number : (pg.types.getTypeParser as (id: number, format: string) => unknown)(id, format ?? 'text'); // its type names a few types

/** An address as it may be printed: without a password. */
function addressShown(address: string): string {
  try {
    const url = new URL(address);
    url.password = '';
    url.search = '';
    return url.href;
  } catch {
    return 'postgres://…';
  }
}

/**
 * The driver takes these modes for `verify-full` as well, but warns of a later version that will not: said here, it stays so.
 * Whoever wants what libpq does asks for it with `uselibpqcompat=true`.
 */
const withStrictTls = (address: string): string =>
  address.includes('uselibpqcompat=')
    ? address
    : address.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full');

/** A connection that is held. */
export interface Held {
  readonly client: pg.PoolClient;
  readonly release: (isSound: boolean) => void;
}

/** A database; close it in the end. Faults of it are thrown as a `StoreFault`. */
export class Database {
  /** As it may be printed. */
  readonly store: string;
  readonly #pool: pg.Pool;

  /** `connections`: questions at the same time. Nothing is asked yet. */
  constructor(address: string, connections: number) {
    this.store = addressShown(address);
    this.#pool = new pg.Pool({
      connectionString: withStrictTls(address),
      max: connections,
      connectionTimeoutMillis: PATIENCE,
      application_name: 'aismm',
      types: { getTypeParser: parserOf },
    });
    // A connection that is lost while it is not used is reported by the next question.
    this.#pool.on('error', () => undefined);
  }

  /** Runs `work` with a connection of its own, and gives it back; one that has failed is given up. */
  with<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    return this.#said(() => this.raw(work));
  }

  /** As `with`, but throws what the driver throws: for a library that looks at it. */
  async raw<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const { client, release } = await this.#connect();
    let isSound = false;
    try {
      const made = await work(client);
      isSound = true;
      return made;
    } finally {
      release(isSound);
    }
  }

  /** A connection until it is released; one that is not sound is given up. */
  hold(): Promise<Held> {
    return this.#said(() => this.#connect());
  }

  /** The rows that a question gives. */
  ask<R extends pg.QueryResultRow>(question: string, asked: readonly unknown[] = []): Promise<R[]> {
    return this.with(async (client) => (await client.query<R>(question, [...asked])).rows);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #connect(): Promise<Held> {
    const client = await this.#pool.connect();
    // Without a listener, a connection that is lost would end the process. Its next question fails.
    const lost = (): undefined => undefined;
    client.on('error', lost);
    return {
      client,
      release: (isSound) => {
        client.off('error', lost);
        client.release(!isSound);
      },
    };
  }

  async #said<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw asFault(error, this.store);
    }
  }
}
