/** What the page shows of one workbook, or of one organization's several: read, checked, scored and reported by the desk that the program has. */
import { formatAnswers } from '../assessment/answers-json.js';
import { changeBetween, type Compared } from '../desk/compare.js';
import { checkWorkbook } from '../desk/give-back.js';
import { recordOf } from '../desk/record.js';
import { readClosely } from '../desk/read-closely.js';
import { inTime } from '../desk/reporting.js';
import { assessmentIn, contentOf, readOutline } from '../desk/row.js';
import { isError, severityOf, spoilsScore, type Finding } from '../diagnostic/finding.js';
import { jsonText } from '../diagnostic/json-text.js';
import { CSV_BEGIN, csvLine } from '../formats/csv.js';
import { scored, scoreReport, type Scored } from '../formats/score-report.js';
import { sha256 } from '../formats/sha256.js';
import type { Shelf } from '../layout/shelf.js';
import { EXPLANATIONS } from '../locale/en/explanations.js';
import { pageWords as w } from '../locale/en/page.js';
import { reportWords } from '../locale/en/report.js';
import { inWords } from '../locale/message.js';
import { messagesIn } from '../locale/messages.js';
import { categoriesOf, type Model } from '../model/model.js';
import { makeReport, type ReportFormat, type ReportSource } from '../report/make.js';
import type { ReadWorkbook } from '../workbook/read.js';
import type { ReadTemplate } from '../document/render.js';
import type { CategoryRow, ListedFinding, Moved, Opened, Result } from './telling.js';

/** The bytes of a workbook under the name that is shown. */
export interface Sent {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What opening is done with. */
export interface Opening {
  readonly shelf: Shelf;
  readonly tool: string;
  /** The latest day that it is anywhere, and the day that it is here. */
  readonly today: string;
  readonly day: string;
  readonly readTemplate: ReadTemplate;
}

/** One workbook with its score. */
interface Read extends Sent {
  readonly report: Scored;
  readonly value: ReadWorkbook | undefined;
  readonly digest: string;
}

const messages = messagesIn();

/** Opens workbooks; several are of one organization, the newest of them is shown, and the others tell where it comes from. */
export function openWorkbooks(sent: readonly Sent[], opening: Opening): Opened {
  const all = sent.map((each) => readOne(each, opening));
  const candidates = all.flatMap((each) => {
    const { value, report } = each;
    const { program } = report;
    return value && program ? [{ ...each, ...value, score: { program } }] : [];
  });
  const timed = inTime(candidates);
  const [first] = all;
  if (!timed || !first) return nothingIn(first ?? readOne({ path: '', bytes: new Uint8Array() }, opening));
  const { newest, earlier } = timed;
  const { value: checked, findings } = checkWorkbook(newest.bytes, opening.shelf, { today: opening.today });
  const before = inTime(candidates.filter((each) => each !== newest))?.newest;
  const source: ReportSource = {
    ...{ model: newest.model, assessment: newest.assessment, earlier, peers: undefined, today: opening.day },
    source: { file: newest.path, sha256: newest.digest },
    diagnostics: newest.report.findings.map((each) => inWords(each, messages)),
  };
  const reportAs = (format: ReportFormat): string => makeReport(source, format, opening.readTemplate);
  return {
    ...about(newest, checked ? findings : newest.report.findings),
    result: resultOf(newest.report, newest.model),
    ...(before ? { moved: movedFrom(before, newest, opening) } : {}),
    files: {
      ...filesOf(newest, findings),
      answers: json(formatAnswers(newest.assessment, newest.model)),
      report: reportAs('html'),
      actions: reportAs('actions.csv'),
    },
  };
}

/** What is shown of a file that was given up, or that the page itself failed at. */
export function openedFailed(path: string, finding: Finding): Opened {
  const report = scored({ file: path, sha256: '' }, undefined, [{ ...finding, file: path }]);
  return nothingIn({ path, report });
}

function nothingIn(read: Pick<Read, 'path' | 'report'>): Opened {
  return { ...about(read, read.report.findings), is: 'unread', files: filesOf(read, read.report.findings) };
}

function readOne({ path, bytes }: Sent, { shelf, today }: Opening): Read {
  const { value, findings } = readClosely(bytes, shelf, { today });
  const digest = sha256(bytes);
  const told = findings.map((each) => ({ ...each, file: path }));
  return { path, bytes, value, digest, report: scored({ file: path, sha256: digest }, value, told) };
}

/** As the program prints it. */
const json = (value: unknown): string => `${jsonText(value, 2)}\n`;

function about({ path, report }: Pick<Read, 'path' | 'report'>, findings: readonly Finding[]): Omit<Opened, 'files'> {
  const { organization, edition, model } = report;
  const day = organization?.asOf ?? '';
  const of = (severity: string): number => findings.filter((each) => severityOf(each) === severity).length;
  return {
    path,
    name: organization ? organization.name || w.one.noName : path,
    facts: [
      ...(organization ? [path] : []),
      organization?.unit ?? '',
      ...(model && edition ? [w.one.edition(`${w.name} ${model.version}`, nameOf(edition.language))] : []),
      ...(organization
        ? [
            day === ''
              ? reportWords.board.noDate
              : reportWords.board.assessed(reportWords.day(day), organization.assessor.trim()),
          ]
        : []),
    ].filter((each) => each.trim() !== ''),
    is: findings.some(({ code }) => code === 'nothing-answered') ? 'blank' : 'answered',
    findings: findings.map(listedAs),
    errors: of('error'),
    warnings: of('warning'),
    spoiling: findings.filter((each) => isError(each) && spoilsScore(each)).length,
  };
}

/** A language by its own name. */
function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
  } catch {
    return language; // what nobody knows is shown as it is
  }
}

