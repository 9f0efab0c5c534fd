/**
 * Reads XML by parts: the caller names the elements it wants, and each arrives as a small tree when it ends; all else
 * only passes by. The file is from outside, so it is held to limits: no DOCTYPE (entity tricks need one), and caps on
 * depth, on the length of one text and on the size of one tree.
 */
import { SaxesParser } from 'saxes';
import type { XmlNode } from '../../xml/index.ts';
import type { FileProblem } from '../statement.ts';

/** Bank messages are about 15 deep; more is an attack or another kind of file. */
const DEPTH_MAX = 64;
/** The longest text of the standard is 500 characters (9,000 in supplementary data). */
const TEXT_CHARS_MAX = 20_000;
/** One element's tree without its detached parts; real entries stay under a thousand. */
const NODES_MAX = 50_000;
/** A tag, comment or text longer than this would be gathered in memory by the tokeniser. */
const TOKEN_CHARS_MAX = 2_000_000;

export interface SubtreeEvents {
  /** An element begins outside any tree; true asks for it as a tree. `path` ends with the element itself. */
  readonly onOpen: (path: readonly string[]) => boolean;
  /** True when the element, inside a tree, is to arrive by itself and not as a part of the tree around it. */
  readonly isDetached: (name: string) => boolean;
  readonly onTree: (node: XmlNode) => void;
  /** An element outside any tree ends. */
  readonly onClose: (name: string) => void;
  readonly onProblem: (problem: FileProblem) => void;
}

export interface XmlReader {
  readonly write: (chunk: string) => void;
  /** False when the XML broke off, was malformed or went over a limit. */
  readonly close: () => boolean;
  readonly line: () => number;
}

/** Carries the reason out of the tokeniser's callbacks; never leaves this file. */
class XmlRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function createXmlReader(events: SubtreeEvents): XmlReader {
  const parser = new SaxesParser<{ xmlns?: false }>();
  const trees = createTreeBuilder(events);
  let charsSinceEvent = 0;
  let isRefused = false;
  let hasBegun = false;

  parser.on('doctype', () => {
    throw new XmlRefused(
      'doctype_refused',
      'The file carries a DOCTYPE, which bank files never do. Ask for a clean file.',
    );
  });
  parser.on('error', (error) => {
    const message = `The XML is broken (${plainReason(error)}). Ask the bank for the file again.`;
    throw new XmlRefused('xml_not_well_formed', message);
  });
  parser.on('opentag', (tag) => {
    charsSinceEvent = 0;
    trees.open(tag.name, tag.attributes.Ccy ?? null, parser.line);
  });
  parser.on('text', (text) => {
    charsSinceEvent = 0;
    trees.text(text);
  });
  parser.on('cdata', (text) => trees.text(text));
  parser.on('closetag', () => {
    charsSinceEvent = 0;
    trees.close();
  });

  const run = (step: () => void) => {
    if (isRefused) return;
    try {
      step();
    } catch (error) {
      if (!(error instanceof XmlRefused)) throw error;
      isRefused = true;
      events.onProblem({ line: parser.line, field: 'file', code: error.code, message: error.message });
    }
  };
  return {
    write: (received) =>
      run(() => {
        // Blank lines before the XML declaration are against the standard, and harmless.
        const chunk = hasBegun ? received : received.replace(/^[\ufeff\s]+/, '');
        hasBegun ||= chunk !== '';
        charsSinceEvent += chunk.length;
        parser.write(chunk);
        if (charsSinceEvent <= TOKEN_CHARS_MAX) return;
        throw new XmlRefused('xml_too_large', 'The file holds a single tag or text of over 2 MB: no bank file does.');
      }),
    close: () => {
      run(() => parser.close());
      return !isRefused;
    },
    line: () => parser.line,
  };
}

/** Builds the wanted trees from opening tags, texts and closing tags, within the limits. */
function createTreeBuilder(events: SubtreeEvents) {
  const outside: string[] = [];
  const inside: XmlNode[] = [];
  let nodesInTree = 0;
  return {
    open(prefixedName: string, currency: string | null, line: number) {
      const name = localName(prefixedName);
      if (outside.length + inside.length >= DEPTH_MAX) {
        throw new XmlRefused('xml_too_deep', `Elements are nested more than ${DEPTH_MAX} deep: this is no bank file.`);
      }
      if (inside.length === 0) {
        outside.push(name);
        if (!events.onOpen(outside)) return;
        outside.pop();
        nodesInTree = 0;
      }
      nodesInTree += 1;
      if (nodesInTree > NODES_MAX) {
        throw new XmlRefused('xml_too_large', `One element holds more than ${NODES_MAX} parts: this is no bank file.`);
      }
      inside.push({ name, line, currency, text: '', children: [] });
    },
    text(text: string) {
      const node = inside[inside.length - 1];
      if (node === undefined) return;
      if (node.text.length + text.length > TEXT_CHARS_MAX) {
        throw new XmlRefused('xml_too_large', `A text of <${node.name}> is over ${TEXT_CHARS_MAX} characters.`);
      }
      node.text += text;
    },
    close() {
      const node = inside.pop();
      if (node === undefined) {
        events.onClose(outside.pop() ?? '');
        return;
      }
      const parent = inside[inside.length - 1];
      if (parent !== undefined && !events.isDetached(node.name)) {
        parent.children.push(node);
        return;
      }
      nodesInTree -= countNodes(node);
      events.onTree(node);
    },
  };
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

function countNodes(node: XmlNode): number {
  return node.children.reduce((count, child) => count + countNodes(child), 1);
}

/** The tokeniser's own words without its "line:column:" prefix, which the problem carries by itself. */
function plainReason(error: Error): string {
  return error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '');
}

/**
 * A line of free text as the bank sent it: blanks inside and at the ends stay, since a number may be cut at a line's
 * end; only the indentation that a pretty-printer put around it goes. Null when blank.
 */
export function freeText(node: XmlNode): string | null {
  const text = /[\n\r\t]/.test(node.text) ? node.text.trim().replace(/\s*[\n\r]\s*/g, ' ') : node.text;
  return text.trim() === '' ? null : text;
}
