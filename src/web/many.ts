/** Many workbooks: progress, a table with chips that are filters, and figures over all. */
import { decimal, percent, whole } from '../document/shown.js';
import { pageWords as w } from '../locale/en/page.js';
import { reportWords } from '../locale/en/report.js';
import { button, h, mark, save } from './elements.js';
import { countsOf, linesOf, type Filter, type SortBy, type Wanted } from './table.js';
import { ROW_STATES, type Answers, type Question, type RowState, type Summary, type TableRow } from './telling.js';

/** What the view shows; it changes while workbooks are read. */
export interface Progress {
  readonly rows: readonly TableRow[];
  readonly all: number;
  readonly current: string;
  /** Seconds that are left, as far as one can say. */
  readonly left: number | undefined;
  readonly isOver: boolean;
  readonly isStopped: boolean;
  readonly archives: number;
  readonly summary: Summary | undefined;
}

/** What people do with it. */
export interface ManyActions {
  readonly stop: () => void;
  readonly open: (path: string) => void;
  readonly exported: (what: (Question & { ask: 'export' })['what']) => Promise<Answers['export']>;
  readonly back: HTMLElement;
}

const MARKS: Readonly<Record<RowState, string>> = {
  ...{ unread: 'error', correct: 'error', blank: 'note', warnings: 'warning', clean: 'ok', twice: 'twice' },
};

/** Kinds of the files that are saved, by their endings. */
const TYPES: Readonly<Record<string, string>> = { json: 'application/json', html: 'text/html' };

