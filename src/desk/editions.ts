/** How many organizations were last assessed with which edition of a model. */
import { compareVersions, readModelName } from '../model/named.js';
import type { EditionCount } from '../scoring/portfolio.js';

export class Editions {
  /** Organizations that were assessed with one edition only: their number by edition. */
  readonly #only = new Map<string, number>();
  /** The few that were assessed with several on one date: their keys by edition. */
  readonly #several = new Map<string, Set<string>>();

  /** Counts one of the newest assessments of an organization. Who was assessed with two editions on one date is of both. */
  add({ model, key, isOnly }: { readonly model: string; readonly key: string; readonly isOnly: boolean }): void {
    if (isOnly) {
      this.#only.set(model, (this.#only.get(model) ?? 0) + 1);
      return;
    }
    const known = this.#several.get(model);
    if (known) known.add(key);
    else this.#several.set(model, new Set([key]));
  }

  /**
   * Those of the model with this id before others, the latest version first. `besides`: without that edition, and without
   * organizations that are of it as well.
   */
  counts(id: string, besides?: string): EditionCount[] {
    const rank = ({ model }: EditionCount): number => (model === id ? 0 : 1);
    const elsewhere = besides === undefined ? undefined : this.#several.get(besides);
    return [...new Set([...this.#only.keys(), ...this.#several.keys()])]
      .filter((name) => name !== besides)
      .map((name) => {
        const { id: model, version } = readModelName(name);
        const also = [...(this.#several.get(name) ?? [])].filter((key) => !elsewhere?.has(key));
        return { model, version, n: (this.#only.get(name) ?? 0) + also.length };
      })
      .filter(({ n }) => n > 0)
      .sort((a, b) => rank(a) - rank(b) || compareVersions(b.version, a.version) || (a.model < b.model ? -1 : 1));
  }
}
