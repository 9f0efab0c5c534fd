/**
 * The text names a part of what is paid: a bank cut it, or the payer named only the first. The rest of the amount is then
 * made up by the customer's other items as an account explains a sum (`structures.ts`): whole due days, a run, some of the
 * next. Where the text lists in an order, only what comes after the last it names is looked at (`list-order.ts`). The more
 * the text cites, the surer the beginning; the completion must still be the only one. When no items make up the rest to
 * the cent, the same is tried less what payers and banks keep: a stated amount, bank charges, the discount of the terms;
 * and with a little more than the whole days at which the list breaks off. Last come the whole days over which the list goes:
 * a number in its middle may not have been read.
 */
import { sum } from '../../money/index.ts';
import type { Evidence } from '../evidence.ts';
import type { Explain, Explanation } from '../explanation.ts';
import type { MatchCase } from '../gather.ts';
import { compareItems, type OpenItem } from '../item-source.ts';
import { type Continued, continuedList } from '../list-order.ts';
import type { MatchPolicy } from '../policy.ts';
import {
  bankCharges,
  netBy,
  openTotal,
  type RateOf,
  type Reconciled,
  ratesOffered,
  ratesUsual,
  reconcile,
} from '../reconcile.ts';
import {
  byDueDay,
  daysFromFirst,
  plainStructuresOf,
  type Structure,
  structuresOf,
  totalsByDay,
  twinOf,
} from '../structures.ts';
import { type Reading, readingEvidence, readingsOf } from './read-references.ts';

const NUMBERS_LISTED_MAX = 20;
/** A little more than whole days is a slip of the payer; in thousandths of what is open of a day on average. */
const EXCESS_PER_MILLE_MAX = 1;
/** A slip may be of any amount within that: with the usual limit of two in a thousand, chance may find such days once in a thousand. */
const EXCESS_AMOUNTS_TRIED = 2;

/** How often the first five digits and more of a number begin one of the few items that complete the list. */
const CUT_NUMBER_BY_CHANCE = 0.01;

interface Given {
  readonly reading: Reading;
  /** Open items of the same customers that the text does not name. */
  readonly others: readonly OpenItem[];
  readonly continued: Continued | null;
  /** What may complete the list. */
  readonly candidates: readonly OpenItem[];
  readonly matchCase: MatchCase;
  readonly policy: MatchPolicy;
}

/** A set that may complete the list, and how many amounts were tried to find it. */
interface Found {
  readonly structure: Structure;
  readonly amountsTried: number;
}

export const explainByCompletedReferences: Explain = (matchCase, policy) => {
  const given = begunList(matchCase, policy);
  if (given === null) return [];
  const restMinor = matchCase.receipt.amountMinor - openTotal(given.reading.items);
  for (const search of [
    () => structuresOf(given.candidates, restMinor).map(once),
    () => lessCredit(restMinor, given),
    () => lessSomething(restMinor, given),
    () => withExcess(restMinor, given),
  ]) {
    const found = fittingCutNumber(search(), given).flatMap((one) => completed(one, given));
    if (found.length > 0) return found;
  }
  return wholeDaysAround(restMinor, given).flatMap((one) => completed(one, { ...given, continued: null }));
};

const once = (structure: Structure): Found => ({ structure, amountsTried: 1 });

/** What the text names of customers whose items are all at hand, and what else is open of theirs. */
function begunList(matchCase: MatchCase, policy: MatchPolicy): Given | null {
  const { citations, mentions, scope, payerScope } = matchCase;
  if (citations.length + mentions.length === 0) return null;
  const isPayers = ({ items }: Reading): boolean => items.every(({ customer }) => payerScope.has(customer));
  const readings = readingsOf(matchCase);
  const reading = readings.find(isPayers) ?? readings[0];
  if (reading === undefined || reading.items.length === 0) return null;
  const customers = [...new Set(reading.items.map(({ customer }) => customer))];
  if (!customers.every((customer) => scope.has(customer))) return null;
  if (customers.length > 1 && !customers.every((customer) => payerScope.has(customer))) return null;
  // What is named is the whole, or more: nothing is missing that other items could make up, and none is asked for.
  if (matchCase.receipt.amountMinor <= openTotal(reading.items)) return null;
  const others = customers
    .flatMap((customer) => matchCase.payableItemsOf(customer))
    .filter((item) => !reading.items.includes(item) && !matchCase.isRejected(item));
  const continued = continuedList(reading.items, others);
  return { reading, others, continued, candidates: continued?.items ?? others, matchCase, policy };
}

