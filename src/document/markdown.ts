/** The only writer of texts into Markdown: those of the model, which may use it, and those of strangers, which are nothing but text. */
import { visible } from './visible.js';

/** A text of the model inside a table: pipes and line breaks would end the cell. */
export function markdownCell(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, '<br>');
}

/** A text of a stranger: one line, also in a table, without a link, a picture, HTML or anything else that Markdown makes of signs. */
export function plainMarkdown(text: string): string {
  return (
    visible(text)
      .replace(/[\\`*_[\]<>&|~#!$@]|:(?=\S)/g, '\\$&')
      // Some programs take it for a link.
      .replace(/www\./gi, (found) => `${found.slice(0, -1)}\\.`)
      .replace(
        /^(\s*)([-+=]|\d+[.)])/,
        (_, blank: string, mark: string) => `${blank}${mark.slice(0, -1)}\\${mark.slice(-1)}`,
      )
  );
}
