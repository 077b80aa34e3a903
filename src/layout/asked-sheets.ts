/** The sheets that are filled in, and how a sheet is made for a layout. A new one is one file, one tab and one line here. */
import type { Outline } from '../scoring/outline.js';
import type { LayoutContext } from './context.js';
import type { SheetDeclaration, Table } from './declare.js';
import { answersSheet } from './sheets/answers.js';
import { feedbackSheet } from './sheets/feedback.js';
import { firstAnswersSheet } from './sheets/first/answers.js';
import { firstProfileSheet } from './sheets/first/profile.js';
import { profileSheet } from './sheets/profile.js';
import type { TabId } from './tabs.js';

export type Make = (context: LayoutContext, outline: Outline) => SheetDeclaration;

/** How a tab's sheet is made; where that differs by layout, with the last layout of each but the newest, oldest first. */
export type Maker = Make | readonly { readonly until?: number; readonly make: Make }[];

/** In the order of their tabs. */
export const ASKED = {
  profile: [{ until: 1, make: firstProfileSheet }, { make: profileSheet }],
  answers: [{ until: 1, make: firstAnswersSheet }, { make: answersSheet }],
  feedback: feedbackSheet,
} satisfies Partial<Record<TabId, Maker>>;

/** The sheet as the edition's layout has it. */
export function makeSheet(maker: Maker, context: LayoutContext, outline: Outline): SheetDeclaration {
  const { layout } = context.edition;
  const make = typeof maker === 'function' ? maker : maker.find(({ until = layout }) => layout <= until)?.make;
  if (!make) throw new Error('broken promise: every layout that has a tab has a sheet for it');
  const sheet = make(context, outline);
  const blocks = sheet.blocks.map((block) => (block.is === 'table' ? tableAt(block, layout) : block));
  return { ...sheet, widths: widthsAt(sheet, layout), blocks };
}

/** The widths without those of columns that a layout lacks. Several tables share the columns of their sheet: then all of them stay. */
function widthsAt({ blocks, widths }: SheetDeclaration, layout: number): readonly number[] {
  const [table, another] = blocks.filter((block) => block.is === 'table');
  if (!table || another) return widths;
  return widths.filter((_, index) => (table.columns[index]?.since ?? 1) <= layout);
}

/** A table with the columns that a layout has. */
function tableAt(table: Table, layout: number): Table {
  const columns = table.columns.filter(({ since = 1 }) => since <= layout);
  return columns.length === table.columns.length ? table : { ...table, columns };
}
