/** A list of organizations: read as people and spreadsheets write it, or refused with row, column and what to do. */
import { describe, expect, test } from 'vitest';
import { readCampaignList, listTemplateRows, type CampaignRow } from '../../src/desk/campaign-list.js';
import { CSV_BEGIN, csvLine } from '../../src/formats/csv.js';
import type { Finding } from '../../src/diagnostic/finding.js';
import { openModels } from '../../src/host/models.js';
import { inWords } from '../../src/locale/message.js';
import { messagesIn } from '../../src/locale/messages.js';
import { asIssued, usual } from '../installed.js';

const { model } = usual();
const issued = asIssued(model);
const read = (text: string | Uint8Array) =>
  readCampaignList(typeof text === 'string' ? new TextEncoder().encode(text) : text, issued);
const rowsIn = (text: string): readonly CampaignRow[] => {
  const { value, findings } = read(text);
  expect(findings).toEqual([]);
  return value ?? [];
};
const faults = (text: string | Uint8Array): unknown[] =>
  read(text).findings.map(({ code, line, column, facts }: Finding) => [
    ...[code, line, column],
    'found' in facts ? facts.found : '',
  ]);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

test('of faults that fill pages the first are told, and how many more there are', () => {
  const categories = Array.from({ length: 600 }, (_, n) => `q${n}`).join(';');
  const { value, findings } = read(`organization,categories\nA,${categories}\nB,${categories}\n`);
  expect(value).toBeUndefined();
  expect(findings[0]).toMatchObject({ code: 'list-value', line: 2, facts: { found: 'q0' } });
  const left = findings.reduce((sum, { facts }) => sum + ('more' in facts ? facts.more : 0), 0);
  expect(left).toBeGreaterThanOrEqual(200);
  expect(left + findings.filter(({ code }) => code === 'list-value').length).toBe(1_200);
});

test('a list with more columns than a spreadsheet is refused before each of them is looked at', () => {
  const { value, findings } = read(`organization${',a'.repeat(16_384)}\nA\n`);
  expect(value).toBeUndefined();
  expect(findings).toMatchObject([{ code: 'list-unreadable', facts: { problem: 'columns' } }]);
  expect(read(`organization${','.repeat(16_383)}\nA\n`).value).toHaveLength(1);
});

test('a row of headings that no spreadsheet has is taken apart only as far as it takes to see that', () => {
  const push = Reflect.get(Array.prototype, 'push') as (...items: unknown[]) => number;
  let pushed = 0;
  Array.prototype.push = function (...items) {
    pushed += 1;
    return push.apply(this, items);
  };
  try {
    const { findings } = read(`organization${',a'.repeat(1_000_000)}\nA\n`);
    expect(findings).toMatchObject([{ code: 'list-unreadable', facts: { problem: 'columns' } }]);
  } finally {
    Array.prototype.push = push;
  }
  expect(pushed).toBeLessThan(1_500_000);
});

test('where a model has no values for a column, no message names an empty list of them', () => {
  const { value: older } = openModels('1.0');
  const first = asIssued(older?.usual ?? expect.fail('1.0 is here'));
  for (const text of ['agents: no', 'agents']) {
    const { findings } = readCampaignList(new TextEncoder().encode(`organization,conditions\nA,${text}\n`), first);
    expect(findings.map((each) => inWords(each, messagesIn('en')).message)).toEqual([
      expect.stringMatching(/ The model has no values for this column\. Delete the text in this cell\.$/),
    ]);
  }
});

