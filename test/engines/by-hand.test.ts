/** Workbooks of both editions, recalculated by others: their named figures and roadmap are those that a second hand computed from the prose. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../../src/assessment/assessment.js';
import type { Grid } from '../../src/grid/grid.js';
import { loadModel } from '../../src/model/load.js';
import type { Model } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import { planWorkbook } from '../../src/workbook/plan.js';
import { readWorkbook } from '../../src/workbook/read.js';
import { readGrid } from '../../src/xlsx/read.js';
import { writeXlsx } from '../../src/xlsx/write.js';
import { asIssued, readModelText, shelfOf } from '../installed.js';
import { randomAssessment } from '../oracle/assessments.js';
import { differences } from '../oracle/differences.js';
import { scoreByHand, type ScoreByHand } from '../oracle/lenses.js';
import { sharesByHand, sharesModel, typedShares } from '../oracle/shares.js';
import { listedOnRoadmap, named } from '../workbook-figures.js';
import { conditional, holes } from './cases.js';
import { gnumeric, libreOffice, skipped, type Engine } from './engine.js';
import { VECTORS } from './parity.js';

function edition(version: string): Model {
  const { value, findings } = loadModel(readModelText, 'aismm', version);
  if (!value) throw new Error(JSON.stringify(findings));
  return value.model;
}

const MODELS = [edition('1.1'), edition('1.0'), conditional, holes];
const WORKBOOKS = Math.ceil(VECTORS / 15);
/** Assessments that the tests in code do not have. */
const FIRST_SEED = 10_001;

const shown = (figure: number | null): number | string => figure ?? 'n/a';

/** What the names that others rely on have to say: a gap is blank where something applies and no target is set. */
function namedByHand({ program, domains, categories }: ScoreByHand): Record<string, number | string> {
  return {
    program_maturity: shown(program.maturity),
    program_floor: shown(program.floor),
    program_completeness: shown(program.completeness),
    program_evidenced: shown(program.evidencedMaturity),
    program_planned: shown(program.plannedMaturity),
    program_evidenced_share: shown(program.evidencedShare),
    ...Object.fromEntries(domains.map(({ id, maturity }) => [`maturity_${id}`, shown(maturity)])),
    ...Object.fromEntries(
      categories.flatMap(({ id, ...figures }) => [
        [`level_${id}`, shown(figures.level)],
        [`progress_${id}`, shown(figures.progress)],
        [`maturity_${id}`, shown(figures.maturity)],
        [`potential_${id}`, shown(figures.potential)],
        [`completeness_${id}`, shown(figures.completeness)],
        [`evidenced_${id}`, shown(figures.evidencedLevel)],
        [`planned_${id}`, shown(figures.plannedLevel)],
        [`target_${id}`, figures.target ?? ''],
        [`gap_${id}`, figures.target === null && figures.level !== null ? '' : shown(figures.gap)],
        [`weight_${id}`, figures.weight],
      ]),
    ),
  };
}

for (const engine of [libreOffice, gnumeric]) describeByHand(engine);

function describeByHand(engine: Engine): void {
  describe.skipIf(skipped(engine))(engine.name, () => {
    const cases = Array.from({ length: WORKBOOKS }, (_, i) => {
      const model = MODELS[i % MODELS.length] ?? conditional;
      const seed = FIRST_SEED + i;
      return { name: `${model.id} ${model.version}, seed ${seed}`, model, assessment: randomAssessment(model, seed) };
    });
    const done: { name: string; model: Model; assessment: Assessment; bytes: Uint8Array; grid: Grid }[] = [];

    beforeAll(async () => {
      const recalculated = await engine.recalculate(
        cases.map(({ model, assessment }) => () => {
          return writeXlsx(planWorkbook(asIssued(model), { assessment, cached: false }));
        }),
      );
      cases.forEach((each, i) => {
        const bytes = recalculated[i] ?? new Uint8Array();
        const { value: grid } = readGrid(bytes);
        if (!grid) throw new Error(`${each.name} can't be read`);
        done.push({ ...each, bytes, grid });
      });
    }, 3_600_000);

    test('every named figure within 1e-9, and the same roadmap', () => {
      let [compared, largest] = [0, 0];
      for (const { name, model, assessment, grid } of done) {
        const byHand = scoreByHand(model, assessment);
        const expected = namedByHand(byHand);
        const found = Object.fromEntries(Object.keys(expected).map((each) => [each, named(grid, each) ?? '']));
        const result = differences(
          { ...found, roadmap: listedOnRoadmap(grid) },
          { ...expected, roadmap: byHand.roadmap },
        );
        expect.soft(result.differences.slice(0, 12), name).toEqual([]);
        compared += result.compared;
        largest = Math.max(largest, result.largest);
      }
      process.stderr.write(
        `${engine.name}, by hand: ${done.length} workbooks, ${compared} figures, largest difference ${largest.toExponential(1)}\n`,
      );
      expect(done).toHaveLength(WORKBOOKS);
    });

    test.each([[undefined], ['0%']])('shares typed in cells of format %s count as the prose says', async (format) => {
      const [bytes = new Uint8Array()] = await engine.recalculate([() => typedShares(2, format)]);
      const { value: grid } = readGrid(bytes);
      const expected = namedByHand(scoreByHand(sharesModel, sharesByHand(2, format)));
      const found = grid && Object.fromEntries(Object.keys(expected).map((each) => [each, named(grid, each) ?? '']));
      expect(differences(found, expected).differences).toEqual([]);
    });

    test('what is read back from them scores the same', () => {
      for (const { name, model, assessment, bytes } of done) {
        const { value } = readWorkbook(bytes, shelfOf(model));
        const score = value && scoreAssessment(model, value.assessment);
        expect.soft(differences(score, scoreByHand(model, assessment)).differences.slice(0, 12), name).toEqual([]);
      }
    });
  });
}
