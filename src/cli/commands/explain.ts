/** `aismm explain`: what a diagnostic means and what to do about it. */
import type { CommandModule } from 'yargs';
import { CATALOGUE, DIAGNOSTIC_CODES, EXPLANATIONS, suggest } from '../../node.js';
import { printData, Usage } from '../world.js';

interface Options {
  code: string | undefined;
}

export const explain: CommandModule<object, Options> = {
  command: 'explain [code]',
  describe: 'Explain the code of an error, a warning or a note. Without a code, list all codes',
  builder: (yargs) =>
    yargs
      .positional('code', { type: 'string', describe: 'Code of an error, a warning or a note, such as unknown-option' })
      .example('aismm explain unknown-option', 'Print the meaning of the “unknown-option” code, and what to do'),
  handler: ({ code }) => {
    if (code === undefined) {
      printData(DIAGNOSTIC_CODES.map((each) => `${each} (${CATALOGUE[each].severity})`).join('\n'));
      return;
    }
    const known = DIAGNOSTIC_CODES.find((each) => each === code);
    if (known === undefined) {
      const near = suggest(code, DIAGNOSTIC_CODES);
      throw new Usage(
        `Unknown code "${code}".${near ? ` Did you mean ${near}?` : ''} “aismm explain” lists all codes.`,
      );
    }
    const { meaning, remedy } = EXPLANATIONS[known];
    printData(`${known} (${CATALOGUE[known].severity})\n\n${meaning}\n\nWhat to do: ${remedy}`);
  },
};
