/** A list of organizations that are to be assessed: one row each, with what is known of it and which workbook it gets. */
import type { Organization } from '../assessment/assessment.js';
import type { Surroundings } from '../assessment/choices.js';
import { isDay } from '../assessment/dates.js';
import { dayInText } from '../assessment/day-in-text.js';
import { FIELDS, fieldsOf, LONGEST_TEXT, NO, YES, type ChoiceList } from '../assessment/fields.js';
import { isWithin } from '../assessment/limits.js';
import { numberInText } from '../assessment/number-in-text.js';
import { Comparing } from '../diagnostic/distance.js';
import { suggested } from '../diagnostic/suggest.js';
import { find, hasErrors, type Finding, type Parsed, type Place } from '../diagnostic/finding.js';
import { Findings } from '../diagnostic/listed.js';
import { isFormula, readCsv, type CsvRow } from '../formats/read-csv.js';
import type { Issued } from '../layout/shelf.js';
import { MONTHS } from '../locale/months.js';
import { categoriesOf, type Model } from '../model/model.js';
import {
  bare,
  CAMPAIGN_COLUMNS,
  columnCalled,
  findColumns,
  type CampaignColumn,
  type ColumnsFound,
} from './campaign-columns.js';
import { nameAndSaid } from './name-and-said.js';
import { organizationKey, plainName } from './row.js';

/** One row: an organization or a unit of one, and the workbook that it gets. */
export interface CampaignRow {
  /** Line of the file. */
  readonly line: number;
  /** As in a store: two rows never have the same. */
  readonly key: string;
  /** What the sheet Profile is filled with; absent means blank. */
  readonly organization: Partial<Omit<Organization, 'asOf' | 'name'>> & Pick<Organization, 'name'>;
  /** The categories that are asked about; absent means all. */
  readonly categories?: readonly string[];
  /** The deployment types that are in use; absent means that nothing is said. */
  readonly deployments?: readonly string[];
  readonly conditions: Readonly<Record<string, boolean>>;
  readonly targets: Readonly<Record<string, number>>;
  /** The day by which the workbook is wanted back. */
  readonly due?: string;
  /** The name of the file, where the list gives one. */
  readonly file?: string;
}

/** Between several values in a cell; a slash is part of a name, as in API/SaaS. */
const BETWEEN = /[;|\n]+/;
/** The same, but part of some names. */
const COMMA = ',';

/** Reads a list. With any error there is no value: nothing is issued from half a list. */
export function readCampaignList(bytes: Uint8Array, issued: Issued): Parsed<readonly CampaignRow[]> {
  const table = readCsv(bytes, (text) => columnCalled(text) !== undefined);
  if (!table.value) return { findings: table.findings };
  const { headings, rows } = table.value;
  // What a file of a stranger costs and says has limits, however many rows it has.
  const [comparing, findings] = [new Comparing(), new Findings()];
  const columns = findColumns(headings, { comparing, findings });
  if (hasErrors(findings.all)) return { findings: findings.told() };
  if (rows.length === 0) findings.add(find('list-empty', {}));
  if (rows.length === 0) return { findings: findings.told() };
  const around = { headings: headings.cells, columns, issued, comparing, findings, lists: listsOf(issued.model) };
  const all = rows.map((row) => new RowReader(row, around).read());
  reportRepeated(all, columns, findings);
  return { ...(hasErrors(findings.all) ? {} : { value: all }), findings: inLines(findings.told()) };
}

/** In the order of the lines, in which people correct them. A finding without a line, such as the number of further findings, comes last. */
function inLines(findings: readonly Finding[]): readonly Finding[] {
  const lineOf = ({ line }: Finding): number => line ?? Infinity;
  return [...findings].sort((a, b) =>
    lineOf(a) === lineOf(b) ? (a.column ?? 0) - (b.column ?? 0) : lineOf(a) - lineOf(b),
  );
}

function reportRepeated(all: readonly CampaignRow[], columns: ColumnsFound, findings: Findings): void {
  findings.addAll(repeated(all, columns, ({ key }) => key, 'list-repeated-row'));
  findings.addAll(repeated(all, columns, ({ file }) => file?.normalize('NFC').toLowerCase(), 'list-repeated-file'));
}

/** Rows of which an earlier row says the same. */
function repeated(
  rows: readonly CampaignRow[],
  columns: ColumnsFound,
  of: (row: CampaignRow) => string | undefined,
  code: 'list-repeated-row' | 'list-repeated-file',
): Finding[] {
  const first = new Map<string, number>();
  const column = (columns.get(code === 'list-repeated-file' ? 'file' : 'organization') ?? 0) + 1;
  return rows.flatMap((row) => {
    const is = of(row);
    const firstLine = is === undefined ? undefined : first.get(is);
    if (is !== undefined && firstLine === undefined) first.set(is, row.line);
    if (firstLine === undefined || row.organization.name === '') return [];
    const { name, unit = '' } = row.organization;
    const found = code === 'list-repeated-file' ? (row.file ?? '') : [name, unit].filter(Boolean).join(', ');
    return [find(code, { line: row.line, column }, { found, firstLine })];
  });
}

