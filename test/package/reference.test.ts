/** The reference of the package: each function of its entries has a docstring, and the main ones an example. */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** Where files of the project are, and how they end: as they are written, and as programs that use the package see them. */
const SRC = { folder: new URL('../../src/', import.meta.url).pathname, ending: '.ts' };
const DIST = { folder: new URL('../../dist/', import.meta.url).pathname, ending: '.d.ts' };

interface Exported {
  readonly name: string;
  readonly comment: string;
  /** True if `any` is anywhere in its declaration. */
  readonly hasAny: boolean;
}

/** Functions that an entry exports from a file by name, with what is above them. */
function functionsOf(entry: string, { folder, ending } = SRC): Exported[] {
  const sourceOf = (file: string): ts.SourceFile => {
    const path = join(folder, file.replace(/\.ts$/, ending));
    return ts.createSourceFile(file, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  };
  return sourceOf(entry).statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly) return [];
    const { exportClause, moduleSpecifier } = statement;
    if (!exportClause || !ts.isNamedExports(exportClause) || !moduleSpecifier) return [];
    const file = join(dirname(entry), (moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, '.ts')); // exports name files
    const names = new Set(exportClause.elements.map((each) => (each.propertyName ?? each.name).text));
    return sourceOf(file).statements.flatMap((each) => {
      if (!ts.isFunctionDeclaration(each) || !each.name || !names.has(each.name.text)) return [];
      const comment = ts.getJSDocCommentsAndTags(each).map((part) => part.getText());
      return [{ name: each.name.text, comment: comment.join('\n'), hasAny: isAny(each) }];
    });
  });
}

function isAny(node: ts.Node): boolean {
  return node.kind === ts.SyntaxKind.AnyKeyword || ts.forEachChild(node, isAny) === true;
}

test('any is found, also deep inside of a declaration', () => {
  const file = ts.createSourceFile(
    'a.d.ts',
    'declare function f(a: Map<string, any[]>): void;',
    ts.ScriptTarget.Latest,
  );
  expect(isAny(file)).toBe(true);
});

/** What most programs begin with, by entry. */
const MAIN = {
  'index.ts': ['readWorkbook', 'scoreAssessment', 'inWords'],
  'library.ts': [
    'openModels',
    'writeWorkbook',
    'parseAnswers',
    'makeReport',
    'exampleAssessment',
    'annotateWorkbook',
    'compareAssessments',
  ],
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

  test('no parameter or result is any, also where the compiler finds the type', () => {
    const declared = functionsOf(entry, DIST);
    expect(declared.length).toBe(functions.length);
    expect(declared.filter(({ hasAny }) => hasAny).map(({ name }) => name)).toEqual([]);
  });
});

test('a function that cannot do its work says what it throws', () => {
  const throwing = ['ingest', 'openResults'];
  const all = functionsOf('ingest.ts');
  for (const name of throwing) expect(all.find((each) => each.name === name)?.comment).toContain('@throws');
});
