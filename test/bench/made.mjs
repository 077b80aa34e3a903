/** Many cheap things to measure with: distinct workbooks, files that are none, and stores with records that nobody has sent. */
import { linkSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  exampleAssessment,
  exampleTexts,
  issue,
  makeFiller,
  messagesIn,
  openModels,
  openResults,
  organizationKey,
  recordOf,
  selectModel,
  sha256,
  Shelf,
} from '../../dist/node.js';

const models = openModels().value;
const model = models.usual;
const shelf = new Shelf(models);
const tool = 'bench';
const INDUSTRIES = model.profile.industries.map(({ id }) => id);
/** Files in one folder. */
const FOLDER = 1_000;
/** Records that are written at a time. */
const BATCH = 500;

/** An assessment of one category alone: reading it takes little, and all else is as with any other. */
function assessmentOf(i) {
  const assessment = exampleAssessment(model, { seed: 1 + (i % 50), profile: 'typical' }, exampleTexts);
  return {
    ...assessment,
    organization: {
      ...assessment.organization,
      name: `Organization ${i}`,
      industry: INDUSTRIES[i % INDUSTRIES.length],
    },
  };
}

/** Puts so many distinct workbooks into folders below `into`. */
export async function makeWorkbooks(into, count) {
  const [{ id: category }] = model.domains[0].categories;
  const fill = await makeFiller(issue(selectModel(model, { categories: [category] }), { tool }));
  for (let i = 0; i < count; i += 1) {
    const folder = join(into, String(Math.floor(i / FOLDER)));
    if (i % FOLDER === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${i}.xlsx`), fill(assessmentOf(i)));
  }
}

/** Puts so many copies of one workbook below `into`. */
export async function makeCopies(into, count) {
  await makeWorkbooks(into, 1);
  for (let i = 1; i < count; i += 1) {
    const folder = join(into, String(Math.floor(i / FOLDER)));
    if (i % FOLDER === 0) mkdirSync(folder, { recursive: true });
    linkSync(join(into, '0', '0.xlsx'), join(folder, `${i}.xlsx`));
  }
}

/** Puts so many files below `into` that are no workbooks, whatever their names say. */
export function makeJunk(into, count, extension) {
  for (let i = 0; i < count; i += 1) {
    const folder = join(into, String(Math.floor(i / FOLDER)));
    if (i % FOLDER === 0) mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${i}${extension}`), `nothing ${i}`);
  }
}

/** Makes a store of so many organizations with an assessment each: rows of real workbooks under names of their own. */
export async function makeStore(file, count, { slim = false } = {}) {
  const fill = await makeFiller(issue(model, { tool }));
  const rows = Array.from({ length: 20 }, (_, i) => {
    const bytes = fill(assessmentOf(i));
    const place = { path: 'x', sha256: sha256(bytes), modified: 0 };
    return recordOf(bytes, place, { shelf, kind: 'row', tool, messages: messagesIn() }).row;
  });
  const results = await openResults(file, { create: true });
  try {
    for (let from = 0; from < count; from += BATCH) {
      const entries = Array.from({ length: Math.min(BATCH, count - from) }, (_, i) => {
        const row = rows[(from + i) % rows.length];
        const name = `Organization ${from + i}`;
        const digest = sha256(name);
        const own = { sha256: digest, name, key: organizationKey({ name, unit: row.unit }, digest) };
        // What no figure is made of; a store of a hundred thousand is a few hundred megabytes without it.
        const less = slim ? { answers: '{}', findings: '[]', feedback: '[]' } : {};
        return {
          path: `in/${from + i}.xlsx`,
          sha256: digest,
          modified: 1_000 + from + i,
          row: { ...row, ...own, ...less },
        };
      });
      await results.write(entries);
    }
  } finally {
    await results.close();
  }
}
