/** Results in memory: for hosts that have no store, such as a page that keeps nothing once it is closed. */
import { byCodePoints } from './code-points.js';
import { lastDay } from './last-day.js';
import type {
  Entry,
  KeptOrganization,
  KnownStatus,
  NamedOrganization,
  Newest,
  Results,
  StoredAssessment,
} from './results.js';
import {
  assessmentIn,
  contentOf,
  countedIn,
  newestIn,
  readOutline,
  returnedIn,
  senderInRow,
  type FileRow,
  type KeptRow,
  type KeptFinding,
  type ReturnedFile,
  type RowOutline,
  type Sender,
} from './row.js';

/** An assessment, where and when its bytes were found, and the day that it counts by. */
interface Placed {
  readonly row: FileRow;
  readonly path: string;
  readonly time: number;
  /** `''` for a day that is too far ahead. */
  readonly likely: string;
}

/** What is kept goes when nobody holds it any more. `secret`: 64 hexadecimal digits that nobody can foresee. */
export class ResultsInMemory implements Results {
  readonly #rows = new Map<string, FileRow>();
  /** Times by path, by digest. */
  readonly #copies = new Map<string, ReadonlyMap<string, number>>();
  readonly #forgotten = new Set<string>();
  /** One object for all rows with the same ids. */
  readonly #outlines = new Map<string, RowOutline>();
  readonly #secret: string;
  readonly #today: () => Date;

  constructor({ secret, today = () => new Date() }: { readonly secret: string; readonly today?: () => Date }) {
    this.#secret = secret;
    this.#today = today;
  }

