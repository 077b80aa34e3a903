/** Writes docs/diagnostics.md from the catalogue of the compiled code. */
import { readFileSync, writeFileSync } from 'node:fs';
import { EXPLANATIONS, renderDiagnostics } from '../dist/node.js';

const at = (path) => new URL(`../${path}`, import.meta.url);
const readTemplate = (name) => readFileSync(at(`templates/${name}`), 'utf8');
writeFileSync(at('docs/diagnostics.md'), renderDiagnostics(EXPLANATIONS, readTemplate));
