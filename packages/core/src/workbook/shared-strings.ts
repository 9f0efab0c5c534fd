/** The texts of a workbook, which its cells name by number. Reading aids for East Asian texts (rPh) are no part of them. */
import { createGuardedXml } from '../xml/index.ts';
import { PART_LIMITS } from './part-limits.ts';

export interface SharedStringsReader {
  readonly write: (chunk: string) => void;
  /** All texts, in order. */
  readonly end: () => readonly string[];
}

export function createSharedStringsReader(): SharedStringsReader {
  const strings: string[] = [];
  let text = '';
  let isInText = false;
  let phoneticDepth = 0;
  const xml = createGuardedXml(
    {
      onOpen(name) {
        if (name === 'rPh') phoneticDepth += 1;
        else if (name === 'si') text = '';
        else if (name === 't') isInText = phoneticDepth === 0;
      },
      onText(piece) {
        if (isInText) text += piece;
      },
      onClose(name) {
        if (name === 'rPh') phoneticDepth -= 1;
        else if (name === 't') isInText = false;
        else if (name === 'si') strings.push(text);
      },
    },
    PART_LIMITS,
  );
  return {
    write: xml.write,
    end() {
      xml.close();
      return strings;
    },
  };
}
