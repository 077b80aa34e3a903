/** `aismm fill`: a workbook prefilled from an answers file. */
import type { CommandModule } from 'yargs';
import {
  find,
  findingsIn,
  hasErrors,
  mergeAssessments,
  missingModel,
  modelName,
  modelNamed,
  parseAnswers,
  readNamed,
  USUAL_LANGUAGE,
  writeWorkbook,
  type Assessment,
  type Finding,
  type Model,
  type Models,
  type Parsed,
} from '../../node.js';
import { languageOf, LOCALE_OPTION } from '../locale-option.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { EXIT, madeBy, modelShelf, printFindings, Stop } from '../world.js';
import { writeFile } from '../write-file.js';

interface Options extends ModelOption {
  answers: string[];
  output: string;
  locale: string;
  force: boolean;
}

export const fill: CommandModule<object, Options> = {
  command: 'fill <answers..>',
  describe: 'Write a workbook prefilled from an answers file (JSON), or from several put together',
  builder: (yargs) =>
    yargs
      .positional('answers', { type: 'string', array: true, describe: 'ANSWERS.json', demandOption: true })
      .option('output', { alias: 'o', type: 'string', demandOption: true, describe: 'File to write' })
      .option('model', MODEL_OPTION)
      .option('locale', LOCALE_OPTION)
      .option('force', { type: 'boolean', default: false, describe: 'Replace the file if it exists' })
      .example('aismm fill iam.json mod.json -o whole.xlsx', 'Parts that were answered apart, put together')
      .example('aismm fill ANSWERS.json -o acme.xlsx', 'The inverse of “aismm answers”'),
  handler: async ({ answers, output, model: which, locale, force }) => {
    const { models } = modelShelf(which);
    const findings: Finding[] = [];
    const parts = answers.flatMap((file) => {
      const parsed = readAnswers(file, models);
      findings.push(...parsed.findings.map((each) => ({ ...each, file })));
      return parsed.value ? [{ file, ...parsed.value }] : [];
    });
    const model = parts[0]?.model ?? models.usual;
    findings.push(...otherModels(parts, model));
    const merged = mergeAssessments(
      parts.map(({ assessment }) => assessment),
      model,
    );
    findings.push(...merged.findings);
    if (!merged.value || hasErrors(findings)) throw new Stop(EXIT.inputErrors, findings);
    const assessment = merged.value;
    const inside = findingsIn(model, assessment).map(({ field, ...finding }): Finding => ({
      ...finding,
      path: finding.objective ? `answers.${finding.objective}.${field ?? 'answer'}` : 'selection',
    }));
    printFindings([...findings, ...inside]);
    writeFile(output, await writeWorkbook({ model, assessment, tool: madeBy(), language: languageOf(locale) }), {
      force,
    });
  },
};

interface Part {
  readonly assessment: Assessment;
  /** The one that the file names. */
  readonly model: Model;
}

/** An answers file, read by the model that it names. */
function readAnswers(file: string, models: Models): Parsed<Part> {
  const { value: bytes, findings } = readNamed(file);
  if (!bytes) return { findings };
  if (bytes.length === 0) return { findings: [find('file-empty', {})] };
  const json = new TextDecoder().decode(bytes);
  const named = modelNamed(json) ?? models.usual;
  const model = models.find(named.id, named.version, USUAL_LANGUAGE.id);
  if (!model) return { findings: [missingModel(named, models, { askedBy: 'answers', at: { path: 'model' } })] };
  const parsed = parseAnswers(json, model);
  return { ...(parsed.value ? { value: { assessment: parsed.value, model } } : {}), findings: parsed.findings };
}

/** Parts for another model than the first. */
function otherModels(parts: readonly (Part & { readonly file: string })[], first: Model): Finding[] {
  const other = modelName(first);
  return parts
    .filter(({ model }) => modelName(model) !== other)
    .map(({ file, model }) => find('conflicting-answers', { file, path: 'model' }, { found: modelName(model), other }));
}
