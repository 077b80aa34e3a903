/** Filled parts and full copies as one workbook: which files belong together, what the whole asks, and what is still open. */
import type { Assessment } from '../assessment/assessment.js';
import { openConflicts, type OpenConflict } from '../assessment/conflicts.js';
import { mergeSources, type MergeOptions, type MergeSource } from '../assessment/merge.js';
import { FIELDS, YES } from '../assessment/fields.js';
import { commentPath, questionsOf, rowsOf, valueAt } from '../assessment/paths.js';
import { answeredIn } from '../document/parts.js';
import { append } from '../diagnostic/append.js';
import { find, hasErrors, type Finding, type Parsed } from '../diagnostic/finding.js';
import type { Addressed } from '../edition/meta.js';
import { wholeOf, type Edition, type HandOver, type Part } from '../edition/edition.js';
import { normalize } from '../grid/spelling.js';
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';
import { modelName } from '../model/named.js';
import { selectModel } from '../model/select.js';

/** One file that was read. */
export interface MergeFile {
  /** As it was named. */
  readonly path: string;
  readonly sha256: string;
  readonly assessment: Assessment;
  /** What it asks: a part of the model, where it asks for a part. */
  readonly model: Model;
  /** What the workbook was issued as; an answers file was not issued. */
  readonly edition?: Edition;
  /** The row of a list that the workbook, or the whole that it is a part of, was issued to. */
  readonly addressed?: Addressed;
  /** Where an answer is in it: `Answers!F12` for a path; undefined for what has no cell. */
  readonly placeOf?: (path: string) => string | undefined;
}

/** What one file brought. */
export interface MergedFile {
  readonly path: string;
  readonly person: string;
  /** Whose part it is. */
  readonly part?: string;
  readonly objectives: number;
  readonly answered: number;
}

/** The whole, ready to be issued. */
export interface MergedWhole {
  readonly assessment: Assessment;
  /** The part of the model that it asks. */
  readonly model: Model;
  readonly part: Part;
  readonly handOver?: HandOver;
  readonly companion?: string;
  /** One of the files is a workbook for a review. */
  readonly review: boolean;
  /** The row of a list that all of it was issued to. */
  readonly addressed?: Addressed;
  readonly files: readonly MergedFile[];
  /** Conflicts that people have to decide. */
  readonly open: readonly OpenConflict[];
  /** Conflicts that are decided, by people or by a rule. */
  readonly decided: number;
  /** Paths of texts that were put one after the other. */
  readonly joined: readonly string[];
}

/**
 * Puts files together. `whole`: the model that all of them are of, as it was written. What can't be put together is reported
 * with its file, and there is no value. The order of the files does not matter.
 */
export function mergeFiles(
  files: readonly MergeFile[],
  whole: Model,
  options: Pick<MergeOptions, 'selection' | 'prefer'> = {},
): Parsed<MergedWhole> {
  const { different, same } = apart(files);
  const findings: Finding[] = [
    ...same,
    ...otherModels(different),
    ...otherOrganizations(different),
    ...otherTokens(different),
    ...partsTwice(different),
  ];
  if (hasErrors(findings)) return { findings };
  const asked = askedBy(different, whole);
  const names = shownNames(different.map(({ path }) => path));
  const sources = different.map((each, index): MergeSource => {
    const person = personOf(each);
    return {
      assessment: each.assessment,
      model: each.model,
      file: names[index] ?? each.path,
      ...(person === '' ? {} : { person }),
      ...(each.placeOf ? { placeOf: each.placeOf } : {}),
    };
  });
  const model = selectModel(whole, asked.part);
  const { prefer } = options;
  // A file that is there twice is known by its first name.
  const digestOf = (path: string): string | undefined => files.find((each) => each.path === path)?.sha256;
  const preferred =
    prefer?.by === 'file'
      ? { ...prefer, file: names[different.findIndex(({ sha256 }) => sha256 === digestOf(prefer.file))] ?? prefer.file }
      : prefer;
  const { value: merged, findings: found } = mergeSources(sources, model, { ...options, prefer: preferred });
  append(findings, found);
  if (!merged) return { findings };
  const { assessment, joined } = merged;
  append(findings, missing(different, model));
  const open = openConflicts(assessment, model);
  const companions = new Set(different.map(({ edition }) => edition?.companion));
  const [companion] = companions;
  const addressed = different.find((each) => each.addressed)?.addressed;
  return {
    value: {
      ...asked,
      ...(companions.size === 1 && companion !== undefined ? { companion } : {}),
      ...(addressed ? { addressed } : {}),
      review: different.some(({ edition }) => edition?.review === true),
      ...{ assessment, model, open, joined },
      decided: (assessment.conflicts ?? []).length - open.length,
      files: different.map((each) => ({
        path: each.path,
        person: personOf(each),
        ...(each.edition?.handOver ? { part: each.edition.handOver.to } : {}),
        objectives: objectivesOf(each.model).length,
        answered: answeredIn(each.assessment),
      })),
    },
    findings,
  };
}

