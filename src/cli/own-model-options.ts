/** What a model of one's own is called: the options of the commands that make one. */
import { basename, resolve } from 'node:path';
import type { Argv } from 'yargs';
import { USUAL_EDITION } from '../building.js';
import { Usage } from './rim.js';

export interface OwnModelOptions {
  id: string | undefined;
  edition: string | undefined;
  title: string | undefined;
}

/** `id` and `version`: what they are without the options. */
export function ownModelOptions<T>(
  yargs: Argv<T>,
  { id, version }: { readonly id: string; readonly version: string },
): Argv<T & OwnModelOptions> {
  return yargs
    .option('id', {
      type: 'string',
      requiresArg: true,
      defaultDescription: id,
      describe: 'Id of the model. Use lowercase letters, digits and hyphens',
    })
    .option('edition', {
      type: 'string',
      requiresArg: true,
      defaultDescription: version,
      describe: 'Edition of the model, such as 1.0',
    })
    .option('title', { type: 'string', requiresArg: true, describe: 'Title of the model, as shown in workbooks' });
}

/** The folder, and id and version of the model in it; anything that is none is a wrong use. `usual`: the id without the option. */
export function ownName(
  { id, edition, title }: OwnModelOptions,
  usual: string,
): { id: string; version: string | undefined; title: string | undefined } {
  const chosen = id ?? usual;
  if (!/^[a-z][a-z0-9-]*$/.test(chosen))
    throw new Usage(`Invalid --id "${chosen}". Use lowercase letters, digits and hyphens, and begin with a letter.`);
  if (chosen === USUAL_EDITION.id)
    throw new Usage(`Invalid id "${chosen}": this is the id of the built-in model. Use --id with another id.`);
  if (edition !== undefined && !/^\d+\.\d+$/.test(edition))
    throw new Usage(`Invalid --edition "${edition}". Use an edition such as 1.0.`);
  return { id: chosen, version: edition, title };
}

/** An id made of the name of a folder; `own-model` where its letters make none. */
export function idFrom(folder: string): string {
  const id = basename(resolve(folder))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
  return id === '' ? 'own-model' : id;
}

/** A folder as it was typed, without the slash that may stand behind it. */
export function folderNamed(typed: string): string {
  const folder = typed.replace(/[\\/]+$/, '');
  if (folder === '' || folder === '-') throw new Usage(`Invalid folder "${typed}". Use the name of a new folder.`);
  return folder;
}
