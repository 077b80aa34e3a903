/** `aismm status --queue`: how far a queue is, and which files failed. */
import { messagesIn, queueStatus, type FailedFile, type QueueStatus } from '../node.js';
import { numbersTable } from './ingest-report.js';
import { withQueue } from './queue.js';
import { printDiagnostics, printJson, printText } from './world.js';

/** Failed files that people are shown at a time. */
const SHOWN = 20;

/** Prints the status of the queue of a store. */
export async function printQueueStatus(store: string, { json }: { readonly json: boolean }): Promise<void> {
  const status = await withQueue(store, { create: false }, async (queue) => {
    const failures: FailedFile[] = [];
    for await (const failure of queue.failed()) {
      if (!json && failures.length === SHOWN) break;
      failures.push(failure);
    }
    return queueStatus(await queue.progress(), failures, messagesIn());
  });
  if (json) return printJson(status);
  printText(lines(status).join('\n'));
  for (const { file, diagnostics } of status.failures)
    printDiagnostics(
      diagnostics.slice(0, 1).map((each) => ({ ...each, file })),
      process.stdout,
    );
  if (status.failed > status.failures.length)
    printText(`and ${status.failed - status.failures.length} more failed files (--json lists all)`);
}

function lines(status: QueueStatus): string[] {
  const { done, left, waiting, retrying, reading, failed, programs, counts, rate, secondsLeft } = status;
  const all = done + left;
  const share = all === 0 ? '' : ` of ${all} (${Math.floor((done / all) * 100)}%)`;
  const speed = rate === null ? '' : `, ${rate.toFixed(1)} per second`;
  const time = secondsLeft === null || left === 0 ? '' : `, ${duration(secondsLeft)} left`;
  const numbers: [string, number][] = [
    ['accepted', counts.accepted],
    ['rejected', counts.rejected],
    ...(counts.blank > 0 ? [['blank, without answers', counts.blank] as [string, number]] : []),
    ['duplicates', counts.duplicate],
    ['unchanged', counts.unchanged],
    ['waiting', waiting],
    ...(retrying > 0 ? [['  tried before', retrying] as [string, number]] : []),
    ['being read', reading],
    ['failed', failed],
    ['running “aismm work”', programs],
  ];
  return [`${done}${share} files done${speed}${time}`, numbersTable(numbers)];
}

function duration(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
