/** A beginning of German: the words of the dropdowns. Everything else is said in English until somebody has written it. */
import { en } from '../en/index.js';
import { inheriting } from '../language.js';

export const de = inheriting(en, 'de', {
  words: {
    yesNo: { yes: 'Ja', no: 'Nein' },
    sheets: { introduction: 'Einführung', profile: 'Profil', answers: 'Kontrollziele' },
    fields: {
      objective: { answer: { header: 'Antwort' }, notes: { header: 'Bemerkungen' } },
      deployment: { inUse: { header: 'Im Einsatz?' } },
    },
    states: { met: 'Erfüllt', unmet: 'Nicht erfüllt' },
  },
});
