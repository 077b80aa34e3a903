/** The page: what was dropped is read by workers, and shown as one workbook, as a comparison or as a table. */
import { localDay, today } from '../host/today.js';
import { pageWords as w } from '../locale/en/page.js';
import { promiseDialog, emptyView, type Embedded } from './empty.js';
import { filesDropped, workbooksIn } from './dropped.js';
import { button, h, mark, save } from './elements.js';
import { manyView } from './many.js';
import { oneView } from './one.js';
import { NoAnswer, Readers } from './readers.js';
import type { Given, Opened, Start, Summary, TableRow } from './telling.js';

/** Milliseconds between two looks of the table, and between two counts of the figures. */
const LOOK = 250;
const COUNT = 1500;
/** Of more workbooks than these no comparison is made by itself. */
const MOST_COMPARED = 12;

/** A part of this file, unpacked. */
async function part(id: string): Promise<Blob> {
  const text = document.getElementById(id)?.textContent.trim() ?? '';
  const packed = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return await new Response(stream).blob();
}

const main = document.querySelector('main') ?? document.body;
const status = h('p', { role: 'status', class: 'status' });
document.body.append(status);

function say(text: string): void {
  status.textContent = text;
}

/** Shows a view; whoever uses the keyboard or listens begins at its heading. */
function show(view: HTMLElement, isFocused = true): void {
  main.replaceChildren(view);
  if (isFocused) view.querySelector('h1')?.focus();
  window.scrollTo(0, 0);
}

/** What is inside of the page for those who have no workbook yet. */
function embedded(): Embedded[] {
  return [...document.querySelectorAll<HTMLElement>('script[data-download]')].map((element) => {
    const { download: name = '', bytes = '0', type = '' } = element.dataset;
    const kind = element.id as Embedded['kind']; // as the command wrote it
    return {
      kind,
      bytes: Number(bytes),
      save: () => void part(element.id).then((blob) => save(name, blob.slice(0, blob.size, type))),
    };
  });
}

class Page {
  #many: { readonly view: HTMLElement } | undefined;
  #run = 0;

  constructor(
    private readonly readers: Readers,
    /** Only one of them: it holds the rows. */
    private readonly newDesk: () => Readers,
    private readonly editions: string,
  ) {}

  empty(isFocused = true): void {
    this.#run += 1;
    this.readers.forget();
    this.#many = undefined;
    show(
      emptyView({ embedded: embedded(), editions: this.editions, take: (given) => void this.take(given) }),
      isFocused,
    );
  }

