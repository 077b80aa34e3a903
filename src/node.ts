/** What the command line uses: files, stores, threads, and everything that writes. `library.ts` is the part of it that the package exports. */
export * from './index.js';
export * from './check.js';
export * from './messages.js';
export * from './ingest.js';

// The model's files
export { compileModel, readCompiledModel, remembering, type Digest } from './model/compiled.js';
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

// The same as in every host, by Node's own packing and digests: what is named here goes before what comes with `*`
export { checkWorkbook, makeFiller, markedCopy, readClosely, readWorkbook } from './host/bound.js';
export { sha256 } from './host/digest.js';
export { letGo } from './host/let-go.js';

// What comes with the package, and what is on this machine
export { compiledName, editionsIn, INSTALLED, USUAL_EDITION, type Installed } from './host/compiled.js';
export { diskFiles, type DiskFiles } from './host/disk.js';
export { loadWhich, openModels } from './host/models.js';
export {
  createOwnModel,
  importOwnModel,
  type ImportedModel,
  type ImportedName,
  type NewModel,
} from './host/new-model.js';
export { builtInTemplate } from './host/templates.js';
export { makePage, PAGE_DOWNLOADS, type Embedded, type PageDownload, type PageParts } from './host/page.js';
export { readNamed } from './host/files.js';
export { openSpool, type Spool } from './host/spool.js';
export { STANDARD_STREAM } from './host/standard-stream.js';
export { pseudonymsBy } from './host/pseudonyms.js';
export { removeBegun } from './host/unfinished.js';
export { expectWritable, openOutput, writeWhole, type OpenOutput, type OutputOptions } from './host/output.js';
export { reasonOf } from './host/system.js';
export { localDay, today } from './host/today.js';

// Editions compared, and answers carried over from one to the next
export type { MeasuredUnit } from './diagnostic/catalogue.js';
export { append } from './diagnostic/append.js';
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
export { splitAssessment, type SplitPart, type Splitting } from './desk/split.js';
export { readPeople } from './desk/people-list.js';
export { mergeFiles, type MergedFile, type MergedWhole, type MergeFile } from './desk/merge.js';
export { answeredIn, renderMerge, renderSplit, type ToldMerge, type ToldPart } from './document/parts.js';
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
export { questionnaireWords, type QuestionnaireWords } from './locale/en/questionnaire.js';
export { drawSample, SAMPLE_REASONS, type Sample, type SampledObjective, type SampleReason } from './scoring/sample.js';
export { renderSample, sampleRows, sampleTable, type SampleRow } from './document/sample.js';
export type { AskedRow, OpenConflict } from './assessment/conflicts.js';
export type { Question } from './assessment/paths.js';
export { expectNoFolder, writeFolder } from './host/write-folder.js';
export { alone, lockOf } from './host/folder-lock.js';
export { forReview, type Reviewable } from './desk/review.js';
export { compareAssessments, type ComparedAssessment } from './desk/compare.js';
export type {
  Compared as ComparedSide,
  Comparison,
  EditionEffect,
  FigureMove,
  ObjectiveMove,
} from './scoring/comparison.js';

// Answers files
export { isDay } from './assessment/dates.js';
export { parseAnswers } from './assessment/answers-file.js';

// Workbooks: out, checked, given back
export { writeWorkbook, type WriteOptions } from './workbook/write.js';
export type { Filler, FillerOptions } from './workbook/fill-many.js';
export { BROKEN_WAYS, type BrokenWay, type Way } from './workbook/broken.js';
export { acceptSuggestions, type Accepted } from './workbook/accept.js';
export { annotateWorkbook } from './workbook/annotate.js';

