/** A workbook in parts for colleagues, and together again: nothing is lost, and nothing is asked twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import { mergeFiles, shownNames, type MergeFile } from '../../src/desk/merge.js';
import { readPeople } from '../../src/desk/people-list.js';
import { splitAssessment, type SplitPart } from '../../src/desk/split.js';
import { wholeOf, type SplitBy } from '../../src/edition/edition.js';
import { issue } from '../../src/layout/shelf.js';
import { objectivesOf } from '../../src/model/model.js';
import { auditWorkbook } from '../../src/workbook/audit.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { anyAssessment, assessmentOf } from '../assessments.js';
import { shelfOf, TOOL } from '../installed.js';
import { tinyModel } from '../tiny-model.js';

// Some shares of it are the quick scan of their category, without being a quick scan.
const model = tinyModel({
  GOV: [{ level: 2, quick: true }, { level: 3 }],
  IAM: [{ level: 2, quick: true }, { level: 4 }],
  MON: [{ level: 2, quick: true }],
});
const shelf = shelfOf(model);
const whole = wholeOf(model);
const people = new Map([
  ['GOV', 'Ana'],
  ['GOV-3A', 'Ben'],
  ['MON', 'ben '],
]);
const split = (assessment: Assessment, by: SplitBy): readonly SplitPart[] =>
  splitAssessment({ assessment, model, part: whole, people }, by, 'acme');

const bytesOf = async ({ model: asked, assessment, part, handOver }: Omit<SplitPart, 'name'>): Promise<Uint8Array> =>
  writeXlsx(planWorkbook(issue(asked, { tool: TOOL, part, handOver }), { assessment }));

const fileOf = (bytes: Uint8Array, path: string): MergeFile => {
  const { value, findings } = readWorkbook(bytes, shelf);
  expect(findings.filter(({ code }) => code === 'contradicting-meta')).toEqual([]);
  if (!value) throw new Error(JSON.stringify(findings));
  const { assessment, edition, model: asked, placeOf } = value;
  return { path, sha256: path, assessment, edition, model: asked, placeOf };
};

describe('parts', () => {
  const owned = assessmentOf(model, {
    answers: {
      'GOV-2A': { owner: 'Ana' },
      'IAM-2A': { owner: 'ana ' },
      'GOV-3A': { owner: 'Ben / IT', answer: 'met' },
    },
    targets: { GOV: 3, MON: 2 },
  });

  test.each([
    ['category', ['acme-GOV', 'acme-IAM', 'acme-MON'], ['GOV-2A', 'GOV-3A']],
    ['owner', ['acme-Ana', 'acme-Ben-IT', 'acme-no-owner'], ['GOV-2A', 'IAM-2A']],
    ['list', ['acme-Ana', 'acme-Ben', 'acme-no-owner'], ['GOV-2A']],
  ] as const)('by %s have names that say whose they are, and each objective is in one', (by, names, first) => {
    const parts = split(owned, by);
    expect(parts.map(({ name }) => name)).toEqual(names);
    expect(objectivesOf(parts[0]?.model ?? model).map(({ id }) => id)).toEqual(first);
    const all = parts.flatMap(({ model: asked }) => objectivesOf(asked).map(({ id }) => id));
    expect([...all].sort()).toEqual(
      objectivesOf(model)
        .map(({ id }) => id)
        .sort(),
    );
  });

  test('have what is answered already, and say on the first sheet whose they are', () => {
    const ben = split(owned, 'owner')[1];
    expect(ben?.assessment).toMatchObject({
      targets: { GOV: 3 },
      answers: new Map([['GOV-3A', { owner: 'Ben / IT', answer: 'met' }]]),
    });
    const plan = ben && planWorkbook(issue(ben.model, { tool: TOOL, part: ben.part, handOver: ben.handOver }));
    const first = plan?.sheets[0]?.cells.map(({ value }) => value);
    expect(first).toContain('This workbook contains only the objectives that Ben / IT should answer.');
  });

  test('are known for what they are when they come back, and nobody is accused', async () => {
    for (const part of split(owned, 'owner')) {
      const { value } = readWorkbook(await bytesOf(part), shelf);
      expect(value?.edition).toMatchObject({ part: part.part, handOver: part.handOver });
      expect(value && auditWorkbook(value)).toEqual([]);
    }
  });

  test('of a part, down to one objective each, are known, too', async () => {
    const everyone = new Map(objectivesOf(model).map(({ id }) => [id, id]));
    const [some] = splitAssessment({ assessment: owned, model, part: whole, people }, 'list', 'acme');
    if (!some) throw new Error('no part');
    const parts = splitAssessment({ ...some, people: everyone }, 'list', 'acme');
    expect(parts.map(({ model: asked }) => objectivesOf(asked).map(({ id }) => id))).toEqual([['GOV-2A']]);
    for (const part of [
      ...parts,
      ...splitAssessment({ assessment: owned, model, part: whole, people: everyone }, 'list', 'x'),
    ])
      expect(fileOf(await bytesOf(part), part.name).edition).toMatchObject({ part: part.part });
  });

  test('that claim more than their workbook asks are refused', async () => {
    const [ana] = split(owned, 'owner');
    if (!ana) throw new Error('no part');
    const of = { ...whole, categories: ['MON'] };
    const { value, findings } = readWorkbook(await bytesOf({ ...ana, handOver: { ...ana.handOver, of } }), shelf);
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'contradicting-meta' }]);
  });
});

test('put together they are the whole, whatever was answered and however it was split', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyAssessment(model),
      fc.constantFrom<SplitBy>('category', 'domain', 'owner', 'list'),
      fc.array(fc.constantFrom('Ana', 'Ben', undefined), { minLength: 5, maxLength: 5 }),
      async (some, by, owners) => {
        const answers = objectivesOf(model).flatMap(({ id }, i) => {
          const owner = owners[i];
          const answer = { ...some.answers.get(id), ...(owner === undefined ? {} : { owner }) };
          return Object.keys(answer).length > 0 ? [[id, answer] as const] : [];
        });
        const assessment = { ...some, answers: new Map(answers) };
        const files = await Promise.all(
          split(assessment, by).map(async (part) => fileOf(await bytesOf(part), part.name)),
        );
        const { value, findings } = mergeFiles([...files].reverse(), model);
        expect(findings).toEqual([]);
        expect(value?.assessment).toEqual(assessment);
        // One part alone stays a part.
        expect(value?.part).toEqual(files.length === 1 ? files[0]?.edition?.part : whole);
        expect(value?.open).toEqual([]);
      },
    ),
    { numRuns: 5, endOnFailure: true },
  );
});

describe('merging refuses or tells of', () => {
  const file = (path: string, assessment: Assessment, sha256 = path): MergeFile => ({
    path,
    sha256,
    assessment,
    model,
  });
  const named = (name: string, unit = '') => {
    const blank = assessmentOf(model, {});
    return { ...blank, organization: { ...blank.organization, name, unit } };
  };

  test('another organization or unit, another edition', () => {
    expect(
      mergeFiles([file('a', named('Acme')), file('b', named('ACME ')), file('c', named('Other'))], model),
    ).toMatchObject({
      findings: [
        { code: 'merge-other-organization', file: 'c', facts: { found: 'Other', other: 'Acme', otherFile: 'a' } },
      ],
    });
    expect(mergeFiles([file('a', named('Acme', 'IT')), file('b', named('Acme', 'HR'))], model).findings).toMatchObject([
      { code: 'merge-other-organization', file: 'b', field: 'unit' },
    ]);
    const older = { ...named('Acme'), model: { id: model.id, version: '0.9' } };
    expect(mergeFiles([file('a', named('Acme')), file('b', older)], model).findings).toMatchObject([
      { code: 'merge-other-model', file: 'b' },
    ]);
  });

  test('the same bytes twice, and a part that no one sent back', async () => {
    const once = mergeFiles([file('b', named('Acme'), 'x'), file('a', named('Acme'), 'x')], model);
    expect(once.findings).toMatchObject([{ code: 'merge-same-file', file: 'b', facts: { otherFile: 'a' } }]);
    const [gov, iam] = split(named('Acme'), 'category');
    if (!gov || !iam) throw new Error('no parts');
    const files = [fileOf(await bytesOf(gov), 'gov'), fileOf(await bytesOf(iam), 'iam')];
    expect(mergeFiles(files, model).findings).toMatchObject([
      { code: 'merge-part-missing', facts: { count: 1, objectives: ['MON-2A'] } },
    ]);
    const again = [...files, { ...fileOf(await bytesOf(gov), 'gov-2') }];
    expect(mergeFiles(again, model).findings.map(({ code }) => code)).toEqual([
      'merge-part-twice',
      'merge-part-missing',
    ]);
  });
});

test('a list of people is read with any usual separator; rows that mean nothing are told by line', () => {
  expect(readPeople('\ufeffOwner;Category;Objective\r\nAna;GOV;\r\n"Ben; IT";GOV;gov-3a\r\n', model)).toEqual({
    value: new Map([
      ['GOV', 'Ana'],
      ['GOV-3A', 'Ben; IT'],
    ]),
    findings: [],
  });
  const bad = readPeople('id,person\nGOV,Ana\nGOV,Ben\nIAM,\nGOV-9Z,Cid\n=1+1,Dee\n', model);
  expect(bad.value).toBeUndefined();
  expect(bad.findings.map(({ line, facts }) => [line, 'why' in facts && facts.why])).toEqual([
    [3, 'twice'],
    [4, 'nobody'],
    [5, 'unknown'],
    [6, 'unknown'],
  ]);
  expect(readPeople('a,b\n', model).findings).toMatchObject([
    { code: 'people-list-invalid', facts: { why: 'columns' } },
  ]);
  expect(readPeople('id,person\n', model).findings).toMatchObject([
    { code: 'people-list-invalid', facts: { why: 'empty' } },
  ]);
  expect(readPeople('id,person\n"GOV,Ana\n', model).findings).toMatchObject([
    { code: 'list-unreadable', facts: { problem: 'quotes' } },
  ]);
});

test('of a list with faults that fill pages the first are told, and how many more; no name is longer than a cell', () => {
  const rows = Array.from({ length: 1_500 }, (_, n) => `IAM-3A governance of models ${n},Ann`);
  const { value, findings } = readPeople(`id,person\n${rows.join('\n')}\n`, model);
  expect(value).toBeUndefined();
  const left = findings.reduce((sum, { facts }) => sum + ('more' in facts ? facts.more : 0), 0);
  expect(left).toBeGreaterThanOrEqual(500);
  expect(readPeople(`id,person\nGOV,${'a'.repeat(32_768)}\n`, model).findings).toMatchObject([
    { code: 'people-list-invalid', line: 2, facts: { why: 'long', found: 'GOV' } },
  ]);
  expect(readPeople(`id,person\nGOV,${'a'.repeat(32_767)}\n`, model).value?.size).toBe(1);
});

test('files are named as shortly as they can be told apart', () => {
  expect(shownNames(['parts/a.xlsx', './b.xlsx'])).toEqual(['a.xlsx', 'b.xlsx']);
  expect(shownNames(['one/x/a.xlsx', 'two/x/a.xlsx', 'c.xlsx'])).toEqual(['one/x/a.xlsx', 'two/x/a.xlsx', 'c.xlsx']);
});
