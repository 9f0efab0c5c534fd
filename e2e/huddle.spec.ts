import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('manager');

test('a manager’s morning: the figures, what stands in the way, the wall, the review, a profile', async ({ page }) => {
  await page.goto('/c/IT01/huddle');

  await test.step('a figure opens what it counts', async () => {
    const row = page.getByRole('row', { name: /Contacts made/ }).first();
    const count = (await row.getByRole('cell').first().innerText()).trim();
    await row.getByRole('button').click();
    const lines = new Grid(page, 'What this counts');
    if (count === '·') await expect(lines.rows).toHaveCount(0);
    else await expect(lines.rows).toHaveCount(Number(count));
    await page.keyboard.press('Escape');
    await expect(lines.rows).toHaveCount(0);
  });

  await test.step('a blocker is noted by keys, stands with its owner, and is solved', async () => {
    await page.keyboard.press('b');
    await page.keyboard.type('The portal of the largest customer is down');
    await page.keyboard.press('Enter');
    const line = page.getByRole('listitem').filter({ hasText: 'The portal of the largest customer is down' });
    await expect(line).toContainText('Imogen Thackery');
    await line.getByRole('button', { name: 'Solved' }).click();
    await page.keyboard.type('They are up again');
    await page.keyboard.press('Enter');
    await expect(line).toHaveCount(0);
  });

  await test.step('on the wall nothing can be pressed but the way out', async () => {
    await page.getByRole('button', { name: 'Screen mode' }).click();
    await expect(page.getByRole('button', { name: 'Leave the screen mode' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Contacts made' })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Screen mode' })).toBeVisible();
  });

  await test.step('the review says who matters most, and leads to them', async () => {
    await page.getByRole('link', { name: 'Review' }).click();
    await expect(page.getByRole('heading', { name: 'Review: Everybody' })).toBeVisible();
    const customers = new Grid(page, 'The customers that matter most');
    await customers.hasRows();
    const first = await customers.text(customers.rows.first(), 'Customer');
    await customers.rows.first().click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: first })).toBeVisible();
  });

  await test.step('how this customer wants to be billed is noted, changed, and each version stays', async () => {
    await page.getByRole('link', { name: 'How they pay' }).click();
    await page.getByRole('button', { name: 'Change the profile' }).click();
    await page.getByLabel('Portal', { exact: true }).fill('Ariba');
    await page.getByRole('combobox', { name: 'Pay run' }).selectOption({ label: 'each week' });
    await page.getByLabel('Weekday').selectOption({ label: 'Thursday' });
    await page.getByRole('button', { name: 'Save the profile' }).click();
    await expect(page.getByText('on Thursdays').first()).toBeVisible();
    await page.getByRole('button', { name: 'Change the profile' }).click();
    await page.getByLabel('Portal', { exact: true }).fill('Coupa');
    await page.getByRole('button', { name: 'Save the profile' }).click();
    await expect(page.getByText('Portal: Ariba → Coupa')).toBeVisible();
    await expect(page.getByText(/Version 2, by Imogen Thackery/)).toBeVisible();
  });
});
