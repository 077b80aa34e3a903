/** Workbooks that were made to cost more than they weigh: what somebody may put into a filled one of ours, and what must come of it. */
import { strToU8 } from 'fflate';
import type { DiagnosticCode } from '../../src/diagnostic/catalogue.js';
import { keyMark } from '../../src/layout/draft.js';
import { inline, letters, many, Pack, row, shared } from './pack.js';

/** One way to be expensive. */
export interface Shape {
  readonly name: string;
  /** How much of it makes a file of up to 4 MB that hurts. */
  readonly full: number;
  /** Puts so much of it into a filled workbook. */
  readonly make: (pack: Pack, count: number) => Pack;
  /** `read`: the answers are read. `refused`: nothing is. */
  readonly outcome: 'read' | 'refused';
  /** True where it is the check of locked cells that it costs. */
  readonly audited?: true;
  /** Codes that must be among what is said of the full one. */
  readonly says?: readonly DiagnosticCode[];
}

const ANSWERS = 'Control Objectives';
/** A sheet whose formulas and texts are all locked. */
const LOCKED = 'Calc Levels';
const TEXTS = ['I', 'J', 'M', 'O'];
const INPUTS = ['F', 'H', 'K', 'L', 'M', 'N', 'O', 'P', 'Q'];
const LONGEST = 32_767;
const COMMENTS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const THREADED = 'http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments';

/** A text with a blank before and behind it that nobody sees. */
const padded = (length: number): string => `${' '.repeat(length - 1)}x`;

/** Cells with one shared text, twenty in a row, on a sheet of somebody's own. */
function ownSheet(pack: Pack, count: number, index: number): Pack {
  const rows = many(Math.ceil(count / 20), (n) =>
    row(
      n + 1,
      many(20, (c) => shared(`${letters(c + 1)}${n + 1}`, index)),
    ),
  );
  return pack.add([['Own', `<sheetData>${rows}</sheetData>`]]);
}

/** The same below the answers. */
function belowAnswers(pack: Pack, count: number, index: number): Pack {
  return pack.below(ANSWERS, (first) =>
    many(Math.ceil(count / 20), (n) =>
      row(
        first + n,
        many(20, (c) => shared(`${letters(c + 1)}${first + n}`, index)),
      ),
    ),
  );
}

/** So many of a piece, with something new now and then, so that it does not pack to nothing. */
const mixed = (count: number, piece: string): string => {
  const together = Math.ceil(2_000 / piece.length);
  return many(Math.ceil(count / together), (n) => `${piece.repeat(together)}<!--${words(n, 40)}-->`);
};

/** The end of a cell with a text of so many pieces. */
const longText = (count: number, piece: string): string => ` t="inlineStr"><is><t>${mixed(count, piece)}</t></is></c>`;

/** A sheet without the hidden row that says what it is. */
function withoutKeys(pack: Pack): Pack {
  return pack.edit(pack.sheet(ANSWERS), (xml) => xml.replace(/<row r="3".*?<\/row>/, ''));
}

/** The formulas of the first cells of a locked sheet, all anew. */
function lockedFormulas(pack: Pack, count: number, formula: (n: number) => string): Pack {
  let n = 0;
  return pack.edit(pack.sheet(LOCKED), (xml) =>
    xml.replace(/<f>[^<]*<\/f>/g, (whole) => {
      n += 1;
      return n <= count ? `<f>${formula(n)}</f>` : whole;
    }),
  );
}

/** A formula that is written once and shared by the cells to fill in. */
function sharedFormula(pack: Pack, count: number, formula: string): Pack {
  return pack.answers(INPUTS, (address, n) => {
    if (n > count) return `<c r="${address}"/>`;
    return n === 1
      ? `<c r="${address}"><f t="shared" ref="F4:Q149" si="0">${formula}</f></c>`
      : `<c r="${address}"><f t="shared" si="0"/></c>`;
  });
}

/** A text of so many letters that no two rows have the same of. */
const words = (n: number, length: number): string =>
  many(Math.ceil(length / 8), (k) => `${((n * 7919 + k * 104_729) % 999_983).toString(36).padStart(4, 'q')} met`).slice(
    0,
    length,
  );

/** So many marks, in another order in each text, so that it does not pack to nothing. */
const marks = (n: number, length: number): string => {
  let mixed = n + 1;
  return many(length, () => {
    mixed = (Math.imul(mixed, 1_664_525) + 1_013_904_223) >>> 0;
    return mixed >>> 31 ? '&amp;' : '&lt;';
  });
};

