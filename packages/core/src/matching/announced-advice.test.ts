import { describe, expect, it } from 'vitest';
import { addDays } from '../calendar/index.ts';
import { announcesAdvice } from './announced-advice.ts';
import { anItem, aReceipt, decideOne, kinds, knowing, TODAY } from './matching.fixture.ts';

describe('a text that announces an advice', () => {
  it.each([
    'COME DA NS MAIL',
    'COME DA NS. COMUNICAZIONE',
    'VEDI DISTINTA',
    'SEE ADVICE',
    'AS PER OUR REMITTANCE ADVICE',
    'PLS SEE ATTACHED',
    'LT. AVIS',
    'LAUT ZAHLUNGSAVIS',
    'GEMAESS UNSEREM SCHREIBEN',
    'SIEHE SEPARATES AVIS',
    'SELON AVIS',
    'SUIVANT NOTRE COURRIER',
    'SEGUN AVISO',
    'ADVICE TO FOLLOW',
    'REMITTANCE SENT BY EMAIL',
  ])('%s', (text) => {
    expect(announcesAdvice([text])).toBe(true);
    const items = [anItem({ number: '4711001', open: '640.25' })];
    const knowledge = knowing({ names: { ACME: 'Acme Ltd' } });
    const decision = decideOne(aReceipt({ amount: '640.25', payer: 'Acme Ltd', text }), items, knowledge);
    expect(decision.decision).toBe('suggest');
    expect(kinds(decision)).toContain('advice_announced');
  });

  it.each(['AVIS RENT A CAR', 'RE 4711001', 'FATTURA 12', 'PER FATTURA 4711', 'LISTE 4711'])('%s does not', (text) => {
    expect(announcesAdvice([text])).toBe(false);
  });

  it('of an account that paid before it is waited for, and no longer', () => {
    const items = [anItem({ number: '4711001', open: '640.25' })];
    const knowledge = knowing({ accounts: { DE12: 'ACME' } });
    const receipt = aReceipt({ amount: '640.25', account: 'DE12', text: 'LT. AVIS' });
    const waiting = { ...receipt, adviceAwaitedUntil: addDays(TODAY, 3) };
    expect(decideOne(waiting, items, knowledge).decision).toBe('suggest');
    expect(decideOne(receipt, items, knowledge).decision).toBe('auto');
  });
});
