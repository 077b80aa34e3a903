/** The table of texts that cells refer to by number. */
import { hostile } from './fault.js';
import { decodeCellText } from './text.js';
import { XmlReader } from './xml.js';

/** As many as a workbook with that many different texts could need. */
const MOST_STRINGS = 2_000_000;

export function readSharedStrings(text: string, part: string): string[] {
  const strings: string[] = [];
  const xml = new XmlReader(text, part);
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event !== 'open' || xml.name !== 'si') continue;
    strings.push(readRichText(xml, 'si'));
    if (strings.length > MOST_STRINGS) throw hostile(`it holds more than ${MOST_STRINGS} texts`);
  }
  return strings;
}

/** The text of the element just opened (`si` or `is`): its own and its runs', without readings of characters. */
export function readRichText(xml: XmlReader, element: string): string {
  if (xml.selfClosing) return '';
  let text = '';
  for (let event = xml.next(); event !== 'end'; event = xml.next()) {
    if (event === 'close' && xml.name === element) break;
    if (event !== 'open') continue;
    if (xml.name === 't') text += xml.content();
    else if (xml.name === 'rPh') xml.skip();
  }
  return decodeCellText(text);
}
