/** How many organizations were last assessed with which edition of a model. */
import { compareVersions, readModelName } from '../model/named.js';
import type { EditionCount } from '../scoring/portfolio.js';

export class Editions {
  readonly #counts = new Map<string, number>();

  /** Counts one; `model` is id and version. */
  add(model: string): void {
    this.#counts.set(model, (this.#counts.get(model) ?? 0) + 1);
  }

  /** Those of the model with this id before others, the latest version first. */
  counts(id: string): EditionCount[] {
    const rank = ({ model }: EditionCount): number => (model === id ? 0 : 1);
    return [...this.#counts]
      .map(([name, n]) => {
        const { id: model, version } = readModelName(name);
        return { model, version, n };
      })
      .sort((a, b) => rank(a) - rank(b) || compareVersions(b.version, a.version) || (a.model < b.model ? -1 : 1));
  }
}
