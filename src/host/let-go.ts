/** Memory given back at once: left to itself, the engine waits until there is twice as much as is needed. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Lets go of all that nobody needs any more. It takes about a tenth of a second: for the few places where much becomes useless. */
export function letGo(): void {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void; // what the flag gives to a new context
  }
  collect();
}

/** Something to be called once for each of many: every so many times it lets go. */
export function lettingGoEvery(count: number): () => void {
  let times = 0;
  return () => {
    if ((times += 1) % count === 0) letGo();
  };
}
