/** The look of every sheet: one quiet palette, a few kinds of text. Contrast of each pair is at least 4.5. */
import type { Style } from '../xlsx/plan.js';

export const FONT = 'Arial';

export const PALETTE = {
  ink: '1F2933',
  muted: '52606D',
  white: 'FFFFFF',
  navy: '1B3A57',
  band: 'E9EEF3',
  line: 'C5CED8',
  input: 'FFF8E1',
  inputLine: '98802F',
  link: '1A5FA8',
  alarm: 'B42318',
  alarmFill: 'FDE7E4',
  done: '1E6B45',
  doneFill: 'E2F1E8',
  half: '7A4B00',
  halfFill: 'FCEBCB',
} as const;

/** Levels 1 to 5 from light to dark: one hue, so that it reads without telling colors apart. */
export const LEVEL_FILLS = ['F3F6F9', 'DCE8F3', 'B5D0E8', '7FADD6', '2B6199'] as const;
export const LEVEL_INKS = [PALETTE.ink, PALETTE.ink, PALETTE.ink, PALETTE.ink, PALETTE.white] as const;

/** Colors of the tabs, by what a sheet is for. */
export const TABS = { read: '52606D', fill: 'D9A400', result: '1B3A57' } as const;

const grid = { color: PALETTE.line, sides: ['top', 'bottom', 'left', 'right'] } as const;
const inputGrid = { color: PALETTE.inputLine, sides: ['top', 'bottom', 'left', 'right'] } as const;

export const LOOK = {
  title: { size: 18, bold: true, color: PALETTE.navy, valign: 'middle' },
  subtitle: { size: 10, color: PALETTE.muted, valign: 'middle' },
  heading: { size: 13, bold: true, color: PALETTE.navy, valign: 'bottom' },
  paragraph: { wrap: true },
  strong: { bold: true, wrap: true },
  muted: { color: PALETTE.muted, wrap: true },
  mutedLine: { color: PALETTE.muted },
  stamp: { size: 7, color: PALETTE.muted, valign: 'middle' },
  key: { size: 8, color: PALETTE.muted },
  link: { color: PALETTE.link, underline: true, wrap: true },
  linkLine: { color: PALETTE.link, underline: true },
  group: { bold: true, size: 9, color: PALETTE.navy, fill: PALETTE.band, valign: 'middle' },
  header: { bold: true, color: PALETTE.white, fill: PALETTE.navy, wrap: true, valign: 'middle', border: grid },
  headerCenter: {
    bold: true,
    color: PALETTE.white,
    fill: PALETTE.navy,
    wrap: true,
    valign: 'middle',
    align: 'center',
    border: grid,
  },
  cell: { wrap: true, border: grid },
  cellCenter: { wrap: true, border: grid, align: 'center' },
  cellStrong: { wrap: true, border: grid, bold: true },
  cellMuted: { wrap: true, border: grid, color: PALETTE.muted, size: 9 },
  cellLink: { wrap: true, border: grid, color: PALETTE.link, underline: true, bold: true },
  number: { border: grid, align: 'center', format: '0' },
  decimal: { border: grid, align: 'center', format: '0.00' },
  percent: { border: grid, align: 'center', format: '0%' },
  date: { border: grid, align: 'center', format: 'yyyy-mm-dd' },
  big: { size: 16, bold: true, color: PALETTE.navy, border: grid, align: 'center', valign: 'middle', format: '0.00' },
  bigPercent: {
    size: 16,
    bold: true,
    color: PALETTE.navy,
    border: grid,
    align: 'center',
    valign: 'middle',
    format: '0%',
  },
  bigWhole: { size: 16, bold: true, color: PALETTE.navy, border: grid, align: 'center', valign: 'middle', format: '0' },
  tile: {
    size: 9,
    color: PALETTE.muted,
    fill: PALETTE.band,
    wrap: true,
    align: 'center',
    valign: 'middle',
    border: grid,
  },
  input: { wrap: true, fill: PALETTE.input, border: inputGrid, unlocked: true },
  inputLink: {
    wrap: true,
    fill: PALETTE.input,
    border: inputGrid,
    unlocked: true,
    color: PALETTE.link,
    underline: true,
  },
  inputCenter: { wrap: true, fill: PALETTE.input, border: inputGrid, unlocked: true, align: 'center' },
  /** Programs give it a format by what is typed: 97% gets its sign, and no number ends with a bare point. */
  inputNumber: { fill: PALETTE.input, border: inputGrid, unlocked: true, align: 'center' },
  inputShare: { fill: PALETTE.input, border: inputGrid, unlocked: true, align: 'center', format: '0.0#######%' },
  inputDate: { fill: PALETTE.input, border: inputGrid, unlocked: true, align: 'center', format: 'yyyy-mm-dd' },
  hidden: { size: 9 },
} as const satisfies Record<string, Style>;

export type LookName = keyof typeof LOOK;
