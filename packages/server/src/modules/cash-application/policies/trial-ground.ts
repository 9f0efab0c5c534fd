/**
 * The books as they stood before the first receipt of a trial, and what happened since: what the engine would have found at each
 * instant. As near as the ledger allows: customers' names and groups, and what imports told of payers, are those of today, and
 * what was revoked since counts as never taught.
 */
import { addDays } from '@quittance/core/calendar';
import {
  type BothPolicies,
  type CapTally,
  type CashPolicy,
  type Trial as OpenedTrial,
  openTrial,
  type TrialEvent,
  type TrialItem,
} from '@quittance/core/cash-policy';
import { normaliseAccount, normalisePartyName, type OpenItem, PayerKnowledge } from '@quittance/core/matching';
import { currencyCode } from '@quittance/core/money';
import type { SettlementReason } from '@quittance/core/settlement';
import { type PaymentTerms, parseTerms } from '@quittance/core/terms';
import { instantMicros } from '../../../platform/clock.ts';
import type { Tx } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import { customersNamed, toldLinks } from '../deciding/facts.queries.ts';
import { GROUP_MEMBERS_MAX, itemReader } from '../deciding/facts.ts';
import { tellNearNames } from '../deciding/near-names.ts';
import { fetchParties, type Parties } from '../knowledge/parties.ts';
import { tellHabitsBefore } from '../knowledge/patterns.usecase.ts';
import {
  claimsSince,
  confirmationsSince,
  groupsOfCustomers,
  itemsOpenSince,
  linksBefore,
  spentByPeople,
} from './past-books.queries.ts';
import { type Days, pastPayers } from './past-receipts.queries.ts';
import type { Checkpoint, TallyRows } from './trials.queries.ts';

const TRIAL_ITEMS_MAX = 1_000_000; // held in memory, about a kilobyte each
const ITEMS_PER_PAGE = 20_000;
const CONFIRMATIONS_MAX = 1_000_000;

export interface TrialBooks {
  readonly opened: OpenedTrial;
  readonly parties: Parties;
  readonly knowledge: PayerKnowledge;
  readonly tallies: BothPolicies<CapTally>;
  /** Whether an item is among those that were open in these days. */
  readonly isHeld: (itemId: string) => boolean;
}

export interface BooksAsked {
  readonly days: Days;
  /** The instants of the first and after the last receipt, ISO. */
  readonly since: string;
  readonly before: string;
  readonly policies: BothPolicies<CashPolicy>;
  readonly checkpoint: Checkpoint | null;
}

/** Throws `trial_too_large`. */
export async function openBooks(tx: Tx, asked: BooksAsked): Promise<TrialBooks> {
  const { days, since, policies, checkpoint } = asked;
  const parties = await fetchParties(tx);
  const items = await pastItems(tx, since, parties);
  const claims = await claimsSince(tx, since);
  const lessons = await pastKnowledge(tx, asked, parties);
  const tallies = await talliesSoFar(tx, days, checkpoint);
  const opened = openTrial({
    policies,
    functionalCurrency: tx.company.functionalCurrency,
    items: items.open,
    events: [
      ...items.moves,
      ...lessons.events,
      ...claims.flatMap(({ itemId, from, until }): TrialEvent[] => [
        { at: from, kind: 'claimed', itemId },
        ...(until === null ? [] : [{ at: until, kind: 'claim_ended' as const, itemId }]),
      ]),
    ],
    knowledge: lessons.knowledge,
    factOf: (id) => items.facts.get(id),
    tallies,
  });
  return { opened, parties, knowledge: lessons.knowledge, tallies, isHeld: (id) => items.facts.has(id) };
}

interface PastItems {
  readonly open: OpenItem[];
  readonly moves: TrialEvent[];
  readonly facts: Map<string, TrialItem>;
}

async function pastItems(tx: Tx, since: string, parties: Parties): Promise<PastItems> {
  const found: PastItems = { open: [], moves: [], facts: new Map() };
  const read = itemReader();
  const terms = termsReader();
  for (let after: string | null = null; ; ) {
    const page = await itemsOpenSince(tx, since, { after, limit: ITEMS_PER_PAGE });
    for (const fact of parties.asOne(page)) {
      const { amountMinor, functionalMinor, openBeforeMinor, moves } = fact;
      const item = read(fact);
      found.facts.set(fact.id, { amountMinor, functionalMinor, terms: terms(fact.terms) });
      if (openBeforeMinor !== 0n) found.open.push({ ...item, openMinor: openBeforeMinor });
      for (const { at, byMinor, on } of moves ?? []) {
        found.moves.push({ at: BigInt(at), kind: 'moved', item, byMinor: BigInt(byMinor), on });
      }
    }
    if (found.facts.size > TRIAL_ITEMS_MAX) throw tooLarge();
    const last = page.at(-1);
    if (last === undefined || page.length < ITEMS_PER_PAGE) return found;
    after = last.id;
  }
}