function listedAs(finding: Finding): ListedFinding {
  const { severity, code, sheet = '', cell = '', objective = '', message } = inWords(finding, messages);
  return { severity, code, sheet, cell, objective, message, todo: EXPLANATIONS[code].remedy };
}

function filesOf({ report }: Pick<Read, 'report'>, findings: readonly Finding[]): Opened['files'] {
  const lines = findings
    .map(listedAs)
    .map((each) => csvLine([each.severity, each.sheet, each.cell, each.objective, each.message, each.todo, each.code]));
  return { score: json(scoreReport(report, messages)), findings: [CSV_BEGIN, csvLine(w.one.csv), ...lines].join('') };
}

function resultOf({ program, categories = [] }: Scored, model: Model): Result {
  const byId = new Map(categories.map((each) => [each.id, each]));
  const rows = model.domains.flatMap((domain) =>
    domain.categories.flatMap(({ id, name }, index): CategoryRow[] => {
      const score = byId.get(id);
      if (!score) return [];
      const { level, evidencedLevel, potential, target } = score;
      return [{ name, isFirst: index === 0, level, evidencedLevel, potential, target }];
    }),
  );
  return {
    top: model.levels.length,
    maturity: program?.maturity ?? null,
    evidencedMaturity: program?.evidencedMaturity ?? null,
    floor: program?.floor ?? null,
    completeness: program?.completeness ?? null,
    below: program?.belowTarget ?? 0,
    withTarget: rows.filter(({ target }) => target !== null).length,
    categories: rows,
  };
}

function movedFrom(before: Read, now: Read & { readonly model: Model }, opening: Opening): Moved {
  const [was, is] = [before, now].map((each) => comparedOf(each, opening));
  const change = was && is ? changeBetween(was, is) : undefined;
  const names = new Map(categoriesOf(now.model).map(({ id, name }) => [id, name]));
  const dayOf = ({ report: { organization } }: Read): string =>
    organization?.asOf ? reportWords.day(organization.asOf) : w.change.noDate;
  return {
    file: before.path,
    ...{ before: dayOf(before), now: dayOf(now) },
    maturity: {
      before: before.report.program?.maturity ?? null,
      now: now.report.program?.maturity ?? null,
      by: change?.maturity ?? null,
    },
    ...(change?.asked ? { asked: change.asked } : {}),
    isOtherEdition: was?.model !== is?.model,
    categories: (change?.categories ?? []).map(({ id, by }) => ({ name: names.get(id) ?? id, by })),
    objectives: (change?.objectives ?? []).map(({ id, from, to }) => ({
      id,
      from: reportWords.stateNames[from],
      to: reportWords.stateNames[to],
    })),
  };
}

/** As a store would keep it: what changes are told from. */
function comparedOf({ path, bytes, digest }: Read, { shelf, tool, today }: Opening): Compared | undefined {
  const { row } = recordOf(bytes, { path, sha256: digest, modified: 0 }, { shelf, tool, messages, today, kind: 'row' });
  return row && assessmentIn(row, contentOf(row), readOutline(row.outline));
}
