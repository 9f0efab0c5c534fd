/** Steps that correct or move: due dates, owners, reversals, transfers to another company. */
import { tryEntryKind } from './accounts.ts';
import { commonClauses, type DraftFacts } from './facts.ts';
import { type Reader, readClauses } from './reader.ts';
import type { Action, ReversalTarget, WrittenAmount } from './scenario.ts';

/** `re-date 4711 to 2026-03-31` */
export function parseReDate(reader: Reader, facts: DraftFacts): Action {
  reader.takePhrase(['of']);
  const item = reader.item('the item');
  reader.takePhrase(['to', 'becomes']);
  const dueOn = reader.date('the new due day');
  readClauses(reader, commonClauses(reader, facts), { after: '"re-date"' });
  return { kind: 're_date', item, dueOn };
}

/** `identify R1 as C1`, `assign 4711 to C2`: the item and all that is open of it moves to that customer. */
export function parseIdentify(reader: Reader, facts: DraftFacts): Action {
  const item = reader.item('the receipt');
  if (reader.takePhrase(['as', 'to', 'for', 'of']) === null)
    return reader.refuse('word_missing', 'Whose receipt is it? Write: identify R1 as C1.');
  reader.takePhrase(['customer']);
  const customer = reader.name('the customer');
  readClauses(reader, commonClauses(reader, facts), { after: '"identify"' });
  return { kind: 'identify', item, customer };
}

/**
 * `reverse the application of R1 to 4711 partly 100.00`, `reverse the write-off of 4711`, `reverse receipt R1 with
 * dependents`, `reverse A1` (a step called A1).
 */
export function parseReverse(reader: Reader, facts: DraftFacts): Action {
  const target = readTarget(reader);
  return readReversal(reader, facts, { target, withDependents: false, onOwnDay: false });
}

/** `bounce R1`: the receipt and all that was done with it is undone, as of the day it bounced. */
export function parseBounce(reader: Reader, facts: DraftFacts): Action {
  const target: ReversalTarget = { kind: 'named', item: reader.item('the receipt') };
  return readReversal(reader, facts, { target, withDependents: true, onOwnDay: true });
}

function readTarget(reader: Reader): ReversalTarget {
  if (reader.takePhrase(['application of']) !== null) {
    const credit = reader.item('the credit that was applied');
    if (reader.takePhrase(['to', 'against']) === null)
      return reader.refuse('word_missing', 'To which item was it applied? Write: the application of R1 to 4711.');
    return { kind: 'application', credit, debit: reader.item('the item it was applied to') };
  }
  const start = reader.position();
  const entryKind = tryEntryKind(reader);
  if (entryKind !== null && reader.takePhrase(['of', 'on']) !== null)
    return { kind: 'act', entryKind, item: reader.item('the item') };
  reader.goTo(start);
  return { kind: 'named', item: reader.item('what is undone') };
}

function readReversal(
  reader: Reader,
  facts: DraftFacts,
  start: { target: ReversalTarget; withDependents: boolean; onOwnDay: boolean },
): Action {
  let { withDependents, onOwnDay } = start;
  let amount: WrittenAmount | null = null;
  const clauses = {
    ...commonClauses(reader, facts),
    'partly|part': () => {
      amount = reader.amount('the part to undo');
    },
    'dependents|all that depends on it|everything that depends on it': () => {
      withDependents = true;
    },
    'on own day|on this day': () => {
      onOwnDay = true;
    },
  };
  readClauses(reader, clauses, {
    after: '"reverse"',
    otherwise() {
      const found = amount === null ? reader.tryAmount() : null;
      amount = found ?? amount;
      return found !== null;
    },
  });
  return { kind: 'reverse', target: start.target, amount, withDependents, onOwnDay };
}

/** `transfer R1 300.00 to company ROME`: leaves this company; the other receives it by a step of its own. */
export function parseTransfer(reader: Reader, facts: DraftFacts): Action {
  const item = reader.item('the receipt');
  const amount = reader.tryAmount();
  reader.takePhrase(['to']);
  reader.takePhrase(['company']);
  const toCompany = reader.name('the other company');
  readClauses(reader, commonClauses(reader, facts), { after: '"transfer"' });
  return { kind: 'transfer', item, amount, toCompany };
}

/** `in ROME receive transfers from HOME` */
export function parseReceiveTransfers(reader: Reader, facts: DraftFacts): Action {
  reader.takePhrase(['from']);
  reader.takePhrase(['company']);
  const fromCompany = reader.name('the company that sent them');
  readClauses(reader, commonClauses(reader, facts), { after: '"receive transfers"' });
  return { kind: 'receive_transfers', fromCompany };
}

/** `withdraw F-1`: a pending act that is no longer wanted. */
export function parseWithdraw(reader: Reader, facts: DraftFacts): Action {
  reader.takePhrase(['pending']);
  const name = reader.name('the pending document or step');
  readClauses(reader, commonClauses(reader, facts), { after: '"withdraw"' });
  return { kind: 'withdraw', name };
}
