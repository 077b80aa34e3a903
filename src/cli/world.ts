/** The rim: standard streams, exit codes, and where the project's own data lies. Nothing below the commands does any of this. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import {
  diagnosticLine,
  find,
  hasErrors,
  inWords,
  loadModel,
  readCompiledModel,
  visible,
  visibleLines,
  modelsOf,
  sha256,
  Shelf,
  USUAL_LANGUAGE,
  type Diagnostic,
  type Finding,
  type LoadedModel,
  type Model,
  type Parsed,
} from '../node.js';

/** What a command ends with. */
export const EXIT = { clean: 0, inputErrors: 1, usage: 2, someRejected: 3, ourFault: 70, interrupted: 130 } as const;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const USUAL_MODEL = { id: 'aismm', version: '1.0' } as const;

/** Ends the command with an exit code after its diagnostics were printed. */
export class Stop extends Error {
  constructor(
    readonly code: number,
    readonly findings: readonly Finding[] = [],
  ) {
    super('stop');
  }
}

/** A wrong use of the command line, found by the check of an option; the message says what and how. */
export class Usage extends Error {}

/** Name and version of this program, as the workbook's meta sheet carries it. */
export function madeBy(): string {
  const { name, version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${version}`;
}

export function printData(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
}

/** For people: what strangers wrote can't steer their terminals. Programs get it as it is, by `printData`. */
export function printText(text: string): void {
  printData(visibleLines(text));
}

export function printJson(value: unknown): void {
  printData(JSON.stringify(value, null, 2));
}

export function printNote(text: string): void {
  process.stderr.write(`${visibleLines(text)}\n`);
}

/** Findings in the words of the command line. */
export function told(findings: readonly Finding[]): Diagnostic[] {
  return findings.map((finding) => inWords(finding, USUAL_LANGUAGE.messages));
}

/** Prints findings, one a line, to standard error. */
export function printFindings(findings: readonly Finding[]): void {
  printDiagnostics(told(findings));
}

/** Prints what was found, one a line; colored on a terminal only. */
export function printDiagnostics(
  diagnostics: readonly Diagnostic[],
  stream: NodeJS.WriteStream = process.stderr,
): void {
  const colors = { error: 'red', warning: 'yellow', note: 'gray' } as const;
  for (const diagnostic of diagnostics) {
    const line = visible(diagnosticLine(diagnostic));
    stream.write(`${stream.isTTY ? styleText(colors[diagnostic.severity], line, { stream }) : line}\n`);
  }
}

const readModelText = (path: string): string | undefined => {
  const full = join(ROOT, 'model', path);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
};

/** Loads one of the models that come with the program. */
export function parseInstalledModel(version: string = USUAL_MODEL.version): Parsed<LoadedModel> {
  return loadModel(readModelText, USUAL_MODEL.id, version);
}

/** As `parseInstalledModel`, but any fault in it stops the command. */
export function installedModel(version: string = USUAL_MODEL.version): Model {
  if (version !== USUAL_MODEL.version && readModelText(`${USUAL_MODEL.id}/${version}/model.yaml`) === undefined) {
    throw new Stop(EXIT.usage, [
      find(
        'unknown-model',
        {},
        { found: `${USUAL_MODEL.id} ${version}`, expected: [`${USUAL_MODEL.id} ${USUAL_MODEL.version}`] },
      ),
    ]);
  }
  const compiled = compiledModel(version);
  if (compiled) return compiled;
  const { value, findings } = parseInstalledModel(version);
  if (!value || hasErrors(findings)) throw new Stop(EXIT.inputErrors, findings);
  return value.model;
}

/** The model as it was loaded when the program was compiled; undefined if there is none, or its files have changed since. */
function compiledModel(version: string): Model | undefined {
  const path = join(ROOT, 'dist', 'compiled', `${USUAL_MODEL.id}-${version}.json`);
  if (!existsSync(path)) return undefined;
  return readCompiledModel(readFileSync(path, 'utf8'), readModelText, sha256);
}

/** The models that filled workbooks may have been made from. */
export function modelShelf(version: string = USUAL_MODEL.version): Shelf {
  const usual = installedModel(version);
  return new Shelf(modelsOf([usual], usual));
}

export function readTemplate(name: string): string {
  return readFileSync(join(ROOT, 'templates', name), 'utf8');
}
