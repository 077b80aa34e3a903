/** `aismm review`: answered workbooks with columns for an assessor. */
import {
  CopyNames,
  expectNoFolder,
  forReview,
  hasErrors,
  STANDARD_STREAM,
  writeFolder,
  type Finding,
  type Shelf,
} from '../../node.js';
import { expectNoInput } from '../files-apart.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { formatByName, WORKBOOK_ENDING } from '../output-name.js';
import { namedWorkbooks } from '../named-workbooks.js';
import { readWorkbookFile } from '../read-file.js';
import { EXIT, madeBy, modelShelf, printFindings, printNote, Stop, Usage } from '../world.js';
import type { Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  files: string[];
  output: string | undefined;
  into: string | undefined;
  force: boolean;
}

export const review: Command<Options> = {
  command: 'review <files..>',
  describe: 'Write copies of completed workbooks, with columns in which an assessor reviews each answer',
  builder: (yargs) =>
    yargs
      .positional('files', {
        type: 'string',
        array: true,
        describe: 'Workbooks, folders, zip archives, or file patterns such as returned/*.xlsx',
        demandOption: true,
      })
      .option('output', {
        alias: 'o',
        type: 'string',
        requiresArg: true,
        describe: 'Output file for the copy of a single workbook',
      })
      .option('into', {
        type: 'string',
        requiresArg: true,
        describe: 'New folder for the copies of several workbooks',
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ output, into }) => {
        if (output !== undefined && into !== undefined)
          throw new Usage(
            '--output and --into cannot be combined. Use -o for one workbook, or --into for several workbooks.',
          );
        if (output !== undefined) formatByName(output, WORKBOOK_ENDING);
        if (output === undefined && into === undefined)
          throw new Usage(
            'Specify an output file (-o) for one workbook, or a new folder (--into) for several workbooks.',
          );
        return true;
      })
      .example('aismm review acme.xlsx -o acme-review.xlsx', 'Write a copy of the workbook for an assessor')
      .example(
        'aismm review returned --into reviews',
        'For each workbook in the “returned” folder, write a copy for an assessor',
      ),
  noEffect: [
    {
      options: ['force'],
      why: ({ into, output }) => (into !== undefined && output === undefined ? 'on a new folder' : undefined),
      instead: 'use --output instead of --into',
    },
  ],
  handler: async ({ files, output, into, model, force }) => {
    const shelf = modelShelf(model);
    if (into !== undefined) expectNoFolder(into);
    const items = await namedWorkbooks(files);
    if (output !== undefined && items.length > 1)
      throw new Usage(`${items.length} workbooks were found. Use --into FOLDER instead of -o.`);
    // A folder or a pattern may mean it.
    if (output !== undefined)
      expectNoInput(
        output,
        items.map(({ file }) => file),
      );
    const made = new Map<string, Uint8Array>();
    const names = new CopyNames();
    let refused = 0;
    for (const item of items) {
      const { bytes, findings } = await reviewOf(item, shelf, model);
      printFindings(findings);
      if (bytes) made.set(names.plainNameFor(nameIn(item.path), item.path), bytes);
      else refused += 1;
    }
    const [first] = made.values();
    if (output !== undefined && first) writeFile(output, first, { force });
    if (into !== undefined && first) {
      writeFolder(into, made);
      printNote(`wrote ${made.size === 1 ? '1 workbook' : `${made.size} workbooks`} into ${into}`);
    }
    if (refused === 0) return;
    printNote(
      `${refused} of ${items.length} ${items.length === 1 ? 'workbook was' : 'workbooks were'} not written. Correct the errors first, so that no answer is lost.`,
    );
    throw new Stop(EXIT.inputErrors);
  },
};

/** The name of a file without its folders. */
const nameIn = (path: string): string =>
  path === STANDARD_STREAM ? 'workbook.xlsx' : (path.split(/[\\/]/).at(-1) ?? '');

/** The bytes for an assessor; none where an answer could not be read, because it would not be in them. */
async function reviewOf(
  item: Parameters<typeof readWorkbookFile>[0],
  shelf: Shelf,
  model: string | undefined,
): Promise<{ readonly bytes?: Uint8Array; readonly findings: readonly Finding[] }> {
  const { read, findings } = await readWorkbookFile(item, shelf, model);
  const bytes = read && !hasErrors(findings) ? await forReview(read, shelf, madeBy()) : undefined;
  return { ...(bytes ? { bytes } : {}), findings };
}
