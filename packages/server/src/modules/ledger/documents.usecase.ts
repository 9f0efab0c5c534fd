/** Posting documents: each opens its items with one entry. */
import { type LocalDate, laterDate } from '@quittance/core/calendar';
import { type DocumentKind, OPENINGS, type PlainAccount } from '@quittance/core/ledger';
import { allocateByLargestRemainder, sum } from '@quittance/core/money';
import { referenceKey } from '@quittance/core/references';
import type { Tx } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { newId } from '../../platform/ids.ts';
import { type Book, findBook, firstOpenDay } from './book.queries.ts';
import { type Exchange, exchangeFor } from './exchange.ts';
import { requirePostableDay } from './ledger.errors.ts';
import { copyOpenings, insertOpenings, type OpeningOrigin, type OpeningRow, openingLines } from './openings.queries.ts';

export interface Instalment {
  readonly dueOn: LocalDate;
  /** Positive. */
  readonly amountMinor: bigint;
}

export interface DocumentDraft {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly customerId: string;
  readonly currency: string;
  readonly issuedOn: LocalDate;
  /** At least one; their sum is the document's amount. */
  readonly instalments: readonly Instalment[];
  readonly terms?: string | undefined;
  readonly purchaseOrder?: string | undefined;
  readonly orderNumber?: string | undefined;
  readonly deliveryNote?: string | undefined;
  readonly reference?: string | undefined;
  readonly note?: string | undefined;
  /** Where the other side goes, when it is not the usual account of the kind. */
  readonly contra?: PlainAccount | undefined;
}

export interface PostedDocument {
  readonly documentId: string;
  readonly entryId: string;
  readonly itemIds: readonly string[];
}

const AMOUNT_MINOR_MAX = 10n ** 15n; // ten trillion with cents; nine thousand of them still add up in 64 bits
const ROWS_BY_JSON_MAX = 200; // beyond it COPY is faster than building and parsing JSON
const ROWS_PER_COPY = 10_000; // one statement's rows: bounds the memory of both sides

/**
 * Posts documents in the order given. A document dated in a closed period takes effect on the first open day. Throws
 * `document_number_is_unique` when a number stands already, `dated_in_future`, `fx_rate_missing`, `amount_too_large`.
 */
export async function postDocuments(
  tx: Tx,
  drafts: readonly DocumentDraft[],
  origin: OpeningOrigin,
): Promise<PostedDocument[]> {
  const poster = await documentPoster(tx, new Set(drafts.map((draft) => draft.currency)), origin);
  const posted = drafts.map((draft) => poster.add(draft));
  await poster.flush();
  return posted;
}

export interface DocumentPoster {
  /** Refuses what `add` would refuse, and queues nothing: what a preview asks. */
  check(draft: DocumentDraft): void;
  /** Queues a document; nothing is written before `flush` or `flushBehind`. */
  add(draft: DocumentDraft): PostedDocument;
  /** True when enough is queued to be worth writing. */
  isFull(): boolean;
  /** Ends when all that was added is written. */
  flush(): Promise<void>;
  /**
   * Begins to write what is queued, so that the next documents can be made ready meanwhile. Ends when what was begun before is
   * written. Until `settled`, nothing else may be asked of the transaction.
   */
  flushBehind(): Promise<void>;
  settled(): Promise<void>;
}

/** For streams of documents too long to hold: `add`, and `flush` or `flushBehind` when it is full, `flush` at the end. */
export async function documentPoster(
  tx: Tx,
  currencies: Iterable<string>,
  origin: OpeningOrigin,
): Promise<DocumentPoster> {
  const book = await findBook(tx);
  const exchange = await exchangeFor(tx, currencies);
  let queue = openingQueue();
  let writing: Promise<void> = Promise.resolve();
  const begin = () => {
    const queued = queue;
    queue = openingQueue();
    writing = queued.write(tx, origin);
    writing.catch(() => undefined); // told by who waits for it
  };
  return {
    check: (draft) => void checkedAmounts(tx, { draft, book, exchange }),
    add(draft) {
      const opened = openingRows(tx, { draft, book, exchange });
      queue.add(opened.rows);
      return opened.posted;
    },
    isFull: () => queue.count() >= ROWS_PER_COPY,
    async flush() {
      await writing;
      begin();
      await writing;
    },
    async flushBehind() {
      await writing;
      begin();
    },
    settled: () => writing,
  };
}

