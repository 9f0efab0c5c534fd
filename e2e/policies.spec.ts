import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { sessionOf, signedInAs } from './people.ts';

signedInAs('expert');

const PAGE = '/c/IT01/company/policies';
/** Without these, some of the demo's last receipts would have waited. */
const OFF = [
  'Advice lists the items',
  'Cited whole and exact',
  'Cited and exact, known payer',
  'Number and amount confirm each other',
  'Several numbers agree',
  'Cited, difference explained',
  'Unique amount, known payer',
];

test('what posts by itself is changed in a version: proposed, tried, switched on by a manager, and gone back from', async ({
  page,
  browser,
}) => {
  await page.goto(PAGE);
  await expect(page.getByText('The usual policy holds.')).toBeVisible();
  const propose = page.getByRole('button', { name: 'Propose version' });
  const figure = page
    .getByRole('row')
    .filter({ hasText: 'Figure' })
    .locator('xpath=ancestor::table')
    .getByRole('textbox')
    .first();

  await test.step('a figure out of bounds says which it may be, and nothing can be proposed', async () => {
    await expect(propose).toBeDisabled();
    const usual = await figure.inputValue();
    await figure.fill('999999999');
    await expect(page.getByText(/^A whole number from \d+ to \d+\.$/)).toBeVisible();
    await expect(propose).toBeDisabled();
    await figure.fill(usual);
    await expect(page.getByText('This is what holds already.')).toBeVisible();
  });

  await test.step('the expert proposes it and tries it, and may not switch it on', async () => {
    for (const rule of OFF) await page.getByRole('checkbox', { name: rule, exact: true }).uncheck();
    await page.getByLabel('Why this change').fill('Month end: whole numbers are looked at');
    await propose.click();
    await expect(page.getByText('off: Cited whole and exact', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Try on the last 30 days' }).click();
    await expect(page.getByText(/You may leave; it goes on by itself\./)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Switch on' })).toHaveCount(0);
  });

  await test.step('the trial goes on while somebody is elsewhere, and its figures open the receipts', async () => {
    await page.goto('/c/IT01/cash/to_confirm');
    await page.goto(PAGE);
    await expect(page.getByText(/^On \d+ receipts from .* it would have posted \d+/)).toBeVisible();
    await expect(page.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
    await page.getByRole('button', { name: /^[1-9]\d* to look at$/ }).click();
    const receipts = new Grid(page, 'to look at');
    await receipts.hasRows();
    const both = page.getByRole('region', { name: /^Explanations of / });
    await expect(both.getByRole('heading', { name: 'Held then' })).toBeVisible();
    await expect(both.getByRole('heading', { name: 'This version' })).toBeVisible();
    await both.getByRole('link').click();
    await expect(page).toHaveURL(/\/cash\/\w+\?receipt=/);
    await page.goBack();
  });

  await test.step('how long a receipt may wait is part of it, in hours and minutes', async () => {
    const field = page.getByLabel('Asked: Unknown payer');
    await field.fill('4:75');
    await expect(page.getByText(/^Hours and minutes, such as 4:30/)).toBeVisible();
    await expect(propose).toBeDisabled();
    await field.fill('4:30');
    await page.getByLabel('Why this change').fill('agreed with sales');
    await propose.click();
    await expect(page.getByText('Unknown payer: late after 4:30 h')).toBeVisible();
  });

  await test.step('a manager switches it on, and goes back with a reason', async () => {
    const context = await browser.newContext({ storageState: sessionOf('manager') });
    const manager = await context.newPage();
    await manager.goto(PAGE);
    const first = manager.getByRole('form', { name: 'Switch on: Version 1' });
    await first.getByRole('button').click();
    await expect(manager.getByText(/^Version 1 holds, switched on by /)).toBeVisible();
    const back = manager.getByRole('form', { name: 'Go back to it: The usual policy' });
    await back.getByRole('button').click();
    await expect(back).toContainText('Say why the company goes back to the usual policy.');
    await back.getByRole('textbox').fill('month end is over');
    await back.getByRole('button').click();
    await expect(manager.getByText('The usual policy holds.')).toBeVisible();
    await context.close();
  });
});
