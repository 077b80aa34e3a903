/** Whether the engine knows the flags that this program sets. */

/** Versions of Node that know the flags; another one would say on standard error that it does not. */
const KNOWN = new Set(['20', '22', '24']);

/** True where flags may be set. */
export function isKnownEngine(): boolean {
  const [major = ''] = process.versions.node.split('.');
  return KNOWN.has(major);
}
