import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { drop, statement } from './files.ts';
import { Grid, minorOf } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('manager');

const VIEW = 'Late, by customer';

test('a list is filtered, grouped, kept as a view, taken out, searched and pasted into', async ({ page }) => {
  const aging = new Grid(page, 'Aging');
  const tree = page.getByRole('treegrid', { name: 'Aging' });
  const views = page.getByRole('button', { name: /^Views/ });
  await page.goto('/c/IT01/aging?by=item');
  await aging.hasRows();

  await test.step('the filter of a column opens from its heading; the back button takes it away again', async () => {
    await aging.grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Home');
    for (let steps = 0; steps < 2; steps += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+ArrowDown');
    const panel = page.getByRole('dialog', { name: 'Due' });
    await panel.getByRole('button', { name: 'Before today' }).click();
    await page.keyboard.press('Escape');
    await expect(aging.grid).toBeFocused();
    await expect(page).toHaveURL(/f-due=\.\.1-day-ago/);
    for (const late of await aging.texts('Late')) expect(late).toMatch(/^\d+ d$/);
    await page.goBack();
    await expect(page).not.toHaveURL(/f-due/);
    await page.goForward();
    await expect(page.getByRole('button', { name: /^Due: ≤/ })).toBeVisible();
  });

  await test.step('grouped, each customer has a line with its total, and they add up to the foot', async () => {
    await aging.heading('Customer').hover();
    await page.getByRole('button', { name: /place of Customer$/ }).click();
    await page.getByRole('button', { name: 'Group by it' }).click();
    await expect(page).toHaveURL(/group=customer/);
    await page.getByRole('button', { name: 'Close all groups' }).click();
    const index = await tree.locator('[role="columnheader"][title="Total"]').getAttribute('aria-colindex');
    const cells = tree.locator(`[data-group] [aria-colindex="${index}"]`);
    await expect(tree.locator('[data-row="0"]')).toHaveAttribute('aria-expanded', 'false');
    const foot = tree.getByRole('row').filter({ hasText: /^Total EUR/ });
    const euros = tree.locator('[data-group]').filter({ hasText: /EUR/ }).locator(`[aria-colindex="${index}"]`);
    const sum = (await euros.allInnerTexts()).reduce((total, text) => total + minorOf(text), 0n);
    expect(sum).toBe(minorOf(await foot.locator(`[aria-colindex="${index}"]`).innerText()));
    expect(await cells.count()).toBeGreaterThan(1);
    await tree.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowRight');
    await expect(tree.locator('[data-row="0"]')).toHaveAttribute('aria-expanded', 'true');
  });

  await test.step('what is seen is kept under a name, shared, and opens with the list', async () => {
    await views.click();
    await page.getByLabel('Name of the view').fill(VIEW);
    await page.getByLabel('Share with everybody in the company').check();
    await page.getByRole('button', { name: 'Save the view' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await views.click();
    await page.getByRole('button', { name: `Open this list with ${VIEW}` }).click();
    await expect(page.getByRole('button', { name: `Open this list with ${VIEW}` })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await page.goto('/c/IT01/aging?by=item');
    await expect(page).toHaveURL(/group=customer/);
    await expect(tree).toBeVisible();
  });

  await test.step('a link that says no more than the order wins over the view', async () => {
    await page.goto('/c/IT01/aging?by=item&sort=-due');
    await aging.hasRows();
    await views.click();
    await expect(page.getByRole('button', { name: `Open this list with ${VIEW}` })).toBeVisible();
    await expect(page).not.toHaveURL(/group=/);
    await page.goto('/c/IT01/aging?by=item');
    await expect(page).toHaveURL(/group=customer/);
    await expect(tree).toBeVisible();
  });

  await test.step('it goes out as a workbook and as CSV, as it is filtered', async () => {
    const shown = Number((await page.getByText(/^\d+ of \d+ rows/).innerText()).match(/^\d+/)?.[0]);
    expect(await exported(page, 'Excel workbook', 'aging.xlsx')).toMatch(/^PK/);
    const csv = await exported(page, 'CSV file', 'aging.csv');
    expect(csv.trim().split('\r\n')).toHaveLength(shown + 1);
  });

  await test.step('the view is taken away again', async () => {
    await views.click();
    await page.getByRole('button', { name: `Change ${VIEW}` }).click();
    await page.getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('No view saved yet', { exact: false })).toBeVisible();
    await page.getByRole('button', { name: 'Without any view' }).click();
    await aging.hasRows();
  });

  await test.step('anything is found by the last digits of its number', async () => {
    const number = await aging.text(aging.row(/^FV/), 'Number');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search everything' }).fill(number.slice(-4));
    await page.getByRole('option', { name: new RegExp(number) }).click();
    await expect(page).toHaveURL(/\/items\//);
    await expect(page.getByText(number).first()).toBeVisible();
  });

  await test.step('amounts are pasted down a column; what is none is named, and all of it is undone as one', async () => {
    await receive(page, await customerWithItems(page));
    const items = new Grid(page, 'Items to apply to');
    await items.hasRows();
    await (await items.cell(items.rows.first(), 'Cash applied')).click();
    const before = await items.texts('Cash applied');
    await page.evaluate(() => navigator.clipboard.writeText('1.00\n2,00\nabc'));
    await page.keyboard.press('Control+v');
    await expect(items.status).toContainText('2 cells pasted');
    await expect(items.status).toContainText('“abc” in row 3, Cash applied');
    expect((await items.texts('Cash applied')).slice(0, 2)).toEqual(['1.00', '2.00']);
    await items.status.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => items.texts('Cash applied')).toEqual(before);
  });
});

async function exported(page: Page, form: string, name: string): Promise<string> {
  await page.getByRole('button', { name: 'Export' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: new RegExp(`^${form}`) }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(name);
  return readFileSync(await download.path(), 'utf8');
}

/** The name of the customer with the most open invoices in euro. */
async function customerWithItems(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/companies/IT01/aging?by=item');
  const { rows } = (await answer.json()) as { rows: { customerName: string; currency: string; total: string }[] };
  const counts = new Map<string, number>();
  for (const { customerName, currency, total } of rows) {
    if (currency === 'EUR' && !total.startsWith('-')) counts.set(customerName, (counts.get(customerName) ?? 0) + 1);
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0] ?? '';
}

/** Money in from a customer, for nothing in particular, opened at the desk. */
async function receive(page: Page, payer: string): Promise<void> {
  const day = await todayIn(page, 'IT01');
  await page.goto('/c/IT01/cash/unapplied');
  await drop(
    page,
    statement('cassa-incollata', { day, lines: [{ amount: '1717.17', payer, text: 'ACCONTO SU ORDINE' }] }),
  );
  await page.getByRole('button', { name: 'Post 1 row' }).click();
  await page.getByRole('link', { name: 'See the receipts' }).click();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search everything' }).fill('1717,17');
  const option = page.getByRole('option', { name: /1,717\.17/ }).first();
  await expect(option).toBeVisible();
  const itemId = await receiptId(page);
  await page.keyboard.press('Escape');
  await page.goto(`/c/IT01/cash/to_confirm?receipt=${itemId}`);
}

async function receiptId(page: Page): Promise<string> {
  const answer = await page.request.get('/api/v1/companies/IT01/search?q=1717,17');
  const { items } = (await answer.json()) as { items: { id: string; kind: string }[] };
  return items.find(({ kind }) => kind === 'receipt')?.id ?? '';
}
