/** UBL documents out of XML, one small tree each: what no receivable needs (lines, attachments) never becomes a node. */
import { createGuardedXml } from '../xml/index.ts';

export interface UblNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: UblNode[];
}

export interface UblTrees {
  /** Throws `XmlRefused`. */
  readonly write: (chunk: string) => void;
  readonly end: () => void;
}

/** An invoice is about ten deep; an envelope adds a few. Attachments are one long text: 40 MB of PDF are 56 MB of it. */
const LIMITS = { depthMax: 40, tokenCharsMax: 60_000_000 };
/** Without lines and attachments a document has some two hundred. */
const NODES_MAX = 10_000;
const TEXT_CHARS_MAX = 5_000;
const DOCUMENTS = new Set(['Invoice', 'CreditNote']);
const UNREAD = new Set([
  'InvoiceLine',
  'CreditNoteLine',
  'AdditionalDocumentReference',
  'UBLExtensions',
  'Signature',
  'TaxTotal',
]);

/** A file may hold one document, an envelope around one, or several in an element of any name. */
export function createUblTrees(onDocument: (document: UblNode) => void): UblTrees {
  const open: UblNode[] = [];
  let unreadDepth = 0;
  let nodes = 0;
  const xml = createGuardedXml(
    {
      onOpen(name, attributes) {
        if (unreadDepth > 0 || (open.length > 0 && (UNREAD.has(name) || nodes >= NODES_MAX))) {
          unreadDepth += 1;
          return;
        }
        if (open.length === 0 && !DOCUMENTS.has(name)) return;
        if (open.length === 0) nodes = 0;
        nodes += 1;
        open.push({ name, attributes: { ...attributes }, text: '', children: [] });
      },
      onText(text) {
        const node = open.at(-1);
        if (unreadDepth === 0 && node !== undefined && node.text.length < TEXT_CHARS_MAX) node.text += text;
      },
      onClose() {
        if (unreadDepth > 0) {
          unreadDepth -= 1;
          return;
        }
        const node = open.pop();
        const parent = open.at(-1);
        if (node !== undefined && parent !== undefined) parent.children.push(node);
        else if (node !== undefined) onDocument(node);
      },
    },
    LIMITS,
  );
  return { write: xml.write, end: xml.close };
}

/** All nodes at a path of names. */
export function nodesAt(node: UblNode, ...path: readonly string[]): UblNode[] {
  return path.reduce<UblNode[]>(
    (nodes, name) => nodes.flatMap((one) => one.children.filter((child) => child.name === name)),
    [node],
  );
}

/** The first text at a path that is not blank; null when there is none. */
export function textAt(node: UblNode, ...path: readonly string[]): string | null {
  for (const found of nodesAt(node, ...path)) {
    const text = found.text.replace(/\s+/g, ' ').trim();
    if (text !== '') return text;
  }
  return null;
}
