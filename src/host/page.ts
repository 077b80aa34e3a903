/** The offline page as one file: what was built with the package, the models that it reads, and what can be downloaded from it. */
import { readFileSync } from 'node:fs';
import { deflateRaw } from 'pako';
import { modelToJson } from '../model/json.js';
import type { Model } from '../model/model.js';
import { modelName } from '../model/named.js';

const BUILT = new URL('../../dist/page/', import.meta.url);

/** What can be inside of the page for those who have no workbook yet. */
export const PAGE_DOWNLOADS = ['workbook', 'companion'] as const;
export type PageDownload = (typeof PAGE_DOWNLOADS)[number];

/** A file that is downloaded from the page. */
export interface Embedded {
  readonly kind: PageDownload;
  /** What it is called when it is saved. */
  readonly name: string;
  readonly content: Uint8Array | string;
}

/** What a page is made of. */
export interface PageParts {
  /** The usual one first. */
  readonly models: readonly [Model, ...Model[]];
  /** Name and version of this program. */
  readonly tool: string;
  readonly downloads?: readonly Embedded[];
}

const TYPES: Readonly<Record<string, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  md: 'text/markdown;charset=utf-8',
};

/**
 * One file of HTML; the same parts give the same bytes on every machine.
 * @throws An `Error` of the system if the package does not contain the parts of the page.
 */
export function makePage({ models, tool, downloads = [] }: PageParts): string {
  const [usual] = models;
  const about = {
    tool,
    version: usual.version,
    editions: models.map(modelName).sort().join(', '),
  };
  const parts = [
    block('reader', readFileSync(new URL('reader.txt', BUILT), 'ascii')),
    block('models', packed(JSON.stringify(models.map(withoutReasons).map(modelToJson)))),
    ...downloads.map(({ kind, name, content }) => {
      const bytes = bytesOf(content);
      const type = TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
      return block(kind, packed(bytes), { download: name, bytes: String(bytes.length), type });
    }),
  ];
  const filling: Readonly<Record<string, string>> = { about: dataOf(about), parts: parts.join('\n') };
  return readFileSync(new URL('page.html', BUILT), 'utf8').replace(
    /\{(about|parts)\}/g,
    (mark, name: string) => filling[name] ?? mark,
  );
}

/** Reasons of changes between editions are long, and no page shows them. */
function withoutReasons(model: Model): Model {
  const { succession } = model;
  if (!succession) return model;
  return {
    ...model,
    succession: { ...succession, objectives: succession.objectives.map((each) => ({ ...each, why: '' })) },
  };
}

/** A block of data: it is never run, and the rule of the page allows it. */
function block(id: string, text: string, data: Readonly<Record<string, string>> = {}): string {
  return `<script type="application/octet-stream" id="${id}"${dataOf(data)}>\n${text}\n</script>`;
}

function dataOf(data: Readonly<Record<string, string>>): string {
  return Object.entries(data)
    .map(([name, value]) => ` data-${name}="${escaped(value)}"`)
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}

/** Not by Node's own packing: that gives other bytes on other machines. */
function packed(content: Uint8Array | string): string {
  return Buffer.from(deflateRaw(bytesOf(content), { level: 9 })).toString('base64');
}
