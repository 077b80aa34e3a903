/** The only writer of texts into Markdown: texts are text there and never Markdown, whoever wrote them. */
import { visible } from './visible.js';

/** A text of ours inside a table: pipes and line breaks would end the cell. */
export function markdownCell(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', '\\|')
    .replace(/\s*\n\s*/g, '<br>');
}

/** A text of a model on one line, also in a table or a link. Only signs that mean something are escaped, so that it reads well as it is. */
export function modelMarkdown(text: string): string {
  return (
    lineOf(text)
      .replace(/[\\`*_<|~#$]|&(?=#?\w+;)/g, '\\$&')
      // Inside a link, some programs take brackets for those of another one, even behind a backslash.
      .replaceAll('[', '&#91;')
      .replaceAll(']', '&#93;')
      .replace(/^[-+=>]/, '\\$&')
      .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
  );
}

/** An id as code, so that it can be told from a title; also in a table or a link. */
export function markdownCode(text: string): string {
  const code = lineOf(text);
  // Code knows no escapes: what holds one of these signs is a text like others.
  return /^$|[`|[\]\\]/.test(code) ? modelMarkdown(text) : `\`${code}\``;
}

/** One line without what is not seen. */
function lineOf(text: string): string {
  return visible(text.replace(/\s+/g, ' ').trim());
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
