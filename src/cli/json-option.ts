/** The option `--json`, wherever `--format json` is possible. */
import { Usage } from './rim.js';

export const JSON_OPTION = { type: 'boolean', default: false, describe: 'Print JSON (same as --format json)' } as const;

/** The format that both options ask for together. Throws `Usage` where they contradict each other. */
export function formatOf<Format extends string>(format: Format, json: boolean): Format | 'json' {
  if (json && format !== 'json' && format !== 'text')
    throw new Usage(`--json and --format ${format} contradict each other. Use one of them.`);
  return json ? 'json' : format;
}
