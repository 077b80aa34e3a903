/** All laws of a written package: what programs ask for, and what people need. */
import { ACCESSIBILITY_LAWS } from './accessibility.js';
import { BESIDE_LAWS } from './beside.js';
import { CELL_LAWS } from './cells.js';
import { GUARD_LAWS } from './guards.js';
import type { PackageLaw } from './law.js';
import { NAME_LAWS } from './names.js';
import { PART_LAWS } from './parts.js';
import { SHEET_LAWS } from './sheets.js';
import { STYLE_LAWS } from './styles.js';
import { WORKBOOK_LAWS } from './workbook.js';

export const LAWS: readonly PackageLaw[] = [
  ...PART_LAWS,
  ...WORKBOOK_LAWS,
  ...NAME_LAWS,
  ...SHEET_LAWS,
  ...CELL_LAWS,
  ...STYLE_LAWS,
  ...GUARD_LAWS,
  ...BESIDE_LAWS,
  ...ACCESSIBILITY_LAWS,
];