interface Around {
  readonly headings: readonly string[];
  readonly columns: ColumnsFound;
  /** In its language and words options are understood. */
  readonly issued: Issued;
  readonly comparing: Comparing;
  readonly findings: Findings;
  readonly lists: Lists;
}

/** A list of a model: its codes in its order, and each by its code and its name. */
interface Named {
  readonly ids: readonly string[];
  /** Codes and names: one of them is meant by whatever is nearly the same. */
  readonly words: readonly string[];
  readonly byName: ReadonlyMap<string, string>;
}

type Lists = Readonly<Record<'categories' | 'deployments' | 'conditions', Named>>;

function listsOf(model: Model): Lists {
  return {
    categories: named(categoriesOf(model)),
    deployments: named(model.deployments),
    conditions: named((model.conditions ?? []).map(({ id, question }) => ({ id, name: question }))),
  };
}

function named(all: readonly { readonly id: string; readonly name: string }[]): Named {
  const byName = new Map<string, string>();
  // The first one goes before others of that name.
  for (const { id, name } of all)
    for (const word of [bare(id), bare(name)]) if (!byName.has(word)) byName.set(word, id);
  const ids = all.map(({ id }) => id);
  return { ids, words: [...ids, ...all.map(({ name }) => name)], byName };
}

/** The code that a text is, or is the name of. */
const idOf = (text: string, { byName }: Named): string | undefined => byName.get(bare(text));

const ALONE: Surroundings = { isNumbered: () => false, ownList: () => undefined };

/** Reads one row, and reports what can't be understood. */
class RowReader {
  constructor(
    private readonly row: CsvRow,
    private readonly around: Around,
  ) {}

