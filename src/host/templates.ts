/** The templates of the documents that come with the package. */
import { readFileSync } from 'node:fs';

const FOLDER = new URL('../../templates/', import.meta.url);

/**
 * The text of a template by the name of its file, such as `scorecard.txt.hbs`.
 * @throws An `Error` of the system if the package has no template with this name.
 */
export function builtInTemplate(name: string): string {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}
