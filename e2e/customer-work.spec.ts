import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('manager');

test('a new bank account waits for a call-back and a second person; one’s own request is never decided', async ({
  page,
}) => {
  const requests = new Grid(page, 'Requests');
  await page.goto('/c/IT01/customers/work/requests');
  await requests.hasRows();

  await test.step('approving without a call-back is refused with what to do', async () => {
    await page.getByRole('gridcell', { name: 'Bank accounts' }).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByRole('alert')).toContainText('waits for a call-back on a number known before');
  });

  await test.step('with the call-back noted, it is approved and made', async () => {
    await page.getByLabel('Call-back').fill('Their switchboard: yes, it is theirs');
    await page.getByRole('button', { name: 'Note the call-back' }).click();
    await expect(page.getByText('Called back by Imogen Thackery')).toBeVisible();
    await page.getByRole('button', { name: 'Approve' }).click();
    await expect(page.getByText('Approved: the change is made.')).toBeVisible();
  });

  await test.step('one’s own request waits for another', async () => {
    await page.getByRole('button', { name: 'New customer' }).click();
    await page.getByLabel('Number').fill('770001');
    await page.getByLabel('Name').first().fill('Journey Fixtures');
    await page.getByLabel('Credit limit').first().fill('10.000,50');
    await page.getByLabel('Why').fill('trade fair');
    await page.getByRole('button', { name: 'Send to be decided' }).click();
    await page.getByRole('gridcell', { name: 'Journey Fixtures' }).click();
    await page.keyboard.press('Enter');
    await expect(page.getByText('You asked for this: another person decides.')).toBeVisible();
    await expect(page.getByText('10,000.50 EUR')).toBeVisible();
    await page.getByRole('button', { name: 'Withdraw the request' }).click();
    await expect(page.getByText('Withdrawn.')).toBeVisible();
  });
});

test('two records of one party are merged, and the merge is undone', async ({ page }) => {
  const duplicates = new Grid(page, 'Duplicates');
  await page.goto('/c/IT01/customers/work/duplicates');
  await duplicates.hasRows();
  await duplicates.rows.first().getByRole('gridcell').first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'same tax id' })).toBeVisible();
  await page.getByRole('button', { name: /^Merge into 1/ }).click();
  await expect(page.getByText('Merged. Nothing moved; it can be undone.')).toBeVisible();
  await page.getByRole('button', { name: /^Merged: / }).click();
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await page.getByLabel('Why').fill('two after all');
  await page.getByRole('button', { name: 'Undo the merge' }).click();
  await expect(page.getByText('The merge is undone.')).toBeVisible();
});

test('a note is written where one stands, and said anew', async ({ page }) => {
  await page.goto('/c/IT01/customers');
  await page.getByRole('link', { name: 'Gruppo Distribuzione Solmarenga' }).first().click();
  await page.getByRole('button', { name: 'Block', exact: true }).waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('They pay on Friday');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Noted.')).toBeVisible();
  await page.keyboard.press('t');
  await page.keyboard.type('Send the copies');
  await expect(page.getByRole('textbox', { name: 'Task', exact: true })).toHaveValue('Send the copies');
  await page.keyboard.press('Escape');
  await page.keyboard.press('p');
  await page.keyboard.type('12.50');
  await expect(page.getByRole('textbox', { name: 'Promised', exact: true })).toHaveValue('12.50');
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Notes' }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).first().click();
  await page.getByLabel('Text of the note').fill('They pay on Monday');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('They pay on Monday')).toBeVisible();
  await expect(page.getByText(/edited/)).toBeVisible();
});
