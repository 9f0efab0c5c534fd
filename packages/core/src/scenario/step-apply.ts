/** Steps that settle: credits applied to debits, and what is taken from an item without cash. */
import type { AdjustmentKind } from '../ledger/index.ts';
import { ADJUSTMENT_PHRASES } from './accounts.ts';
import { commonClauses, type DraftFacts } from './facts.ts';
import { type Reader, readClauses } from './reader.ts';
import type { Action, AdjustedAmount, AppliedCredit, ItemName, WrittenAmount } from './scenario.ts';

interface DraftDebit {
  item: ItemName;
  amount: WrittenAmount | null;
  paidWith: WrittenAmount | null;
  adjustments: { adjustment: AdjustmentKind; amount: AdjustedAmount; reason: string | null }[];
}

/**
 * `apply R1 to 4711 400.00 discount 8.00 and 4712 100.00`, `apply CN1 and R1 to 4711`, `apply R1 oldest first`.
 * Without an amount as much as possible; adjustments follow the debit that they reduce.
 */
export function parseApply(reader: Reader, facts: DraftFacts): Action {
  const credits = readCredits(reader);
  const debits: DraftDebit[] = [];
  if (reader.takePhrase(['oldest first']) !== null) {
    readClauses(reader, commonClauses(reader, facts), { after: '"oldest first"' });
    return { kind: 'apply', credits, debits };
  }
  if (reader.takePhrase(['to', 'against']) === null)
    return reader.refuse('word_missing', 'What is it applied to? Write: apply R1 to 4711 400.00.');
  debits.push(readDebit(reader));
  readClauses(reader, debitClauses(reader, facts, debits), {
    after: '"apply ... to ..."',
    otherwise(afterMark) {
      // after a comma stands the next item, even one whose number looks like an amount
      if (afterMark) return debits.push(readDebit(reader)) > 0;
      const last = debits.at(-1);
      const amount = last?.amount === null ? reader.tryAmount() : null;
      if (last && amount !== null) last.amount = amount;
      return amount !== null;
    },
  });
  if (credits.length > 1 && debits.length > 1 && [...credits, ...debits].some((one) => one.amount !== null)) {
    const message = 'Several credits to several debits take no amounts. Write one line for each credit.';
    return reader.refuse('amounts_not_clear', message);
  }
  return { kind: 'apply', credits, debits };
}

function readCredits(reader: Reader): AppliedCredit[] {
  const credits: AppliedCredit[] = [];
  do credits.push({ item: reader.item('the credit to apply'), amount: reader.tryAmount() });
  while (reader.skipMarks());
  return credits;
}

function readDebit(reader: Reader): DraftDebit {
  const item = reader.item('the item it is applied to');
  return { item, amount: reader.tryAmount(), paidWith: null, adjustments: [] };
}

function debitClauses(reader: Reader, facts: DraftFacts, debits: DraftDebit[]) {
  const common = commonClauses(reader, facts);
  const adjustments = Object.entries(ADJUSTMENT_PHRASES).map(([phrase, adjustment]) => [
    phrase,
    () => debits.at(-1)?.adjustments.push({ adjustment, amount: readAdjusted(reader), reason: null }),
  ]);
  return {
    ...common,
    ...Object.fromEntries(adjustments),
    'paid|using': () => {
      const last = debits.at(-1);
      if (last) last.paidWith = reader.amount("the amount in the credit's currency");
    },
    'because|reason': () => {
      const last = debits.at(-1)?.adjustments.at(-1);
      const reason = reader.text('the reason');
      if (last && last.reason === null) last.reason = reason;
      else facts.reason = reason;
    },
  };
}

function readAdjusted(reader: Reader): AdjustedAmount {
  if (reader.takePhrase(['by terms', 'terms']) !== null) return { kind: 'by_terms', graceDays: readGrace(reader) };
  if (reader.takePhrase(['rest', 'of rest']) !== null) return { kind: 'rest' };
  const amount = reader.tryAmount();
  return amount === null ? { kind: 'rest' } : { kind: 'written', amount };
}

/** "grace 3 days": what the company allows beyond the terms. */
function readGrace(reader: Reader): number {
  if (reader.takePhrase(['grace']) === null) return 0;
  const days = reader.name('the number of days');
  if (!/^\d{1,3}$/.test(days)) return reader.refuse('word_missing', 'How many days of grace? Write: grace 3 days.');
  reader.takePhrase(['days', 'day']);
  return Number(days);
}

/** `write off 4711 12.00`, `write off 12.00 of 4711`, `refund R1`; without an amount all that is open. */
export function parseAdjustment(adjustment: AdjustmentKind): (reader: Reader, facts: DraftFacts) => Action {
  return (reader, facts) => {
    let amount = amountBeforeItem(reader);
    reader.takePhrase(['of', 'on', 'from', 'to', 'for']);
    const item = reader.item('the item');
    const clauses = {
      ...commonClauses(reader, facts),
      'to suspense': () => {}, // "move R1 to suspense"
    };
    readClauses(reader, clauses, {
      after: `"${adjustment.replaceAll('_', ' ')}"`,
      otherwise() {
        const found = amount === null ? reader.tryAmount() : null;
        amount = found ?? amount;
        return found !== null;
      },
    });
    return { kind: 'adjust', adjustment, item, amount };
  };
}

/** "12.00 of 4711" begins with the amount, "4711 12.00" with the item: a preposition tells which. */
function amountBeforeItem(reader: Reader): WrittenAmount | null {
  const start = reader.position();
  const amount = reader.tryAmount();
  if (amount !== null && ['of', 'on', 'from', 'for'].some((word) => reader.looksAt(word))) return amount;
  reader.goTo(start);
  return null;
}
