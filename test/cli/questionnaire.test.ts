/** An AI-CAIQ beside an assessment: proposals that count nothing, contradictions with cells, and rules of the questionnaire. Its texts are invented. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import XLSX from 'xlsx';
import { contradictionsIn, editionFor, proposeFrom } from '../../src/desk/questionnaire.js';
import { messagesIn } from '../../src/locale/messages.js';
import { objectivesOf } from '../../src/model/model.js';
import { readQuestionnaire, type Questionnaire } from '../../src/model/questionnaire.js';
import { readGrid } from '../../src/xlsx/read.js';
import { assessmentOf } from '../assessments.js';
import { usual } from '../installed.js';
import { aismm, newFolder } from './run.js';

const { model } = usual();
const edition = editionFor({ edition: '1.1.0' }, model) ?? editionFor({ edition: '1.1' }, model) ?? '';
/** An objective, and a control that it refers to. */
const [objective] = objectivesOf(model).filter(({ mappings }) =>
  mappings.some((each) => each.framework === 'aicm' && each.edition === edition),
);
const control = objective?.mappings.find((each) => each.framework === 'aicm' && each.edition === edition)?.id ?? '';
const id = objective?.id ?? '';

type Line = readonly (string | null)[];
const HEAD: Line = [
  ...['Question ID', 'Consensus  Assessment Question', 'Provider AI-CAIQ Answer', 'SSRM Control Ownership'],
  ...['Implementation Description\n(Optional)', null, 'AICM Control ID', 'Control Title'],
];

/** The bytes of an invented questionnaire. */
function questionnaire(lines: readonly Line[], stamp = '{"specification_version":"1.1.0"}'): Uint8Array {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet([['Read this first.']]), 'Introduction');
  const rows = [[stamp, 'AI CONSENSUS ASSESSMENT'], [], HEAD, ['Some domain'], ...lines, ['End of Standard']];
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), 'AI-CAIQ');
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as ArrayBuffer);
}

function read(lines: readonly Line[]): Questionnaire {
  const { value: grid } = readGrid(questionnaire(lines));
  const found = grid && readQuestionnaire(grid.sheets);
  if (!found) throw new Error('no table');
  return found;
}

const answered = (
  answer: string,
  owner: string | null = 'Provider-owned',
  text: string | null = 'We do.',
  part = 1,
): Line => [...[`${control}.${part}`, 'Is it done?', answer, owner, text, null, control, 'A title']];

test('the edition of the questionnaire is one that the model refers to', () => {
  expect([edition, control === '', id === '']).toEqual(['1.1', false, false]);
  expect(editionFor({ edition: '9.9' }, model)).toBeUndefined();
  expect(editionFor({ edition: undefined }, model)).toBeUndefined();
});

test('questions are read by their headings, with their cells; what breaks a rule of the questionnaire is told', () => {
  const {
    questions,
    findings,
    unanswered,
    edition: stated,
  } = read([
    answered('Yes'),
    answered('N/A', null, null, 2),
    answered('no', null, null, 3),
    answered('YES', null, 'x', 4),
    answered('perhaps', null, null, 5),
    answered('', null, null, 6),
  ]);
  expect(stated).toMatch(/^1\.1/);
  expect(questions.map(({ answer, cell }) => [answer, cell])).toEqual([
    ['yes', 'C5'],
    ['na', 'C6'],
    ['no', 'C7'],
    ['yes', 'C8'],
  ]);
  expect(questions[0]).toMatchObject({ control, owner: 'Provider-owned', text: 'We do.', sheet: 'AI-CAIQ' });
  expect(unanswered).toBe(1);
  expect(findings.map(({ code, cell }) => [code, cell])).toEqual([
    ['question-needs-reason', 'E6'],
    ['question-needs-owner', 'D8'],
    ['question-unread', 'C9'],
  ]);
});

