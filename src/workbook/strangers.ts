/** Whose workbook it may be, where it is not ours: by words that its own headings and names use. */
import { describeValue, type GridSheet } from '../grid/grid.js';

interface Stranger {
  readonly name: string;
  /** Any of these on a sheet or as its name. */
  readonly words: RegExp;
}

/** The more telling first: several of them mention each other. */
const STRANGERS: readonly Stranger[] = [
  { name: 'an AI-CAIQ (AI Consensus Assessments Initiative Questionnaire) of the CSA', words: /\bAI-CAIQ\b/i },
  {
    name: 'a CAIQ (Consensus Assessments Initiative Questionnaire) of the CSA',
    words: /\bCAIQ|consensus assessments? initiative/i,
  },
  { name: 'the AI Controls Matrix (AICM) of the CSA', words: /\bAI controls matrix\b/i },
  { name: 'the Cloud Controls Matrix (CCM) of the CSA', words: /cloud controls matrix|\bCCM ?v?\d/i },
  { name: "the CSA's own AI Security Maturity Model workbook", words: /AI security maturity model|\bAISMM\b/i },
  {
    name: 'a HECVAT (Higher Education Community Vendor Assessment Toolkit)',
    words: /\bHECVAT\b|higher education community vendor/i,
  },
  { name: 'a CyberFundamentals (CyFun) self-assessment', words: /\bCyFun\b|cyberfundamentals/i },
  { name: 'an OWASP SAMM assessment', words: /\bSAMM\b|software assurance maturity/i },
  { name: 'an OWASP DSOMM assessment', words: /\bDSOMM\b|devsecops maturity model/i },
  { name: 'a BSIMM scorecard', words: /\bBSIMM\d*\b/i },
  {
    name: 'a DEBMM (Detection Engineering Behavior Maturity Model) assessment',
    words: /\bDEBMM\b|detection engineering (behaviou?r )?maturity/i,
  },
  {
    name: 'a C2M2 (Cybersecurity Capability Maturity Model) evaluation',
    words: /\bC2M2\b|cybersecurity capability maturity/i,
  },
  { name: 'a CMMC assessment', words: /\bCMMC\b|cybersecurity maturity model certification/i },
  { name: 'a CRI Profile', words: /cyber risk institute|\bCRI profile\b/i },
  { name: 'a SIG questionnaire (Shared Assessments)', words: /shared assessments|standardized information gathering/i },
  { name: 'a VSA questionnaire (Vendor Security Alliance)', words: /vendor security alliance/i },
  { name: 'a MVSP checklist', words: /minimum viable secure product/i },
  { name: 'a PCI DSS questionnaire', words: /\bPCI[ -]DSS\b/i },
  { name: 'a CIS Controls assessment', words: /\bCIS (critical security )?controls\b/i },
  {
    name: 'a set of attestations for MITRE SAF',
    words: /\battestations?\n[\s\S]*\bfrequency\b|\bMITRE SAF\b/i,
  },
  { name: 'an OSCAL (compliance-trestle) control sheet', words: /trestle|goal_name_id|\bOSCAL\b|ControlId.*goal/is },
  {
    name: 'a US Federal Audit Clearinghouse workbook',
    words: /\bSEFA\b|federal audit clearinghouse|\bauditee[_ ]uei\b/i,
  },
  { name: 'a VSME sustainability report (EFRAG)', words: /\bVSME\b|\bEFRAG\b/i },
  { name: 'a Capital Projects Fund report of the US Treasury', words: /capital projects fund|\bCPF\b/i },
  { name: 'an Azure review checklist', words: /landing zone|azure .*review|review checklist/i },
  { name: 'a NIST CSF assessment', words: /\bNIST (CSF|cybersecurity framework)\b|\bGV\.OC-\d/i },
  { name: 'a NIST SP 800-53 control list', words: /\b800-53\b/i },
  { name: 'a NIST AI RMF profile', words: /\bAI RMF\b|AI risk management framework/i },
  { name: 'an ISO/IEC 27001 statement of applicability', words: /statement of applicability|\bISO(\/IEC)? ?27001\b/i },
];

/** Texts of a sheet that are looked at: headings stand at the top. */
const ROWS = 60;
const LONGEST = 60_000;

/** What the workbook looks like, to be put behind “looks like”; undefined for nothing known. */
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
