/** The page of diagnostics lists what the catalogue holds today. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { DIAGNOSTIC_CODES } from '../../src/diagnostic/catalogue.js';
import { renderDiagnostics } from '../../src/document/diagnostics.js';
import { EXPLANATIONS } from '../../src/locale/en/explanations.js';
import { readTemplate } from '../installed.js';

const page = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');

test('docs/diagnostics.md is up to date: “npm run docs:diagnostics” writes it anew', () => {
  expect(page).toBe(renderDiagnostics(EXPLANATIONS, readTemplate));
});

test('every code has a section', () => {
  expect([...page.matchAll(/^## (.+)$/gm)].map((match) => match[1])).toEqual(DIAGNOSTIC_CODES);
});
