/** English for how a file is damaged or hostile; each continues “The workbook is damaged:” or “The file was refused because”. */
import type { Fault, FaultFacts } from '../../diagnostic/file-faults.js';

const mib = (bytes: number | undefined): string => `${Math.round((bytes ?? 0) / 2 ** 20)} MiB`;
const itsPart = ({ part = '' }: FaultFacts): string => `its part “${part}”`;

const FAULTS: Readonly<Record<Fault, (facts: FaultFacts) => string>> = {
  'contents-cut': () => 'its table of contents is cut off or altered',
  'end-altered': () => 'its end is altered',
  'end-missing': () => 'its end is missing, as after a download that broke off',
  'name-not-utf8': () => 'its table of contents holds a name that is not in UTF-8',
  'main-part-missing': () => 'its main part is missing',
  'sheet-part-missing': ({ part = '' }) => `the part of the sheet “${part}” is missing`,
  'part-elsewhere': (facts) => `${itsPart(facts)} is not where the table of contents says`,
  'part-cut': (facts) => `${itsPart(facts)} is cut off`,
  'part-length': (facts) => `${itsPart(facts)} has another length than stated`,
  'part-checksum': (facts) => `the checksum of ${itsPart(facts)} is wrong`,
  'part-packing': (facts) => `${itsPart(facts)} is packed in an unknown way`,
  'part-not-unpacked': (facts) => `${itsPart(facts)} can't be unpacked`,
  'part-encoding': (facts) => `${itsPart(facts)} is not in its encoding ${facts.piece ?? ''}`,
  'part-not-utf8': (facts) => `${itsPart(facts)} holds characters that are not in UTF-8`,
  'part-no-xml': (facts) => `${itsPart(facts)} holds nothing that can be read as XML`,
  'part-other': (facts) => `${itsPart(facts)} holds “${facts.piece ?? ''}”, which is something else than belongs there`,
  'part-ends': (facts) => `${itsPart(facts)} ends in the middle`,
  'part-broken-tag': (facts) => `${itsPart(facts)} holds a broken tag`,
  'part-closes': (facts) => `${itsPart(facts)} closes “${facts.piece ?? ''}”, which was not open`,
  'part-entity': (facts) => `${itsPart(facts)} holds the unknown entity “${facts.piece ?? ''}”`,
  'part-row': (facts) => `${itsPart(facts)} holds a row “${facts.piece ?? ''}”`,
  'part-cell': (facts) => `${itsPart(facts)} holds a cell “${facts.piece ?? ''}”`,
  'part-column': (facts) => `${itsPart(facts)} holds a cell beyond the last column`,
  'cell-twice': () => 'it holds a cell twice',
  'file-size': ({ count, most }) => `it has ${mib(count)}, more than the ${mib(most)} allowed`,
  'too-many-parts': ({ count = 0, most = 0 }) => `it has ${count} parts, more than the ${most} allowed`,
  'part-twice': (facts) => `${itsPart(facts)} is there twice`,
  'part-encrypted': (facts) => `${itsPart(facts)} is encrypted`,
  'part-name': ({ part = '' }) => `it holds a part with the unsafe name “${part}”`,
  'part-size': (facts) => `${itsPart(facts)} unpacks to ${mib(facts.count)}, more than the ${mib(facts.most)} allowed`,
  'part-ratio': (facts) => `${itsPart(facts)} unpacks to more than ${facts.most ?? 0} times its size`,
  'part-lies': (facts) => `${itsPart(facts)} unpacks to more than it states`,
  'total-size': ({ count, most }) => `it unpacks to ${mib(count)}, more than the ${mib(most)} allowed`,
  'total-beyond': ({ most }) => `it unpacks to more than the ${mib(most)} allowed`,
  'same-sheet-part': () => 'two of its sheets are the same part',
  'part-doctype': (facts) => `${itsPart(facts)} declares a document type of its own`,
  'part-depth': (facts) => `${itsPart(facts)} is nested more than ${facts.most ?? 0} deep`,
  'part-attributes': (facts) => `${itsPart(facts)} holds a tag with too many attributes`,
  'too-many-texts': ({ most = 0 }) => `it holds more than ${most} texts`,
  'too-many-cells': ({ most = 0 }) => `it holds more than ${most} filled cells`,
  'too-many-merges': ({ most = 0 }) => `it holds more than ${most} merged ranges`,
  'too-many-links': ({ most = 0 }) => `it holds more than ${most} cells with links`,
  'too-many-comments': ({ most = 0 }) => `it holds more than ${most} cells with comments`,
  'too-many-relations': (facts) => `${itsPart(facts)} holds more than ${facts.most ?? 0} relationships`,
  'too-many-styles': ({ most = 0 }) => `it holds more than ${most} cell styles, fonts, fills or number formats`,
  'too-many-sheets': ({ most = 0 }) => `it holds more than ${most} sheets`,
  'sheet-name': ({ piece = '', count = 0, most = 0 }) =>
    `the name of its sheet “${piece}…” has ${count} characters, more than the ${most} allowed`,
  'answers-size': ({ count = 0, most = 0 }) =>
    `its answers hold ${count} characters of text, more than the ${most} allowed`,
  'too-many-key-rows': ({ most = 0 }) => `it holds more than ${most} key rows of tables`,
  'formulas-unfold': () => 'its shared formulas unfold to more than a spreadsheet would hold',
};

export function fileFault(facts: FaultFacts): string {
  return FAULTS[facts.fault](facts);
}
