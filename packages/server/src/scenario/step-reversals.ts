/** What a written reversal undoes, as ledger acts: one for each entry, the latest first. */
import type { Action, ItemName, ReversalTarget, StepStatement } from '@quittance/core/scenario';
import type { LedgerAct } from '../modules/ledger/index.ts';
import { fixQuestion, itemsOf, minorOf, tryItems, unknownItem } from './names.ts';
import { printWords } from './print.ts';
import { entriesById, entriesTouching, type TouchingEntry } from './scenario.queries.ts';
import { lineProblem, type Place, readIn } from './world.ts';

type Reverse = Extract<Action, { kind: 'reverse' }>;

export async function reversalActs(place: Place, step: StepStatement, action: Reverse): Promise<LedgerAct[]> {
  const entries = await targetEntries(place, action.target);
  const standing = entries.filter((entry) => entry.undoneMinor < entry.amountMinor || entry.undoneMinor === 0n);
  const targets = standing.length > 0 ? standing : entries.slice(-1); // undone already: the ledger says so
  const [last] = targets;
  if (action.amount !== null && targets.length > 1) {
    const message = `${targets.length} entries fit. Call the one you mean: ... called A1, then: reverse A1 partly ${action.amount.decimal}.`;
    return lineProblem(place.line, { field: action.amount.decimal, code: 'entry_not_clear', message });
  }
  const amountMinor =
    action.amount === null || last === undefined ? undefined : minorOf(place, action.amount, last.currency);
  return targets.toReversed().map((entry) => ({
    kind: 'reversal',
    entryId: entry.id,
    amountMinor,
    effectiveOn: step.effectiveOn ?? (action.onOwnDay ? place.day : undefined),
    withDependents: action.withDependents,
    reason: step.reason ?? (action.onOwnDay ? 'bounced' : 'corrected'),
  }));
}

async function targetEntries(place: Place, target: ReversalTarget): Promise<TouchingEntry[]> {
  if (target.kind === 'named') return namedEntries(place, target.item);
  const known = fixQuestion(place, { asOf: null, knownAt: null });
  const touching = async (ids: string[]) => readIn(place.world, place.book, (tx) => entriesTouching(tx, ids, known));
  if (target.kind === 'application') {
    const debits = (await itemsOf(place, target.debit)).map((item) => item.id);
    const credits = (await itemsOf(place, target.credit)).map((item) => item.id);
    const ofDebit = new Set((await touching(debits)).map((entry) => entry.id));
    const found = (await touching(credits)).filter((entry) => entry.kind === 'application' && ofDebit.has(entry.id));
    return atLeastOne(place, found, `application of ${target.credit.number} to ${target.debit.number}`);
  }
  const items = (await itemsOf(place, target.item)).map((item) => item.id);
  const found = (await touching(items)).filter((entry) => entry.kind === target.entryKind);
  return atLeastOne(place, found, `${printWords(target.entryKind)} of ${target.item.number}`);
}

/** A step that was called so, else the entry that opened the document. */
async function namedEntries(place: Place, name: ItemName) {
  const called = name.kind === null ? place.book.called.get(name.number) : undefined;
  const ids = called?.entryIds ?? [...new Set((await tryItems(place, name)).map((item) => item.openingEntryId))];
  if (ids.length === 0) return unknownItem(place, name);
  return readIn(place.world, place.book, (tx) => entriesById(tx, ids));
}

function atLeastOne(place: Place, entries: TouchingEntry[], what: string): TouchingEntry[] {
  if (entries.length > 0) return entries;
  const message = `There is no ${what}, so there is nothing to undo. Does its line stand before this one?`;
  return lineProblem(place.line, { field: what, code: 'entry_unknown', message });
}