/** The files in an order of their own, the same bytes once. */
function apart(files: readonly MergeFile[]): {
  readonly different: readonly MergeFile[];
  readonly same: readonly Finding[];
} {
  const first = new Map<string, MergeFile>();
  const same: Finding[] = [];
  const keyOf = ({ path, sha256 }: MergeFile): string => `${path}\n${sha256}`;
  for (const each of [...files].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const before = first.get(each.sha256);
    if (before) same.push(find('merge-same-file', { file: each.path }, { otherFile: before.path }));
    else first.set(each.sha256, each);
  }
  return { different: [...first.values()], same };
}

function otherModels([first, ...others]: readonly MergeFile[]): Finding[] {
  const nameOf = ({ assessment: { model } }: MergeFile): string => modelName(model);
  return others.flatMap((each) =>
    first === undefined || nameOf(each) === nameOf(first)
      ? []
      : [
          find(
            'merge-other-model',
            { file: each.path },
            { found: nameOf(each), other: nameOf(first), otherFile: first.path },
          ),
        ],
  );
}

/** Files that name another organization or unit than the first that names one; case and spaces don't matter. */
function otherOrganizations(files: readonly MergeFile[]): Finding[] {
  return (['name', 'unit'] as const).flatMap((field) => {
    const named = files.filter(({ assessment }) => normalize(assessment.organization[field]) !== '');
    const [first, ...others] = named;
    const nameOf = ({ assessment: { organization } }: MergeFile): string => organization[field];
    return others.flatMap((each) =>
      first === undefined || normalize(nameOf(each)) === normalize(nameOf(first))
        ? []
        : [
            find(
              'merge-other-organization',
              { file: each.path, field },
              { found: nameOf(each), other: nameOf(first), otherFile: first.path },
            ),
          ],
    );
  });
}

/** Files of two issued workbooks: what was asked of one unit is not put together with what was asked of another one. */
function otherTokens(files: readonly MergeFile[]): Finding[] {
  const [first, ...others] = files.filter(({ addressed }) => addressed !== undefined);
  return others.flatMap((each) =>
    first === undefined || each.addressed?.token === first.addressed?.token
      ? []
      : [find('merge-other-token', { file: each.path }, { otherFile: first.path })],
  );
}

/** The same part of the same person, filled in differently. */
function partsTwice(files: readonly MergeFile[]): Finding[] {
  const known = new Map<string, MergeFile>();
  return files.flatMap((each) => {
    const { edition } = each;
    if (!edition?.handOver) return [];
    const key = JSON.stringify([edition.handOver, edition.part]);
    const before = known.get(key);
    known.set(key, before ?? each);
    return before
      ? [find('merge-part-twice', { file: each.path }, { found: edition.handOver.to, otherFile: before.path })]
      : [];
  });
}

/** Who answered a file: the person whose part it is, or the assessor that it names. */
function personOf({ edition, assessment }: MergeFile): string {
  const { handOver } = edition ?? {};
  const isPerson = handOver?.by === 'owner' || handOver?.by === 'list';
  return (isPerson ? handOver.to : assessment.organization.assessor).trim();
}

