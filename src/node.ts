/** What the command line uses: all that the package exports on Node (`library.ts`), and what only this program and its tools need. */
export * from './library.js';

// Models: compiled, and on this machine
export { compileModel, readCompiledModel, remembering, type Digest } from './model/compiled.js';
export { isOtherEdition } from './model/named.js';
export { compiledName, editionsIn, readyModel, readyModels } from './host/compiled.js';
export { diskFiles, type DiskFiles } from './host/disk.js';
export { loadWhich } from './host/models.js';

// Files and standard streams
export { readNamed } from './host/files.js';
export { expectWritable, openOutput, writeWhole, type OpenOutput, type OutputOptions } from './host/output.js';
export { expectNoFolder, writeFolder } from './host/write-folder.js';
export { alone, lockOf } from './host/folder-lock.js';
export { openSpool, type Spool } from './host/spool.js';
export { STANDARD_STREAM } from './host/standard-stream.js';
export { removeBegun } from './host/unfinished.js';
export { ItemReader } from './intake/read-item.js';

// The machine
export { letGo, lettingGoEvery } from './host/let-go.js';
export { reasonOf } from './host/system.js';
export { localDay, today } from './host/today.js';

// Findings and answers
export { append } from './diagnostic/append.js';
export { jsonText } from './diagnostic/json-text.js';
export { isDay } from './assessment/dates.js';
export { BROKEN_WAYS, type BrokenWay, type Way } from './workbook/broken.js';

// Queues, and who works on them
export {
  enqueue,
  TRIES,
  type Ending,
  type FailedFile,
  type Queue,
  type QueuedFile,
  type QueueProgress,
  type TakenFile,
  type TurnEnd,
} from './desk/queue.js';
export { Unfinished, workOn, workThrough, type WorkingOn, type WorkingThrough } from './desk/work.js';
export { Objects } from './intake/bucket.js';
export { isInBucket } from './intake/bucket-address.js';
export { queuedIn, TurnReader } from './intake/queued.js';
export { addAccount, emptyAccount, isAnyFound, isAnyRejected } from './desk/take-in.js';
export { queueStatus, type QueueStatus } from './formats/queue-status.js';
export { openQueue } from './store/open.js';

// Rows of stores, and figures over many
export { recordOf, type RecordContext } from './desk/record.js';
export { assessmentIn, newestIn, organizationKey, plainName, readOutline } from './desk/row.js';
export { organizationsIn } from './desk/reporting.js';
export { disclosed } from './desk/disclosure.js';
export { Counting, isComplete } from './scoring/portfolio.js';

// Lists of organizations, and tokens
export { CAMPAIGN_COLUMNS, type CampaignColumn, type WorkbookColumn } from './desk/campaign-columns.js';
export { matchInWords } from './document/status.js';
export { listTemplateRows } from './desk/campaign-list.js';
export { idIn, isSigned, tokenFor } from './desk/tokens.js';

// Questionnaires
export { aicmEditions } from './desk/questionnaire.js';

// Documents, tables and words
export { answeredIn, renderMerge, renderSplit, type ToldMerge, type ToldPart } from './document/parts.js';
export { changeRows, type ChangeRow } from './document/model-diff.js';
export { movesInWords, type MoveRow } from './document/comparison.js';
export { renderDiagnostics } from './document/diagnostics.js';
export { sampleTable } from './document/sample.js';
export { decimal as shownDecimal, percent as shownPercent } from './document/shown.js';
export { CSV_BEGIN, csvFile, csvLine } from './formats/csv.js';
export { LEFT_OUT } from './formats/pseudonyms.js';
export { questionnaireWords, type QuestionnaireWords } from './locale/en/questionnaire.js';
