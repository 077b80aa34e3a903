/** Findings in SARIF 2.1.0, the form that code hosts and security tools take in. */
import { CATALOGUE, type DiagnosticCode } from '../diagnostic/catalogue.js';
import type { Diagnostic, Explanations } from '../locale/message.js';

export interface Tool {
  readonly name: string;
  readonly version: string;
}

/** One run with every finding; a cell is a logical location, since SARIF knows no sheets. */
export function toSarif(diagnostics: readonly Diagnostic[], tool: Tool, explanations: Explanations): object {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { ...tool, rules: codes.map((code) => ruleOf(code, explanations)) } },
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.code,
          ruleIndex: codes.indexOf(diagnostic.code),
          level: diagnostic.severity,
          message: { text: diagnostic.message },
          locations: [locationOf(diagnostic)],
          properties: propertiesOf(diagnostic),
        })),
      },
    ],
  };
}

function ruleOf(code: DiagnosticCode, explanations: Explanations): object {
  const { meaning, remedy } = explanations[code];
  return {
    id: code,
    shortDescription: { text: meaning },
    help: { text: remedy },
    defaultConfiguration: { level: CATALOGUE[code].severity },
  };
}

function locationOf({ file, sheet, cell, line, column, path }: Diagnostic): object {
  const logical = sheet === undefined ? path : cell === undefined ? sheet : `${sheet}!${cell}`;
  return {
    ...(file === undefined
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: file.split(/[\\/]/).map(encodeURIComponent).join('/') },
            ...(line === undefined ? {} : { region: { startLine: line, startColumn: column ?? 1 } }),
          },
        }),
    ...(logical === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: logical, kind: 'element' }] }),
  };
}

function propertiesOf({ objective, field, found, expected, suggestion }: Diagnostic): object {
  return Object.fromEntries(
    Object.entries({ objective, field, found, expected, suggestion }).filter(([, value]) => value !== undefined),
  );
}
