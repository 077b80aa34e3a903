/** Elements and attributes of our packages stand as Excel itself writes them, or as the standard asks for. */
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { linkedText } from '../../src/assessment/links.js';
import { issue } from '../../src/layout/shelf.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { shelfOf, TOOL } from '../installed.js';
import { returnedModel, returnedWith } from '../returned.js';
import { ALLOWED, contradictions, disagreements } from './observed/contradictions.js';
import { Package } from './open-package.js';

const assessment = {
  ...returnedWith({
    'GOV-2A': { answer: 'met', evidence: linkedText('Policy', 'https://example.org/') },
    'GOV-2B': { answer: 'not-applicable' },
  }),
  comments: { 'answers.GOV-2A.answer': 'Seen.' },
};

let packages: readonly Package[];

beforeAll(async () => {
  const written = await writeWorkbook({ model: returnedModel, assessment, tool: TOOL });
  const { value, findings } = readWorkbook(written, shelfOf(returnedModel));
  if (!value) throw new Error(JSON.stringify(findings));
  const copy = await annotateWorkbook(value, findings);
  const many = (await makeFiller(issue(returnedModel, { tool: TOOL })))(assessment);
  packages = [written, copy, many].map((bytes) => Package.open(bytes));
});

test('the standard and what Excel has written agree', () => {
  expect(disagreements()).toEqual([]);
});

test('nothing in our packages contradicts either', () => {
  const found = new Set(packages.flatMap((pkg) => contradictions(pkg)));
  expect([...found].filter((each) => !(each in ALLOWED))).toEqual([]);
  // What is allowed is there; otherwise the list says too much.
  expect(Object.keys(ALLOWED).filter((each) => !found.has(each))).toEqual([]);
});

describe('a contradiction is found', () => {
  test.each([
    ['an order of elements', 'xl/worksheets/sheet1.xml', /(<pageMargins [^>]*>)(<pageSetup [^>]*>)/, '$2$1'],
    ['an attribute', 'xl/worksheets/sheet1.xml', '<sheetView ', '<sheetView color="1" '],
    ['an element', 'xl/styles.xml', '<font>', '<font><weight/>'],
    ['an order in a chart', 'xl/charts/chart1.xml', /(<c:idx [^>]*>)(<c:order [^>]*>)/, '$2$1'],
  ])('%s', (_, part, from, to) => {
    const [pkg] = packages;
    const parts = [...(pkg?.parts ?? [])].map(
      ([name, xml]) => [name, name === part ? xml.replace(from, to) : xml] as const,
    );
    const found = contradictions(new Package(parts.map(([name, xml]) => [name, strToU8(xml)])));
    expect(found.filter((each) => !(each in ALLOWED)).length).toBeGreaterThan(0);
  });
});
