/** The name of standard input and output where a file is expected. */
export const STANDARD_STREAM = '-';
