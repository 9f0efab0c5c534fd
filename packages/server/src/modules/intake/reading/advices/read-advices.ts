/**
 * Reads remittance advices in every form they come in. The file is held whole, since a PDF, a workbook and a mail can only be
 * opened so; each part is read by what its bytes are. In a mail what is no advice is passed over; a file that holds none is
 * refused with what was looked for.
 */
import type { ExtractMapping } from '@quittance/core/extracts';
import { normalisePartyName } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import {
  type AdviceContent,
  type AdviceLayout,
  contentOfText,
  edi820,
  parseEdi820Text,
  type ReadAdvice,
  type Remittance,
  readAdviceContent,
  readRemt001,
  remt001,
} from '@quittance/core/remittance';
import { createFileDecoder } from '@quittance/core/text-encoding';
import { XmlRefused } from '@quittance/core/xml';
import { paperFormOf } from '../file-form.ts';
import { FileRefused } from '../file-refused.ts';
import { adviceKey, type ReadingTask } from '../messages.ts';
import type { FileReader } from '../read-extract.ts';
import { isWorkbook, openWorkbook } from '../read-workbook.ts';
import type { ReadingOutput } from '../reading-output.ts';
import { openZip, WORKBOOK_PARTS_MAX } from '../zip-file.ts';
import { ADVICE_BYTES_MAX, ADVICE_LINES_MAX, ADVICES_MAX } from './advice-limits.ts';
import { type AdvicePart, partsOf } from './advice-parts.ts';
import type { AdviceForm, ToldPage } from './told-advice.ts';

/** An advice that was found, before it is told. */
interface FoundAdvice {
  readonly form: AdviceForm;
  readonly isScanned: boolean;
  readonly part: string | null;
  readonly read: ReadAdvice;
  readonly pages: readonly Omit<ToldPage, 'advice'>[];
}

export interface AdviceReading {
  readonly task: ReadingTask;
  readonly output: ReadingOutput;
  readonly rest: () => Promise<void>;
}

export function createAdviceFileReader(reading: AdviceReading): FileReader {
  const pieces: Uint8Array[] = [];
  let length = 0;
  return {
    async write(bytes) {
      length += bytes.length;
      if (length > ADVICE_BYTES_MAX) {
        const megabytes = ADVICE_BYTES_MAX / (1024 * 1024);
        throw new FileRefused(
          'advice_too_large',
          `Advices are read up to ${megabytes} MB. Divide the file, or ask for a list as CSV.`,
        );
      }
      pieces.push(bytes);
    },
    async end() {
      const found = await readAll(Buffer.concat(pieces), reading);
      await tell(found, reading);
    },
  };
}

async function readAll(bytes: Uint8Array, reading: AdviceReading): Promise<FoundAdvice[]> {
  const { subject, parts, isMail } = await partsOf(bytes, reading.task.fileName ?? '');
  const found: FoundAdvice[] = [];
  const passedOver: string[] = [];
  for (const part of parts) {
    try {
      const advices = await readPart(part, subject, reading);
      // A message says something of everything; only what lists documents is an advice.
      found.push(...(isMail ? advices.filter(({ read }) => read.remittance.lines.length > 0) : advices));
    } catch (error) {
      if (!isMail || !(error instanceof FileRefused)) throw error;
      passedOver.push(`${part.name}: ${error.message}`);
    }
  }
  for (const message of passedOver) reading.output.note({ row: 1, field: null, code: 'mail_part_left_out', message });
  if (found.length === 0) throw new FileRefused('advice_without_lines', NOTHING_FOUND);
  return found;
}

const NOTHING_FOUND =
  'No line with a document number and an amount was found. If the file is an advice, ask the payer for a table (CSV, XLSX, PDF with text), or apply its receipt by hand.';

async function readPart(part: AdvicePart, subject: string, reading: AdviceReading): Promise<FoundAdvice[]> {
  const { bytes, name } = part;
  if (part.text !== undefined) return [readText(part.text, { part: name, subject, reading })];
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readSheets(bytes, { part: name, subject, reading });
  const paper = paperFormOf(bytes);
  if (paper === 'pdf') {
    const { readPdf } = await import('./pdf-pages.ts');
    const { content, isScanned, pages } = await readPdf(bytes, reading.output, reading.rest);
    return [
      {
        form: isScanned ? 'scan' : 'pdf',
        isScanned,
        part: name,
        read: readContent(content, { subject, reading }),
        pages,
      },
    ];
  }
  if (paper === 'picture') {
    const { readPicture } = await import('./scan-pages.ts');
    const { content, pages } = await readPicture(bytes, reading.output, reading.rest);
    return [{ form: 'scan', isScanned: true, part: name, read: readContent(content, { subject, reading }), pages }];
  }
  return readTextual(textOf(bytes), { part: name, subject, reading });
}

