/** What is known around one filled cell. There are hundreds in a workbook, and of most little is asked: each thing is made when it is. */
import { Choices, type OwnList, type Surroundings } from '../assessment/choices.js';
import type { ChoiceList } from '../assessment/fields.js';
import type { AssessmentBuilder } from '../assessment/paths.js';
import type { CellContext, Settling } from '../assessment/read-cell.js';
import type { About, Place, Report } from '../diagnostic/finding.js';
import type { Input, InputTable } from '../layout/inputs.js';
import type { LocatedCell } from '../layout/located-cells.js';
import { about, addressOf } from '../layout/row-findings.js';
import { MONTHS } from '../locale/months.js';

/** Where the values of a row go, and the reasons that stand behind its options. */
export interface Into {
  readonly builder: AssessmentBuilder;
  readonly reasons: Map<string, string>;
}

/** What the workbook says of any of its cells. */
export interface Around {
  readonly report: Report;
  readonly date1904: boolean;
  choices(list: ChoiceList): Choices;
  ownList(list: ChoiceList): OwnList | undefined;
  isNumbered(table: string, name: string): boolean;
  settling(objective: string, builder: AssessmentBuilder): Settling;
}

/** Which cell it is, and where it was found. */
export interface CellOf {
  readonly table: InputTable;
  readonly row: string;
  readonly column: string;
  readonly located: LocatedCell | undefined;
}

const NO_CHOICES = new Choices([]);

/** The cell of an input, for who reads it. */
export class InputCell implements CellContext {
  readonly months = MONTHS;
  readonly report: Report;
  readonly date1904: boolean;
  readonly #workbook: Around;
  readonly #into: Into;
  readonly #input: Input;
  readonly #place: CellOf;

  constructor(
    workbook: Around,
    into: Into,
    input: Input,
    place: CellOf,
    readonly link: string | undefined,
  ) {
    this.report = workbook.report;
    this.date1904 = workbook.date1904;
    this.#workbook = workbook;
    this.#into = into;
    this.#input = input;
    this.#place = place;
  }

  at(): Place & About {
    const { table, row, column, located } = this.#place;
    return {
      ...(located ? { sheet: located.sheet, cell: addressOf(located) } : {}),
      ...about(table, row, column),
      subject: { table: table.id, row, column },
    };
  }

  get choices(): Choices {
    const { field } = this.#input.asked;
    return field.kind === 'choice' ? this.#workbook.choices(field.list) : NO_CHOICES;
  }

  get around(): Surroundings {
    const { name, field } = this.#input.asked;
    return {
      isNumbered: () => this.#workbook.isNumbered(this.#place.table.id, name),
      ownList: () => (field.kind === 'choice' ? this.#workbook.ownList(field.list) : undefined),
    };
  }

  /** Of a field whose numbers may be read in two ways. */
  get settling(): (() => Settling) | undefined {
    const { asked, row } = this.#input;
    const isDoubtful = asked.field.kind === 'number' && asked.field.shares === 'by-format';
    return isDoubtful ? () => this.#workbook.settling(row, this.#into.builder) : undefined;
  }

  takeReason(reason: string): void {
    this.#into.reasons.set(this.#input.row, reason);
  }
}
