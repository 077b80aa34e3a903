/** `aismm build`: the workbook, the companion document as Markdown and HTML, and the model as JSON. */
import {
  builtInTemplate,
  categoriesOf,
  expectWritable,
  FORMATS,
  issue,
  modelName,
  objectivesOf,
  readyModel,
  selectModel,
  translated,
  USUAL_LANGUAGE,
  type Format,
  type Model,
} from '../../building.js';
import { spelled, wrongChoice } from '../choices.js';
import { languageOf, LOCALE_OPTION } from '../locale-option.js';
import { expectDistinct, listed } from '../listed.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { madeBy, Usage } from '../rim.js';
import { makeRoom } from '../engine.js';
import type { Command } from '../without-effect.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  output: string;
  format: string;
  locale: string;
  deployment: string | undefined;
  category: string | undefined;
  quick: boolean;
  companion: string | undefined;
  force: boolean;
}

export const build: Command<Options> = {
  command: 'build',
  describe: 'Build a blank workbook, its companion document (Markdown and HTML), and the model as JSON',
  builder: (yargs) =>
    yargs
      .option('output', { alias: 'o', type: 'string', default: 'output/', describe: 'Folder for the output files' })
      .option('format', {
        type: 'string',
        default: Object.keys(FORMATS).join(','),
        describe: 'File formats to create, separated by commas',
      })
      .option('model', MODEL_OPTION)
      .option('locale', LOCALE_OPTION)
      .option('deployment', {
        type: 'string',
        defaultDescription: 'all',
        describe: 'Deployment types to include, separated by commas, such as paas,api-saas',
      })
      .option('category', {
        type: 'string',
        defaultDescription: 'all',
        describe: 'Codes of the categories to include, separated by commas, such as GOV,IAM',
      })
      .option('quick', {
        type: 'boolean',
        default: false,
        describe: 'Build the quick scan, a workbook with only the most important objectives of each category',
      })
      .option('companion', {
        type: 'string',
        describe: 'URL of the published companion document. aismm links each objective to this document',
      })
      .option('force', { type: 'boolean', default: false, describe: 'Replace existing output files' })
      .example('aismm build', 'Build the workbook, its companion document and the model as JSON in output/')
      .example(
        'aismm build --deployment paas,api-saas -o drafts/',
        'Build a smaller workbook for the deployment types PaaS and API/SaaS',
      ),
  noEffect: [
    {
      options: ['companion'],
      why: ({ format }) => (formatsIn(format).includes('xlsx') ? undefined : 'without the format xlsx'),
      instead: 'add xlsx to --format',
    },
    {
      options: ['locale'],
      why: ({ format }) => (formatsIn(format).every((each) => each === 'json') ? 'on the format json' : undefined),
      instead: 'add another format',
    },
  ],
  handler: async (options) => {
    makeRoom();
    const companion = options.companion === undefined ? undefined : webAddress(options.companion);
    const language = languageOf(options.locale);
    const formats = formatsIn(options.format);
    const whole = readyModel(options.model) ?? (await import('../world.js')).installedModel(options.model);
    const { model, suffix } = partOf(whole, options);
    const issued = issue(model, { tool: madeBy(), language, ...(companion ? { companion } : {}) });
    const input = { issued, whole: translated(whole, language.id), readTemplate: builtInTemplate };
    const folder = options.output.replace(/\/*$/, '');
    const inLanguage = language === USUAL_LANGUAGE ? '' : `-${language.id}`;
    const pathOf = (format: Format): string =>
      `${folder}/${model.id}-${model.version}${suffix}${inLanguage}${FORMATS[format].extension}`;
    // All or none: nothing is written where one of the files may not be replaced.
    for (const format of formats) expectWritable(pathOf(format), { force: options.force, is: 'file', isRemade: true });
    for (const format of formats)
      writeFile(pathOf(format), await FORMATS[format].make(input), {
        force: options.force,
        isPublic: true,
        isRemade: true,
      });
  },
};

/** A text inside a formula holds at most 255 characters, and the anchor has to fit in as well. */
const LONGEST_ADDRESS = 240;

function webAddress(text: string): string {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address && /^https?:$/.test(address.protocol) && address.hash === '' && address.href.length <= LONGEST_ADDRESS) {
    return address.href;
  }
  throw new Usage(
    `Invalid --companion "${text}". Use a URL that begins with https:// or http://, has no # part, and has at most ${LONGEST_ADDRESS} characters.`,
  );
}

function partOf(model: Model, { deployment, category, quick }: Options): { model: Model; suffix: string } {
  const deployments =
    deployment &&
    knownIn(
      deployment,
      model.deployments.map(({ id }) => id),
      'deployment',
    );
  const codes = categoriesOf(model).map(({ id }) => id);
  const categories = category && knownIn(category, codes, 'category');
  if (quick && !objectivesOf(model).some((each) => each.quick)) {
    throw new Usage(`--quick: ${modelName(model)} has no quick scan. Omit the option, or choose another --model.`);
  }
  const suffix = [...(deployments || []), ...(categories || []), ...(quick ? ['quick'] : [])]
    .map((id) => `-${id}`)
    .join('');
  return {
    model: selectModel(model, {
      ...(deployments ? { deployments } : {}),
      ...(categories ? { categories } : {}),
      quick,
    }),
    suffix,
  };
}

const formatsIn = (text: string): Format[] => knownIn(text, Object.keys(FORMATS), 'format') as Format[]; // they are known

/** Items of a list by commas, each of which has to be known. */
function knownIn(text: string, known: readonly string[], option: string): string[] {
  const items = listed(text, `--${option}`).map((item) => spelled(item, known));
  const unknown = items.find((item) => !known.includes(item));
  if (unknown !== undefined)
    throw wrongChoice(`--${option}`, unknown, known, ` one or more of: ${known.join(', ')}. Separate them with commas`);
  expectDistinct(items, `--${option}`);
  return items;
}