  async write(batch: readonly Entry<KeptRow>[]): Promise<void> {
    // Whatever throws does so before anything is kept.
    const whole = await Promise.resolve(
      batch.map(({ sha256, path, modified, row }) => ({ sha256, path, modified, row: row && unpacked(row) })),
    );
    for (const { sha256, path, modified, row } of whole) {
      if (sha256 === '') continue;
      if (row) {
        if (!this.#rows.has(sha256)) this.#rows.set(sha256, row);
        this.#forgotten.delete(sha256);
      } else if (this.#forgotten.has(sha256)) continue; // not even its path is kept
      const copies = this.#copies.get(sha256) ?? new Map<string, number>();
      const known = copies.get(path);
      const time = known === undefined ? modified : earliest([known, modified]);
      this.#copies.set(sha256, new Map(copies).set(path, time));
    }
  }

  statusOf(sha256: string): Promise<KnownStatus | undefined> {
    const forgotten = this.#forgotten.has(sha256) ? ('forgotten' as const) : undefined;
    return Promise.resolve(this.#rows.get(sha256)?.status ?? forgotten);
  }

  findingsOf(sha256: string): Promise<readonly KeptFinding[]> {
    return Promise.resolve(JSON.parse(this.#rows.get(sha256)?.findings ?? '[]') as KeptFinding[]); // as `rowOf` wrote them
  }

  senderOf(sha256: string): Promise<Sender> {
    const row = this.#rows.get(sha256);
    return Promise.resolve(row ? senderInRow(contentOf(row)) : {});
  }

  async *returned(): AsyncGenerator<ReturnedFile> {
    const digests = [...this.#rows.keys()].sort(byCodePoints);
    for (const sha256 of digests) {
      const [row, copies] = [this.#rows.get(sha256), this.#copies.get(sha256)];
      const [path = ''] = [...(copies?.keys() ?? [])].sort(byCodePoints);
      if (row) yield returnedIn(row, contentOf(row), { path, modified: earliest([...(copies?.values() ?? [])]) });
    }
    await Promise.resolve();
  }

  async *assessments(key?: string): AsyncGenerator<StoredAssessment> {
    const wanted = this.#placed().filter(({ row }) => key === undefined || row.key === key);
    const ordered = this.#versions(wanted).sort(
      ({ placed: { row: a }, version }, { placed: { row: b }, version: other }) =>
        byCodePoints(a.key, b.key) ||
        byCodePoints(a.as_of, b.as_of) ||
        byCodePoints(a.model, b.model) ||
        version - other,
    );
    yield* this.#stored(ordered);
    await Promise.resolve();
  }

  async *assessmentsByDigest(): AsyncGenerator<StoredAssessment> {
    yield* this.#stored(
      this.#versions(this.#placed()).sort((a, b) => byCodePoints(a.placed.row.sha256, b.placed.row.sha256)),
    );
    await Promise.resolve();
  }

  secret(): Promise<string> {
    return Promise.resolve(this.#secret);
  }

  async *newest(): AsyncGenerator<Newest> {
    for (const own of grouped(this.#placed(), ({ row }) => row.key).values()) {
      const latest = latestOf(own);
      for (const [index, { row }] of latest.entries()) {
        const isOnly = latest.length === 1;
        yield newestIn(countedIn(row), this.#outlineOf(row.outline), { isNewest: index === 0, isOnly });
      }
    }
    await Promise.resolve();
  }

  ahead(): Promise<number> {
    const all = this.#placed();
    const counted = new Set(
      [...grouped(all, ({ row }) => row.key).values()].flatMap(latestOf).map(({ row }) => row.sha256),
    );
    const left = this.#versions(all).filter(
      ({ placed: { row, likely }, version }) => version === 1 && row.as_of !== likely && !counted.has(row.sha256),
    );
    return Promise.resolve(left.length);
  }

  async *names(): AsyncGenerator<NamedOrganization> {
    const all = this.#placed().map(({ row: { key, name, unit } }) => ({ key, name, unit }));
    const spelled = grouped(all, (each) => JSON.stringify([each.key, each.name, each.unit]));
    yield* [...spelled.values()].flatMap(([each]) => each ?? []).sort(byNameAndUnit);
    await Promise.resolve();
  }

  async *organizations(): AsyncGenerator<KeptOrganization> {
    const least = (texts: readonly string[]): string => [...texts].sort(byCodePoints)[0] ?? '';
    const listed = [...grouped([...this.#rows.values()], ({ key }) => key)].map(([key, rows]) => {
      const accepted = rows.filter(({ status }) => status === 'accepted');
      const days = accepted.map((row) => this.#likely(row)).sort(byCodePoints);
      return {
        key,
        name: least(rows.map(({ name }) => name)),
        unit: least(rows.map(({ unit }) => unit)),
        newest: days.at(-1) ?? '',
        path: least(rows.flatMap(({ sha256 }) => (key === `|${sha256}` ? this.#pathsOf(sha256) : []))),
        assessments: accepted.length,
        rejected: rows.length - accepted.length,
      };
    });
    yield* listed.sort((a, b) => byNameAndUnit(a, b) || byCodePoints(a.key, b.key));
    await Promise.resolve();
  }

  forget(key: string, { mayComeBack }: { readonly mayComeBack: boolean }): Promise<number> {
    const own = [...this.#rows.values()].filter((row) => row.key === key);
    for (const { sha256 } of own) {
      this.#rows.delete(sha256);
      this.#copies.delete(sha256);
      if (!mayComeBack) this.#forgotten.add(sha256);
    }
    return Promise.resolve(own.length);
  }

  close(): Promise<void> {
    for (const each of [this.#rows, this.#copies, this.#forgotten, this.#outlines]) each.clear();
    return Promise.resolve();
  }

  #outlineOf(text: string): RowOutline {
    const known = this.#outlines.get(text) ?? readOutline(text);
    this.#outlines.set(text, known);
    return known;
  }

  #pathsOf(sha256: string): string[] {
    return [...(this.#copies.get(sha256)?.keys() ?? [])];
  }

  /** The latest day that counts is a year ahead. */
  #likely({ as_of: day }: FileRow): string {
    return byCodePoints(day, lastDay(this.#today())) > 0 ? '' : day;
  }

  #placed(): Placed[] {
    return [...this.#rows.values()]
      .filter(({ status }) => status === 'accepted')
      .map((row) => ({
        row,
        path: this.#pathsOf(row.sha256).sort(byCodePoints)[0] ?? '',
        time: earliest([...(this.#copies.get(row.sha256)?.values() ?? [])]),
        likely: this.#likely(row),
      }));
  }

  #versions(all: readonly Placed[]): { placed: Placed; version: number }[] {
    const same = grouped(all, ({ row }) => JSON.stringify([row.key, row.as_of, row.model]));
    return [...same.values()].flatMap((each) =>
      [...each].sort(newerFirst).map((placed, index) => ({ placed, version: index + 1 })),
    );
  }

  *#stored(all: readonly { placed: Placed; version: number }[]): Generator<StoredAssessment> {
    for (const { placed, version } of all)
      yield {
        ...assessmentIn(placed.row, contentOf(placed.row), this.#outlineOf(placed.row.outline)),
        path: placed.path,
        version,
      };
  }
}

/** Of an organization's latest day, the newest one of each model; the newest of all first. */
function latestOf(own: readonly Placed[]): Placed[] {
  const ordered = [...own].sort((a, b) => byCodePoints(b.likely, a.likely) || newerFirst(a, b));
  const ofLast = ordered.filter(({ likely }) => likely === ordered[0]?.likely);
  return [...grouped(ofLast, ({ row }) => row.model).values()].flatMap(([first]) => first ?? []);
}

/** Nothing here can unpack a row: only the stores that ask for packed ones are given them. */
function unpacked(row: KeptRow): FileRow {
  if ('packed' in row) throw new Error('broken promise: a memory is given rows that are not packed');
  return row;
}

const newerFirst = (a: Placed, b: Placed): number => b.time - a.time || byCodePoints(b.row.sha256, a.row.sha256);

type Named = Pick<NamedOrganization, 'name' | 'unit'>;
const byNameAndUnit = (a: Named, b: Named): number => byCodePoints(a.name, b.name) || byCodePoints(a.unit, b.unit);

/** The earliest time that is one. */
function earliest(times: readonly number[]): number {
  const known = times.filter((time) => time !== 0);
  return known.reduce((least, time) => Math.min(least, time), known[0] ?? 0);
}

function grouped<T>(all: readonly T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const group = groups.get(keyOf(each));
    if (group) group.push(each);
    else groups.set(keyOf(each), [each]);
  }
  return groups;
}
