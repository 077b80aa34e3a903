/** Nothing is read yet: one task, and the promise with how to check it. */
import { pageWords as w } from '../locale/en/page.js';
import { button, drawing, h, svg } from './elements.js';
import type { Given } from './telling.js';
import { filesChosen } from './dropped.js';

/** A file that is inside of the page. */
export interface Embedded {
  readonly kind: keyof typeof w.downloads;
  readonly bytes: number;
  readonly save: () => void;
}

/** What the view needs of the page. */
export interface Emptiness {
  readonly embedded: readonly Embedded[];
  readonly editions: string;
  readonly take: (given: readonly Given[]) => void;
}

const size = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** A labelled input that people can see, and its files. */
function chooser(id: string, text: string, kind: string, take: Emptiness['take'], folder: boolean): HTMLElement[] {
  const input = h('input', {
    ...{ type: 'file', id, class: 'file', multiple: true },
    ...(folder ? { webkitdirectory: true } : { accept: '.xlsx,.xlsm,.zip' }),
    change: () => {
      if (input.files && input.files.length > 0) take(filesChosen(input.files));
      // The same file can be chosen once more, after it was corrected.
      input.value = '';
    },
  });
  return [input, h('label', { for: id, class: `button ${kind}` }, text)];
}

/** The first view. */
export function emptyView({ embedded, editions, take }: Emptiness): HTMLElement {
  return h(
    'div',
    { class: 'empty' },
    h('h1', { tabindex: -1 }, w.empty.title),
    h('p', { class: 'lead' }, w.empty.lead),
    h(
      'div',
      { class: 'drop' },
      drawing(
        52,
        68,
        svg('path', { class: 'sheet', d: 'M2 2h32l16 16v48H2z' }),
        svg('path', { class: 'sheet corner', d: 'M34 2v16h16' }),
        svg('path', { class: 'thin', d: 'M11 30h30M11 39h30M11 48h30M20 30v24M31 30v24' }),
        svg('rect', { class: 'cell', x: 20, y: 39, width: 11, height: 9 }),
      ),
      h(
        'div',
        {},
        h('h2', {}, w.empty.dropTitle),
        h('p', {}, w.empty.dropText),
        h(
          'div',
          { class: 'buttons' },
          ...chooser('files', w.empty.choose, 'filled', take, false),
          ...chooser('folder', w.empty.chooseFolder, '', take, true),
        ),
      ),
    ),
    h(
      'div',
      { class: 'columns even' },
      h(
        'section',
        { 'aria-labelledby': 'none' },
        h('h2', { id: 'none' }, w.empty.noWorkbook),
        h('p', {}, embedded.length > 0 ? w.empty.noWorkbookText : w.empty.notEmbedded),
        ...embedded.map(({ kind, bytes, save: saveIt }) =>
          h(
            'div',
            { class: 'download' },
            h('div', {}, h('b', {}, w.downloads[kind].title), h('p', {}, w.downloads[kind].text(size(bytes)))),
            button(w.empty.download, saveIt),
          ),
        ),
      ),
      promise(),
    ),
    h('footer', {}, w.empty.footer(editions)),
  );
}

function promise(): HTMLElement {
  return h(
    'section',
    { 'aria-labelledby': 'promise', id: 'promise-section' },
    h('h2', { id: 'promise', tabindex: -1 }, w.promise.title),
    h('p', {}, w.promise.text),
    h('h3', {}, w.promise.howToCheck),
    h(
      'ol',
      {},
      ...w.promise.steps.map((step, index) =>
        h('li', {}, step, ...(index === 2 ? [h('br'), h('code', {}, w.promise.rule)] : [])),
      ),
    ),
  );
}

/** The promise for itself, wherever one is. */
export function promiseDialog(): HTMLDialogElement {
  const dialog = h(
    'dialog',
    { 'aria-labelledby': 'promise' },
    promise(),
    button(w.close, () => dialog.close(), 'filled'),
  );
  dialog.addEventListener('close', () => dialog.remove());
  return dialog;
}
