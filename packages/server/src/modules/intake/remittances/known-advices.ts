/** Kept advices as the engine reads them. */
import type { Advice } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import type { RemittanceLine } from '@quittance/core/remittance';
import type { Tx } from '../../../platform/database/transaction.ts';
import type { KeptAdvice, KeptLine } from './advice.ts';
import { findAdvices, findLines } from './advices.queries.ts';

/** By id; those that were withdrawn are left out. One that was scanned counts as such until a person has compared it. */
export async function findKnownAdvices(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, Advice>> {
  const kept = (await findAdvices(tx, ids)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const lines = new Map<string, KeptLine[]>();
  for (const line of await findLines(tx, ids)) {
    const own = lines.get(line.adviceId);
    if (own === undefined) lines.set(line.adviceId, [line]);
    else own.push(line);
  }
  return new Map(kept.map((advice) => [advice.id, asKnown(advice, lines.get(advice.id) ?? [])]));
}

function asKnown(advice: KeptAdvice, lines: readonly KeptLine[]): Advice {
  const { id, receivedOn, payerName, payerAccount, currency, amountMinor, paidOn, traceNumber, adjustments, toldText } =
    advice;
  return {
    id,
    receivedOn,
    isScanned: advice.isScanned && advice.checkedAt === null,
    remittance: {
      line: 1,
      payer: { name: payerName, id: null, account: payerAccount },
      payee: { name: null, id: null, account: null },
      amountMinor: amountMinor ?? advice.linesMinor,
      currency: currencyCode(currency),
      paidOn,
      traceNumber,
      method: null,
      references: [],
      lines: lines.map(asLine),
      adjustments,
      text: toldText,
      footing: advice.footing,
    },
  };
}

function asLine(line: KeptLine): RemittanceLine {
  const { row, documentKind, documentNumber, references, issuedOn, grossMinor, discountMinor, adjustments, paidMinor } =
    line;
  const document =
    documentNumber === null
      ? null
      : { kind: documentKind ?? ('invoice' as const), number: documentNumber, label: null };
  return {
    line: row,
    document,
    references,
    issuedOn,
    grossMinor,
    discountMinor,
    adjustments,
    paidMinor,
    text: line.toldText,
    ...(line.place === null ? {} : { place: line.place }),
  };
}
