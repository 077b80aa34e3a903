/**
 * A campaign played from the list to the status: every unit answers in twelve parts, and every trouble that a campaign has
 * happens to some of them. What becomes of each unit is said beforehand, by its trouble.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer, Assessment } from '../../src/assessment/assessment.js';
import type { RowState } from '../../src/desk/status.js';
import { mergeFiles, type MergedWhole, type MergeFile } from '../../src/desk/merge.js';
import { splitAssessment, type SplitPart } from '../../src/desk/split.js';
import type { Parsed } from '../../src/diagnostic/finding.js';
import { wholeOf } from '../../src/edition/edition.js';
import type { Manifest } from '../../src/formats/manifest.js';
import { makeFiller, readWorkbook } from '../../src/host/bound.js';
import { sha256 } from '../../src/host/digest.js';
import { issue, modelsOf, Shelf } from '../../src/layout/shelf.js';
import { objectivesOf, type Model } from '../../src/model/model.js';
import { scoreAssessment } from '../../src/scoring/score.js';
import type { Filler } from '../../src/workbook/fill-many.js';
import type { ReadWorkbook } from '../../src/workbook/read.js';
import { exampleOf } from '../assessments.js';
import { MAIN } from '../cli/run.js';
import { installed, TOOL, usual } from '../installed.js';

/** What happens to a unit, and the state that its row then has. Units take them in turn. */
export const TROUBLES = [
  ['renamed', 'complete'],
  ['duplicate names', 'complete'],
  ['the same part twice', 'complete'],
  ['a part of another unit', 'complete'],
  ['a part of another edition', 'complete'],
  ['a forged token', 'complete'],
  ['a part is missing', 'partial'],
  ['an answer that no one understands', 'rejected'],
  ['nothing comes back', 'missing'],
  ['parts that no one merged', 'parts'],
  ['a blank workbook', 'blank'],
  ['sent twice', 'complete'],
] as const satisfies readonly (readonly [string, RowState])[];

export type Trouble = (typeof TROUBLES)[number][0];
export const troubleOf = (unit: number): Trouble => (TROUBLES[unit % TROUBLES.length] ?? TROUBLES[0])[0];
export const unitName = (unit: number): string => `Unit ${String(unit + 1).padStart(3, '0')}`;
const AS_OF = '2026-11-20';
/** Rows of odd units are due later than the day of the status. */
export const STATUS_DAY = '2027-01-15';
const dueOf = (unit: number): string => (unit % 2 === 0 ? '2026-12-31' : '2027-03-31');

const { model } = usual();
const shelf = new Shelf(modelsOf([model, installed('1.0').model], model));

/** A list of so many units. */
export function listOf(units: number): string {
  const lines = Array.from({ length: units }, (_, unit) =>
    ['Example Group', unitName(unit), `unit${unit + 1}@example.com`, dueOf(unit)].join(','),
  );
  return `${['organization,unit,contact,due', ...lines].join('\n')}\n`;
}

/** The program while it works, so that it can be stopped, or have company. */
export function started(cwd: string, ...args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { ...process.env, NO_COLOR: '1' } });
  let stderr = '';
  child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
  const ended = new Promise<{ readonly code: number | null; readonly stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, stderr })),
  );
  return { child, ended };
}

/** Stops the program by force as soon as it has written so many files into a folder. */
export async function killedAfter(files: number, cwd: string, folder: string, ...args: string[]): Promise<void> {
  const { child, ended } = started(cwd, ...args);
  const workbooks = (): number =>
    existsSync(join(cwd, folder)) ? readdirSync(join(cwd, folder)).filter((name) => name.endsWith('.xlsx')).length : 0;
  let isOver = false;
  void ended.then(() => (isOver = true));
  while (!isOver && workbooks() < files) await new Promise((resolve) => setTimeout(resolve, 1));
  child.kill('SIGKILL');
  await ended;
}

export const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;

