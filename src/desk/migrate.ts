/** Last year's answers in this year's edition: carried over, proposed for review, or listed as dropped. */
import type { Assessment } from '../assessment/assessment.js';
import { FIELDS, LONGEST_TEXT } from '../assessment/fields.js';
import { migrateAssessment, type CarriedAnswer, type Migration } from '../assessment/migrate.js';
import { commentPath, question } from '../assessment/paths.js';
import { find, type Finding, type Parsed } from '../diagnostic/finding.js';
import { firstUnits } from '../diagnostic/half-characters.js';
import type { Issued, Models } from '../layout/shelf.js';
import { missingModel } from '../layout/missing-model.js';
import { answerLines } from '../locale/answer-lines.js';
import { shortened } from '../document/shown.js';
import { changesWords, type ChangesWords } from '../locale/en/changes.js';
import type { Language } from '../locale/language.js';
import { USUAL_LANGUAGE } from '../locale/languages.js';
import type { Model } from '../model/model.js';
import { compareVersions, modelName, type ModelName } from '../model/named.js';
import { successionTo } from '../model/succession.js';
import type { ReadWorkbook } from '../workbook/read.js';

/** An assessment in a later edition, with the proposals in its comments, and what became of each answer. */
export interface Migrated extends Omit<Migration, 'assessment'> {
  readonly older: Model;
  readonly newer: Model;
  /** Proposals stand in the comments of answers: there they are seen and kept, and no rule reads them. */
  readonly assessment: Assessment;
}

/** Both editions, and how one became the other; the reason where answers can't be carried over. */
export function editionsFor(
  from: ModelName,
  to: ModelName,
  models: Models,
): Parsed<{
  readonly older: Model;
  readonly newer: Model;
  readonly succession: NonNullable<ReturnType<typeof successionTo>>;
}> {
  const named = ({ id, version }: ModelName): Model | undefined => models.find(id, version, AS_WRITTEN);
  const [older, newer] = [named(from), named(to)];
  if (!older || !newer) return { findings: [missingModel(older ? to : from, models)] };
  const succession = successionTo(newer, older, named);
  if (succession) return { value: { older, newer, succession }, findings: [] };
  const order = older.id === newer.id ? compareVersions(older.version, newer.version) : -1;
  const why = order === 0 ? 'same' : order > 0 ? 'older' : 'gap';
  return { findings: [find('no-succession', {}, { found: modelName(older), expected: [modelName(newer)], why })] };
}

const AS_WRITTEN = '';

/** Carries an assessment over to another edition. */
export function migrate(
  assessment: Assessment,
  to: ModelName,
  models: Models,
  { language = USUAL_LANGUAGE, words = changesWords }: { language?: Language; words?: ChangesWords } = {},
): Parsed<Migrated> {
  const { value: editions, findings } = editionsFor(assessment.model, to, models);
  if (!editions) return { findings };
  const { older, newer } = editions;
  const migration = migrateAssessment(assessment, editions);
  const labels = models.find(older.id, older.version, language.id) ?? older;
  const comments: Record<string, string> = { ...migration.assessment.comments };
  const answer = question('objective', 'answer', FIELDS.objective.answer);
  for (const each of migration.answers.filter(({ outcome }) => outcome === 'review')) {
    const { id, given, why } = each;
    const lines = answerLines(given, labels, id, language);
    const text = words.migration.proposal({ id, edition: modelName(older), lines, why });
    for (const row of each.to) {
      const path = commentPath(answer, row);
      const before = comments[path];
      // A comment may be as long as a text; the report has all of it.
      comments[path] = firstUnits(before === undefined ? text : `${text}\n\n${before}`, LONGEST_TEXT);
    }
  }
  const proposed = Object.keys(comments).length > 0 ? { comments } : {};
  return { value: { ...migration, older, newer, assessment: { ...migration.assessment, ...proposed } }, findings: [] };
}

/**
 * The migrated assessment as an annotated copy is made from: each cell to review is marked and listed on the sheet Review,
 * and so is what was dropped.
 */
export function markedMigration(
  { assessment, answers, older }: Migrated,
  issued: Issued,
): { readonly read: ReadWorkbook; readonly findings: readonly Finding[] } {
  const edition = modelName(older);
  const proposals = answers.filter(({ outcome }) => outcome === 'review');
  const marks = issued.inputs.tables.flatMap(({ id: table, rows }) =>
    [...rows].flatMap(([row, inputs]) =>
      [...inputs].flatMap(([column, { asked, row: objective }]): Finding[] => {
        if (asked.of !== 'objective' || asked.name !== 'answer') return [];
        const from = proposals.filter(({ to }) => to.includes(objective));
        if (from.length === 0) return [];
        const at = { objective, field: asked.name, subject: { table, row, column } };
        // What was answered is told here as well: comments are not printed, and some programs hide them.
        const told = ({ id, given }: CarriedAnswer): string => {
          const [first = changesWords.migration.nothing] = answerLines(given, older, id, issued.language);
          return `${id} (${shortened(first, 60)})`;
        };
        return [find('answer-to-review', at, { found: from.map(told).join(', '), edition })];
      }),
    ),
  );
  const dropped = answers.filter(({ outcome }) => outcome === 'dropped');
  const model = issued.model;
  return {
    read: {
      issued,
      edition: issued.edition,
      model,
      assessment,
      left: [],
      shown: () => undefined,
      grid: () => ({ findings: [] }),
      placed: (each) => each,
      placeOf: () => undefined,
    },
    findings: [...marks, ...dropped.map(({ id }: CarriedAnswer) => find('answer-dropped', {}, { found: id, edition }))],
  };
}
