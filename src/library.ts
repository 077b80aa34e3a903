/**
 * The entry `./node`: what programs on Node call. `node.ts` adds what only the command line needs. A function without `@throws`
 * throws nothing, unless this package has a defect.
 */
export * from './index.js';
export * from './check.js';
export * from './messages.js';
export * from './ingest.js';

// The same as in every host, by Node's own packing and digests: what is named here goes before what comes with `*`
export { checkWorkbook, makeFiller, markedCopy, readClosely, readWorkbook } from './host/bound.js';
export { sha256 } from './host/digest.js';

// Models: those of the package, and one's own
export { openModels } from './host/models.js';
export { INSTALLED, USUAL_EDITION, type Installed } from './host/compiled.js';
export {
  loadModel,
  loadModelAt,
  type Files,
  type ListFolder,
  type LoadedModel,
  type ModelPlace,
  type ModelSource,
  type ReadText,
} from './model/load.js';
export type { Unit, WrittenLanguages } from './model/translations.js';
export { lintModel } from './model/lint.js';
export type { Sourced } from './model/yaml.js';
export {
  createOwnModel,
  importOwnModel,
  type ImportedModel,
  type ImportedName,
  type NewModel,
} from './host/new-model.js';

// Workbooks and answers files
export { writeWorkbook, type WriteOptions } from './workbook/write.js';
export type { Filler, FillerOptions } from './workbook/fill-many.js';
export { acceptSuggestions, type Accepted } from './workbook/accept.js';
export { annotateWorkbook } from './workbook/annotate.js';
export { parseAnswers } from './assessment/answers-file.js';
export {
  exampleAssessment,
  PROFILES,
  type ExampleTexts,
  type ObjectiveExample,
  type Profile,
} from './assessment/example.js';
export { exampleTexts } from './locale/en/example.js';

// Editions compared, and answers carried over from one to the next
export type { MeasuredUnit } from './diagnostic/catalogue.js';
export { successionBetween, successionTo, type FindModel, type Succeeded } from './model/succession.js';
export {
  diffModels,
  type ChangeCounts,
  type Difference,
  type Effect,
  type ModelChange,
  type ModelDiff,
  type Reach,
} from './model/changes.js';
export {
  migrateAssessment,
  type CarriedAnswer,
  type Editions,
  type LeftBehind,
  type Migration,
  type MigrationCounts,
  type Outcome as MigrationOutcome,
} from './assessment/migrate.js';
export { markedMigration, migrate, type Migrated } from './desk/migrate.js';
export { compareAssessments, type ComparedAssessment } from './desk/compare.js';
export type {
  Compared as ComparedSide,
  Comparison,
  EditionEffect,
  FigureMove,
  ObjectiveMove,
} from './scoring/comparison.js';

// Parts of workbooks, samples, questionnaires
export { splitAssessment, type SplitPart, type Splitting } from './desk/split.js';
export { readPeople } from './desk/people-list.js';
export { forReview, type Reviewable } from './desk/review.js';
export { mergeFiles, type MergedFile, type MergedWhole, type MergeFile } from './desk/merge.js';
export type { AskedRow, OpenConflict } from './assessment/conflicts.js';
export type { Question } from './assessment/paths.js';
export { drawSample, SAMPLE_REASONS, type Sample, type SampledObjective, type SampleReason } from './scoring/sample.js';
export { renderSample, sampleRows, type SampleRow } from './document/sample.js';
export {
  contradictionsIn,
  editionFor,
  proposalMarks,
  proposeFrom,
  type Contradiction,
  type Proposed,
} from './desk/questionnaire.js';
export { openQuestionnaire, type OpenQuestionnaire } from './host/questionnaire.js';
export type { AnsweredQuestion, QuestionAnswer, Questionnaire } from './model/questionnaire.js';

