/** A loaded model as one JSON text, which is there in a hundredth of the time that its YAML takes. Used only while the YAML is what it was. */
import type { ReadText } from './load.js';
import type { Model } from './model.js';

/** Gives a digest of a text; the same text gives the same. */
export type Digest = (text: string) => string;

interface Compiled {
  /** Digests of the files that the model was loaded from, by path; `''` for a file that was not there. */
  readonly files: Readonly<Record<string, string>>;
  readonly model: Omit<Model, 'frameworks'>;
  readonly frameworks: readonly (readonly [string, unknown])[];
}

/** Reads as `read` does, and remembers what was read. */
export function remembering(read: ReadText): { readonly read: ReadText; readonly texts: ReadonlyMap<string, string> } {
  const texts = new Map<string, string>();
  return {
    read: (path) => {
      const text = read(path);
      texts.set(path, text ?? '');
      return text;
    },
    texts,
  };
}

/** The JSON of a model that was loaded from `texts`. */
export function compileModel(model: Model, texts: ReadonlyMap<string, string>, digest: Digest): string {
  const { frameworks, ...rest } = model;
  const files = Object.fromEntries([...texts].map(([path, text]) => [path, digest(text)]));
  return JSON.stringify({ files, model: rest, frameworks: [...frameworks] } satisfies Compiled);
}

/** The model in such a JSON; undefined if any of its files has changed since. */
export function readCompiledModel(json: string, read: ReadText, digest: Digest): Model | undefined {
  const { files, model, frameworks } = JSON.parse(json) as Compiled; // as `compileModel` wrote it
  const isSame = Object.entries(files).every(([path, known]) => digest(read(path) ?? '') === known);
  return isSame ? { ...model, frameworks: new Map(frameworks) as Model['frameworks'] } : undefined;
}
