/** The reference of the package: each function of its entries has a docstring, and the main ones an example. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

const SRC = new URL('../../src/', import.meta.url).pathname;
const sourceOf = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(join(SRC, file), 'utf8'), ts.ScriptTarget.Latest, true);

/** Functions that an entry exports from a file by name, with what stands above them. */
function functionsOf(entry: string): { readonly name: string; readonly comment: string; readonly text: string }[] {
  return sourceOf(entry).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { exportClause, moduleSpecifier } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause) || !moduleSpecifier) return [];
    const file = join(dirname(entry), (moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, '.ts')); // exports name files
    expect(existsSync(join(SRC, file))).toBe(true);
    const names = new Set(exportClause.elements.map((each) => (each.propertyName ?? each.name).text));
    return sourceOf(file).statements.flatMap((each) => {
      if (!ts.isFunctionDeclaration(each) || !each.name || !names.has(each.name.text)) return [];
      const comment = ts.getJSDocCommentsAndTags(each).map((part) => part.getText());
      return [{ name: each.name.text, comment: comment.join('\n'), text: each.getText() }];
    });
  });
}

/** What most programs begin with, by entry. */
const MAIN = {
  'index.ts': ['readWorkbook', 'scoreAssessment', 'inWords'],
  'node.ts': ['openModels', 'writeWorkbook', 'parseAnswers'],
  'ingest.ts': ['ingest', 'openResults', 'countPortfolio'],
} as const;

describe.each(Object.entries(MAIN))('%s', (entry, main) => {
  const functions = functionsOf(entry);

  test('each function has a docstring', () => {
    expect(functions.length).toBeGreaterThan(5);
    expect(functions.filter(({ comment }) => !comment.includes('/**')).map(({ name }) => name)).toEqual([]);
  });

  test.each(main)('%s has an example', (name) => {
    expect(functions.find((each) => each.name === name)?.comment ?? '').toContain('@example');
  });

  test('no parameter or result is any', () => {
    expect(functions.filter(({ text }) => /: any\b|<any\b/.test(text)).map(({ name }) => name)).toEqual([]);
  });
});

test('a function that cannot do its work says what it throws', () => {
  const throwing = ['ingest', 'openResults'];
  const all = functionsOf('ingest.ts');
  for (const name of throwing) expect(all.find((each) => each.name === name)?.comment).toContain('@throws');
});
