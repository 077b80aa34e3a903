/** Finds out which translations of a model are missing, outdated, or of texts that it does not have. */
import { find, type Finding } from '../diagnostic/finding.js';
import { suggested } from '../diagnostic/suggest.js';
import type { LoadedModel } from './load.js';
import { textsOf } from './texts.js';
import { standingOf, unitsOf, type Unit } from './translations.js';

/** Addresses that are named where texts are missing. */
const MOST_NAMED = 5;

/** What is to be said of each language that has a folder. */
export function lintTranslations({ model, source }: LoadedModel): Finding[] {
  const texts = textsOf(model);
  const addresses = [...texts.keys()];
  return [...source.languages].flatMap(([language, files]) => {
    const units = unitsOf(files);
    const findings = units.flatMap((unit) => judge(unit, texts.get(unit.address), addresses));
    const written = new Set(units.flatMap(({ address, target }) => (target === '' ? [] : [address])));
    const missing = addresses.filter((address) => !written.has(address));
    if (missing.length === 0) return findings;
    const facts = { missing: missing.length, of: addresses.length, addresses: missing.slice(0, MOST_NAMED) };
    return [...findings, find('missing-translations', { file: source.folderOf(language) }, { language, ...facts })];
  });
}

function judge(unit: Unit, text: string | undefined, addresses: readonly string[]): Finding[] {
  const { address, source } = unit;
  switch (standingOf(unit, text)) {
    case 'unknown':
      return [find('unknown-translation', unit.place(), { found: address, ...suggested(address, addresses) })];
    case 'outdated':
      return [
        find('outdated-translation', { ...unit.place(), field: address }, { found: source, expected: [text ?? ''] }),
      ];
    case 'blank':
    case 'current':
      return [];
  }
}
