/** Elements of the page. Texts are texts: nothing that strangers wrote is ever taken for HTML. */

type Child = Node | string | null | undefined | false;
type Attributes = Readonly<Record<string, string | number | boolean | ((event: Event) => void) | undefined>>;

const SVG = 'http://www.w3.org/2000/svg';

function filled<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(name, value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children.filter((each) => each !== null && each !== undefined && each !== false));
  return element;
}

/** An element with attributes and children; a function is a listener of the event of that name. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(tag), attributes, children);
}

/** The same of a drawing. */
export function svg(tag: string, attributes: Attributes = {}, ...children: readonly Child[]): SVGElement {
  return filled(document.createElementNS(SVG, tag), attributes, children);
}

/** A drawing that repeats what texts beside it say. */
export function drawing(width: number, height: number, ...children: readonly Child[]): SVGElement {
  return svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, ...children);
}

/** A button that does something. */
export function button(text: string, click: () => void, kind = ''): HTMLButtonElement {
  return h('button', { type: 'button', class: kind || undefined, click }, text);
}

/** Saves a file on this computer. */
export function save(name: string, content: string | Blob, type = 'text/plain'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const address = URL.createObjectURL(blob);
  const link = h('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

const MARKS: Readonly<Record<string, readonly [tag: string, attributes: Attributes][]>> = {
  error: [
    ['path', { class: 'octagon', d: 'M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5z' }],
    ['path', { class: 'on-mark', d: 'M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6' }],
  ],
  warning: [
    ['path', { class: 'line', d: 'M8 1.5L15 14H1z' }],
    ['path', { class: 'line', d: 'M8 6v4M8 11.6v1' }],
  ],
  note: [
    ['circle', { class: 'line', cx: 8, cy: 8, r: 6.6 }],
    ['path', { class: 'line', d: 'M8 7v4.4M8 4.4v1' }],
  ],
  ok: [
    ['circle', { class: 'line', cx: 8, cy: 8, r: 6.6 }],
    ['path', { class: 'line', d: 'M4.8 8.2l2.3 2.3 4.2-4.6' }],
  ],
  lock: [
    ['rect', { class: 'line blue', x: 2, y: 6.5, width: 12, height: 8, rx: 1 }],
    ['path', { class: 'line blue', d: 'M4.8 6.5V4.6a3.2 3.2 0 0 1 6.4 0v1.9' }],
  ],
  twice: [['path', { class: 'line', d: 'M2 2h8v9H2zM6 5h8v9H6z' }]],
};

/** A mark beside its word. */
export function mark(name: string): SVGElement {
  return drawing(16, 16, ...(MARKS[name] ?? []).map(([tag, attributes]) => svg(tag, attributes)));
}
