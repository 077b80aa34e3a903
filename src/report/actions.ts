/** The action list: what stands between today and the targets, as a table for Planner, Jira and spreadsheets. */
import { CSV_BEGIN, csvLine } from '../formats/csv.js';
import { categoryNames } from './coverage.js';
import type { Page } from './page.js';

/** CSV in the order to do it; days are ISO texts. */
export function renderActions({ facts, model, words: w, assessment }: Page): string {
  const byId = new Map(facts.objectives.map((each) => [each.id, each]));
  const objectives = new Map(
    model.domains.flatMap(({ categories }) =>
      categories.flatMap((category) => category.objectives.map((each) => [each.id, each] as const)),
    ),
  );
  const names = categoryNames(model);
  const lines = facts.roadmap.flatMap((id, index) => {
    const each = byId.get(id);
    const objective = objectives.get(id);
    if (!each || !objective) return [];
    const { action = '' } = assessment.answers.get(id) ?? {};
    return [
      csvLine([
        ...[index + 1, each.title, id, each.owner, each.due, each.level, names.get(each.category) ?? each.category],
        ...[w.stateNames[each.state], action, objective.text, objective.evidence.join('; ')],
      ]),
    ];
  });
  const { order, title, id, owner, due, level, category, state, action, statement, evidence } = w.actions;
  return (
    CSV_BEGIN +
    csvLine([order, title, id, owner, due, level, category, state, action, statement, evidence]) +
    lines.join('')
  );
}
