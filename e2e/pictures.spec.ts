/** The pictures of the README, taken of a larger demo: `QUITTANCE_PICTURES=1 npx playwright test -c e2e/playwright.config.ts`. */
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { csv, drop } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');
test.use({ colorScheme: 'light', viewport: { width: 1440, height: 900 } });

test('cash: a receipt, why it was matched, and the items it pays', async ({ page }) => {
  await page.goto('/c/IT01/cash/to_confirm');
  const receipts = new Grid(page, 'To confirm');
  await receipts.hasRows();
  await receipts
    .row(/FV26.*FV26|FV26/)
    .getByRole('gridcell')
    .nth(1) // the last one would scroll the list aside
    .click();
  await new Grid(page, 'Items to apply to').hasRows();
  await take(page, 'cash');
});

test('aging: as of a month-end, opened down to its postings', async ({ page }) => {
  await page.goto('/c/IT01/aging?currency=EUR');
  const aging = new Grid(page, 'Aging');
  await aging.hasRows();
  await page.getByRole('button', { name: /^As of/ }).click();
  await page.getByRole('dialog').getByRole('button').nth(1).click();
  await page.keyboard.press('Escape');
  await aging.hasRows();
  await (await aging.cell(aging.rows.first(), '1–30 d')).click();
  await page.keyboard.press('Enter');
  const items = new Grid(page, 'Items behind this figure');
  await items.hasRows();
  await items.grid.focus();
  await page.keyboard.press('Enter');
  await new Grid(page, 'Postings').hasRows();
  await take(page, 'aging');
});

test('imports: what a file will change, before it changes anything', async ({ page }) => {
  const today = await todayIn(page, 'IT01');
  const rows = Array.from({ length: 240 }, (_, index) => {
    const due = index === 58 ? '2026-02-31' : today;
    const amount = index === 131 ? 'tbd' : `${120 + index * 7}.${10 + (index % 90)}`;
    return ['100900', 'Cartiera Valdorsa S.r.l.', `FV26-${190_001 + index}`, 'EUR', amount, today, due] as const;
  });
  const headings = [
    'Codice cliente',
    'Ragione sociale',
    'Numero fattura',
    'Divisa',
    'Importo',
    'Data fattura',
    'Data scadenza',
  ];
  await page.goto('/c/IT01/imports');
  await new Grid(page, 'Imports').hasRows();
  await drop(page, csv('fatture-novembre.csv', [headings, ...rows]));
  await expect(page.getByRole('button', { name: /^Post the .* good rows$/ })).toBeVisible();
  await new Grid(page, 'Problems').hasRows();
  await take(page, 'imports');
});

test.describe('the analyst', () => {
  signedInAs('collections analyst');

  test('my day: whom to speak with now, and why', async ({ page }) => {
    await page.goto('/c/IT01/my-day?whose=team');
    await new Grid(page, 'My day').hasRows();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Score \d+ of 100/)).toBeVisible();
    await take(page, 'my-day');
  });
});

async function take(page: Page, name: string): Promise<void> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const file = path.resolve(import.meta.dirname, `../docs/pictures/${name}.png`);
  const picture = await page.screenshot({ path: file, animations: 'disabled' });
  expect(picture.length).toBeLessThan(300_000);
}
