/** Reads an assessment from disk, whichever form it has: a filled workbook, or an answers file. */
import { notAsked } from './read-file.js';
import {
  find,
  missingModel,
  modelNamed,
  parseAnswers,
  readClosely,
  readNamed,
  sha256,
  today,
  USUAL_LANGUAGE,
  type Assessment,
  type Edition,
  type Finding,
  type Language,
  type Model,
  type Models,
  type Parsed,
  type ReadWorkbook,
  type Shelf,
} from '../node.js';

/** An assessment, and what it was read as. */
export interface ReadAssessment {
  /** What was asked: a part of the model, where the workbook asks for a part. */
  readonly model: Model;
  readonly assessment: Assessment;
  readonly language: Language;
  /** Digest of the file. */
  readonly sha256: string;
  /** What the workbook was issued as; an answers file was not issued. */
  readonly edition?: Edition;
  /** The row of a list that the workbook was issued to. */
  readonly addressed?: ReadWorkbook['addressed'];
  /** The cell of something that is asked, by its path in an answers file. */
  readonly placeOf: (path: string) => string | undefined;
}

/** Findings name the file. `asked`: what --model says, where that is the model of the file; another one is told. */
export function readAssessment(file: string, shelf: Shelf, asked?: string): Parsed<ReadAssessment> {
  const { value: bytes, findings } = readNamed(file);
  const read = !bytes ? { findings } : isJson(bytes) ? fromAnswers(bytes, shelf.models) : fromWorkbook(bytes, shelf);
  const told = asked === undefined ? read.findings : [...read.findings, ...notAsked(read.value, shelf.models.usual)];
  return { ...read, findings: told.map((each): Finding => ({ ...each, file })) };
}

function fromWorkbook(bytes: Uint8Array, shelf: Shelf): Parsed<ReadAssessment> {
  const { value, findings } = readClosely(bytes, shelf, { today: today() });
  if (!value) return { findings };
  const { model, assessment, issued, edition, addressed, placeOf } = value;
  const { language } = issued;
  return { value: { model, assessment, language, edition, addressed, placeOf, sha256: sha256(bytes) }, findings };
}

function fromAnswers(bytes: Uint8Array, models: Models): Parsed<ReadAssessment> {
  const { value, findings } = parseAnswersFile(bytes, models);
  if (!value) return { findings };
  const placeOf = (path: string): string => path;
  return { value: { ...value, language: USUAL_LANGUAGE, placeOf, sha256: sha256(bytes) }, findings };
}

/** An answers file, read by the model that it names. */
export function parseAnswersFile(
  bytes: Uint8Array,
  models: Models,
): Parsed<{ readonly assessment: Assessment; readonly model: Model }> {
  if (bytes.length === 0) return { findings: [find('file-empty', {})] };
  const json = new TextDecoder().decode(bytes);
  const named = modelNamed(json) ?? models.usual;
  const model = models.find(named.id, named.version, USUAL_LANGUAGE.id);
  if (!model) return { findings: [missingModel(named, models, { askedBy: 'answers', at: { path: 'model' } })] };
  const parsed = parseAnswers(json, model);
  return { ...(parsed.value ? { value: { assessment: parsed.value, model } } : {}), findings: parsed.findings };
}

/** True for what begins as an object of JSON does; no workbook does. */
function isJson(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, LOOKED_AT)));
}
const LOOKED_AT = 256;