interface PartContext {
  readonly part: string | null;
  readonly subject: string;
  readonly reading: AdviceReading;
}

function textOf(bytes: Uint8Array): string {
  const decoder = createFileDecoder((label) => new TextDecoder(label));
  const text = decoder.write(bytes) + decoder.end();
  if (text.includes('\u0000')) {
    throw new FileRefused(
      'wrong_file_type',
      'The file is neither text, a workbook, a PDF, a PNG or a JPEG. Save it as one of these.',
    );
  }
  return text;
}

function readTextual(text: string, context: PartContext): FoundAdvice[] {
  const { reading, part } = context;
  const told = (form: AdviceForm, remittances: readonly Remittance[]): FoundAdvice[] =>
    remittances.map((remittance) => ({ form, isScanned: false, part, read: asRead(remittance), pages: [] }));
  if (edi820.recognises(text.slice(0, 2_000))) {
    const { remittances, problems, isComplete } = parseEdi820Text(text);
    if (!isComplete)
      throw new FileRefused(
        'file_broken',
        `${problems.at(-1)?.message ?? 'The file is broken.'} Nothing of it was taken.`,
      );
    for (const { line, field, code, message } of problems) reading.output.note({ row: line, field, code, message });
    return told('edi820', remittances);
  }
  if (remt001.recognises(text.slice(0, 4_000))) {
    try {
      return told('remt001', readRemt001(text, companyCurrency(reading)));
    } catch (error) {
      if (error instanceof XmlRefused) throw new FileRefused(error.code, error.message);
      throw error;
    }
  }
  return [readText(text, context)];
}

function asRead(remittance: Remittance): ReadAdvice {
  const off = { row: remittance.line, field: null, code: 'total_differs', message: TOTAL_DIFFERS };
  return {
    remittance,
    isTotalPrinted: remittance.amountMinor !== null,
    mapping: null,
    header: [],
    examples: [],
    unread: [],
    notes: remittance.footing === 'off' ? [off] : [],
  };
}

const TOTAL_DIFFERS = 'The total printed is not the sum of the lines: the lines count, the total is shown.';

function readText(text: string, context: PartContext): FoundAdvice {
  const content = contentOfText(text);
  const read = readContent(content, context);
  const form: AdviceForm = /<(?:html|table|body|tr|td)\b/i.test(text.slice(0, 20_000))
    ? 'html'
    : read.mapping === null
      ? 'text'
      : 'csv';
  return { form, isScanned: false, part: context.part, read, pages: [] };
}

/** Each visible sheet that holds lines is an advice. */
async function readSheets(bytes: Uint8Array, { part, subject, reading }: PartContext): Promise<FoundAdvice[]> {
  const parts = await openZip(Buffer.from(bytes));
  if (!isWorkbook(parts) || parts.size > WORKBOOK_PARTS_MAX) {
    throw new FileRefused(
      'wrong_file_type',
      'The packed file is no workbook of usual size. Unpack it, and bring what is inside.',
    );
  }
  const found: FoundAdvice[] = [];
  for (const sheet of (await openWorkbook(parts)).filter(({ isHidden }) => !isHidden)) {
    const rows: { readonly line: number; readonly cells: readonly string[] }[] = [];
    let hasNumbers = false;
    await sheet.read((row) => {
      hasNumbers ||= row.isNumber.includes(true);
      if (rows.length < ADVICE_LINES_MAX) rows.push({ line: row.number, cells: row.cells.map((cell) => cell.trim()) });
    }, reading.rest);
    const prose = rows.map(({ cells }) => cells.filter((cell) => cell !== '').join('  ')).join('\n');
    const read = readContent(
      { tables: [rows], prose, ...(hasNumbers ? { decimalMark: 'point' } : {}) },
      { subject, reading },
    );
    const name = [part, sheet.name].filter((text) => text !== null).join(' · ');
    found.push({ form: 'xlsx', isScanned: false, part: name, read, pages: [] });
  }
  const withLines = found.filter(({ read }) => read.remittance.lines.length > 0);
  return withLines.length > 0 ? withLines : found.slice(0, 1);
}

