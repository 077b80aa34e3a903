/** Finishes a package that exceljs has written: defined names, internal links, a fixed order and fixed times of its parts. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import type { WorkbookPlan } from './plan.js';

/** Local-time constructor on purpose: the zip format keeps local times, so that the bytes are the same in every time zone. */
const ZIP_TIME = new Date(1980, 0, 1);

/** Patches and re-zips the parts of a workbook. */
export function finishPackage(bytes: Uint8Array, plan: WorkbookPlan): Uint8Array {
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  patch(parts, 'xl/workbook.xml', (xml) => withNames(xml, plan));
  for (const name of [...parts.keys()].filter((part) => part.startsWith('xl/worksheets/sheet'))) {
    patch(parts, name, withInternalLinks);
  }
  for (const name of [...parts.keys()].filter((part) => part.startsWith('xl/worksheets/_rels/'))) {
    patch(parts, name, withoutLinkRelations);
    if (!strFromU8(parts.get(name) ?? new Uint8Array()).includes('<Relationship ')) parts.delete(name);
  }
  const ordered: Zippable = {};
  for (const name of [...parts.keys()].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))) {
    const part = parts.get(name);
    if (part) ordered[name] = [part, { mtime: ZIP_TIME, level: 6 }];
  }
  return zipSync(ordered);
}

function patch(parts: Map<string, Uint8Array>, name: string, change: (xml: string) => string): void {
  const part = parts.get(name);
  if (part) parts.set(name, strToU8(change(strFromU8(part))));
}

/** Content types and root relationships first, as programs that read the package as a stream expect; properties last. */
function rank(name: string): number {
  if (name === '[Content_Types].xml') return 0;
  if (name === '_rels/.rels') return 1;
  return name.startsWith('docProps/') ? 3 : 2;
}

/**
 * exceljs merges names with its own idea of ranges; ours are written as they are, beside the print names that it made.
 * Names must be sorted without case, or Excel offers to repair the file.
 */
function withNames(xml: string, plan: WorkbookPlan): string {
  const own = plan.names.map(({ name, refersTo }) => ({
    name,
    element: `<definedName name="${escapeXml(name)}">${escapeXml(refersTo)}</definedName>`,
  }));
  const printed = [...xml.matchAll(/<definedName [^>]*name="([^"]*)"[^>]*>[^<]*<\/definedName>/g)].map((match) => ({
    name: match[1] ?? '',
    element: match[0],
  }));
  const all = [...printed, ...own].sort((a, b) => {
    const [left, right] = [a.name.toLowerCase(), b.name.toLowerCase()];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  const element = `<definedNames>${all.map((item) => item.element).join('')}</definedNames>`;
  const without = xml.replace(/<definedNames>.*?<\/definedNames>|<definedNames\/>/s, '');
  return without.replace('</sheets>', `</sheets>${element}`);
}

/** exceljs writes a link into the workbook twice, as location and as an outside target; the second breaks after a re-save elsewhere. */
function withInternalLinks(xml: string): string {
  return xml.replace(/<hyperlink ([^>]*?)\/>/g, (_, attributes: string) => {
    const ref = /ref="([^"]*)"/.exec(attributes)?.[1] ?? '';
    const location = /location="#?([^"]*)"/.exec(attributes)?.[1];
    return location === undefined ? `<hyperlink ${attributes}/>` : `<hyperlink ref="${ref}" location="${location}"/>`;
  });
}

function withoutLinkRelations(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="#[^"]*"[^>]*\/>/g, '');
}

/** Escapes a text for XML content and attributes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
