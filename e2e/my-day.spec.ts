import { expect, test } from '@playwright/test';
import { Grid, minorOf } from './grid.ts';
import { signedInAs } from './people.ts';

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
    await list.hasRows();
    const scores = (await list.texts('Score')).map(Number);
    expect(scores).toEqual([...scores].sort((left, right) => right - left));
    await expect(page.getByText(/\d+ of \d+ customers need you/)).toBeVisible();
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
