/** The public face on Node: files, stores, threads, and everything that writes. */
export * from './index.js';

// The same as in every host, by Node's own packing and digests: what is named here goes before what comes with `*`
export { auditWorkbook, makeFiller, readWorkbook } from './host/bound.js';
export { sha256 } from './host/digest.js';

// What comes with the package
export { openModels } from './host/models.js';
export { builtInTemplate } from './host/templates.js';

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
export { lintModel } from './model/lint.js';
export type { Sourced } from './model/yaml.js';

// Answers files
export { parseAnswers } from './assessment/answers-file.js';

// Workbooks: out, checked, given back
export { planWorkbook, writeWorkbook, type Filling, type WriteOptions } from './workbook/write.js';
export type { Filler, FillerOptions } from './workbook/fill-many.js';
export { BROKEN_WAYS, type BrokenWay, type Way } from './workbook/broken.js';
export { annotateWorkbook } from './workbook/annotate.js';

// Many workbooks: heavy packages are loaded when they are asked for
/**
 * Everything for many workbooks: finding, reading, storing, counting, tables.
 * @internal The page of the API can not show a class inside of what a function gives.
 */
export const ingestion = () =>
  Promise.all([
    import('./intake/discover.js'),
    import('./intake/ingest.js'),
    import('./store/sqlite/store.js'),
    import('./formats/tables.js'),
    import('./intake/read-item.js'),
    import('./desk/record.js'),
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
export type { Discovered, Item } from './intake/discover.js';
export type { ReadItem } from './intake/read-item.js';
export type { IngestOptions, Outcome } from './intake/ingest.js';
export type { CellOfTable, Row, TableName, TableSource } from './formats/tables.js';
export type { Distribution } from './scoring/tally.js';
export type { IngestRecord, RecordContext, RecordKind, Status } from './desk/record.js';
export type { FileRow, RowOutline, StoredScores } from './desk/row.js';
export {
  keptInWords,
  type Entry,
  type KeptFinding,
  type NamedOrganization,
  type Newest,
  type Results,
  type StoredAssessment,
} from './desk/results.js';
export { organizationKey, plainName } from './desk/row.js';

// Documents
export type { ReadTemplate } from './document/render.js';
export { renderCompanion } from './document/companion.js';
export { renderDiagnostics } from './document/diagnostics.js';
export { renderScorecard, type ShownScore } from './document/scorecard.js';
export { renderWhy } from './document/why.js';
export { renderPortfolio } from './document/portfolio.js';
export { FORMATS, type Format, type FormatEntry, type FormatInput } from './formats/formats.js';
export { toSarif, type Tool } from './formats/sarif.js';

// Shapes of our JSON
export { jsonSchema, SCHEMA_NAMES, type SchemaName } from './formats/schemas.js';

// What is on this machine
export { compiledName, digest, editionsIn, INSTALLED, USUAL_EDITION, type Installed } from './host/editions.js';
export { diskFiles, type DiskFiles } from './host/files.js';

export { reasonOf } from './host/system.js';
