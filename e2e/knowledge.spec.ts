import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('cash analyst');

test('what it has learnt of a payer is looked at, taken back with a reason, and given back', async ({ page }) => {
  await page.goto('/c/IT01/cash/to_confirm');
  await page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: 'What it has learnt' }).click();
  await page
    .getByRole('group', { name: 'Kind' })
    .getByRole('button', { name: /^Account/ })
    .click();
  await expect(page).toHaveURL(/kind=account/);
  const learnt = new Grid(page, 'What it has learnt');
  await learnt.hasRows();
  await learnt
    .row(/Applied receipts/)
    .getByRole('gridcell')
    .nth(1)
    .dblclick();
  const panel = page
    .locator('aside, section')
    .filter({ has: page.getByRole('form', { name: 'Take back' }) })
    .last();
  const payer = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';

  await test.step('it says from which receipt it was learnt, which opens', async () => {
    const fact = panel.locator('dl > div').filter({ hasText: 'First receipt' });
    await expect(fact.getByRole('link')).toHaveAttribute('href', /\/cash\/posted\?receipt=/);
  });

  await test.step('taken back, it stands among what was taken back, with who and why', async () => {
    await panel.getByRole('textbox', { name: 'Reason' }).fill('The account was sold');
    await panel.getByRole('button', { name: 'Take back' }).click();
    await expect(page.getByText(`Taken back: ${payer}`)).toBeVisible();
    await page.getByRole('button', { name: 'Taken back', exact: true }).click();
    await expect(learnt.row(/The account was sold/)).toHaveCount(1);
  });

  await test.step('given back, it counts as before', async () => {
    await learnt
      .row(/The account was sold/)
      .getByRole('gridcell')
      .nth(1)
      .dblclick();
    await page.getByRole('form', { name: 'Give back' }).getByRole('textbox', { name: 'Reason' }).fill('It was not');
    await page.getByRole('button', { name: 'Give back' }).click();
    await expect(page.getByText(`It counts again: ${payer}`)).toBeVisible();
    await expect(learnt.row(/The account was sold/)).toHaveCount(0);
  });
});
