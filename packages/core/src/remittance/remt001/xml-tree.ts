/** A small XML document as a tree: advices are read whole, within limits. */
import { createGuardedXml, XmlRefused } from '../../xml/index.ts';

export interface XmlElement {
  readonly name: string;
  readonly currency: string | null;
  readonly line: number;
  text: string;
  readonly children: XmlElement[];
}

const DEPTH_MAX = 40;
const TOKEN_CHARS_MAX = 200_000;
/** An advice of a few thousand invoices has some fifty elements for each. */
const ELEMENTS_MAX = 1_000_000;

/** Throws `XmlRefused`. */
export function treeOf(text: string): XmlElement {
  const root: XmlElement = { name: '', currency: null, line: 0, text: '', children: [] };
  const open = [root];
  let count = 0;
  const xml = createGuardedXml(
    {
      onOpen(name, attributes) {
        count += 1;
        if (count > ELEMENTS_MAX)
          throw new XmlRefused('xml_too_large', 'The advice has over a million elements. Divide it.');
        const element: XmlElement = {
          name,
          currency: attributes.Ccy ?? null,
          line: xml.line(),
          text: '',
          children: [],
        };
        open[open.length - 1]?.children.push(element);
        open.push(element);
      },
      onText(part) {
        const element = open[open.length - 1];
        if (element !== undefined) element.text += part;
      },
      onClose: () => void open.pop(),
    },
    { depthMax: DEPTH_MAX, tokenCharsMax: TOKEN_CHARS_MAX },
  );
  xml.write(text.replace(/^[\ufeff\s]+/, ''));
  xml.close();
  return root;
}

/** The first element along the path, or undefined: `at(entry, 'DbtrAcct', 'Id')`. */
export function at(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  return path.reduce((current, name) => current?.children.find((child) => child.name === name), element);
}

export function all(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The trimmed text at a path, or null when it is absent or blank. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string | null {
  return at(element, ...path)?.text.trim() || null;
}

/** The first element of this name at any depth. */
export function find(element: XmlElement | undefined, name: string): XmlElement | undefined {
  for (const child of element?.children ?? []) {
    const found = child.name === name ? child : find(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}