/** Where the text breaks off in a number, only what goes on with an item of that number; when there is one. */
function fittingCutNumber(found: readonly Found[], { matchCase }: Given): readonly Found[] {
  const fitting = found.filter(({ structure }) => cutNumberOf(structure.items, matchCase) !== null);
  return fitting.length > 0 ? fitting : found;
}

function cutNumberOf(added: readonly OpenItem[], { unknownRuns }: MatchCase): Evidence | null {
  const digits = unknownRuns.find(({ isAtEnd }) => isAtEnd)?.digits;
  if (digits === undefined) return null;
  const item = added.find(({ number }) => isBeginningOf(digits, number));
  return item === undefined ? null : { kind: 'number_cut', params: { reference: digits, number: item.number } };
}

/** `0001930646` and `064` begin 1930646677, whole, padded or shortened; what is missing is at its end. */
export function isBeginningOf(digits: string, number: string): boolean {
  const whole = number.replace(/\D+/g, '');
  const significant = digits.replace(/^0+/, '');
  const at = whole.indexOf(significant);
  return significant !== '' && at >= 0 && at + significant.length < whole.length;
}

/** Credits that are tried one by one; of more nobody could tell which was netted. */
const CREDITS_MAX = 8;

/** Sets that make up the rest and one open credit of the customers, which the payer netted. */
function lessCredit(restMinor: bigint, { others, candidates }: Given): Found[] {
  const credits = others.filter(({ openMinor }) => openMinor < 0n);
  if (credits.length > CREDITS_MAX) return [];
  const debits = candidates.filter(({ openMinor }) => openMinor > 0n);
  return credits.flatMap((credit) =>
    restMinor > credit.openMinor
      ? structuresOf(debits, restMinor - credit.openMinor).map(({ items, ...structure }) => ({
          structure: { ...structure, items: [...items, credit] },
          amountsTried: credits.length,
        }))
      : [],
  );
}

/** A list goes on with the next items: where something was taken off, further ones are not tried with every amount and rate. */
const NEXT_ITEMS_MAX = 400;

/** Sets that make up the rest and what the text, the bank or the terms took off it. */
function lessSomething(restMinor: bigint, given: Given): Found[] {
  const { candidates, matchCase } = given;
  const stated = statedTotals(matchCase).flatMap((offMinor) =>
    restMinor + offMinor > 0n ? structuresOf(candidates, restMinor + offMinor).map(once) : [],
  );
  if (stated.length > 0) return stated;
  const charges = bankCharges(given.matchCase);
  const next = candidates.slice(0, NEXT_ITEMS_MAX);
  const charged = charges
    .filter((offMinor) => restMinor + offMinor > 0n)
    .flatMap((offMinor) => plainStructuresOf(next, restMinor + offMinor))
    .map((structure) => ({ structure, amountsTried: charges.length }));
  return charged.length > 0 ? charged : discounted({ ...given, candidates: next });
}

function statedTotals({ findings }: MatchCase): bigint[] {
  const totals = findings.deductions.flatMap((stated) => {
    const each = stated.map(({ amountMinor }) => amountMinor);
    return [sum(each), ...each];
  });
  return [...new Set(totals)];
}

/** Every item less its discount: by the terms, or by the rate the text states. */
function discounted(given: Given): Found[] {
  const offered = ratesOffered(given.matchCase);
  const found = netStructures(offered, structuresOf, given);
  if (found.length > 0 || given.matchCase.findings.discountMillionths !== null) return found;
  // Rates that are usual and that nobody has offered: only where nothing is left out.
  return netStructures(ratesUsual(given.policy), plainStructuresOf, given);
}

function netStructures(ways: readonly RateOf[], search: typeof structuresOf, given: Given): Found[] {
  const { reading, candidates, matchCase } = given;
  const { amountMinor } = matchCase.receipt;
  return ways.flatMap((rateOf) => {
    const namedMinor = sum(reading.items.map((item) => netBy(rateOf, item)));
    if (amountMinor <= namedMinor) return [];
    const nets = candidates.map((item) => ({ ...item, openMinor: netBy(rateOf, item) }));
    if (nets.every(({ openMinor }, at) => openMinor === candidates[at]?.openMinor)) return [];
    const byId = new Map(candidates.map((item) => [item.id, item]));
    return search(nets, amountMinor - namedMinor).map((structure) => ({
      structure: { ...structure, items: structure.items.flatMap(({ id }) => byId.get(id) ?? []) },
      amountsTried: ways.length,
    }));
  });
}

