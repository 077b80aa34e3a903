/** Reads the companion document back: what it says of each objective, from its Markdown alone. */

export interface ToldObjective {
  /** '' where the edition has no titles. */
  readonly title: string;
  readonly level: number;
  readonly text: string;
  readonly rationale: string;
  readonly partly: string;
  readonly mode: string;
  /** undefined where it applies to all of them. */
  readonly deployments: string | undefined;
  readonly needs: readonly string[];
  readonly evidence: readonly string[];
  /** undefined where the document shows no figure. */
  readonly kpi: { measure: string; target: string; numerator: string; denominator: string; source: string } | undefined;
  /** `AI Controls Matrix 1.1` → ids in the order they are named. */
  readonly mappings: ReadonlyMap<string, readonly string[]>;
}

/** A text without the signs that escape others. */
export const unescaped = (text: string): string =>
  text
    .replaceAll('&#91;', '[')
    .replaceAll('&#93;', ']')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');

/** What the document tells of each objective, by id. */
export function readCompanion(markdown: string): Map<string, ToldObjective> {
  const sections = [...markdown.matchAll(/^##### ([A-Z]+-\d[A-Z])(.*)\n\n\*\*(.+)\*\*\n\n([\s\S]*?)(?=\n\n|\n$)/gm)];
  return new Map(
    sections.map(([, id = '', title = '', text = '', list = '']) => [id, told(title.trim(), unescaped(text), list)]),
  );
}

/** Names of items that are no framework. */
const OWN = /^(KPI|Why level \d|Partially met|Evidence|How to check|Applies to|Only if)$/;

function told(title: string, text: string, list: string): ToldObjective {
  const items = new Map<string, { says: string; below: string[] }>();
  let last: { says: string; below: string[] } | undefined;
  for (const line of list.split('\n')) {
    if (!line.startsWith('- ')) {
      last?.below.push(unescaped(line.replace(/^ {2}- /, '')));
      continue;
    }
    for (const item of line.slice(2).split(' · ')) {
      const [, name = '', says = ''] = /^\*\*(.+?):\*\* ?(.*)$/.exec(item) ?? [];
      items.set(name, (last = { says: unescaped(says), below: [] }));
    }
  }
  const says = (name: string): string => items.get(name)?.says ?? '';
  const under = (name: string): readonly string[] => items.get(name)?.below ?? [];
  const part = (name: string): string =>
    under('KPI')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? '';
  const why = [...items.keys()].find((name) => name.startsWith('Why level ')) ?? '';
  return {
    title,
    level: Number(why.replace('Why level ', '')),
    text,
    rationale: says(why),
    partly: says('Partially met'),
    // Of both ways, nothing is said.
    mode: says('How to check') || 'Either',
    deployments: items.get('Applies to')?.says,
    needs: [...says('Only if').matchAll(/\[(.+?)\]/g)].map((match) => match[1] ?? ''),
    evidence: under('Evidence'),
    kpi: items.has('KPI')
      ? {
          measure: says('KPI'),
          target: part('Target'),
          numerator: part('Numerator'),
          denominator: part('Denominator'),
          source: part('Source'),
        }
      : undefined,
    mappings: new Map(
      [...items]
        .filter(([name]) => !OWN.test(name))
        .map(([name, { says: controls }]) => [
          name,
          [...controls.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
        ]),
    ),
  };
}

/** A row of the index of controls. */
export interface IndexRow {
  readonly anchors: readonly string[];
  readonly title: string;
  /** Ids in the older edition; none for a control that is new. */
  readonly earlier: readonly string[];
  readonly objectives: readonly string[];
}

/** The index of controls, by id in the edition that mappings are written in. */
export function readIndex(markdown: string): Map<string, IndexRow> {
  const rows = markdown.matchAll(/^\| ((?:<a id="[^"]+"><\/a>)+)`(\S+)` \| (.+?) \| (?:(.*?) ?\| )?(\[.*) \|$/gm);
  return new Map(
    [...rows].map(([, anchors = '', id = '', title = '', earlier = '', objectives = '']) => [
      id,
      {
        anchors: [...anchors.matchAll(/id="([^"]+)"/g)].map((match) => match[1] ?? ''),
        title: unescaped(title),
        earlier: earlier === '' ? [id] : [...earlier.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? ''),
        objectives: [...objectives.matchAll(/\[([A-Z]+-\d[A-Z]) [^\]]+\]/g)].map((match) => match[1] ?? ''),
      },
    ]),
  );
}
