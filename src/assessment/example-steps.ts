/** Which next step of a model is about which objective. */
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';

/** Words that two texts have to share, so that one may be about the other. */
const SHARED_WORDS = 3;
/** Shorter words are in every text. */
const SHORTEST_WORD = 5;

/** The next steps of a model by the objective that each is about most: one step is planned once, for what is open itself. */
export function stepsByObjective(model: Model): ReadonlyMap<string, readonly string[]> {
  const all = categoriesOf(model).flatMap(({ id, levels }) =>
    levels.flatMap(({ n, nextSteps }) => {
      const asked = objectivesOf(model).filter(({ category, level }) => category === id && level === n + 1);
      const words = asked.map((each) => wordsOf([each.text, each.rationale, ...each.evidence].join(' ')));
      return nextSteps.flatMap((step) => {
        const shared = words.map((about) => [...wordsOf(step)].filter((word) => about.has(word)).length);
        const most = Math.max(0, ...shared);
        const objective = asked[shared.indexOf(most)];
        return most < SHARED_WORDS || !objective ? [] : [{ objective: objective.id, step }];
      });
    }),
  );
  const steps = new Map<string, string[]>();
  for (const { objective, step } of all) steps.set(objective, [...(steps.get(objective) ?? []), step]);
  return steps;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= SHORTEST_WORD),
  );
}
