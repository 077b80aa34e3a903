/** The cells of one sheet that lead somewhere, put into its finished XML. */
import { strFromU8 } from 'fflate';
import { relationsPart } from './relations.js';
import { escapeXml } from './text.js';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NO_RELATIONS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
/** What stands behind the links of a sheet; every sheet of ours has margins. */
const BEHIND = /<(?:printOptions|pageMargins)\b/;

export class LinkedCells {
  readonly #links: { readonly address: string; readonly link: string }[] = [];

  add(address: string, link: string): void {
    this.#links.push({ address, link });
  }

  /** The sheet's part with its links, and the part of its relationships where that changes. */
  writeTo(part: string, xml: string, parts: Readonly<Record<string, Uint8Array>>): (readonly [string, string])[] {
    if (this.#links.length === 0) return [[part, xml]];
    const elements: string[] = [];
    const relations: string[] = [];
    for (const { address, link } of this.#links) {
      if (link.startsWith('#')) {
        elements.push(`<hyperlink ref="${address}" location="${escapeXml(link.slice(1))}"/>`);
        continue;
      }
      const id = `link${relations.length + 1}`;
      elements.push(`<hyperlink xmlns:r="${RELATIONS}" ref="${address}" r:id="${id}"/>`);
      relations.push(
        `<Relationship Id="${id}" Type="${RELATIONS}/hyperlink" Target="${escapeXml(link)}" TargetMode="External"/>`,
      );
    }
    const name = relationsPart(part);
    const before = parts[name];
    const known = before ? strFromU8(before) : NO_RELATIONS;
    return [
      [part, withElements(xml, elements.join(''))],
      ...(relations.length === 0
        ? []
        : [[name, known.replace('</Relationships>', `${relations.join('')}</Relationships>`)] as const]),
    ];
  }
}

function withElements(xml: string, elements: string): string {
  return xml.includes('</hyperlinks>')
    ? xml.replace('</hyperlinks>', () => `${elements}</hyperlinks>`)
    : xml.replace(BEHIND, (next) => `<hyperlinks>${elements}</hyperlinks>${next}`);
}
