import { addDays } from '@quittance/core/calendar';
import { NO_CHANGES } from '@quittance/core/cash-policy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { confirmProposal } from '../acts/receipt-acts.usecase.ts';
import { type CashBook, openCashBook, TODAY } from '../cash-application.fixture.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import { loadPolicies, proposePolicy, switchPolicy } from './policies.usecase.ts';
import { runTrial } from './run-trial.usecase.ts';
import { cancelTrial, startTrial, takeUpTrial } from './start-trial.usecase.ts';
import { resumeTrials, runTrialApart } from './trial-process.ts';
import { findTrial, listDifferences, saveProgress, takeTrial } from './trials.queries.ts';

let book: CashBook;
let acme: string;

const act = (action: string) => ({ action, body: null });
const RULES_OFF = ['cited_and_exact', 'number_and_amount_confirm_each_other'];

const propose = async (changes: object) => {
  const body = { ...NO_CHANGES, ...changes };
  const given = { changes: body, reason: 'to be tried', command: { action: 'cash.policy_propose', body } };
  return (await proposePolicy(book.database, book.scope, given)).number;
};
const start = async (number: number) =>
  (await startTrial(book.database, book.scope, { number, command: act('cash.policy_try') })).id;
const tried = async (changes: object) => {
  const number = await propose(changes);
  const id = await start(number);
  await runTrial(book.database, book.scope, id);
  const trial = await book.read((tx) => findTrial(tx, id));
  if (trial?.state !== 'done') throw new Error(`the trial is ${trial?.state}: ${trial?.failure}`);
  return { number, id, ...trial.result };
};
const differences = (trialId: string) => book.read((tx) => listDifferences(tx, { trialId, limit: 100 }));
const apply = () => applyUnapplied(book.database, book.scope);

beforeAll(async () => {
  book = await openCashBook();
  acme = await book.addCustomer('C-1', 'ACME Manufacturing GmbH');
});
afterAll(async () => {
  expect(await book.broken()).toEqual([]);
  await book.drop();
});

it('without receipts there is nothing to try', async () => {
  await expect(start(await propose({}))).rejects.toMatchObject({ code: 'trial_without_receipts' });
});

describe('a month of receipts, tried again', () => {
  beforeAll(async () => {
    for (const number of ['4711001', '4711002']) {
      await book.owe({ customerId: acme, number, amount: '100.00' });
      await book.receive({ number: `R-${number}`, amount: '100.00', text: `INVOICE ${number}` });
      await apply();
    }
  });

  it('nothing changed: nothing differs, and nothing is posted by trying', async () => {
    const same = await tried({});
    expect(same).toMatchObject({ receipts: 2, now: { posted: 2, otherwise: 0 }, differencesCount: 0 });
  });

  it('without two rules both would have waited, and each says so with both explanations', async () => {
    const { number, id, ...figures } = await tried({ rulesOff: RULES_OFF });
    expect(figures).toMatchObject({
      receipts: 2,
      now: { posted: 2, otherwise: 0 },
      proposed: { posted: 0, otherwise: 0 },
      more: { posted: 0 },
      fewer: 2,
    });
    const [first] = await differences(id);
    expect(first).toMatchObject({
      kind: 'fewer',
      isOtherwise: false,
      answers: {
        now: { posts: true, rule: 'cited_and_exact', allocations: [{ number: '4711001', amount: '100.00' }] },
        proposed: { posts: false, rule: null },
        done: { allocations: [{ number: '4711001', amount: '100.00' }] },
      },
    });
    expect(first?.answers.proposed.sentence).toMatch(/4711001|1 of 1/);
    const command = act('cash.policy_switch');
    await switchPolicy(book.database, book.scope, { number, reason: null, command });
    expect((await book.read(loadPolicies)).inForce).toBe(number);
  });

  it('a trial against a policy that holds no more is no ground to switch on', async () => {
    const versions = (await book.read(loadPolicies)).versions;
    const earlier = versions.find(({ trial, changes }) => trial !== null && changes.rulesOff.length === 0);
    expect(earlier?.trial?.isStillTrue).toBe(false);
    const given = { number: earlier?.number ?? 0, reason: null, command: act('cash.policy_switch') };
    await expect(switchPolicy(book.database, book.scope, given)).rejects.toMatchObject({
      code: 'policy_trial_outdated',
    });
    const back = { number: 0, reason: 'as before', command: act('cash.policy_switch') };
    await switchPolicy(book.database, book.scope, back);
  });
});

