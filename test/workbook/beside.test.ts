/** What people put beside their answers: links, comments, colors, sheets of their own. Nothing of it vanishes unseen. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { formatAnswers } from '../../src/assessment/answers-json.js';
import { parseAnswers } from '../../src/assessment/answers-file.js';
import type { Assessment } from '../../src/assessment/assessment.js';
import { mergeAssessments } from '../../src/assessment/merge.js';
import { blankAssessment } from '../../src/assessment/paths.js';
import { issue } from '../../src/layout/shelf.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { makeFiller } from '../../src/workbook/fill-many.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import type { PlannedCell, WorkbookPlan } from '../../src/xlsx/plan.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { shelfOf, TOOL } from '../installed.js';
import { returnedModel as model, returnedWith } from '../returned.js';

const issued = issue(model, { tool: TOOL });
const shelf = shelfOf(model);
const read = (bytes: Uint8Array) => readWorkbook(bytes, shelf);
const told = (bytes: Uint8Array) => read(bytes).findings.map(({ code, field }) => `${code} ${field ?? ''}`.trim());

/** A plan with other cells, by the objective and field that they are for. */
function changed(
  assessment: Assessment,
  change: (objective: string, field: string, cell: PlannedCell) => Partial<PlannedCell>,
): WorkbookPlan {
  const plan = planWorkbook(issued, { assessment });
  const cells = (each: readonly PlannedCell[]): PlannedCell[] =>
    each.map((cell) =>
      cell.subject?.table === 'answers' ? { ...cell, ...change(cell.subject.row, cell.subject.column, cell) } : cell,
    );
  return { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, cells: cells(sheet.cells) })) };
}

const only = (field: string, with_: Partial<PlannedCell>) => (objective: string, column: string) =>
  objective === 'GOV-2A' && column === field ? with_ : {};

const met = returnedWith({ 'GOV-2A': { answer: 'met', evidence: 'Policy 4.2', owner: 'ciso@example.com' } });

describe('a link', () => {
  test.each([
    'https://wiki.example/a?b=1&c="2"#d',
    'mailto:ciso@example.com',
    'file:///C:/a b.pdf',
    '../a.pdf',
    "#'Profile'!B6",
  ])('on evidence is read, written back and read again: %s', async (link) => {
    const evidence = { text: 'Policy <4.2>', link };
    const assessment = returnedWith({ 'GOV-2A': { answer: 'met', evidence }, 'IAM-2A': { evidence: { ...evidence } } });
    for (const bytes of [
      await writeXlsx(planWorkbook(issued, { assessment })),
      (await makeFiller(issued))(assessment),
    ]) {
      const { value, findings } = read(bytes);
      expect(findings).toEqual([]);
      expect(value?.assessment).toEqual(assessment);
      const again = value && read(await annotateWorkbook(value, findings));
      expect(again?.value?.assessment).toEqual(assessment);
    }
  });

  test.each<[string, Partial<PlannedCell>, unknown, string[]]>([
    [
      'by a formula',
      { value: 'Policy', formula: 'HYPERLINK("https://x.example/""a""","Policy")' },
      { text: 'Policy', link: 'https://x.example/"a"' },
      [],
    ],
    ['by a formula without words', { value: 'https://x.example', formula: 'HYPERLINK("https://x.example")' }, { text: 'https://x.example', link: 'https://x.example' }, []], // prettier-ignore
    ['by a formula that computes', { value: 'x', formula: 'HYPERLINK("https://x.example/"&A1)' }, undefined, ['formula-in-input evidence']], // prettier-ignore
    ['that runs something', { link: 'javascript:alert(1)' }, 'Policy 4.2 (javascript:alert(1))', ['link-refused evidence']], // prettier-ignore
    ['by a formula that runs something', { value: 'x', formula: 'HYPERLINK("javascript:alert(1)","x")' }, 'x (javascript:alert(1))', ['link-refused evidence']], // prettier-ignore
  ])('%s', async (_, cell, evidence, findings) => {
    const bytes = await writeXlsx(changed(met, only('evidence', cell)));
    expect(read(bytes).value?.assessment.answers.get('GOV-2A')?.evidence).toEqual(evidence);
    expect(told(bytes)).toEqual(findings);
  });

  test('that runs something is never written as one', async () => {
    const { value, findings } = read(await writeXlsx(changed(met, only('evidence', { link: 'javascript:alert(1)' }))));
    const parts = value ? unzipSync(await annotateWorkbook(value, findings)) : {};
    expect(Object.entries(parts).filter(([name, part]) => name.endsWith('.rels') && strFromU8(part).includes('javascript'))).toEqual([]); // prettier-ignore
  });

  test.each([
    ['that programs make of an address while it is typed is no news', 'mailto:ciso@example.com', []],
    ['on another field is told', 'https://people.example/ciso', ['link-not-kept owner']],
  ])('%s', async (_, link, findings) => {
    const bytes = await writeXlsx(changed(met, only('owner', { link })));
    expect(read(bytes).value?.assessment).toEqual(met);
    expect(told(bytes)).toEqual(findings);
  });

  test('on an answer is told', async () => {
    const bytes = await writeXlsx(changed(met, only('answer', { link: 'https://wiki.example/why' })));
    expect(read(bytes).value?.assessment).toEqual(met);
    expect(told(bytes)).toEqual(['link-not-kept answer']);
  });
});

