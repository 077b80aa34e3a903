/** Ways to break one law each, in the parts of a package that keeps all of them. */
export type Parts = Map<string, string>;
export type Break = (parts: Parts) => void;

/** A part that fits is written anew; it is an error in the test if nothing is. */
export function rewrite(part: RegExp, from: string | RegExp, to: string | ((found: string) => string)): Break {
  return (parts) => {
    for (const [name, xml] of parts) {
      if (!part.test(name)) continue;
      const changed = typeof to === 'string' ? xml.replace(from, () => to) : xml.replace(from, to);
      if (changed === xml) continue;
      parts.set(name, changed);
      return;
    }
    throw new Error(`nothing to break: ${String(part)} ${String(from)}`);
  };
}

const WORKBOOK = /^xl\/workbook\.xml$/;
const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;
const STYLES = /^xl\/styles\.xml$/;
const DRAWING = /^xl\/drawings\/drawing\d+\.xml$/;
const CHART = /^xl\/charts\/chart\d+\.xml$/;

const both =
  (...breaks: readonly Break[]): Break =>
  (parts) => {
    for (const each of breaks) each(parts);
  };

/** How each law is broken, by its id. */
export const BREAKS: Readonly<Record<string, Break>> = {
  'parts-have-types': rewrite(/Content_Types/, /<Override [^>]*styles[^>]*\/>/, ''),
  'relations-lead-to-parts': (parts) => void parts.delete('xl/theme/theme1.xml'),
  'types-come-first': (parts) => {
    const types = parts.get('[Content_Types].xml') ?? '';
    parts.delete('[Content_Types].xml');
    parts.set('[Content_Types].xml', types);
  },
  'names-of-people-stay': rewrite(WORKBOOK, '<workbookPr', '<workbookPr filterPrivacy="1"'),
  'current-engine': rewrite(WORKBOOK, /calcId="\d+"/, 'calcId="171027"'),
  'results-or-computed': rewrite(SHEET, /<\/f><v>[^<]*<\/v>/, '</f>'),
  'opens-on-a-tab': rewrite(WORKBOOK, 'activeTab="0"', 'activeTab="1"'),
  'says-its-language': rewrite(/core\.xml/, /<dc:language>.*<\/dc:language>/, ''),
  'names-of-sheets': rewrite(WORKBOOK, 'name="Profile"', 'name="Profile of the organization, and more"'),
  'app-knows-the-sheets': rewrite(/app\.xml/, '>Profile<', '>Sheet2<'),
  'names-resolve': rewrite(WORKBOOK, /<definedName name="as_of">[^<]*</, '<definedName name="as_of">Profile!#REF!<'),
  'names-allowed': rewrite(WORKBOOK, 'name="as_of"', 'name="AB12"'),
  'names-sorted': rewrite(WORKBOOK, 'name="as_of"', 'name="zz_name"'),
  'filters-named': rewrite(WORKBOOK, /<definedName name="_xlnm._FilterDatabase".*?<\/definedName>/, ''),
  'ends-are-locked': rewrite(
    WORKBOOK,
    '</definedNames>',
    '<definedName name="zzz">Profile!$C$9</definedName></definedNames>',
  ),
  'inputs-are-looked-up': rewrite(SHEET, /<f>/, '<f>Profile!$C$9+'),
  'nothing-hidden-is-frozen': both(
    rewrite(SHEET, /<row r="1"/, '<row r="1" hidden="1"'),
    rewrite(
      SHEET,
      /(<sheetView [^>]*>).*?<\/sheetView>/,
      (view) =>
        `${/<sheetView [^>]*>/.exec(view)?.[0] ?? ''}<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView>`,
    ),
  ),
  'panes-have-selections': rewrite(SHEET, /<selection pane="topRight"[^>]*\/>/, ''),
  'rows-grow': (parts) => {
    for (const [name, xml] of parts)
      if (SHEET.test(name))
        parts.set(
          name,
          xml.replace(/<row (?![^>]*customHeight)/g, () => '<row customHeight="1" '),
        );
  },
  'rows-in-order': rewrite(SHEET, /<dimension ref="A1:[^"]*"/, '<dimension ref="A1:A1"'),
  'headings-are-printed': rewrite(WORKBOOK, /<definedName name="_xlnm.Print_Titles".*?<\/definedName>/, ''),
  'pages-are-set': rewrite(SHEET, '</oddFooter>', `${'x'.repeat(256)}</oddFooter>`),
  'texts-stay-texts': rewrite(STYLES, / quotePrefix="1"/g, () => ''),
  'texts-fit': rewrite(/sharedStrings/, '</t>', `${'\n'.repeat(254)}</t>`),
  'values-are-sound': rewrite(SHEET, /<v>1<\/v>/, '<v>NaN</v>'),
  'looks-exist': rewrite(SHEET, /(<c r="A1") s="\d+"/, '<c r="A1" s="9999"'),
  'formulas-fit': rewrite(SHEET, /<f>/, `<f>${'('.repeat(65)}1${')'.repeat(65)}+`),
  'formulas-are-whole': rewrite(SHEET, /<f>/, '<f>#REF!+'),
  'shared-formulas-are-said-once': rewrite(SHEET, /<f t="shared" si="0"\/>/, '<f t="shared" si="99999"/>'),
  'no-bare-point': rewrite(STYLES, 'formatCode="yyyy-mm-dd"', 'formatCode="0.###"'),
  'looks-are-counted': rewrite(STYLES, /<fonts count="\d+"/, '<fonts count="1"'),
  'looks-resolve': rewrite(STYLES, /(<cellXfs[^>]*><xf [^>]*?)fontId="\d+"/, (xf) =>
    xf.replace(/fontId="\d+"/, 'fontId="99"'),
  ),
  'fonts-are-named': rewrite(STYLES, '<name val="Arial"/>', ''),
  'conditions-have-ranks': rewrite(SHEET, 'priority="2"', 'priority="1"'),
  'checks-fit': rewrite(SHEET, / prompt="/, ` prompt="${'x'.repeat(255)}`),
  'checks-are-apart': rewrite(SHEET, /(<dataValidation [^>]*)sqref="C10:C10"/, (found) =>
    found.replace('C10:C10', 'C9:C10'),
  ),
  'sheets-are-fenced': rewrite(SHEET, '<sheetProtection sheet="1"', '<sheetProtection'),
  'filling-in-is-free': rewrite(SHEET, ' insertHyperlinks="0"', ''),
  'filter-yes-sort-no': rewrite(SHEET, '<sheetProtection', '<sheetProtection sort="0"'),
  'charts-stay': rewrite(SHEET, ' objects="1"', ''),
  'notes-fit': rewrite(/vmlDrawing/, 'data="1"', 'data="2"'),
  'links-lead-somewhere': rewrite(SHEET, /location="[^"]*"/, 'location="Meta!A1"'),
  'tables-are-whole': (parts) => {
    const sheet = 'xl/worksheets/sheet2.xml';
    const of = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/table';
    const name = 'xl/worksheets/_rels/sheet2.xml.rels';
    const known = parts.get(name) ?? '<Relationships></Relationships>';
    parts.set(
      name,
      known.replace(
        '</Relationships>',
        `<Relationship Id="t1" Type="${of}" Target="/xl/tables/table1.xml"/></Relationships>`,
      ),
    );
    parts.set(
      'xl/tables/table1.xml',
      '<table displayName="My table" ref="A6:B7"><tableColumns><tableColumn id="1" name="x"/><tableColumn id="2" name="x"/></tableColumns></table>',
    );
    if (!parts.has(sheet)) throw new Error('no sheet to break');
  },
  'drawings-stand': rewrite(DRAWING, / name="[^"]*"/, ' name=""'),
  'charts-draw-cells': rewrite(CHART, /<c:ptCount val="\d+"\/>/, '<c:ptCount val="1"/>'),
  'sheets-have-no-merged-cells': rewrite(
    SHEET,
    '</sheetData>',
    '</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells>',
  ),
  'texts-can-be-read': rewrite(STYLES, '<color rgb="FF1F3A5F"/>', '<color rgb="FFAAAAAA"/>'),
  'inputs-can-be-seen': (parts) => {
    const styles = parts.get('xl/styles.xml') ?? '';
    parts.set(
      'xl/styles.xml',
      styles.replace(
        /(<(left|right|top|bottom) style="thin">)<color rgb="\w+"\/>/g,
        (_, side: string) => `${side}<color rgb="FFF4F4F4"/>`,
      ),
    );
  },
  'colors-are-said': rewrite(SHEET, /(<cfRule [^>]*><formula>)[^<]*/, (rule) =>
    rule.replace(/<formula>.*/, "<formula>'Calc Objectives'!$A$3=1"),
  ),
  'nothing-empty-is-read': rewrite(SHEET, /<c r="A1"[^>]*>.*?<\/c>/, '<c r="A1" t="inlineStr"><is><t></t></is></c>'),
  'titles-come-first': rewrite(SHEET, /<c r="A1"[^>]*>.*?<\/c>/, '<c r="A1" t="inlineStr"><is><t>{"a":1}</t></is></c>'),
  'programs-know-the-file': rewrite(
    /^xl\/worksheets\/sheet2\.xml$/,
    /<c r="A1"[^>]*>.*?<\/c>/,
    '<c r="A1" t="inlineStr"><is><t>Title</t></is></c>',
  ),
  'headings-are-named': (parts) => {
    const workbook = parts.get('xl/workbook.xml') ?? '';
    parts.set('xl/workbook.xml', workbook.replaceAll('name="Title_', 'name="Tidle_'));
  },
  'drawings-are-told': rewrite(DRAWING, / descr="[^"]*"/, ' descr=""'),
  'letters-on-screen': rewrite(STYLES, /<sz val="(?:9|10)"\/>/g, () => '<sz val="8"/>'),
  'letters-of-charts': rewrite(CHART, /sz="\d+"/, 'sz="800"'),
  'letters-in-print': rewrite(SHEET, /(<col [^>]*)width="[^"]*"/, (col) => col.replace(/width="[^"]*"/, 'width="250"')),
  'lines-are-printed-whole': rewrite(SHEET, /(<col [^>]*)width="[^"]*"/g, (col) =>
    col.replace(/width="[^"]*"/, 'width="1"'),
  ),
  'texts-fit-rows': rewrite(SHEET, /(<row [^>]*)ht="[^"]*"/g, (row) => row.replace(/ht="[^"]*"/, 'ht="8"')),
  'charts-stack-nothing': rewrite(CHART, '<c:grouping val="clustered"/>', '<c:grouping val="stacked"/>'),
  'foot-is-never-smaller': rewrite(SHEET, ' scaleWithDoc="0"', ''),
  'labels-are-all-drawn': rewrite(CHART, '<c:tickLblSkip val="1"/>', ''),
};
