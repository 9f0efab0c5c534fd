import { expect, test } from '@playwright/test';
import { drop, invoices } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('manager');

test('the ERP’s list of all open items is compared, and what differs is posted only when somebody says so', async ({
  page,
}) => {
  const today = await todayIn(page, 'US01');
  const list = (name: string, rows: readonly (readonly [string, string])[]) =>
    invoices(
      name,
      rows.map(([number, amount]) => ['FL-9', 'Fernhill Looms Inc.', number, 'USD', amount, today, today]),
    );
  const posted = page.getByRole('button', { name: 'Undo this import' });

  await test.step('yesterday’s items are there', async () => {
    await page.goto('/c/US01/imports');
    await drop(
      page,
      list('fernhill-1.csv', [
        ['FL-701', '500.00'],
        ['FL-702', '80.00'],
      ]),
    );
    await page.getByRole('button', { name: /^Post 2 rows/ }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
  });

  await test.step('of today’s list it is said that it holds all open items', async () => {
    await drop(
      page,
      list('fernhill-2.csv', [
        ['FL-701', '350.00'],
        ['FL-703', '20.00'],
      ]),
    );
    await page.getByRole('button', { name: 'It lists all open items…' }).click();
    await page.getByRole('button', { name: 'Compare' }).click();
    await expect(page.getByText('This file lists all items open on')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Post 1 new item, propose/ })).toBeVisible({ timeout: 30_000 });
    await page.getByRole('button', { name: /^Post 1 new item, propose/ }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: 'Differences with the ERP' }).last().click();
  });

  const differences = new Grid(page, 'Differences with the ERP');
  await test.step('each difference says what would follow, down to the postings', async () => {
    await differences.filter.fill('FL-70');
    await expect(differences.rows).toHaveCount(2);
    await expect(differences.row('FL-701')).toContainText('settle the difference here too');
    await expect(differences.row('FL-702')).toContainText('not in the list any more');
    await differences.row('FL-701').click();
    await page.keyboard.press('Enter');
    const panel = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'FL-701' }) })
      .last();
    await expect(panel.getByText('Settled in the ERP')).toBeVisible();
    await expect(panel).toContainText('150.00');
  });

  await test.step('what is ticked is posted, and nothing else', async () => {
    await differences.row('FL-701').getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Post 1 correction' }).click();
    await expect(page.getByText('1 correction posted.')).toBeVisible();
    await expect(differences.rows).toHaveCount(1);
    await page.goto('/c/US01/customers?q=Fernhill');
    const customers = new Grid(page, 'Customers');
    await expect(customers.rows).toHaveCount(1);
    expect(await customers.text(customers.rows.first(), 'Open')).toBe('450.00');
  });
});
