/** Models as people and stores name them: `aismm 1.1`. */

/** Which model, and which version of it. */
export interface ModelName {
  readonly id: string;
  readonly version: string;
}

/** Id and version in one text. */
export function modelName({ id, version }: ModelName): string {
  return `${id} ${version}`;
}

/** Back from that text; an id holds no spaces. */
export function readModelName(name: string): ModelName {
  const [id = '', ...version] = name.split(' ');
  return { id, version: version.join(' ') };
}

/** True for two editions, of one model or of two. */
export const isOtherEdition = (a: ModelName, b: ModelName): boolean => modelName(a) !== modelName(b);

/** Below 0 where `a` came before `b`: numbers count as such, so that 1.9 is before 1.10. */
export function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
