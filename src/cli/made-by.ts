/** What this program calls itself. */
import { readFileSync } from 'node:fs';

/** Name and version of this program, as the workbook's meta sheet carries it. */
export function madeBy(): string {
  const { name, version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name} ${version}`;
}
