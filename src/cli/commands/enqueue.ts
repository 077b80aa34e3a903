/** `aismm enqueue`: adds workbooks to a queue that any number of `aismm work` reads from. */
import type { CommandModule } from 'yargs';
import {
  discover,
  enqueue as enqueueAll,
  isInBucket,
  Objects,
  queuedIn,
  STANDARD_STREAM,
  visible,
  type Finding,
  type QueuedFile,
} from '../../node.js';
import { expectPaths } from '../expect-paths.js';
import { NO_WORKBOOKS, numbersTable, skippedInside } from '../ingest-report.js';
import { QUEUE_STORE_OPTION, withQueue } from '../queue.js';
import { EXIT, printFindings, printNote, Stop, Usage } from '../world.js';

interface Options {
  paths: string[];
  store: string;
}

export const enqueue: CommandModule<object, Options> = {
  command: 'enqueue <paths..>',
  describe: 'Add completed workbooks to a queue, so that one or more machines can read them with “aismm work”',
  builder: (yargs) =>
    yargs
      .positional('paths', {
        type: 'string',
        array: true,
        describe:
          'Folders, file patterns, workbooks, zip archives, saved e-mail messages, or Amazon S3 buckets (s3://bucket/prefix)',
        demandOption: true,
      })
      .option('store', QUEUE_STORE_OPTION)
      .check(({ paths }) => {
        if (paths.includes(STANDARD_STREAM))
          throw new Usage('“aismm enqueue” does not read standard input. Specify a file, or use “aismm ingest -”.');
        return true;
      })
      .example(
        'aismm enqueue /mnt/returned --store postgres://assessor@db.example.com/results',
        'Add all workbooks in the /mnt/returned folder. The folder must have this path on every machine',
      )
      .example(
        'aismm enqueue s3://my-bucket/returned --store postgres://assessor@db.example.com/results',
        'Add all workbooks with the prefix “returned” in the “my-bucket” bucket',
      ),
  handler: async ({ paths, store }) => {
    let [added, waiting, skipped, unreachable] = [0, 0, 0, 0];
    const report = (finding: Finding): void => {
      unreachable += 1;
      printFindings([finding]);
    };
    const skip = (why?: string): void => {
      skipped += 1;
      if (why !== undefined) printNote(why);
    };
    if (!paths.some(isInBucket)) await expectPaths(paths);
    await withQueue(store, { create: true }, (queue) =>
      enqueueAll(filesOf(paths, { report, skip }), {
        queue,
        added: ({ all, fresh }) => {
          added += fresh;
          waiting += all - fresh;
          if (added % LINE_EVERY === 0 && added > 0) printNote(`${added} files added`);
        },
      }),
    );
    printNote(
      numbersTable([
        ['added', added],
        ['already in the queue', waiting],
        ['skipped, not workbooks', skipped],
      ]),
    );
    if (added + waiting === 0) printNote(NO_WORKBOOKS);
    if (unreachable > 0) throw new Stop(EXIT.someRejected);
  },
};

const LINE_EVERY = 10_000;

/** What is heard on the way; `why` is a sentence about a file that people may have wanted. */
interface Heard {
  readonly report: (finding: Finding) => void;
  readonly skip: (why?: string) => void;
}

/** Everything that the paths mean: what is on this machine first, then what is in buckets. */
async function* filesOf(paths: readonly string[], { report, skip }: Heard): AsyncGenerator<QueuedFile> {
  const skipInside = (inside?: string): void => skip(inside === undefined ? undefined : skippedInside(inside));
  const skipObject = (unopened?: string): void =>
    skip(
      unopened === undefined
        ? undefined
        : `${visible(unopened)}: skipped, because aismm does not open archives and messages in a bucket. Extract the workbooks first.`,
    );
  const here = paths.filter((path) => !isInBucket(path));
  yield* queuedIn(discover(here, { report, skip: skipInside }));
  for (const address of paths.filter(isInBucket)) {
    const objects = await Objects.open(address);
    try {
      yield* objects.list(address, { report, skip: skipObject });
    } finally {
      objects.close();
    }
  }
}
