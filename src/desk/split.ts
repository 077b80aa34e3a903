/** A workbook in parts for colleagues: who gets which objectives, each part filled with what is answered already. */
import type { Assessment } from '../assessment/assessment.js';
import { conflictsIn } from '../assessment/conflicts.js';
import { FIELDS, type FieldSet } from '../assessment/fields.js';
import { plainText } from '../assessment/links.js';
import { rebuilt } from '../assessment/rebuilt.js';
import type { HandOver, Part, SplitBy } from '../edition/edition.js';
import { categoriesOf, objectivesOf, type ControlObjective, type Model } from '../model/model.js';
import { selectModel } from '../model/select.js';
import { fileStem } from './copy-names.js';
import { samePerson } from './people-list.js';

/** What is split: an assessment, what it was asked as (perhaps a part itself), and the model that this is a part of. */
export interface Splitting {
  readonly assessment: Assessment;
  /** What the workbook asks. */
  readonly model: Model;
  readonly part: Part;
  readonly fields?: FieldSet;
  /** The person by objective or category, where people are listed: the objective goes before its category. */
  readonly people?: ReadonlyMap<string, string>;
}

/** One part, ready to be issued. */
export interface SplitPart {
  readonly handOver: HandOver;
  readonly part: Part;
  /** The part of the model that it asks. */
  readonly model: Model;
  readonly assessment: Assessment;
  /** What its file is called, without an ending; no two parts have the same. */
  readonly name: string;
}

interface Share {
  readonly to: string;
  /** What the name of the file ends with. */
  readonly short: string;
  readonly objectives: Set<string>;
}

/**
 * The parts, in the order of their first objective. Every objective is in exactly one of them. `stem`: what the names of all
 * files begin with.
 */
export function splitAssessment(splitting: Splitting, by: SplitBy, stem: string): readonly SplitPart[] {
  const { model, part: whole, assessment, fields = FIELDS } = splitting;
  const shares = sharesOf(splitting, by);
  const nameOf = fileNames(stem);
  // Nothing of a category without objectives may be lost, such as its target.
  const empty = categoriesOf(model).flatMap(({ id, objectives }) => (objectives.length === 0 ? [id] : []));
  return shares.map(({ to, short, objectives }, index): SplitPart => {
    const categories = categoriesOf(model).flatMap(({ id, objectives: own }) =>
      own.some((each) => objectives.has(each.id)) || (index === 0 && empty.includes(id)) ? [id] : [],
    );
    const part = partOf(whole, model, categories, objectives);
    const asked = selectModel(model, part);
    return {
      handOver: { to, by, of: whole },
      part,
      model: asked,
      assessment: conflictsIn(rebuilt({ assessment, model: asked, fields }).finish(), assessment, asked, fields),
      name: nameOf(short),
    };
  });
}

/** Objectives are named only where it is not all of those categories. */
function partOf(whole: Part, model: Model, categories: readonly string[], objectives: ReadonlySet<string>): Part {
  const { objectives: _, ...others } = whole;
  const inCategories = objectivesOf(model).filter(({ category }) => categories.includes(category));
  const isAll = whole.objectives === undefined && inCategories.every(({ id }) => objectives.has(id));
  const named = inCategories.flatMap(({ id }) => (objectives.has(id) ? [id] : []));
  return { ...others, categories, ...(isAll ? {} : { objectives: named }) };
}

function sharesOf(splitting: Splitting, by: SplitBy): readonly Share[] {
  const shares = new Map<string, Share>();
  for (const objective of objectivesOf(splitting.model)) {
    const { to, short } = shareOf(objective, splitting, by);
    const key = samePerson(to);
    const share = shares.get(key) ?? { to, short, objectives: new Set<string>() };
    share.objectives.add(objective.id);
    shares.set(key, share);
  }
  return [...shares.values()];
}

function shareOf(
  { id, category }: ControlObjective,
  { model, assessment, people }: Splitting,
  by: SplitBy,
): Pick<Share, 'to' | 'short'> {
  const domain = model.domains.find(({ categories }) => categories.some((each) => each.id === category));
  switch (by) {
    case 'category':
      return { to: categoriesOf(model).find((each) => each.id === category)?.name ?? category, short: category };
    case 'domain':
      return { to: domain?.name ?? '', short: domain?.id ?? '' };
    case 'owner':
      return person(assessment.answers.get(id)?.owner);
    case 'list':
      return person(people?.get(id) ?? people?.get(category));
  }
}

function person(name = ''): Pick<Share, 'to' | 'short'> {
  const to = plainText(name).trim().replace(/\s+/g, ' ');
  return { to, short: to === '' ? NO_ONE : to };
}

/** How the file of what no one answers is called. */
const NO_ONE = 'no-owner';

/** Names that every system takes, each given once, however it is spelled. */
function fileNames(stem: string): (short: string) => string {
  const given = new Set<string>();
  return (short) => {
    const name = fileStem(`${stem}-${short.replace(/[\s/\\.]+/g, '-')}.xlsx`);
    for (let n = 1; ; n += 1) {
      const numbered = n === 1 ? name : `${name}-${n}`;
      const key = numbered.normalize('NFC').toLowerCase();
      if (given.has(key)) continue;
      given.add(key);
      return numbered;
    }
  };
}
