/**
 * Advices of a file: each is kept with its lines, once. The same advice in a mail's text and in the file attached to it, or in a
 * file that comes again, is recognised by what it says.
 */
import { type CurrencyCode, formatAmount, sum } from '@quittance/core/money';
import type { RemittanceLine } from '@quittance/core/remittance';
import { newId } from '../../../platform/ids.ts';
import type { FileTaker, TakingContext } from '../file-taker.ts';
import type { ToldAdvice, ToldPage } from '../reading/advices/told-advice.ts';
import { insertAdvice, insertPage } from './advices.queries.ts';
import { createSameAdvices, type SameAdvices } from './same-advice.ts';

export async function takeRemittances(context: TakingContext): Promise<FileTaker> {
  const seen: Seen = { same: createSameAdvices(context.tx), ids: [] };
  return {
    async take(message) {
      if (message.type === 'advices') for (const advice of message.advices) await takeAdvice(context, advice, seen);
      if (message.type === 'advice_page') await takePage(context, message.page, seen);
    },
    finish: async () => undefined,
  };
}

interface Seen {
  readonly same: SameAdvices;
  /** Null for one that is there already. */
  readonly ids: (string | null)[];
}

async function takeAdvice(context: TakingContext, told: ToldAdvice, seen: Seen): Promise<void> {
  const { tx, recorder, batchId, commandId } = context;
  const { remittance, part } = told;
  const found = await seen.same.look(remittance, part);
  const outcome = 'contentKey' in found ? 'added' : 'unchanged';
  for (const line of remittance.lines) recorder.count(outcome, () => shownLine(line, told));
  const id = 'contentKey' in found ? newId() : null;
  seen.ids.push(id);
  if (!('contentKey' in found)) {
    const message = `The advice${part === null ? '' : ` in ${part}`} says what ${found.there} says: it is kept once.`;
    recorder.note({ row: remittance.lines[0]?.line ?? 1, field: null, code: 'advice_known', message });
    return;
  }
  const { contentKey } = found;
  if (commandId === null || id === null) return;
  await insertAdvice(tx, batchId, { ...told, id, number: seen.ids.length, contentKey, receivedOn: tx.today });
}

async function takePage({ tx, commandId }: TakingContext, page: ToldPage, { ids }: Seen): Promise<void> {
  const id = ids[page.advice];
  if (commandId !== null && id) await insertPage(tx, id, page);
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
