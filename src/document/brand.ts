/** The color and the logo of a model, as pages show them. */
import { colorIn } from '../model/brand.js';
import { fitted } from '../model/logo.js';
import type { Model } from '../model/model.js';
import { visible } from './visible.js';

/** The color of a model in place of that of the program; nothing where it has none. */
export function colorStyle(brand: Model['brand']): string {
  const color = colorIn(brand?.color ?? '');
  return color === undefined ? '' : `\n:root { --blue:#${color.toLowerCase()}; }`;
}

/** The logo of a model as a page holds it, no larger than `most`; undefined where it has none. */
export function logoView(brand: Model['brand'], most: { readonly width: number; readonly height: number }) {
  const logo = brand?.logo;
  return logo && { source: `data:image/png;base64,${logo.png}`, alt: visible(logo.alt), ...fitted(logo, most) };
}
