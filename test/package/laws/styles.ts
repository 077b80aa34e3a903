/** Laws of looks: formats, fonts, colors of conditions. */
import { child, childrenOf, type Package } from '../open-package.js';
import type { PackageLaw } from './law.js';

/** The lists of a workbook's looks, with how many of each programs can hold. */
const MOST: Readonly<Record<string, number>> = {
  numFmts: 200,
  fonts: 1_024,
  fills: 65_000,
  borders: 65_000,
  cellXfs: 65_000,
  cellStyleXfs: 65_000,
  cellStyles: 65_000,
  dxfs: 65_000,
};

/** True for a format that shows a point with nothing behind it: `0.##` makes `97.` of 97. */
export function showsBarePoint(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
  return plain.split(';').some((section) => /\.[#?]/.test(section));
}

const rulesOf = ({ sheets }: Package) =>
  sheets.flatMap(({ name, root }) =>
    childrenOf(root, 'conditionalFormatting').flatMap((block) =>
      childrenOf(block, 'cfRule').map((rule) => ({ sheet: name, range: block.attributes['sqref'] ?? '', rule })),
    ),
  );

export const STYLE_LAWS: readonly PackageLaw[] = [
  {
    id: 'no-bare-point',
    says: 'No number format shows a point with no digit behind it: whole numbers have another one.',
    source: 'Microsoft: “Number format codes”: # shows significant digits only, the point always',
    breaches: (pkg) => {
      const used = new Set(pkg.sheets.flatMap(({ cells }) => cells.map(({ style }) => style)));
      const ofCells = [...used].map((style) => pkg.look(style).format).filter(showsBarePoint);
      const formats = rulesOf(pkg).map(({ sheet, range, rule }) => {
        const look = pkg.conditionalLooks[Number(rule.attributes['dxfId'])];
        const code = child(look, 'numFmt')?.attributes['formatCode'] ?? '';
        return { sheet, range, code, rank: Number(rule.attributes['priority']) };
      });
      // A better rank on the same cells shows whole numbers without a point.
      const bare = formats.filter(
        (each) =>
          showsBarePoint(each.code) &&
          !formats.some(
            ({ sheet, range, code, rank }) =>
              sheet === each.sheet &&
              range === each.range &&
              rank < each.rank &&
              code === each.code.replace(/\.#+/, ''),
          ),
      );
      return [...new Set(ofCells), ...bare.map(({ sheet, range, code }) => `${sheet}!${range}: ${code}`)];
    },
  },
  {
    id: 'looks-are-counted',
    says: 'Lists of looks say how many there are, and are not longer than programs can hold.',
    source: 'ECMA-376 part 1, 18.8; Microsoft: “Excel specifications and limits”',
    breaches: ({ styles }) =>
      styles.children.flatMap(({ name, attributes, children }) =>
        name in MOST && (Number(attributes['count']) !== children.length || children.length > (MOST[name] ?? 0))
          ? [`${name}: count ${attributes['count']}, ${children.length}`]
          : [],
      ),
  },
  {
    id: 'looks-resolve',
    says: 'A look is made of a font, a fill, a border and a format that the workbook has.',
    source: 'ECMA-376 part 1, 18.8.45 xf',
    breaches: ({ styles }) => {
      const sizeOf = (name: string): number => child(styles, name)?.children.length ?? 0;
      const own = new Set(
        childrenOf(child(styles, 'numFmts'), 'numFmt').map(({ attributes }) => attributes['numFmtId']),
      );
      return (child(styles, 'cellXfs')?.children ?? []).flatMap(({ attributes }, i) => {
        const { fontId, fillId, borderId, numFmtId = '0', xfId = '0' } = attributes;
        const isThere =
          Number(fontId) < sizeOf('fonts') &&
          Number(fillId) < sizeOf('fills') &&
          Number(borderId) < sizeOf('borders') &&
          Number(xfId) < sizeOf('cellStyleXfs') &&
          (Number(numFmtId) < 164 || own.has(numFmtId));
        return isThere ? [] : [`xf ${i}: ${JSON.stringify(attributes)}`];
      });
    },
  },
  {
    id: 'fonts-are-named',
    says: 'Every font has a name and a size; without a name it is drawn in a serif face.',
    source: 'ECMA-376 part 1, 18.8.22 font; measured in LibreOffice',
    breaches: ({ styles }) =>
      (child(styles, 'fonts')?.children ?? []).flatMap((font, i) =>
        child(font, 'name') && child(font, 'sz') ? [] : [`font ${i}`],
      ),
  },
  {
    id: 'conditions-have-ranks',
    says: 'Each conditional format of a sheet has a rank of its own and a look that is there.',
    source: 'ECMA-376 part 1, 18.3.1.10 cfRule; Excel-saved cond_format05.xlsx',
    breaches: (pkg) => {
      const seen = new Set<string>();
      return rulesOf(pkg).flatMap(({ sheet, range, rule }) => {
        const { priority = '', dxfId = '' } = rule.attributes;
        const key = `${sheet} ${priority}`;
        const isTwice = seen.has(key);
        seen.add(key);
        return Number(priority) >= 1 && !isTwice && dxfId !== '' && Number(dxfId) < pkg.conditionalLooks.length
          ? []
          : [`${sheet}!${range}: priority ${priority}, dxfId ${dxfId}`];
      });
    },
  },
];
