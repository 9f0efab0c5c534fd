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
import { copyOpenings, insertOpenings, type OpeningOrigin, type OpeningRow } from './openings.queries.ts';

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
const ROWS_PER_COPY = 20_000; // one statement's rows: bounds the memory of both sides

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
  /** Queues a document; nothing is written before `flush`. */
  add(draft: DocumentDraft): PostedDocument;
  /** True when enough is queued to be worth writing. */
  isFull(): boolean;
  flush(): Promise<void>;
}

/** For streams of documents too long to hold: `add`, and `flush` when it is full and at the end. */
export async function documentPoster(
  tx: Tx,
  currencies: Iterable<string>,
  origin: OpeningOrigin,
): Promise<DocumentPoster> {
  const book = await findBook(tx);
  const exchange = await exchangeFor(tx, currencies);
  let rows: OpeningRow[] = [];
  return {
    add(draft) {
      const opened = openingRows(tx, { draft, book, exchange });
      rows.push(...opened.rows);
      return opened.posted;
    },
    isFull: () => rows.length >= ROWS_PER_COPY,
    async flush() {
      const queued = rows;
      rows = [];
      if (queued.length === 0) return;
      if (queued.length <= ROWS_BY_JSON_MAX) await insertOpenings(tx, queued, origin);
      else await copyOpenings(tx, queued, origin);
    },
  };
}

function openingRows(
  tx: Tx,
  input: { draft: DocumentDraft; book: Book; exchange: Exchange },
): { rows: OpeningRow[]; posted: PostedDocument } {
  const { draft, book, exchange } = input;
  requireAmounts(draft);
  const effectiveOn = laterDate(draft.issuedOn, firstOpenDay(book) ?? draft.issuedOn);
  requirePostableDay(tx, book, effectiveOn);
  const { account, sign, contra } = OPENINGS[draft.kind];
  const total = sum(draft.instalments.map((instalment) => instalment.amountMinor));
  const functional = exchange.toFunctional({ amountMinor: total, currency: draft.currency, on: draft.issuedOn });
  requireSize(draft, total, functional);
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
