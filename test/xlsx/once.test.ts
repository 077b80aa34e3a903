/** A part that all sheets need is unpacked once, also where it can't be read. */
import { expect, test } from 'vitest';
import { openXlsx } from '../../src/xlsx/read.js';
import { PURE_INFLATER } from '../../src/xlsx/inflate.js';
import { exampleAssessment } from '../../src/assessment/example.js';
import { exampleTexts } from '../../src/locale/en/example.js';
import { writeWorkbook } from '../../src/workbook/write.js';
import { Pack } from '../hostile/pack.js';
import { SHAPES } from '../hostile/shapes.js';
import { TOOL, usual } from '../installed.js';

test('styles that are refused are unpacked for the first sheet only', async () => {
  const { model } = usual();
  const assessment = exampleAssessment(model, { seed: 1, profile: 'typical' }, exampleTexts);
  const base = new Uint8Array(await writeWorkbook({ model, assessment, tool: TOOL }));
  const shape = SHAPES.find(({ name }) => name === 'number formats of five hundred letters');
  if (!shape) throw new Error('there is no such shape');
  const sizes: number[] = [];
  const { value } = openXlsx(shape.make(new Pack(base), shape.full).save(1), {
    ...PURE_INFLATER,
    inflate: (packed, most) => {
      sizes.push(most);
      return PURE_INFLATER.inflate(packed, most);
    },
  });
  const codes = (value?.sheets ?? []).map((sheet) => sheet.read().findings.map(({ code }) => code));
  expect(codes.length).toBeGreaterThan(10);
  expect(new Set(codes.flat())).toEqual(new Set(['hostile-file']));
  expect(sizes.filter((size) => size > 10_000_000)).toHaveLength(1);
});
