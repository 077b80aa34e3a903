/** Why a database can't be used as a store: what PostgreSQL says, and what the network says. */
import type { StoreReason } from '../../diagnostic/catalogue.js';
import { StoreFault } from '../fault.js';

/** By the codes of PostgreSQL (appendix A of its manual) and of the system. */
const REASONS: Readonly<Record<string, StoreReason>> = {
  '28P01': 'password-refused',
  '28000': 'password-refused',
  '3D000': 'no-database',
  '42501': 'not-permitted',
  '25006': 'read-only',
  '25P03': 'connection-lost',
  '53100': 'full',
  '53300': 'busy',
  '40P01': 'busy',
  '55P03': 'busy',
  '57014': 'busy',
  '57P01': 'connection-lost',
  '57P02': 'connection-lost',
  '57P03': 'unreachable',
  '08006': 'connection-lost',
  '08003': 'connection-lost',
  XX001: 'damaged',
  XX002: 'damaged',
  '42P01': 'damaged',
  '42703': 'damaged',
  ECONNREFUSED: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ETIMEDOUT: 'unreachable',
  ENOENT: 'unreachable',
  ECONNRESET: 'connection-lost',
  EPIPE: 'connection-lost',
};

/** What `pg` says without a code. */
const SAID: readonly (readonly [RegExp, StoreReason])[] = [
  [/^Connection terminated|^Client has encountered a connection error|not queryable/, 'connection-lost'],
  [/timeout/i, 'unreachable'],
  [/password must be a string|no password supplied|SASL/, 'password-refused'],
];

/** A fault of the database in words; any other error as it is. */
export function asFault(error: unknown, store: string): unknown {
  if (error instanceof StoreFault) return error;
  const { code, message = '', errors } = error as { code?: string; message?: string; errors?: readonly unknown[] };
  // A host with several addresses has refused at each of them.
  if (errors && errors.length > 0) return asFault(errors[0], store);
  const reason = (code === undefined ? undefined : REASONS[code]) ?? SAID.find(([said]) => said.test(message))?.[1];
  if (reason !== undefined) return new StoreFault(reason, store);
  const isOfTheDatabase = (error as { severity?: string }).severity !== undefined;
  return isOfTheDatabase ? new StoreFault({ other: message }, store) : error;
}
