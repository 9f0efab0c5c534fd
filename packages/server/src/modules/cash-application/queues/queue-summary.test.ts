import { addDays } from '@quittance/core/calendar';
import { NO_CHANGES } from '@quittance/core/cash-policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listActivities } from '../../customers/index.ts';
import { confirmProposal, putOnAccount } from '../acts/receipt-acts.usecase.ts';
import { type CashBook, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { proposePolicy, switchPolicy } from '../policies/policies.usecase.ts';
import { askCustomer, noteAnswer } from '../questions/questions.usecase.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { receiptClock } from './due.ts';
import { queueSummary } from './queue-summary.usecase.ts';
import { findReceipt, listQueue } from './queues.queries.ts';

let book: CashBook;
let acme: string;
let receipts: Record<'cited' | 'bare' | 'stranger' | 'old', string>;

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
  await book.owe({ customerId: acme, number: '7100001', amount: '100.00' });
  await book.owe({ customerId: acme, number: '7100002', amount: '212.34' });
  receipts = {
    cited: await book.receive({ amount: '100.00', text: 'RE 7100001' }),
    bare: await book.receive({ amount: '212.34', payer: 'FACTOR AG', account: 'DE12' }),
    stranger: await book.receive({ amount: '1.23', payer: 'WHO' }),
    old: await book.receive({ amount: '50.00', payer: 'ACME MANUFACTURING', bookedOn: addDays(TODAY, -40) }),
  };
  await applyUnapplied(book.database, book.scope);
  const command = { action: 'cash.on_account', body: null };
  await putOnAccount(book.database, book.scope, { receiptId: receipts.old, customerId: acme, command });
});
afterAll(() => book.drop());

const summary = () => book.read(queueSummary);
const ofQueue = async (queue: string) => (await summary()).groups.filter((group) => group.queue === queue);
const command = (action: string) => ({ action, body: null });

describe('the head of the cash desk', () => {
  it('counts what waits by queue, reason and age', async () => {
    expect(await ofQueue('to_confirm')).toMatchObject([
      { explanation: 'single_amount', questionCode: 'does_payer_pay_for', count: 1, openMinor: 21234n, lateCount: 0 },
    ]);
    expect(await ofQueue('unidentified')).toMatchObject([{ explanation: null, count: 1, openMinor: 123n }]);
    const { ages } = await summary();
    const [unapplied] = await ofQueue('unapplied');
    expect(ages[unapplied?.age ?? -1]).toMatchObject({ fromDays: 31, toDays: 90 });
  });

  it('a list keeps to one reason, or to one age', async () => {
    const keeps = async (kept: object) =>
      (await book.read((tx) => listQueue(tx, { queue: 'to_confirm', limit: 10, ...kept }))).length;
    expect(await keeps({ explanation: 'single_amount', questionCode: 'does_payer_pay_for' })).toBe(1);
    expect(await keeps({ questionCode: 'why_short' })).toBe(0);
    expect(await keeps({ queue: 'unapplied', bookedFrom: addDays(TODAY, -90), bookedTo: addDays(TODAY, -31) })).toBe(1);
    expect(await keeps({ queue: 'unapplied', bookedFrom: addDays(TODAY, -30) })).toBe(0);
  });

  it('says how many of today’s receipts posted by themselves', async () => {
    expect((await summary()).today).toEqual({ byItself: 1, all: 3 });
    await confirmProposal(book.database, book.scope, { receiptId: receipts.bare, command: command('cash.confirm') });
    expect((await summary()).today).toEqual({ byItself: 1, all: 3 });
  });
});

describe('the clock of a queue, from Friday noon in UTC', () => {
  const dueOf = async (id: string) => {
    const receipt = await book.read((tx) => findReceipt(tx, id));
    return receipt && (await book.read(receiptClock)).dueOf(receipt)?.slice(0, 13);
  };

  it('a receipt is due a business day after it came in, money on an account five', async () => {
    expect(await dueOf(receipts.stranger)).toBe('2026-11-23T12');
    expect(await dueOf(receipts.old)).toBe('2026-11-27T12');
    expect(await dueOf(receipts.cited)).toBeUndefined();
  });

  it('on Tuesday it is late; asked about, it waits for the customer and is not', async () => {
    book.setToday(addDays(TODAY, 4));
    expect(await ofQueue('unidentified')).toMatchObject([{ lateCount: 1, askedCount: 0 }]);
    const message = { language: 'de', address: 'ap@who.example', subject: 'Ihre Zahlung', body: 'Wofür ist sie?' };
    const question = { receiptId: receipts.stranger, customerId: acme, questionCode: 'who_is_payer', ...message };
    await askCustomer(book.database, book.scope, { ...question, command: command('cash.ask') });
    expect(await ofQueue('unidentified')).toMatchObject([{ lateCount: 0, askedCount: 1 }]);
    expect(await dueOf(receipts.stranger)).toBe('2026-11-27T12');
    const [mail] = await book.read((tx) => listActivities(tx, { customerIds: [acme], limit: 5 }));
    expect(mail).toMatchObject({ kind: 'mail', text: 'Ihre Zahlung\n\nWofür ist sie?' });
  });

  it('an answer ends the wait; a second answer has no question', async () => {
    const given = { receiptId: receipts.stranger, answer: 'Invoice 7100002', command: command('cash.answer') };
    await noteAnswer(book.database, book.scope, given);
    expect(await ofQueue('unidentified')).toMatchObject([{ lateCount: 1, askedCount: 0 }]);
    await expect(noteAnswer(book.database, book.scope, given)).rejects.toMatchObject({ code: 'nothing_was_asked' });
  });
});

describe('how long a receipt may wait is policy', () => {
  it('an unknown payer within an hour: on Tuesday noon due since Friday 13:00; an answer within an hour of asking', async () => {
    const deadlines = { queues: { answer: 60 }, reasons: { who_is_payer: 60 } };
    const body = { ...NO_CHANGES, deadlines };
    const given = { changes: body, reason: 'agreed with sales', command: { action: 'cash.policy_propose', body } };
    const { number } = await proposePolicy(book.database, book.scope, given);
    const turn = { number, reason: 'agreed with sales', command: command('cash.policy_switch') };
    await switchPolicy(book.database, book.scope, turn);
    const receipt = await book.read((tx) => findReceipt(tx, receipts.stranger));
    const { dueOf } = await book.read(receiptClock);
    expect(receipt && dueOf({ ...receipt, questionCode: 'who_is_payer' })?.slice(0, 16)).toBe('2026-11-20T13:00');
    expect(receipt && dueOf({ ...receipt, questionCode: 'which_items' })?.slice(0, 13)).toBe('2026-11-23T12');
    const askedAt = '2026-11-24T12:00:00Z';
    expect(receipt && dueOf({ ...receipt, askedAt })).toBe('2026-11-24T13:00:00Z');
    expect(await ofQueue('unidentified')).toMatchObject([{ lateCount: 1 }]);
  });
});
