/** How a share stands in a cell, and how it is kept: in percent points, 97 for 97%. */
import { compile } from '../formula/evaluate.js';
import { builders, type Expression } from '../formula/expression.js';
import type { Field } from './fields.js';

/** Digits that are kept: a share that was divided by 100 to be written is the same once it is read. */
const DIGITS = 12;
/** Up to this a number is a fraction, as a cell shows it with its sign; above it, it is percent points. */
const LARGEST_FRACTION = 1;

/**
 * Percent points of what was typed: the one rule of sheet and reader. From 0 to 100 it gives 0 to 100; what is outside
 * has to be refused before.
 */
export function pointsOf<Q extends string>(typed: Expression<Q>): Expression<Q> {
  const { when, above, equal, times, round, minus, wholePart, log10 } = builders<Q>();
  const points = when(above(typed, LARGEST_FRACTION), typed, times(typed, 100));
  return when(equal(typed, 0), 0, round(points, minus(DIGITS - 1, wholePart(log10(points)))));
}

const points = compile(pointsOf(builders<'typed'>().of('typed')));

/** The same as a number. */
export function pointsTyped(typed: number): number {
  const nothing = (): never => {
    throw new Error('broken promise: percent points depend on what was typed only');
  };
  return Number(points({ of: () => typed, parts: nothing, column: nothing, previous: nothing }));
}

/** The inverse: what a cell is to hold for so many percent points. */
export function typedFor(percentPoints: number): number {
  return percentPoints > LARGEST_FRACTION ? percentPoints : percentPoints / 100;
}

/** A share as it is kept, whoever says it. */
export function keptShare(percentPoints: number): number {
  return pointsTyped(typedFor(percentPoints));
}

/** True for a field whose cell shows every number with a percent sign. */
export function isShownAsShare(field: Field): boolean {
  return field.kind === 'number' && field.unit === 'percent' && field.shares === 'by-size';
}
