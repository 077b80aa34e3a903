/** Laws of the package itself: its parts, what they are, and what leads to them. */
import { childrenOf } from '../open-package.js';
import type { PackageLaw } from './law.js';

const TYPES = '[Content_Types].xml';

export const PART_LAWS: readonly PackageLaw[] = [
  {
    id: 'parts-have-types',
    says: 'Every part has a content type, an XML one of its own, and no type is given to a part that is not there.',
    source: 'ECMA-376 part 2, 7.2.3 media types',
    breaches: (pkg) => {
      const types = pkg.tree(TYPES);
      const endings = new Set(childrenOf(types, 'Default').map(({ attributes }) => attributes['Extension']));
      const named = childrenOf(types, 'Override').map(({ attributes }) => attributes['PartName'] ?? '');
      return [
        ...[...pkg.parts.keys()].filter(
          (part) =>
            part !== TYPES &&
            !named.includes(`/${part}`) &&
            (/\.xml$/.test(part) || !endings.has(part.split('.').at(-1))),
        ),
        ...named.filter((part, i) => !pkg.parts.has(part.slice(1)) || named.indexOf(part) < i),
      ];
    },
  },
  {
    id: 'relations-lead-to-parts',
    says: 'Every relation has an id of its own and leads to a part, and something leads to every part.',
    source: 'ECMA-376 part 2, 6.5 relationships',
    breaches: (pkg) => {
      const reached = new Set([TYPES]);
      const breaches: string[] = [];
      const sources = ['', ...[...pkg.parts.keys()].filter((part) => !part.endsWith('.rels'))];
      for (const source of sources) {
        const ids = new Set<string>();
        for (const { id, target, isOutside } of pkg.relations(source)) {
          if (ids.has(id)) breaches.push(`${source}: ${id} twice`);
          ids.add(id);
          if (isOutside) continue;
          reached.add(target);
          if (!pkg.parts.has(target)) breaches.push(`${source}: ${target}`);
        }
      }
      return [...breaches, ...[...pkg.parts.keys()].filter((part) => !reached.has(part) && !part.endsWith('.rels'))];
    },
  },
  {
    id: 'types-come-first',
    says: 'Content types and the first relations stand first in the file, as programs that read a stream expect.',
    source: 'ECMA-376 part 2, 7.3 interleaving; measured: Excel and LibreOffice write them first',
    breaches: ({ parts }) => {
      const [first, second] = parts.keys();
      return first === TYPES && second === '_rels/.rels' ? [] : [`${first}, ${second}`];
    },
  },
];
