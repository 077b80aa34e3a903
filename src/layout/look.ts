/** The look of every sheet: one quiet palette, a few kinds of text. Contrast of each pair is at least 7. */
import type { Style } from '../xlsx/plan.js';

export const FONT = 'Arial';

export const PALETTE = {
  ink: '1F2933',
  muted: '4A5560',
  white: 'FFFFFF',
  /** Headings of what is read. */
  navy: '1F3A5F',
  /** Headings of what is filled in. */
  brown: '7A4B00',
  band: 'E9EEF3',
  line: 'C9D0D6',
  input: 'FFF9DB',
  inputLine: '7F7F7F',
  link: '0B5394',
  alarm: '7A1710',
  alarmFill: 'FBE0DD',
  done: '14532D',
  doneFill: 'DDF0E0',
  half: '5F4100',
  halfFill: 'FFF0C9',
  open: '3C4650',
  openFill: 'EEF1F4',
  expired: '4B2E83',
  expiredFill: 'EEE6F7',
} as const;

/** Levels 1 to 5 from light to dark: one hue, so that it reads without telling colors apart. */
export const LEVEL_FILLS = ['F3F6F9', 'DCE8F3', 'B5D0E8', '7FADD6', '2B6199'] as const;
export const LEVEL_INKS = [PALETTE.ink, PALETTE.ink, PALETTE.ink, PALETTE.ink, PALETTE.white] as const;

/** Colors of the tabs, by what a sheet is for. */
export const TABS = { read: PALETTE.muted, fill: 'D9A400', result: PALETTE.navy } as const;

/** Shown and printed as nothing, and still there for programs. */
const UNSEEN = ';;;';

/** Text of tables. */
const SMALL = 9;

/** Decoration only: what has to be told apart is told by more than this line. */
const rule = { color: PALETTE.line, sides: ['bottom'] } as const;
/** The same with a line at the left: texts of neighboring columns do not run into each other. */
const ruleBeside = { color: PALETTE.line, sides: ['bottom', 'left'] } as const;
const box = { color: PALETTE.inputLine, sides: ['top', 'bottom', 'left', 'right'] } as const;

const heading = { bold: true, size: SMALL, color: PALETTE.white, fill: PALETTE.navy, wrap: true } as const;
/** The file format has no padding: a line in the color of the paper keeps the first row away from the headings. */
const below = { color: PALETTE.white, sides: ['bottom'], weight: 'thick' } as const;
const header = { ...heading, border: below } as const;
const input = { size: SMALL, wrap: true, fill: PALETTE.input, border: box, unlocked: true } as const;
const beside = { size: SMALL, wrap: true, align: 'left', indent: 1 } as const;
const big = { size: 16, bold: true, color: PALETTE.navy, border: rule, align: 'center', valign: 'middle' } as const;

export const LOOK = {
  title: { size: 12, bold: true, color: PALETTE.navy, valign: 'middle' },
  /** The title of the workbook. */
  cover: { size: 15, bold: true, color: PALETTE.navy, valign: 'middle' },
  subtitle: { size: 10, color: PALETTE.muted, valign: 'middle' },
  heading: { size: 12, bold: true, color: PALETTE.navy, valign: 'bottom' },
  /** A band across a sheet under which lines of the same kind stand. */
  band: { size: 10, bold: true, color: PALETTE.white, fill: PALETTE.navy, valign: 'middle' },
  paragraph: { wrap: true },
  strong: { bold: true, wrap: true },
  muted: { color: PALETTE.muted, wrap: true },
  mutedLine: { color: PALETTE.muted },
  mutedSmall: { size: SMALL, color: PALETTE.muted, wrap: true },
  mutedSmallLine: { size: SMALL, color: PALETTE.muted, valign: 'middle' },
  stamp: { size: SMALL, color: PALETTE.muted, valign: 'middle', format: UNSEEN },
  key: { size: SMALL, color: PALETTE.muted, format: UNSEEN },
  link: { color: PALETTE.link, underline: true, wrap: true },
  linkLine: { color: PALETTE.link, underline: true },
  group: { bold: true, size: SMALL, color: PALETTE.navy, fill: PALETTE.band, valign: 'middle' },
  header,
  headerCenter: { ...header, align: 'center' },
  /** Above what is filled in. Without the line below: it would replace the upper edge of the first cell to fill in. */
  headerInput: { ...heading, fill: PALETTE.brown },
  cell: { size: SMALL, wrap: true, border: rule },
  cellCenter: { size: SMALL, wrap: true, border: rule, align: 'center' },
  cellStrong: { size: SMALL, wrap: true, border: rule, bold: true },
  /** A long text beside another one, a little apart from the line between them. */
  cellBeside: { ...beside, border: ruleBeside },
  cellMutedBeside: { ...beside, border: ruleBeside, color: PALETTE.muted },
  /** The id of a row. */
  cellId: { size: SMALL, border: rule, bold: true, color: PALETTE.navy },
  cellMuted: { size: SMALL, wrap: true, border: rule, color: PALETTE.muted },
  cellLink: { size: SMALL, wrap: true, border: rule, color: PALETTE.link, underline: true, bold: true },
  /** How an answer counts, where no rule of formatting says more. */
  state: { size: SMALL, wrap: true, border: rule, color: PALETTE.open, fill: PALETTE.openFill },
  number: { size: SMALL, border: rule, align: 'center', format: '0' },
  decimal: { size: SMALL, border: rule, align: 'center', format: '0.00' },
  percent: { size: SMALL, border: rule, align: 'center', format: '0%' },
  date: { size: SMALL, border: rule, align: 'left', format: 'yyyy-mm-dd' },
  big: { ...big, format: '0.00' },
  bigPercent: { ...big, format: '0%' },
  bigWhole: { ...big, format: '0' },
  tile: {
    size: SMALL,
    color: PALETTE.muted,
    fill: PALETTE.band,
    wrap: true,
    align: 'center',
    valign: 'middle',
    border: rule,
  },
  input,
  inputLink: { ...input, color: PALETTE.link, underline: true },
  /** Programs give it a format by what is typed: 97% gets its sign, and no number ends with a bare point. */
  inputNumber: { ...input, align: 'left' },
  inputShare: { ...input, align: 'left', format: '0.0#######%' },
  inputDate: { ...input, align: 'left', format: 'yyyy-mm-dd' },
  hidden: { size: SMALL },
} as const satisfies Record<string, Style>;

export type LookName = keyof typeof LOOK;
