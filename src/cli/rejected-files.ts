/** What `aismm ingest` writes of workbooks that were not taken in: a list with the reasons, and copies with marked cells. */
import { join } from 'node:path';
import {
  CopyNames,
  keptInWords,
  messagesIn,
  openOutput,
  openRemembered,
  Refusal,
  rejectsFormat,
  visible,
  type NotTaken,
  type Workers,
} from '../node.js';
import type { Progress } from './progress.js';
import { printFindings, printNote } from './world.js';
import { writeFile } from './write-file.js';

/** The list of what was not taken in, written as it comes. */
export function openRejects({
  rejects: path,
  force,
}: {
  readonly rejects: string | undefined;
  readonly force: boolean;
}) {
  const list = path === undefined ? undefined : rejectsFormat(path)?.();
  if (path === undefined || !list) return undefined;
  const messages = messagesIn();
  const output = openOutput(path, { force });
  output.write(list.begin);
  return {
    add: ({ path: file, findings, sender: { name, ...sender } }: NotTaken): void => {
      const whom = { ...(name === undefined ? {} : { organization: name }), ...sender };
      output.write(list.next(findings.map((each) => ({ ...keptInWords(each, messages), file, ...whom }))));
    },
    finish: (): void => {
      output.write(list.end());
      output.finish();
      printNote(`wrote ${path}`);
    },
    abandon: output.abandon,
  };
}

/** What a file that has used up its time or memory is not read for once more. */
const GIVEN_UP: ReadonlySet<string> = new Set(['too-slow', 'too-much-memory']);

export type Copies = Awaited<ReturnType<typeof openCopies>>;

/** The folder of rejected workbooks that could be read, given back with their cells marked. What is wrong with one costs the others nothing. */
export async function openCopies(
  folder: string,
  { force, stop }: { readonly force: boolean; readonly stop: AbortSignal },
) {
  const given = await openRemembered<string>();
  const names = new CopyNames(given);
  const without = (path: string, why: string): void => printNote(`${visible(path)}: ${why}`);
  return {
    close: (): void => given.close(),
    give: async ({ path, sha256, findings, item }: NotTaken, workers: Workers, progress: Progress): Promise<void> => {
      const say = (why: string): void => progress.aside(() => without(path, why));
      if (findings.some(({ code }) => GIVEN_UP.has(code)))
        return say('no copy, because the file takes too much time or memory');
      if (!item || sha256 === '') return say('no copy, because the workbook contains no answers');
      const name = names.nameFor(path, sha256);
      if (name === undefined) return;
      const { value: copy, findings: faults } = await workers.mark(item);
      if (stop.aborted && !copy) return;
      if (faults.length > 0)
        return progress.aside(() => printFindings(faults.map((each) => ({ ...each, file: path }))));
      if (!copy) return say('no copy, because the workbook contains no answers');
      try {
        progress.aside(() => writeFile(join(folder, name), copy, { force }));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        progress.aside(() => printFindings([error.finding]));
      }
    },
  };
}
