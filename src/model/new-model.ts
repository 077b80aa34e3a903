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
  const document = parseDocument(read(`${folder}/model.yaml`) ?? '', { version: '1.2', schema: 'core' });
  for (const [field, value] of Object.entries(head)) document.set(field, document.createNode(value));
  const categories = list(`${folder}/categories`).flatMap((name): [string, string][] => {
    const text = read(`${folder}/categories/${name}`);
    return text === undefined ? [] : [[`categories/${name}`, text]];
  });
  return new Map([['model.yaml', document.toString({ lineWidth: WIDTH })], ...categories]);
}
