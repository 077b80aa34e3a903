/** How a model of one's own looks: whose it is, and the color of its headings. */
import type { ShapeProblem } from '../diagnostic/catalogue.js';

/** What headings and letters in the color are seen on: paper, and the gray of tables. The first is also the color of letters on it. */
const BEHIND = ['FFFFFF', 'F3F6F9'] as const;
/** What WCAG asks of text. */
const LEAST_CONTRAST = 4.5;

/** Six hexadecimal digits, with or without `#` before them. */
const COLOR = /^#?([0-9a-f]{6})$/i;

/** RRGGBB; undefined for what is no color. */
export function colorIn(text: string): string | undefined {
  return COLOR.exec(text)?.[1]?.toUpperCase();
}

/** What is wrong with a color; undefined where it can be read on everything that it is used on. */
export function colorProblem(text: string | null): ShapeProblem | undefined {
  // What YAML makes of a color that is not in quotes: a comment, and nothing before it.
  if (text === null) return { is: 'color', name: '' };
  const color = colorIn(text);
  if (color === undefined) return { is: 'color', name: text };
  const ratio = Math.min(...BEHIND.map((each) => contrast(color, each)));
  return ratio < LEAST_CONTRAST ? { is: 'contrast', ratio, least: LEAST_CONTRAST } : undefined;
}

/** From 1, the same color, to 21, black on white, as WCAG computes it. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
