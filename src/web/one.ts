/** One workbook: what to correct, then the result. */
import { decimal, percent, whole } from '../document/shown.js';
import { pageWords as w } from '../locale/en/page.js';
import { button, h, mark, save } from './elements.js';
import { legend, profile } from './plot.js';
import type { ListedFinding, Moved, Opened, Result } from './telling.js';

/** Of more findings than these the rest is in the file. */
const MOST_LISTED = 200;

/** Says something to those who hear the page. */
type Say = (text: string) => void;

/** The view of one workbook; `back`: what leads elsewhere. */
export function oneView(opened: Opened, { back, say }: { readonly back: HTMLElement; readonly say: Say }): HTMLElement {
  const { findings, result, moved } = opened;
  const report = opened.files.report === undefined ? undefined : reportOf(opened.files.report);
  const isClean = opened.errors === 0 && opened.is === 'answered';
  const list = findings.length > 0 && findingsOf(opened, say);
  const shown = result && resultOf(result, opened, report?.toggle, report?.print);
  return h(
    'div',
    { class: 'one' },
    h(
      'div',
      { class: 'title' },
      h('div', {}, h('h1', { tabindex: -1 }, opened.name), h('p', { class: 'facts' }, opened.facts.join(' · '))),
      back,
    ),
    banner(opened),
    moved && movedOf(moved),
    h(
      'div',
      { class: isClean || !list || !shown ? 'stack' : 'columns' },
      ...(isClean ? [shown, list] : [list, shown]).filter((each) => each !== undefined && each !== false),
    ),
    report?.section,
  );
}

function banner({ is, errors, warnings, spoiling }: Opened): HTMLElement {
  const [kind, head, text] =
    is === 'unread'
      ? (['error', w.one.unread, w.one.unreadText] as const)
      : spoiling > 0
        ? (['error', w.one.spoiled(spoiling), w.one.spoiledText] as const)
        : errors > 0
          ? (['error', w.one.faulty(errors), w.one.faultyText] as const)
          : is === 'blank'
            ? (['warning', w.one.blank, w.one.blankText] as const)
            : (['ok', w.one.clean, w.one.cleanText] as const);
  const also = warnings > 0 && is === 'answered' ? ` ${w.one.doubts(warnings)}` : '';
  return h(
    'div',
    { class: `banner ${kind}` },
    mark(kind),
    h('p', {}, h('strong', {}, head), h('br'), `${text}${also}`),
  );
}

function findingsOf({ findings, errors, path, files }: Opened, say: Say): HTMLElement {
  const { columns } = w.one;
  const heading = errors > 0 ? w.one.toCorrect : w.one.toLookAt;
  const copy = button(
    w.one.copy,
    () => {
      navigator.clipboard.writeText(findings.map(lineOf).join('\n')).then(
        () => say(w.one.copied),
        () => say(w.one.notCopied),
      );
    },
    'link',
  );
  const csv = button(w.one.saveCsv, () => save(`${nameOf(path)}-findings.csv`, files.findings, 'text/csv'), 'link');
  return h(
    'section',
    { class: 'findings', 'aria-labelledby': 'findings' },
    h(
      'div',
      { class: 'heading' },
      h('h2', { id: 'findings' }, `${heading} `, h('span', { class: 'count' }, String(findings.length))),
      copy,
      csv,
    ),
    h(
      'table',
      { class: 'list' },
      h('caption', {}, heading),
      h('thead', {}, h('tr', {}, ...Object.values(columns).map((name) => h('th', { scope: 'col' }, name)))),
      h('tbody', {}, ...findings.slice(0, MOST_LISTED).map(findingRow)),
    ),
    findings.length > MOST_LISTED && h('p', { class: 'soft' }, w.one.more(findings.length - MOST_LISTED)),
    errors > 0 && h('h3', {}, w.one.sendBack),
    errors > 0 && h('p', {}, w.one.sendBackText),
  );
}

/** What stands below the cell, or below the sheet where there is no cell. */
const placeOf = ({ sheet, cell, objective }: ListedFinding): string =>
  [cell === '' ? '' : sheet, objective].filter(Boolean).join(' · ');

function findingRow(each: ListedFinding): HTMLElement {
  return h(
    'tr',
    {},
    h('td', { class: 'kind' }, h('span', { class: 'marked' }, mark(each.severity), w.one.severities[each.severity])),
    h(
      'th',
      { scope: 'row' },
      each.cell || (each.sheet === '' ? w.one.wholeFile : each.sheet),
      placeOf(each) !== '' && h('small', {}, placeOf(each)),
    ),
    h('td', {}, each.message),
    h('td', {}, h('span', { 'aria-hidden': 'true' }, '→ '), each.todo),
  );
}

/** As a line of a mail. */
function lineOf({ severity, sheet, cell, objective, message, todo }: ListedFinding): string {
  const place = [sheet, cell].filter(Boolean).join('!');
  return `${[place, objective].filter(Boolean).join(' ') || w.one.wholeFile} (${severity}): ${message} → ${todo}`;
}

