/** The other way round: each AICM control that objectives refer to, who refers to it, and how much of that is met. */
import { objectivesOf, type ControlObjective, type Framework } from '../../model/model.js';
import { editionKey } from '../../model/model.js';
import { ALL_DEPLOYMENTS } from '../../scoring/figures.js';
import { closingLines, emptyLine, mappedIds, titleLines, type LayoutContext } from '../context.js';
import { cellOf, constant, figureOf, formula, show, type SheetDeclaration, type Show, type Table } from '../declare.js';
import { LOOK, PALETTE } from '../look.js';
import { px } from '../measure.js';

export const MAPPING_TABLE = 'mapping';
export const MAPPING_DOMAINS = 'mapping-domains';
const FRAMEWORK = 'aicm';

/** The first layout in which the domains of the framework have a sheet of their own: in print, each table has its own headings. */
const APART_SINCE = 2;
/** Columns in pixels, as wide as a page together; most names of domains fit on a line. */
const WIDTHS = [60, 244, 300, 82, 228, 60, 44, 82];
const FIRST_WIDTHS = [84, 280, 200, 84, 250, 64, 52, 86];
/** Ids of objectives that fit on a line. Programs would break a longer line at the hyphen of an id. */
const IDS_A_LINE = 4;
const DOMAIN_WIDTHS = [60, 330, 100, 130, 80];

