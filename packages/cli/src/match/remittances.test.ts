import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { pdfOf, tableRows } from '../../../server/src/modules/intake/reading/advices/paper.fixture.ts';
import type { DecisionJson } from './decision-json.ts';
import { runMatch } from './match.command.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'quittance-advices-'));
  await mkdir(join(directory, 'advices'));
});
afterEach(() => rm(directory, { recursive: true }));

const ITEMS = [
  'customer_number,customer_name,item_number,kind,currency,amount_open,issued_on,due_on,po_number',
  'C1,Alder Foods Ltd,INV-500001,invoice,EUR,100.00,2026-06-01,2026-07-01,',
  'C1,Alder Foods Ltd,INV-500002,invoice,EUR,50.00,2026-06-01,2026-07-01,',
  'C1,Alder Foods Ltd,INV-500003,invoice,EUR,150.00,2026-06-01,2026-07-01,',
  'C1,Alder Foods Ltd,INV-500004,invoice,EUR,150.00,2026-06-01,2026-07-01,',
];
const RECEIPTS = [
  { id: 'R1', booked_on: '2026-07-01', currency: 'EUR', amount: '150.00', payer_name: 'ALDER FOODS LTD' },
  {
    id: 'R2',
    booked_on: '2026-07-03',
    currency: 'EUR',
    amount: '77.00',
    payer_name: 'BOREAL',
    end_to_end_id: 'PAY-7003610',
  },
];

it('a receipt that nothing else tells is matched by a PDF of the payer, and a file that is no advice is named', async () => {
  const path = (name: string) => join(directory, name);
  await writeFile(path('items.csv'), ITEMS.join('\n'));
  await writeFile(path('receipts.json'), JSON.stringify(RECEIPTS));
  const table = tableRows([50, 250], 130, [
    ['Invoice number', 'Net paid'],
    ['INV-500001', '100.00'],
    ['INV-500002', '50.00'],
  ]);
  const head = [
    { text: 'Payer: Alder Foods Ltd', x: 50, y: 60 },
    { text: 'Payment date: 2026-06-30', x: 50, y: 80 },
  ];
  await writeFile(path('advices/alder.pdf'), pdfOf([[...head, ...table]]));
  await writeFile(path('advices/letter.eml'), 'From: a@b.example\nSubject: Hello\n\nSee you on Monday.\n');
  const out: string[] = [];
  const err: string[] = [];
  const argv = [
    '--open-items',
    path('items.csv'),
    '--receipts',
    path('receipts.json'),
    '--remittances',
    path('advices'),
    '--json',
  ];
  const code = await runMatch(argv, { stdout: (text) => void out.push(text), stderr: (text) => void err.push(text) });
  expect(code).toBe(1);
  expect(err.join('')).toMatch(/letter\.eml.*No line with a document number and an amount was found/);
  const [first] = JSON.parse(out.join('')) as DecisionJson[];
  expect(first).toMatchObject({ decision: 'auto', rule: 'advice_lists_the_items' });
  expect(first?.allocations.map(({ item }) => item)).toEqual(['INV-500001', 'INV-500002']);
});
