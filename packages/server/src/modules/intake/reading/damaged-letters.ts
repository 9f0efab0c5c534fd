/**
 * Letters that were lost before the file came to us: bytes that are not of its encoding, or signs that another program had
 * put in their place (U+FFFD). A row of a table is refused for it, since nobody knows what a number or name was; a line of a
 * bank is taken, since its money has come, and told.
 */
import type { BankEntry } from '@quittance/core/bank-formats';
import type { RowFault } from './messages.ts';

export const LOST_LETTER = '\ufffd';

/** Rows named in the note about the whole file, and bank lines told one by one; the rest is counted. */
const ROWS_NAMED_MAX = 6;
const LINES_TOLD_MAX = 200;
const EXCERPT_CHARS = 40;

export function hasLostLetters(text: string | null): text is string {
  return text?.includes(LOST_LETTER) === true;
}

/** `"M\ufffdller"` in the field name of row 7: refused with what it holds. */
export function lostLetters(row: number, field: string, text: string): RowFault {
  const message = `${JSON.stringify(excerptOf(text))} holds letters that could not be read. Correct the row, or ask for the file saved as UTF-8.`;
  return { row, field, code: 'letters_lost', message };
}

/** Around the first lost letter: long notes and texts are cut. */
function excerptOf(text: string): string {
  const from = Math.max(0, text.indexOf(LOST_LETTER) - EXCERPT_CHARS / 2);
  return text.slice(from, from + EXCERPT_CHARS);
}

export interface DamageReport {
  readonly addRow: (row: number) => void;
  /** What is told of a bank line; null when it has no lost letters, or enough lines were told. */
  readonly line: (entry: BankEntry) => RowFault | null;
  /** About the file, when letters of it were lost: `reason` is why, as the decoder says. */
  readonly ofFile: (reason: string) => RowFault;
}

export function createDamageReport(): DamageReport {
  const rows: number[] = [];
  let count = 0;
  const addRow = (row: number) => {
    count += 1;
    if (rows.length < ROWS_NAMED_MAX) rows.push(row);
  };
  return {
    addRow,
    line(entry) {
      const found = lostInLine(entry);
      if (found === null) return null;
      addRow(entry.line);
      if (count > LINES_TOLD_MAX) return null;
      const message = `${JSON.stringify(excerptOf(found.text))} holds letters that could not be read; the line is taken all the same. Before the corrected file comes, undo this import: its lines would come again.`;
      return { row: entry.line, field: found.field, code: 'letters_lost_in_line', message };
    },
    ofFile(reason) {
      const fault = { row: 1, field: null, code: 'encoding_doubtful' };
      if (count === 0) return { ...fault, message: reason };
      const named = count > rows.length ? `${rows.join(', ')} and ${count - rows.length} more` : rows.join(', ');
      const message = `${count === 1 ? 'One row has' : `${count} rows have`} letters that could not be read (${LOST_LETTER}): ${named}. ${reason}`;
      return { ...fault, code: 'letters_lost_in_file', message, parameters: { count, rows } };
    },
  };
}

function lostInLine(entry: BankEntry): { field: string; text: string } | null {
  const texts: readonly (readonly [string, string | null])[] = [
    ['payerName', entry.counterparty.name],
    ['payerAccount', entry.counterparty.account],
    ['reference', entry.structuredReference],
    ['reference', entry.bankReference],
    ['reference', entry.customerReference],
    ['reference', entry.endToEndId],
    ...entry.textLines.map((line) => ['text', line] as const),
  ];
  for (const [field, text] of texts) if (hasLostLetters(text)) return { field, text };
  return null;
}
