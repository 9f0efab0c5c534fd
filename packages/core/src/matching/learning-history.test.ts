/**
 * A year of a few customers with habits of their own, most of whose payments name nothing. Decided day by day without learning,
 * with it, and with habits that may confirm: what is learnt never makes a wrong posting, and posts and proposes more.
 */
import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate } from '../calendar/index.ts';
import { countHabits, type ObservedPayment, paidAmong, structureShown } from '../learning/index.ts';
import { sum } from '../money/index.ts';
import type { Decision } from './decision.ts';
import { ItemIndex } from './item-index.ts';
import type { OpenItem } from './item-source.ts';
import { matchReceipts } from './match.ts';
import { EUR, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';
import { DEFAULT_POLICY, type MatchPolicy } from './policy.ts';
import type { Receipt } from './receipt.ts';

const CUSTOMERS = ['ACME', 'BOREAL', 'CEDAR', 'DELTA'] as const;
const WEEKS = 40;
const COUNTED_MAX = 24;

/** The same numbers each time: Park and Miller's minimal generator. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

interface Payment {
  readonly receipt: Receipt;
  readonly customer: string;
  readonly paid: readonly OpenItem[];
}

interface Week {
  readonly on: LocalDate;
  readonly issued: readonly OpenItem[];
  readonly payments: readonly Payment[];
}

/** Each week a customer gets some invoices of whole units and pays its oldest; the first ten weeks it names them. */
function history(seed: number): Week[] {
  const below = numbersFrom(seed);
  const open = new Map<string, OpenItem[]>(CUSTOMERS.map((customer) => [customer, []]));
  let number = 4_711_001;
  return Array.from({ length: WEEKS }, (_, week): Week => {
    const on = addDays(TODAY, week * 7);
    const issued = CUSTOMERS.flatMap((customer) =>
      Array.from({ length: 2 + below(3) }, (_item, at): OpenItem => {
        number += 13;
        return {
          id: `I${number}`,
          number: String(number),
          customer,
          currency: EUR,
          openMinor: BigInt((10 + below(90)) * 100),
          issuedOn: addDays(on, -1),
          dueOn: addDays(on, 20 + at),
          references: [],
        };
      }),
    );
    for (const item of issued) open.get(item.customer)?.push(item);
    const payments = CUSTOMERS.flatMap((customer): Payment[] => {
      const account = open.get(customer) ?? [];
      const paid = account.splice(0, Math.min(account.length - 1, 2 + below(2)));
      if (paid.length === 0) return [];
      const receipt: Receipt = {
        id: `R${week} ${customer}`,
        bookedOn: on,
        currency: EUR,
        amountMinor: sum(paid.map(({ openMinor }) => openMinor)),
        payerName: '',
        payerAccount: `DE-${customer}`,
        lines: week < 10 ? [paid.map((item) => item.number).join(' ')] : [],
        endToEndId: '',
      };
      return [{ receipt, customer, paid }];
    });
    return { on, issued, payments };
  });
}

interface Outcome {
  readonly posted: number;
  readonly wrong: readonly string[];
  /** Of those proposed, the first proposal was right. */
  readonly rightlyProposed: number;
}

/** Every payment is posted as it was meant, whatever was decided; it is learnt when `isLearning`. */
function replay(weeks: readonly Week[], policy: MatchPolicy, isLearning: boolean): Outcome {
  const index = new ItemIndex([]);
  const knowledge = new PayerKnowledge();
  const shown = new Map<string, ObservedPayment[]>(CUSTOMERS.map((customer) => [customer, []]));
  // The accounts stand in the customers' records; only habits are learnt.
  for (const customer of CUSTOMERS)
    knowledge.addLink('account', `DE-${customer}`, { customer, uses: 1, lastOn: TODAY });
  const said: { readonly decision: Decision; readonly payment: Payment }[] = [];
  for (const { issued, payments } of weeks) {
    for (const item of issued) index.open(item);
    const decisions = matchReceipts(
      payments.map(({ receipt }) => receipt),
      { items: index, knowledge, policy },
    );
    for (const [at, payment] of payments.entries()) {
      const decision = decisions[at];
      if (decision !== undefined) said.push({ decision, payment });
      const { customer, paid, receipt } = payment;
      for (const item of paid) index.close(item.id);
      if (!isLearning) continue;
      const days = (items: readonly OpenItem[]) => items.map(({ dueOn }) => dueOn);
      const kept = structureShown(paidAmong(days(paid), days(index.itemsOfCustomer(customer))));
      const own = shown.get(customer) ?? [];
      own.push({ ...kept, bookedOn: receipt.bookedOn, deductions: [], silenced: [] });
      knowledge.setHabits(customer, countHabits(own.slice(-COUNTED_MAX)).habits);
    }
  }
  const isRight = ({ decision, payment }: (typeof said)[number]) =>
    decision.allocations
      .map(({ item }) => item)
      .sort()
      .join() ===
    payment.paid
      .map(({ id }) => id)
      .sort()
      .join();
  const posted = said.filter(({ decision }) => decision.decision === 'auto');
  return {
    posted: posted.length,
    wrong: posted.filter((one) => !isRight(one)).map(({ payment }) => payment.receipt.id),
    rightlyProposed: said.filter((one) => one.decision.decision === 'suggest' && isRight(one)).length,
  };
}

describe.each([3, 17, 101, 4_711])('a year of customers that pay their oldest items first (seed %i)', (seed) => {
  const weeks = history(seed);
  const without = replay(weeks, DEFAULT_POLICY, false);
  const learning = replay(weeks, DEFAULT_POLICY, true);

  it('posts the same with what was learnt, nothing wrong, and its first proposals are right more often', () => {
    expect([without.wrong, learning.wrong]).toEqual([[], []]);
    expect(learning.posted).toBe(without.posted);
    expect(learning.rightlyProposed).toBeGreaterThanOrEqual(without.rightlyProposed);
  });

  it('posts more where the policy lets a habit confirm, and nothing wrong', () => {
    const confirming = replay(weeks, { ...DEFAULT_POLICY, habitTimesMin: 8 }, true);
    expect(confirming.wrong).toEqual([]);
    expect(confirming.posted).toBeGreaterThanOrEqual(learning.posted);
  });
});

it('over these years together the habits make both differences', () => {
  const total = (policy: MatchPolicy, isLearning: boolean) =>
    [3, 17, 101, 4_711]
      .map((seed) => replay(history(seed), policy, isLearning))
      .reduce((left, right) => ({
        posted: left.posted + right.posted,
        wrong: [],
        rightlyProposed: left.rightlyProposed + right.rightlyProposed,
      }));
  const [without, learning] = [total(DEFAULT_POLICY, false), total(DEFAULT_POLICY, true)];
  expect(learning.rightlyProposed).toBeGreaterThan(without.rightlyProposed);
  expect(total({ ...DEFAULT_POLICY, habitTimesMin: 8 }, true).posted).toBeGreaterThan(learning.posted);
});
