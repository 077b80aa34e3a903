/**
 * How much one file may hold, and how much it may cost: every limit of reading, in one place. Each is far above what people
 * make, and low enough that whoever reads files of strangers loses seconds at most. Reading costs no more than in proportion
 * to what is counted here.
 */

const MIB = 1024 * 1024;

export const LIMITS = {
  /** Bytes of a file that is loaded at all. */
  file: 256 * MIB,
  /** Bytes of a saved message with what is attached to it, and attachments of one; mail servers take fewer. */
  mail: 64 * MIB,
  attachments: 1_000,
  /** Lines of a message that may begin a part, and bytes of all headers. A thousand attachments with long names have half of these. */
  mailParts: 20_000,
  mailHeaders: MIB,
  /** Parts of a package: a workbook of ours has about 50; large foreign ones a few hundred. */
  parts: 2_000,
  /** Bytes that one part may unpack to. */
  part: 64 * MIB,
  /** Bytes that all parts together may unpack to. */
  unpacked: 128 * MIB,
  /** XML packs well, but not to less than one part in so many; parts below `ratioFrom` bytes may. */
  ratio: 250,
  ratioFrom: MIB,
  /** Relationships of one part. */
  relations: 10_000,
  /** Sheets of a workbook, and characters of a sheet's name; spreadsheet programs take 31. */
  sheets: 1_000,
  sheetName: 255,
  /** Defined names that are looked at; a workbook of ours has about 200. And characters of one. */
  names: 50_000,
  name: 255,
  /** How deep elements may nest, or parts of a message; and attributes of an element. */
  depth: 64,
  attributes: 256,
  /** Declarations of namespaces in one part, without those in elements that are passed over; most parts have a few. */
  declarations: 500_000,
  /** Texts in the table of shared ones. */
  texts: 2_000_000,
  /** Characters of a text that a cell takes. What is longer is read up to here and one more, and said to be too long. */
  text: 32_767,
  /** Characters of all texts and formulas that are decoded; a full AISMM workbook has about a tenth of this. */
  decoded: 24_000_000,
  /** Characters of a formula that a cell takes. What is longer is read up to here and one more: it is none of ours. */
  formula: 8_192,
  /** Characters that the members of shared formulas of one file may unfold to. */
  unfolded: 16_000_000,
  /** Filled cells of all sheets together; a full workbook of ours has fewer than 25,000, so that six times as much is read. */
  cells: 150_000,
  /** Merged ranges of all sheets together. */
  merges: 50_000,
  /** Cells that lead somewhere, of all sheets together; as many as a spreadsheet program takes on one. */
  links: 65_530,
  /** Cells of one linked range that are given its address each; people link single cells. */
  linkedRange: 1_000,
  /** Cells with comments, of all sheets together, and characters of one comment. */
  comments: 65_530,
  /** Characters of the name of a person who takes part in a conversation. */
  person: 255,
  /** Cell styles, and fonts, fills and number formats; spreadsheet programs take fewer. */
  styles: 65_536,
  /** Characters of a number format that programs take. */
  format: 255,
  /** Filled cells whose fill is looked at. */
  fills: 100_000,
  /** Key rows of tables: a workbook of ours has about 20, with every sheet copied a few times still fewer than these. */
  keyRows: 200,
  /** Steps of comparing texts letter by letter, to find what was retyped; a whole table of retyped rows takes fewer. */
  comparing: 20_000_000,
  /** Characters of all texts and comments that are kept of the answers: each answer of ours may have three thousand. */
  answers: 2_000_000,
  /** Values of an answers file without its conflicts, and values in its conflicts: a full answers file has about 2,000, and no conflicts. */
  values: 50_000,
  valuesInConflicts: 500_000,
  /**
   * Records of conflicts, and characters of all of them. Each has a row of a dozen cells on a sheet, and a copy of a workbook
   * with so many takes twice the memory of an ordinary one.
   */
  records: 5_000,
  recordText: 8_000_000,
  /** Findings of one kind that are listed, and bytes of all that are. */
  findingsOfAKind: 1_000,
  findings: 256 * 1024,
  /** Characters of one text in a finding. */
  found: 2_000,
} as const;
