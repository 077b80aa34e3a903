/** The first line of a comment with an old answer that is to be reviewed: how it is written, and how it is known again. */

/** `edition`: such as `aismm 1.0`; `id`: of the objective there. */
export function proposalHead(edition: string, id: string): string {
  return `To be reviewed. In ${edition}, this objective was ${id}. The old answer was:`;
}

/** Knows such a comment again, also below one that people have put before it. */
export function isProposal(comment: string): boolean {
  return /(^|\n)To be reviewed\. In \S+ \d+\.\d+, this objective was \S+\. The old answer was:\s/.test(comment);
}
