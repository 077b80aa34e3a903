/** Reads the companion document back: what it says of each objective, from its Markdown alone. */

export interface ToldObjective {
  readonly text: string;
  readonly rationale: string;
  readonly partly: string;
  readonly mode: string;
  readonly deployments: string;
  readonly evidence: readonly string[];
  /** undefined where the document shows no figure. */
  readonly kpi: { measure: string; target: string; numerator: string; denominator: string; source: string } | undefined;
  /** `AI Controls Matrix 1.1` → ids in the order they are named. */
  readonly mappings: ReadonlyMap<string, readonly string[]>;
}

/** What the document tells of each objective, by id. */
export function readCompanion(markdown: string): Map<string, ToldObjective> {
  const sections = [...markdown.matchAll(/^##### ([A-Z]+-\d[A-Z])\n\n\*\*(.+)\*\*\n\n([\s\S]*?)(?=\n\n)/gm)];
  return new Map(sections.map(([, id = '', text = '', list = '']) => [id, told(text, list)]));
}

function told(text: string, list: string): ToldObjective {
  const items = new Map<string, { says: string; below: string[] }>();
  let last: { says: string; below: string[] } | undefined;
  for (const line of list.split('\n')) {
    const [, name, says = ''] = /^- \*\*(.+?):\*\* ?(.*)$/.exec(line) ?? [];
    if (name !== undefined) items.set(name, (last = { says, below: [] }));
    else last?.below.push(line.replace(/^ {2}- /, ''));
  }
  const says = (name: string): string => items.get(name)?.says ?? '';
  const under = (name: string): readonly string[] => items.get(name)?.below ?? [];
  const part = (name: string): string =>
    under('KPI')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2) ?? '';
  return {
    text,
    rationale: says('Why it shows the level'),
    partly: says('Partially met'),
    mode: says('How to check'),
    deployments: says('Applies to'),
    evidence: under('Evidence'),
    kpi: items.has('KPI')
      ? {
          measure: says('KPI'),
          target: part('Target'),
          numerator: part('Numerator'),
          denominator: part('Denominator'),
          source: part('Where to get it'),
        }
      : undefined,
    mappings: new Map(
      under('Mapped to').map((line) => {
        const [framework = '', controls = ''] = line.split(/: (.*)/s);
        return [framework, [...controls.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')];
      }),
    ),
  };
}
