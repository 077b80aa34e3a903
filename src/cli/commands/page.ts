/** `aismm page`: one file that reads workbooks in a browser, for those who can install nothing. */
import type { CommandModule } from 'yargs';
import {
  allModels,
  builtInTemplate,
  FORMATS,
  issue,
  makePage,
  PAGE_DOWNLOADS,
  type Embedded,
  type PageDownload,
} from '../../node.js';
import { spelled, wrongChoice } from '../choices.js';
import { expectDistinct, listed } from '../listed.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { formatByName } from '../output-name.js';
import { madeBy, modelShelf } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  output: string;
  with: string | undefined;
  force: boolean;
}

export const page: CommandModule<object, Options> = {
  command: 'page',
  describe: 'Create an HTML page that reads workbooks in a browser, without a network connection',
  builder: (yargs) =>
    yargs
      .option('output', {
        alias: 'o',
        type: 'string',
        requiresArg: true,
        demandOption: true,
        describe: 'Output file for the page (.html)',
      })
      .option('with', {
        type: 'string',
        requiresArg: true,
        describe: `Downloads to include in the page, separated by commas: ${PAGE_DOWNLOADS.join(', ')}`,
      })
      .option('model', MODEL_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the output file if it exists' })
      .check(({ output, with: wanted }) => {
        formatByName(output, { html: 'html' });
        const downloads = downloadsIn(wanted);
        const unknown = downloads.find((each) => !isDownload(each));
        if (unknown !== undefined) throw wrongChoice('--with', unknown, PAGE_DOWNLOADS);
        expectDistinct(downloads, '--with');
        return true;
      })
      .example('aismm page -o aismm.html', 'Create a page that you can send by e-mail or publish on an intranet')
      .example(
        'aismm page -o aismm.html --with workbook,companion',
        'Create a page that also contains the blank workbook and the companion document',
      ),
  handler: async ({ output, with: wanted, model, force }) => {
    const { models } = modelShelf(model);
    const downloads = await Promise.all(
      downloadsIn(wanted)
        .filter(isDownload)
        .map((kind) => embedded(kind, models.usual)),
    );
    const html = makePage({ models: allModels(models), tool: madeBy(), downloads });
    writeFile(output, html, { force, isPublic: true, isRemade: true });
  },
};

const downloadsIn = (text: string | undefined): string[] =>
  text === undefined ? [] : listed(text, '--with').map((each) => spelled(each, PAGE_DOWNLOADS));
const isDownload = (text: string): text is PageDownload => (PAGE_DOWNLOADS as readonly string[]).includes(text);

/** As `aismm build` makes it. */
async function embedded(kind: PageDownload, model: Parameters<typeof issue>[0]): Promise<Embedded> {
  const { extension, make } = FORMATS[kind === 'workbook' ? 'xlsx' : 'md'];
  const content = await make({ issued: issue(model, { tool: madeBy() }), readTemplate: builtInTemplate });
  return { kind, name: `${model.id}-${model.version}${extension}`, content };
}
