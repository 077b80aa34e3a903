/**
 * The seed of random tests. Without `AISMM_SEED`, a test has its own seed, or fast-check chooses one and prints it when the
 * test fails. With `AISMM_SEED`, all random tests use that seed, so that a failure can be repeated.
 */
import fc from 'fast-check';

/** A seed from the environment. Throws where it is no whole number, since another one would be used without notice. */
export function givenSeed(typed: string | undefined): number | undefined {
  if (typed === undefined || typed === '') return undefined;
  const seed = Number(typed);
  if (!Number.isSafeInteger(seed)) throw new Error(`Invalid AISMM_SEED "${typed}". Use a whole number.`);
  return seed;
}

const given = givenSeed(process.env['AISMM_SEED']);

/** The seed for a test that has one of its own. The seed in use is printed for tests that do not print it themselves. */
export function seedOr(own: number): number {
  return given ?? own;
}

// Every file of tests is set up with this one; see the setting `setupFiles`.
if (given !== undefined) fc.configureGlobal({ seed: given });
