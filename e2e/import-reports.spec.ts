import { expect, test } from '@playwright/test';
import { drop, invoices } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');

const ROWS = 60;

test('rows that lack the same rate are one problem, with the way to the rates and back', async ({ page }) => {
  const today = await todayIn(page, 'US01');
  const row = (number: string, currency: string) =>
    ['FJ-12', 'Fjordlyst AS', number, currency, '10.25', today, today] as const;
  const file = invoices('fjordlyst.csv', [
    row('FJ-1', 'USD'),
    ...Array.from({ length: ROWS }, (_, index) => row(`FJ-${index + 10}`, 'NOK')),
  ]);

  await test.step('sixty rows are one line with their count and rows', async () => {
    await page.goto('/c/US01/imports');
    await drop(page, file);
    const equal = page.getByRole('list', { name: 'Equal problems' });
    await expect(equal.getByRole('listitem')).toHaveCount(1);
    await expect(equal).toContainText('60×');
    await expect(equal).toContainText('There is no exchange rate for NOK');
    await expect(equal).toContainText('rows 3 to 62');
    await expect(equal.getByRole('link', { name: 'Enter rates' })).toHaveAttribute('href', /company\/rates/);
  });

  await test.step('the good row is posted, and the file gives its refused rows again', async () => {
    await page.getByRole('button', { name: 'Post the 1 good row' }).click();
    await page.getByRole('button', { name: 'Check the refused rows again' }).click();
    await expect(page.getByRole('main').getByText('To be posted')).toBeVisible();
    await expect(page.getByRole('link', { name: /^Already there/ })).toContainText('1');
  });

  await test.step('on a phone the list shows each file with its state and its figures', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/c/US01/imports');
    const imports = new Grid(page, 'Imports');
    await imports.hasRows();
    const first = imports.rows.first();
    for (const word of ['fjordlyst.csv', 'To be posted', '60']) await expect(first.getByText(word)).toBeInViewport();
  });
});
