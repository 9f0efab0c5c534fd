/**
 * All numbers of the text together: whole ones, those that stand for an item by closing digits or with a slip, and orders
 * that stand for several. Where one could be several items, the amount decides: of all ways to read the text those count
 * that make up the receipt, to the cent or less by what is accounted for. Two ways that do are two explanations.
 */
import { sum } from '../../money/index.ts';
import { type Evidence, moneyText } from '../evidence.ts';
import type { Explain, Explanation, Fit } from '../explanation.ts';
import type { Citation, MatchCase } from '../gather.ts';
import { compareItems, compareText, type OpenItem } from '../item-source.ts';
import type { Mention } from '../mentions.ts';
import type { MatchPolicy } from '../policy.ts';
import { openTotal, type Reconciled, reconcile } from '../reconcile.ts';

/** Ways to read a text that are tried; beyond, each number stands for the first item it fits. */
const READINGS_MAX = 1024;

/** A number of the text, and the sets of items it may stand for. */
interface Unit {
  readonly citation: Citation | null;
  readonly mention: Mention | null;
  readonly choices: readonly (readonly OpenItem[])[];
}

export interface Reading {
  /** In the order of the text. */
  readonly items: readonly OpenItem[];
  /** The units of which it takes an item; others are left out as misread. */
  readonly used: readonly Unit[];
}

const FITS: readonly Fit[] = ['exact', 'accounted', 'partial'];

export const explainByReadReferences: Explain = (matchCase, policy) => {
  const { citations, mentions } = matchCase;
  if (citations.length === 0 && mentions.length === 0) return [];
  const readings = readingsOf(matchCase);
  const found = readings.flatMap((reading) =>
    reading.items.length === 0 ? [] : reconcile(reading.items, { matchCase, policy }).map((way) => ({ reading, way })),
  );
  for (const fit of FITS) {
    const fitting = found.filter(({ way }) => way.fit === fit);
    const fullest = Math.max(0, ...fitting.map(({ reading }) => reading.used.length));
    const best = fitting.filter(({ reading }) => reading.used.length === fullest);
    if (best.length > 0) return best.map(({ reading, way }) => explanation(reading, way, matchCase, policy));
  }
  return unexplained(readings[0], matchCase);
};

/** Readings within the payer's customers first; with all citations, when they belong to others too. */
export function readingsOf({ citations, mentions, scope, payerScope }: MatchCase): Reading[] {
  const inScope = citations.map(({ items, ...citation }) => ({
    ...citation,
    items: items.filter(({ customer }) => scope.has(customer)),
  }));
  const units: Unit[] = [
    ...(scope.size > 0 ? inScope : citations)
      .filter(({ items }) => items.length > 0)
      .map((citation) => ({ citation, mention: null, choices: choicesOf(citation, payerScope) })),
    ...mentions.map((mention) => ({ citation: null, mention, choices: choicesOfMention(mention) })),
  ].sort((left, right) => placeOf(left) - placeOf(right));
  const ways = units.reduce((product, { choices }) => Math.min(product * choices.length, READINGS_MAX + 1), 1);
  let readings: Reading[] = [{ items: [], used: [] }];
  for (const unit of units) {
    const choices = ways > READINGS_MAX ? unit.choices.slice(0, 1) : unit.choices;
    readings = readings.flatMap((reading) => choices.map((choice) => extended(reading, unit, choice)));
  }
  return distinct(readings);
}

/** Where the unit stands in the text. */
function placeOf({ citation, mention }: Unit): number {
  return citation?.first ?? mention?.first ?? 0;
}

function extended(reading: Reading, unit: Unit, choice: readonly OpenItem[]): Reading {
  const added = choice.filter((item) => !reading.items.includes(item));
  if (added.length === 0) return reading;
  return { items: [...reading.items, ...added], used: [...reading.used, unit] };
}

/** What it stands for; the number of somebody whom this payer does not pay for may also be a slip. */
function choicesOf({ items, range }: Citation, payerScope: ReadonlySet<string>): OpenItem[][] {
  const isForeign = payerScope.size > 0 && !items.some(({ customer }) => payerScope.has(customer));
  const none = isForeign ? [[]] : [];
  if (range !== undefined) return [[...items], [...range.ends], ...none];
  return items.length === 1 ? [[...items], ...none] : [[...items], ...items.map((item) => [item]), ...none];
}

/** A likeness may be none: the last choice leaves the number out. */
function choicesOfMention({ how, items }: Mention): OpenItem[][] {
  const each = items.map((item) => [item]);
  return how === 'mistyped' || items.length > 1 ? [...each, []] : each;
}

