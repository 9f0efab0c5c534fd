/** A small XML document as a tree: advices are read whole, within limits. */
import { createGuardedXml, type XmlNode, XmlRefused } from '../../xml/index.ts';

const DEPTH_MAX = 40;
const TOKEN_CHARS_MAX = 200_000;
/** An advice of a few thousand invoices has some fifty elements for each. */
const ELEMENTS_MAX = 1_000_000;

/** Throws `XmlRefused`. */
export function treeOf(text: string): XmlNode {
  const root: XmlNode = { name: '', currency: null, line: 0, text: '', children: [] };
  const open = [root];
  let count = 0;
  const xml = createGuardedXml(
    {
      onOpen(name, attributes) {
        count += 1;
        if (count > ELEMENTS_MAX)
          throw new XmlRefused('xml_too_large', 'The advice has over a million elements. Divide it.');
        const currency = attributes.Ccy ?? null;
        const element: XmlNode = { name, currency, line: xml.line(), text: '', children: [] };
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

/** The first element of this name at any depth, or null. */
export function nodeWithin(node: XmlNode | null, name: string): XmlNode | null {
  for (const child of node?.children ?? []) {
    const found = child.name === name ? child : nodeWithin(child, name);
    if (found !== null) return found;
  }
  return null;
}
