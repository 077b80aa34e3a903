/** Names of the places in the companion document that others may link to. They stay, whatever the headings say. */

/** Where a category or an objective stands: `gov`, `gov-2a`. */
export function anchorOf(id: string): string {
  return id.toLowerCase();
}

/** Where one level of a category stands: `gov-2`. */
export function levelAnchor(category: string, n: number): string {
  return `${anchorOf(category)}-${n}`;
}

/** Where a condition is asked: `condition-agents`. */
export function conditionAnchor(id: string): string {
  return `condition-${id}`;
}

/** Where the index of one edition of a framework begins: `aicm-1-1`. */
export function editionAnchor(framework: string, edition: string): string {
  return plain(`${framework}-${edition}`);
}

/** Where one control stands in that index: `aicm-1-1-grc-09`. */
export function controlAnchor(framework: string, edition: string, control: string): string {
  return plain(`${framework}-${edition}-${control}`);
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
