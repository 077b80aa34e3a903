/** Many workbooks on the page: the desk that takes in, counts and lists them, over results that are kept in memory. */
import { countPortfolio } from '../desk/portfolio.js';
import { ResultsInMemory } from '../desk/in-memory.js';
import type { Outcome } from '../desk/record.js';
import { keptInWords } from '../desk/results.js';
import type { FileRow } from '../desk/row.js';
import { takeIn } from '../desk/take-in.js';
import { severityOf, type Finding } from '../diagnostic/finding.js';
import { jsonText } from '../diagnostic/json-text.js';
import { portfolioNotes } from '../document/portfolio.js';
import { CSV_BEGIN } from '../formats/csv.js';
import { portfolioCsv } from '../formats/portfolio-csv.js';
import { REJECTS } from '../formats/rejects.js';
import { tableText } from '../formats/tables.js';
import type { Shelf } from '../layout/shelf.js';
import { pageWords as w } from '../locale/en/page.js';
import { inWords } from '../locale/message.js';
import { messagesIn } from '../locale/messages.js';
import { categoriesOf } from '../model/model.js';
import { renderPortfolioHtml } from '../report/portfolio.js';
import { LEAST_SHOWN } from '../scoring/portfolio.js';
import { readTemplate } from './templates.js';
import type { Question, RowState, Summary, TableRow } from './telling.js';
import { consoleWords } from '../locale/en/console.js';

const messages = messagesIn();

