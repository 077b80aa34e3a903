/** How a file can be damaged or hostile: the closed list of reasons. Each language has the words. */

/** One of the reasons. */
export type Fault =
  // Damaged: the parts no longer fit together.
  | 'contents-cut'
  | 'end-altered'
  | 'end-missing'
  | 'name-not-utf8'
  | 'main-part-missing'
  | 'sheet-part-missing'
  | 'part-elsewhere'
  | 'part-cut'
  | 'part-length'
  | 'part-checksum'
  | 'part-packing'
  | 'part-not-unpacked'
  | 'part-encoding'
  | 'part-not-utf8'
  | 'part-no-xml'
  | 'part-other'
  | 'part-ends'
  | 'part-broken-tag'
  | 'part-closes'
  | 'part-entity'
  | 'part-row'
  | 'part-cell'
  | 'part-column'
  | 'cell-twice'
  // Hostile: beyond a limit, or what only attacks use.
  | 'file-size'
  | 'too-many-attachments'
  | 'too-many-parts'
  | 'headers-size'
  | 'part-twice'
  | 'part-encrypted'
  | 'part-name'
  | 'part-size'
  | 'part-ratio'
  | 'part-lies'
  | 'total-size'
  | 'total-beyond'
  | 'same-sheet-part'
  | 'part-doctype'
  | 'part-depth'
  | 'part-attributes'
  | 'part-declarations'
  | 'too-many-texts'
  | 'texts-size'
  | 'too-many-cells'
  | 'too-many-merges'
  | 'too-many-links'
  | 'too-many-comments'
  | 'too-many-relations'
  | 'too-many-styles'
  | 'too-many-sheets'
  | 'sheet-name'
  | 'answers-size'
  | 'too-many-values'
  | 'too-many-levels'
  | 'too-many-records'
  | 'too-many-key-rows'
  | 'formulas-unfold';

/** A reason with its figures; which of them it has depends on the reason. */
export interface FaultFacts {
  readonly fault: Fault;
  /** Name of the part of the package, or of the sheet. */
  readonly part?: string;
  /** A piece of what was found there. */
  readonly piece?: string;
  /** How many, or how many bytes, were found. */
  readonly count?: number;
  /** How many, or how many bytes, are allowed. */
  readonly most?: number;
}
