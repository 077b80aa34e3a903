/** What many workbooks of one model have in common: packing writes it as a reference of a few bits. */
import { openModels } from '../../host/models.js';
import { USUAL_LANGUAGE } from '../../locale/languages.js';
import { objectivesOf, type Model } from '../../model/model.js';
import { readModelName } from '../../model/named.js';

/** Pieces of evidence of each objective, so that all objectives have a place in it. */
const EVIDENCE = 2;
/** Deflate looks no further back than this, in bytes. */
const MOST = 32_000;

/**
 * The dictionary of a model, by its name in a row, such as `aismm 1.1`: ids, then titles with the evidence that is asked for.
 * Empty for a model that does not come with the program. A store keeps it, since packed rows cannot be read without it, and
 * a later version of the program may say something else.
 */
export function dictionaryFor(name: string): string {
  const known = made.get(name) ?? madeFor(name);
  made.set(name, known);
  return known;
}

const made = new Map<string, string>();

function madeFor(name: string): string {
  const { id, version } = readModelName(name);
  const model = name === '' ? undefined : openModels().value?.find(id, version, USUAL_LANGUAGE.id);
  return model ? dictionaryOf(model) : '';
}

function dictionaryOf(model: Model): string {
  const objectives = objectivesOf(model);
  const ids = JSON.stringify(objectives.map(({ id }) => id));
  const texts = objectives.flatMap(({ title = '', evidence }) => [title, ...evidence.slice(0, EVIDENCE)]).join('\n');
  return new TextDecoder().decode(Buffer.from(`${ids}\n${texts}`).subarray(0, MOST));
}
