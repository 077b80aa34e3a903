/** The profile: levels by category, as the report draws them, from the same places of the same marks. */
import { whole } from '../document/shown.js';
import { pageWords as w } from '../locale/en/page.js';
import { across, profileRow, ROW } from '../report/marks.js';
import { drawing, h, svg } from './elements.js';
import type { CategoryRow, Result } from './telling.js';

const MIDDLE = ROW.height / 2;

function row(category: CategoryRow, top: number): SVGElement {
  const { grid, leader, range, possible, target, claimed, evidenced } = profileRow(category, top);
  return drawing(
    ROW.width,
    ROW.height,
    ...grid.map((x) => svg('path', { class: 'grid', d: `M${x} -2V${ROW.height + 2}` })),
    leader && svg('path', { class: 'leader', d: `M${leader.from} ${MIDDLE}H${leader.to}` }),
    range && svg('rect', { class: 'range', x: range.x, y: 6, width: range.width, height: 8 }),
    possible !== null &&
      svg('path', { class: 'possible', d: `M${possible} 4.5l9 5.5l-9 5.5z`, transform: 'translate(-5)' }),
    target !== null && svg('rect', { class: 'bar', x: target - 2, y: 2.5, width: 4, height: 15 }),
    claimed !== null && svg('circle', { class: 'ring', cx: claimed, cy: MIDDLE, r: 6.5 }),
    evidenced !== null && svg('circle', { class: 'dot', cx: evidenced, cy: MIDDLE, r: 3.6 }),
  );
}

function scale(top: number): SVGElement {
  const digits = Array.from({ length: top }, (_, index) =>
    svg('text', { x: across(index + 1, top), y: 11, 'text-anchor': 'middle' }, String(index + 1)),
  );
  return drawing(ROW.width, 14, ...digits);
}

/** The table is the chart: every mark is a figure in a cell as well. */
export function profile({ categories, top }: Result): HTMLElement {
  const { columnsOfLevels: columns } = w.one;
  const figures = ({ evidencedLevel, level, potential, target }: CategoryRow): HTMLElement[] =>
    (
      [
        [columns.evidenced, whole(evidencedLevel, '–')],
        [columns.claimed, whole(level, '–')],
        [columns.possible, potential !== null && level !== null && potential > level ? whole(potential) : '–'],
        [columns.target, whole(target, '–')],
      ] as const
    ).map(([name, figure]) => h('td', { class: 'n', 'data-label': name }, figure));
  return h(
    'table',
    { class: 'profile' },
    h('caption', {}, w.one.caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, columns.category),
        h('td', { class: 'plot' }, scale(top)),
        ...[columns.evidenced, columns.claimed, columns.possible, columns.target].map((name) =>
          h('th', { scope: 'col', class: 'n' }, name),
        ),
      ),
    ),
    h(
      'tbody',
      {},
      ...categories.map((each) =>
        h(
          'tr',
          { class: each.isFirst ? 'first' : undefined },
          h('th', { scope: 'row' }, each.name),
          h('td', { class: 'plot' }, row(each, top)),
          ...(each.level === null ? [h('td', { class: 'n', colspan: 4 }, w.one.notApplicable)] : figures(each)),
        ),
      ),
    ),
  );
}

/** What the marks mean. */
export function legend(): HTMLElement {
  const { legend: l } = w.one;
  const entry = (text: string, ...marks: SVGElement[]): HTMLElement => h('li', {}, drawing(16, 16, ...marks), text);
  return h(
    'ul',
    { class: 'legend' },
    entry(l.evidenced, svg('circle', { class: 'dot', cx: 8, cy: 8, r: 3.6 })),
    entry(l.claimed, svg('circle', { class: 'ring', cx: 8, cy: 8, r: 6.5 })),
    entry(l.possible, svg('path', { class: 'possible', d: 'M4 2.5l9 5.5l-9 5.5z' })),
    entry(l.target, svg('rect', { class: 'bar', x: 6, y: 0.5, width: 4, height: 15 })),
  );
}
