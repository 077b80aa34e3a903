/** `aismm split`: one workbook in parts for colleagues, each filled with what is answered already. */
import { existsSync } from 'node:fs';
import type { CommandModule } from 'yargs';
import {
  answeredIn,
  expectNoFolder,
  hasErrors,
  objectivesOf,
  readNamed,
  readPeople,
  renderSplit,
  selectModel,
  Shelf,
  STANDARD_STREAM,
  splitAssessment,
  USUAL_LANGUAGE,
  wholeOf,
  writeFolder,
  writeWorkbook,
  type SplitBy,
  type SplitPart,
} from '../../node.js';
import { wrongChoice } from '../choices.js';
import { MODEL_OPTION, type ModelOption } from '../model-option.js';
import { WAYS_TO_SPLIT } from '../path-roles.js';
import { readAssessment, type ReadAssessment } from '../read-assessment.js';
import { EXIT, madeBy, modelShelf, printFindings, printJson, printNote, printText, Stop } from '../world.js';

interface Options extends ModelOption {
  file: string;
  by: string;
  into: string;
  json: boolean;
}

export const split: CommandModule<object, Options> = {
  command: 'split <file>',
  describe: 'Split a workbook into parts for colleagues. The parts contain the existing answers',
  builder: (yargs) =>
    yargs
      .positional('file', {
        type: 'string',
        describe: 'A blank or completed workbook, or an answers file (JSON)',
        demandOption: true,
      })
      .option('by', {
        type: 'string',
        demandOption: true,
        describe: 'Split by “category”, “domain” or “owner”, or by a CSV file with “id” and “person” columns',
      })
      .option('into', { type: 'string', demandOption: true, describe: 'New folder for the parts' })
      .option('model', MODEL_OPTION)
      .option('json', { type: 'boolean', default: false, describe: 'Print the list of parts as JSON' })
      .check(({ by }) => {
        // A word that names no file was meant as a way.
        if (wayOf(by) === 'list' && !/[./\\]/.test(by) && !existsSync(by))
          throw wrongChoice('--by', by, WAYS_TO_SPLIT, `: ${WAYS_TO_SPLIT.join(', ')}, or the name of a CSV file`);
        return true;
      })
      .example(
        'aismm split acme.xlsx --by owner --into parts/',
        'Write one workbook for each person in the “Owner” column',
      )
      .example('aismm split acme.xlsx --by parts.csv --into parts/', 'Write one workbook for each person in parts.csv'),
  handler: async ({ file, by, into, model: which, json }) => {
    const { models } = modelShelf(which);
    expectNoFolder(into);
    const { value: read, findings } = readAssessment(file, new Shelf(models), which);
    printFindings(findings);
    if (!read || hasErrors(findings)) {
      printNote('aismm did not write any files. Correct the errors, and run the command again.');
      throw new Stop(EXIT.inputErrors);
    }
    const way = wayOf(by);
    const people = way === 'list' ? peopleIn(by, read) : undefined;
    const { assessment, edition } = read;
    const part = edition?.part ?? wholeOf(read.model);
    // As it was written: each part is translated when it is issued.
    const whole = models.find(read.model.id, read.model.version, USUAL_LANGUAGE.id) ?? read.model;
    const model = selectModel(whole, part);
    const parts = splitAssessment({ assessment, model, part, ...(people ? { people } : {}) }, way, stemOf(file));
    const files = new Map<string, Uint8Array>();
    for (const each of parts) files.set(`${each.name}.xlsx`, await workbookOf(each, read));
    writeFolder(into, files);
    const told = parts.map(({ name, handOver, model: asked, assessment: filled }) => ({
      file: `${name}.xlsx`,
      to: handOver.to,
      objectives: objectivesOf(asked).length,
      answered: answeredIn(filled),
    }));
    printNote(`wrote ${files.size === 1 ? '1 workbook' : `${files.size} workbooks`} into ${into}`);
    if (json) printJson({ schemaVersion: 1, by: way, parts: told });
    else printText(renderSplit(told, objectivesOf(model).length));
  },
};

const wayOf = (by: string): SplitBy => WAYS_TO_SPLIT.find((each) => each === by.toLowerCase()) ?? 'list';

function peopleIn(list: string, { model }: ReadAssessment): ReadonlyMap<string, string> {
  const { value: bytes, findings } = readNamed(list);
  if (!bytes) throw new Stop(EXIT.inputErrors, findings);
  const people = readPeople(bytes, model);
  if (people.value) return people.value;
  throw new Stop(
    EXIT.inputErrors,
    people.findings.map((each) => ({ ...each, file: list })),
  );
}

/** The name of a file without its folders and its ending. */
function stemOf(file: string): string {
  if (file === STANDARD_STREAM) return 'part';
  const name = file.split(/[\\/]/).at(-1) ?? '';
  return name.replace(/\.[^.]*$/, '') || 'part';
}

/** Of an answers file the parts are in the usual language. */
async function workbookOf(
  { model, assessment, handOver, part }: SplitPart,
  { language, edition, addressed }: ReadAssessment,
): Promise<Uint8Array> {
  const { companion, review } = edition ?? {};
  return writeWorkbook({
    ...{ model, assessment, handOver, part, tool: madeBy(), language, review, addressed },
    ...(companion === undefined ? {} : { companion }),
  });
}
