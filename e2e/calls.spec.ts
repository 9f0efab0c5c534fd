import { expect, type Page, test } from '@playwright/test';
import { session, signedInAs, todayIn } from './people.ts';

/** The customer that stands first on the list of the day. */
async function firstCustomer(page: Page, company: string): Promise<string> {
  const answer = await page.request.get(`/api/v1/companies/${company}/worklist?limit=1`);
  const { rows } = (await answer.json()) as { rows: { customerId: string }[] };
  return rows[0]?.customerId ?? '';
}

test.describe('the manager', () => {
  signedInAs('manager');

  test('has a mailbox set up, so that invitations can go out', async ({ page }) => {
    await page.goto('/c/US01/my-day');
    const { csrfToken } = await session(page);
    const mailbox = {
      ...{ name: 'Accounts receivable', address: 'ar@demo.example', imap: null, hasAddressTokens: false },
      ...{ smtp: { host: 'localhost', port: 2, security: 'none', user: null, passwordFrom: null } },
      ...{ authority: null, isDefault: true, isEnabled: true },
    };
    const answer = await page.request.post('/api/v1/companies/US01/mailboxes', {
      data: mailbox,
      headers: { 'x-csrf-token': csrfToken, 'idempotency-key': crypto.randomUUID() },
    });
    expect([201, 409]).toContain(answer.status());
  });
});

test.describe('the analyst', () => {
  signedInAs('collections analyst');

  test('calls a customer by the sheet, notes survive a reload, and the call ends with a promise', async ({ page }) => {
    await page.goto('/c/US01/my-day');
    await page.goto(`/c/US01/customers/${await firstCustomer(page, 'US01')}`);
    const notes = page.getByRole('textbox', { name: 'Notes of the call' });
    await page.getByRole('button', { name: /^Call/ }).waitFor();
    await page.keyboard.press('c');
    await notes.fill('Released with the Friday run');
    await page.reload();
    await page.getByRole('button', { name: /^Call/ }).click();
    await expect(notes).toHaveValue('Released with the Friday run');
    await notes.press('Alt+2');
    await page.getByRole('textbox', { name: 'Promised' }).fill('10.00');
    await notes.press('Control+Enter');
    await expect(page.getByText(/^The call to .* is recorded\.$/)).toBeVisible();
    await page.getByRole('link', { name: 'Timeline' }).click();
    await expect(page.getByText('Released with the Friday run').first()).toBeVisible();
  });

  test('plans a session with a customer, and cancels it with a reason', async ({ page }) => {
    await page.goto('/c/US01/my-day');
    const today = await todayIn(page, 'US01');
    await page.goto(`/c/US01/customers/${await firstCustomer(page, 'US01')}?show=sessions`);
    await page.getByRole('button', { name: 'Plan a session' }).click();
    const form = page.getByRole('form', { name: 'Plan a session' });
    await form.getByLabel('Day').fill(`${Number(today.slice(0, 4)) + 1}-03-30`);
    await form.getByRole('group', { name: 'Invited' }).getByRole('checkbox').first().check();
    await form.getByRole('textbox', { name: 'Another point' }).fill('Price of order 4711');
    await form.getByRole('button', { name: 'Add the point' }).click();
    await form.getByRole('button', { name: 'Plan and invite' }).click();
    await expect(page.getByText('Price of order 4711')).toBeVisible();
    await page.getByRole('textbox', { name: 'Why it does not take place' }).fill('Paid meanwhile');
    await page.getByRole('button', { name: 'Cancel it' }).click();
    await expect(page.getByText('Cancelled').first()).toBeVisible();
    await expect(page.getByText('Paid meanwhile')).toBeVisible();
  });
});
