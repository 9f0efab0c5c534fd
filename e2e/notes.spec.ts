import { expect, type Page, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { sessionOf, signedInAs } from './people.ts';

signedInAs('collections analyst');

/** The page of any customer that owes something. */
async function openCustomer(page: Page): Promise<string> {
  await page.goto('/c/IT01/customers');
  const customers = new Grid(page, 'Customers');
  await customers.hasRows();
  await customers.rows.nth(2).click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Notes' }).or(page.getByRole('link', { name: 'Notes' }))).toBeVisible();
  return page.getByRole('main').getByRole('heading', { level: 2 }).first().innerText();
}

test('a note names a colleague, is pinned, corrected and found again; the colleague is told; a blocker stands', async ({
  page,
  browser,
}) => {
  const name = await openCustomer(page);

  await test.step('an @ offers colleagues while one types; the keyboard takes one', async () => {
    await page.keyboard.press('n');
    await page.keyboard.type('Their quarterly zebra clause: ask @mar');
    await expect(page.getByRole('option', { name: 'Marek Oleszyn' })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('before Friday');
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('Noted.')).toBeVisible();
  });

  await test.step('pinned, it stands first; corrected, what it said before is kept', async () => {
    await page.getByRole('link', { name: 'Notes' }).click();
    await page.getByRole('button', { name: 'Pin', exact: true }).first().click();
    const pinned = page.getByRole('region', { name: 'Pinned' });
    await expect(pinned).toContainText('@Marek Oleszyn before Friday');
    await page.getByRole('main').getByRole('button', { name: 'Edit', exact: true }).first().click();
    await page.getByLabel('Text of the note').fill('Their quarterly giraffe clause: ask @Marek Oleszyn today');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(pinned).toContainText('giraffe clause');
    await page.getByRole('button', { name: 'see before' }).first().click();
    await expect(page.getByRole('list', { name: 'What it said before' })).toContainText('zebra clause');
  });

  await test.step('the timeline and the search find what it says now', async () => {
    await page.getByRole('link', { name: 'Timeline' }).click();
    const lines = page.getByRole('region', { name: 'Timeline' }).getByRole('listitem');
    await expect(lines.first()).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('giraf clau');
    await expect(lines).toHaveCount(1);
    await page.keyboard.press('Control+k');
    await page.keyboard.type('giraffe');
    await expect(page.getByRole('option').filter({ hasText: name })).toBeVisible();
    await page.keyboard.press('Escape');
  });

  await test.step('what stands in the way is noted with who sees to it, and the huddle lists it', async () => {
    await page.getByRole('button', { name: /^Blocker/ }).click();
    await page.keyboard.type('Waiting for the PO from purchasing');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toContainText('Blocker: Waiting for the PO from purchasing');
    await page.goto('/c/IT01/huddle');
    const blocker = page.getByRole('listitem').filter({ hasText: 'Waiting for the PO from purchasing' });
    await expect(blocker).toContainText(name);
    await expect(blocker).toContainText('since today');
    await blocker.getByRole('button', { name: 'Solved' }).click();
    await page.keyboard.type('PO 4711');
    await page.keyboard.press('Enter');
    await expect(blocker).toHaveCount(0);
  });

  await test.step('the colleague finds it in their tasks, opens the customer, and has seen it', async () => {
    const other = await (await browser.newContext({ storageState: sessionOf('cash analyst') })).newPage();
    await other.goto('/c/IT01/tasks');
    const told = other.getByRole('region', { name: 'For you' }).getByRole('listitem').filter({ hasText: 'giraffe' });
    await expect(told).toContainText(`Lucia Ferrandi mentioned you on`);
    await told.getByRole('link', { name }).click();
    await expect(other.getByRole('heading', { name })).toBeVisible();
    await other.goto('/c/IT01/my-day');
    await told.getByRole('button', { name: 'Seen' }).click();
    await expect(told).toHaveCount(0);
    await other.context().close();
  });
});
