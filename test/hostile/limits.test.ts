/** Limits of one file where somebody may notice them: nothing is blanked, renamed or left out without a word. */
import { strToU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import { exampleAssessment } from '../../src/assessment/example.js';
import { readClosely } from '../../src/desk/read-closely.js';
import { find, spoilsScore } from '../../src/diagnostic/finding.js';
import { LIMITS } from '../../src/diagnostic/limits.js';
import { Findings, listed, utf8Length } from '../../src/diagnostic/listed.js';
import { renderScorecard } from '../../src/document/scorecard.js';
import { scored } from '../../src/formats/score-report.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { diagnosticLine, inWords } from '../../src/locale/message.js';
import { acceptSuggestions } from '../../src/workbook/accept.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { findCell, findRow, textOf } from '../../src/grid/grid.js';
import { readGrid } from '../../src/xlsx/read.js';
import { readTemplate, shelfOf, TOOL, usual } from '../installed.js';
import { metered } from './meter.js';
import { inline, Pack, shared } from './pack.js';
import { SHAPES } from './shapes.js';
import { messagesIn } from '../../src/locale/messages.js';
import { consoleWords } from '../../src/locale/en/console.js';

const { model } = usual();
const shelf = shelfOf(model);
const messages = messagesIn();
const ANSWERS = 'Control Objectives';
let base = new Uint8Array();

beforeAll(async () => {
  const assessment = exampleAssessment(model, { seed: 1, profile: 'typical' }, exampleTexts);
  base = new Uint8Array(await writeWorkbook({ model, assessment, tool: TOOL }));
});

const changed = (change: (pack: Pack) => Pack) => readWorkbook(change(new Pack(base)).save(1), shelf);

describe('parts and texts that are not what they should be', () => {
  test.each(['1.5', '-1', '1e9', 'x', '99999999999'])(
    'the shared text number %s is none, and the answer is not blank',
    (index) => {
      const { findings, value } = changed((pack) => pack.cell(ANSWERS, 'F4', ` t="s"><v>${index}</v></c>`));
      expect(findings).toContainEqual(expect.objectContaining({ code: 'unknown-option', cell: 'F4' }));
      expect(value?.assessment.answers.get('GOV-1A')?.answer).toBeUndefined();
    },
  );

  test.each([
    ['in the letters of old mainframes', Uint8Array.from([0x4c, 0x6f, 0xa7, 0x94, 0x93, 0x40, 0xa5, 0x85, 0x99])],
    ['that is no sheet', strToU8('<chartsheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>')],
    ['of nothing', new Uint8Array()],
  ])('a sheet’s part %s is damaged, and no row of it is missing', (_, part) => {
    const { findings } = changed((pack) => {
      pack.parts[pack.sheet(ANSWERS)] = part;
      return pack;
    });
    expect(findings.map(({ code }) => code)).toEqual(['damaged-file']);
  });

  test('a text that is longer than a cell takes is too long, and not blank, also where it begins with spaces', () => {
    const { findings } = changed((pack) =>
      pack.answers(['K', 'F'], (address) => inline(address, `${' '.repeat(40_000)}Met`)),
    );
    const told = findings.filter(({ cell }) => cell === 'K4' || cell === 'F4');
    expect(told.map(({ code, cell }) => [code, cell])).toEqual([
      ['text-too-long', 'K4'],
      ['synonym-accepted', 'F4'],
    ]);
  });
});

describe('the list of findings', () => {
  const refused = (n: number, found = 'x'.repeat(2_000)) =>
    find(
      'not-a-date',
      { sheet: 'S', cell: `K${n}`, subject: { table: 't', row: String(n), column: 'due' } },
      { found },
    );

  test('is whole where it is short, and has all texts whole', () => {
    const findings = [1, 2, 3].map((n) => refused(n));
    expect(listed(findings)).toEqual({ findings, left: [] });
  });

  test('is no longer than its limit, says how much is left out, and keeps that for the copy', () => {
    const { findings, left } = listed(Array.from({ length: 900 }, (_, n) => refused(n + 1)));
    const last = findings.filter(({ code }) => code === 'more-findings');
    expect(utf8Length(JSON.stringify(findings))).toBeLessThan(LIMITS.findings);
    expect(last).toMatchObject([{ facts: { more: left.length } }]);
    expect(findings.length - 1 + left.length).toBe(900);
    expect(listed(findings).findings).toEqual(findings);
  });

  test('never leaves out all errors because of which figures can’t be relied on', () => {
    const warnings = Array.from({ length: 990 }, (_, n) =>
      find('unknown-row', { sheet: 'A', cell: `A${n + 1}` }, { found: 'y'.repeat(500) }),
    );
    const beside = Array.from({ length: 990 }, (_, n) =>
      find(
        'duplicate-row',
        { sheet: 'A', cell: `A${n + 1}`, affects: 'record' },
        { found: 'z'.repeat(500), original: 'A1' },
      ),
    );
    const { findings } = listed([
      ...warnings,
      ...beside,
      find('duplicate-row', { sheet: 'Z', cell: 'A9' }, { found: 'GOV-2A', original: 'A1' }),
    ]);
    expect(findings.filter(spoilsScore)).toHaveLength(1);
  });

  test('of a kind that fills pages the first count, each kind of error by itself', () => {
    const found = new Findings();
    for (let n = 1; n <= 2_500; n += 1)
      found.add(
        find('duplicate-row', { sheet: 'A', cell: `A${n}`, affects: 'record' }, { found: 'a', original: 'A1' }),
      );
    found.add(find('duplicate-row', { sheet: 'Z', cell: 'A9' }, { found: 'b', original: 'A1' }));
    expect(found.all).toHaveLength(LIMITS.findingsOfAKind + 1);
    expect(found.listed().findings.filter(spoilsScore)).toHaveLength(1);
    const left = found.listed().findings.flatMap(({ code, facts }) => ('more' in facts ? [[code, facts.more]] : []));
    expect(left.reduce((sum, [, more]) => sum + Number(more), 0) + found.listed().findings.length - left.length).toBe(
      2_501,
    );
  });
});

test('a copy to send back has every answer that was refused, also those that the list has no room for', async () => {
  const shape = SHAPES.find(({ name }) => name.startsWith('thousands of cells'));
  const { value, findings } = readClosely(shape?.make(new Pack(base), shape.full).save(1) ?? base, shelf);
  expect(findings.some(({ code }) => code === 'more-findings')).toBe(true);
  const copy = value && (await annotateWorkbook(value, findings));
  const sheet = copy && readGrid(copy).value?.sheets.find(({ name }) => name === ANSWERS);
  const texts = Array.from({ length: 140 }, (_, n) => sheet && textOf(findCell(findRow(sheet, n + 4), 6)));
  expect(new Set(texts)).toEqual(new Set(['y'.repeat(2_000)]));
});

test('a reason behind an option is accepted whole, however long it is', () => {
  const reason = `nobody here does ${'that '.repeat(900)}at all`;
  const { value, findings } = changed((pack) =>
    pack.cell(ANSWERS, 'F4', ` t="inlineStr"><is><t>does not apply - ${reason}</t></is></c>`),
  );
  const suggested = findings.find(({ cell }) => cell === 'F4');
  expect(suggested).toMatchObject({ facts: { suggestion: 'Not applicable' } });
  const accepted = value && acceptSuggestions(value, findings);
  const [objective = ''] = suggested?.objective ? [suggested.objective] : [];
  expect(JSON.stringify(accepted?.read.assessment.answers.get(objective))).toContain(reason);
});

test('a name that is as long as a cell takes is cut where people read it, and whole where programs do', () => {
  const name = 'N'.repeat(LIMITS.text);
  const { value, findings } = changed((pack) => {
    const index = pack.string(name);
    return pack.edit(pack.sheet('Profile'), (xml) =>
      xml.replace(/<c r="C8"( s="\d+")?[^>]*?(?:\/>|>.*?<\/c>)/, () => shared('C8', index)),
    );
  });
  const report = value && scored({ file: 'a.xlsx', sha256: '' }, value, findings);
  expect(report?.organization?.name).toBe(name);
  const shown = renderScorecard(report as Parameters<typeof renderScorecard>[0], model, consoleWords, readTemplate);
  expect(shown.split('\n')[0]?.length).toBeLessThan(200);
});

describe('answers files of strangers', () => {
  const file = (sections: object): string =>
    JSON.stringify({ schemaVersion: 1, model: { id: model.id, version: model.version }, ...sections });
  const told = (json: string): string[] =>
    parseAnswers(json, model).findings.map((each) => diagnosticLine(inWords(each, messages)));

  test('thirty thousand ids that nobody knows cost little and fill no pages', () => {
    const answers = Object.fromEntries(
      Array.from({ length: 30_000 }, (_, n) => [`GOV-${n}X${'y'.repeat(50)}`, { answer: 'met' }]),
    );
    const { steps, value } = metered(() => told(file({ answers })));
    expect(value.join('').length).toBeLessThan(LIMITS.findings);
    expect(value.at(-1)).toContain('more');
    expect(steps).toBeLessThan(4 * LIMITS.comparing);
  });

  test('more claims than are read of a workbook are refused, in one conflict or in many', () => {
    const claim = { value: 'v', from: { file: 'f' } };
    const path = 'answers.GOV-2A.evidence';
    const most = { path, claims: Array.from({ length: LIMITS.records }, () => claim) };
    expect(told(file({ conflicts: [most] }))).toEqual([]);
    expect(told(file({ conflicts: [most, { path, claims: [claim] }] }))).toHaveLength(1);
    expect(told(file({ conflicts: [{ path, claims: [...most.claims, claim] }] })).length).toBeGreaterThan(0);
  });

  test('names of fields by the million characters are cut', () => {
    const unknown = Object.fromEntries(Array.from({ length: 2_000 }, (_, n) => [`${n}${'k'.repeat(1_000)}`, 1]));
    expect(told(file(unknown)).join('').length).toBeLessThan(2_000);
    expect(told(file(unknown)).join('')).toContain('1996 more fields');
    expect(told(file({ answers: { ['q'.repeat(1_000_000)]: {} } })).join('').length).toBeLessThan(2_000);
    expect(told(file({ comments: { ['q'.repeat(1_000_000)]: '' } })).join('').length).toBeLessThan(2_000);
  });
});
