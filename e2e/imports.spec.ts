import { expect, test } from '@playwright/test';
import { drop, invoices } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');

const GOOD_ROWS = 1200;

test('an invoice file is read, shown, posted without its bad rows, taken once, and undone', async ({ page }) => {
  const today = await todayIn(page, 'US01');
  const invoice = (number: string, amount: string, due = today) =>
    ['LB-77', 'Larkspur Bindery LLC', number, 'USD', amount, today, due] as const;
  const file = invoices('larkspur.csv', [
    ...Array.from({ length: GOOD_ROWS }, (_, index) => invoice(`LB-${10_001 + index}`, `${index + 1}.25`)),
    invoice('LB-20001', 'twelve'),
    invoice('LB-20002', '80.00', '2026-02-31'),
  ]);
  const problems = new Grid(page, 'Problems');
  const tab = (word: string) =>
    page.getByRole('navigation', { name: 'Rows by outcome' }).getByRole('link', { name: word });

  await test.step('dropped anywhere, it is read before one’s eyes and says what it would do', async () => {
    await page.goto('/c/US01/customers');
    await expect(page.getByRole('grid', { name: 'Customers' })).toBeVisible();
    const seen = await watchStatus();
    await drop(page, file);
    await expect(page.getByRole('heading', { name: 'larkspur.csv' })).toBeVisible();
    await expect(page.getByRole('main').getByText('To be posted')).toBeVisible();
    // A small file may be read before the page first shows how far it is.
    expect(await seen()).toMatch(/You may leave this page and find it again\.|To be posted/);
    await expect(tab('Added')).toContainText('1,200');
    await expect(tab('Refused')).toContainText('2');
    await expect(page.getByText('1 new customer comes with the items.')).toBeVisible();
  });

  await test.step('each problem names its row, its field and what to do', async () => {
    await problems.hasRows();
    const [amount, due] = [problems.row('twelve'), problems.row('2026-02-31')];
    expect(await problems.text(amount, 'Row')).toBe('1,202');
    expect(await problems.text(amount, 'Field')).toBe('Amount');
    await expect(amount).toContainText('is not an amount in USD (at most 2 decimals, written like 1,234.56)');
    expect(await problems.text(due, 'Row')).toBe('1,203');
    expect(await problems.text(due, 'Field')).toBe('Due on');
    await expect(due).toContainText('is not a date (2026-12-31 or 31/12/2026)');
  });

  await test.step('only the good rows are posted', async () => {
    await page.getByRole('button', { name: 'Post the 1,200 good rows' }).click();
    await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 30_000 });
    await page.goto('/c/US01/customers?q=Larkspur');
    const customers = new Grid(page, 'Customers');
    await expect(customers.rows).toHaveCount(1);
    expect(await customers.text(customers.rows.first(), 'Open')).toBe('720,900.00');
  });

  await test.step('the same file again changes nothing', async () => {
    await drop(page, file);
    await expect(page.getByText('Nothing to post: no row adds or changes anything.')).toBeVisible();
    await expect(tab('Added')).toContainText('0');
    await expect(tab('Already there')).toContainText('1,200');
  });

  const imports = new Grid(page, 'Imports');
  await test.step('several files at once stand in the list where they were chosen, and are followed there', async () => {
    await page.getByRole('link', { name: 'Imports', exact: true }).click();
    await imports.hasRows();
    const two = ['LB-30001', 'LB-30002'].map((number) => {
      const { name, content } = invoices(`${number}.csv`, [invoice(number, '10.00')]);
      return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
    });
    await page.getByLabel('Choose files').setInputFiles(two);
    for (const { name } of two) await expect(imports.row(name)).toContainText('To be posted');
  });

  await test.step('the first import is found again and undone; its customer owes nothing any more', async () => {
    await imports
      .row(/larkspur\.csv.*Posted/)
      .getByRole('link', { name: 'larkspur.csv' })
      .click();
    await page.getByRole('button', { name: 'Undo this import' }).click();
    await expect(page.getByText('larkspur.csv is undone')).toBeVisible({ timeout: 30_000 });
    await page.goto('/c/US01/customers?q=Larkspur');
    const customers = new Grid(page, 'Customers');
    await expect(customers.rows).toHaveCount(1);
    expect(await customers.text(customers.rows.first(), 'Open')).toMatch(/^·?$/);
  });

  /** Reading may be over before anybody could look; the page remembers which states it showed. */
  async function watchStatus(): Promise<() => Promise<string>> {
    await page.evaluate(() => {
      const main = document.querySelector('main');
      if (!main) throw new Error('a page has a main part');
      const seen: string[] = [];
      new MutationObserver(() => seen.push(main.querySelector('header')?.innerText ?? '')).observe(main, {
        subtree: true,
        childList: true,
        characterData: true,
      });
      Object.assign(window, { seen });
    });
    return () => page.evaluate(() => (window as unknown as { seen: string[] }).seen.join('\n'));
  }
});
