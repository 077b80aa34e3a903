/** An answer as lines of text, as a sheet would show its fields. */
import type { Answer, FieldValue } from '../assessment/assessment.js';
import { FIELDS } from '../assessment/fields.js';
import { plainText } from '../assessment/links.js';
import { objectivesOf, type Model } from '../model/model.js';
import type { Language } from './language.js';

/** A line for each field that something was said in, with the heading of its column. */
export function answerLines(given: Answer, model: Model, objective: string, { words }: Language): string[] {
  const unit = objectivesOf(model).find(({ id }) => id === objective)?.kpi?.unit;
  const shown = (name: keyof Answer, value: FieldValue): string => {
    if (name === 'answer') return model.answers.find(({ id }) => id === value)?.name ?? plainText(value);
    return name === 'measured' && unit !== undefined ? `${plainText(value)} ${unit}` : plainText(value);
  };
  return (Object.keys(FIELDS.objective) as (keyof Answer)[]).flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : [`${words.fields.objective[name].header}: ${shown(name, value)}`];
  });
}
