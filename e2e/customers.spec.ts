import { expect, test } from '@playwright/test';
import { Grid, minorOf } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('collections analyst');

/** The customer with a quarter of the volume; it has more items than a screen holds. */
const LARGEST = 'Gruppo Distribuzione Solmarenga';

test('a customer is found, read from balance to posting, and found again where it was left', async ({ page }) => {
  const customers = new Grid(page, 'Customers');
  const open = new Grid(page, 'Open items');
  await page.goto('/c/IT01/customers');
  await customers.hasRows();

  await test.step('found by the beginning of the name, opened by keyboard', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('gruppo');
    await expect(customers.rows).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(customers.grid).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: LARGEST })).toBeVisible();
  });

  await test.step('the balance is that of the aging, and the items add up to it', async () => {
    await open.hasRows();
    const balance = await page.locator('main b').filter({ hasText: 'EUR' }).first().innerText();
    await expect(open.total('EUR')).toContainText(balance.replace(/\s*EUR/, ''));
  });

  await test.step('the items are filtered and put in order; one is opened down to its postings', async () => {
    await page.keyboard.press('/');
    await page.keyboard.type('FV26');
    await page.keyboard.press('Enter');
    await open.heading('Open').click();
    await expect(open.heading('Open')).toHaveAttribute('aria-sort', 'descending');
    const amounts = (await open.texts('Open')).map(minorOf);
    expect(amounts).toEqual([...amounts].sort((left, right) => (left < right ? 1 : -1)));
    await open.grid.focus();
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('j');
    const number = await open.text(open.rows.nth(1), 'Number');
    await page.keyboard.press('Enter');
    const postings = new Grid(page, 'Postings');
    await postings.hasRows();
    await expect(page.getByText(number, { exact: true }).first()).toBeVisible();
    await expect(page.getByText(/open as of/)).toBeVisible();
  });

  await test.step('back in the browser: the same customer, filter and order', async () => {
    await page.goBack();
    await expect(open.filter).toHaveValue('FV26');
    await expect(open.heading('Open')).toHaveAttribute('aria-sort', 'descending');
    await open.hasRows();
  });

  await test.step('the timeline tells what happened, the latest first, and by whom', async () => {
    await page.getByRole('link', { name: 'Timeline' }).click();
    const lines = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
    await expect(lines.first()).toBeVisible();
    await page.getByRole('button', { name: /^Invoices \d/ }).click();
    await expect(page).toHaveURL(/sorts=document/);
    await expect(lines.first()).toContainText(/^.*(Invoice|Credit note)/);
    await expect(lines.filter({ hasText: 'Quittance' }).first()).toBeVisible();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/items\//);
  });
});

test('the one grid goes by keyboard: moving, finding, ordering, hiding, and its keys told', async ({ page }) => {
  const items = new Grid(page, 'All items');
  await page.goto('/c/IT01/customers');
  await page.getByRole('link', { name: LARGEST }).click();
  await page.getByRole('link', { name: 'All items' }).click();
  await items.hasRows();
  await items.rows.first().getByRole('gridcell').nth(1).click();
  await page.keyboard.press('Home');
  const active = () => items.active.first();
  const at = async () => [
    await active().locator('..').getAttribute('aria-rowindex'),
    await active().getAttribute('aria-colindex'),
  ];

  await test.step('arrows, j and k, and the ends', async () => {
    expect(await at()).toEqual(['2', '1']);
    await page.keyboard.press('j');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect.poll(at).toEqual(['4', '2']);
    await page.keyboard.press('k');
    await expect.poll(at).toEqual(['3', '2']);
    await page.keyboard.press('Control+End');
    await expect.poll(async () => Number((await at())[0])).toBeGreaterThan(100);
    await expect(active()).toBeInViewport();
    expect(await items.rows.count()).toBeLessThan(100); // only those in sight are drawn
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Home');
    await expect.poll(at).toEqual(['2', '1']);
  });

  await test.step('/ finds, Escape shows all again', async () => {
    await page.keyboard.press('/');
    await expect(items.filter).toBeFocused();
    await page.keyboard.type('FV25-10000');
    await expect(items.status.locator('..')).toContainText(/^\d+ of /);
    for (const number of await items.texts('Number')) expect(number).toContain('FV25-10000');
    await page.keyboard.press('Escape');
    await expect(items.grid).toBeFocused();
    await expect(items.status.locator('..')).not.toContainText(' of ');
  });

  await test.step('Enter on a heading puts in order', async () => {
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(items.heading('Number')).toHaveAttribute('aria-sort', 'ascending');
    await expect(page).toHaveURL(/sort=number/);
  });

  await test.step('a column is hidden, and stays hidden for this person', async () => {
    await items.columnChoice.click();
    await page.getByRole('checkbox', { name: 'Issued' }).click();
    await page.keyboard.press('Escape');
    await expect(items.heading('Issued')).toBeHidden();
    await page.reload();
    await items.hasRows();
    await expect(items.heading('Issued')).toBeHidden();
  });

  await test.step('? tells the keys', async () => {
    await page.keyboard.press('?');
    const keys = page.getByRole('dialog');
    await expect(keys).toContainText('In every list');
    await expect(keys).toContainText('Filter rows');
    await page.keyboard.press('Escape');
    await expect(keys).toBeHidden();
  });
});
