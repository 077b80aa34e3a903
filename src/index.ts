/**
 * The public face for every host: everything that needs no files, no threads and no network. `./node` has the rest. A function
 * without `@throws` throws nothing, unless this package has a defect.
 */

// The model: what is asked
export {
  categoriesOf,
  objectivesOf,
  type Brand,
  type Category,
  type ControlObjective,
  type DescribedLevel,
  type Domain,
  type Framework,
  type Mapping,
  type Model,
  type Targets,
} from './model/model.js';
export type { Logo } from './model/logo.js';
export { modelFromJson, modelToJson, type ModelJson } from './model/json.js';
export { textsOf } from './model/texts.js';
export { translated } from './model/translate.js';
export { selectModel, type Selection } from './model/select.js';
export { compareVersions, modelName, readModelName, type ModelName } from './model/named.js';
export type { Effort } from './model/effort.js';

// Assessments: what was answered
export type {
  Answer,
  Assessment,
  Claim,
  Conflict,
  Feedback,
  FieldValue,
  FieldValues,
  LinkedText,
  Organization,
  Origin,
  TextRecord,
} from './assessment/assessment.js';
export { formatAnswers } from './assessment/answers-json.js';
export { modelNamed } from './assessment/answers-model.js';
export { isLink, isLinked, plainText, plainValue } from './assessment/links.js';
export { hasEvidence } from './assessment/evidence.js';
export {
  ANSWER_CODES,
  FIELDS,
  type AnswerCode,
  type AnswerField,
  type AskedOf,
  type ChoiceList,
  type Field,
  type FieldSet,
  type OrganizationField,
  type Path,
  type ReviewCode,
} from './assessment/fields.js';
export { blankAssessment } from './assessment/paths.js';

// Scores: what it is worth
export {
  readScore,
  scoreAssessment,
  type CategoryScore,
  type GroupScore,
  type ObjectiveScore,
  type Score,
} from './scoring/score.js';
export { computeFigures, Scoring, type Figures } from './scoring/figures.js';
export type { Outline, Part } from './scoring/outline.js';
export type { Lens, LensRule } from './scoring/lenses.js';
export type {
  ConditionInput,
  DeploymentInput,
  Input,
  PlainRule,
  Quantity,
  RuleName,
  Scope,
  State,
} from './scoring/rules.js';
export type { Value } from './formula/value.js';
export type { Review, ReviewDifference } from './scoring/review.js';
export { whyLevel, type HeldBy, type LevelStanding, type Why } from './scoring/why.js';
export { doubtsIn } from './scoring/doubts.js';
export { findingsIn } from './scoring/findings.js';

// Editions: what a workbook was issued as, and the shelf that knows them
export { LAYOUT, LAYOUTS, SPLITS, wholeOf, type Edition, type HandOver, type SplitBy } from './edition/edition.js';
export { allModels, issue, Issued, modelsOf, Shelf, type IssueOptions, type Models } from './layout/shelf.js';
export { missingModel } from './layout/missing-model.js';

// Workbooks back in
export { refuseSize } from './xlsx/read.js';
export { PURE_INFLATER, type Inflater, type NotInflated } from './xlsx/inflate.js';
export { readWorkbook, type ReadWorkbook } from './workbook/read.js';
export {
  SCORE_SCHEMA_VERSION,
  scored,
  scoreReport,
  type FileIdentity,
  type Scored,
  type ScoreReport,
} from './formats/score-report.js';

// The desk: what people come to do, over ports
export { rememberedInMemory, type Remembered, type SeenFile } from './desk/remembered.js';
export { readClosely, type Reading } from './desk/read-closely.js';

// What is made of results
export { sha256, type FileDigest } from './formats/sha256.js';

// Findings and languages
export {
  CATALOGUE,
  DIAGNOSTIC_CODES,
  type Affects,
  type DiagnosticCode,
  type FactsOf,
  type Severity,
  type StoreReason,
} from './diagnostic/catalogue.js';
export {
  find,
  hasErrors,
  isError,
  severityOf,
  spoilsScore,
  sortFindings,
  type About,
  type Finding,
  type Parsed,
  type Place,
  type Subject,
} from './diagnostic/finding.js';
export { Refusal } from './diagnostic/refusal.js';
export { Comparing } from './diagnostic/distance.js';
export { suggest, suggested } from './diagnostic/suggest.js';
export {
  diagnosticLine,
  inWords,
  type Diagnostic,
  type Message,
  type Explanation,
  type Explanations,
  type Messages,
  type Shown,
  type Told,
} from './locale/message.js';
export type { Language, Words } from './locale/language.js';
export { LANGUAGES, USUAL_LANGUAGE } from './locale/languages.js';
export { visible, visibleLines } from './document/visible.js';
