/** Reads a page of HTML as a browser does, and names what the standard calls an error. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** A page as a browser takes it, with the errors of its markup. */
export function readPage(html: string): { page: Tree.Document; errors: readonly string[] } {
  const errors: string[] = [];
  const onParseError = ({ code, startLine }: { code: string; startLine: number }): void => {
    errors.push(`${startLine}: ${code}`);
  };
  return { page: parse(html, { sourceCodeLocationInfo: true, onParseError }), errors };
}

/** All elements below a node, in the order of the page. */
export function elements(node: Tree.ParentNode): Tree.Element[] {
  return node.childNodes.flatMap((each) => ('tagName' in each ? [each, ...elements(each)] : []));
}

/** The text that is seen in an element. */
export function textOf(node: Tree.ChildNode): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** The value of an attribute; undefined where it is not there. */
export function attribute({ attrs }: Tree.Element, name: string): string | undefined {
  return attrs.find((each) => each.name === name)?.value;
}
