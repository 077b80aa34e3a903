/** What is written in the folders of languages: units of address, source and target, and which of them hold. */
import { find, type Finding, type Place } from '../diagnostic/finding.js';
import type { Model, Targets } from './model.js';
import type { LocaleFile } from './schema.js';
import { textsOf } from './texts.js';
import type { Sourced } from './yaml.js';

/** Files of each language, in the order of their names. */
export type WrittenLanguages = ReadonlyMap<string, readonly Sourced<LocaleFile>[]>;

/** One text as it was translated. */
export interface Unit {
  readonly address: string;
  /** What the text was when it was translated. */
  readonly source: string;
  /** Blank: still to be written. */
  readonly target: string;
  /** Where it is written; looked up only where something has to be said of it. */
  readonly place: () => Place;
}

/** All units of a language, as they are written. */
export function unitsOf(files: readonly Sourced<LocaleFile>[]): Unit[] {
  return files.flatMap(({ value, placeOf }) =>
    value.units.map(({ address, source, target }, i): Unit => ({
      ...{ address, source, target: target ?? '' },
      place: () => placeOf(['units', i, 'address']),
    })),
  );
}

/** Where the first of several addresses is translated; undefined where none of them is. */
export function placeOfUnit(files: readonly Sourced<LocaleFile>[], addresses: readonly string[]): Place | undefined {
  const units = unitsOf(files);
  const found = addresses.flatMap((address) => units.find((each) => each.address === address) ?? []);
  return found[0]?.place();
}

/** How a unit stands to the text that it translates. */
export type Standing = 'current' | 'blank' | 'outdated' | 'unknown';

/** Spaces and line breaks may fall otherwise: translators' tools wrap lines as they like. */
const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** `text`: what stands at the address now. */
export function standingOf({ source, target }: Unit, text: string | undefined): Standing {
  if (text === undefined) return 'unknown';
  if (target === '') return 'blank';
  return squeezed(source) === squeezed(text) ? 'current' : 'outdated';
}

/** By language: the targets that can be shown. What is missing, blank or outdated is not among them. */
export function currentTargets(model: Model, languages: WrittenLanguages): Record<string, Targets> {
  const texts = textsOf(model);
  return Object.fromEntries(
    [...languages].map(([language, files]) => {
      const current = unitsOf(files).filter((unit) => standingOf(unit, texts.get(unit.address)) === 'current');
      return [language, Object.fromEntries(current.map(({ address, target }) => [address, target]))];
    }),
  );
}

/** Addresses that one language has twice. */
export function repeatedUnits(languages: WrittenLanguages): Finding[] {
  return [...languages.values()].flatMap((files) => {
    const first = new Map<string, Unit>();
    return unitsOf(files).flatMap((unit) => {
      const known = first.get(unit.address);
      first.set(unit.address, known ?? unit);
      if (!known) return [];
      const { file = '', line = 0 } = known.place();
      return [find('repeated-translation', unit.place(), { found: unit.address, original: `${file}:${line}` })];
    });
  });
}