  read(): CampaignRow {
    const { headings, lists } = this.around;
    const { line, cells } = this.row;
    const more = cells.findIndex((text, index) => index >= headings.length && text !== '');
    if (more >= 0)
      this.around.findings.add(
        find('list-row-too-long', { line, column: more + 1 }, { found: cells[more] ?? '', count: headings.length }),
      );
    for (const [index, found] of cells.entries())
      if (index < headings.length && isFormula(found))
        this.around.findings.add(
          find('list-formula', { line, column: index + 1 }, { found, of: headings[index] ?? '' }),
        );
    const name = this.#text('organization');
    if (plainName(name) === '') this.around.findings.add(find('list-missing-name', this.#at('organization'), {}));
    const unit = this.#text('unit');
    const [categories, deployments] = [
      this.#codes('categories', lists.categories),
      this.#codes('deployments', lists.deployments),
    ];
    const due = this.#day('due');
    const file = this.#text('file');
    return {
      line,
      key: organizationKey({ name, unit }, `line ${line}`),
      organization: {
        name,
        ...this.#filled({ unit, scope: this.#text('scope'), assessor: this.#text('assessor') }),
        ...this.#filled({ contact: this.#text('contact'), region: this.#option('region', 'regions') }),
        ...this.#filled({ industry: this.#option('industry', 'industries'), size: this.#option('size', 'sizes') }),
      },
      ...(categories.length > 0 ? { categories } : {}),
      ...(deployments.length > 0 ? { deployments } : {}),
      conditions: this.#conditions(),
      targets: this.#targets(),
      ...(due === undefined ? {} : { due }),
      ...(file === '' ? {} : { file }),
    };
  }

  #filled<T extends object>(fields: T): Partial<T> {
    return Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== '')) as Partial<T>; // fewer of them
  }

  #at(column: CampaignColumn): Place {
    return { line: this.row.line, column: (this.around.columns.get(column) ?? 0) + 1 };
  }

  /** `''` for a cell that is blank, not there, or reported by itself. */
  #text(column: CampaignColumn): string {
    const index = this.around.columns.get(column);
    const found = index === undefined ? '' : (this.row.cells[index] ?? '');
    if (found.length > LONGEST_TEXT) this.#refuse(column, found, [`at most ${LONGEST_TEXT} characters`]);
    return isFormula(found) || found.length > LONGEST_TEXT ? '' : found;
  }

  #refuse(column: CampaignColumn, found: string, expected: readonly string[], suggestion?: string): undefined {
    const { headings, columns } = this.around;
    const of = headings[columns.get(column) ?? -1] ?? column;
    const facts = { of, found, expected, ...(suggestion === undefined ? {} : { suggestion }) };
    this.around.findings.add(find('list-value', this.#at(column), facts));
  }

  /** The code of an option, by its code or by what is understood by a label. */
  #option(column: CampaignColumn, list: ChoiceList): string {
    const text = this.#text(column);
    if (text === '') return '';
    const choices = this.around.issued.choices(list);
    const understood = choices.understand(text, ALONE);
    if ('id' in understood) return understood.id;
    const suggestion = understood.is === 'unknown' ? understood.suggestion : undefined;
    this.#refuse(column, text, choices.labels, suggestion);
    return '';
  }

  /** Several codes or names; in the model's order, each once. */
  #codes(column: CampaignColumn, all: Named): string[] {
    const found = new Set(this.#parts(column, all).map((part) => this.#code(column, part, all)));
    return all.ids.filter((id) => found.has(id));
  }

  #parts(column: CampaignColumn, all?: Named): string[] {
    return this.#text(column)
      .split(BETWEEN)
      .flatMap((part) => (all === undefined || idOf(part, all) === undefined ? part.split(COMMA) : [part]))
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }

  #code(column: CampaignColumn, text: string, all: Named): string | undefined {
    const known = idOf(text, all);
    if (known !== undefined) return known;
    return this.#refuse(column, text, all.ids, suggested(text, all.words, this.around.comparing).suggestion);
  }

  /** `agents: no; training: yes` */
  #conditions(): Record<string, boolean> {
    const { issued, lists } = this.around;
    const choices = issued.choices('yesNo');
    const said = this.#parts('conditions').flatMap((part): [string, boolean][] => {
      const { name, said: answer } = nameAndSaid(part) ?? { name: '', said: '' };
      const understood = choices.understand(answer || part, ALONE);
      const is = 'id' in understood ? understood.id : undefined;
      if (name === '' || (is !== YES && is !== NO)) {
        this.#refuse(
          'conditions',
          part,
          lists.conditions.ids.slice(0, 1).map((id) => `${id}: no`),
        );
        return [];
      }
      const id = this.#code('conditions', name, lists.conditions);
      return id === undefined ? [] : [[id, is === YES]];
    });
    return Object.fromEntries(said);
  }

  /** `3` for all categories, or `GOV: 3; IAM: 4` */
  #targets(): Record<string, number> {
    const { model } = this.around.issued;
    const all = this.around.lists.categories;
    const field = fieldsOf(model, FIELDS).category['target'];
    const level = (text: string, part: string): number | undefined => {
      const number = numberInText(text)?.number;
      const isLevel = number !== undefined && field?.kind === 'number' && isWithin(field, number);
      return isLevel
        ? number
        : this.#refuse('targets', part, [`1 to ${model.levels.length}`, `${all.ids[0] ?? ''}: 3`]);
    };
    const parts = this.#parts('targets');
    const said = parts.flatMap((part): [string, number][] => {
      const { name, said: text } = nameAndSaid(part) ?? { name: '', said: part };
      const number = level(text, part);
      const ids = name === '' ? all.ids : [this.#code('targets', name, all) ?? ''].filter(Boolean);
      return number === undefined ? [] : ids.map((id) => [id, number]);
    });
    return Object.fromEntries(said);
  }

  #day(column: CampaignColumn): string | undefined {
    const text = this.#text(column);
    if (text === '') return undefined;
    const day = dayInText(text, MONTHS);
    return day !== undefined && isDay(day) ? day : this.#refuse(column, text, ['2026-12-31']);
  }
}

/** A list to begin with: our names of columns, and rows that show what may be said in them. */
export function listTemplateRows({ model }: Issued): readonly (readonly string[])[] {
  const { industries, sizes, regions } = model.profile;
  const [first, second] = categoriesOf(model);
  const [condition] = model.conditions ?? [];
  const rows: Readonly<Partial<Record<CampaignColumn, string>>>[] = [
    {
      ...{ organization: 'Example AG', unit: 'Retail', contact: 'retail@example.com', due: '2027-03-31' },
      ...{ industry: industries[0]?.id ?? '', size: sizes[0]?.id ?? '', region: regions[0]?.id ?? '' },
      targets: '3',
    },
    {
      ...{ organization: 'Example AG', unit: 'Logistics', contact: 'Ann Example, ann@example.com', due: '2027-03-31' },
      ...{
        industry: industries.at(-1)?.name ?? '',
        size: sizes.at(-1)?.name ?? '',
        region: regions.at(-1)?.name ?? '',
      },
      categories: [first?.id, second?.id].filter(Boolean).join('; '),
      deployments: model.deployments[0]?.id ?? '',
      conditions: condition ? `${condition.id}: no` : '',
      targets: [first, second].flatMap((each, i) => (each ? [`${each.id}: ${i + 2}`] : [])).join('; '),
    },
  ];
  return [CAMPAIGN_COLUMNS, ...rows.map((row) => CAMPAIGN_COLUMNS.map((column) => row[column] ?? ''))];
}
