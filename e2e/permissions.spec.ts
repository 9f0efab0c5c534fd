import { expect, test } from '@playwright/test';
import { csv, drop } from './files.ts';
import { Grid } from './grid.ts';
import { session, signedInAs } from './people.ts';

signedInAs('auditor');

test('an auditor sees everything and is offered nothing that changes it; the server would refuse', async ({ page }) => {
  await test.step('no act stands beside a receipt', async () => {
    await page.goto('/c/IT01/cash/posted');
    await new Grid(page, 'Posted').hasRows();
    await expect(page.getByRole('region', { name: 'What was concluded' })).toBeVisible();
    for (const act of ['Match receipts', /^Undo/, /^Put on account/, /^Confirm/]) {
      await expect(page.getByRole('button', { name: act })).toHaveCount(0);
    }
    await page.keyboard.press('u');
    await expect(page.getByText('Undone.')).toBeHidden();
  });

  await test.step('no file can be given', async () => {
    await page.goto('/c/IT01/imports');
    await new Grid(page, 'Imports').hasRows();
    await expect(page.getByRole('button', { name: 'Choose files' })).toHaveCount(0);
    await drop(page, csv('not-for-auditors.csv', [['Invoice number'], ['A-1']]));
    await expect(page).toHaveURL(/\/imports$/);
    await expect(page.getByText('not-for-auditors.csv')).toHaveCount(0);
  });

  await test.step('asked all the same, the server says no and why', async () => {
    const headers = { 'X-CSRF-Token': (await session(page)).csrfToken };
    for (const place of ['cash-application/run', 'journals']) {
      const answer = await page.request.post(`/api/v1/companies/IT01/${place}`, {
        headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
        data: {},
      });
      expect(answer.status()).toBe(403);
      expect(await answer.json()).toMatchObject({ code: expect.any(String), detail: expect.any(String) });
    }
  });
});