function resultOf(
  result: Result,
  { files, errors, path }: Opened,
  toggle: HTMLElement | undefined,
  print: (() => void) | undefined,
): HTMLElement {
  const name = nameOf(path);
  const { report, answers, actions, score } = files;
  const isSoFar = errors > 0;
  const { below, withTarget } = result;
  return h(
    'section',
    { class: 'result', 'aria-labelledby': 'result' },
    h('div', { class: 'heading' }, h('h2', { id: 'result' }, isSoFar ? w.one.resultSoFar : w.one.result), toggle),
    result.maturity === null
      ? h('p', {}, w.one.noFigure)
      : h(
          'div',
          { class: 'figure' },
          h('b', { class: 'big' }, decimal(result.maturity)),
          h(
            'p',
            {},
            `${w.one.ofTop(result.top)} `,
            h('b', {}, decimal(result.evidencedMaturity)),
            ` ${w.one.evidenced}`,
            h('br'),
            `${w.one.weakest} `,
            h('b', {}, whole(result.floor)),
            ` · ${w.one.answered(percent(result.completeness))}`,
            h('br'),
            withTarget === 0 ? w.one.noTargets : h('b', {}, w.one.below(below, withTarget)),
          ),
        ),
    ...profileOf(result),
    h(
      'div',
      { class: 'buttons' },
      report !== undefined &&
        button(w.one.saveReport, () => save(`${name}-report.html`, report, 'text/html'), 'filled'),
      print && button(w.one.print, print),
      button(w.one.json, () => save(`${name}-score.json`, score, 'application/json')),
      answers !== undefined &&
        button(w.one.answersJson, () => save(`${name}-answers.json`, answers, 'application/json')),
      actions !== undefined && button(w.one.actions, () => save(`${name}-actions.csv`, actions, 'text/csv')),
    ),
  );
}

/** The levels; where there is little room, as a chart or as figures. */
function profileOf(result: Result): HTMLElement[] {
  const table = profile(result);
  const toggle = button(
    w.one.asTable,
    () => {
      const isTable = table.classList.toggle('figures');
      toggle.textContent = isTable ? w.one.asChart : w.one.asTable;
    },
    'link as',
  );
  return [table, h('div', { class: 'below' }, legend(), toggle)];
}

/** The report as the program writes it, in a frame of its own: it has no script, and the page's rule holds in it. */
function reportOf(report: string): { section: HTMLElement; toggle: HTMLElement; print: () => void } {
  const place = h('div', { class: 'place' });
  const section = h(
    'section',
    { class: 'report', hidden: true, 'aria-labelledby': 'report' },
    h('h2', { id: 'report', tabindex: -1 }, w.one.report),
    place,
  );
  let frame: HTMLIFrameElement | undefined;
  const show = (then?: () => void): void => {
    section.hidden = false;
    toggle.textContent = w.one.closeReport;
    toggle.setAttribute('aria-expanded', 'true');
    if (frame) {
      then?.();
      return;
    }
    frame = h('iframe', { title: w.one.report, sandbox: 'allow-same-origin allow-modals' });
    frame.addEventListener('load', () => {
      const page = frame?.contentDocument?.documentElement;
      if (frame && page) frame.height = String(page.scrollHeight + 20);
      then?.();
    });
    frame.srcdoc = report;
    place.append(frame);
  };
  const toggle = button(
    w.one.fullReport,
    () => {
      if (!section.hidden) {
        section.hidden = true;
        toggle.textContent = w.one.fullReport;
        toggle.setAttribute('aria-expanded', 'false');
        return;
      }
      show();
      section.querySelector('h2')?.focus();
    },
    'link',
  );
  toggle.setAttribute('aria-expanded', 'false');
  return { section, toggle, print: () => show(() => frame?.contentWindow?.print()) };
}

/** What moved since the workbook before. */
function movedOf({ file, before, now, maturity, asked, isOtherEdition, categories, objectives }: Moved): HTMLElement {
  const signed = (value: number): string => `${value > 0 ? '+' : value < 0 ? '−' : ''}${decimal(Math.abs(value))}`;
  const { columns } = w.change;
  const table = (caption: string, names: readonly string[], rows: readonly (readonly string[])[]): HTMLElement =>
    h(
      'table',
      { class: 'list small' },
      h('caption', { class: 'seen' }, caption),
      h('thead', {}, h('tr', {}, ...names.map((name) => h('th', { scope: 'col' }, name)))),
      h(
        'tbody',
        {},
        ...rows.map(([first = '', ...rest]) =>
          h('tr', {}, h('th', { scope: 'row' }, first), ...rest.map((text) => h('td', {}, text))),
        ),
      ),
    );
  return h(
    'section',
    { class: 'moved', 'aria-labelledby': 'moved' },
    h('h2', { id: 'moved' }, w.change.title(before, now)),
    h(
      'p',
      {},
      // Two of which each was asked something else have no figures to compare.
      maturity.by !== null && h('b', {}, standing(maturity.before, maturity.now, maturity.by)),
      maturity.by !== null && h('br'),
      h('span', { class: 'soft' }, w.change.earlier(file)),
    ),
    isOtherEdition && h('p', {}, w.change.otherEdition),
    asked && h('p', {}, w.change.otherPart(asked.before, asked.now)),
    h(
      'div',
      { class: 'columns even' },
      categories.length === 0
        ? h('p', {}, w.change.noCategories)
        : table(
            w.change.categories,
            [columns.category, columns.by],
            categories.map(({ name, by }) => [name, signed(by)]),
          ),
      objectives.length === 0
        ? !isOtherEdition && h('p', {}, w.change.noObjectives)
        : table(
            w.change.objectives,
            [columns.id, columns.from, columns.to],
            objectives.map(({ id, from, to }) => [id, from, to]),
          ),
    ),
  );
}

/** A difference that is not seen in two decimals is none. */
function standing(before: number | null, now: number | null, by: number): string {
  return Math.abs(by) < 0.005 ? w.change.unchanged(decimal(now)) : w.change.maturity(decimal(before), decimal(now));
}

/** What saved files are called after. */
function nameOf(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '') || 'workbook';
}
