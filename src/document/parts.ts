/** What a workbook was split into, and what became of parts that were put together, as text. */
import type { Assessment, Claim, Conflict } from '../assessment/assessment.js';
import { askedByPath, type AskedRow } from '../assessment/conflicts.js';
import { plainText } from '../assessment/links.js';
import { codesInWords } from '../locale/choices.js';
import { partsWords, type PartsWords } from '../locale/en/parts.js';
import type { Language } from '../locale/language.js';
import { objectivesOf, type Model } from '../model/model.js';
import { visible } from './visible.js';

/** One part, as it is told of. */
export interface ToldPart {
  readonly file: string;
  readonly to: string;
  readonly objectives: number;
  readonly answered: number;
}

/** The parts that a workbook was split into, one per line. */
export function renderSplit(parts: readonly ToldPart[], all: number, words: PartsWords = partsWords): string {
  const w = words.split;
  const lines = parts.map(({ file, to, objectives, answered }) => w.part(file, visible(to), objectives, answered));
  return [w.title(parts.length, all), ...lines].join('\n');
}

/** What was put together. */
export interface ToldMerge {
  readonly assessment: Assessment;
  readonly model: Model;
  readonly files: readonly {
    readonly path: string;
    readonly person: string;
    readonly part?: string;
    readonly objectives: number;
    readonly answered: number;
  }[];
  readonly open: readonly { readonly conflict: Conflict }[];
  readonly decided: number;
  readonly joined: readonly string[];
}

/** What people have to decide comes last, where they see it. */
export function renderMerge(
  { assessment, model, files, open, decided, joined }: ToldMerge,
  language: Language,
  words: PartsWords = partsWords,
): string {
  const w = words.merge;
  const asked = askedByPath(model);
  const aboutOf = (path: string): string => nameOf(path, asked.get(path), language);
  const valueOf = (path: string, { value }: Claim): string => {
    const about = asked.get(path);
    const text = about ? codesInWords(about.asked.field, value, { model, words: language.words }) : plainText(value);
    return visible(String(text));
  };
  const originOf = ({ from: { file, person, date } }: Claim): string =>
    [person, file, date].filter((each) => each !== undefined).join(', ');
  const chosen = (assessment.conflicts ?? []).flatMap(({ path, claims, taken }) => {
    const claim = taken && claims.find(({ from }) => from.file === taken.file);
    return claim ? [w.chosen(aboutOf(path), valueOf(path, claim), taken.by, taken.file)] : [];
  });
  return [
    w.title(files.length, objectivesOf(model).length, answeredIn(assessment)),
    ...files.map(({ objectives, ...each }) => w.file({ ...each, part: each.part, asked: objectives })),
    ...(joined.length > 0 ? [w.joined(joined.length)] : []),
    ...(decided > 0 ? [w.decided(decided), ...chosen] : []),
    ...(open.length === 0
      ? decided === 0
        ? [w.none]
        : []
      : [
          w.open(open.length),
          ...open.map(({ conflict: { path, claims } }) =>
            w.conflict(
              aboutOf(path),
              claims.map((claim) => w.claim(valueOf(path, claim), visible(originOf(claim)))),
            ),
          ),
        ]),
  ].join('\n');
}

/** Objectives with an answer or a figure. */
export function answeredIn({ answers }: Assessment): number {
  return [...answers.values()].filter(({ answer, measured }) => answer !== undefined || measured !== undefined).length;
}

/** `GOV-2A, Answer`. */
function nameOf(path: string, about: AskedRow | undefined, { words }: Language): string {
  if (!about) return path;
  const { of, name } = about.asked;
  const fields: Readonly<Record<string, { readonly header: string } | undefined>> = words.fields[of];
  const header = fields[name]?.header ?? name;
  return about.row === '' ? header : `${about.row}, ${header}`;
}
