/** What workbooks for a review say besides all others. Apart from the words of all workbooks, since few readers need them. */

/** The sheet with the result; readers know that nothing is answered on it. */
export const REVIEW_RESULT = 'Review Result';

export const reviewWords = {
  /** On the Introduction sheet; said with the name of the sheet of answers. */
  whatItIs: (answers: string): string =>
    `This workbook is for a review. Fill in the Review and Review remark columns on the ${answers} sheet.`,
  /** In place of what other workbooks say there. */
  whatItTakes:
    'For each objective, choose Agreed, Not agreed or Question. If you do not choose Agreed, write the reason or your question in the Review remark column. You can stop at any time, and continue later.',
  steps: {
    profile: 'See the assessed organization, the assessment date, the deployment types and the targets.',
    grid: 'Read the description of each level.',
    answers: 'Read each answer and its evidence, and fill in the Review and Review remark columns.',
    scorecard: `See the levels that the organization claims. The ${REVIEW_RESULT} sheet compares the claimed levels with the levels that you confirm.`,
    roadmap: 'See what the organization plans to do next.',
  },
  profileLead: 'The organization filled in this sheet.',
  howTo: 'Fill in the yellow cells in the Review and Review remark columns.',
  title: 'REVIEW RESULT',
  lead: 'This sheet compares the levels that the organization claims with the levels from the review.',
  /** How many answers the assessor said what of. */
  counts: (agreed: string, notAgreed: string, questions: string): string =>
    `Agreed: ${agreed} · Not agreed: ${notAgreed} · Question: ${questions}`,
  code: 'Code',
  category: 'Level of the category',
  maturity: 'Maturity',
  claimed: 'Claimed',
  confirmed: 'Confirmed',
  undisputed: 'Undisputed',
  means: [
    'Confirmed results include only the answers that you marked as Agreed.',
    'Undisputed results include all answers except those that you marked as Not agreed.',
  ],
} as const;