/** Rows on their way. Many become text for COPY as they come: kept as objects until then, they would fill the memory. */
function openingQueue() {
  let rows: OpeningRow[] = [];
  const lines: Uint8Array[] = [];
  let count = 0;
  return {
    count: () => count,
    add(more: readonly OpeningRow[]) {
      rows.push(...more);
      count += more.length;
      if (rows.length <= ROWS_BY_JSON_MAX) return;
      lines.push(openingLines(rows));
      rows = [];
    },
    async write(tx: Tx, origin: OpeningOrigin) {
      if (count === 0) return;
      if (lines.length === 0) return insertOpenings(tx, rows, origin);
      if (rows.length > 0) lines.push(openingLines(rows));
      await copyOpenings(tx, lines, origin);
    },
  };
}

interface CheckedAmounts {
  readonly effectiveOn: LocalDate;
  readonly totalMinor: bigint;
  readonly functionalMinor: bigint;
}

/** The day a document takes effect on and what it comes to; throws what speaks against posting it. */
function checkedAmounts(tx: Tx, input: { draft: DocumentDraft; book: Book; exchange: Exchange }): CheckedAmounts {
  const { draft, book, exchange } = input;
  requireAmounts(draft);
  const effectiveOn = laterDate(draft.issuedOn, firstOpenDay(book) ?? draft.issuedOn);
  requirePostableDay(tx, book, effectiveOn);
  const totalMinor = sum(draft.instalments.map((instalment) => instalment.amountMinor));
  const functionalMinor = exchange.toFunctional({
    amountMinor: totalMinor,
    currency: draft.currency,
    on: draft.issuedOn,
  });
  requireSize(draft, totalMinor, functionalMinor);
  return { effectiveOn, totalMinor, functionalMinor };
}

function openingRows(
  tx: Tx,
  input: { draft: DocumentDraft; book: Book; exchange: Exchange },
): { rows: OpeningRow[]; posted: PostedDocument } {
  const { draft } = input;
  const { effectiveOn, totalMinor: total, functionalMinor: functional } = checkedAmounts(tx, input);
  const { account, sign, contra } = OPENINGS[draft.kind];
  const shares =
    draft.instalments.length === 1
      ? [functional]
      : allocateByLargestRemainder(
          functional,
          draft.instalments.map((instalment) => instalment.amountMinor),
        );
  const documentId = newId();
  const entryId = newId();
  const rows = draft.instalments.map(
    (instalment, index): OpeningRow => ({
      document_id: documentId,
      entry_id: entryId,
      item_id: newId(),
      instalment: index + 1,
      instalments: draft.instalments.length,
      kind: draft.kind,
      account,
      contra: draft.contra ?? contra,
      number: draft.number,
      item_number: draft.instalments.length === 1 ? draft.number : `${draft.number}/${index + 1}`,
      number_key: referenceKey(draft.number),
      customer_id: draft.customerId,
      currency: draft.currency,
      amount_minor: sign * instalment.amountMinor,
      functional_minor: sign * (shares[index] ?? 0n),
      document_minor: sign * total,
      document_functional_minor: sign * functional,
      issued_on: draft.issuedOn,
      due_on: instalment.dueOn,
      effective_on: effectiveOn,
      terms: draft.terms ?? null,
      purchase_order: draft.purchaseOrder ?? null,
      order_number: draft.orderNumber ?? null,
      delivery_note: draft.deliveryNote ?? null,
      reference: draft.reference ?? null,
      note: draft.note ?? null,
    }),
  );
  return { rows, posted: { documentId, entryId, itemIds: rows.map((row) => row.item_id) } };
}

function requireAmounts(draft: DocumentDraft): void {
  if (draft.instalments.length === 0 || draft.instalments.some((instalment) => instalment.amountMinor <= 0n)) {
    const message = `${draft.number} needs at least one instalment, and each an amount above zero.`;
    throw new AppError('amount_not_positive', message);
  }
}

/** A slip of the keyboard must not make every later sum overflow. */
function requireSize(draft: DocumentDraft, ...sizes: readonly bigint[]): void {
  if (sizes.every((size) => size <= AMOUNT_MINOR_MAX)) return;
  const message = `${draft.number} is of more than ten trillion, in its currency or in the company's. Check the amount and the exchange rate.`;
  throw new AppError('amount_too_large', message);
}
