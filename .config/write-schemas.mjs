/** Writes the JSON Schemas and the loaded model beside the compiled code. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { compileModel, jsonSchema, loadModel, remembering, SCHEMA_NAMES } from '../dist/node.js';

const at = (path) => new URL(`../${path}`, import.meta.url);
const fromDisk = (path) => (existsSync(at(`model/${path}`)) ? readFileSync(at(`model/${path}`), 'utf8') : undefined);
const digest = (text) => createHash('sha256').update(text).digest('hex');
const { read, texts } = remembering(fromDisk);
const { value, findings } = loadModel(read, 'aismm', '1.0');
rmSync(at('dist/compiled/'), { recursive: true, force: true });
// A model that is being edited may be broken; “aismm model lint” says where. Then there are no new schemas.
if (value) {
  mkdirSync(at('dist/schemas/'), { recursive: true });
  for (const name of SCHEMA_NAMES) {
    writeFileSync(at(`dist/schemas/${name}.json`), `${JSON.stringify(jsonSchema(name, value.model), null, 2)}\n`);
  }
  mkdirSync(at('dist/compiled/'), { recursive: true });
  writeFileSync(at('dist/compiled/aismm-1.0.json'), compileModel(value.model, texts, digest));
} else {
  console.error(`No schemas were written: the model has ${findings.length} faults (aismm model lint).`);
}
