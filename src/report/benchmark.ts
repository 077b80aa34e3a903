/** The figures of peers out of what `aismm portfolio --format json` writes. */
import { z } from 'zod';
import type { PeerFigures } from './facts.js';

const figure = z.number().min(1).max(5);
/** Null where too few were counted. */
const quartiles = z.object({ q1: figure.nullable(), median: figure.nullable(), q3: figure.nullable() });
const portfolio = z.object({
  schemaVersion: z.literal(1),
  n: z.int().min(0),
  model: z.object({ id: z.string(), version: z.string() }).optional(),
  program: quartiles,
  domains: z.array(quartiles.extend({ id: z.string() })),
});

/** Whose figures they are, and of which model; undefined where the text is no portfolio. */
export function readPeers(
  text: string,
): { readonly peers: PeerFigures; readonly model: string | undefined } | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
  const { success, data } = portfolio.safeParse(value);
  if (!success) return undefined;
  const whole = ({
    q1,
    median,
    q3,
  }: z.infer<typeof quartiles>): { q1: number; median: number; q3: number } | undefined =>
    q1 === null || median === null || q3 === null ? undefined : { q1, median, q3 };
  const program = whole(data.program);
  return {
    model: data.model && `${data.model.id} ${data.model.version}`,
    peers: {
      // Without figures there is nobody to compare with.
      n: program ? data.n : 0,
      key: '',
      program: program ?? { q1: 1, median: 1, q3: 1 },
      domains: Object.fromEntries(
        data.domains.flatMap((each) => {
          const own = whole(each);
          return own ? [[each.id, own]] : [];
        }),
      ),
    },
  };
}
