/** Writes the JSON Schemas beside the compiled code, from which the package exports them. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { jsonSchema, loadModel, SCHEMA_NAMES } from '../dist/index.js';

const at = (path) => new URL(`../${path}`, import.meta.url);
const read = (path) => (existsSync(at(`model/${path}`)) ? readFileSync(at(`model/${path}`), 'utf8') : undefined);
const { value, diagnostics } = loadModel(read, 'aismm', '1.0');
// A model that is being edited may be broken; “aismm model lint” says where. Then there are no new schemas.
if (value) {
  mkdirSync(at('dist/schemas/'), { recursive: true });
  for (const name of SCHEMA_NAMES) {
    writeFileSync(at(`dist/schemas/${name}.json`), `${JSON.stringify(jsonSchema(name, value.model), null, 2)}\n`);
  }
} else {
  console.error(`No schemas were written: the model has ${diagnostics.length} faults (aismm model lint).`);
}