/** Number formats and styles that use them. */
function formats(pack: Pack, count: number, format: (n: number) => string, styles = count): Pack {
  return pack.edit('xl/styles.xml', (xml) => {
    const added = many(count, (n) => `<numFmt numFmtId="${1000 + n}" formatCode="${format(n)}"/>`);
    const used = many(styles, (n) => `<xf numFmtId="${1000 + (n % count)}"/>`);
    const listed = xml.includes('</numFmts>')
      ? xml.replace('</numFmts>', () => `${added}</numFmts>`)
      : xml.replace(/<styleSheet[^>]*>/, (root) => `${root}<numFmts>${added}</numFmts>`);
    return listed.replace('</cellXfs>', () => `${used}</cellXfs>`);
  });
}

/** Comments on cells of the answers. */
function comments(pack: Pack, of: readonly (readonly [cell: string, text: string])[]): Pack {
  const list = of.map(([cell, text]) => `<comment ref="${cell}" authorId="0"><text><t>${text}</t></text></comment>`);
  pack.put('xl/comments9.xml', `<comments xmlns="${COMMENTS}"><commentList>${list.join('')}</commentList></comments>`);
  return pack.relate(ANSWERS, [['c', 'comments', '../comments9.xml']]);
}

/** Sheets of somebody's own that are copies of the answers. */
function copies(pack: Pack, count: number, rows: (sheet: number) => string): Pack {
  const whole = pack.text(pack.sheet(ANSWERS));
  const keys = /<row r="2".*?<\/row><row r="3".*?<\/row>/.exec(whole)?.[0] ?? '';
  return pack.add(
    Array.from({ length: count }, (_, n) => [`Copy ${n}`, `<sheetData>${keys}${rows(n)}</sheetData>`] as const),
  );
}

/** A sheet of conflicts about one text. */
function conflicts(pack: Pack, count: number, value: (n: number) => string): Pack {
  const quoted = (record: object): string => JSON.stringify(record).replaceAll('"', '&quot;');
  const records = many(count, (n) => {
    const record = { path: 'answers.GOV-2A.evidence', value: value(n), from: { file: `f${n}` } };
    return row(n + 5, inline(`L${n + 5}`, quoted(record)));
  });
  const keys = row(3, `${inline('A3', keyMark('conflicts'))}${inline('L3', 'record')}`);
  return pack.add([['Conflicts', `<sheetData>${keys}${records}</sheetData>`]]);
}

