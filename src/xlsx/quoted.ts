/**
 * Texts that begin like a formula. In a file they are texts; once somebody edits the cell, programs read `=1+1` anew and
 * compute it. A look with a prefix tells them not to: each look of cells to fill in has a twin with one.
 */

/** What programs read as the beginning of a formula, or as the prefix itself. */
const AS_FORMULA = /^[=+\-@']/;

/** True for a text that has to be marked as one. */
export function needsQuote(value: unknown): boolean {
  return typeof value === 'string' && AS_FORMULA.test(value);
}

const QUOTED = ' quotePrefix="1"';
const LOOKS = /<cellXfs\b[^>]*>(.*?)<\/cellXfs>/s;
const LOOK = /<xf\b[^>]*?(?:\/>|>.*?<\/xf>)/gs;

/** The styles with a twin of every look that is unlocked. */
export function withQuotedTwins(styles: string): string {
  return styles.replace(LOOKS, (_, content: string) => {
    const looks = content.match(LOOK) ?? [];
    const twins = looks
      .filter((look) => look.includes('locked="0"'))
      .map((look) => look.replace('<xf', `<xf${QUOTED}`));
    const all = [...looks, ...twins];
    return `<cellXfs count="${all.length}">${all.join('')}</cellXfs>`;
  });
}

/** The number of each look's twin, by its own number. */
export function quotedTwins(styles: string): ReadonlyMap<number, number> {
  const looks = LOOKS.exec(styles)?.[1]?.match(LOOK) ?? [];
  const numbers = new Map(looks.map((look, i) => [look, i]));
  return new Map(
    looks.flatMap((look, twin) => {
      const own = look.includes(QUOTED) ? numbers.get(look.replace(QUOTED, '')) : undefined;
      return own === undefined ? [] : [[own, twin] as const];
    }),
  );
}

/** The sheet's XML with the cells at these addresses in the twins of their looks. */
export function withQuotes(xml: string, addresses: ReadonlySet<string>, twins: ReadonlyMap<number, number>): string {
  if (addresses.size === 0) return xml;
  return xml.replace(/<c r="([A-Z]+\d+)" s="(\d+)"/g, (cell, address: string, style: string) => {
    const twin = addresses.has(address) ? twins.get(Number(style)) : undefined;
    return twin === undefined ? cell : `<c r="${address}" s="${twin}"`;
  });
}