function tooLarge(): AppError {
  const message = `More than ${TRIAL_ITEMS_MAX} items were open in these days: a trial cannot hold them. Switch on with a reason.`;
  return new AppError('trial_too_large', message, { status: 409 });
}

/** Terms are few, and parsed once each. */
function termsReader(): (text: string | null) => PaymentTerms | null {
  const known = new Map<string, PaymentTerms | null>();
  return (text) => {
    if (text === null) return null;
    const terms = known.get(text);
    if (terms !== undefined) return terms;
    const parsed = parseTerms(text);
    known.set(text, parsed);
    return parsed;
  };
}

async function pastKnowledge(
  tx: Tx,
  { days, since, before, policies }: BooksAsked,
  parties: Parties,
): Promise<{ knowledge: PayerKnowledge; events: TrialEvent[] }> {
  const payers = await pastPayers(tx, days, before);
  const known = (words: readonly string[]) => [...new Set(words)].filter((word) => word !== '');
  const accounts = known(payers.map(({ account }) => normaliseAccount(account)));
  const names = known(payers.map(({ name }) => normalisePartyName(name)));
  const knowledge = new PayerKnowledge();
  const told = await toldLinks(tx, { accounts, names });
  const taught = await linksBefore(tx, { accounts, names }, since);
  for (const { mark, key, customerNumber, uses, lastOn } of parties.asOne([...told, ...taught])) {
    knowledge.addLink(mark, key, { customer: customerNumber, uses, lastOn });
  }
  for (const { key, customerNumber } of parties.asOne(await customersNamed(tx, names))) {
    knowledge.nameCustomer(customerNumber, key);
  }
  await tellNearNames(tx, names, { knowledge, parties });
  await tellHabitsBefore(tx, since, { customers: [...told, ...taught], knowledge, parties });
  for (const { customerNumber, parentNumber } of parties.asOne(await groupsOfCustomers(tx, GROUP_MEMBERS_MAX))) {
    if (customerNumber !== parentNumber) knowledge.setParent(customerNumber, parentNumber);
  }
  const withinDays = Math.max(
    policies.now.matching.duplicateWithinDays,
    policies.proposed.matching.duplicateWithinDays,
  );
  const bookedFrom = addDays(days.from, -withinDays);
  const asked = { since, bookedFrom, limit: CONFIRMATIONS_MAX };
  const confirmations = parties.asOne(await confirmationsSince(tx, { accounts, names }, asked));
  const sinceMicros = instantMicros(since);
  const events: TrialEvent[] = [];
  for (const { at, byAccount, byName, receiptNumber, customerNumber, currency, ...payment } of confirmations) {
    const application = {
      ...payment,
      receiptId: receiptNumber,
      customer: customerNumber,
      currency: currencyCode(currency),
    };
    if (at >= sinceMicros) events.push({ at, kind: 'taught', byAccount, byName, application });
    else if (customerNumber === null) knowledge.learn(application);
    else knowledge.addApplied(application);
  }
  return { knowledge, events };
}

/** Each policy counts on by itself, from what people spent or from where the trial stood. */
async function talliesSoFar(tx: Tx, days: Days, checkpoint: Checkpoint | null): Promise<BothPolicies<CapTally>> {
  if (checkpoint !== null) {
    return { now: tallyOf(checkpoint.tallies.now), proposed: tallyOf(checkpoint.tallies.proposed) };
  }
  const spent = await spentByPeople(tx, days);
  const rows: TallyRows = spent.map(({ on, reason, functionalMinor }) => [on, reason, functionalMinor.toString()]);
  return { now: tallyOf(rows), proposed: tallyOf(rows) };
}

function tallyOf(rows: TallyRows): CapTally {
  const tally: CapTally = new Map();
  for (const [on, reason, minor] of rows) {
    const own = tally.get(on) ?? new Map<SettlementReason, bigint>();
    own.set(reason, BigInt(minor));
    tally.set(on, own);
  }
  return tally;
}
