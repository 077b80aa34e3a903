/** The companion as one page of HTML: valid, printable, without anything from elsewhere, and texts in it are text. */
import { expect, test } from 'vitest';
import { renderCompanion } from '../../src/document/companion.js';
import { renderHtmlPage } from '../../src/document/html.js';
import { en } from '../../src/locale/en/index.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { selectModel } from '../../src/model/select.js';
import { rewriteTexts } from '../../src/model/texts.js';
import { readTemplate, usual } from '../installed.js';
import { attribute, elements, readPage, textOf } from './read-html.js';

const { model } = usual();
const render = (each: Model): string =>
  renderHtmlPage(renderCompanion(each, en, readTemplate, model), { language: 'en' }, readTemplate);

const html = render(model);
/** Small, for what needs many pages or another content. */
const small = selectModel(model, { categories: ['IAM'], quick: true });
const pages = [html, render(small), render(selectModel(model, { deployments: ['paas'], categories: ['IR', 'MOD'] }))];

test('it is valid: no error of markup, one main heading, no level left out, each id once', () => {
  for (const each of pages) {
    const { page, errors } = readPage(each);
    expect(errors).toEqual([]);
    const all = elements(page);
    expect(all.find(({ tagName }) => tagName === 'html')?.attrs).toEqual([{ name: 'lang', value: 'en' }]);
    const headings = all.filter(({ tagName }) => /^h\d$/.test(tagName));
    const depths = headings.map(({ tagName }) => Number(tagName.slice(1)));
    expect(depths.filter((depth) => depth === 1)).toHaveLength(1);
    for (const [at, depth] of depths.entries()) expect(depth).toBeLessThanOrEqual((depths[at - 1] ?? 0) + 1);
    expect(headings.filter((heading) => textOf(heading).trim() === '')).toEqual([]);
    const title = all.filter(({ tagName }) => tagName === 'title').map(textOf);
    expect(title).toEqual(headings.slice(0, 1).map(textOf));
    const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    // What is left of the standard: no attribute and no element that it does not know or has given up.
    expect(new Set(all.flatMap(({ attrs }) => attrs.map(({ name }) => name)))).toEqual(
      new Set(['lang', 'charset', 'name', 'content', 'http-equiv', 'class', 'id', 'href', 'scope']),
    );
  }
});

test('it needs nothing from elsewhere and runs nothing', () => {
  for (const each of pages) {
    const all = elements(readPage(each).page);
    const tags = new Set(all.map(({ tagName }) => tagName));
    for (const tag of ['script', 'link', 'img', 'iframe', 'object', 'form', 'base', 'svg'])
      expect(tags).not.toContain(tag);
    expect(all.filter(({ attrs }) => attrs.some(({ name }) => /^on|^(src|style)$/.test(name)))).toEqual([]);
    const policy = all.find((element) => attribute(element, 'http-equiv') === 'Content-Security-Policy');
    expect(policy && attribute(policy, 'content')).toBe("default-src 'none'; style-src 'unsafe-inline'");
    expect(
      all
        .filter(({ tagName }) => tagName === 'style')
        .map(textOf)
        .join(),
    ).not.toMatch(/url\(|@import|@font-face/);
  }
});

test('every link leads to a place in it, and each objective has its section', () => {
  for (const each of pages) {
    const all = elements(readPage(each).page);
    const ids = new Set(all.flatMap((element) => attribute(element, 'id') ?? []));
    const links = all.flatMap((element) => attribute(element, 'href') ?? []);
    expect(links.length).toBeGreaterThan(30);
    for (const link of links) expect(ids).toContain(/^#(.+)$/.exec(link)?.[1]);
  }
  const sections = new Map(
    elements(readPage(html).page)
      .filter(({ tagName }) => tagName === 'section')
      .map((section) => [attribute(section, 'id'), textOf(section).trim()]),
  );
  for (const { id, title = '', text } of objectivesOf(model)) {
    const said = sections.get(id.toLowerCase()) ?? '';
    expect(said).toMatch(new RegExp(`^${id} `));
    expect(said).toContain(title);
    expect(said).toContain(text);
  }
  const nav = elements(readPage(html).page).filter(({ tagName }) => tagName === 'nav');
  expect(nav.map((each) => elements(each).filter(({ tagName }) => tagName === 'a').length)).toEqual([23]);
});

test('it is printed on A4 in letters of 9 points or more, with page numbers, and no heading ends a page', () => {
  const style = readTemplate('companion.css');
  expect(style).toMatch(/@page \{[^}]*size:A4;/);
  expect(style).toContain('counter(page)');
  expect(style).toMatch(/h1, h2, h3, h4, h5 \{ break-after:avoid; \}/);
  const print = style.slice(style.indexOf('@media print'));
  const sizes = [...style.matchAll(/([\d.]+)pt/g)].map((match) => Number(match[1]));
  expect(sizes.length).toBeGreaterThan(4);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(9);
  // Sizes in relation to another would come out smaller in print.
  for (const rule of ['body', 'table, blockquote, code'])
    expect(print).toMatch(new RegExp(`\\n  ${rule} \\{[^}]*font-size:9pt`));
});

const HOSTILE = [
  '<script>alert(1)</script>',
  '**x** _y_ ~~z~~ [l](https://x.example) ![i](https://x.example/i.png)',
  '`code` & &amp; &#x3c; <https://x.example> https://x.example www.example.org x@example.org',
  '| a | \\| b',
  '# x #',
  '1. x',
  '--- {{x}} {{{y}}}',
  '" onmouseover="x" \u202ex',
].join(' ');

/** Every text of a model in other words. */
function inOtherWords(each: Model, say: (text: string) => string): Model {
  const frameworks = [...each.frameworks].map(([key, framework]) => {
    const { name, publisher, controls } = framework;
    const said = controls.map((control) => ({ ...control, title: say(control.title) }));
    return [key, { ...framework, name: say(name), publisher: say(publisher), controls: said }] as const;
  });
  return { ...rewriteTexts(each, (_, text) => say(text)), frameworks: new Map(frameworks) };
}

test('texts of a model are text, whatever they say: shown as they are, and they change nothing of the page', () => {
  const skeleton = (html: string): string[] =>
    elements(readPage(html).page).map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '));
  const hostile = render(inOtherWords(small, () => HOSTILE));
  expect(readPage(hostile).errors).toEqual([]);
  expect(skeleton(hostile)).toEqual(skeleton(render(inOtherWords(small, () => 'Word'))));
  const seen = HOSTILE.replace('\u202e', '\ufffd');
  const statements = elements(readPage(hostile).page)
    .filter(({ tagName }) => tagName === 'strong')
    .map(textOf);
  expect(statements.filter((text) => text === seen)).toHaveLength(objectivesOf(small).length);
});
