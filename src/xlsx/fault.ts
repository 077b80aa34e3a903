/** How reading stops inside `xlsx/` when a file is damaged or hostile; turned into a diagnostic at the edge, never seen outside. */

export class FileFault extends Error {
  constructor(
    readonly code: 'damaged-file' | 'hostile-file',
    /** Continues the diagnostic's sentence. */
    readonly detail: string,
  ) {
    super(detail);
  }
}

export const damaged = (detail: string): FileFault => new FileFault('damaged-file', detail);
export const hostile = (detail: string): FileFault => new FileFault('hostile-file', detail);
