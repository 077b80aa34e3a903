/** Says at compile time whether two types hold the same values, whatever is readonly in them. */

type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> | (object extends Pick<T, K> ? undefined : never) }
    : T;

/** `true` if each fits the other; otherwise nothing does, and the compiler names the line. */
export type SameShape<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : never) : never;
