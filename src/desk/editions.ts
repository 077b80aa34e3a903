/** How many organizations were last assessed with which edition of a model. */
import { compareVersions, readModelName } from '../model/named.js';
import type { EditionCount } from '../scoring/portfolio.js';

export class Editions {
  readonly #keys = new Map<string, Set<string>>();

  /** Counts an organization by its key; `model` is id and version. Who was assessed with two on one date is of both. */
  add(model: string, key: string): void {
    const known = this.#keys.get(model);
    if (known) known.add(key);
    else this.#keys.set(model, new Set([key]));
  }

  /**
   * Those of the model with this id before others, the latest version first. `besides`: without that edition, and without
   * organizations that are of it as well.
   */
  counts(id: string, besides?: string): EditionCount[] {
    const rank = ({ model }: EditionCount): number => (model === id ? 0 : 1);
    const elsewhere = besides === undefined ? undefined : this.#keys.get(besides);
    return [...this.#keys]
      .filter(([name]) => name !== besides)
      .map(([name, keys]) => {
        const { id: model, version } = readModelName(name);
        return { model, version, n: [...keys].filter((key) => !elsewhere?.has(key)).length };
      })
      .filter(({ n }) => n > 0)
      .sort((a, b) => rank(a) - rank(b) || compareVersions(b.version, a.version) || (a.model < b.model ? -1 : 1));
  }
}
