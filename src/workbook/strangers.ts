/** Whose workbook it may be, where it is not ours: by words that its own headings and names use. */
import { describeValue, type GridSheet } from '../grid/grid.js';

interface Stranger {
  readonly name: string;
  /** Any of these on a sheet or as its name. */
  readonly words: RegExp;
  /** What has to be there as well, wherever it is. */
  readonly and?: RegExp;
  /** Those that it builds upon, and mentions: they don't mention it. */
  readonly over?: readonly string[];
}

/** Of two that are named at the same place, the first. */
const STRANGERS: readonly Stranger[] = [
  { name: 'ai-caiq', words: /\bAI-CAIQ\b/i },
  {
    name: 'caiq',
    words: /\bCAIQ|consensus assessments? initiative/i,
  },
  { name: 'aicm', words: /\bAI controls matrix\b/i },
  { name: 'ccm', words: /cloud controls matrix|\bCCM ?v?\d/i },
  {
    name: 'sans-aismm',
    words: /AI security maturity model/i,
    and: /\bSANS\b/i,
    over: ['aismm', 'other-aismm'],
  },
  { name: 'aismm', words: /\bAISMM\b/i, over: ['other-aismm'] },
  { name: 'aismm', words: /AI security maturity model/i, and: /cloud security alliance/i, over: ['other-aismm'] },
  { name: 'other-aismm', words: /AI security maturity model/i },
  { name: 'aima', words: /\bAIMA\b|\bAI maturity assessment\b/i, over: ['samm'] },
  {
    name: 'hecvat',
    words: /\bHECVAT\b|higher education community vendor/i,
  },
  { name: 'cyfun', words: /\bCyFun\b|cyberfundamentals/i, over: ['nist-csf'] },
  { name: 'samm', words: /\bSAMM\b|software assurance maturity/i },
  { name: 'dsomm', words: /\bDSOMM\b|devsecops maturity model/i },
  { name: 'bsimm', words: /\bBSIMM\d*\b/i },
  {
    name: 'debmm',
    words: /\bDEBMM\b|detection engineering (behaviou?r )?maturity/i,
  },
  {
    name: 'c2m2',
    words: /\bC2M2\b|cybersecurity capability maturity/i,
  },
  { name: 'cmmc', words: /\bCMMC\b|cybersecurity maturity model certification/i },
  { name: 'cri', words: /cyber risk institute|\bCRI profile\b/i, over: ['nist-csf'] },
  { name: 'sig', words: /shared assessments|standardized information gathering/i },
  { name: 'vsa', words: /vendor security alliance/i },
  { name: 'mvsp', words: /minimum viable secure product/i },
  { name: 'pci-dss', words: /\bPCI[ -]DSS\b/i },
  { name: 'cis', words: /\bCIS (critical security )?controls\b/i },
  { name: 'mitre-saf', words: /\battestations?\n/i, and: /\bfrequency\b/i },
  { name: 'mitre-saf', words: /\bMITRE SAF\b/i },
  { name: 'oscal', words: /trestle|goal_name_id|\bOSCAL\b/i },
  { name: 'oscal', words: /ControlId/i, and: /goal/i },
  {
    name: 'fac',
    words: /\bSEFA\b|federal audit clearinghouse|\bauditee[_ ]uei\b/i,
  },
  { name: 'vsme', words: /\bVSME\b|\bEFRAG\b/i },
  { name: 'cpf', words: /capital projects fund|\bCPF\b/i },
  { name: 'azure-review', words: /landing zone|azure .*review|review checklist/i },
  {
    name: 'nist-csf',
    words: /\bNIST[- ]?(CSF|cybersecurity framework)\b|\bCSF ?(v?[12]\.\d|profile)\b|\b(GV\.OC|ID\.AM|PR\.A[AC])-\d/i,
  },
  { name: 'nist-800-53', words: /\b800-53\b/i },
  { name: 'nist-ai-rmf', words: /\bAI RMF\b|AI risk management framework/i },
  { name: 'iso-27001', words: /statement of applicability|\bISO(\/IEC)? ?27001\b/i },
];

/** Texts of a sheet that are looked at: headings stand at the top. */
const ROWS = 60;
const LONGEST = 60_000;
/** A longer text tells of other things, too. */
const LONGEST_TITLE = 120;
const LONGEST_TEXT = 400;

/** As much of a sheet as tells whose it is. */
export type LookedAt = Pick<GridSheet, 'name' | 'rows'>;

/** What the workbook looks like; undefined for nothing known. Each language has a name for it. */
export function guessOwner(sheets: readonly LookedAt[]): string | undefined {
  const texts: string[] = [];
  let length = 0;
  for (const { rows } of sheets) {
    for (const { cells } of rows.slice(0, ROWS)) {
      for (const { value } of cells) {
        if (value?.kind !== 'text' || length > LONGEST) continue;
        texts.push(describeValue(value).slice(0, LONGEST_TEXT));
        length += texts.at(-1)?.length ?? 0;
      }
    }
  }
  const names = sheets.map(({ name }) => name);
  return ownerIn([...names, ...texts.filter((text) => text.length <= LONGEST_TITLE)]) ?? ownerIn([...names, ...texts]);
}

/** Whoever is named first, unless somebody who builds upon them is named as well. */
function ownerIn(texts: readonly string[]): string | undefined {
  const text = texts.join('\n').slice(0, LONGEST);
  const named = STRANGERS.flatMap(({ name, words, and, over = [] }) => {
    const at = text.search(words);
    return at < 0 || and?.test(text) === false ? [] : [{ name, at, over }];
  });
  const used = new Set(named.flatMap(({ over }) => over));
  return named.filter(({ name }) => !used.has(name)).sort((a, b) => a.at - b.at)[0]?.name;
}