// The desk for many assessments: over ports, so that it runs wherever results are kept
export { recordOf, type RecordContext } from './desk/record.js';
export {
  assessmentIn,
  newestIn,
  organizationKey,
  plainName,
  readOutline,
  type CountedColumns,
  type FileRow,
  type KeptFinding,
  type KeptStatus,
  type ReturnedFile,
  type RowAssessment,
  type RowOutline,
  type RowParts,
  type Sender,
  type StoredScores,
} from './desk/row.js';
// Workbooks for a list of organizations
export { CAMPAIGN_COLUMNS, type CampaignColumn, type WorkbookColumn } from './desk/campaign-columns.js';
export { listTemplateRows, readCampaignList, type CampaignRow } from './desk/campaign-list.js';
export { Issuing } from './host/issuing.js';
export { planIssue, withIssued, type Content, type IssuePlanning, type PlannedWorkbook } from './desk/issue-list.js';
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
export { renderStatus, type ToldRow, type ToldStatus } from './document/status.js';
export { statusCsv } from './formats/status-csv.js';
export { renderStatusHtml } from './report/status.js';
export {
  figuresInCsv,
  figuresInJson,
  figureTemplate,
  withFigures,
  type Measured,
  type Measuring,
  type ToolFigure,
} from './desk/measure.js';
export { newestByKey, prefilled, type Prefilled } from './desk/prefill.js';
export { idIn, isSigned, tokenFor, type Sign } from './desk/tokens.js';
export { manifestText, parseManifest, type IssuedWorkbook, type Manifest } from './formats/manifest.js';
export { newTokenId, openKey } from './host/campaign-key.js';
export type { Addressed } from './edition/meta.js';

export { type Carried } from './desk/history.js';
export { disclosed } from './desk/disclosure.js';

// Figures over many
export {
  Counting,
  isComplete,
  type Counted,
  type ListedOrganization,
  type SameGroups,
  type TranslatedEdition,
  type Translation,
} from './scoring/portfolio.js';
export type { Moves, PortfolioChange } from './scoring/portfolio-change.js';
export { Tally, type Distribution } from './scoring/tally.js';

// Reports on one organization
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
export { renderPortfolioHtml, type PortfolioPage } from './report/portfolio.js';
export { planPortfolio, writePortfolio, type PortfolioBook } from './workbook/portfolio.js';
export { makeReport, REPORT_FORMATS, type ReportFormat, type ReportSource } from './report/make.js';
export { inTime, organizationsIn, reportFromStore, type Candidate, type StoredReport } from './desk/reporting.js';

// What is made of them
export { toSarif, type Tool } from './formats/sarif.js';
export { consoleWords, type ConsoleWords } from './locale/en/console.js';
export { EXPLANATIONS } from './locale/en/explanations.js';
export { portfolioCsv } from './formats/portfolio-csv.js';
export { FEEDBACK_FORMATS, feedbackText, type FeedbackFormat, type Remark } from './formats/feedback.js';
export { CSV_BEGIN, csvFile, csvLine, type CellOfTable } from './formats/csv.js';

export { LEFT_OUT, withoutNames, type Pseudonym, type PseudonymFor } from './formats/pseudonyms.js';

// Fictional organizations
export { exampleAssessment, PROFILES, type ExampleTexts, type Profile } from './assessment/example.js';

// Many workbooks
export { ItemReader } from './intake/read-item.js';

// Documents
export type { ReadTemplate } from './document/render.js';
export { renderCompanion } from './document/companion.js';
export { changeRows, renderModelDiff, type ChangeRow } from './document/model-diff.js';
export { movesInWords, renderComparison, type MoveRow } from './document/comparison.js';
export { renderMigration, type ToldMigration } from './document/migration.js';
export { renderDiagnostics } from './document/diagnostics.js';
export { renderScorecard, type ShownScore } from './document/scorecard.js';
export { renderScores, type ListedScore } from './document/scores.js';
export { renderWhy } from './document/why.js';
export { decimal as shownDecimal, percent as shownPercent } from './document/shown.js';
export { portfolioNotes, renderPortfolio } from './document/portfolio.js';
export { FORMATS, type Format, type FormatEntry, type FormatInput } from './formats/formats.js';

// Shapes of our JSON
export { jsonSchema, SCHEMA_NAMES, type SchemaName } from './formats/schemas.js';