function distinct(readings: readonly Reading[]): Reading[] {
  const bySet = new Map<string, Reading>();
  for (const reading of readings) {
    const key = reading.items
      .map(({ id }) => id)
      .sort(compareText)
      .join('\n');
    if (!bySet.has(key)) bySet.set(key, reading);
  }
  return [...bySet.values()];
}

function explanation(reading: Reading, way: Reconciled, matchCase: MatchCase, policy: MatchPolicy): Explanation {
  const { fit, items, allocations, deductions, unappliedMinor } = way;
  const evidence = [...readingEvidence(reading, matchCase, policy), ...way.evidence];
  const isWhole = reading.used.every(({ mention }) => mention === null);
  if (fit === 'exact' && !isWhole) evidence.push(...agreement(reading, matchCase));
  const unused = matchCase.mentions.filter(({ items: meant }) => !meant.some((item) => reading.items.includes(item)));
  if (fit !== 'exact' && unused.length > 0) {
    evidence.push({ kind: 'reference_left_out', params: { references: unused.map(({ digits }) => digits) } });
  }
  evidence.push(...unconfirmed(reading, way, matchCase), ...confirmed(reading, way));
  const ordered = [...items].sort(compareItems);
  return { kind: 'cited_references', items: ordered, allocations, deductions, unappliedMinor, fit, evidence };
}

/** One slip to so many numbers that were read without is believed: it stands in a list of the same customer's. */
const READ_TO_ONE_SLIP = 2;
/** A difference that is hardly there beside the total is none of amounts: chance would have it once in a thousand times. */
const HARDLY_PER_MILLE_MAX = 1;

/**
 * A slip is believed when the total fits to the cent, or but for bank charges, or nearly; or beside others without one. A part,
 * an excess, a small difference of a larger share fit any item.
 */
function unconfirmed({ items, used }: Reading, way: Reconciled, matchCase: MatchCase): Evidence[] {
  const { fit, evidence, unappliedMinor, deductions } = way;
  const isLoose = fit === 'partial' || evidence.some(({ kind }) => kind === 'difference_small');
  const slips = used.flatMap(({ mention }) => (mention?.how === 'mistyped' ? [mention] : []));
  if (slips.length === 0 || !isLoose) return [];
  const isPart = evidence.some(({ kind }) => kind === 'part_payment');
  const isOneItem = !isPart && slips.every(({ items: meant }) => meant.length === 1);
  const differenceMinor = unappliedMinor + sum(deductions.map(({ amountMinor }) => amountMinor));
  const isHardlyOff = differenceMinor * 1000n <= openTotal(items) * BigInt(HARDLY_PER_MILLE_MAX);
  const readToOne = slips.every(({ items: meant }) => isOfFew(meant, matchCase)) ? 1 : READ_TO_ONE_SLIP;
  const isAmongOthers = slips.length * readToOne <= used.length - slips.length;
  if (isOneItem && (isHardlyOff || isAmongOthers)) return [];
  return [{ kind: 'reference_unconfirmed', params: { references: slips.map(({ digits }) => digits) } }];
}

const TO_THE_CENT: ReadonlySet<string> = new Set([
  'total_exact',
  'deduction_stated',
  'credit_netted',
  'discount_earned',
  'discount_unearned',
  'difference_of_bank_fee',
]);
/** Closing digits fit an item of somebody once in a million with so many of them. */
const CONFIRMED_DIGITS_MIN = 6;

/** Where so few items are open a number is like one of them by chance once in some hundred times: one other number is enough. */
const FEW_ITEMS_MAX = 20;

function isOfFew(items: readonly OpenItem[], { openItemsCountOf, payerScope }: MatchCase): boolean {
  return items.every(({ customer }) => payerScope.has(customer) && openItemsCountOf(customer) <= FEW_ITEMS_MAX);
}

/** Numbers without a slip, and the amount to the cent: they confirm each other, whoever pays. */
function confirmed({ used }: Reading, { fit, evidence }: Reconciled): Evidence[] {
  if (fit === 'exact' && used.every(({ citation }) => citation !== null)) return []; // said by number and total already
  const digits = used.map(({ citation, mention }) => citation?.token ?? mention?.digits.replace(/^0+/, '') ?? '');
  const isPlain = used.every(({ mention }) => mention?.how !== 'mistyped' && !mention?.isGuess);
  if (!isPlain || fit === 'partial' || digits.some(({ length }) => length < CONFIRMED_DIGITS_MIN)) return [];
  return evidence.some(({ kind }) => TO_THE_CENT.has(kind)) ? [{ kind: 'amount_confirms', params: {} }] : [];
}

/** A total to the cent of several numbers is no chance; that of one number counts when no other item has the amount. */
function agreement({ items, used }: Reading, { byAmount, receipt }: MatchCase): Evidence[] {
  if (used.length > 1) return [{ kind: 'references_agree', params: { referencesCount: used.length } }];
  if (items.length !== 1 || byAmount.length !== 1) return [];
  return [{ kind: 'amount_unique', params: { total: moneyText(receipt.amountMinor, receipt.currency) } }];
}