describe('beside an assessment', () => {
  const yes = read([answered('Yes')]);
  const source = 'AI-CAIQ 1.1 (q.xlsx)';
  const blank = assessmentOf(model, {});

  test('answers are proposals in comments, once, and only where nothing is answered', () => {
    const { assessment, objectives } = proposeFrom(yes, { model, assessment: blank, edition, source });
    expect(objectives).toContain(id);
    expect(assessment.answers.size).toBe(0);
    const comment = assessment.comments?.[`answers.${id}.answer`];
    expect(comment).toContain(source);
    expect(comment).toContain(`${control}.1 (C5): Yes. Provider-owned. We do.`);
    expect(proposeFrom(yes, { model, assessment, edition, source }).objectives).toEqual([]);
    const given = assessmentOf(model, { answers: { [id]: { answer: 'not-met' } } });
    expect(proposeFrom(yes, { model, assessment: given, edition, source }).objectives).not.toContain(id);
  });

  test('a claimed Yes and an objective that is not met contradict, and so do No and met', () => {
    const state = (answer: 'met' | 'not-met' | 'partly') => assessmentOf(model, { answers: { [id]: { answer } } });
    const found = (from: Questionnaire, answer: 'met' | 'not-met' | 'partly') =>
      contradictionsIn(from, { model, assessment: state(answer), edition }).map((each) => [each.objective, each.is]);
    expect(found(yes, 'not-met')).toEqual([[id, 'claimed']]);
    expect(found(yes, 'partly')).toEqual([[id, 'claimed']]);
    expect(found(yes, 'met')).toEqual([]);
    expect(found(read([answered('No')]), 'met')).toEqual([[id, 'denied']]);
    expect(contradictionsIn(yes, { model, assessment: blank, edition })).toEqual([]);
  });
});

test('on the command line: proposals are in a workbook that is as unanswered as before; an unknown edition stops it', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'q.xlsx'), questionnaire([answered('Yes')]));
  writeFileSync(join(folder, 'old.xlsx'), questionnaire([answered('Yes')], '{"specification_version":"0.1"}'));
  aismm(folder, 'build', '--format', 'xlsx', '-o', '.');
  const blank = `${model.id}-${model.version}.xlsx`;
  const made = aismm(folder, 'prefill', blank, '--from', 'q.xlsx', '-o', 'proposals.xlsx');
  expect([made.code, /wrote comments with proposals/.test(made.stdout)]).toEqual([0, true]);
  const review = XLSX.utils.sheet_to_csv(XLSX.readFile(join(folder, 'proposals.xlsx')).Sheets['Review'] ?? {});
  expect(review).toContain(messagesIn()['answer-proposed'].message({ found: 'q.xlsx' }).split('. ')[1]);
  const answers = JSON.parse(aismm(folder, 'answers', 'proposals.xlsx').stdout) as Record<
    string,
    Record<string, unknown>
  >;
  expect(answers['answers']).toEqual({});
  expect(answers['comments']?.[`answers.${id}.answer`]).toContain(`${control}.1 (C5): Yes`);
  expect(aismm(folder, 'prefill', blank, '--from', 'old.xlsx', '-o', 'no.xlsx')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('questionnaire-edition') as string,
  });
  const stated = (file: string): string =>
    aismm(folder, 'prefill', blank, '--from', file, '--edition', edition, '-o', '-').stderr;
  expect(stated('old.xlsx')).toContain(
    `old.xlsx specifies edition 0.1 of the AICM, but --edition specifies ${edition}.`,
  );
  expect(stated('q.xlsx')).not.toContain('--edition');
  const json = {
    schemaVersion: 1,
    model: { id: model.id, version: model.version },
    answers: { [id]: { answer: 'not-met' } },
  };
  writeFileSync(join(folder, 'a.json'), JSON.stringify(json));
  const listed = aismm(folder, 'contradictions', 'a.json', '--aicaiq', 'q.xlsx');
  expect(listed.stdout).toContain(`${id} `);
  expect(listed.stdout).toContain(`not met in the workbook, but the AI-CAIQ answers Yes to ${control}.1 (C5)`);
  expect(aismm(folder, 'contradictions', 'a.json', '--aicaiq', blank).stderr).toContain('questionnaire-no-table');
});
