/** What the reading process tells its parent: one JSON document a line, in the order of the file. */
import type {
  BankEntry,
  BankStatement,
  StatementMapping,
  StatementQuestion,
  TableAround,
} from '@quittance/core/bank-formats';
import type { LocalDate } from '@quittance/core/calendar';
import type {
  ContactRow,
  CustomerRow,
  ExtractKind,
  ExtractMapping,
  ItemRowKind,
  MappingQuestion,
  NoteRow,
  PromiseRow,
  ReceiptRow,
} from '@quittance/core/extracts';
import type { UblParty } from '@quittance/core/ubl';
import { changeAdviceAmounts, type ToldAdvice, type ToldPage } from './advices/told-advice.ts';
import { type PackedDocuments, packDocuments, unpackDocuments } from './packed-documents.ts';

export type FileKind = ExtractKind | 'statement' | 'remittance';

/** How the columns of a file are read: of an extract, or of a bank's table. */
export type ImportMapping = ExtractMapping | StatementMapping;
export type ImportQuestion = MappingQuestion | StatementQuestion | AccountQuestion;

/** Whether an account that a bank's file names is one that is known by another number. */
export interface AccountQuestion {
  readonly field: 'account';
  readonly code: 'account_may_be_known';
  readonly message: string;
  /** The account as the file writes it, then the one it may be. */
  readonly choices: readonly string[];
  readonly isBlocking: boolean;
}

/** What the reading process is asked to do. It gets the file's bytes on standard input and nothing else. */
export interface ReadingTask {
  /** `unknown`: the file is only asked what it holds. */
  readonly kind: FileKind | 'unknown';
  /** What a person has said about this very file; guessed otherwise. */
  readonly mapping: ImportMapping | null;
  /** What was settled for earlier files, by the key of their header. */
  readonly settled: Readonly<Record<string, ImportMapping>>;
  /** The company whose rows are wanted, for files of several. */
  readonly companyCode: string | null;
  /** What is known of the company's bank business, for tables that leave it out; without it such tables are refused. */
  readonly around?: TableAround;
  /** Of advices: what it is called, and the currency where it names none. */
  readonly fileName?: string;
  readonly currency?: string;
  /** Only these rows of a table are wanted, as they stand in the file. */
  readonly wantedRows?: readonly number[];
}

/** One document of an item extract; its instalments came as rows that follow each other. */
export interface DocumentRow {
  readonly row: number;
  readonly kind: ItemRowKind;
  readonly number: string;
  readonly customerNumber: string;
  readonly customerName: string | null;
  readonly currency: string;
  readonly issuedOn: LocalDate;
  readonly instalments: readonly { readonly dueOn: LocalDate; readonly amountMinor: bigint }[];
  readonly terms: string | null;
  readonly purchaseOrder: string | null;
  readonly deliveryNote: string | null;
  readonly orderNumber: string | null;
  /** What the payer is asked to quote. */
  readonly reference?: string | null;
  /** Who buys, for documents that name nobody by a number of ours; `customerNumber` is then blank. */
  readonly party?: UblParty;
}

/** What is added to refused rows when they are handed out to be corrected. */
export const REFUSED_COLUMNS = ['row in file', 'refused because'] as const;

/** Files of one source have the same columns in the same order; corrected rows of it belong to the same source. */
export function headerKey(header: readonly string[]): string {
  const own = header.filter((name) => !(REFUSED_COLUMNS as readonly string[]).includes(name));
  return own.join('\u001f').slice(0, HEADER_KEY_CHARS_MAX);
}

/** Advices of a payer with these columns; of anybody whose advices have them when no payer is named. */
export function adviceKey(payer: string, header: readonly string[]): string {
  return headerKey(payer === '' ? header : [`payer ${payer}`, ...header]);
}

/** By what a mapping is found again: of advices the payer counts, too. */
export function sourceKey(mapping: ImportMapping, header: readonly string[]): string {
  return mapping.kind === 'remittance' ? adviceKey(mapping.payer ?? '', header) : headerKey(header);
}

const HEADER_KEY_CHARS_MAX = 2_000;

export interface RowFault {
  readonly row: number;
  readonly field: string | null;
  readonly code: string;
  readonly message: string;
  /** What the message is filled with, as JSON holds it: a day, a currency, an amount with its currency. */
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
}

