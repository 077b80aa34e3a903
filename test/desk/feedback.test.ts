/** Remarks on the model: none is lost or said twice, they stand by edition, objective and kind, and stay text everywhere. */
import { describe, expect, it, test } from 'vitest';
import { visible } from '../../src/document/visible.js';
import { remarksIn } from '../../src/desk/feedback.js';
import type { ReturnedFile } from '../../src/desk/row.js';
import { feedbackText, type FeedbackFormat } from '../../src/formats/feedback.js';
import { builtInTemplate } from '../../src/host/templates.js';
import { en } from '../../src/locale/en/index.js';
import { NASTY } from '../encode/nasty.js';
import { tinyModel } from '../tiny-model.js';

const model = tinyModel({ GOV: [{ level: 2, title: 'Named' }, { level: 2 }], IAM: [{ level: 2 }] });

type Said = readonly [objective: string, kind: string, comment: string];
let digest = 0;
/** What a store has of an assessment, as far as it matters here. */
function from(key: string, asOf: string, said: readonly Said[], edition = 'tiny 1.0'): ReturnedFile {
  const sha256 = String((digest += 1)).padStart(64, '0');
  const feedback = said.map(([objective, kind, comment]) => ({ objective, kind, comment }));
  return { key, sha256, model: edition, organization: { asOf }, modified: 0, feedback } as unknown as ReturnedFile; // nothing else is looked at
}
const listed = (all: readonly ReturnedFile[]) =>
  remarksIn(
    {
      returned: async function* () {
        yield* await Promise.resolve(all);
      },
    },
    (name) => (name === 'tiny 1.0' ? model : undefined),
  );
const text = async (all: readonly ReturnedFile[], format: FeedbackFormat): Promise<string> =>
  feedbackText(await listed(all), format, en.words, builtInTemplate);

test('by edition, newest first, then objective and kind; the id is the one of the edition', async () => {
  const found = await listed([
    from('a', '2026-01-01', [
      ['iam-2a ', 'wrong', 'x'],
      ['GOV-2A', 'missing', 'y'],
      ['gov-2a', 'unclear', 'z'],
      ['', '', 'all of it'],
      ['ZZZ', 'other', ''],
      ['', '', ''],
    ]),
    from('b', '2026-01-01', [['GOV-2A', 'wrong', 'old']], 'tiny 0.9'),
    from('b', '2026-01-01', [['GOV-2A', 'wrong', 'newer']], 'tiny 0.10'),
  ]);
  expect(found.map((each) => [each.model, each.objective, each.kind, each.comment])).toEqual([
    ['tiny 1.0', '', '', 'all of it'],
    ['tiny 1.0', 'GOV-2A', 'unclear', 'z'],
    ['tiny 1.0', 'GOV-2A', 'missing', 'y'],
    ['tiny 1.0', 'IAM-2A', 'wrong', 'x'],
    ['tiny 1.0', 'ZZZ', 'other', ''],
    ['tiny 0.10', 'GOV-2A', 'wrong', 'newer'],
    ['tiny 0.9', 'GOV-2A', 'wrong', 'old'],
  ]);
  expect(found[1]).toMatchObject({ title: 'Named', workbooks: 1 });
});

test('the same from one organization is one remark of its newest workbook; from two it is two', async () => {
  const same: Said = ['GOV-2A', 'wrong', 'x'];
  const found = await listed([
    from('a', '2026-05-01', [same, same]),
    from('a', '2025-05-01', [same]),
    from('b', '2026-01-01', [same]),
  ]);
  expect(found.map(({ asOf, workbooks }) => [asOf, workbooks])).toEqual([
    ['2026-05-01', 2],
    ['2026-01-01', 1],
  ]);
});

test('JSON has every remark in its place', async () => {
  const all = [
    from('a', '2026-05-01', [
      ['GOV-2A', 'wrong', 'x'],
      ['GOV-2A', 'wrong', 'y'],
      ['IAM-2A', '', 'z'],
    ]),
  ];
  expect(JSON.parse(await text(all, 'json'))).toMatchObject({
    ...{ schemaVersion: 1, remarks: 3 },
    editions: [
      {
        ...{ model: 'tiny 1.0', remarks: 3 },
        objectives: [
          {
            objective: 'GOV-2A',
            title: 'Named',
            kinds: [{ kind: 'wrong', remarks: [{ comment: 'x' }, { comment: 'y' }] }],
          },
          { objective: 'IAM-2A', kinds: [{ kind: '', remarks: [{ comment: 'z' }] }] },
        ],
      },
    ],
  });
});

test('none', async () => {
  expect(await text([], 'md')).toContain('This store contains no remarks on the model.');
  expect(JSON.parse(await text([], 'json'))).toEqual({ schemaVersion: 1, remarks: 0, editions: [] });
});

describe('what strangers write stays text', () => {
  it.each(Object.entries(NASTY))('%s', async (_, nasty) => {
    const all = [from('a', nasty, [[nasty, nasty, nasty]])];
    const csv = await text(all, 'csv');
    for (const cell of csv.split(/[,;\t\r\n|]/))
      expect(cell.replace(/^"/, '')).not.toMatch(/^[ \u00a0]*[=+\-@＝＋－＠]/);
    const lines = (await text(all, 'md')).split('\n');
    // The shape is the one of a harmless remark: no heading, item or paragraph more.
    const harmless = (await text([from('a', '2026', [['x', 'x', 'x']])], 'md')).split('\n');
    expect(lines).toHaveLength(harmless.length);
    const comment = lines.find((line) => line.startsWith('- ')) ?? '';
    expect(comment.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toContain(visible(nasty));
    expect(comment.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[<`*[\]|]|www\.|:\/\//);
    const { editions } = JSON.parse(await text(all, 'json')) as {
      editions: { objectives: { kinds: { remarks: { comment: string }[] }[] }[] }[];
    };
    expect(editions[0]?.objectives[0]?.kinds[0]?.remarks[0]?.comment).toBe(nasty);
  });
});
