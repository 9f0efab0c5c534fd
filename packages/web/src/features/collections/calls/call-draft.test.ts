import { localDate } from '@quittance/core/calendar';
import { currencyCode } from '@quittance/core/money';
import { describe, expect, it } from 'vitest';
import { type CallDraft, readNext, withNext, withOutcome, withPressed } from './call-draft.ts';

const draft: CallDraft = {
  startedAt: '2026-03-02T09:00:00Z',
  note: '',
  outcome: null,
  nextKind: null,
  itemIds: [],
  amount: '12,400.00',
  day: '2026-03-03',
  time: '09:30',
  title: '',
  assigneeId: 'me',
  purpose: 'statement',
};
const given = {
  currency: currencyCode('USD'),
  decimalSign: '.' as const,
  today: localDate('2026-03-02'),
  theirZone: 'America/New_York',
  now: Date.parse('2026-03-02T09:05:00Z'),
};

describe('the next step of a call', () => {
  it('is a call-back at an instant by the customer’s clock', () => {
    const next = { kind: 'call_back', at: '2026-03-03T14:30:00Z', assigneeId: 'me' };
    expect(readNext({ ...draft, nextKind: 'call_back' }, given)).toEqual({ isReady: true, next });
    const past = { ...draft, nextKind: 'call_back', day: '2026-03-02', time: '04:00' } as const;
    expect(readNext(past, given)).toEqual({ isReady: false, wrong: 'time' });
  });

  it('is a promise of what was said, on what is ticked or on the account', () => {
    const parts = [{ promisedOn: '2026-03-03', amount: { amount: '12400.00', currency: 'USD' } }];
    const promise = { ...draft, nextKind: 'promise' } as const;
    expect(readNext(promise, given)).toEqual({ isReady: true, next: { kind: 'promise', itemIds: null, parts } });
    expect(readNext({ ...promise, itemIds: ['a'] }, given)).toMatchObject({ next: { itemIds: ['a'] } });
    expect(readNext({ ...promise, amount: 'all' }, given)).toEqual({ isReady: false, wrong: 'amount' });
  });

  it('stays open when the outcome that opened it is followed by its own choice', () => {
    const promised = withOutcome(draft, 'promised');
    expect(withPressed(promised, 'promise')).toMatchObject({ nextKind: 'promise', outcome: 'promised' });
    expect(withPressed({ ...draft, outcome: 'reached', nextKind: 'task' }, 'task')).toMatchObject({ nextKind: null });
  });

  it('is asked for before a promise or a call-back without one is sent', () => {
    expect(readNext({ ...draft, outcome: 'promised' }, given)).toEqual({ isReady: false, wrong: 'promise' });
    const task = { ...draft, outcome: 'call_back', nextKind: 'task', title: 'Copies' } as const;
    expect(readNext(task, given)).toEqual({ isReady: false, wrong: 'callBack' });
  });

  it('follows from the outcome, and the outcome from it', () => {
    expect(withOutcome(draft, 'promised')).toMatchObject({ nextKind: 'promise' });
    expect(withOutcome(withOutcome(draft, 'promised'), 'no_answer')).toMatchObject({ nextKind: null });
    expect(withOutcome({ ...draft, nextKind: 'task' }, 'reached')).toMatchObject({ nextKind: 'task' });
    expect(withNext(draft, 'call_back')).toMatchObject({ outcome: 'call_back' });
    expect(withNext({ ...draft, outcome: 'reached' }, 'promise')).toMatchObject({ outcome: 'reached' });
  });
});
