/** English for the workbook and the documents. Its shape is what every other language has to fill. */
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

/** Behind a number. */
const units = { percent: '%', count: '', days: 'days', hours: 'hours', minutes: 'minutes' };

export const words = {
  yesNo: { yes: 'Yes', no: 'No' },
  said,
  doubts,
  /** What an assessor says of an answer. */
  reviews: { agreed: 'Agreed', 'not-agreed': 'Not agreed', question: 'Question' },
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
  units,
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
    title: 'What to check',
    lead: 'Each line describes one cell or row. To go to the cell, click the link in the “Place” column. Correct all listed cells, and send this workbook back to the person who sent it to you.',
    nothing: 'No cell needs attention.',
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
    lead: 'The merged files contain different values for these cells, and aismm did not choose a value. Click the number of a row to go to the cell, and enter the correct value.',
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
    decided: 'Resolved',
    /** How a conflict was resolved: by the newest file. */
    newest: (file: string): string => `--prefer newest: ${file}`,
    /** How a conflict was resolved: by the file that was specified. */
    byFile: (file: string): string => `--prefer ${file}`,
  },
  /** Below each printed page, where there is little room. */
  footerShort: 'Original content, not affiliated with CSA',
  footer: 'Original content, structured after the publicly described AISMM. Not affiliated with or endorsed by CSA.',
  fields: {
    organization: {
      name: { header: 'Organization', prompt: 'The name of the organization that is assessed.', error: '' },
      unit: {
        header: 'Unit',
        prompt:
          'The part of the organization that is assessed, if the assessment does not cover the whole organization.',
        error: '',
      },
      scope: {
        header: 'Scope',
        prompt: 'What the assessment covers: which parts, systems or countries are included and excluded.',
        error: '',
      },
      industry: {
        header: 'Industry',
        prompt: 'Choose the industry that fits best.',
        error: 'Choose one of the industries from the list.',
      },
      size: {
        header: 'Size',
        prompt: 'Number of people who work in the organization.',
        error: 'Choose one of the sizes from the list.',
      },
      region: {
        header: 'Region',
        prompt: 'The region where most of the staff work.',
        error: 'Choose one of the regions from the list.',
      },
      assessor: { header: 'Assessor', prompt: 'The person or team that did the assessment.', error: '' },
      contact: {
        header: 'Contact',
        prompt: 'The name and e-mail address of the person to contact about this assessment.',
        error: '',
      },
      asOf: {
        header: 'Assessment date',
        prompt:
          'The answers describe the situation on this date. Answers with an earlier Valid until date have expired. If this cell is blank, no answer expires.',
        error: 'Enter a date such as 2026-11-30.',
      },
    },
    deployment: {
      inUse: {
        header: 'In use?',
        prompt:
          'Is this deployment type in use? If you choose No, objectives that are only for this type do not apply.',
        error: 'Choose Yes or No.',
      },
    },
    condition: {
      holds: {
        header: 'Yes or No',
        prompt:
          'Answer the question. If you choose No, objectives that depend on this condition do not count. A blank cell means Yes.',
        error: 'Choose Yes or No. To leave the cell blank, clear it (press the Delete key).',
      },
    },
    category: {
      target: {
        header: 'Target level',
        prompt: `The level that this category should reach, from 1 to ${HIGHEST_LEVEL}. Leave the cell blank for no target.`,
        error: `Enter a whole number from 1 to ${HIGHEST_LEVEL}. For no target, clear the cell (press the Delete key).`,
      },
      weight: {
        header: 'Weight',
        prompt:
          'The weight of this category in the maturity of its domain and of the program. If the cell is blank, the weight is 1.',
        error: 'Enter a number above 0. For a weight of 1, clear the cell (press the Delete key).',
      },
    },
    objective: {
      answer: {
        header: 'Answer',
        prompt:
          'Choose an answer from the list. If you do not know the answer, leave the cell blank. While a cell is blank, the result shows all levels that are still possible.',
        error:
          'Choose one of the answers from the list: Met, Partially met, Not met or Not applicable. To leave the cell blank, clear it (press the Delete key).',
      },
      measured: {
        header: 'Measured value',
        prompt:
          'Enter the measured value in the unit of the KPI target. You can type a percentage as 97 or 97%. The cell shows how the workbook reads your entry. If Answer is blank, the measured value determines whether the objective is met.',
        error: 'Enter a number of 0 or more. A percentage is at most 100%, and a count is a whole number.',
      },
      evidence: {
        header: 'Evidence',
        prompt: 'The evidence that you examined, and the place where the evidence is stored.',
        error: '',
      },
      owner: { header: 'Owner', prompt: 'The person who is responsible for this objective.', error: '' },
      assessedOn: {
        header: 'Assessed on',
        prompt: 'The date on which the evidence was examined, for example 2026-11-30.',
        error: 'Enter a date such as 2026-11-30.',
      },
      validUntil: {
        header: 'Valid until',
        prompt: 'The answer expires after this date. If the answer does not expire, leave the cell blank.',
        error: 'Enter a date such as 2027-11-30.',
      },
      action: { header: 'Action', prompt: 'What the organization will do to meet the objective.', error: '' },
      due: {
        header: 'Due',
        prompt: 'The date by which the action will be completed.',
        error: 'Enter a date such as 2027-01-31.',
      },
      notes: {
        header: 'Notes',
        prompt:
          'Other information for readers. If the answer is Not applicable, write the reason here. If no reason is given, the objective counts as unanswered.',
        error: '',
      },
      review: {
        header: 'Review',
        prompt: 'Do you agree with the answer? If you have not reviewed the answer, leave the cell blank.',
        error: 'Choose Agreed, Not agreed or Question from the list.',
      },
      reviewRemark: {
        header: 'Review remark',
        prompt: 'Explain why you do not agree with the answer, or write your question.',
        error: '',
      },
    },
    feedback: {
      objective: {
        header: 'Objective ID',
        prompt:
          'The id of the objective that your remark is about, such as GOV-2A. Leave the cell blank for a remark about the whole model.',
        error: '',
      },
      kind: {
        header: 'Kind',
        prompt: 'Choose the kind of remark.',
        error: 'Choose one of the kinds from the list.',
      },
      comment: {
        header: 'Comment',
        prompt: 'Describe what is unclear, wrong or missing, and suggest an improvement.',
        error: '',
      },
    },
  } satisfies { readonly [O in AskedOf]: { readonly [N in keyof (typeof FIELDS)[O]]: FieldWords } },
  introduction: {
    question: 'How well does your security program protect the use of AI, and what should you do next?',
    /** Above everything else in a workbook that is a part of another one: whose it is. */
    handedTo: (to: string, by: 'category' | 'domain' | 'owner' | 'list'): string => {
      if (to === '') return 'The objectives in this workbook have no owner yet.';
      return by === 'owner' || by === 'list'
        ? `This workbook contains only the objectives that ${to} should answer.`
        : `This workbook contains only the objectives of “${to}”.`;
    },
    youGet: 'What you get',
    /** Said with the number of categories and of levels. */
    whatYouGet: (categories: number, levels: number): string =>
      `The workbook shows a level from 1 to ${levels} for ${categories === 1 ? 'one category' : `each of ${categories} categories`}, and the levels that are still possible. The workbook also shows the gap to each target and a list of next steps in the recommended order.`,
    /** Said in a quick scan with the levels that it has objectives at. */
    quickScan: (lowest: number, highest: number): string =>
      `This workbook is the quick scan. It has objectives at levels ${lowest} to ${highest}, so no category can reach a level above ${highest}.`,
    itTakes: 'What it takes',
    /** Said in a part of another workbook, with the number of objectives. */
    partTakes: (objectives: number): string =>
      `This part has ${objectives === 1 ? '1 objective' : `${objectives} objectives`}. For each objective, choose an answer or enter a measured value. When you have finished, send this workbook back to the person who sent it to you.`,
    /** Said with the number of objectives, and the name of the sheet that determines which apply. */
    whatItTakes: (objectives: number, profile: string): string =>
      `This workbook has ${objectives} control objectives. Your entries on the ${profile} sheet determine which of them apply. For each objective that applies, choose an answer or enter a measured value. You can stop at any time, and continue later.`,
    /** Said behind it, with the time that all objectives take those who bring evidence. */
    timeOfAll: (objectives: number, time: string): string =>
      `To provide evidence for ${objectives === 1 ? '1 objective' : `all ${objectives} objectives`}, people need about ${time}. The lead assessor needs additional time.`,
    /** Said behind that where some objectives are a quick scan. */
    timeOfQuickScan: (objectives: number, mark: string, time: string): string =>
      `If you have little time, begin with the ${objectives} objectives marked “${mark}”. These objectives take about ${time}.`,
    /** Such a time, in days of work. */
    days: (count: number): string => (count === 1 ? '1 person-day' : `${count} person-days`),
    /** Such a time, where it is less than a day. */
    hours: (count: number): string => (count === 1 ? '1 hour' : `${count} hours`),
    youStand: 'Your progress',
    answered: ' objectives that apply are answered.',
    nextOpen: ' Next objective to answer: ',
    /** In workbooks that were issued to a row of a list. */
    returnBy: 'Return by',
    noDay: 'No date is set.',
    fiveSteps: 'In five steps',
    blank: '(blank)',
    blankMeans: 'You do not know the answer yet. Do not guess: the result shows all levels that are still possible.',
    youSee: 'What you see',
    boxed: 'Yellow cell with a border',
    boxedMeans:
      'Fill in the yellow cells that have a border. All other cells are locked. The Tab key moves to the next yellow cell.',
    measuredMeans:
      'For a percentage, 97, 97% and 0.97 all mean 97%. The cell shows how the workbook reads your entry. If the answer is blank, the measured value determines whether the objective is met.',
    sorting: 'Filter, sort, paste',
    sortingMeans:
      'You can filter the rows. To sort the rows, first choose Review > Unprotect Sheet (no password). To copy cells, paste only their values. Do not cut cells.',
    /** How the id of an objective is read. */
    idMeans: (category: string, level: number): string =>
      `An id consists of a category code, a level number and a letter. The id in this row belongs to an objective of ${category} at level ${level}. Some letters are not used.`,
    /** The first step, with what there is to choose and to answer on the sheet Profile. */
    profileStep: (deployments: number, conditions: number): string => {
      const types =
        conditions > 0 ? ' Choose the deployment types in use, and answer' : ' Choose the deployment types in use.';
      const questions =
        conditions > 0 ? `${deployments > 1 ? types : ' Answer'} the questions about your use of AI.` : types;
      const chosen = deployments > 1 || conditions > 0 ? questions : '';
      return `Enter the organization and the assessment date.${chosen} For the target levels, see step 2.`;
    },
    /** The second step, with the name of the sheet that has the target levels. */
    gridStep: (profile: string): string =>
      `Read the description of each level. Then, before you see results, choose a target level for each category on the ${profile} sheet. You do not need level 5 in every category.`,
    /** The first step in a part of another workbook. */
    profileOfPart: 'Read the entries. If an entry is wrong or missing, tell the person who sent this workbook to you.',
    yourLevel: 'Your level',
    score:
      'A category has reached a level if all objectives of this level and of all lower levels are met. Every category is at least at level 1, which has no objectives. The Rules sheet explains all rules.',
    // Layout 1 alone has these.
    subtitle: 'An assessment workbook for security programs that protect the use of AI',
    begin: 'Begin here',
    /** By the sheet that each leads to. */
    steps: {
      profile:
        'Enter the organization and the assessment date. Choose the deployment types in use, and answer the questions about your use of AI.',
      grid: 'Read the description of each level.',
      answers:
        'Begin with the objectives at level 2, from the top of the sheet. Each row shows what must be true, when to answer Partially met, and which evidence is sufficient.',
      scorecard: 'See levels, targets and gaps on one page that you can show to the board.',
      /** Said with the name of the sheet of answers. */
      roadmap: (answers: string): string =>
        `See which objectives to meet next. Enter the action, owner and due date of each on the ${answers} sheet.`,
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
      'This text is generated from the same rules that calculate the results. The authors of this tool wrote the rules, because no public source contains scoring rules for this kind of model.',
    term: 'Term',
    meaning: 'Meaning',
    example: 'Example',
    glossary: 'Glossary',
    figure: 'Figure',
    rule: 'Rule',
    end: 'End of this sheet',
    notice: 'Notice',
  },
  profile: {
    title: 'PROFILE',
    lead: 'Fill in the yellow cells with a border. Deployment types and conditions determine which objectives apply.',
    who: 'Who and when',
    value: 'Your entry',
    hint: 'What to enter',
    deployments: 'Deployment types in use',
    id: 'Code',
    whatItMeans: 'What it means',
    /** How many of all objectives are for a deployment type. */
    forType: (count: number, all: number): string =>
      `${count} of ${all} objectives ${count === 1 ? 'applies' : 'apply'} to this type.`,
    /** Said above all numbers of objectives: each counts an objective that others count, too. */
    overlapOfTypes: 'The numbers below overlap, because an objective can have several types.',
    overlapOfConditions:
      'A blank condition means Yes. The numbers below overlap, because an objective can have several conditions.',
    overlapOfBoth:
      'A blank condition means Yes. The numbers below overlap, because an objective can have several types and conditions.',
    conditions: 'What you do with AI',
    leftOut: 'What No excludes',
    /** How many objectives depend on a condition, and one of them. */
    depending: (count: number, first: string): string =>
      count === 1 ? `1 objective: ${first}` : `${count} objectives, such as ${first}`,
    categories: 'Targets and weights',
    about: 'What it covers',
    /** What determines which objectives apply, of what the sheet asks. */
    fill: 'Fill in the yellow cells with a border.',
    byTypes: ' Deployment types determine which objectives apply.',
    byTypesAndConditions: ' Deployment types and conditions determine which objectives apply.',
    byConditions: ' Conditions determine which objectives apply.',
    /** Below the last table. */
    blankTargets: 'If a target is blank, the category has no target. A blank weight is 1.',
    /** Said with two numbers, such as “120 of 151 objectives apply.” */
    of: ' of ',
    applyNow: ' objectives apply.',
    /** Goes on where some do not apply. */
    whyNot: ' Other objectives are excluded by entries on this sheet or the answer Not applicable.',
    // Layout 1 alone has these.
    field: 'Field',
    label: 'Question',
    organization: 'Organization',
    deploymentsLead:
      'At first, all types are set to Yes. If you choose No, objectives that are only for this type do not apply.',
    deployment: 'Deployment type',
    what: 'What it means',
    conditionsLead: 'If you choose No, objectives that depend on the condition do not apply. A blank cell means Yes.',
    condition: 'Question',
    categoriesLead:
      'You do not need level 5 in every category. If a target is blank, the category has no target. If a weight is blank, the weight is 1.',
    category: 'Category',
  },
  grid: {
    // The same name as on the tab and in links.
    title: 'AISMM',
    lead: 'This sheet describes the maturity levels of each category. Darker cells show the levels that your answers have reached.',
    /** Below it before the first answer. */
    unanswered: 'There are no answers yet. Level 1 has no objectives, so categories begin at level 1.',
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
    howTo: 'State whether each objective is met. If you do not know, leave the cell blank. ',
    /** At the top of each printed page, behind the title. */
    purpose: 'For each objective, choose an answer or enter a measured value.',
    of: ' of ',
    answered: ' answered.',
    id: 'ID',
    objective: 'Objective',
    /** Below the title of an objective of the quick scan. */
    quickScan: '(quick scan)',
    category: 'Category',
    level: 'Level',
    text: 'What has to be true',
    kpi: 'KPI target',
    noTarget: '–',
    state: 'Counts as',
    /** In place of a state: why an objective counts as unanswered. */
    reasonMissing: 'Unanswered: reason missing',
    notInList: 'Not in the list: choose an option',
    /** Behind the state that a measured value gives: what was typed as the answer counts as blank. */
    answerNotInList: ': answer not in the list',
    notANumber: 'Not a number: enter a number',
    guide: 'Sufficient evidence, and source of the measured value',
    figureFrom: 'Source of the measured value:',
    end: 'End of answers',
    more: 'Read more',
    domain: 'Domain',
    deployments: 'Applies to',
    mode: 'How to check',
    partly: 'Partially met when',
    rationale: 'Why it shows the level',
    // Layout 1 alone has these.
    lead: 'Answer in the yellow cells. You can sort and filter the rows.',
    evidenceExamples: 'Evidence that an auditor would accept',
    source: 'Source of the measured value',
    groups: {
      objective: 'Objective',
      yours: 'Your answer',
      record: 'Your record',
      reference: 'About the objective',
      mapped: 'Mapped to',
    },
    noKpi: 'No measured value: decide by evidence',
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
    note: 'Possible: the level if all unanswered and expired objectives were met. ▼: the lowest maturity.',
    /** In its place before the first answer. */
    noteUnanswered: 'There are no answers yet. Level 1 has no objectives, so categories begin at level 1.',
    /** Below either. */
    evidencedNote: 'Evidenced: only objectives with evidence count as met.',
    /** Behind it, with the ids of objectives: the first one of each category that has a lower level for want of evidence. */
    withoutEvidence: (ids: string): string => ` First add evidence for: ${ids}.`,
    /** Behind the level of a weakest category. */
    mark: '▼',
    next: 'Next',
    whatToDo: 'What to do',
    today: 'State, due',
    towards: 'Toward',
    /** What a next step leads to. */
    towardsLevel: (category: string, level: string): string => `${category} level ${level}`,
    noDue: 'no date',
    /** Below the next steps; said with the name of the sheet that has them all. */
    nextNote: (roadmap: string): string =>
      `The steps are sorted by level, and then by category. The ${roadmap} sheet contains all steps.`,
    /** Below that, a heading, and the categories of a domain, by their codes. */
    domains: 'Categories of each domain',
    /** The categories of one domain, by their codes. */
    madeOf: (domain: string, codes: string): string => `${domain}: ${codes}`,
    nothingApplies: 'No objective applies.',
    allReached: 'Every target is reached.',
    nothingNext: 'Every category has reached its highest level.',
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
      text: 'Each column shows the level of one category. The light part of the column shows the levels that are still possible. A dash shows the target, and a dot shows the evidenced level. The numbers are in the table beside the chart.',
      possible: 'Possible level',
      level: 'Level',
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
    stateOf: (date: string): string => `as of ${date}`,
    noDate: 'no assessment date, so no answer expires',
    /** Said with the name of the sheet where that can be changed. */
    nothingApplies: (profile: string): string =>
      `No objective applies with the entries on the ${profile} sheet, so there is no level.`,
    /** Nothing is answered, and something applies in every category. */
    unanswered: (highest: string, count: string): string =>
      `There are no answers yet. Every level from 1 to ${highest} is still possible in all ${count} categories.`,
    /** Nothing is answered, and something applies in some of the categories. */
    unansweredSome: (highest: string, some: string, count: string): string =>
      `There are no answers yet. Every level from 1 to ${highest} is still possible in ${some} of ${count} categories.`,
    /** Nothing is answered, and there is one category. */
    unansweredOne: (highest: string): string =>
      `There are no answers yet. Every level from 1 to ${highest} is still possible.`,
    /** Something applies in one category only. */
    oneCategory: (maturity: string, most: string, level: string): string =>
      `The maturity of the program is ${maturity} of ${most}. The only category is at level ${level}`,
    /** All categories are at the same level. */
    atOneLevel: (maturity: string, most: string, count: string, level: string): string =>
      `The maturity of the program is ${maturity} of ${most}. All ${count} categories are at level ${level}`,
    /** Categories are at different levels. */
    atLevels: (maturity: string, most: string, lowest: string, some: string, count: string): string =>
      `The maturity of the program is ${maturity} of ${most}. The lowest level is ${lowest} (${some} of ${count} categories)`,
    noTargets: '. No targets are set.',
    /** Goes on behind the levels: every target is reached. */
    noneBelow: (targets: string): string => `. Of ${targets} categories with a target, no category is below target.`,
    /** Goes on behind the levels: one of several targets is missed. */
    oneBelow: (targets: string): string => `. Of ${targets} categories with a target, 1 is below target.`,
    /** Goes on behind the levels: some of several targets are missed. */
    someBelow: (below: string, targets: string): string =>
      `. Of ${targets} categories with a target, ${below} are below target.`,
    onlyBelow: '. The only category with a target is below target.',
    onlyReached: '. The only category with a target is not below target.',
    noWeakest: 'The weakest category is not known before the first answer.',
    /** One category, or several in a part, are behind all others. */
    weakest: (names: string, level: string, maturity: string): string =>
      `Weakest: ${names} (level ${level}, maturity ${maturity}).`,
    /** More categories are equally weak than are named. */
    weakestTie: (names: string, level: string, maturity: string): string =>
      `Weakest: ${names} (each at level ${level} with maturity ${maturity}).`,
    /** Every category is equally weak. */
    allTie: (count: string, level: string, maturity: string): string =>
      `All ${count} categories are at level ${level} with maturity ${maturity}, so no category is the weakest.`,
    /** Said with the share in percent, and how many objectives apply. */
    answered: (share: string, count: string): string => `Answered: ${share}% of ${count} objectives that apply.`,
    /** The same where one objective applies. */
    answeredOfOne: (share: string): string => `Answered: ${share}% of 1 objective that applies.`,
    nothingMet: ' No objective is met yet.',
    /** Said with the share in percent, and the maturity by evidence alone. */
    evidence: (share: string, maturity: string): string =>
      ` Evidence is filled in for ${share}% of the met objectives. The evidenced maturity is ${maturity}.`,
    /** Said with the number of answers, where it is more than one. */
    expired: (count: string): string => ` ${count} answers have expired.`,
    expiredOne: ' 1 answer has expired.',
    /** Said with the name of the sheet where targets are chosen. */
    chooseTargets: (profile: string): string => ` No targets are set. Choose targets on the ${profile} sheet.`,
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
    byDeploymentLead: 'These results are for one type alone. Only the objectives for that type count.',
    type: 'Deployment type',
    legend:
      'Level: the highest level at which all objectives are met. All lower levels must be met too. Possible level: the level if all unanswered and expired objectives were met. n/a: no objective applies.',
    none: '—',
  },
  roadmap: {
    title: 'ROADMAP',
    lead: 'This sheet lists the objectives that you must meet to reach your targets, in the recommended order.',
    /** Below it: what the Roadmap lists for a category without a target. */
    noTarget:
      'If a category has no target, the list contains the objectives of the next level above its current level.',
    /** Below that, behind their number: LibreOffice takes no formula as print area. */
    listed:
      ' objectives are listed. LibreOffice also prints pages without objectives: print only the pages with objectives.',
    /** The same where there is one. */
    listedOne:
      '1 objective is listed. LibreOffice also prints pages without objectives: print only the pages with objectives.',
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
    /** What the sheet is about. */
    what: 'AICM is the AI Controls Matrix of the Cloud Security Alliance, a list of security controls for AI.',
    /** Says which version is which: that of the AICM, and that of the model in the title. */
    lead: (edition: string, version: string): string =>
      `Objectives of this model (version ${version}) refer to these controls of AICM ${edition}. The controls were chosen by their titles only. Ids and titles belong to the Cloud Security Alliance.`,
    /** Below it: what two columns mean. */
    columns:
      'Counted: the number of objectives that the results include. Met: the number of counted objectives that are met.',
    /** The same, with the edition whose ids a column has. */
    columnsWithOlder: (edition: string): string =>
      `AICM ${edition} id: the id of the control in the earlier edition ${edition}.`,
    /** Below that: what the states of a control mean, with their names. */
    coverageOf: (heading: string, full: string, some: string, none: string): string =>
      `${heading}: “${full}” means that all counted objectives are met. “${some}” means that some counted objectives are met. “${none}” means that no counted objective is met.`,
    /** Below that: what the other two states mean. */
    coverageUnknown: (unanswered: string, excluded: string): string =>
      `“${unanswered}” means that no counted objective has an answer. “${excluded}” means that no objective is counted.`,
    control: 'Control',
    /** Heading of the ids of an earlier edition of a framework. */
    older: (edition: string): string => `AICM ${edition} id`,
    controlTitle: 'Control title',
    domain: 'AICM domain',
    objectives: 'Objectives',
    met: 'Met',
    counted: 'Counted',
    state: 'Coverage',
    coverageTitle: 'AICM DOMAINS',
    coverageLead: 'This sheet counts AICM controls, mapped controls, and controls whose objectives are all met.',
    // Layout 1 alone has this.
    coverage: 'Coverage by AICM domain',
    code: 'Domain',
    name: 'Name',
    controls: 'Controls',
    mapped: 'Mapped controls',
    full: 'All met',
    some: 'In part',
    none: 'None met',
    /** Where no counted objective is answered. */
    unanswered: 'Unanswered',
    excluded: 'Not counted',
  },
  feedback: {
    title: 'FEEDBACK',
    lead: 'Tell the editors of the model what is unclear, missing or wrong. If you have no remarks, leave this sheet blank.',
    /** Below it: where the remarks go. */
    where:
      'Send the completed workbook to the person who sent it to you. This person can extract your remarks, and send only the remarks to the editors.',
    /** Below that: where the remarks of people go whom no one gave the workbook to. */
    downloaded:
      'If you downloaded the workbook, copy your remarks into a message to the contact listed on its download page. Do not attach the workbook.',
    /** Below that: what there is to choose, under the heading of the column. */
    kinds: (kind: string, options: string): string => `${kind} describes your remark. The options are ${options}.`,
    number: 'No.',
    objective: 'Objective ID',
    kind: 'Kind',
    comment: 'Comment',
  },
  acknowledgments: {
    title: 'ACKNOWLEDGMENTS',
    lead: 'This sheet thanks the organizations and projects whose work this workbook uses.',
    end: 'End of this sheet',
  },
  changes: {
    title: 'CHANGE LOG',
    lead: 'This sheet lists what changed in each edition of the model.',
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
    holds: 'an old answer is still valid',
    askedAgain: 'answer again',
    notAsked: 'no longer asked',
  },
  workedExample: {
    blank: '(blank)',
    yes: 'yes',
    no: 'no',
    noFigure: 'blank',
    level: {
      name: 'Level',
      how: 'the highest passed level at which an objective applies',
    },
    potential: { name: 'Possible level', how: 'the level if all open objectives were met' },
    progress: {
      name: 'Progress',
      /** The calculation with its numbers. */
      how: (n: number, met: number, partly: number, counted: number): string =>
        `at level ${n}: (${met} + ${partly} / 2) / ${counted}`,
      noNext: 'there is no next level',
    },
    maturity: { name: 'Maturity' },
    completeness: { name: 'Share answered' },
    gap: {
      name: 'Gap',
      /** The calculation with its numbers. */
      how: (target: number, level: string): string => `target ${target} - level ${level}, but never below 0`,
      noTarget: 'no target is set',
    },
  },
  endOfStandard: 'End of this sheet',
} as const;
