/** Colors of cells and how far they stand apart, as WCAG computes it. */
import { child, type Element, type Look } from './open-package.js';

/** RRGGBB. */
export const PAGE = 'FFFFFF';
export const INK = '000000';

export interface Colors {
  readonly text: string;
  readonly fill: string;
}

function brightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** From 1, the same color, to 21, black on white. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [brightness(a), brightness(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** RRGGBB of an element for a color; a color of the theme is one that everybody knows: text or page. */
function colorIn(element: Element | undefined): string | undefined {
  const { rgb, theme } = element?.attributes ?? {};
  if (rgb !== undefined) return rgb.slice(-6);
  return theme === '0' ? PAGE : theme === '1' ? INK : undefined;
}

const fillIn = (fill: Element | undefined, name: string): string | undefined =>
  colorIn(child(child(fill, 'patternFill'), name));

/** Colors of a look, and of a condition on top of it. */
export function overlaid(look: Look, condition?: Element): Colors {
  const text = colorIn(child(look.font, 'color')) ?? INK;
  const isFilled = child(look.fill, 'patternFill')?.attributes['patternType'] === 'solid';
  const fill = (isFilled ? fillIn(look.fill, 'fgColor') : undefined) ?? PAGE;
  return {
    text: colorIn(child(child(condition, 'font'), 'color')) ?? text,
    fill: fillIn(child(condition, 'fill'), 'bgColor') ?? fill,
  };
}

/** Color of one side of a border; undefined where there is none. */
export function sideOf({ border }: Look, side: 'left' | 'right' | 'top' | 'bottom'): string | undefined {
  const found = child(border, side);
  return found?.attributes['style'] === undefined ? undefined : (colorIn(child(found, 'color')) ?? INK);
}

/** Number of a column by its letters. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