/** What the whole asks: all that any file asks, or that the workbook asked which it is a part of. */
function askedBy(files: readonly MergeFile[], whole: Model): { readonly part: Part; readonly handOver?: HandOver } {
  const issued = files.flatMap(({ edition }) => edition ?? []);
  const asked = issued.length === 0 ? undefined : askedByAll(issued, whole);
  // An answers file asks nothing: it is for the whole model only where something in it has no place in the workbooks.
  const others = files.filter(
    ({ edition, assessment }) => !edition && !(asked && fits(assessment, selectModel(whole, asked.part), whole)),
  );
  return askedByAll([...issued, ...others.map(({ model }) => ({ part: wholeOf(model) }))], whole);
}

/** True where everything that an assessment says, also in comments and conflicts, has a place in a part of the model. */
function fits(assessment: Assessment, part: Model, whole: Model): boolean {
  const said = new Set([
    ...Object.keys(assessment.comments ?? {}),
    ...(assessment.conflicts ?? []).map(({ path }) => path),
  ]);
  return questionsOf(FIELDS).every((each) => {
    const here = new Set(rowsOf(each.of, part));
    return rowsOf(each.of, whole).every((row) => {
      const value = valueAt(assessment, each, row);
      const isSaid = each.path.is === 'member' ? value === YES : value !== undefined;
      return here.has(row) || !(isSaid || said.has(commentPath(each, row)));
    });
  });
}

type Asked = Pick<Edition, 'part' | 'handOver'>;

function askedByAll(editions: readonly Asked[], whole: Model): { readonly part: Part; readonly handOver?: HandOver } {
  const [first] = editions;
  const textOf = ({ part, handOver }: Asked): string => JSON.stringify([part, handOver]);
  // The same part several times stays that part.
  if (first && editions.every((each) => textOf(each) === textOf(first)))
    return { part: first.part, ...(first.handOver ? { handOver: first.handOver } : {}) };
  return {
    part: united(
      editions.map(({ part, handOver }) => handOver?.of ?? part),
      whole,
    ),
  };
}

/** All that several parts ask, and nothing else. */
function united(parts: readonly Part[], whole: Model): Part {
  const categories = categoriesOf(whole).flatMap(({ id }) =>
    parts.some((part) => part.categories.includes(id)) ? [id] : [],
  );
  const deployments = whole.deployments.flatMap(({ id }) =>
    parts.some((part) => part.deployments.includes(id)) ? [id] : [],
  );
  const quick = parts.every((part) => part.quick === true) ? { quick: true as const } : {};
  const part = { categories, deployments, ...quick };
  const asked = new Set(parts.flatMap((each) => objectivesOf(selectModel(whole, each)).map(({ id }) => id)));
  const all = objectivesOf(selectModel(whole, part));
  if (all.every(({ id }) => asked.has(id))) return part;
  return { ...part, objectives: all.flatMap(({ id }) => (asked.has(id) ? [id] : [])) };
}

/** Objectives that were handed out, and are in no file. */
function missing(files: readonly MergeFile[], model: Model): Finding[] {
  const asked = new Set(files.flatMap((each) => objectivesOf(each.model).map(({ id }) => id)));
  const left = objectivesOf(model).flatMap(({ id }) => (asked.has(id) ? [] : [id]));
  if (left.length === 0) return [];
  return [find('merge-part-missing', {}, { count: left.length, objectives: left.slice(0, MOST_NAMED) })];
}

const MOST_NAMED = 5;

/** Names as short as they can be told apart: that of the file, with as many of its folders as it takes. */
export function shownNames(paths: readonly string[]): readonly string[] {
  const split = paths.map((path) => path.split(/[\\/]+/).filter((each) => each !== '' && each !== '.'));
  const shown = (parts: readonly string[], n: number): string => parts.slice(-n).join('/');
  return split.map((parts, index) => {
    for (let n = 1; n < parts.length; n += 1) {
      const isAlone = split.every((other, at) => at === index || shown(other, n) !== shown(parts, n));
      if (isAlone) return shown(parts, n);
    }
    return shown(parts, parts.length);
  });
}
