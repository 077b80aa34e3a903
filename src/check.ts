/**
 * The entry point `./check`, for every host: workbooks compared with the issued one and given back with marks, and assessments
 * compared or merged.
 */
export { auditWorkbook } from './workbook/audit.js';
export { checkWorkbook, markedCopy, type GivingBack } from './desk/give-back.js';
export { planWorkbook, type Filling } from './workbook/plan.js';

// Of the model and of several assessments
export { describeModel, type ModelDescription } from './model/describe.js';
export {
  mergeAssessments,
  mergeSources,
  type Merged,
  type MergeOptions,
  type MergeSource,
  type Merging,
  type Prefer,
} from './assessment/merge.js';
export { changeBetween, type Change, type Compared } from './desk/compare.js';
export { REASONS as MOVE_REASONS, type Reason as MoveReason } from './scoring/comparison.js';
export { CopyNames } from './desk/copy-names.js';
