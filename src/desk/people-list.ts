/** A list of people as CSV: who answers which objective or category. */
import { LONGEST_TEXT } from '../assessment/fields.js';
import { Comparing } from '../diagnostic/distance.js';
import { find, type Parsed } from '../diagnostic/finding.js';
import { Findings } from '../diagnostic/listed.js';
import { suggested } from '../diagnostic/suggest.js';
import { readCsv } from '../formats/read-csv.js';
import { normalize } from '../grid/spelling.js';
import { categoriesOf, objectivesOf, type Model } from '../model/model.js';

/** What the columns may be called. */
const IDS = ['id', 'objective', 'objective id', 'control objective', 'category', 'category id', 'code'];
const PEOPLE = ['person', 'owner', 'name', 'colleague', 'who', 'assigned to', 'responsible', 'email', 'e-mail'];

/** What makes two names the same person: case and spaces don't matter. */
export const samePerson = (name: string): string => normalize(name);

/** The person by objective or category. Rows that can't be used are reported with their line, and there is no value. */
export function readPeople(list: Uint8Array | string, model: Model): Parsed<ReadonlyMap<string, string>> {
  const bytes = typeof list === 'string' ? new TextEncoder().encode(list) : list;
  const isHeading = (text: string): boolean => [...IDS, ...PEOPLE].includes(normalize(text));
  const { value: table, findings: unread } = readCsv(bytes, isHeading);
  // An empty list has no headings either.
  if (!table && !unread.some(({ code }) => code === 'list-empty')) return { findings: unread };
  const headings = (table?.headings.cells ?? []).map(normalize);
  const ids = headings.flatMap((heading, at) => (IDS.includes(heading) ? [at] : []));
  const person = headings.findIndex((heading) => PEOPLE.includes(heading));
  if (ids.length === 0 || person < 0)
    return { findings: [find('people-list-invalid', { line: 1 }, { why: 'columns' })] };
  const known = [...categoriesOf(model), ...objectivesOf(model)].map(({ id }) => id);
  const byKey = new Map(known.map((id) => [id.toLowerCase(), id]));
  const people = new Map<string, string>();
  const [comparing, findings] = [new Comparing(), new Findings()];
  for (const { line, cells } of table?.rows ?? []) {
    // Where an objective and its category have a column each, the objective is meant.
    const found = ids.map((at) => cells[at] ?? '').sort((a, b) => b.length - a.length)[0] ?? '';
    const name = (cells[person] ?? '').replace(/\s+/g, ' ');
    const id = byKey.get(found.toLowerCase());
    const before = id === undefined ? undefined : people.get(id);
    const refuse = (why: 'unknown' | 'twice' | 'nobody' | 'long'): void => {
      const guess = why === 'unknown' ? suggested(found, known, comparing) : {};
      findings.add(find('people-list-invalid', { line }, { why, found, ...guess }));
    };
    if (id === undefined) refuse('unknown');
    else if (name === '') refuse('nobody');
    else if (name.length > LONGEST_TEXT) refuse('long');
    else if (before !== undefined && samePerson(before) !== samePerson(name)) refuse('twice');
    else people.set(id, name);
  }
  if (table?.rows.length === 0) findings.add(find('people-list-invalid', { line: 1 }, { why: 'empty' }));
  return findings.all.length > 0 ? { findings: findings.told() } : { value: people, findings: [] };
}
