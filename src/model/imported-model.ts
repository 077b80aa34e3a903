/** The files of a model made of rows from somebody else's spreadsheet. What the rows leave open says so. */
import { stringify } from 'yaml';
import { find, type Finding } from '../diagnostic/finding.js';
import type { ImportedRow, ImportField } from './import-rows.js';
import { categoriesOf, editionKey, type Model } from './model.js';
import { modelFileWith } from './new-model.js';
import type { CategoryFile, ModelFile, ObjectiveFile } from './schema.js';

/** Texts for what the rows do not say. */
export interface ImportTexts {
  readonly description: string;
  readonly rationale: string;
  readonly partly: string;
  readonly evidence: readonly string[];
  readonly includes: string;
  readonly excludes: string;
  readonly scope: (name: string) => string;
  readonly otherDomain: string;
  readonly domainSummary: string;
}

/** What the imported model is called and says of itself. */
export type ImportedHead = Pick<
  ModelFile,
  | 'id'
  | 'version'
  | 'title'
  | 'released'
  | 'purpose'
  | 'notice'
  | 'acknowledgments'
  | 'guidance'
  | 'feedback'
  | 'changes'
>;

/** `base`: the model that gives levels, answers, lists and frameworks; `text`: its file. */
export function importedModelFiles(
  rows: readonly ImportedRow[],
  { base, text, head, texts }: { base: Model; text: string; head: ImportedHead; texts: ImportTexts },
): { readonly files: ReadonlyMap<string, string>; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const codes = [...new Set(rows.map(({ code }) => code))];
  const known = new Map(categoriesOf(base).map((each) => [each.id, each]));
  const categories = codes.map((code): [string, string] => {
    const own = rows.filter((each) => each.code === code);
    const written = own.find(({ values }) => values.category !== undefined)?.values.category;
    const name = (written === undefined || written.toUpperCase() === code ? known.get(code)?.name : written) ?? code;
    const file: CategoryFile = {
      ...{ id: code, name, scope: texts.scope(name), includes: [texts.includes] },
      excludes: [{ topic: texts.excludes, see: codes.find((each) => each !== code) ?? code }],
      levels: base.levels.map(({ n }) => {
        const objectives = own.filter(({ level }) => level === n).map((row) => objectiveOf(row, base, texts, findings));
        return { n, description: texts.description, ...(objectives.length > 0 ? { objectives } : {}) };
      }),
    };
    return [`categories/${code}.yaml`, stringify(file, { version: '1.2', lineWidth: WIDTH })];
  });
  const domains = new Map<string, string[]>();
  for (const code of codes) {
    const written = rows.find((each) => each.code === code && each.values.domain !== undefined)?.values.domain;
    const name = written ?? base.domains.find(({ id }) => id === known.get(code)?.domain)?.name ?? texts.otherDomain;
    domains.set(name, [...(domains.get(name) ?? []), code]);
  }
  const model = modelFileWith(text, {
    ...head,
    ...{ handbook: undefined, glossary: [], readMore: undefined, conditions: undefined },
    domains: [...domains].map(([name, of], i) => ({
      ...{ id: `domain-${i + 1}`, name, summary: texts.domainSummary, categories: of },
    })),
  });
  return { files: new Map([['model.yaml', model], ...categories]), findings };
}

const WIDTH = 128;

function objectiveOf(row: ImportedRow, base: Model, texts: ImportTexts, findings: Finding[]): ObjectiveFile {
  const { id, values, sheet, cellOf } = row;
  /** The pieces of a list that are known, as the model has them; the others are reported. */
  const known = (field: ImportField, meaningOf: (piece: string) => string | undefined): string[] => {
    const found = listIn(values[field] ?? '').flatMap((piece) => {
      const meaning = meaningOf(piece);
      if (meaning === undefined)
        findings.push(find('import-value-unread', { sheet, cell: cellOf(field), objective: id }, { found: piece }));
      return meaning ?? [];
    });
    return [...new Set(found)];
  };
  const control = (framework: string) => {
    const { controls = [] } = base.frameworks.get(editionKey(framework, base.editions[framework] ?? '')) ?? {};
    return (piece: string) => controls.find((each) => squashed(each.id) === squashed(piece))?.id;
  };
  const deployments = known(
    'deployments',
    (piece) =>
      base.deployments.find((each) => [each.id, each.name].some((name) => squashed(name) === squashed(piece)))?.id,
  );
  const mappings = Object.fromEntries(
    (
      [
        ['aicm', 'aicm'],
        ['nist', 'nist-ai-rmf'],
      ] as const
    ).flatMap(([field, framework]) => {
      const ids = known(field, control(framework));
      return ids.length > 0 ? [[framework, ids] as const] : [];
    }),
  );
  const { title } = values;
  if (title !== undefined && title.length > LONGEST_TITLE)
    findings.push(find('import-value-unread', { sheet, cell: cellOf('title'), objective: id }, { found: title }));
  const [mode = 'either'] = known('mode', (piece) => MODES.find((each) => each === piece.toLowerCase()));
  return {
    id,
    ...(title !== undefined && title.length <= LONGEST_TITLE ? { title } : {}),
    text: values.text ?? '',
    rationale: values.rationale ?? texts.rationale,
    deployments: deployments.length > 0 ? deployments : base.deployments.map((each) => each.id),
    mode: mode as ObjectiveFile['mode'], // one of MODES
    kpi: null,
    partly: texts.partly,
    evidence: [...texts.evidence],
    mappings,
  };
}

/** Longer titles have no room in their column; the text stands beside it. */
const LONGEST_TITLE = 42;
const MODES = ['manual', 'automated', 'either'] as const;

/** `API/SaaS` is one thing: a slash separates nothing. */
function listIn(text: string): string[] {
  return text.split(/[\n,;]+/).flatMap((piece) => piece.trim() || []);
}

function squashed(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');
}
