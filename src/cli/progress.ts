/** How far a long command is. */
import { printNote } from './rim.js';

/** Off a terminal, a line says how far it is every so many files. */
const LINE_EVERY = 1000;
/** Takes the bar away, which ends without a new line. */
const CLEAR_LINE = '\r\u001b[K';

/** A bar with rate and time left on a terminal; elsewhere a line now and then. */
export class Progress {
  readonly #started = performance.now();
  #done = 0;

  private constructor(
    private readonly total: number,
    private readonly bar?: { update(done: number, payload: object): void; stop(): void },
  ) {}

  static async of(total: number): Promise<Progress> {
    const { SingleBar, Presets } = (await import('cli-progress')).default;
    const format = '{bar} {value}/{total}  {rate} per second, {eta_formatted} left';
    const bar = new SingleBar({ format, stream: process.stderr, etaBuffer: 200 }, Presets.shades_classic);
    bar.start(total, 0, { rate: 0 });
    return new Progress(total, bar);
  }

  /** Of what never ends: nothing is drawn. */
  static endless(): Progress {
    return new Progress(Number.POSITIVE_INFINITY);
  }

  step(): void {
    if (!this.bar) return;
    this.#done += 1;
    const rate = Math.round((this.#done / (performance.now() - this.#started)) * 1000);
    this.bar.update(this.#done, { rate });
    if (!process.stderr.isTTY && this.#done % LINE_EVERY === 0) printNote(`${this.#done} of ${this.total} files`);
  }

  /** Lets something be printed: the bar is drawn anew below it. */
  aside(print: () => void): void {
    if (this.bar && process.stderr.isTTY) process.stderr.write(CLEAR_LINE);
    print();
  }

  stop(): void {
    this.bar?.stop();
  }
}
