/** Workers that read: each has one question at a time, and is ended when it takes too long. */
import type { Answers, Asked, Answered, Question, Start } from './telling.js';

/** Seconds that one workbook may take: more than on the command line, since people wait for it, and machines are slower. */
const TIME_LIMIT = 30;
const MOST = 4;
/** What is asked of files. */
const LIMITED: ReadonlySet<Question['ask']> = new Set<Question['ask']>(['record', 'open', 'list']);

/** Why there is no answer. */
export class NoAnswer extends Error {
  constructor(readonly why: { readonly seconds?: number; readonly detail?: string }) {
    super(why.detail ?? 'too slow');
  }
}

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: Answers[keyof Answers]) => void;
  readonly reject: (why: unknown) => void;
}

/** A few workers that share the questions. */
export class Readers {
  readonly #idle: Worker[] = [];
  readonly #waiting: Waiting[] = [];
  #count = 0;
  #ids = 0;

  /** `code`: where the code of the workers is. */
  constructor(
    private readonly code: string,
    private readonly start: Start,
    private readonly limit = TIME_LIMIT,
    private readonly most = Math.min(MOST, Math.max(1, navigator.hardwareConcurrency - 1)),
  ) {}

  /** How many work at a time. */
  get width(): number {
    return this.most;
  }

  /** Answers a question; throws `NoAnswer` where the worker failed or took too long. */
  ask<K extends keyof Answers>(question: Question & { readonly ask: K }): Promise<Answers[K]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ question, resolve: resolve as Waiting['resolve'], reject }); // the answer is that of its kind
      this.#next();
    });
  }

  /** Forgets what nobody has begun. */
  forget(): void {
    for (const { reject } of this.#waiting.splice(0)) reject(new NoAnswer({ detail: 'stopped' }));
  }

  #next(): void {
    if (this.#waiting.length === 0) return;
    const worker = this.#idle.pop() ?? (this.#count < this.most ? this.#made() : undefined);
    const next = worker && this.#waiting.shift();
    if (next) this.#run(worker, next);
  }

  #made(): Worker {
    this.#count += 1;
    const worker = new Worker(this.code);
    worker.postMessage(this.start);
    return worker;
  }

  #run(worker: Worker, { question, resolve, reject }: Waiting): void {
    const id = (this.#ids += 1);
    const over = (isUsable: boolean): void => {
      clearTimeout(clock);
      worker.onmessage = worker.onerror = null;
      if (isUsable) this.#idle.push(worker);
      else {
        worker.terminate();
        this.#count -= 1;
      }
      this.#next();
    };
    // Only files of strangers can take too long.
    const clock = LIMITED.has(question.ask)
      ? setTimeout(() => {
          over(false);
          reject(new NoAnswer({ seconds: this.limit }));
        }, this.limit * 1000)
      : undefined;
    worker.onmessage = ({ data }: MessageEvent<Answered>) => {
      if (data.id !== id) return;
      over(true);
      if ('fault' in data) reject(new NoAnswer({ detail: data.fault }));
      else resolve(data.answer);
    };
    // Also where it had not enough memory.
    worker.onerror = (event) => {
      event.preventDefault();
      over(false);
      reject(new NoAnswer({ detail: event.message || 'the worker ended' }));
    };
    worker.postMessage({ id, question } satisfies Asked);
  }
}