export const SHAPES: readonly Shape[] = [
  {
    name: 'a locked formula of 200,000 letters',
    full: 200_000,
    make: (pack, count) => lockedFormulas(pack, 1, () => 'A'.repeat(count)),
    audited: true,
    outcome: 'read',
    says: ['locked-cell-changed'],
  },
  {
    name: 'locked formulas of quotes, apostrophes and names of sheets',
    full: 400,
    make: (pack, count) =>
      lockedFormulas(
        pack,
        count,
        (n) =>
          ["'".repeat(8_000), '"&quot;'.repeat(1_200), 'a!'.repeat(4_000), "'a''".repeat(2_000), '_.'.repeat(4_000)][
            n % 5
          ] ?? '',
      ),
    audited: true,
    outcome: 'read',
    says: ['locked-cell-changed'],
  },
  {
    name: 'a blank of a million characters in cells below the answers',
    full: 20_000,
    make: (pack, count) => belowAnswers(pack, count, pack.string(padded(50 * count))),
    outcome: 'read',
    says: ['input-not-used'],
  },
  {
    name: 'the same where the key row is gone',
    full: 20_000,
    make: (pack, count) => belowAnswers(withoutKeys(pack), count, pack.string(padded(50 * count))),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'a text as long as a cell takes in hundreds of thousands of cells',
    full: 450_000,
    make: (pack, count) => ownSheet(pack, count, pack.string(padded(LONGEST))),
    outcome: 'read',
    says: ['hostile-file'],
  },
  {
    name: 'the same in as many cells as are read',
    full: 220_000,
    make: (pack, count) => ownSheet(pack, count, pack.string(padded(LONGEST))),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'a text of two hundred characters that begins like a heading',
    full: 220_000,
    make: (pack, count) =>
      ownSheet(withoutKeys(pack), count, pack.string(`Objec\u0074i\u0301ve ${'\uff49\u0301 '.repeat(60)}`)),
    outcome: 'read',
  },
  {
    name: 'copies of the answers with strange rows',
    full: 125,
    make: (pack, count) =>
      copies(pack, count, (sheet) =>
        many(400, (n) =>
          row(n + 6, `${inline(`A${n + 6}`, `X-${n}`)}${inline(`D${n + 6}`, words(sheet * 400 + n, 125))}`),
        ),
      ),
    outcome: 'read',
    says: ['duplicate-sheet'],
  },
  {
    name: 'a shared formula of brackets in the cells to fill in',
    full: 1_000,
    make: (pack, count) => sharedFormula(pack, count, '['.repeat(8_000)),
    outcome: 'read',
    says: ['formula-in-input'],
  },
  {
    name: 'shared formulas of quotes, and of references',
    full: 1_000,
    make: (pack, count) => sharedFormula(pack, count, `${"'a!".repeat(1_000)}${'A1+'.repeat(1_500)}`),
    outcome: 'read',
    says: ['formula-in-input'],
  },
  {
    name: 'number formats of five hundred letters',
    full: 90_000,
    make: (pack, count) => formats(pack, count, (n) => `${'[x'.repeat(250)}${n}`),
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'as many number formats and styles as are read',
    full: 20_000,
    make: (pack, count) => formats(pack, count, (n) => `${'[x'.repeat(250)}${n}`, 3 * count),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'number formats with long literals in the cells of measured values and texts',
    full: 1,
    make: (pack, count) => {
      const style = (
        pack
          .text('xl/styles.xml')
          .match(/<cellXfs.*<\/cellXfs>/)?.[0]
          .match(/<xf /g) ?? []
      ).length;
      formats(pack, count, () => `${'&quot;a&quot;\\b_c[$d-409]'.repeat(12)}0`);
      return pack.answers([...TEXTS, 'F'], (address, n) => `<c r="${address}" s="${style}"><v>${n}.5</v></c>`);
    },
    outcome: 'read',
  },
  {
    name: 'the same text of 32,767 Chinese characters in every answer',
    full: 576,
    make: (pack, count) => {
      const index = pack.string('\u4e2d'.repeat(LONGEST));
      return pack.answers(TEXTS, (address, n) => (n > count ? `<c r="${address}"/>` : shared(address, index)));
    },
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'thousands of cells of two thousand characters that are all refused',
    full: 7_200,
    make: (pack, count) => {
      const index = pack.string('y'.repeat(2_000));
      pack.answers(['F', 'H', 'M', 'N', 'P'], (address) => shared(address, index));
      return pack.below(ANSWERS, (first) =>
        many(Math.ceil(count / 9), (n) =>
          row(first + n, INPUTS.map((column) => shared(`${column}${first + n}`, index)).join('')),
        ),
      );
    },
    outcome: 'read',
    says: ['unknown-option', 'not-a-number', 'not-a-date', 'more-findings'],
  },
  {
    name: 'formulas of two thousand characters in every cell to fill in',
    full: 1_296,
    make: (pack, count) => sharedFormula(pack, count, `&quot;${'z'.repeat(1_990)}&quot;`),
    outcome: 'read',
    says: ['formula-in-input', 'more-findings'],
  },
  {
    name: 'texts that are too long in every cell',
    full: 1_000,
    make: (pack, count) => {
      const index = pack.string('\u4e2d'.repeat(50 * count));
      return pack.answers(INPUTS, (address) => shared(address, index));
    },
    outcome: 'read',
    says: ['text-too-long', 'unknown-option', 'not-a-number', 'not-a-date'],
  },
  {
    name: 'defined names by the ten thousand, none of ours',
    full: 200_000,
    make: (pack, count) =>
      pack.edit('xl/workbook.xml', (xml) =>
        xml.replace(
          /<definedNames>.*<\/definedNames>/s,
          () =>
            `<definedNames>${many(count, (n) => `<definedName name="n${n}">${"'".repeat(20)}S!$A$1</definedName>`)}</definedNames>`,
        ),
      ),
    outcome: 'read',
  },
  {
    name: 'defined names of a million characters, and our own moved far away',
    full: 1_000_000,
    make: (pack, count) =>
      pack.edit('xl/workbook.xml', (xml) =>
        xml.replace(
          /(<definedName name="[a-z][^>]*>)([^<]*)/g,
          (_, open) => `${String(open)}${words(count, count / 200)}${"'".repeat(count / 200)}!`,
        ),
      ),
    audited: true,
    outcome: 'read',
    says: ['name-redirected'],
  },
  {
    name: 'three hundred sheets of somebody’s own',
    full: 300,
    make: (pack, count) =>
      pack.add(
        Array.from({ length: count }, (_, n) => [
          `Own ${n}`,
          `<sheetData>${many(100, (r) =>
            row(
              r + 1,
              many(8, (c) => inline(`${letters(c + 1)}${r + 1}`, `ID ${n} ${r}`)),
            ),
          )}</sheetData>`,
        ]),
      ),
    audited: true,
    outcome: 'read',
    says: ['own-sheet'],
  },
  {
    name: 'names of sheets of many thousand characters',
    full: LONGEST,
    make: (pack, count) => pack.add([[`Own ${'n'.repeat(count)}`, '<sheetData/>']]),
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'comments by the ten thousand on one cell, and one of a million characters on others',
    full: 40_000,
    make: (pack, count) =>
      comments(pack, [
        ...Array.from({ length: count }, (_, n) => ['K4', `comment ${n}`] as const),
        ['K5', '\u2063x'.repeat(count)],
        ['K6', padded(25 * count)],
      ]),
    outcome: 'read',
    says: ['comment-kept'],
  },
  {
    name: 'conversations of somebody whose name has a million characters',
    full: 20_000,
    make: (pack, count) => {
      const said = many(
        count,
        (n) => `<threadedComment ref="K${(n % 40) + 6}" personId="p"><text>so</text></threadedComment>`,
      );
      pack.put('xl/threads.xml', `<ThreadedComments xmlns="${THREADED}">${said}</ThreadedComments>`);
      pack.put(
        'xl/people.xml',
        `<personList xmlns="${THREADED}"><person id="p" displayName="${'n'.repeat(50 * count)}"/></personList>`,
      );
      pack.edit('xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace('</Relationships>', '<Relationship Id="pp" Type="x/person" Target="people.xml"/></Relationships>'),
      );
      return pack.relate(ANSWERS, [['t', 'threadedComment', '../threads.xml']]);
    },
    outcome: 'read',
    says: ['comment-kept'],
  },
  {
    name: 'links over ranges of a thousand cells',
    full: 60_000,
    make: (pack, count) =>
      pack
        .relate(ANSWERS, [['l', 'hyperlink', `https://example.org/${'a'.repeat(5_000)}`]])
        .behind(
          ANSWERS,
          `<hyperlinks>${many(count, (n) => `<hyperlink ref="A${n + 1}:ZZ${n + 3}" r:id="l"/>`)}</hyperlinks>`,
        ),
    outcome: 'read',
    says: ['hostile-file'],
  },
  {
    name: 'the same comments related to a sheet many thousand times',
    full: 30_000,
    make: (pack, count) => {
      comments(
        pack,
        Array.from({ length: 2_000 }, (_, n) => [`K${(n % 140) + 6}`, `comment ${n}`] as const),
      );
      return pack.relate(
        ANSWERS,
        Array.from({ length: count }, (_, n) => [`c${n}`, 'comments', '../comments9.xml']),
      );
    },
    outcome: 'read',
    says: ['hostile-file'],
  },
  {
    name: 'merged cells all over each other',
    full: 50_000,
    make: (pack, count) =>
      pack.behind(
        ANSWERS,
        `<mergeCells>${many(count, (n) => `<mergeCell ref="P${(n % 900) + 6}:XFD${n + 7}"/>`)}</mergeCells>`,
      ),
    outcome: 'read',
  },
  {
    name: 'rules for typing and for coloring by the ten thousand',
    full: 60_000,
    make: (pack, count) =>
      pack.behind(
        ANSWERS,
        `${many(count, (n) => `<conditionalFormatting sqref="A${n + 1}"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>`)}<dataValidations>${many(count, (n) => `<dataValidation sqref="A${n + 1}"><formula1>${"'".repeat(9)}</formula1></dataValidation>`)}</dataValidations>`,
      ),
    outcome: 'read',
  },
  {
    name: 'a text of very many runs, and very many texts of runs below many namespaces',
    full: 100_000,
    make: (pack, count) => {
      const run = '<r><rPr><b/></rPr><t>met </t></r>';
      const first = pack.strings([
        `<si>${run.repeat(count)}</si>`,
        ...Array.from({ length: count }, () => `<si>${run}</si>`),
      ]);
      pack.edit('xl/sharedStrings.xml', (xml) =>
        xml.replace(/<sst /, () => `<sst ${many(200, (n) => `xmlns:a${n}="u${n}" `)}`),
      );
      pack.cell(ANSWERS, 'Q4', ` t="s"><v>${first}</v></c>`);
      return pack.below(ANSWERS, (at) =>
        many(Math.ceil(count / 20), (n) =>
          row(
            at + n,
            many(20, (c) => shared(`${letters(c + 1)}${at + n}`, first + 1 + n * 20 + c)),
          ),
        ),
      );
    },
    audited: true,
    outcome: 'read',
  },
  {
    name: 'rows as wide as a sheet, on a locked sheet and below the answers',
    full: 14,
    make: (pack, count) => {
      const wide = (first: number): string =>
        many(count / 2, (n) =>
          row(
            first + n,
            many(16_000, (c) => `<c r="${letters(c + 100)}${first + n}"><v>1</v></c>`),
          ),
        );
      return pack.below(ANSWERS, wide).below('Acknowledgments', wide);
    },
    audited: true,
    outcome: 'read',
    says: ['own-cells'],
  },
  {
    name: 'a locked row that is filled to its last column',
    full: 16_000,
    make: (pack, count) =>
      pack.edit(pack.sheet('Acknowledgments'), (xml) =>
        xml.replace(/(<row r="2"[^>]*?)(?:\/>|>.*?<\/row>)/, () =>
          row(
            2,
            many(count, (c) => `<c r="${letters(c + 1)}2"><v>1</v></c>`),
          ),
        ),
      ),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'one row written again for each of its cells',
    full: 100_000,
    make: (pack, count) =>
      pack.below(ANSWERS, (first) =>
        many(count, (n) =>
          row(
            first + Math.floor(n / 16_000),
            `<c r="${letters((n % 16_000) + 1)}${first + Math.floor(n / 16_000)}"><v>1</v></c>`,
          ),
        ),
      ),
    outcome: 'read',
  },
  {
    name: 'rows of somebody’s own that nearly are statements of ours',
    full: 40,
    make: (pack, count) => {
      const statements = [...pack.text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<&]{90,160})<\/t><\/si>/g)].map(
        ([, text = '']) => text,
      );
      const nearly = (n: number): string =>
        (statements[n % statements.length] ?? '')
          .replace(/[aeiou]/g, (vowel) => (n % 3 === 0 ? 'y' : vowel))
          .slice(n % 4);
      return copies(pack, count, (sheet) =>
        many(400, (n) =>
          row(
            n + 6,
            `${inline(`A${n + 6}`, `X-${n}`)}${inline(`D${n + 6}`, nearly(sheet * 7 + n))}${inline(`F${n + 6}`, 'Met')}`,
          ),
        ),
      );
    },
    outcome: 'read',
  },
  {
    name: 'strange rows below the answers that nearly are statements of ours, and rows that are missing',
    full: 400,
    make: (pack, count) => {
      const statements = [...pack.text('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<&]{90,160})<\/t><\/si>/g)].map(
        ([, text = '']) => text,
      );
      pack.answers(['A'], (address, n) => inline(address, `Q${n}`));
      return pack.below(ANSWERS, (first) =>
        many(count, (n) =>
          row(
            first + n,
            `${inline(`A${first + n}`, `Z${n}`)}${inline(`C${first + n}`, (statements[n % statements.length] ?? '').replaceAll('e', 'o').replaceAll('a', 'u'))}${inline(`E${first + n}`, 'Met')}`,
          ),
        ),
      );
    },
    outcome: 'read',
  },
  {
    name: 'ids as long as a cell takes',
    full: 5_000,
    make: (pack, count) => {
      const index = pack.string(`GOV${' '.repeat(LONGEST - 6)}-2A`);
      return pack.below(ANSWERS, (first) =>
        many(count, (n) => row(first + n, `${shared(`A${first + n}`, index)}${shared(`F${first + n}`, index)}`)),
      );
    },
    outcome: 'read',
    says: ['unknown-row'],
  },
  {
    name: 'ids of ours a hundred thousand times',
    full: 60_000,
    make: (pack, count) => {
      const index = pack.string('GOV-2A');
      const answer = pack.string('Not met');
      return pack.below(ANSWERS, (first) =>
        many(count, (n) => row(first + n, `${shared(`A${first + n}`, index)}${shared(`F${first + n}`, answer)}`)),
      );
    },
    outcome: 'read',
    says: ['duplicate-row'],
  },
  {
    name: 'a name of 32,767 characters on Profile, and texts as long in all of its cells',
    full: LONGEST,
    make: (pack, count) => {
      const index = pack.string('N'.repeat(count));
      return pack.edit(pack.sheet('Profile'), (xml) =>
        xml.replace(/<c r="(C\d+)"( s="\d+")?[^>]*?(?:\/>|>.*?<\/c>)/g, (_, address) => shared(String(address), index)),
      );
    },
    outcome: 'read',
  },
  {
    name: 'arrays over wide rows',
    full: 60_000,
    make: (pack, count) =>
      pack.below(
        ANSWERS,
        (first) =>
          row(
            first,
            many(8_000, (c) => `<c r="${letters(c + 1)}${first}"><v>1</v></c>`),
          ) +
          many(Math.ceil(count / 20), (n) =>
            row(
              first + 1 + n,
              many(
                20,
                (c) =>
                  `<c r="${letters(c + 1)}${first + 1 + n}"><f t="array" ref="A${first}:B${first}">1</f><v>1</v></c>`,
              ),
            ),
          ),
      ),
    outcome: 'refused',
  },
  {
    name: 'arrays over the whole sheet',
    full: 5_000,
    make: (pack, count) =>
      pack.below(ANSWERS, (first) =>
        many(count, (n) => row(first + n, `<c r="A${first + n}"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c>`)),
      ),
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'dates that begin like months',
    full: 432,
    make: (pack, count) =>
      pack.answers(['K', 'L', 'N'], (address, n) =>
        n > count ? `<c r="${address}"/>` : inline(address, `1 ${'jan'.repeat(60)}${n} 2026`),
      ),
    outcome: 'read',
    says: ['not-a-date'],
  },
  {
    name: 'key rows on a sheet of very many rows',
    full: 200_000,
    make: (pack, count) => {
      const mark = pack.string('aismm:meta');
      const other = pack.string('z');
      return pack.add([
        [
          'Own',
          `<sheetData>${many(count, (n) => row(n + 1, n < 170 ? shared(`A${n + 1}`, mark) : shared(`A${n + 1}`, other)))}</sheetData>`,
        ],
      ]);
    },
    audited: true,
    outcome: 'read',
  },
  {
    name: 'key rows of the answers on a sheet of very many rows',
    full: 200_000,
    make: (pack, count) => {
      const mark = pack.string('aismm:answers');
      const other = pack.string('z');
      return pack.add([
        [
          'Own',
          `<sheetData>${many(count, (n) => row(n + 1, n < 170 ? shared(`A${n + 1}`, mark) : shared(`A${n + 1}`, other)))}</sheetData>`,
        ],
      ]);
    },
    outcome: 'read',
  },
  {
    name: 'numbers of a million digits',
    full: 10_000,
    make: (pack, count) => pack.answers(['H'], (address) => `<c r="${address}"><v>${'1'.repeat(count)}x</v></c>`),
    outcome: 'read',
    says: ['not-a-number'],
  },
  {
    name: 'cells with nothing in them, forty megabytes on each of three sheets',
    full: 3_400_000,
    make: (pack, count) => {
      const cells = `<c r="A9"/>`.repeat(16) + '<!-- x -->';
      return pack.add(
        ['Own', 'Own 2', 'Own 3'].map((name) => [
          name,
          `<sheetData><row r="9">${cells.repeat(count / 16)}</row></sheetData>`,
        ]),
      );
    },
    outcome: 'read',
  },
  {
    name: 'formulas by the hundred thousand beside the answers',
    full: 110_000,
    make: (pack, count) =>
      pack.below(ANSWERS, (first) =>
        many(Math.ceil(count / 10), (n) =>
          row(
            first + n,
            many(10, (c) => `<c r="${letters(c + 40)}${first + n}"><f>A${n}+'a''b'!$B$${c + 1}&amp;"x"</f></c>`),
          ),
        ),
      ),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'the sheet of lists with very many rows',
    full: 120_000,
    make: (pack, count) =>
      pack.below('Lists', (first) =>
        many(count, (n) => row(first + n, `${inline(`A${first + n}`, `a${n}`)}${inline(`B${first + n}`, 'b')}`)),
      ),
    outcome: 'read',
  },
  {
    name: 'texts of entities by the million',
    full: 500_000,
    make: (pack, count) => {
      const index = pack.string('&#x4d;'.repeat(count));
      return pack.answers(TEXTS, (address) => shared(address, index));
    },
    outcome: 'read',
    says: ['text-too-long'],
  },
  {
    name: 'elements of very many attributes',
    full: 8_000,
    make: (pack, count) => {
      const attributes = many(250, (n) => ` a${n}="1"`);
      return pack.below(ANSWERS, (first) =>
        many(count, (n) => `<row r="${first + n}"${attributes}><c${attributes} r="A${first + n}"><v>1</v></c></row>`),
      );
    },
    outcome: 'read',
  },
  {
    name: 'reasons of one letter, and of words that say nothing',
    full: 60,
    make: (pack, count) => {
      const [no, reason] = [pack.string('Not applicable'), pack.string('. '.repeat(16_000))];
      pack.answers(['F'], (address) => shared(address, no));
      return pack.answers(['Q'], (address, n) => (n > count ? `<c r="${address}"/>` : shared(address, reason)));
    },
    outcome: 'read',
    says: ['reason-says-nothing'],
  },
  {
    name: 'answers that nearly are options, of many parts',
    full: 144,
    make: (pack, count) =>
      pack.answers(['F'], (address, n) =>
        n > count ? `<c r="${address}"/>` : inline(address, `${'met, not '.repeat(3_600)}${n}`),
      ),
    outcome: 'read',
  },
  {
    name: 'marks that XML writes in five characters, in answers and measured values that are refused',
    full: 302,
    make: (pack, count) =>
      pack.answers(['F', 'H'], (address, n) =>
        n > count ? `<c r="${address}"/>` : inline(address, marks(n, LONGEST - 767)),
      ),
    outcome: 'read',
  },
  {
    name: 'options of ours in every cell beside the answers',
    full: 100_000,
    make: (pack, count) => belowAnswers(pack, count, pack.string('Not met')),
    outcome: 'read',
    says: ['more-of-the-same'],
  },
  {
    name: 'two shared formulas of references that take turns in the cells to fill in',
    full: 1_000,
    make: (pack, count) =>
      pack.answers(INPUTS, (address, n) => {
        if (n > count) return `<c r="${address}"/>`;
        const text = (n % 2 === 0 ? 'A1+' : 'B$2*').repeat(2_000);
        return n <= 2
          ? `<c r="${address}"><f t="shared" ref="F4:Q149" si="${n % 2}">${text}</f></c>`
          : `<c r="${address}"><f t="shared" si="${n % 2}"/></c>`;
      }),
    outcome: 'read',
    says: ['formula-in-input'],
  },
  {
    name: 'rows and cells from the last to the first',
    full: 140_000,
    make: (pack, count) =>
      pack.add([
        [
          'Own',
          `<sheetData>${many(count / 20, (n) => {
            const number = count / 20 - n;
            return row(
              number,
              many(20, (c) => `<c r="${letters(20 - c)}${number}"><v>1</v></c>`),
            );
          })}</sheetData>`,
        ],
      ]),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'rows without cells by the million',
    full: 1_000_000,
    make: (pack, count) => pack.below(ANSWERS, (first) => many(count, (n) => `<row r="${first + n}"/>`)),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'readings of a text in another script, by the hundred thousand',
    full: 300_000,
    make: (pack, count) => {
      const reading = '<rPh sb="0" eb="1"><t>x</t></rPh>';
      const index = pack.strings([`<si><t>Met</t>${reading.repeat(count)}</si>`]);
      return pack.answers(TEXTS, (address) => shared(address, index));
    },
    outcome: 'read',
  },
  {
    name: 'rules for typing and for coloring with a list of ranges of millions of characters',
    full: 400_000,
    make: (pack, count) => {
      const ranges = many(count, (n) => `A${n + 1} `);
      return pack.behind(
        ANSWERS,
        `<conditionalFormatting sqref="${ranges}"><cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting><dataValidations><dataValidation sqref="${ranges}"><formula1>1</formula1></dataValidation></dataValidations>`,
      );
    },
    audited: true,
    outcome: 'read',
  },
  {
    name: 'almost a thousand sheets with the name of ours and a number',
    full: 950,
    make: (pack, count) =>
      pack.add(Array.from({ length: count }, (_, n) => [`${ANSWERS} (${n + 2})`, '<sheetData/>'] as const)),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'letters with ten marks above each other, in a text of its own in every answer',
    full: 576,
    make: (pack, count) =>
      pack.answers(TEXTS, (address, n) =>
        n > count ? `<c r="${address}"/>` : inline(address, `${n}${`e${'\u0316\u0301'.repeat(5)}`.repeat(280)}`),
      ),
    outcome: 'read',
  },
  {
    name: 'numbers and days of very many separators',
    full: 432,
    make: (pack, count) =>
      pack.answers(['H', 'P', 'N'], (address, n) =>
        n > count ? `<c r="${address}"/>` : inline(address, `${n}${['.000', '/1', ' 1,', '-1'][n % 4]?.repeat(8_000)}`),
      ),
    outcome: 'read',
    says: ['not-a-number'],
  },
  {
    name: 'names of ours that lead to ten thousand places each',
    full: 10_000,
    make: (pack, count) =>
      pack.edit('xl/workbook.xml', (xml) =>
        xml.replace(
          /(<definedName name="[a-z][^>]*>)([^<]*)/g,
          (_, open, target) => `${String(open)}${many(count / 20, () => `${String(target)},`)}${String(target)}`,
        ),
      ),
    audited: true,
    outcome: 'read',
  },
  {
    name: 'people by the ten thousand, each of whom has said something',
    full: 30_000,
    make: (pack, count) => {
      pack.put(
        'xl/threads.xml',
        `<ThreadedComments xmlns="${THREADED}">${many(count, (n) => `<threadedComment ref="K${(n % 40) + 6}" personId="p${n}"><text>so ${n}</text></threadedComment>`)}</ThreadedComments>`,
      );
      pack.put(
        'xl/people.xml',
        `<personList xmlns="${THREADED}">${many(count, (n) => `<person id="p${n}" displayName="Name ${n}"/>`)}</personList>`,
      );
      pack.edit('xl/_rels/workbook.xml.rels', (xml) =>
        xml.replace('</Relationships>', '<Relationship Id="pp" Type="x/person" Target="people.xml"/></Relationships>'),
      );
      return pack.relate(ANSWERS, [['t', 'threadedComment', '../threads.xml']]);
    },
    outcome: 'read',
    says: ['comment-kept'],
  },
  {
    name: 'one text of entities by the million, with comments between them',
    full: 2_000_000,
    make: (pack, count) => pack.cell(ANSWERS, 'K4', longText(count, '&#10;')),
    outcome: 'read',
    says: ['text-too-long'],
  },
  {
    name: 'one text of sections by the million',
    full: 1_000_000,
    make: (pack, count) => pack.cell(ANSWERS, 'K4', longText(count, '<![CDATA[x]]>')),
    outcome: 'read',
    says: ['text-too-long'],
  },
  {
    name: 'elements by the million that no one reads',
    full: 2_000_000,
    make: (pack, count) =>
      pack.edit(pack.sheet(ANSWERS), (xml) =>
        xml.replace('<sheetData>', () => `<extLst>${mixed(count, '<a>b</a>')}</extLst><sheetData>`),
      ),
    outcome: 'read',
  },
  {
    name: 'records of conflicts by the ten thousand, all about one answer',
    full: 60_000,
    make: (pack, count) => conflicts(pack, count, (n) => `v${n}`),
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'records of conflicts as long as a cell takes',
    full: 1_000,
    make: (pack, count) => conflicts(pack, count, (n) => `${words(n, 1_000)}${'z'.repeat(29_000)}`),
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'forty shared formulas of references that take turns in the cells to fill in',
    full: 40,
    make: (pack, count) =>
      pack.answers(INPUTS, (address, n) =>
        n <= count
          ? `<c r="${address}"><f t="shared" ref="F4:Q149" si="${n}">${'A1+'.repeat(2_600)}${n}</f></c>`
          : `<c r="${address}"><f t="shared" si="${1 + (n % count)}"/></c>`,
      ),
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'locked formulas of blanks by the thousand',
    full: 2_000,
    make: (pack, count) => lockedFormulas(pack, count, (n) => `${n}${' '.repeat(8_000)}`),
    audited: true,
    outcome: 'read',
    says: ['locked-cell-changed'],
  },
  {
    name: 'a part in another encoding, of which each byte takes three as UTF-8',
    full: 30_000_000,
    make: (pack, count) => {
      const part = pack.sheet(ANSWERS);
      const [head = '', tail = ''] = pack
        .text(part)
        .replace(/^<\?xml[^>]*\?>/, '<?xml version="1.0" encoding="windows-1252"?>')
        .split('<sheetData>');
      const ascii = (text: string): Uint8Array => strToU8(text.replace(/[^ -~]/g, '?'));
      const before = ascii(`${head}<!--`);
      const behind = ascii(`--><sheetData>${tail}`);
      const bytes = new Uint8Array(before.length + count + behind.length).fill(0x80);
      // Not all the same, so that it is not refused for how well it packs.
      for (let at = 0; at < count; at += 1_000)
        bytes.set(ascii(words(at, 12)), before.length + Math.min(at, count - 12));
      bytes.set(before);
      bytes.set(behind, before.length + count);
      pack.parts[part] = bytes;
      return pack;
    },
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'texts of their own, as long as a cell takes, by the thousand',
    full: 900,
    make: (pack, count) =>
      pack.add([
        [
          'Own',
          `<sheetData>${many(count, (n) => row(n + 1, inline(`A${n + 1}`, `${words(n, 1_000)}${'x'.repeat(31_000)}`)))}</sheetData>`,
        ],
      ]),
    outcome: 'refused',
    says: ['hostile-file'],
  },
  {
    name: 'declarations of namespaces by the million in elements that are read',
    full: 3_000,
    make: (pack, count) => {
      const declared = many(200, (n) => ` xmlns:n${n}="u"`);
      return pack.below(ANSWERS, (first) => many(count, (n) => `<row r="${first + n}"${declared}/>`));
    },
    outcome: 'refused',
    says: ['hostile-file'],
  },
];

/** The file of a shape. */
export function fileOf(shape: Shape, base: Uint8Array, count = shape.full): Uint8Array {
  return shape.make(new Pack(base), count).save();
}
