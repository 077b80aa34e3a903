/** Workbooks in buckets of S3, and of services that speak as it does: listed, and downloaded into files. Its library is an optional one, loaded when it is needed. */
import { createWriteStream, utimesSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type * as Library from '@aws-sdk/client-s3';
import type { QueuedFile } from '../desk/queue.js';
import { kindByName } from '../desk/wanted.js';
import type { BucketReason } from '../diagnostic/catalogue.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { Refusal } from '../diagnostic/refusal.js';
import { refuseSize } from '../xlsx/read.js';

/** What is heard while a bucket is listed. */
export interface BucketOptions {
  readonly report: (finding: Finding) => void;
  /** Something that is no workbook; `unopened`: the address of a zip archive or a message, which is not looked into. */
  readonly skip: (unopened?: string) => void;
}

/** What lies at an address. */
interface Place {
  readonly bucket: string;
  readonly key: string;
}

function placeOf(address: string): Place {
  const [, bucket, key = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([^]*))?$/i.exec(address) ?? [];
  if (bucket === undefined) throw refusal(address, 'invalid-address');
  return { bucket, key };
}

/** By the names that services give to their errors, and by codes of the system. */
const REASONS: Readonly<Record<string, BucketReason>> = {
  ERR_MODULE_NOT_FOUND: 'no-client',
  CredentialsProviderError: 'no-credentials',
  InvalidAccessKeyId: 'credentials-refused',
  SignatureDoesNotMatch: 'credentials-refused',
  ExpiredToken: 'credentials-refused',
  InvalidToken: 'credentials-refused',
  NoSuchBucket: 'no-bucket',
  PermanentRedirect: 'no-bucket',
  AuthorizationHeaderMalformed: 'no-bucket',
  AccessDenied: 'not-permitted',
  TimeoutError: 'unreachable',
  ECONNREFUSED: 'unreachable',
  ECONNRESET: 'unreachable',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENOTFOUND: 'unreachable',
  EAI_AGAIN: 'unreachable',
  ETIMEDOUT: 'unreachable',
};
/** Milliseconds that a service may take to answer, and to send the next piece. */
const PATIENCE = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true } as const;
const FORBIDDEN = 403;
const NOT_THERE = 404;

/** What an error of the library has, whichever it is. */
interface Fault {
  readonly name?: string;
  readonly code?: string;
  readonly message?: string;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

function reasonOf(error: unknown): BucketReason {
  const { name = '', code = '', message = '', $metadata } = error as Fault;
  const reason = REASONS[code] ?? REASONS[name];
  if (reason !== undefined) return reason;
  if (/region is missing/i.test(message)) return 'no-region';
  return $metadata?.httpStatusCode === FORBIDDEN ? 'not-permitted' : { other: message === '' ? name : message };
}

/** These are of one object; all others are of the machine or the service, and would be so of each file. */
const isOfOneObject = (reason: BucketReason): boolean => typeof reason === 'object' || reason === 'not-permitted';

const refusal = (file: string, reason: BucketReason): Refusal =>
  new Refusal(find('bucket-unusable', { file }, { reason }));

/** What was found when an object was downloaded. */
export interface Downloaded {
  /** Why there is none. */
  readonly findings: readonly Finding[];
  /** It is not what it was when it was listed. */
  readonly hasChanged: boolean;
}

/** Objects of buckets; close it in the end. */
export class Objects {
  private constructor(
    private readonly client: Library.S3Client,
    private readonly library: typeof Library,
  ) {}

  /** Loads the library. `file` is named where that is not possible. */
  static async open(file: string): Promise<Objects> {
    try {
      const library = await import('@aws-sdk/client-s3');
      const { AWS_ENDPOINT_URL_S3: own, AWS_ENDPOINT_URL: other } = process.env;
      const isElsewhere = own !== undefined || other !== undefined;
      const client = new library.S3Client({
        // Other services have their buckets behind a slash, and know nothing of newer checksums.
        ...(isElsewhere ? { forcePathStyle: true } : {}),
        requestHandler: PATIENCE,
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      });
      return new Objects(client, library);
    } catch (error) {
      throw refusal(file, reasonOf(error));
    }
  }

  /** Workbooks whose names begin with a prefix, page by page: there may be more than memory holds. */
  async *list(address: string, { report, skip }: BucketOptions): AsyncGenerator<QueuedFile> {
    const { bucket, key: prefix } = placeOf(address);
    let [next, found]: [string | undefined, number] = [undefined, 0];
    do {
      const page: Library.ListObjectsV2CommandOutput = await this.#ask(address, () =>
        this.client.send(
          new this.library.ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ContinuationToken: next }),
        ),
      );
      for (const { Key: key = '', Size: size = 0, LastModified, ETag: tag = '' } of page.Contents ?? []) {
        found += 1;
        const file = `s3://${bucket}/${key}`;
        const kind = kindByName(key);
        // What is named outright is taken, whatever its name is.
        if (kind === 'workbook' || key === prefix)
          yield { path: file, file, size, tag, modified: LastModified?.getTime() ?? 0 };
        else skip(kind === 'other' ? undefined : file);
      }
      next = page.NextContinuationToken;
    } while (next !== undefined);
    if (found === 0) report(find('file-not-found', { file: address }, { found: address }));
  }

  /** Downloads an object into a file, with the time at which it was written. Throws where it is not the fault of the object. */
  async download({ file, tag }: QueuedFile, into: string, stop: AbortSignal): Promise<Downloaded> {
    const { bucket, key } = placeOf(file);
    try {
      const got = await this.client.send(new this.library.GetObjectCommand({ Bucket: bucket, Key: key }), {
        abortSignal: stop,
      });
      const body = got.Body as Readable; // on Node it is one
      const tooLarge = refuseSize(got.ContentLength ?? 0);
      if (tooLarge) {
        body.destroy();
        return { findings: [tooLarge], hasChanged: false };
      }
      // For its owner alone.
      await pipeline(body, createWriteStream(into, { flags: 'wx', mode: 0o600 }));
      if (got.LastModified) utimesSync(into, got.LastModified, got.LastModified);
      return { findings: [], hasChanged: tag !== undefined && tag !== got.ETag };
    } catch (error) {
      const { $metadata, name } = error as Fault;
      if (name !== 'NoSuchBucket' && $metadata?.httpStatusCode === NOT_THERE)
        return { findings: [find('file-not-found', {}, { found: file })], hasChanged: false };
      const reason = reasonOf(error);
      if (!isOfOneObject(reason)) throw refusal(file, reason);
      return { findings: [find('bucket-unusable', {}, { reason })], hasChanged: false };
    }
  }

  close(): void {
    this.client.destroy();
  }

  async #ask<T>(address: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw refusal(address, reasonOf(error));
    }
  }
}