export type ReadingMessage =
  /** What the file seems to hold, when that was asked. */
  | { readonly type: 'kind'; readonly kind: FileKind }
  | {
      readonly type: 'mapping';
      readonly mapping: ImportMapping;
      readonly questions: readonly ImportQuestion[];
      readonly header: readonly string[];
      /** The sheets of a workbook; none for other files. */
      readonly sheets: readonly string[];
      /** The first values of each column. */
      readonly examples: readonly (readonly string[])[];
    }
  /** `rows`: how many rows of the file have been seen so far. */
  | { readonly type: 'documents'; readonly rows: number; readonly documents: readonly DocumentRow[] }
  | { readonly type: 'customers'; readonly rows: number; readonly customers: readonly CustomerRow[] }
  | { readonly type: 'contacts'; readonly rows: number; readonly contacts: readonly ContactRow[] }
  | { readonly type: 'receipts'; readonly rows: number; readonly receipts: readonly ReceiptRow[] }
  | { readonly type: 'activities'; readonly rows: number; readonly activities: readonly NoteRow[] }
  | { readonly type: 'promises'; readonly rows: number; readonly promises: readonly PromiseRow[] }
  /** Rows as they stand in the file, when those were asked for. */
  | { readonly type: 'cells'; readonly found: readonly { readonly row: number; readonly cells: readonly string[] }[] }
  | { readonly type: 'advices'; readonly rows: number; readonly advices: readonly ToldAdvice[] }
  | { readonly type: 'advice_page'; readonly page: ToldPage }
  | { readonly type: 'lines'; readonly rows: number; readonly format: string; readonly lines: readonly BankEntry[] }
  | { readonly type: 'statement'; readonly format: string; readonly statement: BankStatement }
  /** Rows that cannot be taken; `label` names each for the person. */
  | { readonly type: 'refused'; readonly rows: number; readonly refusals: readonly Refusal[] }
  | { readonly type: 'notes'; readonly notes: readonly RowFault[] }
  | { readonly type: 'end'; readonly rows: number; readonly leftOut: number }
  /** The file as a whole cannot be taken. */
  | { readonly type: 'failed'; readonly code: string; readonly message: string };

export interface Refusal {
  readonly row: number;
  readonly label: string;
  readonly faults: readonly RowFault[];
}

/** Documents and bank lines are many, so their few amounts are put into text by hand and not by a JSON replacer. */
export function encodeMessage(message: ReadingMessage): string {
  const packed = message.type === 'documents' ? packDocuments(message.rows, message.documents) : null;
  if (packed !== null) return `${JSON.stringify(packed)}\n`;
  return `${JSON.stringify(withAmounts(message, (amount: bigint) => amount.toString()))}\n`;
}

export function decodeMessage(line: string): ReadingMessage {
  const message = JSON.parse(line) as ReadingMessage | PackedDocuments;
  if (message.type === 'packed_documents')
    return { type: 'documents', rows: message.rows, documents: unpackDocuments(message) };
  return withAmounts(message, (amount: string) => BigInt(amount));
}

interface WithAmount {
  amountMinor: unknown;
}

/** Changes every amount of a message in its place: the message is not used otherwise afterwards. */
function withAmounts<From>(message: ReadingMessage, convert: (amount: From) => unknown): ReadingMessage {
  const change = (holder: object | null) => {
    if (holder === null) return;
    const { amountMinor } = holder as WithAmount;
    if (amountMinor !== null) (holder as WithAmount).amountMinor = convert(amountMinor as From);
  };
  if (message.type === 'documents') {
    for (const document of message.documents) for (const instalment of document.instalments) change(instalment);
  } else if (message.type === 'advices') {
    changeAdviceAmounts(message.advices, convert);
  } else if (message.type === 'receipts') {
    for (const receipt of message.receipts) change(receipt);
  } else if (message.type === 'promises') {
    for (const promise of message.promises) change(promise);
  } else if (message.type === 'lines') {
    for (const line of message.lines) {
      change(line);
      for (const document of line.documents) change(document);
    }
  } else if (message.type === 'statement') {
    change(message.statement.openingBalance);
    change(message.statement.closingBalance);
  }
  return message;
}
