/** The files of a model of one's own, made from those of another one. Comments and categories stay as they are written. */
import { parseDocument } from 'yaml';
import type { Files } from './load.js';
import type { ModelFile } from './schema.js';

/** What a new model has of its own; everything else is that of the model it is made from. */
export type OwnHead = Pick<
  ModelFile,
  'id' | 'version' | 'title' | 'released' | 'purpose' | 'notice' | 'feedback' | 'changes'
>;

/** Columns at which long texts are folded, as in the files that come with the program. */
const WIDTH = 128;

/**
 * Files by their paths below the new folder. What became of objectives of an earlier edition, and translations, are of
 * the model they were written for and are left out.
 */
export function newModelFiles({ read, list }: Files, folder: string, head: OwnHead): ReadonlyMap<string, string> {
  const categories = list(`${folder}/categories`).flatMap((name): [string, string][] => {
    const text = read(`${folder}/categories/${name}`);
    return text === undefined ? [] : [[`categories/${name}`, text]];
  });
  return new Map([['model.yaml', modelFileWith(read(`${folder}/model.yaml`) ?? '', head)], ...categories]);
}

/** A `model.yaml` with some of its fields replaced, and taken out where they are undefined. */
export function modelFileWith(
  text: string,
  fields: { readonly [F in keyof ModelFile]?: ModelFile[F] | undefined },
): string {
  const document = parseDocument(text, { version: '1.2', schema: 'core' });
  for (const [field, value] of Object.entries(fields)) {
    if (value === undefined) document.delete(field);
    else document.set(field, document.createNode(value));
  }
  return document.toString({ lineWidth: WIDTH });
}
