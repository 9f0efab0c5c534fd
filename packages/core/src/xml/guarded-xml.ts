/**
 * XML from outside, held to limits: no DOCTYPE (every entity trick needs one), caps on depth and on the length of one
 * tag or text, so that memory stays bounded whatever the file says. Names arrive without their prefix.
 */
import { SaxesParser } from 'saxes';

export interface XmlEvents {
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void;
  readonly onText: (text: string) => void;
  readonly onClose: (name: string) => void;
}

export interface XmlLimits {
  readonly depthMax: number;
  /** A tag, comment or text longer than this would be gathered in memory by the tokeniser. */
  readonly tokenCharsMax: number;
}

export interface GuardedXml {
  /** Throws `XmlRefused`; after that the file is given up. */
  readonly write: (chunk: string) => void;
  readonly close: () => void;
  readonly line: () => number;
}

/** The XML is broken, hostile or over a limit; the message says where and what to do. */
export class XmlRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

export function createGuardedXml(events: XmlEvents, limits: XmlLimits): GuardedXml {
  const parser = new SaxesParser<{ xmlns?: false }>();
  let charsSinceEvent = 0;
  let depth = 0;
  parser.on('doctype', () => {
    throw new XmlRefused(
      'doctype_refused',
      'The file carries a DOCTYPE, which such files never do. Ask for a clean file.',
    );
  });
  parser.on('error', (error) => {
    const reason = error.message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '');
    throw new XmlRefused(
      'xml_not_well_formed',
      `Line ${parser.line}: the XML is broken (${reason}). Export the file again.`,
    );
  });
  parser.on('opentag', ({ name, attributes }) => {
    charsSinceEvent = 0;
    depth += 1;
    if (depth > limits.depthMax) {
      throw new XmlRefused('xml_too_deep', `Line ${parser.line}: elements are nested over ${limits.depthMax} deep.`);
    }
    events.onOpen(localName(name), attributes);
  });
  const onText = (text: string) => {
    charsSinceEvent = 0;
    events.onText(text);
  };
  parser.on('text', onText);
  parser.on('cdata', onText);
  parser.on('closetag', ({ name }) => {
    charsSinceEvent = 0;
    depth -= 1;
    events.onClose(localName(name));
  });
  return {
    write(chunk) {
      charsSinceEvent += chunk.length;
      parser.write(chunk);
      if (charsSinceEvent <= limits.tokenCharsMax) return;
      throw new XmlRefused(
        'xml_too_large',
        `Line ${parser.line}: a single tag or text is over ${limits.tokenCharsMax} characters.`,
      );
    },
    close: () => void parser.close(),
    line: () => parser.line,
  };
}

/** "cbc:ID" is "ID": prefixes are the sender's choice. */
export function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
