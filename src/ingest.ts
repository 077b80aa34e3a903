/** The public face for many workbooks on Node: finding and reading them in threads, stores, portfolios, histories. `./node` has the same. */

// Finding and reading workbooks
export { discover, type DiscoverOptions } from './intake/discover.js';
export { watch, type SeenState, type WatchOptions } from './intake/watch.js';
export { ingest, Workers, type IngestOptions } from './intake/ingest.js';
export { mostJobs, usualJobs } from './intake/jobs.js';
export { keepStandardInput, type KeptInput } from './intake/standard-input.js';
export type { Item, Sent } from './desk/source.js';
export type { Clock } from './desk/clock.js';

// What is found out about each
export {
  lineOf,
  type IngestRecord,
  type Outcome,
  type RecordKind,
  type SeenAgain,
  type Status,
  type Unread,
} from './desk/record.js';
export {
  takeIn,
  type Account,
  type IsKnown,
  type NotTaken,
  type NotTakenCounts,
  type TakingIn,
} from './desk/take-in.js';
export { rejectsFormat, type RejectedFor, type RejectsList } from './formats/rejects.js';

// Stores
export { isDatabase, openRemembered, openResults } from './store/open.js';
export type { OpenStore } from './store/opening.js';
export {
  keptInWords,
  type Entry,
  type KeptOrganization,
  type KnownStatus,
  type NamedOrganization,
  type Newest,
  type Results,
  type StoredAssessment,
} from './desk/results.js';
export { forgetOrganization, type AskedToForget, type Forgotten } from './desk/forget.js';
export { findOrganization, type Asked } from './desk/find-organization.js';

// Histories, remarks and portfolios
export { historyOf, type History, type Step } from './desk/history.js';
export { peersOf, type Peers } from './desk/peers.js';
export { remarksIn, type FindEdition } from './desk/feedback.js';
export { countPortfolio, portfolioOf, type CountedPortfolio, type PortfolioAsked } from './desk/portfolio.js';
export {
  editionName,
  GROUPINGS,
  LEAST_COMPLETE,
  LEAST_SHOWN,
  type CountingOptions,
  type EditionCount,
  type Figure,
  type Grouping,
  type LevelDistribution,
  type Portfolio,
  type PortfolioFigures,
} from './scoring/portfolio.js';

// Tables
export {
  rowsOf,
  TABLE_FORMATS,
  TABLE_NAMES,
  TABLES,
  tableText,
  type Row,
  type TableFormat,
  type TableName,
  type TableOptions,
  type TableSource,
  type TableText,
  type TextFormat,
} from './formats/tables.js';
export { dimensionRows, DIMENSION_NAMES, ParquetTable, withKey, type DimensionName } from './formats/parquet.js';
