import { expect, test } from '@playwright/test';
import { drop, invoices } from './files.ts';
import { Grid, minorOf } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

test.describe('the manager', () => {
  signedInAs('manager');

  test('what falls due is on the list at once', async ({ page }) => {
    const today = await todayIn(page, 'US01');
    const late = (number: string, name: string, amount: string) =>
      [number, name, `MD-${number}`, 'USD', amount, today, '2026-09-01'] as const;
    await page.goto('/c/US01/imports');
    await drop(
      page,
      invoices('overdue.csv', [
        late('MD-1', 'Alder Kiln Works', '91000.00'),
        late('MD-2', 'Birch Ropery', '42000.00'),
        late('MD-3', 'Cedar Glazing', '17000.00'),
      ]),
    );
    await page.getByRole('button', { name: 'Post 3 rows' }).click();
    await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 30_000 });
    await page.goto('/c/US01/my-day');
    await expect(new Grid(page, 'My day').row('Alder Kiln Works')).toContainText('91,000.00');
  });
});

test.describe('the analyst', () => {
  signedInAs('collections analyst');

  test('a collections analyst begins the day with a ranked list that says why, and goes through it by keys', async ({
    page,
  }) => {
    const list = new Grid(page, 'My day');
    const panel = page
      .locator('section')
      .filter({ has: page.getByRole('button', { name: 'Close' }) })
      .last();

    await test.step('the first page is the list, the most worthwhile first', async () => {
      await page.goto('/');
      await expect(page).toHaveURL(/\/my-day/);
      await page.goto('/c/US01/my-day');
      await list.hasRows();
      const scores = (await list.texts('Score')).map(Number);
      expect(scores).toEqual([...scores].sort((left, right) => right - left));
      await expect(page.getByText(/\d+ of \d+ customers needs? you/)).toBeVisible();
    });

    await test.step('every score can be added up, and what is collectable as well', async () => {
      await page.keyboard.press('Enter');
      const title = await panel.getByText(/Score \d+ of 100/).innerText();
      const points = await panel.locator('table tr td:last-child').allInnerTexts();
      const sum = points.reduce((total, text) => total + Number(minorOf(text.split('/')[0] ?? '0')), 0);
      expect(Number(/\d+/.exec(title)?.[0])).toBe(Math.max(0, Math.min(100, sum)));
      const [collectable = 0n, overdue = 0n, held = 0n, credits = 0n] = [
        ...(await panel.getByText(/^Collectable/).innerText()).matchAll(/[\d,]+\.\d\d/g),
      ].map(([amount]) => minorOf(amount));
      expect(collectable).toBe(overdue - held - credits);
    });

    await test.step('the next one comes by a key, and its page is one link away', async () => {
      const second = await list.text(list.rows.nth(1), 'Customer');
      await page.keyboard.press('n');
      await expect(panel).toContainText(second);
      await panel.getByRole('link', { name: 'Open customer' }).click();
      await expect(page).toHaveURL(/\/customers\//);
      await expect(page.getByRole('heading', { name: second })).toBeVisible();
    });
  });
});
