/** The public face on Node: files, stores, threads, and everything that writes. */
export * from './index.js';

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
export { auditWorkbook, checkWorkbook, giveBack, makeFiller, readWorkbook } from './host/bound.js';
export { sha256 } from './host/digest.js';

// What comes with the package, and what is on this machine
export { compiledName, editionsIn, INSTALLED, USUAL_EDITION, type Installed } from './host/editions.js';
export { diskFiles, type DiskFiles } from './host/disk.js';
export { loadWhich, openModels } from './host/models.js';
export { builtInTemplate } from './host/templates.js';
export { readNamed } from './host/files.js';
export { expectWritable, openOutput, writeWhole, type OpenOutput, type OutputOptions } from './host/output.js';
export { reasonOf } from './host/system.js';

// Answers files
export { parseAnswers } from './assessment/answers-file.js';

// Workbooks: out, checked, given back
export { writeWorkbook, type WriteOptions } from './workbook/write.js';
export type { Filler, FillerOptions } from './workbook/fill-many.js';
export { BROKEN_WAYS, type BrokenWay, type Way } from './workbook/broken.js';
export { annotateWorkbook } from './workbook/annotate.js';

// Many workbooks
export { discover, type Discovered, type Item } from './intake/discover.js';
export { ingest, type IngestOptions } from './intake/ingest.js';
export { mostJobs, usualJobs } from './intake/jobs.js';
export { ItemReader, sourceOf } from './intake/read-item.js';
export { openResults } from './store/open.js';

// Documents
export type { ReadTemplate } from './document/render.js';
export { renderCompanion } from './document/companion.js';
export { renderDiagnostics } from './document/diagnostics.js';
export { renderScorecard, type ShownScore } from './document/scorecard.js';
export { renderWhy } from './document/why.js';
export { portfolioNote, renderPortfolio } from './document/portfolio.js';
export { FORMATS, type Format, type FormatEntry, type FormatInput } from './formats/formats.js';

// Shapes of our JSON
export { jsonSchema, SCHEMA_NAMES, type SchemaName } from './formats/schemas.js';
