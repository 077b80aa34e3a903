/** `aismm example`: workbooks filled with plausible fictional organizations. */
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import {
  BROKEN_WAYS,
  exampleAssessment,
  exampleTexts,
  issue,
  makeFiller,
  PROFILES,
  writeWorkbook,
  type BrokenWay,
  type Profile,
} from '../../node.js';
import { languageOf, LOCALE_OPTION } from '../locale-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { formatByName, WORKBOOK_ENDING } from '../output-name.js';
import { wholeNumber } from '../whole-number.js';
import { installedModel, madeBy, printNote, Usage } from '../world.js';
import type { Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  seed: number;
  profile: Profile | undefined;
  output: string | undefined;
  count: number | undefined;
  into: string | undefined;
  broken: number;
  locale: string;
  force: boolean;
}

/** More than anyone tries out; each takes about 0.3 megabytes. */
const MOST_WORKBOOKS = 100_000;

export const example: Command<Options> = {
  command: 'example',
  describe: 'Create workbooks with the answers of fictional organizations, to try out the other commands',
  builder: (yargs) =>
    yargs
      .option('seed', {
        type: 'number',
        requiresArg: true,
        default: 1,
        describe: 'Seed for the fictional answers (whole number). The same seed always creates the same organization',
      })
      .option('profile', {
        choices: PROFILES,
        defaultDescription: 'typical; with --count: all profiles in turn',
        describe: 'Maturity of the fictional organization',
      })
      .option('output', { alias: 'o', type: 'string', describe: 'Output file for a single workbook (.xlsx)' })
      .option('count', {
        type: 'number',
        requiresArg: true,
        describe: 'Number of workbooks to create, each for a different organization (requires --into)',
      })
      .option('into', { type: 'string', describe: 'Output folder for several workbooks (requires --count)' })
      .option('broken', {
        type: 'number',
        requiresArg: true,
        default: 0,
        describe:
          'Share of workbooks with errors, from 0 to 1 (requires --count). The file names show the kind of error',
      })
      .option('model', MODEL_OPTION)
      .option('locale', LOCALE_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace existing output files' })
      .check(({ seed, output }) => {
        if (output !== undefined) formatByName(output, WORKBOOK_ENDING);
        wholeNumber('seed', seed, -Infinity);
        return true;
      })
      .example(
        'aismm example --profile advanced -o output/example.xlsx',
        'Create the workbook of a mature organization',
      )
      .example(
        'aismm example --count 500 --into returned --broken 0.01',
        'Create 500 workbooks, of which 1% are invalid',
      ),
  noEffect: [
    {
      options: ['broken'],
      why: ({ count, into }) => ((count ?? into) === undefined ? 'without --count N and --into FOLDER' : undefined),
      instead: 'use these options too',
    },
  ],
  handler: async (options) => {
    const { output, count, into, broken } = options;
    const isMany = count !== undefined || into !== undefined;
    if (isMany && output !== undefined)
      throw new Usage('--output is for one workbook. Omit --output, or omit --count and --into.');
    if (isMany && count === undefined) throw new Usage('Missing --count. Specify the number of workbooks.');
    if (isMany && into === undefined) throw new Usage('Missing --into. Specify a folder for the workbooks.');
    if (!isMany && output === undefined)
      throw new Usage('Missing output. Use: -o FILE for one workbook, or --count N --into FOLDER for many.');
    wholeNumber('count', count, 1, MOST_WORKBOOKS);
    if (!(broken >= 0 && broken <= 1)) throw new Usage(`Invalid --broken "${broken}". Use a number from 0 to 1.`);
    if (count !== undefined && into !== undefined) await writeMany(options, count, into);
    else await writeOne(options, output ?? '');
  },
};

async function writeOne(
  { seed, profile = 'typical', model: which, locale, force }: Options,
  output: string,
): Promise<void> {
  const model = installedModel(which);
  const assessment = exampleAssessment(model, { seed, profile }, exampleTexts);
  writeFile(output, await writeWorkbook({ model, assessment, tool: madeBy(), language: languageOf(locale) }), {
    force,
    isRemade: true,
  });
}

/** Every so many-eth one is broken, in turn in each of the ways. */
async function writeMany(
  { seed, profile: chosen, broken, model: which, locale, force }: Options,
  count: number,
  into: string,
): Promise<void> {
  const model = installedModel(which);
  const fill = await makeFiller(issue(model, { tool: madeBy(), language: languageOf(locale) }));
  const ways = Object.keys(BROKEN_WAYS) as BrokenWay[];
  const texts = exampleTexts;
  const width = String(count).length;
  let spoiled = 0;
  for (let n = 0; n < count; n += 1) {
    const profile = chosen ?? PROFILES[n % PROFILES.length] ?? 'typical';
    const bytes = fill(exampleAssessment(model, { seed: seed * 1_000_000 + n, profile }, texts));
    const isBroken = Math.floor((n + 1) * broken) > Math.floor(n * broken);
    const way = isBroken ? ways[spoiled % ways.length] : undefined;
    if (isBroken) spoiled += 1;
    const name = `organization-${String(n + 1).padStart(width, '0')}${way === undefined ? '' : `-${way}`}.xlsx`;
    // Whoever wants to stop it is heard between two workbooks.
    await setImmediate();
    writeFile(join(into, name), way === undefined ? bytes : BROKEN_WAYS[way].break(bytes), {
      force,
      isRemade: true,
      quiet: true,
    });
  }
  printNote(
    `wrote ${count === 1 ? '1 workbook' : `${count} workbooks`} into ${into}${spoiled > 0 ? `, ${spoiled} of them invalid` : ''}`,
  );
}
