/** A beginning of German: the words of the dropdowns. Everything else is said in English until somebody has written it. */
import { en } from '../en/index.js';
import { inheriting } from '../language.js';

export const de = inheriting(en, 'de', {
  words: {
    yesNo: { yes: 'Ja', no: 'Nein' },
    said: {
      answers: {
        taken: {
          ja: 'met',
          erfüllt: 'met',
          'voll erfüllt': 'met',
          'vollständig erfüllt': 'met',
          teilweise: 'partly',
          'teilweise erfüllt': 'partly',
          nein: 'not-met',
          'nicht erfüllt': 'not-met',
          entfällt: 'not-applicable',
          'nicht anwendbar': 'not-applicable',
          'nicht zutreffend': 'not-applicable',
        },
        likely: { 'noch nicht': 'not-met', 'noch nicht erfüllt': 'not-met' },
        unclear: {
          umgesetzt: ['met', 'partly'],
          'in arbeit': ['partly', 'not-met'],
          geplant: ['not-met', 'partly'],
          keine: ['not-met', 'not-applicable'],
        },
      },
      yesNo: {
        taken: { j: 'yes', 'im einsatz': 'yes', 'nicht im einsatz': 'no' },
        unclear: { geplant: ['no', 'yes'] },
      },
    },
    doubts: [...en.words.doubts, 'nicht', 'noch', 'teilweise', 'kein', 'keine', 'fast', 'außer', 'aber', 'ohne', 'nie'],
    sheets: { introduction: 'Einführung', profile: 'Profil', answers: 'Kontrollziele' },
    fields: {
      objective: { answer: { header: 'Antwort' }, notes: { header: 'Bemerkungen' } },
      deployment: { inUse: { header: 'Im Einsatz?' } },
    },
    states: { met: 'Erfüllt', unmet: 'Nicht erfüllt' },
  },
});
