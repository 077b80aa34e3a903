/** The option `--json`, wherever `--format json` is possible; what contradicts it is found by the check of all options. */
export const JSON_OPTION = { type: 'boolean', default: false, describe: 'Print JSON (same as --format json)' } as const;
