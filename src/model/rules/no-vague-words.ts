/** Words that let anybody say “met”: what they hide has to be said. */
import { perObjective } from './law.js';

/** Vague word → what to write instead. */
const VAGUE: Readonly<Record<string, string>> = {
  appropriate: 'say which',
  appropriately: 'say how',
  adequate: 'say how much',
  adequately: 'say how much',
  'as needed': 'say when',
  'as required': 'say when',
  'best practice': 'name the practice',
  'best practices': 'name the practices',
  effective: 'say what it achieves',
  effectively: 'say what it achieves',
  ensure: 'say who does what',
  ensures: 'say who does what',
  ensured: 'say who does what',
  frequently: 'say how often',
  periodically: 'say how often',
  periodic: 'say how often',
  promptly: 'say within what time',
  proper: 'say which',
  properly: 'say how',
  reasonable: 'say how much',
  regular: 'say how often',
  regularly: 'say how often',
  relevant: 'say which',
  robust: 'say against what',
  significant: 'say how much',
  sufficient: 'say how much',
  suitable: 'say which',
  timely: 'say within what time',
  various: 'name them',
  'where possible': 'say where',
  'if possible': 'say when',
};
const PATTERN = new RegExp(`(?<![\\w-])(${Object.keys(VAGUE).join('|')})(?![\\w-])`, 'gi');

export const noVagueWords = perObjective(
  'no-vague-words',
  'No words that allow every answer to be “met”, such as “appropriate”, “regularly” or “ensure”.',
  ({ objective }) =>
    (['text', 'rationale', 'partly'] as const).flatMap((field) =>
      [...objective[field].matchAll(PATTERN)].map(([word]) => ({
        at: [field],
        detail: `“${word}” can mean anything; ${VAGUE[word.toLowerCase()] ?? 'be exact'}.`,
      })),
    ),
);
