import { parseScenarios } from '@quittance/core/scenario';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../platform/testing/database.ts';
import { runScenarios, type ScenarioReport } from './index.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  await database.drop();
});

const STORY = [
  'company EUR',
  'on 2026-01-05 customer C1',
  'rate USD 0.90',
  'invoice 4711 of C1 for 1,000.00 due 2026-01-20',
  'invoice 4712 of C1 for 100.00 USD due 2026-01-20',
  'on 2026-02-10 receipt R1 from C1 400.00',
  'apply R1 to 4711 400.00 called A1',
  'receipt R2 from C1 50.00 dated 2026-06-01',
  'hold on 4711 of kind dispute',
];

/** One report for each of the cases, which are the lines after the story. */
async function runAll(cases: readonly (readonly string[])[]): Promise<ScenarioReport[]> {
  const text = cases.map((lines) => ['scenario: case', ...STORY, ...lines].join('\n'));
  const { scenarios, problems } = parseScenarios(text.join('\n'));
  expect(problems).toEqual([]);
  return runScenarios(scenarios, database.connection);
}

async function run(...lines: string[]): Promise<ScenarioReport> {
  const [report] = await runAll([lines]);
  if (!report) throw new Error('no report');
  return report;
}

const said = (report: ScenarioReport) => report.expectations.filter((one) => !one.isImplicit);

/** What is right, what is wrong, and what is seen instead. */
const CHECKS = [
  ['4711 open 600.00, due 2026-01-20', '4711 open 599.99, due 2026-01-20', 'open 600.00 EUR, due 2026-01-20'],
  ['4711 partly paid', '4711 closed', 'partly open'],
  ['4711 open 1,000.00 as of 2026-02-09', '4711 open 600.00 as of 2026-02-09', 'open 1,000.00 EUR'],
  ['4712 carrying 90.00', '4712 carrying 90.01', 'carrying 90.00 EUR'],
  ['4713 absent', '4711 absent', 'partly open'],
  ['R2 pending', 'R2 absent', 'pending'],
  ['C1 balance 600.00, overdue 600.00', 'C1 balance 600.00, overdue 0.00', 'balance 600.00 EUR, overdue 600.00 EUR'],
  ['aging of C1: 1-30 600.00', 'aging of C1: 31-60 600.00', 'all: 1-30 600.00 EUR'],
  [
    'aging: - C1: 1-30 600.00; C1 USD: 1-30 100.00',
    'aging: - C1: 1-30 600.00',
    'C1: 1-30 600.00 EUR; C1: 1-30 100.00 USD, total 100.00 USD',
  ],
  ['applications of R1: 4711 400.00', 'applications of R1: none', '4711 400.00 EUR'],
  [
    'entries of R1: receipt 400.00, application',
    'entries of R1: receipt 400.00',
    'receipt 400.00 EUR; application 400.00 EUR dated 2026-02-10',
  ],
  [
    'postings of A1: receivable credit 400.00, unapplied debit 400.00',
    'postings of A1: receivable credit 400.00',
    'receivable -400.00 EUR dated 2026-02-10 due 2026-01-20 of C1 item 4711; unapplied 400.00 EUR dated 2026-02-10 due 2026-02-10 of C1 item R1',
  ],
  [
    'journal of 2026-02: receivable credit 400.00, cash debit 400.00',
    'journal of 2026-02: cash debit 400.00',
    'cash debit 400.00 EUR; receivable debit 0.00 EUR credit 400.00 EUR functional -400.00 EUR',
  ],
  ['account cash 400.00', 'account cash 400.01', 'cash 400.00 EUR'],
  ['account cash debit 0.00 as of 2026-02-09', 'account cash debit 400.00 as of 2026-02-09', 'cash debit 0.00 EUR'],
  ['realised gain 0.00', 'realised loss 1.00', 'fx realised functional 0.00 EUR'],
  ['pending: R2 on 2026-06-01', 'no pending', 'R2'],
  ['holds of 4711: dispute', 'holds of 4711: none', 'dispute'],
  ['nothing closed', 'closed through 2026-01-31', 'nothing closed'],
  ['verify', 'verify fails intercompany_transfers_are_paired', 'passes'],
  [
    'refused open_amount_exceeded "600.00 EUR open": write off 4711 600.01',
    'refused period_is_closed: write off 4711 600.01',
    'refused open_amount_exceeded: 4711 has 600.00 EUR open; 600.01 does not fit.',
  ],
  ['refused: refund R1', 'refused: refund R1 dated 2026-07-01', 'done, not refused'],
] as const;

