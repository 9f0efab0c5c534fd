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
    await page.goto('/c/US01/my-day?whose=team');
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
      await page.goto('/c/US01/my-day?whose=team');
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

    await test.step('the row says why the customer is here and what takes it off', async () => {
      await expect(
        panel.getByText(/Here because: .+ Off the list when .+ is paid, promised or disputed/),
      ).toBeVisible();
    });

    await test.step('keys work on the row under the cursor without opening it, and Esc is back on that row', async () => {
      await page.goto('/c/US01/my-day?whose=team');
      await list.hasRows();
      const names = await list.texts('Customer');
      const cursor = list.grid.locator('[data-row][data-active]');
      await page.keyboard.press('j');
      await page.keyboard.press('p');
      await expect(panel).toContainText(names[1] ?? '');
      await expect(page.getByRole('textbox', { name: 'Promised' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page).not.toHaveURL(/customer=/);
      await expect(cursor).toContainText(names[1] ?? '');
      await page.keyboard.press('n');
      await expect(panel.getByRole('textbox', { name: 'What was said' })).toBeFocused();
      await page.keyboard.type('je'); // letters in a field are no keys
      await expect(panel.getByRole('textbox', { name: 'What was said' })).toHaveValue('je');
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
      await page.keyboard.press('Escape');
      await page.keyboard.press('c');
      await expect(page.getByRole('textbox', { name: 'Notes of the call' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(cursor).toContainText(names[1] ?? '');
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keys' }).getByText('Snooze')).toBeVisible();
      await page.keyboard.press('Escape');
    });

    await test.step('done is one key on the row: the cursor goes on, the head counts what is left, and undo brings it back', async () => {
      const names = await list.texts('Customer');
      const cursor = list.grid.locator('[data-row][data-active]');
      const listed = Number.parseInt(await page.getByText(/\d+ of \d+ customers needs? you/).innerText(), 10);
      await page.keyboard.press('e');
      await expect(page.getByText(`${names[1]} is done for today.`)).toBeVisible();
      await expect(list.row(names[1] ?? '')).toHaveCount(0);
      await expect(cursor).toContainText(names[2] ?? '');
      await expect(page.getByText(new RegExp(`^${listed - 1} of \\d+ customers needs? you`))).toBeVisible();
      await expect(page.getByText('1 done today:')).toBeVisible();
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect(list.row(names[1] ?? '')).toBeVisible();
    });

    await test.step('the next one comes by a key, and its page is one link away', async () => {
      await page.goto('/c/US01/my-day?whose=team');
      await list.hasRows();
      await page.keyboard.press('Enter');
      const second = await list.text(list.rows.nth(1), 'Customer');
      await page.keyboard.press(']');
      await expect(panel).toContainText(second);
      await panel.getByRole('link', { name: 'Open customer' }).click();
      await expect(page).toHaveURL(/\/customers\//);
      await expect(page.getByRole('heading', { name: second })).toBeVisible();
    });

    await test.step('a note and when to look again are one act, and the next customer opens', async () => {
      await page.goto('/c/US01/my-day?whose=team');
      await list.hasRows();
      const names = await list.texts('Customer');
      await page.keyboard.press('Enter');
      await expect(panel).toContainText(names[0] ?? '');
      await page.keyboard.press('n');
      await panel.getByRole('textbox', { name: 'What was said' }).fill('asked for a copy of the invoice');
      const dueOn = await todayIn(page, 'US01');
      const ahead = new Date(Date.parse(`${dueOn}T00:00:00Z`) + 3 * 86_400_000).toISOString().slice(0, 10);
      await panel.getByLabel('Look again on').fill(ahead);
      await page.keyboard.press('Control+Enter');
      await expect(page.getByText(`Noted. ${names[0]} comes back on`)).toBeVisible();
      await expect(panel).toContainText(names[1] ?? '');
    });

    await test.step('done is one key, and comes back with undo', async () => {
      const second = await panel.locator('header').innerText();
      await page.keyboard.press('e');
      await expect(page.getByText('is done for today.')).toBeVisible();
      await expect(panel.locator('header')).not.toContainText(second.split('\n').at(-2) ?? second);
      await page.getByRole('button', { name: /^Undo/ }).click();
      await expect(page.getByText('Back on the list.')).toBeVisible();
    });

    await test.step('what is set aside is a switch away and comes back by a key', async () => {
      await page.getByRole('button', { name: /set aside/ }).click();
      await expect(page).toHaveURL(/show=aside/);
      await expect(list.rows).toHaveCount(1);
      await list.hasRows();
      await page.keyboard.press('j');
      await page.keyboard.press('Enter');
      await expect(panel.getByText(/Snoozed by .+, back on/).first()).toBeVisible();
      await page.keyboard.press('u');
      await expect(page.getByText('Back on the list.')).toBeVisible();
    });
  });
});

test.describe('the manager’s morning', () => {
  signedInAs('manager');

  test('a manager writes rules, sees what they would move, levels two portfolios, and undoes it', async ({ page }) => {
    await page.goto('/c/US01/company/portfolios');
    await page.getByRole('button', { name: 'Rules', exact: true }).click();
    await test.step('a rule is tried before it holds', async () => {
      await page.getByRole('button', { name: 'Add a rule' }).click();
      await page.getByLabel('Name of the rule').last().fill('Customers in Japan');
      await page.getByLabel('Goes to', { exact: true }).last().selectOption({ index: 1 });
      await page.getByRole('button', { name: 'Add a condition' }).last().click();
      await page.getByLabel('One of, with commas between').last().fill('JP');
      await page.getByRole('button', { name: 'What would change' }).click();
      await expect(page.getByRole('region', { name: 'What would change' }).getByRole('listitem').first()).toContainText(
        'to contact',
      );
      await page.getByLabel('Why').fill('first split');
      await page.getByRole('button', { name: 'These rules hold from now on' }).click();
      await expect(page.getByText(/Version \d+ of the rules holds/)).toBeVisible();
    });
    await test.step('portfolios are levelled as one act, and undone as one', async () => {
      await page.getByRole('button', { name: 'Level' }).click();
      const people = page.getByRole('checkbox');
      await people.nth(0).check();
      await people.nth(1).check();
      await people.nth(2).check();
      await page.getByRole('button', { name: 'What would change' }).click();
      await page.getByLabel('Why').fill('level for the quarter');
      await page.getByRole('button', { name: 'Move them' }).click();
      await expect(page.getByText('Moved as one act')).toBeVisible();
      await page.getByRole('button', { name: 'Moves', exact: true }).click();
      await page.getByRole('button', { name: 'Undo this move' }).first().click();
      await expect(page.getByText('The move is undone')).toBeVisible();
    });
    await test.step('the team’s list says whose each customer is', async () => {
      await page.goto('/c/US01/my-day?whose=team');
      const list = new Grid(page, 'My day');
      await list.hasRows();
      expect((await list.texts('Looked after by')).filter(Boolean).length).toBeGreaterThan(0);
    });
  });
});
