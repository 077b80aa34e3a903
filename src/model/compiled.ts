/** A loaded model as one JSON text, which is there in a hundredth of the time that its YAML takes. Used only while the YAML is what it was. */
import { isModelJson, modelFromJson, modelToJson, type ModelJson } from './json.js';
import type { Files, ListFolder, ReadText } from './load.js';
import type { Model } from './model.js';

/** Gives a digest of a text; the same text gives the same. */
export type Digest = (text: string) => string;

interface Compiled {
  /**
   * Digests of the files that the model was loaded from, by path; that of `''` for a file that was not there. A path that
   * ends in `/` is a folder, and its text the names in it: a language that is added is a change, too.
   */
  readonly files: Readonly<Record<string, string>>;
  readonly model: ModelJson;
}

const NO_FOLDERS: ListFolder = () => [];

/** Reads as `files` do, and remembers what was read. */
export function remembering(
  read: ReadText,
  list: ListFolder = NO_FOLDERS,
): Files & { readonly texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  return {
    read: (path) => {
      const text = read(path);
      texts.set(path, text ?? '');
      return text;
    },
    list: (path) => {
      const names = list(path);
      texts.set(`${path}/`, namesIn(names));
      return names;
    },
    texts,
  };
}

/** The JSON of a model that was loaded from `texts`. */
export function compileModel(model: Model, texts: ReadonlyMap<string, string>, digest: Digest): string {
  const files = Object.fromEntries([...texts].map(([path, text]) => [path, digest(text)]));
  return JSON.stringify({ files, model: modelToJson(model) } satisfies Compiled);
}

/** The model in such a JSON; undefined if any of its files has changed since. */
export function readCompiledModel(
  json: string,
  read: ReadText,
  digest: Digest,
  list: ListFolder = NO_FOLDERS,
): Model | undefined {
  const { files, model } = JSON.parse(json) as Compiled; // as `compileModel` wrote it
  const textNow = (path: string): string =>
    path.endsWith('/') ? namesIn(list(path.slice(0, -1))) : (read(path) ?? '');
  const isSame = Object.entries(files).every(([path, known]) => digest(textNow(path)) === known);
  // An earlier program may have written it in another shape.
  return isSame && isModelJson(model) ? modelFromJson(model) : undefined;
}

function namesIn(names: readonly string[]): string {
  return names.join('\n');
}
