/** The public face: everything a program may use, and all that the commands use. */

// The model: what is asked
export { compileModel, readCompiledModel, remembering, type Digest } from './model/compiled.js';
export { loadModel, type LoadedModel, type ModelSource, type ReadText } from './model/load.js';
export { selectModel, type Selection } from './model/select.js';
export { lintModel } from './model/lint.js';
export { describeModel, type ModelDescription } from './model/describe.js';
export {
  categoriesOf,
  objectivesOf,
  type Category,
  type ControlObjective,
  type DescribedLevel,
  type Domain,
  type Mapping,
  type Model,
} from './model/schema.js';
export type { Sourced } from './model/yaml.js';

// Assessments: what was answered
export { formatAnswers, parseAnswers } from './assessment/answers-file.js';
export { mergeAssessments } from './assessment/merge.js';
export { exampleAssessment, PROFILES, type Profile } from './assessment/example.js';
export type {
  Answer,
  AnswerCode,
  AnswerField,
  Assessment,
  Feedback,
  Organization,
  OrganizationField,
} from './assessment/fields.js';
export {
  ANSWER_CODES,
  ANSWER_FIELDS,
  FEEDBACK_FIELDS,
  ORGANIZATION_FIELDS,
  type ChoiceList,
  type Field,
} from './assessment/fields.js';

// Scores: what it is worth
export { scoreAssessment, type CategoryScore, type GroupScore, type Score } from './scoring/score.js';
export { computeFigures, type Figures } from './scoring/figures.js';
export type { Outline, Part } from './scoring/outline.js';
export type { DeploymentInput, Input, Quantity, RuleName, Scope, State } from './scoring/rules.js';
export type { Value } from './formula/value.js';
export { whyLevel, type HeldBy, type LevelStanding, type Why } from './scoring/why.js';
export { findingsIn, type Finding } from './scoring/findings.js';
export { SCORE_SCHEMA_VERSION, scoreReport, type FileIdentity, type ScoreReport } from './scoring/report.js';

// Workbooks: out and back in
export { refuseSize } from './xlsx/read.js';
export { blankAssessment, writeWorkbook, type WriteOptions } from './workbook/write.js';
export { readWorkbook, type FoundInput, type ModelShelf, type ReadWorkbook } from './workbook/read.js';
export { makeFiller, type Filler } from './workbook/fill-many.js';
export { BROKEN_WAYS, type BrokenWay, type Way } from './workbook/broken.js';
export { auditWorkbook } from './workbook/audit.js';
export { annotateWorkbook } from './workbook/annotate.js';

// Many workbooks: heavy packages are loaded when they are asked for
/** Everything for many workbooks: finding, reading, storing, counting, tables. */
export const ingestion = () =>
  Promise.all([
    import('./ingest/discover.js'),
    import('./ingest/ingest.js'),
    import('./ingest/store.js'),
    import('./ingest/tables.js'),
    import('./ingest/read-item.js'),
    import('./ingest/record.js'),
  ]).then(([discover, ingest, store, tables, readItem, record]) => ({
    ...discover,
    ...ingest,
    ...store,
    ...tables,
    ...readItem,
    ...record,
  }));
export {
  GROUPINGS,
  portfolioOf,
  type Counted,
  type Figure,
  type Grouping,
  type LevelDistribution,
  type Portfolio,
} from './scoring/portfolio.js';
export type { Discovered, Item } from './ingest/discover.js';
export type { ReadItem } from './ingest/read-item.js';
export type { IngestOptions, Outcome } from './ingest/ingest.js';
export type { CellOfTable, Row, TableName } from './ingest/tables.js';
export type { Distribution } from './scoring/tally.js';
export type { IngestRecord, RecordContext, RecordKind, Status } from './ingest/record.js';
export type { FileRow, RowOutline, StoredScores } from './ingest/row.js';
export type { Entry, StoredAssessment } from './ingest/store.js';
export { organizationKey, plainName } from './ingest/row.js';

// Documents
export type { ReadTemplate } from './document/render.js';
export { renderCompanion } from './document/companion.js';
export { renderDiagnostics } from './document/diagnostics.js';
export { renderScorecard } from './document/scorecard.js';
export { renderWhy } from './document/why.js';
export { renderPortfolio } from './document/portfolio.js';
export { visible, visibleLines } from './document/visible.js';
export { FORMATS, type Format, type FormatEntry, type FormatInput } from './formats.js';

// Shapes of our JSON
export { jsonSchema, SCHEMA_NAMES, type SchemaName } from './schemas.js';

// Diagnostics: what was found, where, and what to do
export { CATALOGUE, DIAGNOSTIC_CODES, type CatalogueEntry, type DiagnosticCode } from './diagnostic/catalogue.js';
export type { Facts, Severity } from './diagnostic/facts.js';
export {
  diagnose,
  hasErrors,
  sortDiagnostics,
  suggest,
  type Diagnostic,
  type Parsed,
  type Place,
} from './diagnostic/diagnostic.js';
export { diagnosticInWords } from './diagnostic/in-words.js';
export { toSarif, type Tool } from './diagnostic/sarif.js';
