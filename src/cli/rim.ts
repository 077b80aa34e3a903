/** The rim: standard streams, exit codes, and what is printed. Nothing below the commands does any of this. */
import { styleText } from 'node:util';
import {
  diagnosticLine,
  inWords,
  jsonText,
  messagesIn,
  STANDARD_STREAM,
  visible,
  visibleLines,
  type Diagnostic,
  type Finding,
} from '../building.js';

export { madeBy } from './made-by.js';

/** What a command ends with. */
export const EXIT = {
  ...{ clean: 0, inputErrors: 1, usage: 2, someRejected: 3, ourFault: 70 },
  ...{ interrupted: 130, terminated: 143 },
} as const;

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

/** `end`: what stands behind it, once; nothing where it goes on. */
export function printData(text: string, end = '\n'): void {
  process.stdout.write(text.endsWith(end) ? text : text + end);
}

/** Bytes of a text that ends its own lines; done when they are handed on, so that none wait in memory. */
export function printBytes(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(bytes, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

/** For people: what strangers wrote can't steer their terminals. Programs get it as it is, by `printData`. */
export function printText(text: string): void {
  printData(visibleLines(text));
}

export function printJson(value: unknown): void {
  printData(jsonText(value, 2));
}

export function printNote(text: string): void {
  process.stderr.write(`${visibleLines(text)}\n`);
}

/** Findings in the words of the command line. */
export function told(findings: readonly Finding[]): Diagnostic[] {
  return findings.map((finding) => inWords(ofStream(finding), messagesIn()));
}

/** Of what came by standard input, no sender is known who could send it again. */
const ofStream = (finding: Finding): Finding =>
  finding.code === 'file-empty' && finding.file === STANDARD_STREAM
    ? { ...finding, facts: { isPiped: true } }
    : finding;

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