describe('an expectation that is right is met; one that is wrong shows what was seen', () => {
  let reports: ScenarioReport[];
  beforeAll(async () => {
    reports = await runAll(CHECKS.flatMap(([right, wrong]) => [[`expect ${right}`], [`expect ${wrong}`]]));
  });

  it.each(CHECKS.map(([right, , seen], index) => ({ right, seen, index })))('$right', ({ seen, index }) => {
    const [met, unmet] = reports.slice(2 * index);
    expect(met && said(met)).toMatchObject([{ isMet: true }]);
    expect(unmet && said(unmet)).toMatchObject([{ isMet: false, seen }]);
    expect([met?.isMet, unmet?.isMet]).toEqual([true, false]);
  });
});

const MISTAKES = [
  ['receipt R9 from C2 5.00', 'customer_unknown', 'Did you mean C1?'],
  ['apply R1 to 4719', 'item_unknown', 'There is no 4719'],
  ['apply R2 to 4711', 'item_unknown', 'waits as pending'],
  ['apply R1 to 4711 5.00 USD', 'currency_differs', 'Write the amount in EUR'],
  ['receipt R9 from C1 5.001', 'decimals_too_many', 'EUR, which has 2 decimals'],
  ['reverse the write-off of 4711', 'entry_unknown', 'nothing to undo'],
  ['in ROME seal', 'company_unknown', 'company ROME EUR'],
  ['expect 4711 open 1.00 known at NOON', 'moment_unknown', 'moment NOON'],
  ['release hold on 4711 of kind promise', 'hold_unknown', 'Nothing holds 4711'],
  ['withdraw 4711', 'pending_unknown', 'waits as pending'],
  ['invoice 9 of C1 for 1.00 terms NAA8', 'terms_not_readable', '2% 10 net 30'],
  ['apply R1 to 4711 1.00 discount by terms', 'terms_missing', 'Give its line some'],
] as const;

describe('a scenario that does not fit the ledger', () => {
  let mistaken: ScenarioReport[];
  beforeAll(async () => {
    mistaken = await runAll(MISTAKES.map(([line]) => [line, 'expect verify']));
  });

  it('says which step was refused, and goes on', async () => {
    const report = await run('apply R1 to 4711 5.00', 'expect 4711 open 600.00');
    expect(report.isMet).toBe(false);
    expect(report.expectations[0]).toMatchObject({ line: 11, expected: 'done', isMet: false });
    expect(report.expectations[0]?.seen).toContain('refused open_amount_exceeded');
    expect(said(report)).toMatchObject([{ isMet: true }]);
  });

  it.each(MISTAKES.map(([line, code, words], index) => ({ line, code, words, index })))(
    '$line: the line and what would be right',
    ({ code, words, index }) => {
      const report = mistaken[index];
      expect(report?.isMet).toBe(false);
      expect(report?.problems).toMatchObject([{ line: (report?.line ?? 0) + STORY.length + 1, code }]);
      expect(report?.problems[0]?.message).toContain(words);
    },
  );
});

it('each scenario has a ledger of its own', async () => {
  const reports = await runAll([['expect 4711 open 600.00'], ['expect 4711 open 600.00']]);
  expect(reports.map((report) => report.isMet)).toEqual([true, true]);
});

it('every answer about a day is asked again at the end, and every company verified', async () => {
  const report = await run(
    'expect 4711 open 600.00',
    'on 2026-03-01 dated 2026-02-10 write off 4711',
    'expect 4711 closed',
  );
  const implicit = report.expectations.filter((one) => one.isImplicit).map((one) => one.text);
  expect(implicit).toEqual([
    'the answer of line 11 still stands',
    'the answer of line 13 still stands',
    'verify passes in HOME',
  ]);
  expect(report.isMet).toBe(true);
});
