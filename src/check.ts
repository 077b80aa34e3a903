/** The entry point `./check`, for every host: a workbook compared with the one that was issued, and given back with marks. */
export { auditWorkbook } from './workbook/audit.js';
export { checkWorkbook, markedCopy, type GivingBack } from './desk/give-back.js';
export { planWorkbook, type Filling } from './workbook/plan.js';
