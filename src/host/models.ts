/** The models that come with the package. */
import { existsSync, readFileSync } from 'node:fs';
import { find, hasErrors, type Parsed } from '../diagnostic/finding.js';
import { modelsOf, type Models } from '../layout/shelf.js';
import { readCompiledModel } from '../model/compiled.js';
import { loadModel } from '../model/load.js';
import { sha256 } from './digest.js';

const ROOT = new URL('../../', import.meta.url);
const USUAL = { id: 'aismm', version: '1.0' };

/** Opens them; `which`: only those of this id. */
export function openModels(which: string = USUAL.id): Parsed<Models> {
  const { id, version } = USUAL;
  if (which !== id) return { findings: [find('unknown-model', {}, { found: which, expected: [`${id} ${version}`] })] };
  const read = (path: string): string | undefined => textOf(`model/${path}`);
  const compiled = textOf(`dist/compiled/${id}-${version}.json`);
  const ready =
    compiled === undefined ? undefined : readCompiledModel(compiled, read, (text) => sha256(Buffer.from(text)));
  if (ready) return { value: modelsOf([ready], ready), findings: [] };
  const { value, findings } = loadModel(read, id, version);
  if (!value || hasErrors(findings)) return { findings };
  return { value: modelsOf([value.model], value.model), findings };
}

function textOf(path: string): string | undefined {
  const at = new URL(path, ROOT);
  return existsSync(at) ? readFileSync(at, 'utf8') : undefined;
}