/** What is cited, and how each number was read. */
export function readingEvidence(reading: Reading, matchCase: MatchCase, policy: MatchPolicy): Evidence[] {
  const { citations } = matchCase;
  const references = reading.used.map(({ citation, mention }) => citation?.token ?? mention?.digits ?? '');
  const closingCount = reading.used.filter(({ mention }) => mention?.how === 'closing').length;
  const mistypedCount = reading.used.filter(({ mention }) => mention?.how === 'mistyped').length;
  const wholeCount = reading.used.length - closingCount - mistypedCount;
  const itemsCount = reading.items.length;
  const evidence: Evidence[] =
    closingCount + mistypedCount === 0
      ? [{ kind: 'references_exact', params: { references, itemsCount } }]
      : [{ kind: 'references_read', params: { references, itemsCount, wholeCount, closingCount, mistypedCount } }];
  const whole = reading.used.flatMap(({ citation }) => (citation === null ? [] : [citation]));
  const short = whole.filter(({ token }) => token.length < policy.referenceLengthMin).map(({ token }) => token);
  if (short.length > 0) evidence.push({ kind: 'reference_short', params: { references: short } });
  for (const { token, items, range, scheme } of whole) {
    if (scheme !== undefined) evidence.push({ kind: 'reference_checked', params: { reference: token, scheme } });
    if (range !== undefined) {
      const spanned = items.filter((item) => reading.items.includes(item)).length;
      const { from, to } = range;
      evidence.push({ kind: 'reference_range', params: { from, to, itemsCount: spanned } });
      continue;
    }
    if (items.every((item) => reading.items.includes(item))) continue;
    evidence.push({ kind: 'reference_shared', params: { reference: token, itemsCount: items.length } });
  }
  const leftOut = citations.filter(({ items }) => !items.some((item) => reading.items.includes(item)));
  const ofOthers = leftOut.filter(({ items }) => !items.some(({ customer }) => matchCase.payerScope.has(customer)));
  const own = leftOut.filter((citation) => !ofOthers.includes(citation));
  if (own.length > 0) evidence.push(leftOutEvidence(own));
  if (ofOthers.length > 0) {
    evidence.push({ kind: 'reference_of_other', params: { references: ofOthers.map(({ token }) => token) } });
  }
  return evidence;
}

function leftOutEvidence(citations: readonly Citation[]): Evidence {
  return { kind: 'reference_left_out', params: { references: citations.map(({ token }) => token) } };
}

/** The items read, with what is missing on the largest and what is over on account, as a proposal. */
function unexplained(reading: Reading | undefined, matchCase: MatchCase): Explanation[] {
  if (reading === undefined || reading.used.every(({ mention }) => mention === null)) return [];
  const { receipt } = matchCase;
  const items = [...reading.items].sort(compareItems);
  const total = openTotal(items);
  if (total <= 0n) return [];
  const differenceMinor = receipt.amountMinor - total;
  const difference = moneyText(differenceMinor < 0n ? -differenceMinor : differenceMinor, receipt.currency);
  const kind = differenceMinor < 0n ? 'total_short' : 'total_over';
  return [
    {
      kind: 'cited_references',
      items,
      allocations: allocateShort(items, differenceMinor < 0n ? -differenceMinor : 0n),
      deductions: [],
      unappliedMinor: differenceMinor > 0n ? differenceMinor : 0n,
      fit: 'differs',
      evidence: [...readingEvidence(reading, matchCase, matchCase.policy), { kind, params: { difference } }],
    },
  ];
}

/** Every item in full, but for a shortfall, which stays open on the largest item and then on the next smaller ones. */
export function allocateShort(
  items: readonly OpenItem[],
  shortfallMinor: bigint,
): { readonly item: string; readonly amountMinor: bigint }[] {
  const unpaid = new Map<string, bigint>();
  let left = shortfallMinor;
  const largestFirst = [...items].sort((one, other) =>
    one.openMinor === other.openMinor ? compareItems(one, other) : one.openMinor < other.openMinor ? 1 : -1,
  );
  for (const item of largestFirst) {
    if (left <= 0n || item.openMinor <= 0n) break;
    // Math.min knows no bigint.
    const rest = left - item.openMinor;
    unpaid.set(item.id, rest >= 0n ? item.openMinor : left);
    left = rest;
  }
  return items
    .map((item) => ({ item: item.id, amountMinor: item.openMinor - (unpaid.get(item.id) ?? 0n) }))
    .filter(({ amountMinor }) => amountMinor !== 0n);
}
