/** How a store is opened. */
export interface OpenStore {
  /** True makes one where there is none. */
  readonly create: boolean;
  /** For those who ask on another day. */
  readonly today?: () => Date;
}
