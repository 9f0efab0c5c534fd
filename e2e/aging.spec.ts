import { expect, test } from '@playwright/test';
import { Grid, minorOf } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('collections analyst');

test('the aging of last month-end foots, also as it was known then, and opens down to an entry', async ({ page }) => {
  const aging = new Grid(page, 'Aging');
  const items = new Grid(page, 'Items behind this figure');
  const euros = page.getByRole('button', { name: /^[\d,]+\.\d\d EUR$/ });
  await page.goto('/c/IT01/aging');
  await aging.hasRows();

  await test.step('as of the last month-end', async () => {
    await page.getByRole('button', { name: /^As of/ }).click();
    const monthEnd = page.getByRole('dialog').getByRole('button').nth(1);
    const day = await monthEnd.innerText();
    await monthEnd.click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: `As of ${day}` })).toBeVisible();
    await aging.hasCome();
    await expectToFoot();
  });
  const knownNow = await euros.innerText();
  const asOf = new URL(page.url()).searchParams.get('asOf') ?? '';

  await test.step('as it was known on that very day it is another figure, and that foots too', async () => {
    await page.getByRole('button', { name: /^As of/ }).click();
    await page.getByLabel(/As known at the end of/).fill(asOf);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: /known at/ })).toBeVisible();
    await aging.hasCome();
    await expect(euros).not.toHaveText(knownNow);
    await expectToFoot();
  });

  await test.step('back and forth in the browser brings back both answers', async () => {
    const knownThen = await euros.innerText();
    await page.goBack();
    await expect(euros).toHaveText(knownNow);
    await page.goForward();
    await expect(euros).toHaveText(knownThen);
  });

  await test.step('a figure opens into its items, an item into its postings, a posting into its entry', async () => {
    const [figure, amount] = await largestFigure();
    await figure.click();
    await page.keyboard.press('Enter');
    await items.hasRows();
    await expect(items.total('EUR')).toContainText(amount);
    const open = (await items.texts('Open')).map(minorOf).reduce((sum, part) => sum + part, 0n);
    expect(open).toBe(minorOf(amount));

    const itemOpen = await items.text(items.rows.first(), 'Open');
    await items.grid.focus();
    await page.keyboard.press('Enter');
    const postings = new Grid(page, 'Postings');
    await postings.hasRows();
    await expect(page.getByText(/open as of/)).toContainText(itemOpen);
    await expect(postings.total('EUR')).toContainText(itemOpen);

    await postings.grid.focus();
    await page.keyboard.press('Enter');
    const entry = new Grid(page, 'Postings of this entry');
    await entry.hasRows();
    const parts = (await entry.texts('Amount')).map(minorOf);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(0n);
  });

  await test.step('Escape leads back up, step by step', async () => {
    const trail = page.getByRole('navigation', { name: 'Way down to the postings' });
    await expect(trail.getByRole('heading')).toHaveText('Entry');
    await page.keyboard.press('Escape');
    await expect(trail.getByRole('heading')).toHaveText('Postings');
    await page.keyboard.press('Escape');
    await expect(trail.getByRole('heading')).toContainText(' · ');
    await page.keyboard.press('Escape');
    await expect(trail).toBeHidden();
  });

  async function expectToFoot(): Promise<void> {
    await expect(page.getByText('= control account').first()).toBeVisible();
    await expect(page.getByText('differs from the control account')).toBeHidden();
    await expect(aging.total('EUR')).toContainText((await euros.innerText()).replace(' EUR', ''));
  }

  async function largestFigure() {
    const row = aging.rows.filter({ hasText: 'EUR' }).first();
    for (const column of ['Not due', '1–30 d', '31–60 d', '61–90 d', '90+ d']) {
      const cell = await aging.cell(row, column);
      const amount = (await cell.innerText()).trim();
      if (amount !== '·') return [cell, amount] as const;
    }
    throw new Error('a customer in the aging has something open');
  }
});

test('a range of the aging is summed in the status line and goes to a spreadsheet as figures', async ({ page }) => {
  const aging = new Grid(page, 'Aging');
  await page.goto('/c/IT01/aging?currency=EUR');
  await aging.hasRows();
  const totals = (await aging.texts('Total')).slice(0, 3);

  await (await aging.cell(aging.rows.first(), 'Total')).click();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  const sum = totals.map(minorOf).reduce((left, right) => left + right, 0n);
  await expect(aging.status).toContainText('Count 3');
  await expect(aging.status).toContainText(/^Sum/);
  expect(minorOf(await aging.status.locator('b').innerText())).toBe(sum);

  await page.keyboard.press('Shift+ArrowLeft');
  await expect(aging.grid.locator('[aria-selected="true"]')).toHaveCount(6);
  await page.keyboard.press('Control+c');
  await expect(aging.status).toHaveText('6 cells copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const cells = copied
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));
  expect(cells.map((line) => line.length)).toEqual([2, 2, 2]);
  expect(cells.map(([, total = '']) => minorOf(total))).toEqual(totals.map(minorOf));
  expect(copied).not.toMatch(/[,·]|EUR/);
});