describe('a list is read', () => {
  const ROWS = [
    ['Organisation', 'Business Unit', 'E-Mail', 'Due date'],
    ['Müller, Söhne & Co', 'IT "West"', 'it@example.com', '31.1.2027'],
  ];
  const quoted = (separator: string): string =>
    ROWS.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator)).join('\r\n');

  test.each([',', ';', '\t', '|'])('with the separator %j', (separator) => {
    const [row] = rowsIn(quoted(separator));
    expect(row).toMatchObject({
      ...{ line: 2, due: '2027-01-31' },
      organization: { name: 'Müller, Söhne & Co', unit: 'IT "West"', contact: 'it@example.com' },
    });
  });

  test('with a mark of its encoding, a line that names the separator, blank lines and blank ends of rows', () => {
    const [row] = rowsIn(`\ufeffsep=;\r\n${quoted(';')};;\r\n\r\n;;;\r\n`);
    expect(row).toMatchObject({ line: 3, organization: { unit: 'IT "West"' } });
    expect(read(utf16(quoted('\t'))).value?.[0]?.organization.name).toBe('Müller, Söhne & Co');
  });

  test('with options by code or label, and headings in any case, in other words or in the words of the sheet', () => {
    const [row] = rowsIn(
      'NAME;number of employees;Industry;REGION;Deployment-Types;conditions;Target level;Categories;File name\n' +
        'A;1-49;manufacturing;Europe;PaaS, API / SaaS;agents: No;GOV=3, IAM: 4;Privacy, Compliance and Audit;gov\n',
    );
    expect(row).toEqual({
      ...{ line: 2, key: 'a|', file: 'gov' },
      organization: { name: 'A', industry: 'manufacturing', size: '1-49', region: 'europe' },
      deployments: ['paas', 'api-saas'],
      categories: ['CMP'],
      conditions: { agents: false },
      targets: { GOV: 3, IAM: 4 },
    });
  });

  test('with one target for all categories', () => {
    const [row] = rowsIn('organization,targets\nA,3\n');
    expect(Object.values(row?.targets ?? {})).toEqual(Array.from({ length: 12 }, () => 3));
  });

  test('as the sample list says it', () => {
    const text =
      CSV_BEGIN +
      listTemplateRows(issued)
        .map((row) => csvLine(row))
        .join('');
    expect(rowsIn(text).map(({ organization: { unit } }) => unit)).toEqual(['Retail', 'Logistics']);
  });
});

describe('a list is refused', () => {
  test.each<[string, string | Uint8Array, unknown[]]>([
    ['without rows', 'organization,unit\n', [['list-empty', undefined, undefined, '']]],
    ['without anything', '', [['list-empty', undefined, undefined, '']]],
    ['without names', 'unit,region\nIT,europe\n', [['list-missing-column', 1, undefined, '']]],
    ['with a row without a name', 'organization,unit\n,IT\n', [['list-missing-name', 2, 1, '']]],
    ['with a column twice', 'organization,unit,Division\nA,b,c\n', [['list-repeated-column', 1, 3, 'Division']]],
    ['with a formula', 'organization,unit\nA,=B1\nB,#REF!\n', [['list-formula', 2, 2, '=B1'], ['list-formula', 3, 2, '#REF!']]],
    ['with an unknown option', 'organization,industry\nA,Bakery\n', [['list-value', 2, 2, 'Bakery']]],
    ['with an unknown category', 'organization,categories\nA,GOV;XYZ\n', [['list-value', 2, 2, 'XYZ']]],
    ['with an unknown deployment type', 'organization,deployments\nA,cloud\n', [['list-value', 2, 2, 'cloud']]],
    ['with a condition that says nothing', 'organization,conditions\nA,agents\n', [['list-value', 2, 2, 'agents']]],
    ['with a target that is no level', 'organization,targets\nA,GOV: 6\n', [['list-value', 2, 2, 'GOV: 6']]],
    ['with a day that is unclear', 'organization,due\nA,3/4/2027\n', [['list-value', 2, 2, '3/4/2027']]],
    ['with a row twice', 'organization,unit\nAcme,IT\nACME , it\n', [['list-repeated-row', 3, 1, 'ACME, it']]],
    ['with a file name twice', 'organization,file\nA,x\nB,X\n', [['list-repeated-file', 3, 2, 'X']]],
    ['with a cell too many', 'organization,unit\nMiller, Sons,IT\n', [['list-row-too-long', 2, 3, 'IT']]],
    ['with quotes that have no end', 'organization,unit\n"A,IT\n', [['list-unreadable', 2, undefined, '']]],
    ['in another encoding', Uint8Array.of(0x6e, 0x61, 0x6d, 0x65, 0x0a, 0xfc), [['list-unreadable', undefined, undefined, '']]],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected);
    expect(read(text).value).toBeUndefined();
  }); // prettier-ignore

  test('not for a column that nobody knows, which is told', () => {
    const { value, findings } = read('organization,Unitt,remarks\nA,b,c\n');
    expect(value?.[0]?.organization).toEqual({ name: 'A' });
    expect(
      findings.map(({ code, column, facts }) => [code, column, 'suggestion' in facts && facts.suggestion]),
    ).toEqual([
      ['list-unknown-column', 2, 'unit'],
      ['list-unknown-column', 3, false],
    ]);
  });
});
