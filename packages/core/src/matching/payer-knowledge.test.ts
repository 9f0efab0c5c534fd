import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { EUR, TODAY } from './matching.fixture.ts';
import { PayerKnowledge, payerKey } from './payer-knowledge.ts';

const confirmed = {
  receiptId: 'R1',
  bookedOn: TODAY,
  payerName: 'Acme Ltd',
  payerAccount: 'DE12',
  customer: 'ACME',
  currency: EUR,
  amountMinor: 100n,
};

describe('what a confirmed application teaches', () => {
  it('counts how often an account paid for a customer, whatever the order of learning', () => {
    const earlier = { ...confirmed, receiptId: 'R0', bookedOn: addDays(TODAY, -9) };
    const forward = new PayerKnowledge();
    const backward = new PayerKnowledge();
    for (const one of [earlier, confirmed]) forward.learn(one);
    for (const one of [confirmed, earlier]) backward.learn(one);
    expect(forward.customersByAccount('DE12')).toEqual([{ customer: 'ACME', uses: 2, lastOn: TODAY }]);
    expect(backward.customersByAccount('DE12')).toEqual(forward.customersByAccount('DE12'));
  });

  it('knows the payer’s name apart from its legal form', () => {
    const knowledge = new PayerKnowledge();
    knowledge.learn(confirmed);
    expect(knowledge.customersByName('ACME')).toHaveLength(1);
  });

  it('learns no payer from money that is not receivables, but remembers the receipt', () => {
    const knowledge = new PayerKnowledge();
    knowledge.learn({ ...confirmed, customer: null });
    expect(knowledge.customersByAccount('DE12')).toEqual([]);
    expect(knowledge.appliedReceipts(payerKey(confirmed), EUR, 100n)).toHaveLength(1);
  });

  it('finds an earlier receipt by name when the bank gives no account this time, and counts it once', () => {
    const knowledge = new PayerKnowledge();
    knowledge.learn(confirmed);
    expect(knowledge.appliedReceipts({ account: '', name: 'ACME' }, EUR, 100n)).toHaveLength(1);
    expect(knowledge.appliedReceipts({ account: 'DE12', name: 'ACME' }, EUR, 100n)).toHaveLength(1);
    expect(knowledge.appliedReceipts({ account: 'DE12', name: 'ACME' }, EUR, 101n)).toEqual([]);
  });

  it('keeps one record of a settled item', () => {
    const knowledge = new PayerKnowledge();
    knowledge.closeItem({ number: '4711001', customer: 'ACME', closedOn: addDays(TODAY, -1) });
    knowledge.closeItem({ number: '4711001', customer: 'ACME', closedOn: TODAY });
    expect(knowledge.closedByToken('4711001')).toEqual([{ number: '4711001', customer: 'ACME', closedOn: TODAY }]);
  });
});
