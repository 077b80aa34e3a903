/** Suggestions accepted: what was refused and has one becomes the answer that was suggested, and each of them is said. */
import type { Assessment, FieldValue } from '../assessment/assessment.js';
import { Choices } from '../assessment/choices.js';
import { REASONED } from '../assessment/fields.js';
import { optionAndRest } from '../assessment/option-and-rest.js';
import { rebuilt } from '../assessment/rebuilt.js';
import { find, isError, type Finding } from '../diagnostic/finding.js';
import type { Input } from '../layout/inputs.js';
import { findingsIn } from '../scoring/findings.js';
import { readPlain } from './given-back.js';
import type { ReadWorkbook } from './read.js';

/** A workbook with the suggestions as answers, and what is to be said of it. */
export interface Accepted {
  readonly read: ReadWorkbook;
  readonly findings: readonly Finding[];
}

interface Change {
  readonly input: Input;
  readonly value: FieldValue;
  /** What stood behind the option and is its reason. */
  readonly reason: string;
}

/**
 * Accepts every suggestion for a cell that was refused. Nothing else is changed: errors without a suggestion stay, and so does
 * what was understood. Remarks on the model are left alone, since their rows close up when they are read.
 */
export function acceptSuggestions(read: ReadWorkbook, findings: readonly Finding[]): Accepted {
  const { issued, model } = read;
  const inputs = new Map(issued.inputs.tables.map(({ id, rows }) => [id, rows]));
  const changes: Change[] = [];
  const said = findings.map((finding): Finding => {
    const { subject } = finding;
    const input = subject && inputs.get(subject.table)?.get(subject.row)?.get(subject.column);
    const change = input && changeBy(finding, input, read);
    if (!change) return finding;
    changes.push(change);
    const { code: _, facts, ...about } = finding;
    return find('suggestion-accepted', about, facts as { found: string; suggestion: string }); // `changeBy` has looked
  });
  if (changes.length === 0) return { read, findings };
  const assessment = changed(read, changes);
  // What the answers say may be other things now.
  const nowOf = ({ code, objective, field }: Finding): string => JSON.stringify([code, objective, field]);
  const [before, now] = [read.assessment, assessment].map((each) => findingsIn(model, each));
  const [wasSaid, isSaid] = [before, now].map((all) => new Set(all?.map(nowOf)));
  const kept = said.filter((each) => !wasSaid?.has(nowOf(each)) || isSaid?.has(nowOf(each)));
  const news = (now ?? []).filter((each) => !wasSaid?.has(nowOf(each)));
  return { read: { ...read, assessment }, findings: [...kept, ...news.map((each) => placed(each, read))] };
}

function changeBy(finding: Finding, input: Input, { issued, shown }: ReadWorkbook): Change | undefined {
  const { field, path } = input.asked;
  // What waits for a person to settle it is settled by no program.
  if (finding.code === 'answer-unsettled') return undefined;
  if (!isError(finding) || path.is === 'numbered' || !('suggestion' in finding.facts)) return undefined;
  const { found, suggestion } = finding.facts;
  const choices = field.kind === 'choice' ? issued.choices(field.list) : new Choices([]);
  const { value } = readPlain({ value: suggestion }, field, choices);
  if (value === undefined) return undefined;
  // Of a long text the finding has the beginning only.
  const typed = String((finding.subject && shown(finding.subject)) ?? found);
  return { input, value, reason: value === REASONED ? optionAndRest(typed).rest : '' };
}

function changed({ issued, model, assessment }: ReadWorkbook, changes: readonly Change[]): Assessment {
  const builder = rebuilt({ assessment, model, fields: issued.fields });
  for (const { input, value, reason } of changes) {
    builder.put(input.asked, input.row, value);
    if (reason !== '') builder.putReason(input.row, reason);
  }
  return builder.finish();
}

/** With the cell that a finding about an answer is about. */
function placed(finding: Finding, { issued }: ReadWorkbook): Finding {
  for (const { id: table, of, rows } of issued.inputs.tables) {
    const inputs = of === 'objective' && finding.objective !== undefined ? rows.get(finding.objective) : undefined;
    const asked = [...(inputs ?? [])].find(([, each]) => each.asked.name === finding.field);
    if (asked) return { ...finding, subject: { table, row: finding.objective ?? '', column: asked[0] } };
  }
  return finding;
}