/** Whole days from where the list breaks off, and a little more than they come to. */
function withExcess(restMinor: bigint, { continued }: Given): Found[] {
  if (continued === null || restMinor <= 0n) return [];
  const daysCount = totalsByDay(continued.items).size;
  const meanMinor = daysCount === 0 ? 0n : openTotal(continued.items) / BigInt(daysCount);
  const excessMaxMinor = (meanMinor * BigInt(EXCESS_PER_MILLE_MAX)) / 1000n;
  return daysFromFirst(
    continued.items,
    (totalMinor) => totalMinor < restMinor && restMinor - totalMinor <= excessMaxMinor,
  ).map((structure) => ({ structure, amountsTried: EXCESS_AMOUNTS_TRIED }));
}

/**
 * All that falls due from the first day that the list names until the end of a day that it reaches, to the cent, or less one
 * credit, a stated amount or bank charges. A number in the middle that was mistyped into a settled one is found so.
 */
function wholeDaysAround(restMinor: bigint, given: Given): Found[] {
  const { continued, others, reading } = given;
  const from = reading.items[0]?.dueOn;
  if (continued === null || continued.by !== 'due_date' || from === undefined) return [];
  const credits = others.filter(({ openMinor }) => openMinor < 0n);
  const offs = new Set([0n, ...statedTotals(given.matchCase), ...bankCharges(given.matchCase)]);
  const debits = others.filter(({ openMinor, dueOn }) => openMinor > 0n && dueOn >= from).sort(byDueDay);
  const nettedBy = (totalMinor: bigint): OpenItem[] =>
    credits.filter(({ openMinor }) => totalMinor + openMinor === restMinor);
  const amountsTried = offs.size + credits.length;
  return daysFromFirst(debits, (totalMinor) => offs.has(totalMinor - restMinor) || nettedBy(totalMinor).length > 0)
    .filter(({ items }) => (items.at(-1)?.dueOn ?? '') >= continued.after.dueOn)
    .flatMap((structure): Found[] => {
      const totalMinor = openTotal(structure.items);
      if (offs.has(totalMinor - restMinor)) return [{ structure, amountsTried }];
      return nettedBy(totalMinor).map((credit) => ({
        structure: { ...structure, items: [...structure.items, credit] },
        amountsTried,
      }));
    });
}

/** What comes of the named and the added items together; nothing when the difference is not what was looked for. */
function completed({ structure, amountsTried }: Found, given: Given): Explanation[] {
  const { reading, others, matchCase, policy } = given;
  const { items: added, byChance } = structure;
  const items = [...reading.items, ...added].sort(compareItems);
  const ways = reconcile(items, { matchCase, policy }).filter(({ items: settled }) => settled.length === items.length);
  return ways.map((way) => {
    const evidence: Evidence[] = [...completionEvidence(structure, given), ...way.evidence, ...twinOf(added, others)];
    const isCutThere = evidence.some(({ kind }) => kind === 'number_cut');
    const chance = byChance * amountsTried * (isCutThere ? CUT_NUMBER_BY_CHANCE : 1);
    if (chance * 1000 > policy.completionChancePerMilleMax) {
      evidence.push({ kind: 'sum_by_chance', params: { itemsCount: added.length, openItemsCount: others.length } });
    }
    return asExplanation(way, evidence);
  });
}

function asExplanation(way: Reconciled, evidence: readonly Evidence[]): Explanation {
  const { items, allocations, deductions, unappliedMinor, fit } = way;
  return { kind: 'account_structure', items, allocations, deductions, unappliedMinor, fit, evidence };
}

function completionEvidence({ items: added, evidence: structure }: Structure, given: Given): Evidence[] {
  const { reading, continued, matchCase, policy } = given;
  const numbers = added.slice(0, NUMBERS_LISTED_MAX).map(({ number }) => number);
  const evidence: Evidence[] = [
    ...readingEvidence(reading, matchCase, policy),
    { kind: 'references_completed', params: { numbers, itemsCount: added.length } },
    structure,
  ];
  if (continued !== null) {
    evidence.push({ kind: 'list_goes_on', params: { by: continued.by, after: continued.after.number } });
  }
  const cut = cutNumberOf(added, matchCase);
  return cut === null ? evidence : [...evidence, cut];
}
