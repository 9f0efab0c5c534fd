import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DecisionJson } from '../match/decision-json.ts';
import { runCashbench } from './bench-cashbench.command.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quittance-cashbench-'));
});
afterEach(() => rm(directory, { recursive: true }));

const ITEMS = [
  'customer_number,customer_name,item_number,currency,amount_open,issued_on,due_on',
  'C1,Alder Foods,500001,EUR,100.00,2026-06-01,2026-07-01',
  'C1,Alder Foods,500002,EUR,50.00,2026-06-01,2026-07-01',
  'C1,Alder Foods,500003,EUR,80.00,2026-06-04,2026-07-01',
];

interface Given {
  readonly id: string;
  readonly day: string;
  readonly amount: string;
  readonly text: string;
  readonly account?: string;
  readonly truth: readonly (readonly [item: string, amount: string])[];
}

async function replaySet(given: readonly Given[]): Promise<Map<string, DecisionJson>> {
  const receipts = given.map(({ id, day, amount, text, account = '' }) => ({
    id,
    booked_on: day,
    currency: 'EUR',
    amount,
    payer_name: '',
    payer_account: account,
    text: [text],
  }));
  const truth = given.map(({ id, truth: lines }) => [
    id,
    { customer: 'C1', not_ar: false, allocations: lines.map(([item, amount]) => ({ item, amount })), deductions: [] },
  ]);
  await writeFile(join(directory, 'open-items.csv'), ITEMS.join('\n'));
  await writeFile(join(directory, 'receipts.json'), JSON.stringify(receipts));
  await writeFile(join(directory, 'history.json'), '[]');
  await writeFile(join(directory, 'truth.json'), JSON.stringify(Object.fromEntries(truth)));
  const out = join(directory, 'result.json');
  const code = await runCashbench(['--set', directory, '--out', out, '--json'], { stdout: () => {}, stderr: () => {} });
  expect(code).toBe(0);
  const rows = JSON.parse(await readFile(out, 'utf8')) as DecisionJson[];
  return new Map(rows.map((row) => [row.receiptId, row]));
}

describe('the replay of a labelled set', () => {
  it('does not know an item before the day it is issued', async () => {
    const decided = await replaySet([
      { id: 'R1', day: '2026-06-01', amount: '80.00', text: '500003', truth: [] },
      { id: 'R2', day: '2026-06-05', amount: '80.00', text: '500003', truth: [['500003', '80.00']] },
    ]);
    expect(decided.get('R1')).toMatchObject({ decision: 'exception' });
    expect(decided.get('R2')).toMatchObject({ decision: 'auto' });
  });

  it('asks an undecided receipt again for two days: the item arrives on the second', async () => {
    const decided = await replaySet([
      { id: 'R1', day: '2026-06-02', amount: '80.00', text: '500003', truth: [['500003', '80.00']] },
      { id: 'R9', day: '2026-06-20', amount: '1.00', text: '', truth: [] },
    ]);
    expect(decided.get('R1')).toMatchObject({ decision: 'auto' });
  });

  it('posts the truth, not the decision: what a wrong-looking receipt settled is settled the next day', async () => {
    const decided = await replaySet([
      { id: 'R1', day: '2026-06-01', amount: '33.00', text: 'NOTHING', truth: [['500001', '33.00']] },
      { id: 'R2', day: '2026-06-10', amount: '67.00', text: '500001', truth: [['500001', '67.00']] },
      { id: 'R3', day: '2026-06-12', amount: '67.00', text: '500001', truth: [] },
    ]);
    expect(decided.get('R2')).toMatchObject({ decision: 'auto', allocations: [{ item: '500001', amount: '67.00' }] });
    expect(decided.get('R3')).toMatchObject({ decision: 'exception', customer: 'C1' });
  });

  it('learns a payer only once its receipt is posted', async () => {
    const pay = { account: 'DE12', text: '' };
    const decided = await replaySet([
      { id: 'R1', day: '2026-06-01', amount: '100.00', ...pay, truth: [['500001', '100.00']] },
      { id: 'R2', day: '2026-06-03', amount: '50.00', ...pay, truth: [['500002', '50.00']] },
      { id: 'R3', day: '2026-06-08', amount: '80.00', ...pay, truth: [['500003', '80.00']] },
    ]);
    expect(decided.get('R1')).toMatchObject({ decision: 'suggest' });
    expect(decided.get('R2')).toMatchObject({ decision: 'auto' });
    expect(decided.get('R3')).toMatchObject({ decision: 'auto' });
  });

  it('refuses a directory without the files', async () => {
    const nowhere = ['--set', directory, '--out', join(directory, 'result.json')];
    expect(await runCashbench(nowhere, { stdout: () => {}, stderr: () => {} })).toBe(2);
  });
});

const shared = process.env.QUITTANCE_SHARED ?? resolve(import.meta.dirname, '../../../../../shared');
const benchmark = join(shared, 'cashbench');

describe.skipIf(!existsSync(join(benchmark, 'dev', 'truth.json')))(
  'the development set, scored by its own scorer',
  () => {
    it('posts at least half of the payments by themselves, and none of them wrong', async () => {
      const out = join(directory, 'result.json');
      const quiet = { stdout: () => {}, stderr: () => {} };
      expect(await runCashbench(['--set', join(benchmark, 'dev'), '--out', out], quiet)).toBe(0);
      const truth = join(benchmark, 'dev', 'truth.json');
      const scored = await promisify(execFile)(process.execPath, [join(benchmark, 'score.mjs'), truth, out, '--json'], {
        maxBuffer: 16_000_000,
      });
      const { overall } = JSON.parse(scored.stdout) as { overall: Record<string, unknown> };
      expect(overall).toMatchObject({
        wrongAutos: { total: 0 },
        unbalancedAutos: 0,
        centsMisapplied: 0,
        evidenceShare: 1,
      });
      expect(overall.autoRate).toBeGreaterThan(0.5);
    });
  },
);
