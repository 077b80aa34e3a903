/** The names of the sheets as a package tells them to those who can't open it, such as binary workbooks. */
import type { Inflater } from './inflate.js';
import { guarded } from './read.js';
import { readPart } from './relations.js';
import { XmlReader } from './xml.js';
import { ZipArchive } from './zip.js';

const PROPERTIES = 'docProps/app.xml';

/** Names of the sheets, without those of ranges, which stand behind them; none where the package does not tell. */
export function sheetTitles(bytes: Uint8Array, inflater?: Inflater): readonly string[] {
  const read = guarded(undefined, () => {
    const part = readPart(new ZipArchive(bytes, inflater ? { inflater } : {}), PROPERTIES);
    return { value: part ? titlesIn(part) : [], findings: [] };
  });
  return read.value ?? [];
}

function titlesIn(bytes: Uint8Array): string[] {
  const titles: string[] = [];
  let sheets: number | undefined;
  let areTitles = false;
  const xml = new XmlReader(bytes, PROPERTIES);
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open') continue;
    if (xml.name === 'TitlesOfParts') areTitles = true;
    // The first count is that of the sheets.
    else if (xml.name === 'i4' && !areTitles) sheets ??= Number(xml.content());
    else if (xml.name === 'lpstr' && areTitles) titles.push(xml.content());
  }
  return titles.slice(0, sheets);
}
