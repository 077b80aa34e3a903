/** The worker of the page: everything that takes time, so that the page never waits. */
import { modelsOf, Shelf } from '../layout/shelf.js';
import { messagesIn } from '../locale/messages.js';
import { modelFromJson } from '../model/json.js';
import { kindByName } from '../desk/wanted.js';
import { ourFault, recordOf, rejectedRecord, tooSlow } from '../desk/record.js';
import { find, invariant, type Finding } from '../diagnostic/finding.js';
import { isPackage, readArchive, readEntry } from '../xlsx/archive.js';
import { refuseSize } from '../xlsx/read.js';
import { sha256 } from '../formats/sha256.js';
import type { Parsed } from '../diagnostic/finding.js';
import { openedFailed, openWorkbooks, type Opening } from './opened.js';
import { Many } from './many-kept.js';
import { readTemplate } from './templates.js';
import type { Answers, Asked, Answered, Given, Question, Start } from './telling.js';

const messages = messagesIn();

/** Workers have it; the compiler knows pages only. */
declare class FileReaderSync {
  readAsArrayBuffer(file: Blob): ArrayBuffer;
}

/** What a worker knows once it was started. */
interface Ready extends Opening {
  readonly many: Many;
}

let ready: Ready | undefined;

/** A file is read piece by piece: archives may be larger than memory. */
function sourceOf(file: Blob): { readonly length: number; slice: (from: number, to: number) => Uint8Array } {
  const reader = new FileReaderSync();
  return { length: file.size, slice: (from, to) => new Uint8Array(reader.readAsArrayBuffer(file.slice(from, to))) };
}

function bytesOf({ file, entry, path }: Given): Parsed<Uint8Array> {
  try {
    if (entry !== undefined) {
      const { value: archive, findings } = readArchive(sourceOf(file));
      return archive ? readEntry(archive, entry) : { findings };
    }
    const tooLarge = refuseSize(file.size);
    if (tooLarge) return { findings: [tooLarge] };
    return { value: new Uint8Array(new FileReaderSync().readAsArrayBuffer(file)), findings: [] };
  } catch {
    // It was moved or changed since it was chosen, or may not be read.
    return { findings: [find('file-unreadable', { file: path }, { reason: 'system' })] };
  }
}

const failure = ({ seconds, detail = '' }: { readonly seconds?: number; readonly detail?: string }): Finding =>
  seconds === undefined ? ourFault(detail) : tooSlow(seconds * 1000);

/** What is answered to a question. */
async function answer(question: Question, { many, ...opening }: Ready): Promise<Answers[keyof Answers]> {
  const { shelf, tool, today } = opening;
  switch (question.ask) {
    case 'list': {
      const archive = readArchive(sourceOf(question.given.file)).value;
      // A workbook under the name of an archive is taken for what it is.
      if (!archive || isPackage(archive)) return null;
      const named = (kind: string): string[] => archive.names().filter((name) => kindByName(name) === kind);
      return { entries: named('workbook').sort(), archives: named('archive').length };
    }
    case 'open': {
      const all = question.given.map((each) => ({ path: each.path, ...bytesOf(each) }));
      const unread = all.find(({ value }) => value === undefined);
      if (unread) return openedFailed(unread.path, unread.findings[0] ?? ourFault('no bytes'));
      return openWorkbooks(
        all.map(({ path, value }) => ({ path, bytes: value ?? new Uint8Array() })),
        opening,
      );
    }
    case 'record': {
      const { path, file } = question.given;
      const { value: bytes, findings } = bytesOf(question.given);
      if (!bytes) return rejectedRecord(path, findings, { kind: 'row', messages });
      const modified = file.lastModified ?? 0;
      return recordOf(bytes, { path, sha256: sha256(bytes), modified }, { shelf, tool, messages, today, kind: 'row' });
    }
    case 'failed':
      return rejectedRecord(question.path, [failure(question)], { kind: 'row', messages });
    case 'openFailed':
      return openedFailed(question.path, failure(question));
    case 'keep':
      return many.keep(question.outcome);
    case 'summary':
      return many.summary();
    case 'export':
      return many.exported(question.what);
  }
}

function start({ models, ...rest }: Start): Ready {
  const all = (JSON.parse(models) as unknown[]).map(modelFromJson);
  const [usual] = all;
  invariant(usual, 'the page has models');
  const shelf = new Shelf(modelsOf(all, usual));
  return { ...rest, shelf, readTemplate, many: new Many(shelf, rest.day) };
}

addEventListener('message', ({ data }: MessageEvent<Asked | Start>) => {
  if ('models' in data) {
    ready = start(data);
    return;
  }
  const { id, question } = data;
  invariant(ready, 'a worker is started before it is asked');
  answer(question, ready).then(
    (given) => postMessage({ id, answer: given } satisfies Answered),
    (error: unknown) =>
      postMessage({ id, fault: error instanceof Error ? error.message : String(error) } satisfies Answered),
  );
});
