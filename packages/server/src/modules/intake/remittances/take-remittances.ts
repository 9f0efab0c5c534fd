/**
 * Advices of a file: each is kept with its lines, once. The same advice in a mail's text and in the file attached to it, or in a
 * file that comes again, is recognised by what it says.
 */
import { createHash } from 'node:crypto';
import { codeKey } from '@quittance/core/matching';
import { type CurrencyCode, formatAmount, sum } from '@quittance/core/money';
import type { Remittance, RemittanceLine } from '@quittance/core/remittance';
import { newId } from '../../../platform/ids.ts';
import type { FileTaker, TakingContext } from '../file-taker.ts';
import type { ToldAdvice, ToldPage } from '../reading/advices/told-advice.ts';
import { findStandingKeys, insertAdvice, insertPage } from './advices.queries.ts';

export async function takeRemittances(context: TakingContext): Promise<FileTaker> {
  const seen: Seen = { keys: new Map(), ids: [] };
  return {
    async take(message) {
      if (message.type === 'advices') for (const advice of message.advices) await takeAdvice(context, advice, seen);
      if (message.type === 'advice_page') await takePage(context, message.page, seen);
    },
    finish: async () => undefined,
  };
}

interface Seen {
  /** What the advices of this file say, and the part each stood in. */
  readonly keys: Map<string, string>;
  /** Null for one that is there already. */
  readonly ids: (string | null)[];
}

async function takeAdvice(context: TakingContext, told: ToldAdvice, seen: Seen): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  const { remittance, part } = told;
  const contentKey = contentKeyOf(remittance);
  const there = seen.keys.get(contentKey) ?? (await findStandingKeys(tx, [contentKey])).get(contentKey);
  const outcome = there === undefined ? 'added' : 'unchanged';
  for (const line of remittance.lines) recorder.count(outcome, () => shownLine(line, told));
  const id = there === undefined ? newId() : null;
  seen.ids.push(id);
  if (there !== undefined) {
    const message = `The advice${part === null ? '' : ` in ${part}`} says what ${there} says: it is kept once.`;
    recorder.note({ row: remittance.lines[0]?.line ?? 1, field: null, code: 'advice_known', message });
    return;
  }
  seen.keys.set(contentKey, part ?? 'this file');
  if (commandId === null || id === null) return;
  await insertAdvice(tx, batchId, { ...told, id, number: seen.ids.length, contentKey, receivedOn: tx.today });
}

async function takePage({ tx, commandId }: TakingContext, page: ToldPage, { ids }: Seen): Promise<void> {
  const id = ids[page.advice];
  if (commandId !== null && id) await insertPage(tx, id, page);
}

/** Whoever pays, whenever it came: the currency, the payment's number and day, and what each line pays. */
function contentKeyOf({ currency, traceNumber, paidOn, amountMinor, lines }: Remittance): string {
  const told = lines.map(({ document, paidMinor, grossMinor }) => [
    codeKey(document?.number ?? ''),
    paidMinor?.toString() ?? null,
    grossMinor?.toString() ?? null,
  ]);
  const text = JSON.stringify([currency, codeKey(traceNumber ?? ''), paidOn, amountMinor?.toString() ?? null, told]);
  return createHash('sha256').update(text).digest('base64url');
}

function shownLine(line: RemittanceLine, { remittance, part }: ToldAdvice) {
  const currency: CurrencyCode = remittance.currency;
  const amount = (minor: bigint | null) => (minor === null ? '' : formatAmount(minor, currency));
  const taken = sum(line.adjustments.map(({ amountMinor }) => amountMinor));
  const fields = {
    payerName: remittance.payer.name ?? '',
    issuedOn: line.issuedOn ?? '',
    gross: amount(line.grossMinor),
    discount: amount(line.discountMinor),
    deduction: line.adjustments.length === 0 ? '' : amount(taken),
    reason: line.adjustments.map(({ code, reason }) => [code, reason].filter(Boolean).join(' ')).join('; '),
    paid: amount(line.paidMinor),
    currency: String(currency),
    part: part ?? '',
  };
  const shown = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  return { row: line.line, label: line.document?.number ?? '', fields: shown };
}
