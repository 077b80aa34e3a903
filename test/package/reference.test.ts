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
  readonly canThrow: boolean;
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
      return [{ name: each.name.text, comment: comment.join('\n'), hasAny: isAny(each), canThrow: canThrow(each) }];
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

/** What a host gives to a function, and may throw: templates, stores, files, models. */
const FROM_THE_HOST = /\b(?:ReadTemplate|Results|FindModel|ReadText|Files)\b/;

/** True of a function that throws itself, or that asks what a host has given; a `try` in it is taken to catch nothing. */
function canThrow(node: ts.FunctionDeclaration): boolean {
  const throws = (part: ts.Node): boolean => ts.isThrowStatement(part) || ts.forEachChild(part, throws) === true;
  return node.parameters.some(({ type }) => FROM_THE_HOST.test(type?.getText() ?? '')) || throws(node);
}

describe('a function that can throw says what', () => {
  test.each(['index.ts', 'check.ts', 'messages.ts', 'library.ts', 'ingest.ts', 'building.ts'])('%s', (entry) => {
    const functions = functionsOf(entry);
    expect(functions.length).toBeGreaterThan(0);
    const silent = functions.filter((each) => each.canThrow && !each.comment.includes('@throws'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  test('also one that only passes on what others throw', () => {
    const passing = {
      'library.ts': ['createOwnModel', 'importOwnModel', 'openKey', 'builtInTemplate', 'makePage'],
      'ingest.ts': ['ingest', 'openResults', 'keepStandardInput', 'takeIn'],
      'building.ts': ['writeWhole', 'builtInTemplate'],
      'index.ts': ['modelFromJson'],
    };
    for (const [entry, names] of Object.entries(passing)) {
      const tagged = functionsOf(entry).filter(({ comment }) => comment.includes('@throws'));
      expect(tagged.map(({ name }) => name)).toEqual(expect.arrayContaining(names));
    }
  });

  test('both kinds are found', () => {
    const { statements } = ts.createSourceFile(
      'a.ts',
      'function a(read: ReadTemplate) {} function b() { if (1) throw new Error(); } function c(n: number) {}',
      ts.ScriptTarget.Latest,
      true,
    );
    expect(statements.map((each) => ts.isFunctionDeclaration(each) && canThrow(each))).toEqual([true, true, false]);
  });
});
