/** The rim: standard streams, exit codes, and what the options mean. Nothing below the commands does any of this. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText } from 'node:util';
import {
  allModels,
  diagnosticLine,
  hasErrors,
  inWords,
  messagesIn,
  loadWhich,
  missingModel,
  modelName,
  openModels,
  visible,
  visibleLines,
  Shelf,
  type Diagnostic,
  type Finding,
  type LoadedModel,
  type Model,
  type Parsed,
} from '../node.js';

/** What a command ends with. */
export const EXIT = {
  ...{ clean: 0, inputErrors: 1, usage: 2, someRejected: 3, ourFault: 70 },
  ...{ interrupted: 130, terminated: 143 },
} as const;

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

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

/** `end`: what stands behind it, once; nothing where it goes on. */
export function printData(text: string, end = '\n'): void {
  process.stdout.write(text.endsWith(end) ? text : text + end);
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
  return findings.map((finding) => inWords(finding, messagesIn()));
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

/** The models that filled workbooks may have been made from; any fault stops the command. `which`: see the option --model. */
export function modelShelf(which?: string): Shelf {
  return new Shelf(stopping(openModels(which)));
}

/** Every model of a shelf, as workers take them; one that is faulty is named and left out. */
export function everyModel({ models }: Shelf): [Model, ...Model[]] {
  const sound = allModels(models);
  const names = new Set(sound.map(modelName));
  printFindings(
    models.editions.filter((each) => !names.has(modelName(each))).map((each) => missingModel(each, models)),
  );
  return sound;
}

/** The model that is meant by --model, or the usual one. */
export function installedModel(which?: string): Model {
  return stopping(openModels(which)).usual;
}

/** The same from its own files, for those who edit them; its faults are no reason to stop. */
export function parseInstalledModel(which?: string): Parsed<LoadedModel> {
  const parsed = loadWhich(which);
  if (parsed.findings.some(isWrongUse)) stopping(parsed);
  return parsed;
}

function stopping<T>({ value, findings }: Parsed<T>): T {
  if (value !== undefined && !hasErrors(findings)) return value;
  throw new Stop(findings.some(isWrongUse) ? EXIT.usage : EXIT.inputErrors, findings);
}

/** True where the option itself is wrong, and not what it leads to. */
const isWrongUse = ({ code }: Finding): boolean => code === 'unknown-model';
