/** What a law is: a fact about workbooks, where it comes from, and what breaks it. */
import type { Package } from '../open-package.js';

export interface PackageLaw {
  readonly id: string;
  /** One sentence that holds of every workbook that is written. */
  readonly says: string;
  /** A section of ECMA-376, a page of Microsoft, a public report, or a workbook that Excel has saved. */
  readonly source: string;
  /** What breaks it, each with its place; nothing for a sound package. */
  readonly breaches: (pkg: Package) => string[];
}
