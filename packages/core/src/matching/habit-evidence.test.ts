import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import type { HabitCount } from '../learning/index.ts';
import { sum } from '../money/index.ts';
import { ItemIndex } from './item-index.ts';
import type { OpenItem } from './item-source.ts';
import { matchReceipts } from './match.ts';
import { EUR, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';
import { DEFAULT_POLICY, HABIT_RULE, type MatchPolicy } from './policy.ts';
import type { Receipt } from './receipt.ts';

/** Items of whole units, a day apart, and a payment of the oldest so many of them that names none. */
function paying(count: number, units: readonly number[]): { readonly items: OpenItem[]; readonly receipt: Receipt } {
  const items = units.map((amount, at) => ({
    id: `I${at}`,
    number: String(4_711_001 + at * 13),
    customer: 'ACME',
    currency: EUR,
    openMinor: BigInt(amount * 100),
    issuedOn: addDays(TODAY, -60),
    dueOn: addDays(TODAY, at - 50),
    references: [],
  }));
  const receipt: Receipt = {
    id: 'R1',
    bookedOn: TODAY,
    currency: EUR,
    amountMinor: sum(items.slice(0, count).map(({ openMinor }) => openMinor)),
    payerName: '',
    payerAccount: 'DE1',
    lines: [],
    endToEndId: '',
  };
  return { items, receipt };
}

/** 17 + 64 is 81: no other set of these is, though among whole units chance often finds one. */
const ONE_WAY = paying(2, [17, 64, 90, 97, 27, 56]);
/** 60 + 77 + 72 is 209, and so is 72 + 57 + 80. */
const TWO_WAYS = paying(3, [60, 77, 72, 38, 84, 57, 80, 23, 62, 81, 95]);

const habit = (times: number, ofTimes: number): HabitCount => ({
  habit: 'oldest_first',
  times,
  ofTimes,
  shareBps: null,
  sinceOn: TODAY,
  lastOn: TODAY,
});

function decide(
  { items, receipt }: ReturnType<typeof paying>,
  habits: readonly HabitCount[],
  policy: MatchPolicy = DEFAULT_POLICY,
) {
  const knowledge = new PayerKnowledge();
  knowledge.addLink('account', 'DE1', { customer: 'ACME', uses: 9, lastOn: TODAY });
  knowledge.setHabits('ACME', habits);
  const [decision] = matchReceipts([receipt], { items: new ItemIndex(items), knowledge, policy });
  if (decision === undefined) throw new Error('one decision a receipt');
  return { ...decision, proposed: decision.allocations.map(({ item }) => item).join(' ') };
}

describe('what a customer usually does', () => {
  it('puts first what it explains, of two ways that are equal otherwise, and says how often', () => {
    expect(decide(TWO_WAYS, []).proposed).toBe('I2 I5 I6');
    const decision = decide(TWO_WAYS, [habit(9, 10)]);
    expect([decision.decision, decision.proposed, decision.alternativesCount]).toEqual(['suggest', 'I0 I1 I2', 1]);
    expect(decision.sentence).toContain('usual: ACME pays its oldest items first (9 of 10 times)');
  });

  it('posts nothing by itself, unless the policy says from how often on it confirms', () => {
    expect(decide(ONE_WAY, [habit(9, 10)])).toMatchObject({ decision: 'suggest', alternativesCount: 0, rule: null });
    const asked = { ...DEFAULT_POLICY, habitTimesMin: 9 };
    expect(decide(ONE_WAY, [habit(9, 10)], asked)).toMatchObject({
      decision: 'auto',
      rule: HABIT_RULE,
      proposed: 'I0 I1',
    });
    expect(decide(ONE_WAY, [habit(8, 10)], asked).decision).toBe('suggest');
    expect(decide(ONE_WAY, [], asked).decision).toBe('suggest');
  });

  it('never lets one of two ways post, however often it was kept', () => {
    const asked = { ...DEFAULT_POLICY, habitTimesMin: 4 };
    expect(decide(TWO_WAYS, [habit(24, 24)], asked).decision).toBe('suggest');
  });

  it('that was not kept often enough is not told', () => {
    expect(decide(ONE_WAY, [habit(7, 10)]).sentence).not.toContain('usual');
  });
});

describe('a payer that was given to somebody else', () => {
  it('is not taken for that customer’s by its name or by an amount, until a link says so', () => {
    const { items, receipt } = paying(1, [17, 64]);
    const knowledge = new PayerKnowledge();
    knowledge.nameCustomer('ACME', 'Acme Ltd');
    knowledge.rejectPayer('account', 'DE1', 'ACME');
    const asked = { ...receipt, payerName: 'ACME LTD' };
    const decideNow = () =>
      matchReceipts([asked], { items: new ItemIndex(items), knowledge, policy: DEFAULT_POLICY })[0];
    expect(decideNow()).toMatchObject({ decision: 'exception', customer: null });
    knowledge.addLink('account', 'DE1', { customer: 'ACME', uses: 1, lastOn: TODAY });
    expect(decideNow()).toMatchObject({ decision: 'auto', customer: 'ACME' });
  });

  it('that cites an item by its whole number is believed', () => {
    const { items, receipt } = paying(1, [17, 64]);
    const knowledge = new PayerKnowledge();
    knowledge.rejectPayer('account', 'DE1', 'ACME');
    const asked = { ...receipt, lines: [items[0]?.number ?? ''] };
    const [decision] = matchReceipts([asked], { items: new ItemIndex(items), knowledge, policy: DEFAULT_POLICY });
    expect(decision?.allocations).toEqual([{ item: 'I0', amountMinor: 1_700n }]);
  });
});
