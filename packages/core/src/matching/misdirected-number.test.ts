import { describe, expect, it } from 'vitest';
import type { Decision } from './decision.ts';
import { anItem, aReceipt, decideOne, kinds, TODAY } from './matching.fixture.ts';
import { PayerKnowledge } from './payer-knowledge.ts';

const own = anItem({ number: '4711012', open: '640.25' });
const others = Array.from({ length: 19 }, (_, at) =>
  anItem({ number: String(4_711_101 + at), open: `${900 + at}.13` }),
);

function knownBy(uses: Readonly<Record<string, number>>): PayerKnowledge {
  const knowledge = new PayerKnowledge();
  for (const [customer, count] of Object.entries(uses)) {
    knowledge.addLink('account', 'DE12', { customer, uses: count, lastOn: TODAY });
  }
  return knowledge;
}

interface Situation {
  /** What BROOK owes under the number that ACME cites, and elsewhere. */
  readonly cited?: string;
  readonly brookOwesToo?: string;
  readonly amount?: string;
  readonly knowledge?: PayerKnowledge;
  readonly text?: string;
}

/** ACME pays its own item to the cent and cites the whole number of BROOK's. */
function decidedWhen(given: Situation): Decision {
  const { cited = '871.13', brookOwesToo, amount = '640.25', knowledge = knownBy({ ACME: 14 }) } = given;
  const ofBrook = [cited, ...(brookOwesToo === undefined ? [] : [brookOwesToo])].map((open, at) =>
    anItem({ number: String(9_911_001 + at), open, customer: 'BROOK' }),
  );
  const acmes = amount === '640.25' ? own : anItem({ number: '4711012', open: amount });
  const receipt = aReceipt({ amount, account: 'DE12', text: given.text ?? 'INVOICE 9911001' });
  return decideOne(receipt, [acmes, ...others, ...ofBrook], knowledge);
}

describe("the whole number of a stranger's invoice beside an own item with the amount", () => {
  it('posts to the own item when account and amount leave nothing else, and says whose number it is', () => {
    const decision = decidedWhen({});
    expect(decision).toMatchObject({ decision: 'auto', customer: 'ACME', rule: 'unique_amount_by_known_payer' });
    expect(kinds(decision)).toContain('reference_of_other');
  });

  it.each<[string, Situation]>([
    ['the account was used once', { knowledge: knownBy({ ACME: 1 }) }],
    ['the account pays for strangers as well', { knowledge: knownBy({ ACME: 14, CEDAR: 6 }) }],
    ['the amount is small: one of 20 items has it by chance', { amount: '40.25' }],
    ['it is a round sum less than what the number stands for', { cited: '1040.25' }],
    ['it is a round sum more', { cited: '600.25' }],
    ['it is the number less 2%', { cited: '653.32' }],
    ['it is a third of the number', { cited: '1920.75' }],
    ['it is the number but for a small difference', { cited: '643.52' }],
    ['it is the number and another item of that customer', { cited: '550.11', brookOwesToo: '90.14' }],
    ['that customer owes the same amount elsewhere', { brookOwesToo: '640.25' }],
    ['the text says that it is for somebody', { text: 'INVOICE 9911001 ON BEHALF OF BROOK' }],
  ])('asks which is paid when %s', (_, situation) => {
    const decision = decidedWhen(situation);
    expect(decision.decision).not.toBe('auto');
    expect(decision.question?.code).toBe('text_or_amount');
  });

  it('asks when the number is of the same group: one pays for the other', () => {
    const knowledge = knownBy({ ACME: 14 });
    knowledge.setParent('ACME', 'HOLDING');
    knowledge.setParent('BROOK', 'HOLDING');
    expect(decidedWhen({ knowledge }).decision).not.toBe('auto');
  });
});
