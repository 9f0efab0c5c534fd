import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { type Person, sessionOf, signedInAs, todayIn } from './people.ts';

const COMPANY = 'IT01';
const IBAN = 'IT60X0542811101000000123456';

/** What another person does meanwhile, without a page of their own. */
async function as(page: Page, person: Person): Promise<APIRequestContext> {
  const context = await page
    .context()
    .browser()
    ?.newContext({ storageState: sessionOf(person) });
  if (!context) throw new Error('the browser is gone');
  return context.request;
}

async function post(request: APIRequestContext, address: string, data: object): Promise<Record<string, unknown>> {
  const session = (await (await request.get('/api/v1/session')).json()) as { csrfToken: string };
  const headers = { 'X-CSRF-Token': session.csrfToken, 'Idempotency-Key': crypto.randomUUID() };
  const answer = await request.post(`/api/v1/companies/${COMPANY}${address}`, { data, headers });
  const text = await answer.text();
  expect(answer.ok(), text).toBe(true);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Money on the account of a customer with a bank account that two people have approved. Its item and number. */
async function anOverpayment(page: Page, name: string): Promise<{ itemId: string; number: string }> {
  const [manager, collections] = [await as(page, 'manager'), await as(page, 'collections analyst')];
  const found = await (await manager.get(`/api/v1/companies/${COMPANY}/customers?limit=1`)).json();
  const customerId = String(found.rows[0].id);
  const record = await (await manager.get(`/api/v1/companies/${COMPANY}/customers/${customerId}/record`)).json();
  if (!record.accounts.some((one: { account: string; origin: string }) => one.account === IBAN)) {
    const bankAccounts = [
      ...record.accounts.map(({ account, holder }: { account: string; holder: string | null }) => ({
        account,
        holder,
      })),
      { account: IBAN, holder: 'Their refunds' },
    ];
    const asked = await post(collections, `/customers/${customerId}/requests`, {
      reason: 'refund',
      channel: 'phone',
      change: { bankAccounts },
    });
    await post(manager, `/customer-requests/${asked.id}/approve`, { reason: 'called back' });
  }
  const today = await todayIn(page, COMPANY);
  const instalments = [{ dueOn: today, amount: { amount: '123.45', currency: 'EUR' } }];
  const number = `${name}-${crypto.randomUUID().slice(-6)}`;
  const document = { kind: 'receipt', number, customerId, issuedOn: today, instalments };
  const posted = await post(manager, '/documents', document);
  return { itemId: String((posted.itemIds as string[])[0]), number };
}

test.describe('whoever asks', () => {
  signedInAs('cash analyst');

  test('asks for a refund, cannot decide it, and sees it approved, posted once, and undone', async ({ page }) => {
    const { itemId } = await anOverpayment(page, 'JOURNEY-REFUND');
    await page.goto(`/c/${COMPANY}/items/${itemId}`);

    await test.step('the refund is asked for on the receipt, to an approved account', async () => {
      await page.getByRole('button', { name: 'Ask for…' }).click();
      await page.getByLabel('Bank account').selectOption(IBAN);
      await page.getByLabel('Why').fill('Paid twice in October');
      await page.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(page.getByText('Refund of 123.45 EUR waits for approval since Marek Oleszyn asked.')).toBeVisible();
    });

    await test.step('one’s own is not decided by oneself', async () => {
      await page.getByRole('link', { name: 'Open the request' }).click();
      await expect(page.getByText('You asked for this. Another person decides.')).toBeVisible();
      await expect(page.getByText(/May decide: .*Imogen Thackery/)).toBeVisible();
      await expect(page.getByRole('button', { name: /^Approve/ })).toHaveCount(0);
    });

    const id = new URL(page.url()).searchParams.get('request') ?? '';
    const manager = await as(page, 'manager');
    const seen = async () =>
      (await (await manager.get(`/api/v1/companies/${COMPANY}/approvals/${id}`)).json()) as Record<string, unknown>;

    await test.step('a manager approves what is shown; a second approval finds it settled', async () => {
      const { fingerprint } = await seen();
      const approved = await post(manager, `/approvals/${id}/approval`, { seen: fingerprint });
      expect(approved.state).toBe('posted');
      const again = await manager.post(`/api/v1/companies/${COMPANY}/approvals/${id}/approval`, {
        data: { seen: fingerprint },
        headers: {
          'X-CSRF-Token': (await (await manager.get('/api/v1/session')).json()).csrfToken,
          'Idempotency-Key': crypto.randomUUID(),
        },
      });
      expect(((await again.json()) as { code: string }).code).toBe('approval_is_settled');
      await page.goto(`/c/${COMPANY}/approvals/settled?request=${id}`);
      await expect(page.getByRole('heading', { name: 'What was posted' })).toBeVisible();
      await expect(page.getByRole('cell', { name: 'Refunds payable' })).toBeVisible();
    });

    await test.step('its payment is due; the refund undone, it is cancelled', async () => {
      const payments = new Grid(page, 'Refunds to pay');
      await page.goto(`/c/${COMPANY}/approvals/payments`);
      await payments.hasRows();
      await expect(page.getByRole('gridcell', { name: '123.45' }).first()).toBeVisible();
      const [entryId] = (await seen()).entryIds as string[];
      await post(manager, `/entries/${entryId}/reversal`, { reason: 'they want it applied', withDependents: false });
      await page.goto(`/c/${COMPANY}/approvals/settled?request=${id}`);
      await expect(page.getByRole('region', { name: 'What happened' })).toBeVisible();
      await expect(page.getByText('posted, then undone').first()).toBeVisible();
    });
  });

  test('finds out why money stayed: an owner, a next step, a cause, and the total by cause', async ({ page }) => {
    const { number } = await anOverpayment(page, 'JOURNEY-RESEARCH');
    const research = new Grid(page, 'Research');
    await page.goto(`/c/${COMPANY}/cash/research`);
    await research.hasRows();
    await page.getByPlaceholder('Filter rows').fill(number);
    await research.row(new RegExp(number)).getByRole('gridcell', { name: '123.45' }).click();
    const found = page.getByRole('form', { name: 'What was found out' });
    await found.getByLabel('Root cause').selectOption('duplicate');
    await found.getByLabel('Owner').selectOption({ label: 'Marek Oleszyn' });
    await found.getByLabel('Next step').selectOption('ask_customer');
    await found.getByLabel('By').fill(await todayIn(page, COMPANY));
    await found.getByLabel('Note').fill('Ms Neri looks for the advice');
    await found.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Ms Neri looks for the advice')).toBeVisible();
    await expect(page.getByRole('table', { name: /Unapplied by cause/ })).toContainText('Paid twice');
    await expect(page.getByRole('gridcell', { name: 'Marek Oleszyn' })).toBeVisible();
  });
});

test.describe('whoever decides', () => {
  signedInAs('manager');
  test.use({ viewport: { width: 390, height: 844 } });

  test('approves on a phone, after sending it back once', async ({ page }) => {
    const { itemId } = await anOverpayment(page, 'JOURNEY-PHONE');
    const analyst = await as(page, 'cash analyst');
    const act = { kind: 'refund', itemId, amount: { amount: '123.45', currency: 'EUR' }, account: IBAN };
    const { id } = await post(analyst, '/approvals', { act, reason: 'Paid twice in November' });

    await page.goto(`/c/${COMPANY}/approvals/for_me?request=${id}`);
    await expect(page.getByText('Paid twice in November')).toBeVisible();
    await page.getByLabel('Words (needed to send it back)').fill('Only half: the rest pays 4711');
    await page.getByRole('button', { name: 'Send back' }).click();
    await expect(page.getByText('Sent back to Marek Oleszyn.')).toBeVisible();

    const half = { ...act, amount: { amount: '60.00', currency: 'EUR' } };
    await post(analyst, `/approvals/${id}/ask-again`, { act: half, reason: 'Half of it' });
    await page.goto(`/c/${COMPANY}/approvals/for_me?request=${id}`);
    await page.getByRole('button', { name: 'Approve and post 60.00 EUR' }).click();
    await expect(page.getByText('Refund of 60.00 EUR posted.')).toBeVisible();
  });
});
