/** How a list stands: by tokens, whatever files and organizations are called, and never by a token that somebody made up. */
import { expect, test } from 'vitest';
import { readCampaignList, type CampaignRow } from '../../src/desk/campaign-list.js';
import { statusOf, type StatusSource } from '../../src/desk/status.js';
import { organizationKey, type ReturnedFile } from '../../src/desk/row.js';
import { tokenFor } from '../../src/desk/tokens.js';
import { find } from '../../src/diagnostic/finding.js';
import { matchInWords, reasonOfRow, renderStatus } from '../../src/document/status.js';
import { renderStatusHtml } from '../../src/report/status.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { statusCsv } from '../../src/formats/status-csv.js';
import type { Manifest } from '../../src/formats/manifest.js';
import { asIssued } from '../installed.js';
import { returnedModel } from '../returned.js';

const issued = asIssued(returnedModel);
const LIST = `organization,unit,contact,due
Acme,IT,it@example.com,2026-10-31
Acme,HR,hr@example.com,2026-12-31
Beta,,beta@example.com,2026-10-31
Gamma,,,
`;
const rows = (text = LIST): readonly CampaignRow[] => {
  const { value } = readCampaignList(new TextEncoder().encode(text), issued);
  if (!value) throw new Error('the list can be read');
  return value;
};
const sign = (id: string): string => `signed-${id}`;
const ids = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(32));
const manifest: Manifest = {
  schemaVersion: 1,
  list: '',
  issued: rows().map(({ organization: { name, unit = '' } }, i) => ({
    ...{ organization: name, unit, token: ids[i] ?? '', file: `${name}${unit}.xlsx`, sha256: '', content: '' },
    ...{ date: '2026-09-01', edition: issued.edition },
  })),
};

/** A file as a store has it. */
function file({
  name = '',
  unit = '',
  ...said
}: Partial<ReturnedFile> & { name?: string; unit?: string }): ReturnedFile {
  const sha256 = (said.path ?? 'x').padEnd(64, '0');
  return {
    ...{ sha256, status: 'accepted', key: organizationKey({ name, unit }, sha256), model: 'tiny 1.0' },
    ...{ path: 'x.xlsx', modified: Date.parse('2026-10-01'), applicable: 5, answered: 5, findings: [], feedback: [] },
    ...{ maturity: 2.5, floor: 2 },
    organization: { name, unit },
    ...said,
  };
}
const token = (n: number): string => tokenFor(ids[n] ?? '', sign);
const told = async (returned: readonly ReturnedFile[], more: Partial<StatusSource> = {}) => {
  const { status, findings } = await statusOf({
    ...{ rows: rows(), manifest, sign, returned, date: '2026-11-15', ...more },
  });
  return {
    rows: status.rows.map(({ organization, unit, state, isLate, file: path, matchedBy }) =>
      [`${organization}${unit}`, state, isLate ? 'late' : '', path, matchedBy ?? ''].join(' '),
    ),
    strangers: status.strangers.map(({ file: path }) => path),
    findings: findings.map(({ code, file: path }) => `${path ?? ''} ${code}`),
    status,
  };
};

test('a renamed file with another organization in it is found by its token, and the other name is told', async () => {
  const { rows: all, findings } = await told([
    file({ path: 'z.xlsx', name: 'Acme Group', unit: 'IT', token: token(0) }),
  ]);
  expect(all).toEqual([
    'Beta missing late  ',
    'AcmeHR missing   ',
    'Gamma missing   ',
    'AcmeIT complete  z.xlsx token',
  ]);
  expect(findings).toEqual(['z.xlsx returned-for-other']);
});

test('a forged token is told, and counts for nothing: the names in the file do', async () => {
  const forged = file({ path: 'f.xlsx', name: 'Beta', token: `${ids[0] ?? ''}.made-up`, answered: 3 });
  const { rows: all, findings, strangers } = await told([forged]);
  expect(all[1]).toBe('Beta partial late f.xlsx name');
  expect(all[0]).toBe('AcmeIT missing late  ');
  expect([findings, strangers]).toEqual([['f.xlsx token-forged'], []]);
});

test('a workbook of another list belongs to no row, also where it names one', async () => {
  const other = file({ path: 'o.xlsx', name: 'Beta', token: tokenFor('e'.repeat(32), sign) });
  const { findings, strangers } = await told([other]);
  expect([findings, strangers]).toEqual([['o.xlsx token-of-other-list'], ['o.xlsx']]);
});

test('what is older than the issued workbooks is of an earlier round', async () => {
  const { status, strangers } = await told([file({ name: 'Beta', modified: Date.parse('2025-09-01') })]);
  expect([status.counts.earlier, status.counts.missing, strangers]).toEqual([1, 4, []]);
});

