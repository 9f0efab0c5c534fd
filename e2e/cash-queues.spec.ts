/** Two queues of the cash desk from end to end: money of which nobody knows whose it is, and money that waits on an account. */
import { expect, type Page, test } from '@playwright/test';
import { drop, invoices, statement } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');

const desk = (page: Page) => page.getByRole('region', { name: 'Apply this receipt' });
const items = (page: Page) => new Grid(page, 'Items to apply to');

/** Invoices of one customer: its number and name, then their numbers and amounts. */
async function bill(
  page: Page,
  [number, name]: readonly [string, string],
  bills: readonly (readonly [string, string])[],
) {
  const rows = bills.map(
    ([invoice, amount]) => [number, name, invoice, 'EUR', amount, '2026-09-01', '2026-10-01'] as const,
  );
  await page.goto('/c/IT01/imports');
  await drop(page, invoices(`${bills[0]?.[0]}.csv`, rows));
  await page.getByRole('button', { name: /^Post \d+ rows?$/ }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 30_000 });
}

async function receive(page: Page, name: string, line: { amount: string; payer: string; text: string }) {
  await page.goto('/c/IT01/imports');
  await drop(page, statement(name, { day: await todayIn(page, 'IT01'), lines: [line] }));
  await page.getByRole('button', { name: /^Post \d+ rows?$/ }).click();
  await expect(page.getByRole('link', { name: 'See the receipts' })).toBeVisible({ timeout: 30_000 });
}

async function open(page: Page, queue: string, word: string, text: string): Promise<void> {
  await page.goto(`/c/IT01/cash/${queue}`);
  const receipts = new Grid(page, word);
  await receipts.row(text).getByRole('gridcell').last().click();
  await expect(desk(page)).toBeVisible();
  await expect(receipts.grid).toBeFocused();
}

/** The item is ticked with a blank in the grid that the keys have. */
async function tick(page: Page, number: string): Promise<void> {
  await expect(items(page).row(number)).toBeVisible();
  await items(page).row(number).getByRole('checkbox').check();
}

test('unidentified: whose money it is is found out, it is applied, and undone it belongs to nobody again', async ({
  page,
}) => {
  await bill(page, ['QZ-1', 'Quarzo Ceramiche S.r.l.'], [['QZ60001', '733.40']]);
  await receive(page, 'qz-lawyer', { amount: '733.33', payer: 'STUDIO LEGALE ROMBI', text: 'CONTO CLIENTE' });

  await test.step('the question says what is not known', async () => {
    await open(page, 'unidentified', 'Unidentified', 'STUDIO LEGALE ROMBI');
    await expect(page.getByText(/Who is STUDIO LEGALE ROMBI/)).toBeVisible();
  });

  await test.step('the customer is found by a key, its item ticked, the money applied', async () => {
    await page.keyboard.press('y');
    await page.keyboard.type('Quarzo');
    await expect(page.getByRole('option', { name: /Quarzo Ceramiche/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await tick(page, 'QZ60001');
    await expect(desk(page)).toContainText('stays open on QZ60001');
    await page.keyboard.press('a');
    await expect(page.getByText(/733\.33 EUR applied to 1 item\./)).toBeVisible();
    await page.goto('/c/IT01/cash/unidentified');
    await expect(new Grid(page, 'Unidentified').row('STUDIO LEGALE ROMBI')).toHaveCount(0);
  });

  await test.step('undone, it is in the queue again, and nobody’s', async () => {
    await open(page, 'posted', 'Posted', '733.33');
    await page.keyboard.press('u');
    await expect(page.getByText('Undone. The receipt is back in its queue.')).toBeVisible();
    await open(page, 'unidentified', 'Unidentified', 'STUDIO LEGALE ROMBI');
  });
});

test('unapplied: a down payment waits on the account until its invoice comes, and is applied to it', async ({
  page,
}) => {
  const rovere = ['RV-1', 'Rovere Arredi S.p.A.'] as const;
  await bill(page, rovere, [['RV70001', '118.20']]);
  await receive(page, 'rv-advance', { amount: '512.64', payer: 'ROVERE ARREDI S.P.A.', text: 'ACCONTO MERCE' });

  await test.step('nothing explains it: it is put on the account', async () => {
    await open(page, 'exceptions', 'Exceptions', '512.64');
    await page.keyboard.press('o');
    await expect(page.getByText('512.64 EUR placed.')).toBeVisible();
  });

  await test.step('it waits among what is unapplied, by its age', async () => {
    await page.goto('/c/IT01/cash/unapplied');
    const queue = new Grid(page, 'Unapplied');
    await expect(queue.row('512.64')).toContainText('Rovere Arredi');
    await expect(page.getByRole('navigation', { name: 'By age' })).toBeVisible();
  });

  await test.step('when the invoice comes, the money is applied to it and leaves the queue', async () => {
    await bill(page, rovere, [['RV70002', '1905.10']]);
    await open(page, 'unapplied', 'Unapplied', '512.64');
    await tick(page, 'RV70002');
    await expect(desk(page)).toContainText('stays open on RV70002');
    await page.keyboard.press('a');
    await expect(page.getByText(/512\.64 EUR applied to 1 item\./)).toBeVisible();
    await page.goto('/c/IT01/cash/unapplied');
    await new Grid(page, 'Unapplied').hasCome();
    await expect(new Grid(page, 'Unapplied').row('512.64')).toHaveCount(0);
  });
});
