/** English for how a file is damaged or hostile; each continues “aismm cannot read it, because” or “aismm does not read the file, because”. */
import type { Fault, FaultFacts } from '../../diagnostic/file-faults.js';

const mib = (bytes: number | undefined): string => `${Math.round((bytes ?? 0) / 2 ** 20)} MiB`;
const itsPart = ({ part = '' }: FaultFacts): string => `the part “${part}”`;

const FAULTS: Readonly<Record<Fault, (facts: FaultFacts) => string>> = {
  'contents-cut': () => 'the internal directory of the file is incomplete or changed',
  'end-altered': () => 'the end of the file was changed',
  'end-missing': () => 'the end of the file is missing, for example after an interrupted download',
  'name-not-utf8': () => 'the internal directory contains a name that is not encoded in UTF-8',
  'main-part-missing': () => 'the main part of the file is missing',
  'sheet-part-missing': ({ part = '' }) => `the data of the “${part}” sheet is missing`,
  'part-elsewhere': (facts) => `${itsPart(facts)} is not at the position that the internal directory specifies`,
  'part-cut': (facts) => `${itsPart(facts)} is incomplete`,
  'part-length': (facts) => `${itsPart(facts)} does not have the length that the internal directory specifies`,
  'part-checksum': (facts) => `the checksum of ${itsPart(facts)} is wrong`,
  'part-packing': (facts) => `${itsPart(facts)} uses an unknown compression method`,
  'part-not-unpacked': (facts) => `${itsPart(facts)} cannot be decompressed`,
  'part-encoding': (facts) => `${itsPart(facts)} does not use the declared encoding ${facts.piece ?? ''}`,
  'part-not-utf8': (facts) => `${itsPart(facts)} contains characters that are not encoded in UTF-8`,
  'part-no-xml': (facts) => `${itsPart(facts)} is not valid XML`,
  'part-other': (facts) => `${itsPart(facts)} contains “${facts.piece ?? ''}”, which is not allowed in this part`,
  'part-ends': (facts) => `${itsPart(facts)} ends too early`,
  'part-broken-tag': (facts) => `${itsPart(facts)} contains an invalid tag`,
  'part-closes': (facts) => `${itsPart(facts)} contains the end tag “${facts.piece ?? ''}” without a start tag`,
  'part-entity': (facts) => `${itsPart(facts)} contains the unknown entity “${facts.piece ?? ''}”`,
  'part-row': (facts) => `${itsPart(facts)} contains the invalid row “${facts.piece ?? ''}”`,
  'part-cell': (facts) => `${itsPart(facts)} contains the invalid cell “${facts.piece ?? ''}”`,
  'part-column': (facts) => `${itsPart(facts)} contains a cell beyond the last column`,
  'cell-twice': () => 'the file contains the same cell twice',
  'file-size': ({ count, most }) => `the size of the file (${mib(count)}) exceeds the limit of ${mib(most)}`,
  'too-many-attachments': ({ count = 0, most = 0 }) => `the message has ${count} attachments, but the limit is ${most}`,
  'too-many-parts': ({ count = 0, most = 0 }) => `the file has ${count} parts, but the limit is ${most}`,
  'headers-size': ({ most }) => `the headers of the message are larger than the limit of ${mib(most)}`,
  'part-twice': (facts) => `the file contains the part “${facts.part ?? ''}” twice`,
  'part-encrypted': (facts) => `${itsPart(facts)} is encrypted`,
  'part-name': ({ part = '' }) => `the file contains a part with the unsafe name “${part}”`,
  'part-size': (facts) =>
    `the part “${facts.part ?? ''}” exceeds the limit of ${mib(facts.most)} (uncompressed size: ${mib(facts.count)})`,
  'part-ratio': (facts) =>
    `the uncompressed size of the part “${facts.part ?? ''}” is more than ${facts.most ?? 0} times its compressed size`,
  'part-lies': (facts) => `${itsPart(facts)} has a larger uncompressed size than the internal directory specifies`,
  'total-size': ({ count, most }) =>
    `the uncompressed size of the file is ${mib(count)}, but the limit is ${mib(most)}`,
  'total-beyond': ({ most }) => `the uncompressed size of the file is more than the limit of ${mib(most)}`,
  'same-sheet-part': () => 'two sheets use the same part of the file',
  'part-doctype': (facts) => `${itsPart(facts)} declares a document type`,
  'part-depth': (facts) => `${itsPart(facts)} has more than ${facts.most ?? 0} levels of nesting`,
  'part-attributes': (facts) => `${itsPart(facts)} contains a tag with too many attributes`,
  'part-declarations': (facts) => `${itsPart(facts)} contains more than ${facts.most ?? 0} namespace declarations`,
  'too-many-texts': ({ most = 0 }) => `the file contains more than ${most} text values`,
  'texts-size': ({ most = 0 }) => `the text in the cells has more than ${most} characters in total`,
  'too-many-cells': ({ most = 0 }) => `the file contains more than ${most} cells with content`,
  'too-many-merges': ({ most = 0 }) => `the file contains more than ${most} merged ranges`,
  'too-many-links': ({ most = 0 }) => `the file contains more than ${most} cells with links`,
  'too-many-comments': ({ most = 0 }) => `the file contains more than ${most} cells with comments`,
  'too-many-relations': (facts) => `${itsPart(facts)} contains more than ${facts.most ?? 0} relationships`,
  'too-many-styles': ({ most = 0 }) =>
    `the file contains more than ${most} cell styles, fonts, fills or number formats`,
  'too-many-sheets': ({ most = 0 }) => `the file contains more than ${most} sheets`,
  'sheet-name': ({ piece = '', count = 0, most = 0 }) =>
    `the name of the “${piece}…” sheet has ${count} characters, but the limit is ${most}`,
  'answers-size': ({ count = 0, most = 0 }) =>
    `the answers contain ${count} characters of text, but the limit is ${most}`,
  'too-many-values': ({ most = 0 }) => `the file contains more than ${most} values`,
  'too-many-levels': ({ most = 0 }) => `the file has more than ${most} levels of nesting`,
  'too-many-records': ({ most = 0 }) => `the file contains more than ${most} records of conflicts`,
  'too-many-key-rows': ({ most = 0 }) => `the file contains more than ${most} key rows of tables`,
  'formulas-unfold': () => 'the shared formulas expand to more formulas than a spreadsheet can contain',
};

export function fileFault(facts: FaultFacts): string {
  return FAULTS[facts.fault](facts);
}
