import { expect, test } from '@playwright/test';
import { sessionOf, signedInAs } from './people.ts';

signedInAs('expert');

const PAGE = '/c/IT01/company/policies';

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
    await page.getByRole('checkbox', { name: 'Cited whole and exact' }).uncheck();
    await page.getByLabel('Why this change').fill('Month end: whole numbers are looked at');
    await propose.click();
    await expect(page.getByText('off: Cited whole and exact')).toBeVisible();
    await page.getByRole('button', { name: 'Try on the last 30 days' }).click();
    await expect(page.getByText(/^On \d+ receipts from .* it would have posted \d+/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Switch on' })).toHaveCount(0);
  });

  await test.step('a manager switches it on, and goes back with a reason', async () => {
    const context = await browser.newContext({ storageState: sessionOf('manager') });
    const manager = await context.newPage();
    await manager.goto(PAGE);
    await manager.getByRole('button', { name: 'Switch on' }).click();
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