/** Files of a folder that are not those of its manifest: half of one, one too many, or none. */
export function wrongIn(folder: string): string[] {
  const { issued } = manifestIn(folder);
  const wrong = issued.flatMap(({ file, sha256: digest }) =>
    existsSync(join(folder, file)) && sha256(readFileSync(join(folder, file))) === digest ? [] : [file],
  );
  const known = new Set(['manifest.json', ...issued.map(({ file }) => file)]);
  return [...wrong, ...readdirSync(folder).filter((name) => !known.has(name))];
}

function read(bytes: Uint8Array): ReadWorkbook {
  const { value, findings } = readWorkbook(bytes, shelf);
  if (!value) throw new Error(JSON.stringify(findings));
  return value;
}

/** Everything a unit says: no objective is left without an answer. */
function answersOf(unit: number, issued: Assessment): Assessment {
  const example = exampleOf(model, { seed: unit + 1, profile: 'typical' });
  const answers = new Map<string, Answer>(
    objectivesOf(model).map(({ id }) => {
      const { answer = 'not-met', ...given } = example.answers.get(id) ?? {};
      return [id, { ...given, answer, notes: given.notes ?? 'Said in the workshop' }];
    }),
  );
  return { ...issued, targets: example.targets, answers, organization: { ...issued.organization, asOf: AS_OF } };
}

/** One filler for each edition: units have the same twelve parts. */
class Fillers {
  readonly #made = new Map<string, Promise<Filler>>();

  of(asked: Model, options: Partial<Pick<SplitPart, 'part' | 'handOver'>> = {}): Promise<Filler> {
    const key = JSON.stringify([asked.version, options]);
    const made = this.#made.get(key) ?? makeFiller(issue(asked, { tool: TOOL, ...options }), { isAddressed: true });
    this.#made.set(key, made);
    return made;
  }
}

/** What came of one unit's parts. */
export interface PlayedUnit {
  readonly unit: number;
  readonly trouble: Trouble;
  /** Codes of what the merge found, with the file; of the first attempt where that was refused. */
  readonly told: readonly string[];
  /** Whether the score of the merged workbook is that of the whole; undefined where nothing was merged, or a part is missing. */
  readonly isSame: boolean | undefined;
}

const told = ({ findings }: Pick<Parsed<unknown>, 'findings'>): string[] =>
  findings.map(({ file = '', code }) => `${file} ${code}`.trim());

