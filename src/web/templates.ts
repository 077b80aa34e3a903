/** The templates of the page: they were compiled when the page was built, since it allows no code that is made from text. */

/** Puts the texts in: the build replaces it. */
declare const TEMPLATE_TEXTS: Readonly<Record<string, string>>;

/** As a file would be read: a style as it is, a template as its name, by which `handlebars` finds it compiled. */
export function readTemplate(name: string): string {
  return TEMPLATE_TEXTS[name] ?? name;
}
