/** What people write for an option besides its label, in small letters. Data: nothing here is asked of the model. */

/** What is said for the options of one list, by the option's code. */
export interface Said {
  /** Has one meaning here: the sheet and the reader take it for the option, and the reader says so. */
  readonly taken?: Readonly<Record<string, string>>;
  /** Most likely means the option: it is suggested, and never taken for it. */
  readonly likely?: Readonly<Record<string, string>>;
  /** May mean one option or another: both are named, and none is taken. */
  readonly unclear?: Readonly<Record<string, readonly string[]>>;
}

const all = (texts: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(texts).flatMap(([id, said]) => said.map((text) => [text, id])));

/** By list; lists whose figures no sheet computes have suggestions only. */
export const said: Readonly<Record<'answers' | 'yesNo' | 'industries' | 'regions', Said>> = {
  answers: {
    taken: all({
      met: ['yes', 'compliant', 'fully met', 'fully compliant'],
      partly: ['partial', 'partially', 'partly', 'partly met', 'partially compliant', 'partly compliant'],
      'not-met': ['no', 'unmet', 'not compliant', 'non-compliant', 'non compliant', 'noncompliant'],
      'not-applicable': ['n/a', 'n.a.', 'n.a', 'na', 'n / a'],
    }),
    likely: all({
      met: [
        'y',
        'true',
        'done',
        'full',
        'fully',
        'complete',
        'completed',
        'fulfilled',
        'achieved',
        'fully implemented',
      ],
      partly: [
        'almost met',
        'nearly met',
        'mostly met',
        'mostly',
        'in part',
        'partially implemented',
        'partly implemented',
      ],
      'not-met': ['false', 'not', 'not yet', 'not yet met', 'not done', 'not implemented', 'missing', 'open'],
      'not-applicable': ['not relevant', 'not appl', 'does not apply', 'out of scope'],
    }),
    unclear: {
      ok: ['met', 'partly'],
      okay: ['met', 'partly'],
      implemented: ['met', 'partly'],
      'in progress': ['partly', 'not-met'],
      ongoing: ['partly', 'not-met'],
      started: ['partly', 'not-met'],
      planned: ['not-met', 'partly'],
      n: ['not-met', 'not-applicable'],
      none: ['not-met', 'not-applicable'],
      x: ['met', 'not-met'],
    },
  },
  yesNo: {
    taken: all({ yes: ['y', 'in use', 'used'], no: ['n', 'not in use', 'not used', 'unused'] }),
    likely: all({
      yes: ['true', '1', 'active'],
      no: ['false', '0', 'none', 'n/a', 'n.a', 'na', 'not applicable', 'inactive'],
    }),
    unclear: {
      x: ['yes', 'no'],
      ok: ['yes', 'no'],
      planned: ['no', 'yes'],
      'in progress': ['yes', 'no'],
      partly: ['yes', 'no'],
      partially: ['yes', 'no'],
    },
  },
  industries: {
    likely: all({
      agriculture: ['farming', 'food', 'food industry', 'forestry'],
      construction: ['real estate', 'property', 'building'],
      education: ['university', 'school', 'research', 'academia', 'higher education'],
      energy: ['utilities', 'utility', 'oil and gas', 'oil & gas', 'power', 'electricity', 'water'],
      'financial-services': [
        'bank',
        'banks',
        'banking',
        'finance',
        'financial',
        'financial services',
        'financials',
        'insurance',
        'insurer',
        'fintech',
        'payments',
        'asset management',
      ],
      government: ['public sector', 'public administration', 'public', 'defense', 'defence', 'municipality'],
      health: [
        'healthcare',
        'health care',
        'hospital',
        'hospitals',
        'pharma',
        'pharmaceuticals',
        'life sciences',
        'medical',
      ],
      manufacturing: ['industry', 'industrial', 'automotive', 'machinery', 'chemicals', 'engineering', 'production'],
      media: ['entertainment', 'publishing', 'broadcasting', 'press', 'gaming'],
      'professional-services': ['consulting', 'consultancy', 'legal', 'law firm', 'audit', 'accounting', 'advisory'],
      retail: ['e-commerce', 'ecommerce', 'commerce', 'consumer goods', 'wholesale', 'fmcg'],
      technology: ['it', 'ict', 'tech', 'software', 'saas', 'information technology', 'cloud', 'it services'],
      telecommunications: ['telecom', 'telecoms', 'telco', 'communications', 'isp'],
      transport: ['logistics', 'transportation', 'aviation', 'airline', 'shipping', 'railway'],
    }),
  },
  regions: {
    likely: all({
      africa: ['south africa', 'nigeria', 'kenya', 'egypt', 'morocco'],
      'asia-pacific': ['asia', 'apac', 'pacific', 'china', 'japan', 'india', 'australia', 'singapore', 'oceania'],
      europe: [
        'eu',
        'e.u',
        'european union',
        'eea',
        'uk',
        'united kingdom',
        'germany',
        'france',
        'switzerland',
        'austria',
        'italy',
        'spain',
        'netherlands',
        'poland',
        'dach',
        'nordics',
      ],
      'latin-america': ['latam', 'south america', 'central america', 'caribbean', 'brazil', 'mexico', 'argentina'],
      'middle-east': ['gulf', 'gcc', 'uae', 'saudi arabia', 'israel', 'qatar'],
      'north-america': ['us', 'usa', 'u.s', 'u.s.a', 'united states', 'canada', 'america'],
      global: ['international', 'world', 'all', 'all regions', 'multinational'],
    }),
    unclear: { emea: ['europe', 'middle-east', 'africa'], americas: ['north-america', 'latin-america'] },
  },
};

/** Words that take back what stands beside them: “Not yet met” is no “Met”. */
export const doubts: readonly string[] = [
  'no',
  'not',
  'non',
  'never',
  'without',
  'except',
  'but',
  'almost',
  'nearly',
  'mostly',
  'partly',
  'partially',
  'partial',
  'part',
  'half',
  'hardly',
  'soon',
  'later',
  'until',
  'unless',
  'planned',
  'progress',
  'unmet',
  'tbd',
  'tbc',
  'todo',
  'pending',
  'unclear',
  'unknown',
  'unsure',
  'uncertain',
  'cannot',
  "can't",
  "isn't",
  "aren't",
  "wasn't",
  "hasn't",
  "haven't",
  "doesn't",
  "don't",
  "won't",
];
