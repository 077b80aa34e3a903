/** English for the workbook and the documents. Its shape is what every other language has to fill. */
import type { ExampleTexts } from '../../assessment/example.js';
import type { AskedOf, FIELDS } from '../../assessment/fields.js';
import { directions } from './facts.js';
import { doubts, said } from './said.js';

/** The words of one field: a prompt has at most 255 characters; without an error, a general one is shown. */
export interface FieldWords {
  readonly header: string;
  readonly prompt: string;
  readonly error: string;
}

/** Stands in the words of a number for the highest level that the model has. It holds no letters, which a language might change. */
export const HIGHEST_LEVEL = '{5}';

/** So many organizations were assessed with it. */
interface EditionInWords {
  readonly name: string;
  readonly n: number;
}

/** A share in whole percent. */
const percent = (share: number): string => `${Math.round(share * 100)}%`;

const assessedWith = ([first, ...others]: readonly EditionInWords[]): string =>
  first === undefined
    ? 'no organizations'
    : [
        `${first.n} organization${first.n === 1 ? '' : 's'} assessed with ${first.name}`,
        ...others.map(({ name, n }) => `${n} with ${name}`),
      ].join(', ');

export const words = {
  yesNo: { yes: 'Yes', no: 'No' },
  said,
  doubts,
  feedbackKinds: { unclear: 'Unclear', wrong: 'Wrong', missing: 'Something is missing', other: 'Other' },
  /** What a cell shows where nothing is applicable; also what formulas give. */
  states: {
    met: 'Met',
    partly: 'Partially met',
    unmet: 'Not met',
    unanswered: 'Unanswered',
    expired: 'Expired',
    excluded: 'Not counted',
  },
  /** In place of a state: why an objective is not counted. */
  conditionIsNo: 'Not counted: No on Profile',
  modes: { manual: 'Manual', automated: 'Automated', either: 'Either' },
  units: { percent: '%', count: '', days: 'days', hours: 'hours', minutes: 'minutes' },
  directions,
  windows: { now: 'on the assessment date', Y: 'years', M: 'months', W: 'weeks', D: 'days', over: 'over the last' },
  sheets: {
    introduction: 'Introduction',
    profile: 'Profile',
    grid: 'AISMM',
    answers: 'Control Objectives',
    scorecard: 'Scorecard',
    roadmap: 'Roadmap',
    mapping: 'AICM Mapping',
    coverage: 'AICM Domains',
    rules: 'Rules',
    feedback: 'Feedback',
    acknowledgments: 'Acknowledgments',
    changes: 'Change Log',
  },
  review: {
    sheet: 'Review',
    title: 'What to look at again',
    lead: 'Each line is one cell or row. Click the place, read what to do there, correct it, and send this workbook back.',
    nothing: 'Nothing was found that needs attention.',
    wholeFile: 'the workbook',
    /** Where a finding stands that has no cell in the copy. */
    elsewhere: (place: string): string => `${place} in the file that was sent`,
    headers: ['No.', 'Severity', 'Place', 'Objective', 'Found', 'What it means and what to do'],
    severities: { error: 'Error', warning: 'Warning', note: 'Note' },
  },
  /** The sheet of a workbook that was put together from several ones that differ. */
  conflicts: {
    sheet: 'Conflicts',
    title: 'CONFLICTS',
    lead: 'People gave different values, and nothing is chosen. Click a number, and enter the right value there.',
    number: 'No.',
    what: 'What it is about',
    field: 'Field',
    value: 'Value',
    person: 'Person',
    date: 'Date',
    evidence: 'Evidence',
    file: 'File',
    place: 'Place in the file',
    state: 'State',
    chosen: 'Chosen by',
    record: 'For programs',
    open: 'Open',
    decided: 'Decided',
    newest: (file: string): string => `--prefer newest: ${file}`,
    byFile: (file: string): string => `--prefer ${file}`,
  },
  /** Below each printed page, where there is little room. */
  footerShort: 'Original content, not affiliated with CSA',
  footer: 'Original content, structured after the publicly described AISMM. Not affiliated with or endorsed by CSA.',
  fields: {
    organization: {
      name: { header: 'Organization', prompt: 'The name of the organization that is assessed.', error: '' },
      unit: { header: 'Unit', prompt: 'The part of the organization, if not the whole of it.', error: '' },
      scope: {
        header: 'Scope',
        prompt: 'What is looked at: which parts, systems or countries are in and out.',
        error: '',
      },
      industry: {
        header: 'Industry',
        prompt: 'Choose the closest.',
        error: 'Choose one of the industries from the list.',
      },
      size: {
        header: 'Size',
        prompt: 'People working in the organization.',
        error: 'Choose one of the sizes from the list.',
      },
      region: {
        header: 'Region',
        prompt: 'Where most of the organization works.',
        error: 'Choose one of the regions from the list.',
      },
      assessor: { header: 'Assessor', prompt: 'Who carried out the assessment.', error: '' },
      asOf: {
        header: 'Assessment date',
        prompt:
          'The day the answers describe. Answers whose Valid until lies before it count as expired. Blank: nothing expires.',
        error: 'Enter a date, e.g. 2026-11-30.',
      },
    },
    deployment: {
      inUse: {
        header: 'In use?',
        prompt: 'Is this deployment type in use? Objectives for types that are not in use are left out.',
        error: 'Choose Yes or No.',
      },
    },
    condition: {
      holds: {
        header: 'Yes or No',
        prompt: 'Choose No if it is not so: objectives that depend on it are then left out. Blank counts as Yes.',
        error: 'Choose Yes or No, or delete the cell.',
      },
    },
    category: {
      target: {
        header: 'Target level',
        prompt: `The level this category should reach, 1 to ${HIGHEST_LEVEL}. Leave it blank for no target.`,
        error: `Enter a whole number from 1 to ${HIGHEST_LEVEL}, or delete the cell for no target.`,
      },
      weight: {
        header: 'Weight',
        prompt: 'How much this category counts in the means of domain and program. Blank counts as 1.',
        error: 'Enter a number above 0, or delete the cell to count the category once.',
      },
    },
    objective: {
      answer: {
        header: 'Answer',
        prompt: 'Choose from the list. Leave it blank if you do not know: a blank keeps the possible range open.',
        error:
          'Choose one of the answers from the list: Met, Partially met, Not met or Not applicable. Delete the cell to leave it blank.',
      },
      measured: {
        header: 'Measured value',
        prompt:
          'The figure itself, in the unit of the KPI target beside it. A share may be typed as 97 or 97%; look at the sign to see how it was understood. If Answer is blank, the measured value decides.',
        error: 'Enter a number of 0 or more. A share is at most 100%, and what is counted is a whole number.',
      },
      evidence: { header: 'Evidence', prompt: 'What you looked at, and where it is kept.', error: '' },
      owner: { header: 'Owner', prompt: 'Who answers for this objective.', error: '' },
      assessedOn: {
        header: 'Assessed on',
        prompt: 'The day the evidence was looked at, e.g. 2026-11-30.',
        error: 'Enter a date, e.g. 2026-11-30.',
      },
      validUntil: {
        header: 'Valid until',
        prompt: 'After this day the answer counts as expired. Leave it blank if it does not expire.',
        error: 'Enter a date, e.g. 2027-11-30.',
      },
      action: { header: 'Action', prompt: 'What will be done to meet the objective.', error: '' },
      due: { header: 'Due', prompt: 'The day the action is to be done by.', error: 'Enter a date, e.g. 2027-01-31.' },
      notes: {
        header: 'Notes',
        prompt:
          'Anything a reader should know. If the answer is Not applicable, write the reason here: without it the objective counts as unanswered.',
        error: '',
      },
    },
    feedback: {
      objective: {
        header: 'Objective ID',
        prompt: 'The objective your remark is about, e.g. GOV-2A. Blank: the model as a whole.',
        error: '',
      },
      kind: {
        header: 'Kind',
        prompt: 'Choose what your remark says.',
        error: 'Choose one of the kinds from the list.',
      },
      comment: {
        header: 'Comment',
        prompt: 'Say what is unclear, wrong or missing, and what would be better.',
        error: '',
      },
    },
  } satisfies { readonly [O in AskedOf]: { readonly [N in keyof (typeof FIELDS)[O]]: FieldWords } },
  introduction: {
    question: 'How far has your security program come in protecting the use of AI, and what comes next?',
    /** Above everything else in a workbook that is a part of another one: whose it is, and how many objectives it has. */
    handedTo: (to: string, by: 'category' | 'domain' | 'owner' | 'list', objectives: number): string => {
      const share = `It has ${objectives === 1 ? '1 objective' : `${objectives} objectives`}.`;
      if (to === '') return `This part has no owner yet. ${share}`;
      const whose = by === 'owner' || by === 'list' ? `This is the part of ${to}.` : `This is the part “${to}”.`;
      return `${whose} ${share} Send it back when you are done.`;
    },
    youGet: 'What you get',
    /** Said with the number of categories and of levels. */
    whatYouGet: (categories: number, levels: number): string =>
      `A level from 1 to ${levels} in ${categories === 1 ? 'one category' : `each of ${categories} categories`}, the range that is still possible, the gap to your own targets, and an ordered list of what to do next.`,
    itTakes: 'What it takes',
    /** Said with the number of objectives. */
    whatItTakes: (objectives: number): string =>
      `${objectives} control objectives, each answered by choice or by a figure. Hand categories to the people who know them. You can stop and go on at any time.`,
    youStand: 'Where you stand',
    answered: ' objectives answered.',
    nextOpen: ' Next open: ',
    fiveSteps: 'In five steps',
    blank: '(blank)',
    blankMeans: 'You do not know yet. A blank keeps the possible range open; a guess hides it.',
    youSee: 'What you see',
    boxed: 'Boxed and yellow',
    boxedMeans: 'Fill in. Everything else computes itself and is locked. Tab moves from box to box.',
    measuredMeans:
      '97, 97% and 0.97 all mean 97 %; the cell shows what was understood. Where the answer is blank, the figure decides.',
    sorting: 'Filter, sort, paste',
    sortingMeans:
      'Filter as you like. To sort, choose Review, Unprotect Sheet first; there is no password. Paste values only, and never cut and paste.',
    /** How the id of an objective is read. */
    idMeans: (category: string, level: number): string =>
      `Category, level, letter: ${category}, level ${level}, first objective.`,
    scoreTitle: 'How the score comes about',
    inShort: 'In short',
    score:
      'A category has the highest level whose objectives are all met, with all levels below it met too. Nobody starts at 0: level 1 asks for nothing. What is met above a gap does not count until the gap is closed. All rules in words: sheet Rules.',
    // Layout 1 alone has these.
    subtitle: 'An assessment workbook for security programs that protect the use of AI',
    begin: 'Begin here',
    /** By the sheet that each leads to. */
    steps: {
      profile:
        'Say who is assessed and on which date, which deployment types are in use, and what you do with AI. Choose targets before you see results: level 5 everywhere is not the aim.',
      grid: 'Read what each level looks like, so that you know where you are heading.',
      answers:
        'Answer row by row, level 2 first. Each row says what has to be true, what counts as partly, and what evidence would do.',
      scorecard: 'See levels, targets and gaps on one page, fit for a board.',
      roadmap: 'Plan what stands between today and your targets: action, owner, date.',
    },
    where: 'Sheet',
    what: 'What to do',
    status: 'Answered so far',
    of: ' of ',
    statusTail: ' control objectives that apply',
    purpose: 'What this is',
    guidance: 'How to answer',
    answersTitle: 'The answers',
    levelsTitle: 'The levels',
    deploymentsTitle: 'The deployment types',
    columnsTitle: 'The columns to fill in',
    rulesTitle: 'How the score is computed',
    rulesNote:
      'Printed from the same rules that compute the workbook. The rule is this project’s own; no public source states one.',
    term: 'Term',
    meaning: 'Meaning',
    example: 'Example',
    glossary: 'Glossary',
    figure: 'Figure',
    rule: 'Rule',
    end: 'End of Introduction',
    notice: 'Notice',
  },
  rulesSheet: {
    title: 'RULES',
    lead: 'How the score comes about, how to answer, and what the words mean.',
    exact:
      'The companion document prints every rule in exact terms, from the same rules that compute the workbook. The rules are this project’s own; no public source states any.',
    /** In sentences that a person would say. What is exact is printed from the rules themselves. */
    rules: {
      applies: {
        name: 'What applies',
        is: 'An objective applies if one of its deployment types is in use. It falls away if a condition that it depends on is answered No.',
      },
      counts: {
        name: 'How an answer counts',
        is: 'An answer from the list counts as it says. Where it is blank, a measured value decides: Met if it reaches the target, and otherwise Not met. Some figures show too little to decide alone; these objectives need an answer.',
      },
      excluded: {
        name: 'Not applicable',
        is: 'Not applicable counts only with a reason in Notes. The objective is then left out of every figure. Without a reason it counts as unanswered.',
      },
      expired: {
        name: 'Expired',
        is: 'An answer has expired if its Valid until date lies before the assessment date. It then counts as open.',
      },
      level: {
        name: 'Level',
        is: 'A level is passed if all its objectives that apply are met and every level below is passed. The level is the highest one passed at which something applies. Nobody is below level 1, which asks for nothing.',
      },
      potential: {
        name: 'Possible level',
        is: 'The level that would be reached if everything unanswered or expired were met.',
      },
      progress: {
        name: 'Progress to next',
        is: 'The share of the next level that is done. A met objective counts as one, a partially met one as a half.',
      },
      maturity: {
        name: 'Maturity',
        is: 'Of a category: its level plus its progress. Of a domain and of the program: the mean of their categories by weight. Categories where nothing applies are left out.',
      },
      floor: { name: 'Weakest level', is: 'The lowest level of any category of a domain or of the program.' },
      answered: {
        name: 'Answered',
        is: 'The objectives with a valid answer, as a share of all that apply.',
      },
      gap: {
        name: 'Gap',
        is: 'Target minus level, and never below 0. Without a target there is no gap. A category with a gap is below its target.',
      },
      evidenced: {
        name: 'By evidence',
        is: 'The same figures, where only what has something in Evidence counts as met or partially met.',
      },
      planned: {
        name: 'Planned',
        is: 'The same figures, as if every action with a due date were done.',
      },
      roadmap: {
        name: 'Order on the roadmap',
        is: 'With a target: everything up to the target that is not met. Without one: what the next level lacks. Lower levels come first, then the order of the categories. Within a category, partially met comes before not met and open.',
      },
      byDeployment: {
        name: 'By deployment type',
        is: 'Each type in use is also looked at alone. Then only objectives that are for it count.',
      },
    },
  },
  profile: {
    title: 'PROFILE',
    lead: 'Fill in the boxed yellow cells. Deployment types and conditions decide which objectives apply.',
    who: 'Who and when',
    value: 'Your entry',
    hint: 'What to enter',
    deployments: 'Deployment types in use',
    id: 'Code',
    whatItMeans: 'What it means, and what No leaves out',
    /** How many objectives are for one deployment type and no other. */
    alone: (count: number): string =>
      count === 1 ? 'No leaves out 1 objective.' : `No leaves out ${count} objectives.`,
    conditions: 'What you do with AI',
    leftOut: 'What No leaves out',
    /** How many objectives depend on a condition, and one of them. */
    depending: (count: number, first: string): string =>
      count === 1 ? `1 objective: ${first}` : `${count} objectives, such as ${first}`,
    categories: 'Targets and weights',
    about: 'What it covers',
    blanks: 'A blank target means no target. A blank weight means 1. A blank condition means Yes.',
    /** Said with two numbers, such as “120 of 151 objectives apply with these entries.” */
    of: ' of ',
    applyNow: ' objectives apply with these entries.',
    // Layout 1 alone has these.
    field: 'Field',
    label: 'Question',
    organization: 'Organization',
    deploymentsLead: 'All are set to Yes at first. A type set to No leaves out the objectives that are for it alone.',
    deployment: 'Deployment type',
    what: 'What it means',
    conditionsLead: 'Choose No where it is not so: what depends on it is left out. Blank counts as Yes.',
    condition: 'Question',
    categoriesLead:
      'Choose targets consciously: level 5 everywhere is not the aim. Blank means no target, or a weight of 1.',
    category: 'Category',
  },
  grid: {
    title: 'MATURITY GRID',
    lead: 'Five described levels for each category. A darker cell is a level your answers have reached.',
    code: 'Code',
    domain: 'Domain',
    category: 'Category',
    scope: 'Scope',
    reached: 'Reached',
    objectives: 'Objectives',
  },
  answers: {
    title: 'CONTROL OBJECTIVES',
    /** Said with the number of answers, such as “7 of 144 answered.” */
    howTo: 'Fill in the boxed yellow cells; leave blank what you do not know. ',
    of: ' of ',
    answered: ' answered.',
    id: 'ID',
    objective: 'Objective',
    category: 'Category',
    level: 'Level',
    text: 'What has to be true',
    kpi: 'Target',
    noTarget: '–',
    state: 'Counts as',
    /** In place of a state: why an objective counts as unanswered. */
    reasonMissing: 'Unanswered: reason missing',
    notInList: 'Not understood: choose from the list',
    notANumber: 'Not understood: enter a number',
    guide: 'Evidence that would do, and where the figure comes from',
    figureFrom: 'Figure from:',
    end: 'End of answers',
    more: 'Read more',
    domain: 'Domain',
    deployments: 'Applies to',
    mode: 'How to check',
    partly: 'Partly met when',
    rationale: 'Why it shows the level',
    // Layout 1 alone has these.
    lead: 'Answer in the yellow cells. Sorting and filtering are safe.',
    evidenceExamples: 'Evidence an auditor would accept',
    source: 'Where to get the figure',
    groups: {
      objective: 'Objective',
      yours: 'Your answer',
      record: 'Your record',
      reference: 'About the objective',
      mapped: 'Mapped to',
    },
    noKpi: 'No figure: judge by evidence',
  },
  scorecard: {
    title: 'SCORECARD',
    code: 'Code',
    category: 'Category',
    level: 'Level',
    possible: 'Possible',
    evidenced: 'Evidenced',
    target: 'Target',
    gap: 'Gap',
    none: '–',
    note: 'Possible: what is unanswered or expired counts as met. Evidenced: met with evidence only. ▼ weakest.',
    /** Behind the level of a weakest category. */
    mark: '▼',
    next: 'Next',
    whatToDo: 'What to do',
    today: 'Today, due',
    towards: 'Towards',
    /** What a next step leads to. */
    towardsLevel: (category: string, level: string): string => `${category} level ${level}`,
    noDue: 'no date',
    /** Below the next steps; said with the name of the sheet that has them all. */
    nextNote: (roadmap: string): string =>
      `Order: level first, then domain order. The whole list is on the sheet ${roadmap}.`,
    adviseNothing: 'Nothing is advised before something is answered.',
    nothingApplies: 'Nothing applies.',
    allReached: 'Every target is reached.',
    nothingNext: 'No category has a next level to reach.',
    part: 'Part',
    program: 'Program',
    mature: 'Maturity',
    floor: 'Lowest level',
    answered: 'Answered',
    below: 'Below target',
    /** How many categories are below their target, of those that have one. */
    belowOf: (below: string, targets: string): string => `${below} of ${targets}`,
    noTargets: 'no targets',
    notInUse: 'not in use',
    chart: {
      title: 'Level, possible level and target',
      text: 'Columns by category: the level, and on top of it what is still possible. Marks: target and level by evidence. The figures stand in the table beside it.',
      level: 'Level',
      rest: 'Still possible',
      target: 'Target',
      evidenced: 'Evidenced level',
    },
  },
  /** Where an assessment stands, in sentences. Each holds in the case that its name says. */
  standing: {
    point: '.',
    apart: ' · ',
    comma: ', ',
    and: ' and ',
    noName: '(no organization named)',
    /** Said with the name of the person. */
    assessedBy: (assessor: string): string => `assessed by ${assessor}`,
    /** Said with the day that the answers describe. */
    stateOf: (date: string): string => `state of ${date}`,
    noDate: 'no assessment date: nothing expires',
    /** Said with the name of the sheet where that can be changed. */
    nothingApplies: (profile: string): string =>
      `Nothing applies with the entries on the sheet ${profile}: there is no level.`,
    /** Nothing is answered, and something applies in every category. */
    unanswered: (highest: string, count: string): string =>
      `Nothing is answered yet: every level from 1 to ${highest} is still possible in all ${count} categories.`,
    /** Nothing is answered, and something applies in some of the categories. */
    unansweredSome: (highest: string, some: string, count: string): string =>
      `Nothing is answered yet: every level from 1 to ${highest} is still possible in ${some} of ${count} categories.`,
    /** Nothing is answered, and there is one category. */
    unansweredOne: (highest: string): string =>
      `Nothing is answered yet: every level from 1 to ${highest} is still possible.`,
    /** Something applies in one category only. */
    oneCategory: (maturity: string, most: string, level: string): string =>
      `The program stands at maturity ${maturity} of ${most}; its only category is at level ${level}`,
    /** All categories are at the same level. */
    atOneLevel: (maturity: string, most: string, count: string, level: string): string =>
      `The program stands at maturity ${maturity} of ${most}; all ${count} categories are at level ${level}`,
    /** Categories are at different levels. */
    atLevels: (maturity: string, most: string, lowest: string, some: string, count: string): string =>
      `The program stands at maturity ${maturity} of ${most}, its lowest level is ${lowest} (${some} of ${count} categories)`,
    noTargets: '. No targets are set.',
    /** Goes on behind the levels: every target is reached. */
    noneBelow: (targets: string): string => `, and none of ${targets} categories with a target is below it.`,
    /** Goes on behind the levels: one of several targets is missed. */
    oneBelow: (targets: string): string => `, and 1 of ${targets} categories with a target is below it.`,
    /** Goes on behind the levels: some of several targets are missed. */
    someBelow: (below: string, targets: string): string =>
      `, and ${below} of ${targets} categories with a target are below it.`,
    onlyBelow: ', and the only category with a target is below it.',
    onlyReached: ', and the only category with a target is not below it.',
    noWeakest: 'No category can be called the weakest before something is answered.',
    /** One category, or several in a part, are behind all others. */
    weakest: (names: string, level: string, maturity: string): string =>
      `Weakest: ${names} (level ${level}, maturity ${maturity}).`,
    /** More categories are equally weak than are named. */
    weakestTie: (names: string, level: string, maturity: string, count: string): string =>
      `Weakest: ${names} (level ${level}, maturity ${maturity}; ${count} tie).`,
    /** Every category is equally weak. */
    allTie: (count: string, level: string, maturity: string): string =>
      `All ${count} categories tie at level ${level}, maturity ${maturity}: none is weakest.`,
    /** Said with the share in percent, and how many objectives apply. */
    answered: (share: string, count: string): string => `Answered: ${share}% of ${count} objectives that apply.`,
    /** The same where one objective applies. */
    answeredOfOne: (share: string): string => `Answered: ${share}% of 1 objective that applies.`,
    nothingMet: ' Nothing is met yet.',
    /** Said with the share in percent, and the maturity by evidence alone. */
    evidence: (share: string, maturity: string): string =>
      ` Evidence is given for ${share}% of what is met; by evidence alone the maturity is ${maturity}.`,
    /** Said with the number of answers, where it is more than one. */
    expired: (count: string): string => ` ${count} answers have expired.`,
    expiredOne: ' 1 answer has expired.',
    /** Said with the name of the sheet where targets are chosen. */
    chooseTargets: (profile: string): string => ` No targets are set: choose them on the sheet ${profile}.`,
  },
  /** The Scorecard as layout 1 has it. */
  firstScorecard: {
    title: 'SCORECARD',
    program: 'Program',
    floor: 'Weakest level',
    completeness: 'Answered',
    below: 'Below target',
    applicable: 'Objectives that apply',
    weakest: 'Weakest category',
    next: 'Do next',
    asOf: 'Assessment date',
    code: 'Code',
    category: 'Category',
    domain: 'Domain',
    level: 'Level',
    progress: 'Progress to next',
    potential: 'Possible level',
    mature: 'Maturity',
    target: 'Target',
    gap: 'Gap',
    weight: 'Weight',
    categories: 'Categories',
    domains: 'Domains',
    byDeployment: 'By deployment type',
    byDeploymentLead: 'Each type looked at alone: only objectives that are for it count.',
    type: 'Deployment type',
    legend:
      'Level: the highest at which objectives apply that are all met, as are those of every level below it. Possible level: if everything unanswered or expired were met. n/a: nothing applies.',
    none: '—',
  },
  roadmap: {
    title: 'ROADMAP',
    lead: 'What stands between today and your targets (without a target: the next level), in the order to do it. Fills itself.',
    order: 'No.',
    id: 'ID',
    category: 'Category',
    level: 'Level',
    text: 'Control objective',
    state: 'State',
    action: 'Action',
    owner: 'Owner',
    due: 'Due',
    aicm: 'AICM controls',
  },
  mapping: {
    title: 'AICM MAPPING',
    lead: 'Controls of the AI Controls Matrix that objectives refer to. Chosen by title; ids and titles belong to the Cloud Security Alliance.',
    control: 'Control',
    /** Heading of the ids of an earlier edition of a framework. */
    older: (edition: string): string => `Id in ${edition}`,
    controlTitle: 'Control title',
    domain: 'AICM domain',
    objectives: 'Objectives',
    met: 'Met',
    counted: 'Counted',
    state: 'Coverage',
    coverageTitle: 'AICM DOMAINS',
    coverageLead: 'How many controls of each domain objectives refer to, and of how many all objectives are met.',
    // Layout 1 alone has this.
    coverage: 'Coverage by AICM domain',
    code: 'Domain',
    name: 'Name',
    controls: 'Controls',
    mapped: 'Mapped controls',
    full: 'All met',
    some: 'In part',
    none: 'None met',
    excluded: 'Not counted',
  },
  feedback: {
    title: 'FEEDBACK',
    lead: 'The model is a living document. Tell its editors what is unclear, missing or wrong; leave it blank if nothing is.',
    number: 'No.',
    objective: 'Objective ID',
    kind: 'Kind',
    comment: 'Comment',
  },
  acknowledgments: { title: 'ACKNOWLEDGMENTS', end: 'End of Acknowledgments' },
  changes: {
    title: 'CHANGE LOG',
    version: 'Version',
    date: 'Date',
    component: 'Component',
    description: 'Description of Change',
  },
  document: {
    efforts: { quick: 'Quick scan', first: 'First assessment', repeated: 'Repetition' },
    /** What became of objectives of the edition before, and of the answers to them. */
    successions: {
      kept: 'Kept',
      reworded: 'Reworded',
      moved: 'Moved',
      split: 'Split',
      merged: 'Merged',
      dropped: 'Dropped',
    },
    holds: 'an old answer still holds',
    askedAgain: 'answer again',
    notAsked: 'no longer asked for',
  },
  report: {
    noName: '(no name given)',
    noDate: 'no assessment date',
    /** Said below the figures. */
    affected: (errors: number, file: string): string =>
      `${errors} error${errors === 1 ? ' affects' : 's affect'} this score: run aismm check ${/^[\w./-]+$/.test(file) ? file : `"${file}"`}`,
    /** Many scores, a line each. */
    list: {
      columns: {
        maturity: 'Maturity',
        floor: 'Weakest',
        completeness: 'Answered',
        errors: 'Errors',
        organization: 'Organization',
        file: 'File',
      },
      /** Below the lines of several files. */
      summary: (n: { files: number; scored: number; errors: number; faulty: number }): string =>
        [
          `${n.files} files: ${n.scored} scored${n.scored < n.files ? `, ${n.files - n.scored} not` : ''}`,
          ...(n.errors === 0
            ? []
            : [
                `${n.errors} error${n.errors === 1 ? '' : 's'} in ${n.faulty} file${n.faulty === 1 ? '' : 's'}; “aismm check FILE” lists them`,
              ]),
        ].join(', '),
    },
    columns: {
      category: 'Category',
      level: 'Level',
      range: 'Range',
      evidenced: 'Evidence',
      planned: 'Planned',
      maturity: 'Maturity',
      completeness: 'Answered',
      target: 'Target',
      gap: 'Gap',
    },
    portfolio: {
      program: 'Program',
      /** Who is counted. */
      heading: (n: number): string =>
        n === 1 ? '1 organization, by its newest assessment' : `${n} organizations, each by its newest assessment`,
      /** Names a group of organizations. */
      group: (by: string, key: string): string => `${by}: ${key || '(none)'}`,
      /** Why a group has no figures: it is too small, or others are too small that it could be subtracted from. */
      hidden: (isFew: boolean): string => (isFew ? 'too few for figures' : 'withheld, so that others stay hidden'),
      /** That some figures are not shown. */
      withheld: (least: number): string =>
        `Not shown: figures of fewer than ${least} organizations, and those from which such figures could be computed (--min).`,
      /** How much of what applies the organizations have answered; `undefined` where none of them is counted. */
      completeness: (median: number | undefined, lowest: number | undefined): string =>
        median === undefined || lowest === undefined
          ? 'No completeness to show.'
          : `Completeness: median ${percent(median)}, lowest ${percent(lowest)}.`,
      /** How many are not counted, since they have answered less than that. */
      incomplete: (n: number, least: number): string =>
        n === 0
          ? `No organization is excluded for answering less than ${percent(least)} (--min-complete).`
          : `Excluded: ${n} ${n === 1 ? 'organization that has' : 'organizations that have'} answered less than ${percent(least)} (--min-complete).`,
      /** How many are not counted, since nobody can have assessed that day yet. */
      ahead: (n: number): string =>
        n === 1
          ? 'Excluded: 1 assessment dated more than a year ahead. Correct its date, and ingest it again.'
          : `Excluded: ${n} assessments dated more than a year ahead. Correct their dates, and ingest them again.`,
      /** `model`: what the option is given, so that those who were left out are counted: a version, or a folder. */
      leftOut: (editions: readonly EditionInWords[], model: string): string =>
        `Excluded: ${assessedWith(editions)} (--model ${model} shows ${editions.length === 1 ? 'them' : 'those of one'}, --pool counts all together).`,
      /** Which editions were counted together. */
      pooled: (editions: readonly EditionInWords[]): string => `Counted together: ${assessedWith(editions)}.`,
    },
  },
  why: {
    notApplicable: 'not applicable: no objective applies',
    /** Where a category stands. */
    atLevel: (level: number): string => `at level ${level}`,
    empty: 'no objective applies: the level is passed, but is never the result',
    /** What a level says that was reached. */
    reached: (count: number): string => `reached: ${count} of ${count} met`,
    /** What a level says that waits for a lower one. */
    blocked: (count: number, level: number | undefined): string =>
      `complete (${count} of ${count} met), but does not count while level ${level ?? ''} is not passed`,
    /** What a level says that was not reached. */
    open: (met: number, count: number): string => `not passed: ${met} of ${count} met`,
  },
  workedExample: {
    blank: '(blank)',
    yes: 'yes',
    no: 'no',
    noFigure: 'blank',
    level: {
      name: 'Level',
      how: 'the highest level at which something applies that is passed together with all below it',
    },
    potential: { name: 'Possible level', how: 'the same, with every open objective counted as met' },
    progress: {
      name: 'Progress',
      /** The calculation with its numbers. */
      how: (n: number, met: number, partly: number, counted: number): string =>
        `at level ${n}: (${met} + ${partly} / 2) / ${counted}`,
      noNext: 'no level is left',
    },
    maturity: { name: 'Maturity' },
    completeness: { name: 'Share answered' },
    gap: {
      name: 'Gap',
      /** The calculation with its numbers. */
      how: (target: number, level: string): string => `target ${target} - level ${level}, and never below 0`,
      noTarget: 'no target is set',
    },
  },
  example: {
    stories: {
      early: {
        scope: 'Headquarters and the two largest sites; the other sites follow next year',
        assessor: 'IT security (self-assessment)',
      },
      typical: { scope: 'Whole organization; suppliers as far as contracts allow', assessor: 'Internal audit' },
      advanced: {
        scope: 'Whole organization with subsidiaries, and the AI services of its suppliers',
        assessor: 'Internal audit and an outside assessor',
      },
    },
    owners: {
      GOV: ['CISO', 'Chair of the AI committee'],
      ORG: ['Head of cloud platforms', 'CISO'],
      IAM: ['Head of identity management'],
      MON: ['Head of security operations', 'Head of logging'],
      INF: ['Head of IT operations', 'Head of cloud platforms'],
      MOD: ['Head of data science', 'Lead of AI red team'],
      APP: ['Head of application development', 'Lead architect'],
      DAT: ['Chief data officer', 'Data protection officer'],
      RSK: ['Head of risk management', 'Head of procurement'],
      DEV: ['Head of software engineering', 'Lead of build systems'],
      CMP: ['Head of compliance', 'Data protection officer'],
      IR: ['Head of security operations', 'Incident manager'],
      others: ['CISO', 'Head of IT operations', 'Lead architect'],
    },
    notApplicable: 'We do not do this with AI, and nothing of the kind is planned.',
    /** What a fictional organization shows: the evidence, and where it is. */
    proofs: [
      (evidence, number, day) => `${evidence} (document ${number}, ${day})`,
      (evidence, number, day) => `${evidence} (ticket ${number}, seen ${day})`,
      (evidence, number, day) => `${evidence} (audit folder ${number}, state of ${day})`,
    ],
    /** What it plans to do. */
    completing: [
      (called, evidence) => `Complete “${called}”. Still missing: ${evidence}`,
      (called, evidence) => `Extend “${called}” to the units that lack it, and file: ${evidence}`,
    ],
    /** What it plans to do where nothing is there yet. */
    beginning: [
      (called, evidence) => `Start “${called}” in one unit, then everywhere. Proof at the end: ${evidence}`,
      (called, evidence) => `Decide who sets up “${called}”. It is done when we have: ${evidence}`,
    ],
    /** What it plans to do where a figure misses its target. */
    improving: [
      (from, to) => `Bring the figure from ${from} to ${to}; begin with the cases of highest risk.`,
      (from, to) => `Find out why the figure is ${from} and not ${to}, and remove the main cause.`,
    ],
  } satisfies ExampleTexts,
  endOfStandard: 'End of this sheet',
} as const;
