/** What is known around one filled cell. There are hundreds in a workbook, and of most little is asked: each thing is made when it is. */
import { Choices, type OwnList, type Surroundings } from '../assessment/choices.js';
import type { ChoiceList } from '../assessment/fields.js';
import type { AssessmentBuilder } from '../assessment/paths.js';
import type { CellContext, Settling } from '../assessment/read-cell.js';
import type { About, Place, Report, Subject } from '../diagnostic/finding.js';
import type { Input, InputTable } from '../layout/inputs.js';
import { about, addressOf, type LocatedCell } from '../layout/row-findings.js';
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

const NO_CHOICES = new Choices([]);

/** The cell of an input, for who reads it. */
export class InputCell implements CellContext {
  readonly months = MONTHS;

  constructor(
    private readonly workbook: Around,
    private readonly into: Into,
    private readonly table: InputTable,
    private readonly subject: Pick<Subject, 'row' | 'column'>,
    private readonly input: Input,
    private readonly located: LocatedCell | undefined,
    readonly link: string | undefined,
  ) {}

  get report(): Report {
    return this.workbook.report;
  }

  get date1904(): boolean {
    return this.workbook.date1904;
  }

  at(): Place & About {
    const { table, located } = this;
    const { row, column } = this.subject;
    return {
      ...(located ? { sheet: located.sheet, cell: addressOf(located) } : {}),
      ...about(table, row, column),
      subject: { table: table.id, row, column },
    };
  }

  get choices(): Choices {
    const { field } = this.input.asked;
    return field.kind === 'choice' ? this.workbook.choices(field.list) : NO_CHOICES;
  }

  get around(): Surroundings {
    const { workbook, table } = this;
    const { name, field } = this.input.asked;
    return {
      isNumbered: () => workbook.isNumbered(table.id, name),
      ownList: () => (field.kind === 'choice' ? workbook.ownList(field.list) : undefined),
    };
  }

  /** Of a field whose numbers may be read in two ways. */
  get settling(): (() => Settling) | undefined {
    const { workbook, into, input } = this;
    const { field } = input.asked;
    if (field.kind !== 'number' || field.shares !== 'by-format') return undefined;
    return () => workbook.settling(input.row, into.builder);
  }

  takeReason(reason: string): void {
    this.into.reasons.set(this.input.row, reason);
  }
}
