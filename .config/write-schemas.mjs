/** Writes the JSON Schemas, and every edition of the model as it was loaded, beside the compiled code. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import {
  compiledName,
  compileModel,
  diskFiles,
  editionsIn,
  INSTALLED,
  jsonSchema,
  loadModel,
  modelName,
  modelToJson,
  remembering,
  SCHEMA_NAMES,
  sha256,
  USUAL_EDITION,
} from '../dist/node.js';

const at = (path) => new URL(`../dist/${path}`, import.meta.url);
const disk = diskFiles(INSTALLED.models);
for (const folder of ['compiled/', 'models/']) {
  rmSync(at(folder), { recursive: true, force: true });
  mkdirSync(at(folder), { recursive: true });
}
mkdirSync(at('schemas/'), { recursive: true });
for (const edition of editionsIn(disk)) {
  const { read, list, texts } = remembering(disk.read, disk.list);
  const { value, findings } = loadModel(read, edition.id, edition.version, list);
  // A model that is being edited may be broken; “aismm model lint” says where.
  if (!value) {
    console.error(
      `${modelName(edition)} was left out: it has ${findings.length} faults (aismm model lint --model "${modelName(edition)}").`,
    );
    continue;
  }
  const { model } = value;
  writeFileSync(at(`compiled/${compiledName(edition)}`), compileModel(model, texts, sha256));
  writeFileSync(at(`models/${compiledName(edition)}`), JSON.stringify(modelToJson(model)));
  if (modelName(edition) !== modelName(USUAL_EDITION)) continue;
  for (const name of SCHEMA_NAMES)
    writeFileSync(at(`schemas/${name}.json`), `${JSON.stringify(jsonSchema(name, model), null, 2)}\n`);
}
