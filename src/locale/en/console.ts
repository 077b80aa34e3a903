/** What commands print besides findings: scorecards, portfolios, explanations of a level. The command line is in English. */

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

export const consoleWords = {
  report: {
    noName: '(no name)',
    noDate: 'no assessment date',
    /** Said below the figures. */
    affected: (errors: number, file: string): string =>
      `${errors} error${errors === 1 ? ' affects' : 's affect'} this score. To list the errors, run aismm check ${/^[\w./-]+$/.test(file) ? file : `"${file}"`}`,
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
          `${n.files} files: ${n.scored} scored${n.scored < n.files ? `, ${n.files - n.scored} not scored` : ''}`,
          ...(n.errors === 0
            ? []
            : [
                `${n.errors} error${n.errors === 1 ? '' : 's'} in ${n.faulty} file${n.faulty === 1 ? '' : 's'}; “aismm check FILE” lists the errors`,
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
      review: 'Review',
    },
    /** Only where an assessor reviewed the answers. */
    review: {
      says: { 'not-agreed': 'Not agreed', question: 'Question' },
      /** How far the review got. */
      counts: (n: { agreed: number; reviewed: number; answered: number; share: string }): string =>
        `Review: the assessor agreed with ${n.agreed} of ${n.reviewed} reviewed answers (${n.share}); ${n.answered} objectives have an answer`,
      /** The maturity of what is confirmed, and of all that is not disputed. */
      range: (confirmed: string, undisputed: string): string =>
        `Maturity based only on answers that the assessor agreed with: ${confirmed} · based on all answers except those that the assessor did not agree with: ${undisputed}`,
      /** Above the list of differences. */
      differences: (n: number): string =>
        `Answers that the assessor did not agree with or has a question about (${n}):`,
      /** Below a list that is not whole. */
      more: (n: number): string => `…and ${n} more: aismm score --json lists all of them.`,
    },
    portfolio: {
      program: 'Program',
      /** Who is counted. */
      heading: (n: number): string =>
        n === 1 ? '1 organization (newest assessment)' : `${n} organizations (newest assessment of each)`,
      /** Names a group of organizations. */
      group: (by: string, key: string): string => `${by}: ${key || '(none)'}`,
      /** Why a group has no figures: it is too small, or others are too small that it could be subtracted from. */
      hidden: (isFew: boolean): string => (isFew ? 'too few organizations' : 'hidden to protect other groups'),
      /** That some figures are not shown. */
      withheld: (least: number): string =>
        `Results for fewer than ${least} organizations are not shown (--min). aismm also hides results from which a hidden result could be computed.`,
      /** How much of what applies the organizations have answered; `undefined` where none of them is counted. */
      completeness: (median: number | undefined, lowest: number | undefined): string =>
        median === undefined || lowest === undefined
          ? 'Completeness: not available.'
          : `Completeness: median ${percent(median)}, lowest ${percent(lowest)}.`,
      /** How many are not counted, since they have answered less than that. */
      incomplete: (n: number, least: number): string =>
        n === 0
          ? `Every organization answered at least ${percent(least)} of the applicable objectives, so none is excluded (--min-complete).`
          : `Excluded: ${n} ${n === 1 ? 'organization' : 'organizations'} that answered fewer than ${percent(least)} of the applicable objectives of the whole model (--min-complete).`,
      /** How many are not counted, since nobody can have assessed that day yet. */
      ahead: (n: number): string =>
        n === 1
          ? 'Excluded: 1 assessment with a date more than one year in the future. Correct the date, and ingest the workbook again.'
          : `Excluded: ${n} assessments with a date more than one year in the future. Correct the dates, and ingest the workbooks again.`,
      /** `model`: what the option is given, so that those who were left out are counted: a version, or a folder. */
      leftOut: (editions: readonly EditionInWords[], model: string): string =>
        `Excluded: ${assessedWith(editions)} (--model ${model} shows ${editions.length === 1 ? 'this edition' : 'one of these editions'}, and --pool combines all editions).`,
      /** Whose answers of older editions were carried over, and what is left of them; shares are told as they are shown. */
      translated: (t: {
        readonly n: number;
        readonly counted: number;
        readonly answers: number | null;
        readonly kept: number | null;
        readonly share: string;
      }): string =>
        t.n === 0
          ? 'No organization has answers from an older edition.'
          : t.answers === null || t.kept === null
            ? `Organizations with answers from an older edition: ${t.n} (${t.counted} of them included). The number of answers is not shown, because there are too few organizations.`
            : `Of ${t.answers} answers from ${t.n} ${t.n === 1 ? 'organization' : 'organizations'} with an older edition, ${t.kept} (${t.share}) are still valid. ${t.counted} of ${t.n} ${t.n === 1 ? 'organization' : 'organizations'} ${t.counted === 1 ? 'is' : 'are'} included.`,
      /** What an edition leaves of an older one. */
      holding: (older: string, newer: string, holding: number, objectives: number, share: string): string =>
        `Answers to ${holding} of the ${objectives} objectives of ${older} (${share}) can still be valid in ${newer}. All other objectives count as unanswered.`,
      /** Who can't be translated. */
      notTranslated: (editions: readonly EditionInWords[]): string =>
        `Excluded: ${assessedWith(editions)}. Answers can be migrated only to a newer edition, and only if a changes.yaml file describes the changes.`,
      /** Which editions were counted together. */
      pooled: (editions: readonly EditionInWords[]): string => `Combined: ${assessedWith(editions)}.`,
    },
  },
  why: {
    notApplicable: 'not applicable, because no objective applies',
    /** Where a category stands. */
    atLevel: (level: number): string => `at level ${level}`,
    empty: 'no objective applies, so this level is passed but cannot be the level of the category',
    /** What a level says that was reached. */
    reached: (count: number): string => `reached: ${count} of ${count} met`,
    /** What a level says that waits for a lower one. */
    blocked: (count: number, level: number | undefined): string =>
      `complete (${count} of ${count} met), but not passed, because level ${level ?? ''} is not passed`,
    /** What a level says that was not reached. */
    open: (met: number, count: number): string => `not passed: ${met} of ${count} met`,
  },
} as const;

export type ConsoleWords = typeof consoleWords;
