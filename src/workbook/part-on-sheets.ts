/** Which part of a model stands on the sheets: for a Meta sheet that says nothing of it, or something else. */
import { wholeOf, type HandOver, type Part } from '../edition/edition.js';
import type { Stated } from '../edition/meta.js';
import { find, type Finding } from '../diagnostic/finding.js';
import { textsBelow, type Mark } from '../layout/heads.js';
import { ANSWERS_TABLE } from '../layout/sheets/answers.js';
import { CATEGORY_TABLE, DEPLOYMENT_TABLE } from '../layout/sheets/profile.js';
import { categoriesOf, isQuickScan, objectivesOf, type Model } from '../model/model.js';
import { selectModel } from '../model/select.js';

/** Ids in the rows of the tables that ask; undefined where the key row of one of them is gone. */
export function idsOn(marks: readonly Mark[]): ReadonlySet<string> | undefined {
  const tables = [ANSWERS_TABLE, CATEGORY_TABLE, DEPLOYMENT_TABLE];
  if (!tables.every((table) => marks.some((mark) => mark.table === table))) return undefined;
  const ids = new Set<string>();
  textsBelow(
    marks.filter(({ table }) => tables.includes(table)),
    (bare) => ids.add(bare),
  );
  return ids;
}

/** The part as far as Meta states it, completed from the ids on the sheets; the whole where they don't show any. */
export function completePart(
  stated: Pick<Stated, 'categories' | 'deployments' | 'quick' | 'objectives'>,
  model: Model,
  ids: ReadonlySet<string> | undefined,
): Part {
  const whole = wholeOf(model);
  const here = (all: readonly string[], isHere: (id: string) => boolean): readonly string[] => {
    const found = ids ? all.filter(isHere) : [];
    return found.length > 0 ? found : all;
  };
  const asksFor = (deployment: string): boolean =>
    objectivesOf(model).some(
      ({ id, deployments }) => ids?.has(id) && deployments.length === 1 && deployments[0] === deployment,
    );
  const asks = (category: string): boolean =>
    objectivesOf(model).some((each) => each.category === category && ids?.has(each.id));
  return {
    categories: unique(stated.categories) ?? here(whole.categories, (id) => ids?.has(id) === true || asks(id)),
    deployments: unique(stated.deployments) ?? here(whole.deployments, (id) => ids?.has(id) === true || asksFor(id)),
    ...((stated.quick ?? (!stated.objectives && onlyQuick(model, ids))) ? { quick: true } : {}),
    ...(stated.objectives ? { objectives: [...new Set(stated.objectives)] } : {}),
  };
}

/** True if what is asked on the sheets is of the quick scan, all of it. */
function onlyQuick(model: Model, ids: ReadonlySet<string> | undefined): boolean {
  const here = objectivesOf(model).filter(({ id }) => ids?.has(id));
  return here.length > 0 && here.every(({ quick }) => quick === true);
}

const unique = (ids: readonly string[] | undefined): readonly string[] | undefined => ids && [...new Set(ids)];

/**
 * Meta names what the model doesn't have, or has as something else; or it leaves out what has a row of its own or is asked about; or it names a
 * category of which nothing stands on the sheets; or it takes the quick scan for more, or more for it. A row that somebody has deleted is none of these.
 */
export function contradictingPart(part: Part, model: Model, ids: ReadonlySet<string> | undefined): Finding | undefined {
  const said = idsOf(part);
  const contradict = (expected: readonly string[]): Finding =>
    find('contradicting-meta', {}, { about: 'part', found: said.join(', '), expected });
  if (!isOf(part, model)) return contradict(idsIn(model));
  if (!ids) return undefined;
  const asked = (category: Model['domains'][number]['categories'][number], all: boolean): boolean => {
    const objectives = category.objectives.filter(
      ({ id, deployments, quick }) =>
        deployments.some((each) => part.deployments.includes(each)) &&
        (!part.quick || quick === true) &&
        part.objectives?.includes(id) !== false,
    );
    const isHere = ({ id }: { readonly id: string }): boolean => ids.has(id);
    return objectives.length > 0 && (all ? objectives.every(isHere) : objectives.some(isHere));
  };
  const categories = categoriesOf(model);
  const categoriesHere = categories.filter((each) =>
    part.categories.includes(each.id) ? ids.has(each.id) || asked(each, false) : ids.has(each.id) || asked(each, true),
  );
  const deploymentsHere = model.deployments.filter(({ id }) => ids.has(id));
  const quickHere = onlyQuick(model, ids);
  // A list of objectives says by itself what is asked, and so does a part all of which happens to be of the quick scan.
  const asksMore = (): boolean => part.objectives === undefined && !isQuickScan(selectModel(model, part));
  // Of a scan without any row left nothing can be said.
  const isAsked = objectivesOf(model).some(({ id }) => ids.has(id));
  const isSame =
    (!isAsked || (part.quick ? quickHere : !(quickHere && asksMore()))) &&
    categoriesHere.every(({ id }) => part.categories.includes(id)) &&
    part.categories.every((id) => categoriesHere.some((each) => each.id === id)) &&
    deploymentsHere.every(({ id }) => part.deployments.includes(id));
  return isSame
    ? undefined
    : contradict([...categoriesHere, ...deploymentsHere].map(({ id }) => id).concat(quickHere ? QUICK : []));
}

/** How a list of ids says that only the quick scan is asked. */
const QUICK = ['quick'];

/** A part as a list of ids. */
export function idsOf({ categories, deployments, quick, objectives = [] }: Part): readonly string[] {
  return [...categories, ...deployments, ...(quick ? QUICK : []), ...objectives];
}

/** True where the model has all that a part names, each as what the part takes it for: a category is no deployment type. */
function isOf({ categories, deployments, objectives = [] }: Part, model: Model): boolean {
  const whole = wholeOf(model);
  const known = {
    categories: new Set(whole.categories),
    deployments: new Set(whole.deployments),
    objectives: new Set(objectivesOf(model).map(({ id }) => id)),
  };
  return (
    categories.every((id) => known.categories.has(id)) &&
    deployments.every((id) => known.deployments.has(id)) &&
    objectives.every((id) => known.objectives.has(id))
  );
}

/** Everything that a part of the model may name. */
function idsIn(model: Model): readonly string[] {
  const { categories, deployments } = wholeOf(model);
  return [...categories, ...deployments, ...QUICK, ...objectivesOf(model).map(({ id }) => id)];
}

/** A hand-over of more than the model has, or of less than what is handed over. */
export function contradictingHandOver({ of }: Pick<HandOver, 'of'>, part: Part, model: Model): Finding | undefined {
  const whole = selectModel(model, of);
  const here = new Set(objectivesOf(whole).map(({ id }) => id));
  const isSound =
    isOf(of, model) &&
    part.deployments.every((id) => of.deployments.includes(id)) &&
    part.categories.every((id) => of.categories.includes(id)) &&
    objectivesOf(selectModel(model, part)).every(({ id }) => here.has(id));
  if (isSound) return undefined;
  return find('contradicting-meta', {}, { about: 'part', found: idsOf(of).join(', '), expected: idsOf(part) });
}