/** The view: `update` shows how far it is. */
export function manyView(actions: ManyActions): {
  readonly element: HTMLElement;
  readonly update: (now: Progress) => void;
} {
  let wanted: Wanted = { filter: 'all', text: '', by: 'state', isDown: false, page: 0 };
  let last: Progress | undefined;
  const want = (change: Partial<Wanted>): void => {
    wanted = { ...wanted, page: 0, ...change };
    if (last) update(last);
  };
  const title = h('h1', { tabindex: -1 });
  const saving = (text: string, name: string, what: Parameters<ManyActions['exported']>[0], kind = ''): HTMLElement =>
    button(
      text,
      () => {
        const type = TYPES[name.split('.').at(-1) ?? ''] ?? 'text/csv';
        void actions.exported(what).then((content) => save(name, content, type));
      },
      kind,
    );
  const bar = h('progress', { max: 1, value: 0, 'aria-label': w.many.looking });
  const current = h('b');
  const left = h('span', { class: 'left' });
  const progress = h(
    'div',
    { class: 'progress' },
    h('div', {}, h('p', {}, current, left), bar),
    button(w.many.stop, actions.stop),
  );
  const chips = h('div', { class: 'chips', role: 'group', 'aria-label': w.many.filters });
  const chipOf = new Map<Filter, HTMLButtonElement>();
  for (const filter of ['all', ...ROW_STATES] as const) {
    const chip = button('', () => want({ filter }), 'chip');
    chipOf.set(filter, chip);
    chips.append(chip);
  }
  const sought = h('input', {
    type: 'search',
    'aria-label': w.many.find,
    placeholder: w.many.find,
    input: () => want({ text: sought.value }),
  });
  const heads = new Map<SortBy, HTMLElement>();
  const sortable = (by: SortBy, text: string, kind = ''): HTMLElement => {
    const sort = button(text, () => want({ by, isDown: wanted.by === by && !wanted.isDown }), 'sort');
    const head = h('th', { scope: 'col', class: kind || undefined }, sort);
    heads.set(by, head);
    return head;
  };
  const { columns } = w.many;
  const levelsHead = h('th', { scope: 'col' }, columns.levels);
  const body = h('tbody');
  const table = h(
    'table',
    { class: 'many' },
    h('caption', {}, w.many.caption),
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        sortable('state', columns.state),
        sortable('name', columns.name),
        sortable('asOf', columns.asOf),
        sortable('maturity', columns.maturity, 'n'),
        sortable('floor', columns.floor, 'n'),
        sortable('completeness', columns.completeness, 'n'),
        levelsHead,
        h('th', { scope: 'col' }, columns.findings),
      ),
    ),
    body,
  );
  const rest = h('p', { class: 'soft rest' });
  const figures = h('section', { class: 'all', 'aria-labelledby': 'all' });
  const element = h(
    'div',
    { class: 'wide' },
    h(
      'div',
      { class: 'title' },
      title,
      h(
        'div',
        { class: 'buttons' },
        saving(w.many.saveCsv, 'assessments.csv', 'assessments', 'filled'),
        saving(w.many.report, 'portfolio.html', 'portfolioReport'),
        saving(w.many.json, 'portfolio.json', 'portfolioJson'),
        saving(w.many.portfolioCsv, 'portfolio.csv', 'portfolioCsv'),
        saving(w.many.toCorrectCsv, 'errors.csv', 'findings'),
        actions.back,
      ),
    ),
    progress,
    h('div', { class: 'filters' }, chips, sought),
    h('div', { class: 'columns table' }, h('div', {}, table, rest), figures),
  );

  function update(now: Progress): void {
    last = now;
    title.textContent = (now.isStopped ? w.many.stopped : w.many.title)(now.rows.length, now.all);
    progress.hidden = now.isOver;
    bar.value = now.all === 0 ? 0 : now.rows.length / now.all;
    bar.setAttribute('aria-label', title.textContent);
    current.textContent = now.current === '' ? w.many.looking : w.reading(now.current);
    left.textContent = now.left === undefined ? '' : w.many.left(now.left);
    const counts = countsOf(now.rows);
    for (const [filter, chip] of chipOf) {
      chip.hidden = filter !== 'all' && counts[filter] === 0 && wanted.filter !== filter;
      chip.setAttribute('aria-pressed', String(wanted.filter === filter));
      chip.replaceChildren(
        ...(filter === 'all' ? [] : [mark(MARKS[filter])]),
        `${w.many.states[filter]} `,
        h('b', {}, counts[filter].toLocaleString('en')),
      );
    }
    for (const [by, head] of heads) {
      if (wanted.by === by) head.setAttribute('aria-sort', wanted.isDown ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    const codes = now.summary?.codes ?? [];
    if (codes.length > 1) levelsHead.textContent = w.many.levels(codes[0] ?? '', codes.at(-1) ?? '');
    const { lines, found, page, pages } = linesOf(now.rows, wanted);
    // What is focused stays so: the lines are made anew.
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset['path'] : undefined;
    body.replaceChildren(...lines.map((row) => lineOf(row, actions.open)));
    if (focused !== undefined) body.querySelector<HTMLElement>(`[data-path="${CSS.escape(focused)}"]`)?.focus();
    rest.replaceChildren(
      ...[
        `${w.many.rows(found)} · `,
        ...(pages > 1 ? [`${w.many.page(page + 1, pages)} · `] : []),
        ...(page > 0 ? [button(w.many.previous, () => want({ page: page - 1 }), 'link'), ' · '] : []),
        ...(page + 1 < pages ? [button(w.many.next, () => want({ page: page + 1 }), 'link'), ' · '] : []),
        found === 0 ? w.many.none : w.many.open,
        ...(now.archives > 0 ? [` ${w.many.archives(now.archives)}`] : []),
      ],
    );
    figures.replaceChildren(...figuresOf(now.summary));
  }
  return { element, update };
}

function lineOf(row: TableRow, open: (path: string) => void): HTMLElement {
  const { state, name, path, asOf, maturity, floor, completeness, levels, errors, warnings, reason } = row;
  const link = button(name, () => open(path), 'link name');
  link.dataset['path'] = path;
  if (name !== path) link.title = path;
  const first = h('td', { class: 'kind' }, h('span', { class: 'marked' }, mark(MARKS[state]), w.many.states[state]));
  const label = (text: string): object => ({ 'data-label': text });
  const { columns } = w.many;
  if (reason !== '')
    return h(
      'tr',
      { class: 'reason' },
      first,
      h('th', { scope: 'row' }, state === 'twice' ? path : link),
      h('td', { colspan: 5 }, reason),
      h('td', { class: 'counts' }, state === 'twice' ? '' : w.many.nothingScored),
    );
  return h(
    'tr',
    {},
    first,
    h('th', { scope: 'row' }, link),
    h('td', { class: 'nowrap', ...label(columns.asOf) }, reportWords.shortDay(asOf)),
    h('td', { class: 'n c', ...label(columns.maturity) }, decimal(maturity, '–')),
    h('td', { class: 'n', ...label(columns.floor) }, whole(floor, '–')),
    h('td', { class: 'n', ...label(columns.completeness) }, percent(completeness, '–')),
    h('td', {}, h('span', { class: 'strip' }, ...levels.map((level) => digit(level)))),
    h('td', { class: 'counts' }, w.many.counts(errors, warnings)),
  );
}

/** A level with its step of the one hue. */
function digit(level: number | null): HTMLElement {
  return h('span', { class: `digit l${level ?? 0}` }, level === null ? '–' : String(level));
}

function figuresOf(summary: Summary | undefined): (HTMLElement | string)[] {
  const heading = h('h2', { id: 'all' }, w.many.all);
  if (!summary || summary.n === 0 || summary.median === null) return [heading, h('p', {}, w.many.nobody)];
  const { n, median, q1, q3, levels, categories, notes } = summary;
  return [
    heading,
    h(
      'div',
      { class: 'figure' },
      h('b', { class: 'big' }, decimal(median)),
      h('p', {}, w.many.median(n), h('br'), w.many.middle(decimal(q1), decimal(q3))),
    ),
    h('p', { class: 'soft' }, w.many.byLevel),
    h(
      'table',
      { class: 'levels' },
      h('caption', {}, w.many.byLevel),
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('th', { scope: 'col' }, w.one.columnsOfLevels.category),
          ...levels.map((level) =>
            h('th', { scope: 'col', class: 'n', 'aria-label': `${w.many.legend} ${level}` }, digit(level)),
          ),
        ),
      ),
      h(
        'tbody',
        {},
        ...categories.map(({ name, counts }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row' }, name),
            ...counts.map((count, index) => shareOf(count, n, levels[index] ?? 0)),
          ),
        ),
      ),
    ),
    h('p', { class: 'soft' }, w.many.note),
    ...notes.map((note) => h('p', { class: 'soft' }, note)),
  ];
}

/** How many stand at a level, and the share as a bar below the figure. */
function shareOf(count: number, n: number, level: number): HTMLElement {
  const meter = h('progress', { class: `share l${level}`, max: n, value: count, 'aria-hidden': 'true' });
  return h('td', { class: 'n' }, count === 0 ? '–' : String(count), meter);
}
