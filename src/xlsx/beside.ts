/** What goes along with the cells of a sheet and stands in other parts: addresses of links, comments of people. */
import { firstUnits } from '../diagnostic/half-characters.js';
import { LIMITS } from '../diagnostic/limits.js';
import { parseA1, toA1 } from '../grid/address.js';
import type { Allowance } from './budget.js';
import { addressesOf, readPart, type Parts, type Relation } from './relations.js';
import { readRichText } from './shared-strings.js';
import type { SheetLink } from './sheet.js';
import { cutText, decodeCellText } from './text.js';
import type { XmlReader } from './xml.js';
import { readChildren, readTree } from './xml-tree.js';

/** Where the cells of a sheet lead to, by address. */
export function linksOf(
  archive: Parts,
  part: string,
  links: readonly SheetLink[],
  allowed: Allowance,
): ReadonlyMap<string, string> {
  const outside = links.some(({ relation }) => relation !== undefined) ? addressesOf(archive, part) : new Map();
  const found = new Map<string, string>();
  for (const { range, relation, location } of links) {
    const address = relation === undefined ? '' : String(outside.get(relation) ?? '');
    const link = location === undefined || location === '' ? address : `${address}#${location}`;
    if (link === '') continue;
    const [from, to = from] = range.split(':', 2).map(parseA1);
    if (!from || !to) continue;
    let left: number = LIMITS.linkedRange;
    for (let row = from.row; row <= to.row && left > 0; row += 1)
      for (let column = from.column; column <= to.column && left > 0; column += 1, left -= 1) {
        allowed.spend();
        found.set(toA1({ row, column }), link);
      }
  }
  return found;
}

/** What people have said of the cells of a sheet, by address; `people` gives the names behind ids. */
export function commentsOf(
  archive: Parts,
  relations: readonly Relation[],
  people: () => ReadonlyMap<string, string>,
  allowed: Allowance,
): ReadonlyMap<string, string> {
  const found = new Map<string, Said>();
  for (const target of partsOf('comments', relations)) {
    const bytes = readPart(archive, target);
    if (bytes)
      readTree(bytes, target, {
        comments: {
          commentList: {
            comment: (xml) => {
              const cell = xml.attribute('ref') ?? '';
              readChildren(xml, { text: (text) => add(found, cell, readRichText(text).text, allowed) });
            },
          },
        },
      });
  }
  // A conversation leaves a notice for older programs in the place of the comment: the conversation itself goes before it.
  const threads = new Map<string, Said>();
  for (const target of partsOf('threadedComment', relations)) {
    const bytes = readPart(archive, target);
    if (bytes)
      readTree(bytes, target, {
        ThreadedComments: {
          threadedComment: (xml) => {
            const [cell, person] = [xml.attribute('ref') ?? '', people().get(xml.attribute('personId') ?? '')];
            readChildren(xml, {
              text: (text) =>
                add(threads, cell, `${person === undefined ? '' : `${person}: `}${text.content()}`, allowed),
            });
          },
        },
      });
  }
  for (const [cell, said] of threads) found.set(cell, said);
  return new Map([...found].map(([cell, { texts }]) => [cell, cutText(texts.join('\n'))]));
}

/** The parts of one kind, each once. */
function partsOf(kind: string, relations: readonly Relation[]): ReadonlySet<string> {
  return new Set(relations.flatMap((each) => (each.kind === kind ? [each.target] : [])));
}

/** What is said of one cell, as far as a comment is kept. */
interface Said {
  readonly texts: string[];
  length: number;
}

function add(found: Map<string, Said>, cell: string, text: string, allowed: Allowance): void {
  const plain = withoutRemarks(cutText(decodeCellText(text))).trim();
  if (plain === '') return;
  const said = found.get(cell) ?? { texts: [], length: 0 };
  if (said.texts.length === 0) {
    allowed.spend();
    found.set(cell, said);
  }
  if (said.length > LIMITS.text) return;
  said.texts.push(plain);
  said.length += plain.length + 1;
}

/** Names of the people that conversations are of, by id. */
export function peopleOf(archive: Parts, relations: readonly Relation[]): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  for (const target of partsOf('person', relations)) {
    const bytes = readPart(archive, target);
    const person = (xml: XmlReader): unknown =>
      people.set(xml.attribute('id') ?? '', firstUnits(xml.attribute('displayName') ?? '', LIMITS.person));
    if (bytes) readTree(bytes, target, { personList: { person } });
  }
  return people;
}

/** Stands before and behind what a program has remarked: it shows nothing, and no keyboard has it. */
const REMARK = '\u2063';
const REMARKS = /\u2063[^\u2063]*(?:\u2063|$)/g;

/** A comment of somebody, if any, and below it what a program remarks, so that reading gives the first alone. */
export function withRemark(comment: string | undefined, remark: string): string {
  const marked = `${REMARK}${remark.replaceAll(REMARK, '')}${REMARK}`;
  return comment === undefined ? marked : `${comment}\n\n${marked}`;
}

function withoutRemarks(comment: string): string {
  return comment.includes(REMARK) ? comment.replace(REMARKS, '') : comment;
}