/** Holds the rows of all workbooks that were read, and no workbook. */
export class Many {
  readonly #results: ResultsInMemory;
  /** Why files were not taken in. */
  readonly #refused = REJECTS['.csv']();
  readonly #errors: string[] = [];
  /** Path of the first file with a digest. */
  readonly #first = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  /** `day`: that of the portfolio report. */
  constructor(
    private readonly shelf: Shelf,
    private readonly day: string,
  ) {
    const digits = crypto.getRandomValues(new Uint8Array(32));
    this.#results = new ResultsInMemory({
      secret: [...digits].map((each) => each.toString(16).padStart(2, '0')).join(''),
    });
  }

  /** Takes one in, after those before it, and gives its line of the table. */
  keep(outcome: Outcome): Promise<TableRow> {
    const kept = this.#last.then(() => this.#keep(outcome));
    this.#last = kept.catch(() => undefined);
    return kept;
  }

  async #keep(outcome: Outcome): Promise<TableRow> {
    const { path, sha256 } = outcome;
    const first = sha256 === '' ? undefined : this.#first.get(sha256);
    if (sha256 !== '' && first === undefined) this.#first.set(sha256, path);
    // The same bytes are one more copy, and are counted once.
    const taken: Outcome =
      first === undefined ? outcome : { status: 'duplicate', path, sha256, modified: outcome.modified };
    await takeIn(() => one(taken), { results: this.#results, clock: () => Date.now() });
    if (first !== undefined) return { ...blankRow(path, 'twice'), reason: w.many.twice(first) };
    return this.#rowOf(outcome);
  }

  #rowOf(outcome: Outcome): TableRow {
    const row = 'row' in outcome ? outcome.row : undefined;
    if (!row) {
      const findings = 'findings' in outcome ? outcome.findings : [];
      this.#listErrors(outcome.path, findings);
      return { ...blankRow(outcome.path, 'unread'), ...counted(findings), reason: reasonIn(findings) };
    }
    const { path } = outcome;
    const findings = JSON.parse(row.findings) as Finding[]; // as `rowOf` wrote them
    this.#listErrors(path, findings);
    const counts = counted(findings);
    const isRead = row.model !== '';
    const state: RowState = !isRead
      ? 'unread'
      : counts.errors > 0
        ? 'correct'
        : row.status === 'blank'
          ? 'blank'
          : counts.warnings > 0
            ? 'warnings'
            : 'clean';
    return {
      ...blankRow(path, state),
      ...counts,
      ...(isRead ? figuresOf(row) : {}),
      name: isRead && row.name !== '' ? [row.name, row.unit].filter(Boolean).join(', ') : path,
      reason: isRead ? '' : reasonIn(findings),
    };
  }

  #listErrors(file: string, findings: readonly Finding[]): void {
    const told = findings.filter((each) => severityOf(each) === 'error').map((each) => inWords(each, messages));
    if (told.length > 0) this.#errors.push(this.#refused.next(told.map((each) => ({ ...each, file }))));
  }

  /** Figures over all that were read so far, as `aismm portfolio` counts them. */
  async summary(): Promise<Summary> {
    const { portfolio, model } = await this.#count();
    const { program, categories, weakest, n, leftOut } = portfolio;
    const names = new Map(categoriesOf(model).map(({ id, name }) => [id, name]));
    const levels = model.levels.map((level) => level.n);
    const byId = new Map(categories.map((each) => [each.id, each]));
    return {
      n,
      ...{ median: program.median, q1: program.q1, q3: program.q3, levels, leftOut },
      categories: weakest.map((id) => ({
        name: names.get(id) ?? id,
        counts: levels.map((level) => byId.get(id)?.levels[String(level)] ?? 0),
      })),
      notes: portfolioNotes(portfolio, consoleWords, this.shelf.models.editions),
      codes: categoriesOf(model).map(({ id }) => id),
    };
  }

  /** A file to save, as the program writes it. */
  async exported(what: (Question & { ask: 'export' })['what']): Promise<string> {
    switch (what) {
      case 'findings':
        return [this.#refused.begin, ...this.#errors, this.#refused.end()].join('');
      case 'portfolioJson':
        return `${jsonText((await this.#count()).portfolio, 2)}\n`;
      case 'portfolioCsv': {
        const { portfolio, model } = await this.#count();
        return CSV_BEGIN + portfolioCsv(portfolio, model);
      }
      case 'portfolioReport': {
        const { portfolio, model } = await this.#count({ details: true });
        const notes = portfolioNotes(portfolio, consoleWords, this.shelf.models.editions);
        return renderPortfolioHtml({ portfolio, model, notes, today: this.day }, readTemplate);
      }
      case 'assessments': {
        const { head, of } = tableText('assessment', { format: 'csv', named: false });
        const pieces = [CSV_BEGIN, head];
        for await (const each of this.#told()) pieces.push(of(each));
        return pieces.join('');
      }
    }
  }

  #count(asked: { readonly details?: boolean } = {}): ReturnType<typeof countPortfolio> {
    return countPortfolio(this.#results, this.shelf.models, { least: LEAST_SHOWN, ...asked });
  }

  async *#told() {
    for await (const each of this.#results.assessments())
      yield { ...each, diagnostics: each.findings.map((finding) => keptInWords(finding, messages)) };
  }
}

async function* one(outcome: Outcome): AsyncGenerator<Outcome> {
  yield await Promise.resolve(outcome);
}

function blankRow(path: string, state: RowState): TableRow {
  const figures = { maturity: null, floor: null, completeness: null, levels: [] };
  return { state, path, key: '', name: path, asOf: '', ...figures, errors: 0, warnings: 0, reason: '' };
}

function figuresOf({ key, as_of: asOf, maturity, floor, completeness, figures }: FileRow): Partial<TableRow> {
  const [, categories] = JSON.parse(figures) as [unknown, [number | null, number | null][]]; // as `rowOf` wrote them
  return { key, asOf, maturity, floor, completeness, levels: categories.map(([, level]) => level) };
}

function counted(findings: readonly Finding[]): Pick<TableRow, 'errors' | 'warnings'> {
  const of = (severity: string): number => findings.filter((each) => severityOf(each) === severity).length;
  return { errors: of('error'), warnings: of('warning') };
}

/** Why nothing could be read: the first error in words. */
function reasonIn(findings: readonly Finding[]): string {
  const [first] = findings.filter((each) => severityOf(each) === 'error');
  return first ? inWords(first, messages).message : '';
}