describe('what the first trials left out', () => {
  it('a cap is part of it: a difference of 8.00 that the version claims instead of posting is told', async () => {
    await book.owe({ customerId: acme, number: '4712001', amount: '1000.00' });
    await book.receive({ number: 'R-SHORT', amount: '992.00', text: 'INVOICE 4712001', payer: 'ACME MANUFACTURING' });
    await apply();
    const caps = { itemUnitsMax: 5, itemPercentMax: null, dayUnitsMax: null, analystDayUnitsMax: null };
    const { id } = await tried({ deductions: { small_difference: { isClaimed: false, caps } } });
    const [changed] = (await differences(id)).filter(({ kind }) => kind === 'changed');
    expect(changed?.answers.now.deductions).toMatchObject([{ number: '4712001', amount: '8.00', treatment: 'posted' }]);
    expect(changed?.answers.proposed.deductions).toMatchObject([{ amount: '8.00', treatment: 'claimed' }]);
  });

  it('what people confirmed in between is known to the next receipt, as it was then', async () => {
    await book.owe({ customerId: acme, number: '4713001', amount: '411.07' });
    await book.owe({ customerId: acme, number: '4713002', amount: '522.08' });
    const bare = { payer: 'FACTOR AG', account: 'DE12' };
    const first = await book.receive({ number: 'R-BARE-1', amount: '411.07', ...bare });
    await apply();
    await confirmProposal(book.database, book.scope, { receiptId: first, command: act('cash.confirm') });
    await book.receive({ number: 'R-BARE-2', amount: '522.08', ...bare });
    await apply();
    const { id, now } = await tried({ rulesOff: ['unique_amount_by_known_payer', 'unique_amount_of_known_payer'] });
    expect(now.otherwise).toBe(0);
    const fewer = (await differences(id)).filter(({ kind }) => kind === 'fewer');
    expect(fewer.map(({ answers }) => answers.now.allocations[0]?.number)).toEqual(['4713002']);
  });
});

describe('the work goes on by itself', () => {
  let number: number;
  beforeEach(async () => {
    number = await propose({ rulesOff: RULES_OFF });
  });

  it('while one runs no other begins; cancelled, it can be taken up again and comes to the same end', async () => {
    const whole = await tried({ rulesOff: RULES_OFF });
    const id = await start(number);
    await expect(start(number)).rejects.toMatchObject({ code: 'trial_is_running' });
    const given = { number, reason: null, command: act('cash.policy_switch') };
    await expect(switchPolicy(book.database, book.scope, given)).rejects.toMatchObject({ code: 'policy_untried' });
    await cancelTrial(book.database, book.scope, { id, command: act('cash.policy_trial_cancel') });
    await runTrial(book.database, book.scope, id);
    expect(await book.read((tx) => findTrial(tx, id))).toMatchObject({ state: 'cancelled', receiptsDone: 0 });
    await takeUpTrial(book.database, book.scope, { id, command: act('cash.policy_trial_resume') });
    await resumeTrials(book.database, book.scope);
    const { receipts, more, fewer, changed, differencesCount } = whole;
    expect(await book.read((tx) => findTrial(tx, id))).toMatchObject({
      state: 'done',
      receiptsDone: receipts,
      result: { receipts, more, fewer, changed, differencesCount },
    });
  });

  it('whoever is at it keeps it: a second worker waits, and the first writes nothing once it was cancelled', async () => {
    const id = await start(number);
    const worker = '00000000-0000-4000-8000-000000000001';
    expect(await book.database.write(book.scope, (tx) => takeTrial(tx, id, worker))).toBe(true);
    await runTrial(book.database, book.scope, id);
    expect(await book.read((tx) => findTrial(tx, id))).toMatchObject({ state: 'running', receiptsDone: 0 });
    await cancelTrial(book.database, book.scope, { id, command: act('cash.policy_trial_cancel') });
    const { result } = (await book.read((tx) => findTrial(tx, id))) ?? {};
    if (result === undefined) throw new Error('the trial is gone');
    const checkpoint = { at: '0', itemId: id, tallies: { now: [], proposed: [] } };
    const progress = { id, workerId: worker, receiptsDone: 1, result, checkpoint, differences: [] };
    expect(await book.database.write(book.scope, (tx) => saveProgress(tx, progress))).toBe(false);
  });

  it('interrupted in the middle it goes on behind what was kept, and counts nothing twice', async () => {
    const whole = await tried({ rulesOff: RULES_OFF });
    const id = await start(number);
    await runTrial(book.database, book.scope, id, { pageReceipts: 1, pagesMax: 2 });
    expect(await book.read((tx) => findTrial(tx, id))).toMatchObject({ state: 'running', receiptsDone: 2 });
    await takeUpAfterSilence(id);
    const after = await book.read((tx) => findTrial(tx, id));
    expect(after).toMatchObject({ state: 'done', receiptsDone: whole.receipts });
    expect(after?.result.differencesCount).toBe(whole.differencesCount);
    expect((await differences(id)).length).toBe(whole.differencesCount);
  });

  it('in a process of its own it comes to the same end', async () => {
    const { receipts, now, proposed, fewer } = await tried({ rulesOff: RULES_OFF });
    const id = await start(number);
    await runTrialApart(book.database, book.scope, id);
    const result = { receipts, now, proposed, fewer };
    expect(await book.read((tx) => findTrial(tx, id))).toMatchObject({ state: 'done', result });
  });

  async function takeUpAfterSilence(id: string): Promise<void> {
    await cancelTrial(book.database, book.scope, { id, command: act('cash.policy_trial_cancel') });
    await takeUpTrial(book.database, book.scope, { id, command: act('cash.policy_trial_resume') });
    await runTrial(book.database, book.scope, id);
  }
});

it('receipts of more than thirty days ago are not part of it', async () => {
  await book.receive({ number: 'R-OLD', amount: '1.00', text: 'x', bookedOn: addDays(TODAY, -31) });
  await apply();
  const { receipts } = await tried({});
  expect(receipts).toBe(5);
});
