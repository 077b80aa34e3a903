/** What goes along with the cells of a sheet and stands in other parts: addresses of links, comments of people. */
import { parseA1, toA1 } from '../grid/address.js';
import { addressesOf, readPart, type Parts, type Relation } from './relations.js';
import { readRichText } from './shared-strings.js';
import type { SheetLink } from './sheet.js';
import { decodeCellText } from './text.js';
import type { XmlReader } from './xml.js';
import { readChildren, readTree } from './xml-tree.js';

/** Cells of one range that are given its address each; people link single cells. */
const MOST_OF_A_RANGE = 1_000;

/** Where the cells of a sheet lead to, by address. */
export function linksOf(archive: Parts, part: string, links: readonly SheetLink[]): ReadonlyMap<string, string> {
  const outside = links.some(({ relation }) => relation !== undefined) ? addressesOf(archive, part) : new Map();
  const found = new Map<string, string>();
  for (const { range, relation, location } of links) {
    const address = relation === undefined ? '' : String(outside.get(relation) ?? '');
    const link = location === undefined || location === '' ? address : `${address}#${location}`;
    if (link === '') continue;
    const [from, to = from] = range.split(':').map(parseA1);
    if (!from || !to) continue;
    let left = MOST_OF_A_RANGE;
    for (let row = from.row; row <= to.row && left > 0; row += 1)
      for (let column = from.column; column <= to.column && left > 0; column += 1, left -= 1)
        found.set(toA1({ row, column }), link);
  }
  return found;
}

/** What people have said of the cells of a sheet, by address; `people` gives the names behind ids. */
export function commentsOf(
  archive: Parts,
  relations: readonly Relation[],
  people: () => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { kind, target } of relations) {
    const bytes = kind === 'comments' ? readPart(archive, target) : undefined;
    if (bytes)
      readTree(bytes, target, {
        comments: {
          commentList: {
            comment: (xml) => {
              const cell = xml.attribute('ref') ?? '';
              readChildren(xml, { text: (text) => add(found, cell, readRichText(text).text) });
            },
          },
        },
      });
  }
  // A conversation leaves a notice for older programs in the place of the comment: the conversation itself goes before it.
  const threads = new Map<string, string>();
  for (const { kind, target } of relations) {
    const bytes = kind === 'threadedComment' ? readPart(archive, target) : undefined;
    if (bytes)
      readTree(bytes, target, {
        ThreadedComments: {
          threadedComment: (xml) => {
            const [cell, person] = [xml.attribute('ref') ?? '', people().get(xml.attribute('personId') ?? '')];
            readChildren(xml, {
              text: (text) => add(threads, cell, `${person === undefined ? '' : `${person}: `}${text.content()}`),
            });
          },
        },
      });
  }
  for (const [cell, text] of threads) found.set(cell, text);
  return found;
}

function add(found: Map<string, string>, cell: string, text: string): void {
  const plain = withoutRemarks(decodeCellText(text)).trim();
  if (plain === '') return;
  const before = found.get(cell);
  found.set(cell, before === undefined ? plain : `${before}\n${plain}`);
}

/** Names of the people that conversations are of, by id. */
export function peopleOf(archive: Parts, relations: readonly Relation[]): ReadonlyMap<string, string> {
  const people = new Map<string, string>();
  for (const { kind, target } of relations) {
    const bytes = kind === 'person' ? readPart(archive, target) : undefined;
    const person = (xml: XmlReader): unknown =>
      people.set(xml.attribute('id') ?? '', xml.attribute('displayName') ?? '');
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