export function mappingSheet(context: LayoutContext): SheetDeclaration {
  const { words } = context;
  const w = words.mapping;
  const { edition, framework, controls, referring } = mappedControls(context);
  const groupName = (id: string | undefined): string => framework?.groups?.find((group) => group.id === id)?.name ?? '';
  const isFirst = context.edition.layout < APART_SINCE;
  const stateIs = (objective: ControlObjective, state: string, same: boolean): Show => {
    const current = show.of(figureOf('state', objective.id, ALL_DEPLOYMENTS));
    return show.when(same ? show.equal(current, state) : show.unequal(current, state), 1, 0);
  };
  const sum = (parts: readonly Show[]): Show =>
    parts.slice(1).reduce((total, part) => show.plus(total, part), parts[0] ?? show.literal(0));
  const cell = (id: string, column: string): Show => show.of(cellOf(MAPPING_TABLE, id, column));
  const rows = controls.map((control) => {
    const mine = referring.get(control.id) ?? [];
    const [met, counted] = [cell(control.id, 'met'), cell(control.id, 'counted')];
    const unanswered = sum(mine.map((each) => stateIs(each, 'unanswered', true)));
    // Of what nobody has answered, it is not known whether it is met.
    const none = isFirst ? w.none : show.when(show.equal(unanswered, counted), w.unanswered, w.none);
    return {
      key: control.id,
      cells: {
        id: constant(control.id, LOOK.cellStrong),
        title: constant(control.title, LOOK.cell),
        domain: constant(groupName(control.group), LOOK.cellMuted),
        older: constant(olderIds(context, control.id, mine).join(', '), LOOK.cellMuted),
        objectives: constant(
          inLines(
            mine.map(({ id }) => id),
            isFirst ? mine.length : IDS_A_LINE,
          ),
          LOOK.cell,
        ),
        counted: formula(sum(mine.map((each) => stateIs(each, 'excluded', false))), LOOK.number),
        met: formula(sum(mine.map((each) => stateIs(each, 'met', true))), LOOK.number),
        state: formula(
          show.when(
            show.equal(counted, 0),
            w.excluded,
            show.when(show.equal(met, counted), w.full, show.when(show.equal(met, 0), none, w.some)),
          ),
          LOOK.cellCenter,
        ),
      },
    };
  });
  return {
    id: 'mapping',
    name: words.sheets.mapping,
    kind: 'result',
    widths: (isFirst ? FIRST_WIDTHS : WIDTHS).map(px),
    landscape: true,
    repeat: MAPPING_TABLE,
    blocks: [
      {
        is: 'lines',
        rows: titleLines(
          context,
          isFirst ? `${w.title} (AICM ${edition})` : w.title,
          ...(isFirst ? [] : [w.what]),
          w.lead(edition, context.model.version),
          ...(isFirst ? [] : termsSaid(context)),
        ),
      },
      {
        is: 'table',
        id: MAPPING_TABLE,
        freezeAfter: 'title',
        filter: true,
        columns: [
          { id: 'id', header: w.control },
          { id: 'title', header: w.controlTitle },
          { id: 'domain', header: w.domain },
          { id: 'older', header: w.older(olderEdition(context)) },
          { id: 'objectives', header: w.objectives },
          { id: 'counted', header: w.counted, look: LOOK.headerCenter },
          { id: 'met', header: w.met, look: LOOK.headerCenter },
          { id: 'state', header: w.state, look: LOOK.headerCenter },
        ],
        formats: [
          {
            columns: ['state'],
            when: (inRow) => show.equal(inRow('state'), w.full),
            look: { fill: PALETTE.doneFill, color: PALETTE.done, bold: true },
          },
          {
            columns: ['state'],
            when: (inRow) => show.equal(inRow('state'), w.some),
            look: { fill: PALETTE.halfFill, color: PALETTE.half },
          },
        ],
        rows,
      },
      ...(!isFirst
        ? []
        : [
            {
              is: 'lines' as const,
              rows: [emptyLine, { height: 24, cells: { 1: constant(w.coverage, LOOK.heading) } }],
            },
            domainTable(context),
          ]),
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}

/** What its columns mean, and the states of a control. */
function termsSaid(context: LayoutContext): string[] {
  const w = context.words.mapping;
  const older = olderEdition(context);
  return [
    older === '' ? w.columns : `${w.columns} ${w.columnsWithOlder(older)}`,
    w.coverageOf(w.state, w.full, w.some, w.none),
    w.coverageUnknown(w.unanswered, w.excluded),
  ];
}

/** Ids with commas, so many on a line. */
function inLines(ids: readonly string[], count: number): string {
  return ids.map((id, i) => (i === 0 ? id : `${i % count === 0 ? ',\n' : ', '}${id}`)).join('');
}

/** How much of each domain of the framework is mapped, and met. */
export function coverageSheet(context: LayoutContext): SheetDeclaration {
  const { words } = context;
  return {
    id: 'coverage',
    name: words.sheets.coverage,
    kind: 'result',
    widths: DOMAIN_WIDTHS.map(px),
    landscape: false,
    blocks: [
      {
        is: 'lines',
        rows: titleLines(context, words.mapping.coverageTitle, words.mapping.what, words.mapping.coverageLead),
      },
      domainTable(context),
      { is: 'lines', rows: closingLines(context) },
    ],
  };
}

function domainTable(context: LayoutContext): Table {
  const w = context.words.mapping;
  const { framework, controls } = mappedControls(context);
  return {
    is: 'table',
    id: MAPPING_DOMAINS,
    columns: [
      { id: 'id', header: w.code },
      { id: 'name', header: w.name },
      { id: 'controls', header: w.controls, look: LOOK.headerCenter },
      { id: 'mapped', header: w.mapped, look: LOOK.headerCenter },
      { id: 'full', header: w.full, look: LOOK.headerCenter },
    ],
    rows: domainRows(
      framework,
      controls.map(({ id }) => id),
      (id) => show.of(cellOf(MAPPING_TABLE, id, 'state')),
      w.full,
    ),
  };
}

/** The controls that objectives refer to, and the objectives by control. */
function mappedControls({ model }: LayoutContext): {
  readonly edition: string;
  readonly framework: Framework | undefined;
  readonly controls: Framework['controls'];
  readonly referring: ReadonlyMap<string, readonly ControlObjective[]>;
} {
  const edition = model.editions[FRAMEWORK] ?? '';
  const framework = model.frameworks.get(editionKey(FRAMEWORK, edition));
  const referring = new Map<string, ControlObjective[]>();
  for (const objective of objectivesOf(model)) {
    for (const id of mappedIds(objective, FRAMEWORK, edition)) {
      referring.set(id, [...(referring.get(id) ?? []), objective]);
    }
  }
  return {
    edition,
    framework,
    controls: (framework?.controls ?? []).filter(({ id }) => referring.has(id)),
    referring,
  };
}

function domainRows(
  framework: Framework | undefined,
  mapped: readonly string[],
  stateOf: (id: string) => Show,
  full: string,
): { key: string; cells: Record<string, ReturnType<typeof constant>> }[] {
  return (framework?.groups ?? []).map(({ id, name }) => {
    const all = (framework?.controls ?? []).filter((control) => control.group === id);
    const mine = all.filter((control) => mapped.includes(control.id));
    const met = mine
      .map((control): Show => show.when(show.equal(stateOf(control.id), full), 1, 0))
      .reduce((total, part) => show.plus(total, part), show.literal(0));
    return {
      key: id,
      cells: {
        id: constant(id, LOOK.cellStrong),
        name: constant(name, LOOK.cell),
        controls: constant(all.length, LOOK.number),
        mapped: constant(mine.length, LOOK.number),
        full: formula(met, LOOK.number),
      },
    };
  });
}

function olderEdition({ model }: LayoutContext): string {
  const editions = [...model.frameworks.values()].filter(({ id }) => id === FRAMEWORK).map(({ edition }) => edition);
  return editions.find((edition) => edition !== model.editions[FRAMEWORK]) ?? '';
}

/** Ids that the control had in the older edition; looked up in the mappings that the crosswalk derived. */
function olderIds(context: LayoutContext, id: string, referring: readonly ControlObjective[]): string[] {
  const older = olderEdition(context);
  return (referring[0]?.mappings ?? []).filter((m) => m.edition === older && m.derivedFrom === id).map((m) => m.id);
}