test('a file that says nothing is found by the name of its file', async () => {
  const damaged = file({
    path: 'back/BETA.xlsx',
    status: 'rejected',
    organization: {},
    findings: [find('damaged-file', {}, { fault: 'crc' } as never)],
  });
  expect((await told([damaged])).rows[0]).toBe('Beta rejected late back/BETA.xlsx file');
});

test('an accepted file goes before a rejected one, the later before the earlier; without a manifest names decide', async () => {
  const sent = [
    file({ path: '1', name: 'BETA ', status: 'rejected', modified: Date.parse('2026-11-01') }),
    file({ path: '2', name: 'Beta', answered: 2 }),
    file({ path: '3', name: 'beta', answered: 4, modified: Date.parse('2026-10-02') }),
    file({ path: '4', name: 'Nobody' }),
  ];
  const { rows: all, status, strangers } = await told(sent, { manifest: undefined });
  expect(all[1]).toBe('Beta partial late 3 name');
  expect(status.rows[1]).toMatchObject({ files: 3, answered: 0.8, open: 1 });
  expect(strangers).toEqual(['4']);
});

test('reasons and contacts are in the lines of a mail merge', async () => {
  const found = find('unknown-option', { sheet: 'S', cell: 'B2' }, { found: 'Fuly', expected: ['Met'] });
  const { status } = await told([
    file({ name: 'Acme', unit: 'HR', token: token(1), status: 'rejected', findings: [found] }),
  ]);
  const shown = {
    ...status,
    rows: status.rows.map((row) => ({
      ...row,
      reasons: row.reasons.map(({ sheet, cell }) => ({ message: 'No.', sheet: sheet ?? '', cell: cell ?? '' })),
    })),
  };
  expect(shown.rows.map((row) => reasonOfRow(row))).toEqual([
    'No workbook was returned.',
    'No workbook was returned.',
    'S!B2: No.',
    'No workbook was returned.',
  ]);
  expect(statusCsv(shown).split('\r\n')[3]).toBe('Acme,HR,hr@example.com,2026-12-31,rejected,no,,S!B2: No.,x.xlsx,,');
});

test('of complete workbooks, the lowest results are first, and the mail merge has them', async () => {
  const all = [1, 2, 4].map((floor, i) =>
    file({ path: `${i}.xlsx`, token: token([3, 0, 1][i] ?? 0), floor, maturity: floor + 0.333 }),
  );
  const soon = rows(LIST.replaceAll(/2026-\d\d-31/g, ''));
  const { status } = await told(all, { rows: soon });
  expect(status.rows.map(({ organization, unit, floor }) => [`${organization}${unit}`, floor])).toEqual([
    ['Beta', null],
    ['Gamma', 1],
    ['AcmeIT', 2],
    ['AcmeHR', 4],
  ]);
  const csv = statusCsv({ ...status, rows: status.rows.map((row) => ({ ...row, reasons: [] })) });
  expect(csv.split('\r\n')[2]).toBe('Gamma,,,,complete,no,1,,0.xlsx,1.33,1');
});

test('parts of a workbook are no workbook: the row waits for the merged one, and counts them', async () => {
  const part = file({ path: 'p.xlsx', status: 'rejected', token: token(0), part: 'Governance' });
  const { status } = await told([part, { ...part, path: 'q.xlsx' }]);
  const row = status.rows.find(({ unit }) => unit === 'IT');
  expect([row?.state, row?.parts, row?.file, status.counts.parts]).toEqual(['parts', 2, '', 1]);
  expect(row && reasonOfRow({ ...row, reasons: [] })).toBe(
    'Only 2 parts were returned. When all parts are returned, merge them, and run “aismm ingest” for the merged workbook.',
  );
  const { status: merged } = await told([part, file({ path: 'm.xlsx', token: token(0) })]);
  expect(merged.rows.find(({ unit }) => unit === 'IT')).toMatchObject({ state: 'complete', parts: 1, files: 2 });
});

test('text and page say of a workbook without a token how it was found', async () => {
  const { status } = await told([file({ path: 'n.xlsx', name: 'Acme', unit: 'HR' }), file({ token: token(0) })]);
  const shown = {
    ...status,
    rows: status.rows.map((row) => ({ ...row, reasons: [], match: matchInWords(row.matchedBy) })),
  };
  const sentence = 'aismm found this row only by organization and unit, because the workbook has no valid token.';
  for (const text of [renderStatus(shown, builtInTemplate), renderStatusHtml(shown, builtInTemplate)])
    expect(text.split(sentence)).toHaveLength(2);
});
