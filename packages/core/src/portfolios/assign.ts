/**
 * Who looks after a customer: whoever a move by hand names while it lasts, else the owner of the first rule of which every
 * condition fits, else the default. Pure, so that a draft of the rules can be tried on all customers before it holds.
 */
import type { LocalDate } from '../calendar/index.ts';

export const TEXT_ATTRIBUTES = ['channel', 'segment', 'country', 'language', 'tier', 'risk'] as const;
export type TextAttribute = (typeof TEXT_ATTRIBUTES)[number];

/** What rules ask about. The balance is the open amount in the company's currency as the day began, in minor units. */
export interface PortfolioCustomer {
  readonly id: string;
  readonly name: string;
  readonly attributes: Readonly<Partial<Record<TextAttribute, string | null>>>;
  readonly tags: readonly string[];
  readonly balanceMinor: bigint;
}

export type RuleCondition =
  /** One of the values, as written or in other case; the empty text stands for none. */
  | { readonly kind: 'text'; readonly attribute: TextAttribute; readonly anyOf: readonly string[] }
  | { readonly kind: 'tags'; readonly anyOf: readonly string[] }
  /** From inclusive, below exclusive; null is open. */
  | { readonly kind: 'balance'; readonly fromMinor: bigint | null; readonly belowMinor: bigint | null }
  /** Names that begin with letters from the one to the other, both inclusive: A to Gr takes in Grün. */
  | { readonly kind: 'name'; readonly from: string; readonly to: string };

export interface PortfolioRule {
  readonly name: string;
  readonly ownerId: string;
  /** All of them; a rule without any fits everybody. */
  readonly conditions: readonly RuleCondition[];
}

export interface PortfolioRules {
  readonly rules: readonly PortfolioRule[];
  readonly defaultOwnerId: string;
}

/** The latest move by hand of a customer that is not undone; `ownerId` null gives it back to the rules. */
export interface HandMove {
  readonly moveId: string;
  readonly ownerId: string | null;
  readonly untilOn: LocalDate | null;
}

export type Assignment =
  | { readonly cause: 'hand'; readonly ownerId: string; readonly moveId: string; readonly untilOn: LocalDate | null }
  | { readonly cause: 'rule'; readonly ownerId: string; readonly ruleName: string }
  | { readonly cause: 'rest'; readonly ownerId: string };

/**
 * With the rules "Key accounts: tier A → Ada" and "A to K → Ben": Kaufmann of tier A is Ada's by the first, Kaufmann of tier B Ben's
 * by the second, Rossi of tier B the default's; moved to Cleo until Friday, Rossi is hers until then.
 */
export function assignCustomer(
  customer: PortfolioCustomer,
  given: { readonly rules: PortfolioRules; readonly move: HandMove | undefined; readonly today: LocalDate },
): Assignment {
  const { rules, move, today } = given;
  if (move && move.ownerId !== null && (move.untilOn === null || today <= move.untilOn)) {
    return { cause: 'hand', ownerId: move.ownerId, moveId: move.moveId, untilOn: move.untilOn };
  }
  const rule = rules.rules.find(({ conditions }) => conditions.every((condition) => fits(condition, customer)));
  if (rule) return { cause: 'rule', ownerId: rule.ownerId, ruleName: rule.name };
  return { cause: 'rest', ownerId: rules.defaultOwnerId };
}

function fits(condition: RuleCondition, customer: PortfolioCustomer): boolean {
  switch (condition.kind) {
    case 'text':
      return hasAny(condition.anyOf, [customer.attributes[condition.attribute] ?? '']);
    case 'tags':
      return hasAny(condition.anyOf, customer.tags);
    case 'balance':
      return (
        (condition.fromMinor === null || customer.balanceMinor >= condition.fromMinor) &&
        (condition.belowMinor === null || customer.balanceMinor < condition.belowMinor)
      );
    case 'name':
      return beginsBetween(customer.name, condition);
  }
}

function hasAny(wanted: readonly string[], values: readonly string[]): boolean {
  const folded = values.map(fold);
  return wanted.some((one) => folded.includes(fold(one)));
}

/** `to` takes in everything that begins with it: from A to Gr ends behind Grz. */
function beginsBetween(name: string, { from, to }: { from: string; to: string }): boolean {
  const folded = fold(name);
  const [first, last] = [fold(from), fold(to)];
  return folded >= first && folded.slice(0, last.length) <= last;
}

/** Without accents and case, so that Ö stands with O and not behind Z. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();
}

/**
 * Who works on whose customers today: each owner by themselves, or while they are away whoever covers them; who covers may be
 * away too, then it goes on to whom covers them. Null when nobody of the chain is there.
 */
export function ownersOnDuty(
  owners: readonly string[],
  { covers, away }: { readonly covers: ReadonlyMap<string, string>; readonly away: ReadonlySet<string> },
): Map<string, string | null> {
  return new Map(owners.map((owner) => [owner, onDuty(owner)]));

  function onDuty(owner: string): string | null {
    const seen = new Set<string>();
    for (let person: string | undefined = owner; person !== undefined && !seen.has(person); ) {
      if (!away.has(person)) return person;
      seen.add(person);
      person = covers.get(person);
    }
    return null;
  }
}
