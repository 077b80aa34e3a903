/** What the portfolio says as a page and as a workbook. Figures come rounded; `**` stands around what is printed bold. */
const organizations = (n: number): string => `${n} ${n === 1 ? 'organization' : 'organizations'}`;

export const portfolioWords = {
  kind: 'AI security maturity · portfolio',
  title: (n: number) => `Portfolio of ${organizations(n)}`,
  nobody: 'No organization is included, so there are no results.',
  of: (top: number) => `of ${top}, median maturity`,
  half: (q1: string, q3: string) => `middle half ${q1} to ${q3}`,
  organizations,
  where: 'Maturity',
  why: 'Weakest part',
  next: 'Most often not met',
  since: 'Change',
  stand: (median: string, top: number, q1: string, q3: string, n: number) =>
    `The median maturity of ${organizations(n)} is **${median} of ${top}**. The maturity of the middle 50% of the organizations is between ${q1} and ${q3}.`,
  atFloor: (k: number, n: number, level: number) =>
    `Of ${organizations(n)}, **${k}** ${k === 1 ? 'has' : 'have'} a category at level ${level}.`,
  weakest: (first: string, mean: string, others: string, n: number) =>
    `**${first}** has the lowest mean maturity (${mean}).${others === '' ? '' : ` ${others} ${n === 1 ? 'has' : 'have'} the next lowest mean maturity.`}`,
  open: (title: string, id: string, k: number, n: number) =>
    `**${title}** (${id}) is the objective that is most often not met. Of ${n} organizations to which it applies, ${k} ${k === 1 ? 'does' : 'do'} not meet it.`,
  nothingOpen: 'Every objective that applies is met.',
  changed: (n: number, by: string, up: number, same: number, down: number) =>
    `Of ${organizations(n)} with an assessment from about one year earlier, **${up} improved**, ${same} ${same === 1 ? 'is' : 'are'} unchanged, and ${down} declined. The median change is ${by}.`,
  noChange:
    'Too few organizations have an assessment from about one year earlier, so the portfolio does not show a change.',
  /** Beside the median: what of older editions is in it. */
  translated: (share: string, n: number) =>
    `${share} of the answers from ${organizations(n)} with an older edition are still valid`,
  translatedFew: (n: number) => `includes valid answers from ${organizations(n)} with an older edition`,
  withheld: 'hidden',
  few: 'too few organizations',
  derivable: 'hidden to protect other groups',
  evidence: (share: string) => `median ${share} of met objectives with evidence`,
  answered: (share: string) => `median ${share} answered`,
  levels: {
    title: 'Maturity by category',
    caption: 'Maturity of each category, and number of organizations at each level of the category',
    category: 'Category',
    n: 'n',
    quartiles: 'middle half',
    median: 'median',
    mean: 'mean',
    q1: 'lower quarter',
    q3: 'upper quarter',
    level: (n: number) => `level ${n}`,
    atLevels: 'organizations at level',
    program: 'Program',
    legendHalf: 'middle half of organizations',
    legendMedian: 'median',
    note: 'The level of the program and of each domain is the level of its weakest category.',
    chart: 'Organizations at each level, by category',
    chartText:
      'The stacked columns show how many organizations are at each level of each category. The numbers are in the table.',
  },
  unmet: {
    title: (n: number) =>
      n === 1 ? 'The objective that is most often not met' : `The ${n} objectives that are most often not met`,
    sheet: 'Objectives that are most often not met',
    none: 'There are no objectives to show.',
    objective: 'Objective',
    id: 'Id',
    category: 'Category',
    level: 'Level',
    k: 'not met by',
    of: 'of',
    share: 'share',
    statement: 'What has to be true',
    chart: 'How often objectives are not met',
    chartText:
      'Each column shows the share of organizations that do not meet the objective. The numbers are in the table.',
    percent: 'not met, in percent',
  },
  groups: {
    title: 'Groups',
    none: 'There are no groups. To group the organizations, use the --by option.',
    caption: 'Maturity of groups of organizations',
    by: { industry: 'Industry', size: 'Size', region: 'Region', unit: 'Unit' },
    grouping: 'Grouping',
    group: 'Group',
    noKey: '(none)',
    why: 'Why there are no results',
    chart: 'Median maturity of groups',
    chartText: 'The columns show the median maturity of each group that has results. The numbers are in the table.',
  },
  change: {
    title: 'Change compared with about one year earlier',
    caption: 'How the levels of categories have changed',
    lead: (n: number) =>
      `This table includes ${organizations(n)} that also ${n === 1 ? 'has' : 'have'} an earlier assessment with the same edition. The earlier assessment is 6 to 18 months older than the newest assessment.`,
    by: 'mean change in levels',
    up: 'improved',
    same: 'unchanged',
    down: 'declined',
    program: 'Program (maturity)',
    chart: 'Organizations whose level improved, stayed the same or declined',
    chartText:
      'The stacked columns show how many organizations improved, did not change or declined in each category. The numbers are in the table.',
  },
  list: {
    name: 'Organization',
    unit: 'Unit',
    industry: 'Industry',
    size: 'Size',
    region: 'Region',
    asOf: 'Assessed',
    completeness: 'Answered',
    maturity: 'Maturity',
    evidenced: 'Evidenced',
    floor: 'Weakest',
    change: 'Change',
    translated: 'Answers that are still valid',
    translatedOf: (kept: number, answers: number, edition: string) => `${kept} of ${answers}, ${edition}`,
    lead: 'This sheet shows the results of individual organizations with their names. Share this sheet only with people who are allowed to see these results.',
  },
  sheets: {
    overview: 'Overview',
    categories: 'Categories',
    objectives: 'Objectives',
    groups: 'Groups',
    change: 'Change',
    organizations: 'Organizations',
  },
  overview: {
    figure: 'Result',
    value: 'Value',
    counted: 'Organizations included',
    median: 'Maturity, median',
    mean: 'Maturity, mean',
    q1: 'Maturity, lower quarter',
    q3: 'Maturity, upper quarter',
    completeness: 'Answered, median',
    evidence: 'Met with evidence, median',
    change: 'Change of maturity, median',
    incomplete: 'Organizations excluded because of too few answers',
    translated: 'Organizations with answers from an older edition',
    translatedCounted: 'Organizations with answers from an older edition, included',
    translatedShare: 'Answers of an older edition that are still valid',
    least: 'Smallest group for which results are shown',
    chart: 'Organizations by the level of their weakest category',
    chartText:
      'Each column shows how many organizations have their weakest category at this level. The numbers are in the table.',
    level: 'Weakest category at level',
    n: 'Organizations',
  },
  method: {
    title: 'Method and limits',
    text: [
      'For each organization, the portfolio includes only the newest assessment that uses this edition of the model. aismm interpolates the lower and upper quartiles between the closest ranks. The mean, the median and the quartiles of a category include only organizations to which the category applies.',
      'The results are self-assessments. No one examined the evidence for this portfolio.',
    ],
    privacy: (least: number) =>
      `The portfolio does not show results for fewer than ${organizations(least)}. The portfolio also hides other results if someone could compute a hidden result from them. aismm does not compare the results of several runs. Someone who has the results of two runs may be able to compute a hidden result.`,
    source: (model: string) => `Model: ${model}.`,
  },
} as const;

/** All words of a portfolio, in any language. */
export type PortfolioWords = typeof portfolioWords;
