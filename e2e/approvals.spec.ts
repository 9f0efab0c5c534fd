import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { drop } from './files.ts';
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

/** Two invoices of a customer that one receipt pays. */
async function aReceiptOfTwo(page: Page): Promise<{ receiptId: string; customerId: string; numbers: string[] }> {
  const manager = await as(page, 'manager');
  const found = await (await manager.get(`/api/v1/companies/${COMPANY}/customers?limit=1`)).json();
  const customerId = String(found.rows[0].id);
  const issuedOn = await todayIn(page, COMPANY);
  const mark = crypto.randomUUID().slice(-6);
  const post1 = async (kind: string, number: string, amount: string) => {
    const instalments = [{ dueOn: issuedOn, amount: { amount, currency: 'EUR' } }];
    const posted = await post(manager, '/documents', { kind, number, customerId, issuedOn, instalments });
    return String((posted.itemIds as string[])[0]);
  };
  const numbers = [`JOURNEY-A-${mark}`, `JOURNEY-B-${mark}`];
  const items = [await post1('invoice', numbers[0] ?? '', '60.00'), await post1('invoice', numbers[1] ?? '', '40.00')];
  const receiptId = await post1('receipt', `JOURNEY-R-${mark}`, '100.00');
  const allocations = items.map((itemId, at) => ({
    itemId,
    amount: { amount: at === 0 ? '60.00' : '40.00', currency: 'EUR' },
  }));
  await post(manager, `/receipts/${receiptId}/apply`, { customerId, allocations });
  return { receiptId, customerId, numbers };
}

/** A statement of one line whose closing balance says 20.00 less. */
function aStatementThatDoesNotFoot(day: string): string {
  const short = day.replaceAll('-', '').slice(2);
  return [
    ...[':20:S', ':25:IT40S0542811101000000123456', ':28C:1/1', `:60F:C${short}EUR100,00`],
    ...[`:61:${short}${short.slice(2)}C30,00NTRFR1`, ':86:166?00CREDIT?32Journey payer'],
    ...[`:62F:C${short}EUR110,00`, '-', ''],
  ].join('\r\n');
}

test.describe('where a person stands', () => {
  signedInAs('cash analyst');

  test('a credit and a reversal are asked for with what they would post in sight', async ({ page }) => {
    const { customerId, numbers } = await aReceiptOfTwo(page);

    await test.step('bare addresses lead to their first tab', async () => {
      await page.goto(`/c/${COMPANY}/approvals`);
      await expect(page).toHaveURL(/approvals\/for_me/);
      await page.goto(`/c/${COMPANY}/cash`);
      await expect(page).toHaveURL(/cash\/to_confirm/);
    });

    await test.step('a credit on the customer’s page', async () => {
      await page.goto(`/c/${COMPANY}/customers/${customerId}`);
      await page.getByRole('button', { name: 'Ask for a credit' }).click();
      const form = page.getByRole('form', { name: 'Ask for a credit' });
      await form.getByLabel('Number').fill(`${numbers[0]}-CN`);
      await form.getByLabel('Amount').fill('15.00');
      await expect(form.getByRole('region', { name: 'What would be posted' })).toContainText('15.00');
      await form.getByLabel('Why').fill('Goods came back');
      await form.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(form).toHaveCount(0);
    });

    await test.step('a reversal on the entry', async () => {
      const request = page.context().request;
      const items = await (await request.get(`/api/v1/companies/${COMPANY}/items?search=${numbers[0]}`)).json();
      const itemId = String(items.rows[0].id);
      const { rows } = await (await request.get(`/api/v1/companies/${COMPANY}/items/${itemId}/postings`)).json();
      const applied = rows.find((one: { entryKind: string }) => one.entryKind === 'application');
      await page.goto(`/c/${COMPANY}/items/${itemId}?entry=${applied.entryId}`);
      await page.getByRole('button', { name: 'Ask for a reversal' }).click();
      const form = page.getByRole('form', { name: 'Ask for a reversal' });
      await expect(form.getByRole('region', { name: 'What would be posted' })).toContainText('60.00');
      await form.getByLabel('Why').fill('Paid another invoice');
      await form.getByRole('button', { name: 'Ask for approval' }).click();
      await expect(form).toHaveCount(0);
      await page.goto(`/c/${COMPANY}/approvals/mine`);
      await expect(page.getByRole('row', { name: /^Reversal 60\.00/ })).toBeVisible();
      await expect(page.getByRole('row', { name: /^Credit 15\.00/ })).toBeVisible();
    });
  });

  test('one item of a receipt is undone, the other stays paid', async ({ page }) => {
    const { receiptId, numbers } = await aReceiptOfTwo(page);
    await page.goto(`/c/${COMPANY}/cash/posted?receipt=${receiptId}`);
    await page.getByRole('button', { name: `Undo the application to ${numbers[1]}` }).click();
    const form = page.getByRole('form', { name: `Undo the application to ${numbers[1]}` });
    await form.getByRole('button', { name: `Undo the application to ${numbers[1]}` }).click();
    await expect(page.getByText(`The receipt no longer pays ${numbers[1]}.`)).toBeVisible();
    const request = page.context().request;
    const openOf = async (number: string | undefined) =>
      (await (await request.get(`/api/v1/companies/${COMPANY}/items?search=${number}`)).json()).rows[0].open.amount;
    expect(await openOf(numbers[0])).toBe('0.00');
    expect(await openOf(numbers[1])).toBe('40.00');
  });

  test('a statement that does not foot waits until a manager has looked at it', async ({ page }) => {
    const content = aStatementThatDoesNotFoot(await todayIn(page, COMPANY));
    await page.goto(`/c/${COMPANY}/imports`);
    await drop(page, { name: 'does-not-foot.sta', content });
    await expect(page.getByText('This file does not foot.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Post/ })).toHaveCount(0);
    await page.getByLabel('Why it is right all the same').fill('The bank confirms the balance');
    await page.getByRole('button', { name: 'Ask another person to let it in' }).click();
    await expect(page.getByText('You asked to let it in.')).toBeVisible();

    const manager = await page
      .context()
      .browser()
      ?.newContext({ storageState: sessionOf('manager') });
    const theirs = await manager?.newPage();
    if (!theirs) throw new Error('the browser is gone');
    await theirs.goto(`/c/${COMPANY}/approvals`);
    await theirs.getByRole('link', { name: /does-not-foot\.sta/ }).click();
    await theirs.getByRole('button', { name: 'Let it in as it is' }).click();
    await expect(theirs.getByText('looked at it and lets it in.')).toBeVisible();
    await theirs.close();

    await page.reload();
    await page.getByRole('button', { name: /^Post/ }).click();
    await expect(page.getByText('Posted', { exact: true }).first()).toBeVisible();
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
