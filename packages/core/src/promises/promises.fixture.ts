import { localDate } from '../calendar/index.ts';
import type { AccountReceived, ItemSettled, PaymentPromise } from './index.ts';

/** An instant of a day; `order` tells several of a day apart. */
export function at(day: string, order = 0): string {
  return `${day}T12:00:00.${String(order).padStart(6, '0')}Z`;
}

/** Of the account, 1,000.00 made on the 1st for the 10th, two days' grace. */
export function aPromise(given: Partial<PaymentPromise> = {}): PaymentPromise {
  return {
    id: 'P1',
    currency: 'EUR',
    amountMinor: 100_000n,
    promisedOn: localDate('2026-03-10'),
    deadlineOn: localDate('2026-03-12'),
    toleranceMinor: 0n,
    itemIds: null,
    madeAt: at('2026-03-01'),
    withdrawnAt: null,
    ...given,
  };
}

export function received(given: { receipt: string; on: string; amountMinor: bigint; entry?: string }): AccountReceived {
  return {
    entryId: given.entry ?? given.receipt,
    receiptItemId: given.receipt,
    currency: 'EUR',
    amountMinor: given.amountMinor,
    moneyOn: localDate(given.on),
    effectiveOn: localDate(given.on),
    recordedAt: at(given.on),
  };
}

export function settled(given: {
  entry: string;
  item: string;
  receipt: string;
  on: string;
  moneyOn?: string;
  amountMinor: bigint;
  undoes?: string;
}): ItemSettled {
  return {
    entryId: given.entry,
    originalEntryId: given.undoes ?? given.entry,
    itemId: given.item,
    creditItemId: given.receipt,
    currency: 'EUR',
    amountMinor: given.amountMinor,
    creditMinor: given.amountMinor,
    moneyOn: localDate(given.moneyOn ?? given.on),
    effectiveOn: localDate(given.on),
    recordedAt: at(given.on),
  };
}
