/** Whose workbook it may be, where it is not ours: by words that its own headings and names use. */
import { describeValue, type GridSheet } from '../grid/grid.js';

interface Stranger {
  readonly name: string;
  /** Any of these on a sheet or as its name. */
  readonly words: RegExp;
}

/** The more telling first: several of them mention each other. */
const STRANGERS: readonly Stranger[] = [
  { name: 'ai-caiq', words: /\bAI-CAIQ\b/i },
  {
    name: 'caiq',
    words: /\bCAIQ|consensus assessments? initiative/i,
  },
  { name: 'aicm', words: /\bAI controls matrix\b/i },
  { name: 'ccm', words: /cloud controls matrix|\bCCM ?v?\d/i },
  { name: 'aismm', words: /AI security maturity model|\bAISMM\b/i },
  {
    name: 'hecvat',
    words: /\bHECVAT\b|higher education community vendor/i,
  },
  { name: 'cyfun', words: /\bCyFun\b|cyberfundamentals/i },
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
  { name: 'cri', words: /cyber risk institute|\bCRI profile\b/i },
  { name: 'sig', words: /shared assessments|standardized information gathering/i },
  { name: 'vsa', words: /vendor security alliance/i },
  { name: 'mvsp', words: /minimum viable secure product/i },
  { name: 'pci-dss', words: /\bPCI[ -]DSS\b/i },
  { name: 'cis', words: /\bCIS (critical security )?controls\b/i },
  {
    name: 'mitre-saf',
    words: /\battestations?\n[\s\S]*\bfrequency\b|\bMITRE SAF\b/i,
  },
  { name: 'oscal', words: /trestle|goal_name_id|\bOSCAL\b|ControlId.*goal/is },
  {
    name: 'fac',
    words: /\bSEFA\b|federal audit clearinghouse|\bauditee[_ ]uei\b/i,
  },
  { name: 'vsme', words: /\bVSME\b|\bEFRAG\b/i },
  { name: 'cpf', words: /capital projects fund|\bCPF\b/i },
  { name: 'azure-review', words: /landing zone|azure .*review|review checklist/i },
  { name: 'nist-csf', words: /\bNIST (CSF|cybersecurity framework)\b|\bGV\.OC-\d/i },
  { name: 'nist-800-53', words: /\b800-53\b/i },
  { name: 'nist-ai-rmf', words: /\bAI RMF\b|AI risk management framework/i },
  { name: 'iso-27001', words: /statement of applicability|\bISO(\/IEC)? ?27001\b/i },
];

/** Texts of a sheet that are looked at: headings stand at the top. */
const ROWS = 60;
const LONGEST = 60_000;

/** What the workbook looks like; undefined for nothing known. Each language has a name for it. */
export function guessOwner(sheets: readonly GridSheet[]): string | undefined {
  let text = '';
  for (const { name, rows } of sheets) {
    text += `${name}\n`;
    for (const row of rows.slice(0, ROWS)) {
      for (const cell of row.cells)
        if (cell.value?.kind === 'text') text += `${describeValue(cell.value).slice(0, 400)}\n`;
      if (text.length > LONGEST) break;
    }
    if (text.length > LONGEST) break;
  }
  const looked = text.slice(0, LONGEST);
  return STRANGERS.find(({ words }) => words.test(looked))?.name;
}
