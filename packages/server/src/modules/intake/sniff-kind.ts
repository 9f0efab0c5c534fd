import { DETECT_HEAD_CHARS, detectFormat, isPlainlyStatement, keepsBankBalance } from '@quittance/core/bank-formats';
import { guessKindOfTable } from '@quittance/core/extracts';
import { looksLikeAdvice } from '@quittance/core/remittance';
import { createFileDecoder } from '@quittance/core/text-encoding';
import { isMail } from '../../platform/mail/index.ts';
import { paperFormOf } from './reading/file-form.ts';
import type { FileKind } from './reading/messages.ts';
import { kindOfJson } from './reading/read-json.ts';
import { guessDelimiter } from './reading/read-table.ts';
import { readInProcess } from './reading/reading-process.ts';

/** Rows at the top of a table that may be titles, looked at for its header. */
const HEADER_LINES = 20;

/** A UBL document, by itself or in an envelope. */
const INVOICES = /<(?:\w+:)?(?:Invoice|CreditNote)[\s>]/;

/** What a file seems to be: a bank statement, an advice (paper, a whole mail, or a table), or an extract of some kind. A packed file is opened in the reading process. */
export async function sniffKind(head: Uint8Array, content: () => AsyncIterable<Uint8Array>): Promise<FileKind> {
  if (head[0] === 0x50 && head[1] === 0x4b) return sniffPacked(content());
  if (paperFormOf(head) !== null || isMail(head)) return 'remittance';
  return sniffText(head);
}

async function sniffPacked(content: AsyncIterable<Uint8Array>): Promise<FileKind> {
  const task = { kind: 'unknown', mapping: null, settled: {}, companyCode: null } as const;
  for await (const message of readInProcess(task, content)) if (message.type === 'kind') return message.kind;
  return 'items'; // what is wrong with the file is told when it is read
}

function sniffText(head: Uint8Array): FileKind {
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  const text = (decoder.write(head.subarray(0, 4 * DETECT_HEAD_CHARS)) + decoder.end()).trimStart();
  const isStatement = detectFormat(text.slice(0, DETECT_HEAD_CHARS)) !== null;
  if (text.startsWith('<') && !isStatement && INVOICES.test(text)) return 'items';
  if (!isStatement && !keepsBankBalance(text) && looksLikeAdvice(text)) return 'remittance';
  if (isStatement || text.startsWith('<')) return 'statement';
  if (text.startsWith('{') || text.startsWith('[')) return kindOfJson(text);
  if (isPlainlyStatement(text)) return 'statement';
  const delimiter = guessDelimiter(text);
  const rows = text
    .split(/\r?\n/, HEADER_LINES)
    .map((line) => line.split(delimiter).map((cell) => cell.trim().replace(/^"|"$/g, '')));
  return guessKindOfTable(rows);
}
