/** What a report says. Figures come rounded; `**` stands around what is printed bold. */
import type { State } from '../../scoring/rules.js';

const plural = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;
const categories = (n: number): string => plural(n, 'category', 'categories');
const objectives = (n: number): string => plural(n, 'objective', 'objectives');
const days = (n: number): string => plural(n, 'day', 'days');
const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
];
const part = (iso: string, from: number, to: number): number => Number(iso.slice(from, to));
const monthOf = (iso: string): string => MONTHS[part(iso, 5, 7) - 1] ?? '';
/** `a`, `a and b`, `a, b and c`. */
const list = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** How many names a sentence holds, and how many of more than those. */
const MOST_NAMES = 4;
const SOME_NAMES = 3;
/** Characters that they may take, so that a sentence has two lines. */
const LONGEST_NAMES = 100;
const firstNames = (all: readonly string[], n: number): string =>
  n >= all.length ? list(all) : `${all.slice(0, n).join(', ')} and ${all.length - n} more`;
const names = (all: readonly string[]): string => {
  let n = all.length <= MOST_NAMES ? all.length : SOME_NAMES;
  while (n > 1 && firstNames(all, n).length > LONGEST_NAMES) n -= 1;
  return firstNames(all, n);
};

export const reportWords = {
  language: 'en',
  day: (iso: string) => (iso === '' ? '' : `${part(iso, 8, 10)} ${monthOf(iso)} ${iso.slice(0, 4)}`),
  shortDay: (iso: string) => (iso === '' ? '' : `${part(iso, 8, 10)} ${monthOf(iso).slice(0, 3)} ${iso.slice(0, 4)}`),
  month: (iso: string) => monthOf(iso).slice(0, 3),
  monthAndYear: (iso: string) => `${monthOf(iso)} ${iso.slice(0, 4)}`,
  shortMonthAndYear: (iso: string) => `${monthOf(iso).slice(0, 3)} ${iso.slice(2, 4)}`,
  names,
  list,
  none: '–',
  notApplicable: 'n/a',

  board: {
    kind: 'AI security maturity · result for the board',
    reportOf: (day: string) => `Report of ${day}`,
    noName: 'Organization without a name',
    assessed: (day: string, by: string) => `assessed ${day}${by === '' ? '' : ` by ${by}`}`,
    noDate: 'no assessment date, so no answer expires',
    answered: (share: string) => `${share} answered`,
    clean: 'workbook check: no errors',
    errors: (n: number) => `workbook check: ${plural(n, 'error', 'errors')}`,
    of: (top: number) => `of ${top}, claimed maturity`,
    evidenced: 'evidenced',
    weakest: 'weakest category: level',
    where: 'Our level',
    why: 'Main weakness',
    next: 'Next steps',
    sincePanel: 'Change over time',
    peersPanel: 'Compared with others',
  },

  faulty: (n: number) =>
    `The workbook has ${plural(n, 'error', 'errors')}. The results do not include answers that aismm could not read.`,
  stand: {
    nothingApplies: 'No objective applies to the deployment types in use, so there is no level.',
    nothingAnswered: (potential: number) =>
      `There are no answers yet. Any level from 1 to ${potential} is still possible.`,
    at: (maturity: string, top: number, evidenced: string, change: string) =>
      `The claimed maturity of the program is **${maturity} of ${top}**${change}. The evidenced maturity is ${evidenced}.`,
    up: (by: string, since: string) => `, up ${by} since ${since}`,
    down: (by: string, since: string) => `, down ${by} since ${since}`,
    same: (since: string) => `, unchanged since ${since}`,
  },
  targets: {
    none: 'No targets are set.',
    reached: 'Every target is reached.',
    all: (n: number, some: boolean) =>
      n === 1
        ? `**The only category**${some ? ' that has a target' : ''} is below its target.`
        : `**All ${n} categories**${some ? ' that have a target' : ''} are below target.`,
    some: (k: number, n: number, some: boolean) =>
      `**${k} of ${categories(n)}**${some ? ' that have a target' : ''} ${k === 1 ? 'is' : 'are'} below target.`,
  },
  holds: {
    missing: (n: number) => `${plural(n, 'answer is', 'answers are')} missing.`,
    top: (level: number) => `All categories are at level ${level}. Keep the evidence up to date.`,
    noGap: (floor: number, those: string) => `No category is below target. The lowest level is ${floor}, in ${those}.`,
    every: (floor: number, k: number) =>
      `**Every category is at level ${floor}**, because ${objectives(k)} ${k === 1 ? 'is' : 'are'} not met.`,
    several: (n: number, floor: number, those: string, k: number) =>
      `**${categories(n)} are at level ${floor}**: ${those}. **${objectives(k)}** of the next level ${k === 1 ? 'is' : 'are'} not met.`,
    one: (name: string, floor: number, k: number) =>
      `**${name} is the weakest category**, at level ${floor}, because ${objectives(k)} ${k === 1 ? 'is' : 'are'} not met.`,
    open: (n: number) => `${n} of the objectives that are not met ${n === 1 ? 'has' : 'have'} no answer yet.`,
  },
  next: {
    begin: (domain: string, level: number) => `Begin with level ${level} of the ${domain} domain.`,
    lifts: (k: number, floor: number, maturity: string) =>
      `If ${k === 1 ? 'this objective is met' : `these ${k} objectives are met`}, **every category reaches level ${floor}** or higher, and the program maturity becomes ${maturity}.`,
    keeps: (k: number, maturity: string) =>
      `If ${k === 1 ? 'this objective is met' : `these ${k} objectives are met`}, the program maturity becomes ${maturity}.`,
    overdueAndUndated: (k: number, overdue: number, undated: number) => {
      const parts = [
        ...(overdue > 0 ? [`${overdue} ${overdue === 1 ? 'is' : 'are'} overdue`] : []),
        ...(undated > 0 ? [`${undated} ${undated === 1 ? 'has' : 'have'} no date`] : []),
      ];
      return `Of ${k === 1 ? 'the' : 'these'} ${objectives(k)}, ${list(parts)}.`;
    },
    dated: (last: string) => `Every next step has a due date. The last due date is ${last}.`,
    firstLift: (n: number, those: string) =>
      `${n === 1 ? 'The first step raises' : `The first ${n} steps raise`} ${those}.`,
    toLevel: (name: string, level: number) => `${name} to level ${level}`,
    firstBring: (n: number, maturity: string) =>
      `After the first ${n === 1 ? 'step' : `${n} steps`}, the program maturity is ${maturity}.`,
  },

  profile: {
    below: (k: number, n: number) =>
      k === n
        ? `All ${categories(n)} are below target`
        : `${k} of ${categories(n)} ${k === 1 ? 'is' : 'are'} below target`,
    stillAt: (n: number, floor: number) => `, and ${n} ${n === 1 ? 'is' : 'are'} still at level ${floor}`,
    reached: 'Every category has reached its target',
    levels: (n: number) => `Levels of ${categories(n)}`,
    caption: 'Level of each category: evidenced, claimed, possible and target',
    category: 'Category',
    bold: 'bold: weakest',
    legend: {
      evidenced: 'evidenced level',
      claimed: 'claimed',
      both: 'claimed and evidenced',
      possible: 'possible if open objectives are met',
      target: 'target',
    },
    columns: { evidenced: 'evidenced', claimed: 'claimed', possible: 'possible', target: 'target' },
    mean: (claimed: string, evidenced: string) => `mean ${claimed}, evidenced ${evidenced}`,
    notApplicable: 'not applicable',
  },

  trend: {
    first: 'This is the first assessment. The next assessment will show a trend.',
    undated: 'The assessment has no date, so this report shows no trend.',
    up: (a: string, b: string, since: string) => `Up from ${a} to ${b} since ${since}`,
    down: (a: string, b: string, since: string) => `Down from ${a} to ${b} since ${since}`,
    same: (b: string, since: string) => `Unchanged at ${b} since ${since}`,
    plan: 'plan',
    claimed: (value: string) => `${value} claimed`,
    evidenced: (value: string) => `${value} evidenced`,
    planned: (value: string) => `${value} planned`,
    description: 'The past and planned maturity of the program over time.',
    table: {
      day: 'Day',
      claimed: 'Claimed',
      evidenced: 'Evidenced',
      planned: 'Planned',
      caption: 'The numbers in the chart',
    },
    editions: (models: string) =>
      `Earlier assessments used ${models}. The line in the chart has a gap wherever the edition changes.`,
  },
  peers: {
    few: (n: number, least: number) =>
      `There are too few peers for a comparison (${n}). A comparison needs at least ${least} peers.`,
    lower: (n: number, group: string) => `In the lower quarter of ${n} peers${group}`,
    below: (n: number, group: string) => `Below the median of ${n} peers${group}`,
    median: (n: number, group: string) => `At the median of ${n} peers${group}`,
    above: (n: number, group: string) => `Above the median of ${n} peers${group}`,
    upper: (n: number, group: string) => `In the upper quarter of ${n} peers${group}`,
    in: (group: string) => ` in ${group}`,
    program: 'Program',
    own: 'ours',
    medianColumn: 'median',
    legend: { half: 'middle half of peers', median: 'median', own: 'ours, claimed' },
    caption: 'Our maturity and the median of peers',
  },
  things: {
    title: (n: number) => (n === 1 ? 'The next step' : `The next ${n} steps`),
    nothing: 'Every target is reached, so there are no next steps.',
    objective: 'Objective',
    owner: 'Owner',
    due: 'Due',
    noOwner: 'no owner',
    noDate: 'no date',
    overdue: (day: string) => `▲ ${day}, overdue`,
    lifts: (name: string, level: number) => `raises ${name} to level ${level}`,
    with: (numbers: string) => `together with no. ${numbers}, `,
    oneOf: (k: number, level: number, name: string) => `one of ${k} steps to level ${level} of ${name}`,
  },
  footer:
    'A level is reached only if every applicable objective of this level and of all lower levels is met. For details, see Method.',

  plan: {
    title: 'Roadmap and open risks',
    left: 'Open',
    late: 'Due dates',
    blocks: 'Delays',
    remain: (k: number, hasTargets: boolean) =>
      `**${objectives(k)}** must still be met to reach the ${hasTargets ? 'targets' : 'next level of each category'}.`,
    nothingRemains: 'All objectives that are necessary to reach the targets are met.',
    overdue: (late: readonly number[]) =>
      `**▲ ${objectives(late.length)} ${late.length === 1 ? 'is' : 'are'} overdue**, by ${late.length > MOST_NAMES ? `${late.at(-1) ?? 0} to ${late[0] ?? 0}` : list(late.map(String))} ${late.length === 1 && late[0] === 1 ? 'day' : 'days'}`,
    dueSoon: (n: number, within: number) => `${n} more ${n === 1 ? 'is' : 'are'} due within ${within} days`,
    nothingLate: 'Nothing is overdue',
    soon: (n: number, within: number) =>
      n === 0 ? `nothing is due within ${within} days` : `${n} ${n === 1 ? 'is' : 'are'} due within ${within} days`,
    undated: (n: number, hasTargets: boolean) =>
      `**${objectives(n)} ${n === 1 ? 'has' : 'have'} no date**, so ${n === 1 ? 'the category stays' : 'the categories of these objectives stay'} ${hasTargets ? 'below target' : n === 1 ? 'at its level' : 'at their levels'}.`,
    waits: (name: string, id: string, level: number, day: string, after: number) =>
      `${name} has the longest delay: ${id} (level ${level}) is due on ${day}, later than ${objectives(after)} of higher levels.`,
    nothingBlocks: 'Every objective on the roadmap has a due date.',
    reach: (k: number, n: number, day: string) =>
      `${k === n ? `All ${categories(n)} reach` : `${k} of ${categories(n)} ${k === 1 ? 'reaches' : 'reach'}`} ${n === 1 || k === 1 ? 'its' : 'their'} target by ${day}`,
    noDates: 'No objective has a date yet',
    noTargets: 'No targets are set, so the plan is for the next level of each category',
    legend: { unmet: 'not met', partly: 'partially met', open: 'open or expired', overdue: 'overdue' },
    digit: 'The number in each symbol is the level of an objective.',
    caption: 'Open objectives of each category by due date, and the planned level of the category',
    category: 'Category',
    today: 'today',
    noDate: 'no date',
    later: 'later',
    target: 'target',
    reached: 'reached',
    yes: 'yes',
    no: 'no',
    program: 'Program maturity',
    asPlanned: (today: string) =>
      `${today} today. The value for each later date assumes that all actions due by that date are completed.`,
    dueTitle: (within: number) => `Overdue, and due within ${within} days`,
    dueColumns: { due: 'Due', when: '', objective: 'Objective', level: 'Level', owner: 'Owner' },
    daysOverdue: (n: number) => `${days(n)} overdue`,
    inDays: (n: number) => (n === 0 ? 'today' : `in ${days(n)}`),
    more: (n: number, within: number, all: number) =>
      `and ${n} more within ${within} days. The action list (aismm report --format actions.csv) contains all ${all} objectives.`,
    allListed: (all: number) => `The action list (aismm report --format actions.csv) contains all ${all} objectives.`,
    listTitle: 'All open objectives in the recommended order',
    footer:
      'An objective is overdue if its due date is before the date of the report. All other results refer to the assessment date.',
  },
  shoreUp: {
    title: (n: number) =>
      n === 0 ? 'No answer needs more evidence' : `${plural(n, 'answer needs', 'answers need')} evidence or an update`,
    withoutEvidence: (n: number, met: number) =>
      `**${objectives(n)} ${n === 1 ? 'is' : 'are'} claimed as met without evidence** (of ${met} met).`,
    costs: (those: string) => `Without this evidence, the level is lower in ${those}:`,
    expired: (n: number) =>
      `**${plural(n, 'answer has', 'answers have')} expired**, so ${n === 1 ? 'this objective is' : 'these objectives are'} open:`,
    since: (id: string, day: string) => `${id} since ${day}`,
    unanswered: (n: number) => `**${plural(n, 'objective has', 'objectives have')} no answer**:`,
    more: (n: number) => ` and ${n} more`,
  },
  deployments: {
    alike: 'All deployment types have similar results',
    lowest: (name: string) => `${name} has the lowest maturity`,
    only: 'One deployment type is in use',
    columns: { type: 'Deployment type', evidenced: 'evidenced', claimed: 'claimed', apply: 'apply' },
    weakest: (levels: string, of: number) => `Weakest category: ${levels}. Objectives in total: ${of}.`,
    levelEach: (level: number) => `level ${level} in each`,
    levelOf: (name: string, level: number) => `${name} level ${level}`,
  },

  category: {
    place: (domain: string, n: number, of: number) => `${domain} · category ${n} of ${of}`,
    columns: { evidenced: 'evidenced', claimed: 'claimed', planned: 'planned', target: 'target' },
    notApplicable: 'No objective of this category applies, so the category has no level.',
    at: (level: number, top: number, target: string) => `**Level ${level} of ${top}${target}.**`,
    below: (n: number) => `, ${n} below target`,
    onTarget: ', target reached',
    wants: (level: number, those: string) => `To reach level ${level}, meet these objectives: ${those}.`,
    top: 'Keep the evidence up to date.',
    blocked: (those: string, one: boolean, level: number) =>
      `${those} ${one ? 'has' : 'have'} no due date, so the category stays at level ${level} in the plan.`,
    held: (id: string, state: string) => `${id} (${state})`,
    claimedMark: 'claimed',
    evidencedMark: 'evidenced',
    bothMark: 'claimed, evidenced',
    progress: (share: string, level: number) => `${share} of level ${level} complete`,
    starts: 'every organization starts at this level',
    met: (k: number, n: number) => `${k} of ${n} met`,
    nothing: 'nothing applies',
    objective: 'Objective and its statement',
    state: 'State',
    evidence: 'Evidence',
    measured: 'Measured, required, owner',
    passed: 'Passed',
    holdsAt: (those: string, level: number) => `Not passed: without ${those}, the category stays at level ${level}`,
    needed: 'Needed for the target',
    beyond: 'Above the target (short form)',
    noTarget: 'Not passed',
    wanted: (what: string) => `required: ${what}`,
    noneGiven: '**none**',
    until: (day: string) => `until ${day}`,
    expiredOn: (day: string) => `expired on ${day}`,
    measuredAt: (value: string, wanted: string) => `**${value}**, ${wanted}`,
    notMeasured: (wanted: string) => `${wanted}, not measured`,
    noFigure: 'no measured value',
    noOwnerNoDate: '▲ no owner, no date',
    footer: (applies: number, all: number, answered: string) =>
      `${applies} of ${objectives(all)} apply, and ${answered} are answered.`,
  },
  stateNames: {
    met: 'met',
    partly: 'partially met',
    unmet: 'not met',
    unanswered: 'no answer',
    expired: 'expired',
    excluded: 'not counted',
  } satisfies Record<State, string>,
  metNotEvidenced: 'met, **not evidenced**',
  atLeast: (value: string) => `at least ${value}`,
  atMost: (value: string) => `at most ${value}`,
  /** Where at least, or at most, is the only value there is: `100%`. */
  needed: (value: string) => `${value} needed`,

  actions: {
    order: 'Order',
    title: 'Title',
    id: 'Objective',
    owner: 'Owner',
    due: 'Due',
    level: 'Level',
    category: 'Category',
    state: 'State',
    action: 'Action',
    statement: 'What has to be true',
    evidence: 'Evidence wanted',
  },
  coverage: {
    title: 'Coverage of other frameworks',
    lead: 'A control is covered if all applicable objectives that refer to the control are met. If no applicable objective refers to a control, the control is not assessed.',
    columns: {
      group: 'Group',
      framework: 'Framework',
      controls: 'Controls',
      reached: 'Assessed',
      some: 'Partially covered',
      whole: 'Covered',
    },
    caption: (name: string) => `${name}, by group`,
  },
  findings: {
    title: 'Findings of the check',
    none: 'The check found no errors, warnings or notes.',
    columns: { severity: 'Severity', place: 'Place', message: 'What was found, and what to do' },
    severities: { error: 'error', warning: 'warning', note: 'note' },
    more: (n: number) => `and ${n} more. “aismm check” lists all findings.`,
  },
  method: {
    title: 'Method and limits',
    text: [
      'The answer to each control objective is Met, Partially met, Not met or Not applicable. The level of a category is the highest level that the category has reached. A level is reached if every applicable objective of this level and of all lower levels is met.',
      'Maturity is the level plus the progress toward the next level. To compute the progress, aismm uses the value 1 for a met objective, and the value 0.5 for a partially met objective. The maturity of the program and of each domain is the weighted mean of the maturities of its categories.',
      'Claimed results use the answers of the organization. For evidenced results, an objective is met only if its Evidence cell is filled in. The evidence was not examined for this report. Possible results assume that all open objectives are met. Planned results for a date assume that every objective with an action due by that date is met.',
      'An answer has expired if its “Valid until” date is before the assessment date. An objective with an expired answer is open. Without an assessment date, no answer expires.',
      'This report shows a self-assessment. The results show whether controls exist and work. The results do not show how much risk remains.',
    ],
    source: (model: string, file: string, digest: string) => `Source: ${model}, file ${file}, SHA-256 ${digest}.`,
    notice: 'Original content, not affiliated with the Cloud Security Alliance.',
  },
} as const;

/** All words of a report, in any language. */
export type ReportWords = typeof reportWords;
