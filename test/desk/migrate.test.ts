/** A migrated workbook: proposals are seen, come back, and count nothing until somebody answers. */
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/assessment/assessment.js';
import { markedMigration, migrate } from '../../src/desk/migrate.js';
import { renderMigration } from '../../src/document/migration.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { readWorkbook } from '../../src/host/bound.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { USUAL_LANGUAGE } from '../../src/locale/languages.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { annotateWorkbook } from '../../src/workbook/annotate.js';
import { describeValue } from '../../src/grid/grid.js';
import { readGrid } from '../../src/xlsx/read.js';
import { assessmentOf } from '../assessments.js';
import { edition } from '../editions.js';

const kpi = { direction: 'at-least' as const, threshold: 90 };
const FIRST = edition('1.0', { GOV: [{ level: 2 }, { level: 2, kpi }, { level: 3 }, { level: 4 }] });
const SECOND = edition('1.1', { GOV: [{ level: 2 }, { level: 2, kpi }, { level: 3 }] }, {
  follows: '1.0',
  became: ['GOV-2A kept', 'GOV-2B reworded', 'GOV-3A reworded', 'GOV-4A dropped'],
}); // prettier-ignore
const MODELS = modelsOf([FIRST, SECOND], SECOND);

const [EXPORT, LIST] = ['Export', 'List'].map((text) => ({ text, link: `https://example.org/${text}` }));
const PROPOSED: Answer = {
  ...{ answer: 'met', measured: 95, evidence: EXPORT ?? '', owner: 'CISO' },
  ...{ action: 'Go on', due: '2026-12-31', notes: 'Fine.' },
};
const OLD = assessmentOf(FIRST, {
  answers: {
    'GOV-2A': { answer: 'met', evidence: LIST ?? '' },
    'GOV-2B': PROPOSED,
    'GOV-3A': { answer: 'not-applicable', notes: 'We have none.' },
    'GOV-4A': { answer: 'partly' },
  },
  comments: { 'answers.GOV-2B.measured': 'From the tool.', 'answers.GOV-2A.answer': 'Sure.' },
});

describe('a migrated workbook', async () => {
  const { value: migrated } = migrate(OLD, SECOND, MODELS);
  if (!migrated) throw new Error('1.1 follows 1.0');
  const { read, findings } = markedMigration(migrated, issue(SECOND, { tool: 'test' }));
  const bytes = await annotateWorkbook(read, findings);
  const back = readWorkbook(bytes, new Shelf(MODELS)).value;
  if (!back) throw new Error('the workbook is ours');

  test('comes back as it was written, with links, owners, comments and proposals', () => {
    expect(back.assessment).toEqual(migrated.assessment);
    expect(back.assessment.answers.get('GOV-2B')).toEqual({ evidence: PROPOSED.evidence, owner: 'CISO' });
    expect(back.assessment.comments?.['answers.GOV-2B.measured']).toBe('From the tool.');
    expect(back.assessment.comments?.['answers.GOV-2A.answer']).toBe('Sure.');
    expect(back.assessment.comments?.['answers.GOV-2B.answer']).toBe(
      [
        'To be reviewed. In tiny 1.0, this objective was GOV-2B. The old answer was:',
        ...[
          'Answer: Met',
          'Measured value: 95 percent',
          'Evidence: Export (https://example.org/Export)',
          'Owner: CISO',
        ],
        ...['Action: Go on', 'Due: 2026-12-31', 'Notes: Fine.', 'What changed: Why GOV-2B is reworded.'],
        'aismm does not use the old answer. Choose an answer in the cell.',
      ].join('\n'),
    );
  });

  test('a check names its proposals once, and comments of people one by one', async () => {
    const said = (bytes: Uint8Array) =>
      readWorkbook(bytes, new Shelf(MODELS))
        .findings.filter(({ code }) => ['comment-kept', 'proposals-open', 'answers-elsewhere'].includes(code))
        .map(({ code, facts, objective, field }) => ({ code, ...facts, objective, field }));
    const kept = [
      { code: 'comment-kept', found: 'Sure.', objective: 'GOV-2A', field: 'answer' },
      { code: 'comment-kept', found: 'From the tool.', objective: 'GOV-2B', field: 'measured' },
    ];
    const withOpen = (count: number): unknown =>
      expect.arrayContaining(
        [...kept, { code: 'proposals-open', count }].map((each): unknown => expect.objectContaining(each)),
      );
    expect(said(bytes)).toEqual(withOpen(2));
    expect(said(bytes)).toHaveLength(3);
    // Once it is answered a proposal is no longer one; the comment stays.
    const answers = new Map([...migrated.assessment.answers, ['GOV-2B', { answer: 'partly' as const }]]);
    const answered = { ...migrated.assessment, answers };
    const again = markedMigration({ ...migrated, assessment: answered, answers: [] }, issue(SECOND, { tool: 'test' }));
    expect(said(await annotateWorkbook(again.read, []))).toEqual(withOpen(1));
    // A workbook in which nothing is answered is not taken for one that is answered in comments.
    const none = { ...migrated.assessment, answers: new Map() };
    const blank = markedMigration({ ...migrated, assessment: none, answers: [] }, issue(SECOND, { tool: 'test' }));
    expect(said(await annotateWorkbook(blank.read, []))).toEqual(withOpen(2));
  });

  test('counts nothing that nobody has confirmed, in any lens', () => {
    const score = scoreAssessment(SECOND, back.assessment);
    expect(score.objectives.map(({ state }) => state)).toEqual(['met', 'unanswered', 'unanswered']);
    expect(score.categories[0]).toMatchObject({ level: 1, evidencedLevel: 1, plannedLevel: 1, potential: 3 });
    // A proposal is no reason for what somebody answers later.
    const answered = new Map([...back.assessment.answers, ['GOV-3A', { answer: 'not-applicable' as const }] as const]);
    const later = scoreAssessment(SECOND, { ...back.assessment, answers: answered });
    expect(later.objectives[2]?.state).toBe('unanswered');
  });

  test('lists on Review what is to be looked at, and what was dropped', () => {
    const sheet = readGrid(bytes).value?.sheets.find(({ name }) => name === USUAL_LANGUAGE.words.review.sheet);
    const texts = (sheet?.rows ?? []).flatMap(({ cells }) => cells.map(({ value }) => describeValue(value)));
    for (const said of [
      /old answer from edition tiny 1\.0\. The old answer is “GOV-2B \(Answer: Met\)”\./,
      /old answer from edition tiny 1\.0\. The old answer is “GOV-3A \(Answer: Not applicable\)/,
      /^Objective GOV-4A of edition tiny 1\.0 no longer/,
    ])
      expect(texts).toContainEqual(expect.stringMatching(said));
    expect(findings.map(({ code }) => code)).toEqual(['answer-to-review', 'answer-to-review', 'answer-dropped']);
  });

  test('the report accounts for each answer, as text and as Markdown', () => {
    const told = (format: 'text' | 'md') => renderMigration(migrated, format, builtInTemplate, USUAL_LANGUAGE);
    expect(told('text')).toContain('aismm kept 1 of 4 old answers and dropped 1. A person must review 2 old answers.');
    expect(told('text')).toMatch(/^Dropped \(1\):\n {2}GOV-4A: Answer: Partially met$/m);
    expect(told('md')).toMatch(
      /^\| GOV-2B \| reworded \| GOV-2B \| Answer: Met<br>.* \| Why GOV-2B is reworded\. \|$/m,
    );
  });
});
