/** Milliseconds that only go up; what they are counted from does not matter. */
export type Clock = () => number;