function readContent(
  content: AdviceContent,
  { subject, reading }: { readonly subject: string; readonly reading: AdviceReading },
): ReadAdvice {
  const read = readAdviceContent(content, {
    subject,
    currency: companyCurrency(reading),
    headerRow: headerRowOf(reading.task),
    layoutOf: (payer, header) => layoutFor(reading.task, payer, header),
  });
  // The name of a file may hold the payment's number; what the payer says it is not.
  const isFileName = subject === (reading.task.fileName ?? '');
  return isFileName ? { ...read, remittance: { ...read.remittance, text: [] } } : read;
}

function companyCurrency({ task }: AdviceReading) {
  return currencyCode(task.currency ?? 'EUR');
}

/** What a person has said of this very file, else of this payer's advices with these columns, else of anybody's. */
function layoutFor(
  { mapping, settled }: ReadingTask,
  payer: string | null,
  header: readonly string[],
): AdviceLayout | null {
  const own = isOfAdvice(mapping) ? mapping : null;
  const known = settled[adviceKey(normalisePartyName(payer ?? ''), header)] ?? settled[adviceKey('', header)];
  const layout = own ?? (isOfAdvice(known) ? known : null);
  return layout !== null && Object.values(layout.columns).every((column) => header.includes(column)) ? layout : null;
}

function headerRowOf({ mapping }: ReadingTask): number | undefined {
  return isOfAdvice(mapping) ? mapping.headerRow : undefined;
}

function isOfAdvice(mapping: ReadingTask['mapping'] | undefined): mapping is ExtractMapping {
  return mapping?.kind === 'remittance';
}

async function tell(found: readonly FoundAdvice[], reading: AdviceReading): Promise<void> {
  const { output, rest } = reading;
  if (found.length > ADVICES_MAX) {
    throw new FileRefused(
      'advices_too_many',
      `The file holds ${found.length} advices; at most ${ADVICES_MAX} are taken. Divide it.`,
    );
  }
  tellMapping(found, reading);
  let rows = 0;
  let told = 0;
  for (const { form, isScanned, part, read, pages } of found) {
    const { remittance, unread, notes } = read;
    if (remittance.lines.length > ADVICE_LINES_MAX) {
      throw new FileRefused('advice_too_long', `The advice lists over ${ADVICE_LINES_MAX} documents. Divide it.`);
    }
    for (const problem of unread)
      output.refuse({ row: problem.row, label: problem.message.split(':')[0] ?? '', faults: [problem] });
    for (const note of notes) output.note(note);
    if (remittance.lines.length === 0) {
      const fault = { row: 1, field: null, code: 'advice_without_lines', message: NOTHING_FOUND };
      output.refuse({ row: 1, label: part ?? 'the advice', faults: [fault] });
      continue;
    }
    rows += remittance.lines.length;
    output.send({
      type: 'advices',
      rows,
      advices: [{ form, isScanned, isTotalPrinted: read.isTotalPrinted, part, remittance }],
    });
    await rest();
    for (const page of pages) {
      output.send({ type: 'advice_page', page: { ...page, advice: told } });
      await rest();
    }
    told += 1;
  }
  output.flushFaults(rows);
  output.send({ type: 'end', rows, leftOut: 0 });
}

/** Columns are shown, and can be corrected, when the file is one advice with a table. */
function tellMapping(found: readonly FoundAdvice[], { task, output }: AdviceReading): void {
  const [only] = found;
  if (only === undefined || found.length > 1 || only.read.header.length === 0) return;
  const { mapping, header, examples, remittance, unread } = only.read;
  const headerRow = headerRowOf(task);
  const payer = normalisePartyName(remittance.payer.name ?? '');
  const settled = mapping ?? { columns: {}, constants: {}, decimalMark: null, dateOrder: null };
  const isMissing = mapping === null && remittance.lines.length === 0;
  output.send({
    type: 'mapping',
    mapping: {
      kind: 'remittance',
      filters: [],
      ...settled,
      ...(payer === '' ? {} : { payer }),
      ...(headerRow === undefined ? {} : { headerRow }),
    },
    questions: [
      ...(isMissing
        ? [
            {
              field: 'itemNumber',
              code: 'column_missing',
              message: WHICH_COLUMNS,
              choices: [],
              isBlocking: false,
            } as const,
          ]
        : []),
      ...(settled.decimalMark === null && unread.length > 0
        ? [
            {
              field: 'paid',
              code: 'decimal_mark_undecided',
              message: WHICH_MARK,
              choices: [],
              isBlocking: false,
            } as const,
          ]
        : []),
    ],
    header,
    sheets: [],
    examples,
  });
}

const WHICH_COLUMNS =
  'No column was recognised as the number of the document. Choose it, and the column of the amount.';
const WHICH_MARK = 'Whether 1.234 has thousands or decimals is not decided by this advice. Choose the decimal mark.';
