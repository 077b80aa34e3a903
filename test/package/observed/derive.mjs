/**
 * Notes what Excel writes, from a folder of small workbooks that Excel itself has saved: which attributes an element has,
 * which elements stand in it, and in which order. Facts only; nothing of the files is kept.
 *
 * `node test/package/observed/derive.mjs <folder>` writes `excel.json` beside this file. What is kept in the repository was
 * derived from 64 of the workbooks that jmcnamara/XlsxWriter compares its own with (test/comparison/xlsx_files).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('Name the folder with workbooks that Excel has saved.');

/** By element: its attributes, and which child was seen before which. */
const seen = new Map();
const entryOf = (name) => {
  const known = seen.get(name) ?? { attributes: new Set(), children: new Set(), before: new Set() };
  seen.set(name, known);
  return known;
};

function note(xml) {
  const open = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const entry = entryOf(name);
    for (const attribute of Object.keys(attributes))
      if (!attribute.startsWith('xmlns')) entry.attributes.add(attribute);
    const parent = open.at(-1);
    if (parent) {
      const of = entryOf(parent.name);
      of.children.add(name);
      for (const earlier of parent.earlier) if (earlier !== name) of.before.add(`${earlier} ${name}`);
      parent.earlier.add(name);
    }
    open.push({ name, earlier: new Set() });
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
}

let files = 0;
for (const name of readdirSync(folder).sort()) {
  if (!name.endsWith('.xlsx')) continue;
  files += 1;
  for (const [part, bytes] of Object.entries(unzipSync(readFileSync(join(folder, name))))) {
    if (!/\.(?:xml|vml)$/.test(part) || /theme|Content_Types/.test(part)) continue;
    try {
      note(strFromU8(bytes));
    } catch {
      process.stderr.write(`${name}: ${part} is no XML, as Excel writes some drawings\n`);
    }
  }
}

/** For each child those that were only ever seen behind it. */
function behind({ children, before }) {
  const pairs = [...children]
    .sort()
    .map((child) => [
      child,
      [...children].filter((other) => before.has(`${child} ${other}`) && !before.has(`${other} ${child}`)).sort(),
    ]);
  return Object.fromEntries(pairs);
}

const lines = [...seen]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([name, entry]) => {
    const fact = {
      ...(entry.attributes.size > 0 ? { attributes: [...entry.attributes].sort() } : {}),
      ...(entry.children.size > 0 ? { behind: behind(entry) } : {}),
    };
    return `${JSON.stringify(name)}: ${JSON.stringify(fact)}`;
  });
writeFileSync(new URL('excel.json', import.meta.url), `{\n${lines.join(',\n')}\n}\n`);
process.stderr.write(`${files} workbooks, ${lines.length} elements\n`);
