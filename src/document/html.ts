/** A Markdown document of ours as one page of HTML: no script, nothing from elsewhere, printable. */
import Handlebars from 'handlebars';
import { Marked, type RendererObject, type TokenizerObject, type Tokens } from 'marked';
import type { Model } from '../model/model.js';
import type { ReadTemplate } from './render.js';
import { colorStyle, logoView } from './brand.js';

/** What the page says of itself. */
export interface PageOptions {
  /** The language that its texts are in, as BCP 47 has it. */
  readonly language: string;
  /** Of the model. */
  readonly brand?: Model['brand'];
}

/** The only HTML in our Markdown: a place that links lead to, and a new line in a cell. All other is text. */
const ANCHOR = /^<a id="([a-z0-9-]+)">(?:<\/a>)?$/;
const ALLOWED = /^(?:<a id="[a-z0-9-]+">|<\/a>|<br>)$/;

/** The section of this name is the page's navigation. */
const CONTENTS = 'contents';

const escaped = (text: string): string => Handlebars.escapeExpression(text);

const tokenizer: TokenizerObject = {
  // An address in a text is a text: only what was written as a link is one.
  url: () => undefined,
};

const renderer: RendererObject = {
  html: ({ text }) => (ALLOWED.test(text.trim()) ? text : escaped(text)),
  image: ({ text }) => escaped(text),
  link({ href, tokens }) {
    const text = this.parser.parseInline(tokens);
    return /^#[a-z0-9-]+$/.test(href) ? `<a href="${href}">${text}</a>` : text;
  },
  // HTML has no attribute for alignment any more.
  tablecell({ header, align, tokens }) {
    const text = this.parser.parseInline(tokens);
    const look = align === 'right' ? ' class="n"' : '';
    return header ? `<th scope="col"${look}>${text}</th>\n` : `<td${look}>${text}</td>\n`;
  },
};

const markdown = new Marked({ gfm: true, tokenizer, renderer });

/** Pixels. */
const LARGEST_LOGO = { width: 200, height: 46 };

/** The page of a document. Its first heading is the page's title; every other heading begins a section with the anchor before it. */
export function renderHtmlPage(text: string, { language, brand }: PageOptions, readTemplate: ReadTemplate): string {
  const tokens = markdown.lexer(text);
  const title = tokens.find((token): token is Tokens.Heading => token.type === 'heading');
  const template = Handlebars.create().compile(readTemplate('companion.html.hbs'), { strict: true });
  const view = {
    language,
    title: title ? inWords(title.tokens) : '',
    style: `${readTemplate('companion.css').trimEnd()}${colorStyle(brand)}\n`,
    logo: logoView(brand, LARGEST_LOGO),
    body: inSections(tokens),
  };
  return template(view, { allowProtoPropertiesByDefault: false });
}

/** The text of a heading, without what it is made of. */
function inWords(tokens: Tokens.Generic[] | undefined): string {
  return (tokens ?? []).map((token) => (token.type === 'escape' ? String(token.text) : token.raw)).join('');
}

function inSections(tokens: readonly Tokens.Generic[]): string {
  const parts: string[] = [];
  const open: { depth: number; tag: string }[] = [];
  const anchors: string[] = [];
  const closeFrom = (depth: number): void => {
    while ((open.at(-1)?.depth ?? 0) >= depth) parts.push(`</${open.pop()?.tag ?? ''}>\n`);
  };
  for (const token of tokens) {
    if (token.type === 'space') continue;
    const anchor = ANCHOR.exec(
      paragraphHtml(token)
        .trim()
        .replace(/<\/a>$/, ''),
    )?.[1];
    if (anchor !== undefined) {
      anchors.push(anchor);
      continue;
    }
    const depth = token.type === 'heading' ? Number(token.depth) : 0;
    if (depth > 1) {
      closeFrom(depth);
      const id = anchors.pop();
      const tag = id === CONTENTS ? 'nav' : 'section';
      open.push({ depth, tag });
      parts.push(`<${tag} class="h${depth}"${id === undefined ? '' : ` id="${id}"`}>\n`);
    }
    // A place without a heading of its own.
    for (const id of anchors.splice(0)) parts.push(`<a id="${id}"></a>\n`);
    parts.push(markdown.parser([token]));
  }
  closeFrom(1);
  return parts.join('');
}

/** HTML that has a paragraph to itself. */
function paragraphHtml(token: Tokens.Generic): string {
  if (token.type === 'html') return token.raw;
  const inside = token.type === 'paragraph' ? (token.tokens ?? []) : [];
  return inside.length > 0 && inside.every(({ type }) => type === 'html') ? token.raw : '';
}