/** Every unit answers its parts and sends something back; `returned` then has what came. */
export async function answerAll(folder: string, units: number): Promise<readonly PlayedUnit[]> {
  mkdirSync(join(folder, 'returned', 'again'), { recursive: true });
  const fillers = new Fillers();
  const { issued } = manifestIn(join(folder, 'issued'));
  const issuedFile = (unit: number): Uint8Array =>
    readFileSync(join(folder, 'issued', issued.find((each) => each.unit === unitName(unit))?.file ?? ''));
  const played: PlayedUnit[] = [];
  let neighbor: MergeFile | undefined;
  for (let unit = 0; unit < units; unit += 1) {
    const trouble = troubleOf(unit);
    const own = read(issuedFile(unit));
    const whole = answersOf(unit, own.assessment);
    const { addressed } = own;
    const send = (bytes: Uint8Array, name = `${unitName(unit)}.xlsx`): void =>
      writeFileSync(join(folder, 'returned', name), bytes);
    const parts = splitAssessment({ assessment: whole, model, part: wholeOf(model) }, 'category', unitName(unit));
    const made = await Promise.all(
      parts.map(async ({ model: asked, assessment, part, handOver, name }) => ({
        name: `${name}.xlsx`,
        bytes: (await fillers.of(asked, { part, handOver }))(assessment, addressed),
      })),
    );
    const files = made.map(({ name, bytes }): MergeFile => fileOf(name, bytes));
    const [first = fileOf('', new Uint8Array()), second = first] = files;
    const merged = (those: readonly MergeFile[]): Parsed<MergedWhole> => mergeFiles(those, model);
    let found: string[] = [];
    let result: Parsed<MergedWhole> | undefined;
    switch (trouble) {
      case 'the same part twice':
        result = merged([...files, { ...first, path: 'copy of a part.xlsx' }]);
        found = told(result);
        break;
      case 'a part of another unit':
        found = told(merged([...files.slice(1), ...(neighbor ? [neighbor] : [])]));
        result = merged(files);
        break;
      case 'a part of another edition': {
        const earlier = installed('1.0').model;
        const answers = new Map(
          [...whole.answers].filter(([id]) => objectivesOf(earlier).some((each) => each.id === id)),
        );
        const old = { ...whole, model: { id: earlier.id, version: earlier.version }, answers };
        const bytes = (await fillers.of(earlier))(old, addressed);
        found = told(merged([...files, fileOf('zz last year.xlsx', bytes)]));
        result = merged(files);
        break;
      }
      case 'a forged token': {
        const forged = { token: `${addressed?.token.slice(0, -1) ?? ''}-` };
        found = told(merged([first, { ...second, addressed: forged }, ...files.slice(2)]));
        result = merged(files);
        break;
      }
      case 'a part is missing':
        result = merged(files.slice(1));
        found = told(result);
        break;
      default:
        result = merged(files);
        found = told(result);
    }
    const { value } = result;
    if (!value) throw new Error(`${unitName(unit)}: ${told(result).join(', ')}`);
    const fill = await fillers.of(model);
    const bytes = fill(value.assessment, value.addressed);
    const isWhole = trouble !== 'a part is missing';
    const back = read(bytes);
    const isSame =
      JSON.stringify(scoreAssessment(model, back.assessment)) === JSON.stringify(scoreAssessment(model, whole));
    switch (trouble) {
      case 'renamed':
        send(bytes, `RE FW final (${unit}).xlsx`);
        break;
      case 'duplicate names':
        writeFileSync(join(folder, 'returned', 'again', `${unitName(unit - 1)}.xlsx`), bytes);
        break;
      case 'a forged token':
        send(fill(value.assessment, { token: `${'0'.repeat(32)}.${'0'.repeat(64)}` }));
        break;
      case 'an answer that no one understands': {
        const [id = ''] = value.assessment.answers.keys();
        const answers = new Map<string, Answer>(value.assessment.answers).set(id, { answer: 'Fuly' as 'met' }); // as somebody types it
        send(fill({ ...value.assessment, answers }, addressed));
        break;
      }
      case 'nothing comes back':
        break;
      case 'parts that no one merged':
        for (const each of made.slice(0, 3)) send(each.bytes, each.name);
        break;
      case 'a blank workbook':
        send(issuedFile(unit));
        break;
      case 'sent twice': {
        const half = new Map([...value.assessment.answers].slice(0, 50));
        const earlier = {
          ...value.assessment,
          answers: half,
          organization: { ...value.assessment.organization, asOf: '2026-11-01' },
        };
        send(fill(earlier, addressed), `${unitName(unit)} first.xlsx`);
        send(bytes);
        break;
      }
      default:
        send(bytes);
    }
    [neighbor] = files;
    played.push({ unit, trouble, told: found, isSame: isWhole ? isSame : undefined });
  }
  // Of no row: another organization, and a workbook of another list.
  const stranger = answersOf(units, read(issuedFile(0)).assessment);
  const named = { ...stranger, organization: { ...stranger.organization, name: 'Unknown Ltd', unit: '' } };
  const usualFill = await fillers.of(model);
  writeFileSync(join(folder, 'returned', 'stranger.xlsx'), usualFill(named));
  return played;
}

function fileOf(path: string, bytes: Uint8Array): MergeFile {
  const { assessment, edition, model: asked, placeOf, addressed } = read(bytes);
  return {
    path,
    sha256: sha256(bytes),
    assessment,
    edition,
    model: asked,
    placeOf,
    ...(addressed ? { addressed } : {}),
  };
}