// Workbooks for a list of organizations
export { readCampaignList, type CampaignRow } from './desk/campaign-list.js';
export { Issuing } from './host/issuing.js';
export { planIssue, withIssued, type Content, type IssuePlanning, type PlannedWorkbook } from './desk/issue-list.js';
export { newTokenId, openKey } from './host/campaign-key.js';
export type { Sign } from './desk/tokens.js';
export type { Addressed } from './edition/meta.js';
export { manifestText, parseManifest, type IssuedWorkbook, type Manifest } from './formats/manifest.js';
export { newestByKey, prefilled, type Prefilled } from './desk/prefill.js';
export {
  ROW_STATES,
  statusOf,
  type CampaignStatus,
  type MatchedBy,
  type RowState,
  type RowStatus,
  type StatusCounts,
  type StatusSource,
  type Stranger,
} from './desk/status.js';
export {
  figuresInCsv,
  figuresInJson,
  figureTemplate,
  withFigures,
  type Measured,
  type Measuring,
  type ToolFigure,
} from './desk/measure.js';
export type { CellOfTable } from './formats/csv.js';

// What stores keep and count, as far as results name it
export type {
  CountedColumns,
  FileRow,
  KeptFinding,
  KeptRow,
  KeptStatus,
  ReadyRow,
  ReturnedFile,
  RowAssessment,
  RowOutline,
  RowParts,
  Sender,
  StoredScores,
} from './desk/row.js';
export type { Carried } from './desk/history.js';
export type { Counted, ListedOrganization, SameGroups, TranslatedEdition, Translation } from './scoring/portfolio.js';
export type { Moves, PortfolioChange } from './scoring/portfolio-change.js';
export { Tally, type Distribution } from './scoring/tally.js';
export { inTime, reportFromStore, type Candidate, type StoredReport } from './desk/reporting.js';

// Reports and documents
export { readPeers } from './report/benchmark.js';
export type { Coverage, CoveredControl } from './report/coverage.js';
export {
  reportFacts,
  type Brings,
  type Earlier,
  type Holding,
  type NextThing,
  type ObjectiveFacts,
  type PeerFigures,
  type Plan,
  type PlanRow,
  type Quartiles,
  type ReportFacts,
  type Reported,
  type ShoreUp,
} from './report/facts.js';
export { makeReport, REPORT_FORMATS, type ReportFormat, type ReportSource } from './report/make.js';
export { renderPortfolioHtml, type PortfolioPage } from './report/portfolio.js';
export { planPortfolio, writePortfolio, type PortfolioBook } from './workbook/portfolio.js';
export { builtInTemplate } from './host/templates.js';
export type { ReadTemplate } from './document/render.js';
export { renderCompanion } from './document/companion.js';
export { renderModelDiff } from './document/model-diff.js';
export { renderComparison } from './document/comparison.js';
export { renderMigration, type ToldMigration } from './document/migration.js';
export { renderScorecard, type ShownScore } from './document/scorecard.js';
export { renderScores, type ListedScore } from './document/scores.js';
export { renderStatus, type ToldRow, type ToldStatus } from './document/status.js';
export { renderStatusHtml } from './report/status.js';
export { renderWhy } from './document/why.js';
export { portfolioNotes, renderPortfolio } from './document/portfolio.js';
export { consoleWords, type ConsoleWords } from './locale/en/console.js';
export { EXPLANATIONS } from './locale/en/explanations.js';
export { makePage, PAGE_DOWNLOADS, type Embedded, type PageDownload, type PageParts } from './host/page.js';

// Tables and other formats
export { toSarif, type Tool } from './formats/sarif.js';
export { portfolioCsv } from './formats/portfolio-csv.js';
export { statusCsv } from './formats/status-csv.js';
export { FEEDBACK_FORMATS, feedbackText, type FeedbackFormat, type Remark } from './formats/feedback.js';
export { pseudonymsBy } from './host/pseudonyms.js';
export { withoutNames, type Pseudonym, type PseudonymFor } from './formats/pseudonyms.js';
export { FORMATS, type Format, type FormatEntry, type FormatInput } from './formats/formats.js';
export { jsonSchema, SCHEMA_NAMES, type SchemaName } from './formats/schemas.js';
