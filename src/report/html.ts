/** The report as one page of HTML: no script, nothing from elsewhere, printable. */
import Handlebars from 'handlebars';
import { visible } from '../document/visible.js';
import { colorStyle, logoView } from '../document/brand.js';
import type { ReadTemplate } from '../document/render.js';
import type { Model } from '../model/model.js';
import type { Page } from './page.js';
import { pageView } from './view.js';

/** The parts of the page; the page itself puts them together. */
const PARTS = ['board', 'plan', 'category', 'rest'] as const;

/** Pixels; no more, so that the board stays one page in print. */
const LARGEST_LOGO = { width: 120, height: 28 };

/** One HTML file. What strangers wrote is text in it and nothing else. */
export function renderReportHtml(page: Page, readTemplate: ReadTemplate): string {
  return renderPage(pageView(page), 'page', PARTS, { readTemplate, model: page.model });
}

/** A view in a template of `templates/report`, with the parts that it puts together. */
export function renderPage(
  view: object,
  name: string,
  parts: readonly string[],
  { readTemplate, model: { brand } }: { readonly readTemplate: ReadTemplate; readonly model: Pick<Model, 'brand'> },
): string {
  const handlebars = Handlebars.create();
  handlebars.registerHelper('bold', (text: unknown) => new Handlebars.SafeString(bold(String(text))));
  for (const part of ['head', ...parts]) handlebars.registerPartial(part, readTemplate(`report/${part}.html.hbs`));
  const template = handlebars.compile(readTemplate(`report/${name}.html.hbs`), { strict: true, preventIndent: true });
  const style = `${readTemplate('report/style.css').trimEnd()}${colorStyle(brand)}\n`;
  const whole = {
    ...(shown(view) as object),
    style,
    brand: brand && visible(brand.name),
    logo: logoView(brand, LARGEST_LOGO),
  };
  return template(whole, { allowProtoPropertiesByDefault: false }).trimStart();
}

/** Every text of a view with what is not seen made visible: HTML allows no controls, and none may turn the direction of reading. */
function shown(view: unknown): unknown {
  if (typeof view === 'string') return visible(view);
  if (Array.isArray(view)) return view.map(shown);
  if (typeof view !== 'object' || view === null) return view;
  return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, shown(value)]));
}

/** Pieces between `**` are bold; everything is encoded first, so that the marks are the only ones. */
function bold(text: string): string {
  return text
    .split('**')
    .map((piece, index) => {
      const encoded = Handlebars.escapeExpression(piece);
      return index % 2 === 1 ? `<strong>${encoded}</strong>` : encoded;
    })
    .join('');
}
