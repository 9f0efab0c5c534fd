/** What a bank's own line says of the documents it pays (camt remittance information, lockbox detail), as an advice. */
import type { RemittanceDocument } from '@quittance/core/bank-formats';
import type { LocalDate } from '@quittance/core/calendar';
import type { Advice } from '@quittance/core/matching';
import { currencyCode, sum } from '@quittance/core/money';
import { sql } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

interface DetailedLine {
  readonly itemId: string;
  readonly bookedOn: LocalDate;
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly payerName: string | null;
  readonly documents: readonly (Omit<RemittanceDocument, 'amountMinor'> & { readonly amountMinor: string | null })[];
}

/**
 * By the receipt's item: lines whose documents all have an amount and make the line's: 60.00 of 4711001 and 40.00 of 4711002 in a
 * check of 100.00. Anything less is only cited.
 */
export async function findLineDetails(tx: Tx, itemIds: readonly string[]): Promise<ReadonlyMap<string, Advice>> {
  const lines = await tx.all<DetailedLine>(sql`
    select item_id as "itemId", coalesce(booked_on, value_on) as "bookedOn", currency, amount_minor as "amountMinor",
        coalesce(payer_name, ultimate_name) as "payerName", documents
      from bank_line
      where company_id = ${tx.company.id} and item_id = any(${itemIds}::uuid[]) and undone_at is null and documents <> '[]'::jsonb`);
  return new Map(lines.flatMap((line) => (isWhole(line) ? [[line.itemId, adviceOf(line)] as const] : [])));
}

function isWhole({ documents, currency, amountMinor }: DetailedLine): boolean {
  const amounts = documents.flatMap((document) =>
    document.amountMinor === null ? [] : [BigInt(document.amountMinor)],
  );
  const isOwn = documents.every((document) => document.currency === null || document.currency === currency);
  return isOwn && amounts.length === documents.length && sum(amounts) === amountMinor;
}

function adviceOf({ itemId, bookedOn, currency, amountMinor, payerName, documents }: DetailedLine): Advice {
  return {
    id: `line ${itemId}`, // no advice of its own that could be opened
    receivedOn: bookedOn,
    remittance: {
      line: 1,
      payer: { name: payerName, id: null, account: null },
      payee: { name: null, id: null, account: null },
      amountMinor,
      currency: currencyCode(currency),
      paidOn: null,
      traceNumber: null,
      method: null,
      references: [],
      lines: documents.map(({ number, amountMinor: paid }, at) => ({
        line: at + 1,
        document: { kind: 'invoice' as const, number, label: null },
        references: [],
        issuedOn: null,
        grossMinor: null,
        discountMinor: null,
        adjustments: [],
        paidMinor: BigInt(paid ?? 0),
        text: [],
      })),
      adjustments: [],
      text: [],
      footing: 'ok',
    },
  };
}