  /** Reads what was dropped or chosen. */
  async take(given: readonly Given[]): Promise<void> {
    const run = (this.#run += 1);
    this.readers.forget();
    this.#many = undefined;
    say(w.many.looking);
    const { workbooks, archives } = await workbooksIn(given, this.readers);
    if (run !== this.#run) return;
    const [first] = workbooks;
    if (!first) say(w.nothingFound);
    else if (workbooks.length === 1) await this.open([first], run);
    else await this.readMany(workbooks, archives, run);
  }

  /** Shows one workbook, or several of one organization. */
  async open(given: readonly Given[], run = (this.#run += 1)): Promise<void> {
    const [{ path } = { path: '' }] = given;
    say(w.reading(path));
    const opened = await this.readers
      .ask({ ask: 'open', given })
      .catch((error: unknown) => this.readers.ask({ ask: 'openFailed', path, ...whyOf(error) }));
    if (run !== this.#run) return;
    show(oneView(opened, { back: this.#back(), say }));
    say(saidOf(opened));
  }

  #back(): HTMLElement {
    const many = this.#many;
    const other = button(w.other, () => this.empty());
    if (!many) return other;
    return h(
      'div',
      { class: 'buttons' },
      button(w.back, () => show(many.view)),
      other,
    );
  }

  async readMany(workbooks: readonly Given[], archives: number, run: number): Promise<void> {
    const desk = this.newDesk();
    const byPath = new Map(workbooks.map((each) => [each.path, each]));
    const rows: TableRow[] = [];
    let [isOver, isStopped, current] = [false, false, ''];
    let summary: Summary | undefined;
    const begun = performance.now();
    const { element, update } = manyView({
      back: button(w.other, () => this.empty()),
      stop: () => {
        isStopped = true;
      },
      open: (path) => {
        const one = byPath.get(path);
        if (one) void this.open([one], this.#run);
      },
      exported: (what) => desk.ask({ ask: 'export', what }),
    });
    const many = { view: element };
    this.#many = many;
    const isCurrent = (): boolean => run === this.#run && this.#many === many;
    const look = (): void => {
      const each = (performance.now() - begun) / 1000 / Math.max(1, rows.length);
      const left = rows.length < 5 ? undefined : each * (workbooks.length - rows.length);
      update({ rows, all: workbooks.length, current, left, isOver, isStopped, archives, summary });
    };
    look();
    show(element);
    let told = 0;
    const looking = setInterval(() => {
      look();
      const tenth = Math.floor((rows.length / workbooks.length) * 10);
      if (tenth > told && tenth < 10) say(w.many.announced(tenth * 10));
      told = tenth;
    }, LOOK);
    let isCounting = false;
    const count = async (): Promise<void> => {
      if (isCounting) return;
      isCounting = true;
      summary = await desk.ask({ ask: 'summary' }).catch(() => summary);
      isCounting = false;
    };
    const counting = setInterval(() => void count(), COUNT);
    const waiting = workbooks[Symbol.iterator]();
    // Each reader takes the next one, so that no more of them are in memory than there are readers.
    const reading = async (): Promise<void> => {
      for (const each of waiting) {
        if (isStopped || !isCurrent()) return;
        current = each.path;
        const { path } = each;
        const outcome = await this.readers
          .ask({ ask: 'record', given: each })
          .catch((error: unknown) => this.readers.ask({ ask: 'failed', path, ...whyOf(error) }));
        rows.push(await desk.ask({ ask: 'keep', outcome }));
      }
    };
    await Promise.all(Array.from({ length: this.readers.width }, reading)).finally(() => {
      clearInterval(looking);
      clearInterval(counting);
    });
    isOver = true;
    if (!isCurrent()) return;
    isCounting = false;
    await count();
    look();
    const bad = rows.filter(({ state }) => state === 'unread' || state === 'correct').length;
    say(w.many.done(rows.length, bad));
    const keys = new Set(rows.map(({ key }) => key));
    const isOfOne = keys.size === 1 && !keys.has('') && rows.length === workbooks.length;
    if (isOfOne && rows.length <= MOST_COMPARED && main.contains(element)) await this.open(workbooks, this.#run);
  }
}

const whyOf = (error: unknown): NoAnswer['why'] =>
  error instanceof NoAnswer ? error.why : { detail: error instanceof Error ? error.message : String(error) };

function saidOf({ is, errors, warnings }: Opened): string {
  if (is === 'unread') return w.one.unread;
  return errors > 0 ? w.one.faulty(errors) : `${w.one.clean} ${warnings > 0 ? w.one.doubts(warnings) : ''}`;
}

/** The head of each view: what this is, and the promise. */
function head(version: string): HTMLElement {
  const howToCheck = button(
    w.promise.howToCheck,
    () => {
      const there = document.getElementById('promise');
      if (there) {
        there.scrollIntoView();
        there.focus();
        return;
      }
      const dialog = promiseDialog();
      document.body.append(dialog);
      dialog.showModal();
    },
    'link',
  );
  return h(
    'header',
    {},
    h(
      'div',
      { class: 'head' },
      h('p', {}, h('b', {}, w.name), ` ${w.reader(version)}`),
      h('p', { class: 'promise' }, mark('lock'), `${w.promise.short} `, howToCheck),
    ),
  );
}

/** The whole window takes what is dropped. */
function listenForDrops(take: (given: readonly Given[]) => void): void {
  let depth = 0;
  const over = (change: number): void => {
    depth = Math.max(0, depth + change);
    document.body.classList.toggle('over', depth > 0);
  };
  addEventListener('dragenter', () => over(1));
  addEventListener('dragleave', () => over(-1));
  addEventListener('dragover', (event) => event.preventDefault());
  addEventListener('drop', (event) => {
    event.preventDefault();
    over(-depth);
    if (event.dataTransfer) void filesDropped(event.dataTransfer).then(take);
  });
}

async function begin(): Promise<void> {
  const { tool = '', editions = '', version = '', limit = '' } = document.documentElement.dataset;
  const [code, models] = await Promise.all([part('reader'), part('models').then((blob) => blob.text())]);
  const start: Start = { models, tool, today: today(), day: localDay() };
  const address = URL.createObjectURL(code.slice(0, code.size, 'text/javascript'));
  const readers = new Readers(address, start, limit === '' ? undefined : Number(limit));
  const page = new Page(readers, () => new Readers(address, start, undefined, 1), editions);
  document.body.prepend(head(version));
  listenForDrops((given) => void page.take(given));
  page.empty(false);
  say(w.ready);
}

// A browser that is too old has been told so by then.
if (document.documentElement.className !== 'old')
  begin().catch((error: unknown) => {
    main.replaceChildren(
      h('p', { class: 'banner error' }, w.notStarted(error instanceof Error ? error.message : String(error))),
    );
  });
