/**
 * Measures how a workbook prints: pages per sheet, and the smallest and largest letters on them, in points.
 *
 * `soffice --headless --convert-to pdf FILE.xlsx`, then `node test/package/measure-print.mjs FILE.pdf`. Needs poppler's
 * `pdftohtml`. A sheet is known by the foot of its pages: “name · page / pages”; the letters of head and foot are left out.
 */
import { execFileSync } from 'node:child_process';

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name a PDF that LibreOffice made of a workbook.');

/** Pixels per point: as many as the program has, which rounds sizes to whole pixels. */
const ZOOM = 3;
/** Points at the top and bottom of a page that head and foot take. */
const MARGIN = 32;

const xml = execFileSync('pdftohtml', ['-xml', '-i', '-stdout', '-zoom', String(ZOOM), file], {
  encoding: 'utf8',
  maxBuffer: 2 ** 30,
});
const sizes = new Map();
const sheets = new Map();
for (const [, attributes, content] of xml.matchAll(/<page ([^>]*)>(.*?)<\/page>/gs)) {
  const height = Number(/height="(\d+)"/.exec(attributes)?.[1]) / ZOOM;
  for (const [, id, size] of content.matchAll(/<fontspec id="(\d+)" size="(\d+)"/g)) sizes.set(id, Number(size) / ZOOM);
  const texts = [...content.matchAll(/<text top="(-?\d+)"[^>]*font="(\d+)"[^>]*>(.*?)<\/text>/gs)].map(
    ([, top, font, text]) => ({ top: Number(top) / ZOOM, size: sizes.get(font), text: text.replace(/<[^>]*>/g, '') }),
  );
  const foot = texts.map(({ text }) => /^(.+) · \d+ \/ \d+$/.exec(text.trim())?.[1]).find(Boolean) ?? '?';
  const printed = texts.filter(({ top, text }) => top > MARGIN && top < height - MARGIN - 12 && text.trim() !== '');
  const sheet = sheets.get(foot) ?? { pages: 0, smallest: Infinity, largest: 0 };
  const all = printed.map(({ size }) => size);
  sheets.set(foot, {
    pages: sheet.pages + 1,
    smallest: Math.min(sheet.smallest, ...all),
    largest: Math.max(sheet.largest, ...all),
  });
}
for (const [name, { pages, smallest, largest }] of sheets)
  process.stdout.write(`| ${name} | ${pages} | ${smallest.toFixed(1)} | ${largest.toFixed(1)} |\n`);
