/** A small tree of elements, for messages whose parts are read one by one. */

/** One element: its name without prefix, its `Ccy` attribute, its own text and its child elements. */
export interface XmlNode {
  readonly name: string;
  readonly line: number;
  readonly currency: string | null;
  text: string;
  readonly children: XmlNode[];
}

/** The first child with this name along the path, or null: `nodeAt(entry, 'BkTxCd', 'Domn')`. */
export function nodeAt(node: XmlNode | null, ...path: readonly string[]): XmlNode | null {
  let current = node;
  for (const name of path) current = current?.children.find((child) => child.name === name) ?? null;
  return current;
}

/** All children with this name. */
export function nodesNamed(node: XmlNode | null, name: string): XmlNode[] {
  return node === null ? [] : node.children.filter((child) => child.name === name);
}

/** The trimmed text at a path, or null when it is absent or blank. */
export function textAt(node: XmlNode | null, ...path: readonly string[]): string | null {
  return nodeAt(node, ...path)?.text.trim() || null;
}
