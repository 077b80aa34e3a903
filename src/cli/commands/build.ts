/** `aismm build`: the workbook, the companion document and the model as JSON. */
import type { Argv, CommandModule } from 'yargs';
import { categoriesOf, diagnose, FORMATS, selectModel, suggest, type Format, type Model } from '../../index.js';
import { EXIT, installedModel, madeBy, readTemplate, Stop, USUAL_MODEL, writeFile } from '../world.js';

interface Options {
  out: string;
  format: string;
  model: string;
  locale: string;
  deployment: string | undefined;
  category: string | undefined;
  force: boolean;
}

export const build: CommandModule<object, Options> = {
  command: 'build',
  describe: 'Build the workbook, the companion document and the model as JSON',
  builder: (yargs) =>
    yargs
      .option('out', { type: 'string', default: 'output/', describe: 'Folder to write to' })
      .option('format', {
        type: 'string',
        default: Object.keys(FORMATS).join(','),
        describe: 'What to build, by commas',
      })
      .option('model', { type: 'string', default: USUAL_MODEL.version, describe: 'Version of the model' })
      .option('locale', { type: 'string', default: 'en', choices: ['en'], describe: 'Language' })
      .option('deployment', { type: 'string', describe: 'Only what matters to these deployment types, by commas' })
      .option('category', { type: 'string', describe: 'Only these categories, by commas' })
      .option('force', { type: 'boolean', default: false, describe: 'Replace files that exist' })
      .example(
        'aismm build --deployment paas,api-saas --out drafts/',
        'A smaller workbook for cloud services only',
      ) as Argv<Options>,
  handler: async (options) => {
    const whole = installedModel(options.model);
    const { model, suffix } = partOf(whole, options);
    const formats = listed(options.format, Object.keys(FORMATS), 'format') as Format[];
    for (const format of formats) {
      const { extension, make } = FORMATS[format];
      const content = await make({ model, madeBy: madeBy(), readTemplate });
      const folder = options.out.replace(/\/*$/, '');
      writeFile(`${folder}/${model.id}-${model.version}${suffix}${extension}`, content, options);
    }
  },
};

function partOf(model: Model, { deployment, category }: Options): { model: Model; suffix: string } {
  const deployments =
    deployment &&
    listed(
      deployment,
      model.deployments.map(({ id }) => id),
      'deployment',
    );
  const codes = categoriesOf(model).map(({ id }) => id);
  const categories = category && listed(category.toUpperCase(), codes, 'category');
  const suffix = [...(deployments || []), ...(categories || [])].map((id) => `-${id}`).join('');
  return {
    model: selectModel(model, { ...(deployments ? { deployments } : {}), ...(categories ? { categories } : {}) }),
    suffix,
  };
}

/** Items of a list by commas, each of which has to be known. */
function listed(text: string, known: readonly string[], option: string): string[] {
  const items = text.split(',').map((item) => item.trim());
  const diagnostics = items
    .filter((item) => !known.includes(item))
    .map((item) => {
      const suggestion = suggest(item, known);
      return diagnose(
        'unknown-option',
        { path: `--${option}` },
        { found: item, expected: known, ...(suggestion ? { suggestion } : {}) },
      );
    });
  if (diagnostics.length > 0) throw new Stop(EXIT.usage, diagnostics);
  return items;
}
