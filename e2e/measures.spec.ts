import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('cash analyst');

test('a figure says what it counts, opens its receipts, and they are as many as it says', async ({ page }) => {
  await page.goto('/c/IT01/cash/to_confirm');
  await page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: 'Measures' }).click();
  await page.locator('[aria-busy="false"]').first().waitFor();
  // The figures of four weeks stay until those of the year have come.
  const ofTheYear = page.waitForResponse(/\/cash\/measures\?/);
  await page.getByRole('button', { name: '52 weeks' }).click();
  await ofTheYear;
  await page.locator('[aria-busy="false"]').first().waitFor();
  const figure = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Auto rate by receipts' }) });

  await test.step('its formula stands behind the why', async () => {
    await figure.getByRole('button', { name: /^Why Auto rate by receipts: \d/ }).click();
    await expect(figure.getByText(/also when that was undone later ÷ all receipts/)).toBeVisible();
  });

  await test.step('what did not post by itself is listed, and each receipt leads to the desk', async () => {
    const byHand = figure.getByRole('button', { name: /by people or waiting$/ });
    const count = Number((await byHand.textContent())?.replaceAll(/\D/g, ''));
    expect(count).toBeGreaterThan(0);
    await byHand.click();
    const receipts = new Grid(page, 'Not posted by themselves');
    await receipts.hasRows();
    await expect(page.getByText(new RegExp(`^${count} rows?$`))).toBeVisible();
    await expect(byHand).toHaveAttribute('aria-pressed', 'true');
    await receipts.rows.first().getByRole('link').first().click();
    await expect(page).toHaveURL(/\/cash\/\w+\?receipt=/);
    await page.goBack();
  });

  await test.step('a week of the trend opens its receipts, as many as it says', async () => {
    const week = page.getByRole('button', { name: /posted by themselves\. Opens the receipts\.$/ }).last();
    const count = /of ([\d,]+) posted/.exec((await week.getAttribute('aria-label')) ?? '')?.[1];
    await week.click();
    await expect(page).toHaveURL(/week=\d{4}-\d{2}-\d{2}/);
    await expect(week).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText(new RegExp(`^${count} rows?$`))).toBeVisible();
  });

  await test.step('the lines that posted by themselves open their receipts, with how many lines each has', async () => {
    const lines = page.getByRole('button', { name: /lines? by (itself|themselves)$/ });
    await lines.click();
    const receipts = new Grid(page, 'Applied by themselves, with their lines');
    await receipts.hasRows();
    await expect(receipts.grid.getByRole('columnheader', { name: 'Lines' })).toBeVisible();
  });

  await test.step('exceptions by reason open those of one reason', async () => {
    const reasons = page.getByRole('table', { name: 'Exceptions by reason' });
    await reasons.getByRole('button').first().click();
    await expect(page).toHaveURL(/reason=/);
  });
});