describe('a comment', () => {
  const comments = { 'answers.GOV-2A.evidence': 'Ann: since May?\n<b>', 'answers.IAM-4A.answer': 'Not met', 'selection.paas': 'Not sure', 'organization.name': 'Holding?' }; // prettier-ignore
  const assessment = { ...met, comments };

  test('on any input is kept, told, written back and read again', async () => {
    const bytes = await writeXlsx(planWorkbook(issued, { assessment }));
    const { value, findings } = read(bytes);
    expect(value?.assessment).toEqual(assessment);
    expect(findings.map(({ code }) => code)).toEqual(Object.keys(comments).map(() => 'comment-kept'));
    const copy = value && read(await annotateWorkbook(value, findings));
    expect(copy?.value?.assessment).toEqual(assessment);
    expect(copy?.findings.map(({ code }) => code)).toEqual(findings.map(({ code }) => code));
  });

  test('on a cell that asks nothing is not kept, and that is told once a sheet', async () => {
    const remark = (_: string, column: string): Partial<PlannedCell> =>
      column === 'text' || column === 'countsAs' ? { note: 'We have NOT met this' } : {};
    const { value, findings } = read(await writeXlsx(changed(met, remark)));
    expect(value?.assessment).toEqual(met);
    expect(findings).toMatchObject([
      {
        code: 'comment-not-kept',
        facts: { found: 'We have NOT met this', places: { ranges: expect.anything() as unknown } },
      },
    ]);
  });

  test('stands in the answers file; one about nothing is refused with its path', () => {
    const json = formatAnswers(assessment, model);
    expect(json['comments']).toEqual(comments);
    expect(parseAnswers(JSON.stringify(json), model)).toEqual({ value: assessment, findings: [] });
    const strange = JSON.stringify({ ...json, comments: { 'answers.XYZ.answer': 'x' } });
    expect(parseAnswers(strange, model).findings).toMatchObject([
      { code: 'invalid-answers', path: 'comments.answers.XYZ.answer' },
    ]);
  });

  test('of each part is in the whole', () => {
    const [one, other] = ['one', 'other'].map((text) => ({ ...met, comments: { 'answers.GOV-2A.answer': text } }));
    const whole = one && other && mergeAssessments([one, other, one], model).value;
    expect(whole?.comments).toEqual({ 'answers.GOV-2A.answer': 'one\n\nother' });
  });

  test('of a conversation is read with the names of the people', async () => {
    const parts = unzipSync(await writeXlsx(planWorkbook(issued, { assessment: { ...met, comments: { 'answers.GOV-2A.evidence': '[Threaded comment]' } } }))); // prettier-ignore
    const name = Object.keys(parts).find((each) => /worksheets\/_rels/.test(each) && strFromU8(parts[each] ?? new Uint8Array()).includes('comments')) ?? ''; // prettier-ignore
    const cell = /<comment ref="([A-Z]+\d+)"/.exec(Object.entries(parts).filter(([each]) => /comments/.test(each)).map(([, part]) => strFromU8(part)).join(''))?.[1] ?? ''; // prettier-ignore
    const added = {
      [name]: strFromU8(parts[name] ?? new Uint8Array()).replace('</Relationships>', '<Relationship Id="thread" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="/xl/thread.xml"/></Relationships>'), // prettier-ignore
      'xl/_rels/workbook.xml.rels': strFromU8(parts['xl/_rels/workbook.xml.rels'] ?? new Uint8Array()).replace('</Relationships>', '<Relationship Id="people" Type="http://schemas.microsoft.com/office/2017/10/relationships/person" Target="people.xml"/></Relationships>'), // prettier-ignore
      'xl/thread.xml': `<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="${cell}" personId="{1}" id="{a}"><text>Since May?</text></threadedComment><threadedComment ref="${cell}" personId="{2}" parentId="{a}"><text>June.</text></threadedComment></ThreadedComments>`, // prettier-ignore
      'xl/people.xml': '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="Ann" id="{1}"/><person displayName="Bo" id="{2}"/></personList>', // prettier-ignore
    };
    const bytes = zipSync({ ...parts, ...Object.fromEntries(Object.entries(added).map(([each, xml]) => [each, strToU8(xml)])) }); // prettier-ignore
    expect(read(bytes).value?.assessment.comments).toEqual({
      'answers.GOV-2A.evidence': 'Ann: Since May?\nBo: June.',
    });
  });
});

describe('a form in which nothing is answered', () => {
  const blank = blankAssessment(model);
  const elsewhere = async (plan: WorkbookPlan): Promise<unknown> =>
    read(await writeXlsx(plan)).findings.find(({ code }) => code === 'answers-elsewhere');

  test('but in colors', async () => {
    const green = (objective: string, field: string, { style }: PlannedCell) =>
      field === 'answer' && objective.startsWith('GOV') ? { style: { ...style, fill: '00B050' } } : {};
    expect(await elsewhere(changed(blank, green))).toMatchObject({
      sheet: 'Control Objectives',
      affects: 'score',
      facts: { comments: 0, colors: 2 },
    });
  });

  test('but in comments', async () => {
    expect(await elsewhere(changed(blank, only('answer', { note: 'Met' })))).toMatchObject({
      facts: { comments: 1, colors: 1 },
    });
  });

  test('and nothing else', async () => {
    expect(told(await writeXlsx(planWorkbook(issued)))).toEqual([]);
  });
});

test('a sheet of somebody’s own is named', async () => {
  const plan = planWorkbook(issued, { assessment: met });
  const [first] = plan.sheets;
  const own = first && { ...first, name: 'My notes', cells: [], charts: [], validations: [], conditionalFormats: [] };
  const { findings } = read(await writeXlsx({ ...plan, sheets: [...plan.sheets, ...(own ? [own] : [])] }));
  expect(findings).toMatchObject([{ code: 'own-sheet', sheet: 'My notes', affects: 'nothing' }]);
});
