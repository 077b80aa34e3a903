/** The rim, and what the options of models mean. */
import {
  allModels,
  hasErrors,
  loadWhich,
  missingModel,
  modelName,
  openModels,
  Shelf,
  type Finding,
  type LoadedModel,
  type Model,
  type Parsed,
} from '../node.js';
import { EXIT, printFindings, Stop } from './rim.js';

export * from './rim.js';

/** The models that filled workbooks may have been made from; any fault stops the command. `which`: see the option --model. */
export function modelShelf(which?: string): Shelf {
  return new Shelf(stopping(openModels(which)));
}

/** Every model of a shelf, as workers take them; one that is faulty is named and left out. */
export function everyModel({ models }: Shelf): [Model, ...Model[]] {
  const sound = allModels(models);
  const names = new Set(sound.map(modelName));
  printFindings(
    models.editions.filter((each) => !names.has(modelName(each))).map((each) => missingModel(each, models)),
  );
  return sound;
}

/** The model that is meant by --model, or the usual one. */
export function installedModel(which?: string): Model {
  return stopping(openModels(which)).usual;
}

/** The same from its own files, for those who edit them; its faults are no reason to stop. */
export function parseInstalledModel(which?: string): Parsed<LoadedModel> {
  const parsed = loadWhich(which);
  if (parsed.findings.some(isWrongUse)) stopping(parsed);
  return parsed;
}

function stopping<T>({ value, findings }: Parsed<T>): T {
  if (value !== undefined && !hasErrors(findings)) return value;
  throw new Stop(findings.some(isWrongUse) ? EXIT.usage : EXIT.inputErrors, findings);
}

/** True where the option itself is wrong, and not what it leads to. */
const isWrongUse = (finding: Finding): boolean =>
  finding.code === 'unknown-model' || (finding.code === 'file-unreadable' && finding.facts.reason === 'no-folder');
