/** `aismm enqueue`: adds workbooks to a queue that any number of `aismm work` reads from. */
import type { CommandModule } from 'yargs';
import { discover, enqueue as enqueueAll, queuedIn, STANDARD_STREAM, visible } from '../../node.js';
import { expectDatabase, QUEUE_STORE_OPTION, withQueue } from '../queue.js';
import { EXIT, printFindings, printNote, Stop, Usage } from '../world.js';

interface Options {
  paths: string[];
  store: string;
}

export const enqueue: CommandModule<object, Options> = {
  command: 'enqueue <paths..>',
  describe: 'Add filled workbooks to a queue, for “aismm work” on any number of machines',
  builder: (yargs) =>
    yargs
      .positional('paths', {
        type: 'string',
        array: true,
        describe: 'Folders, patterns, workbooks or zip archives',
        demandOption: true,
      })
      .option('store', QUEUE_STORE_OPTION)
      .check(({ paths, store }) => {
        expectDatabase(store);
        if (paths.includes(STANDARD_STREAM))
          throw new Usage('Standard input cannot wait in a queue. Use a file, or “aismm ingest -”.');
        return true;
      })
      .example(
        'aismm enqueue /mnt/returned --store postgres://assessor@db.example.com/results',
        'Add every workbook of a folder, which all machines have at the same path',
      ),
  handler: async ({ paths, store }) => {
    let [added, waiting, skipped, unreachable] = [0, 0, 0, 0];
    const items = discover(paths, {
      report: (finding) => {
        unreachable += 1;
        printFindings([finding]);
      },
      skip: (inside) => {
        skipped += 1;
        if (inside !== undefined) printNote(skippedArchive(inside));
      },
    });
    await withQueue(store, { create: true }, (queue) =>
      enqueueAll(queuedIn(items), {
        queue,
        added: ({ all, fresh }) => {
          added += fresh;
          waiting += all - fresh;
          if (added % LINE_EVERY === 0 && added > 0) printNote(`${added} files added`);
        },
      }),
    );
    const lines: [string, number][] = [
      ['added', added],
      ['in the queue already', waiting],
      ['skipped, not workbooks', skipped],
    ];
    printNote(lines.map(([name, n]) => `${name.padEnd(30)}${String(n).padStart(8)}`).join('\n'));
    if (unreachable > 0) throw new Stop(EXIT.someRejected);
  },
};

const LINE_EVERY = 10_000;

const skippedArchive = (path: string): string =>
  `${visible(path)}: skipped, because this archive is inside another archive. Extract the inner archive first.`;
