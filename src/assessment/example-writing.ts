/** What a fictional organization writes about an objective: evidence that shows it, an action that fits, a note now and then. */
import type { ControlObjective } from '../model/model.js';
import type { Answer } from './assessment.js';
import { isoOf, serialOf } from './dates.js';
import { at } from './example-organization.js';
import { workday } from './example-plan.js';
import type { Story } from './example-story.js';
import type { ExampleTexts, ObjectiveExample } from './example-texts.js';

/** Share of the answers that people add a note to, besides those that need one. */
const NOTED = 0.08;
/** Days within which a copy of what was only seen has to come. */
const COPIED_AFTER = 14;

/** What the writing depends on, besides the objective. */
export interface Writing {
  readonly random: () => number;
  readonly story: Story;
  readonly texts: ExampleTexts;
  /** What is written about the objective itself; undefined for one of an own model. */
  readonly own: ObjectiveExample | undefined;
  /** Next steps of the model that are about the objective. */
  readonly steps: readonly string[];
  /** Whether something is to be done about it, if it is not met. */
  readonly isPlanned: boolean;
}

/** The answer with its texts: what is met is shown in full, what is met in part only in part, and what is missing is noted. */
export function inWriting(answer: Answer, objective: ControlObjective, writing: Writing): Answer {
  const { random, story, texts, own, isPlanned } = writing;
  const [shown, number, way, noted, wording, doing] = Array.from({ length: 6 }, random) as [
    ...(readonly [number, number, number, number, number, number]),
  ]; // as many as asked for
  const state = answer.answer;
  const isHeld = state === 'met' || state === 'partly';
  const pieces = own?.evidence ?? objective.evidence;
  const seenPieces = isHeld ? (state === 'partly' ? partOf(pieces, answer, own?.lacking) : pieces) : [];
  const held = shown < story.shown ? seenPieces : [];
  // An objective is assessed on the day on which its evidence is examined: the sheet says so.
  const day = answer.assessedOn ?? '';
  const document = String(1000 + Math.floor(number * 9000));
  const action = isPlanned && state !== 'met' ? at(waysOf(answer, objective, writing), doing) : undefined;
  const kind = isHeld ? state : isPlanned ? 'planned' : 'unplanned';
  const remark = noted < NOTED ? at(texts.notes[kind], wording) : undefined;
  const unproven =
    isHeld && held.length === 0
      ? at(texts.unproven, wording)?.(seenPieces.join('; '), answer.owner ?? '', day, copiedBy(day))
      : undefined;
  // What is not answered, and what does not apply, has its own reason or none.
  const note = state === undefined || state === 'not-applicable' ? answer.notes : (unproven ?? remark);
  return {
    ...answer,
    ...(held.length === 0 ? {} : { evidence: at(texts.proofs, way)?.(held.join('; '), document, day) ?? '' }),
    ...(action === undefined ? {} : { action }),
    ...(note === undefined ? {} : { notes: note }),
  };
}

/** The day by which the owner has to send what was only seen on a day. */
function copiedBy(day: string): string {
  return isoOf(workday((serialOf(day) ?? 0) + COPIED_AFTER)) ?? day;
}

/** The evidence there is for what is met in part: half of it, and all but one piece where it was measured. */
function partOf(
  pieces: readonly string[],
  { measured }: Answer,
  lacking: number = pieces.length - 1,
): readonly string[] {
  return measured === undefined
    ? pieces.slice(0, Math.floor(pieces.length / 2))
    : pieces.filter((_, index) => index !== lacking);
}

/** What there is to do about an objective that is not met, only in part, or not answered. */
function waysOf(
  { answer, measured }: Answer,
  { id, title, kpi, evidence }: ControlObjective,
  { texts, own, steps }: Writing,
): readonly string[] {
  if (answer === undefined) return texts.answering;
  if (own) return [own.action];
  const called = title ?? id;
  if (answer === 'partly' && kpi && measured !== undefined) {
    const counted = (value: number): string =>
      `${value}${kpi.unit === 'percent' ? '' : ' '}${texts.units[kpi.unit]}`.trim();
    return texts.improving.map((improve) => improve(counted(measured), counted(kpi.threshold)));
  }
  if (answer === 'partly') return texts.completing.map((complete) => complete(called, evidence.at(-1) ?? ''));
  return steps.length > 0 ? steps : texts.beginning.map((begin) => begin(called));
}
