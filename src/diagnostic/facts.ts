/** What a finding is made of, before it has words. */

export type Severity = 'error' | 'warning' | 'note';

/** The facts of one finding, from which its message is made. */
export interface Facts {
  readonly found?: string;
  readonly expected?: readonly string[];
  readonly suggestion?: string;
  readonly objective?: string;
  readonly field?: string;
  /** Free facts that a message needs besides, e.g. a limit. */
  readonly detail?: string;
}
