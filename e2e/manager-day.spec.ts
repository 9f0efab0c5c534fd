/** The whole day of a manager: who looks after whom and who covers, the run that writes to customers, what waits for approval, the team's figures. */
import { expect, type Page, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { session, sessionOf, signedInAs, todayIn } from './people.ts';
import { mailboxOf, owe } from './whole-day.ts';

signedInAs('manager');

const COMPANY = 'UK01';
const CUSTOMERS = [
  ['Ilkley Papermakers Ltd', '52000.00'],
  ['Jarrow Type Foundry Ltd', '41000.00'],
  ['Kendal Press Ltd', '30000.00'],
] as const;

/** As another person, or this one, does without a page. */
async function ask(
  page: Page,
  method: 'get' | 'post',
  address: string,
  data?: object,
): Promise<Record<string, unknown>> {
  const { csrfToken } = await session(page);
  const headers = { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
  const given = method === 'get' ? {} : { data: data ?? {}, headers };
  const answer = await page.request[method](`/api/v1/companies/${COMPANY}${address}`, given);
  const text = await answer.text();
  expect(answer.ok(), text).toBe(true);
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Letters go by the usual strategy, which the demo's bank data, some days old, does not stop. */
async function strategyThatHolds(page: Page): Promise<void> {
  const { usual } = (await ask(page, 'get', '/strategies')) as { usual: { limits: object } };
  const patient = { ...usual, limits: { ...usual.limits, bankDataDaysMax: 30 } };
  const { number } = await ask(page, 'post', '/strategies', { strategies: [patient], reason: 'the journey' });
  await ask(page, 'post', '/strategies/in-force', { number, reason: 'the journey' });
}

/** Somebody who may read mail there, so that a letter has a reader. */
async function withAddress(page: Page, name: string): Promise<void> {
  const { rows } = (await ask(page, 'get', `/customers?search=${encodeURIComponent(name)}`)) as {
    rows: { id: string }[];
  };
  const contact = { name: 'Accounts payable', email: 'ap@payer.example', isPrimary: true, roles: ['accounts_payable'] };
  await ask(page, 'post', `/customers/${rows[0]?.id}/contacts`, contact);
}

test('a manager’s whole day: portfolios and cover, levelling undone, a dunning run, an approval, the huddle, the review', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  await page.goto(`/c/${COMPANY}/my-day`);
  await owe(browser, COMPANY, CUSTOMERS);
  const smtp = await mailboxOf(browser, COMPANY);
  await strategyThatHolds(page);
  for (const [name] of CUSTOMERS.slice(0, 2)) await withAddress(page, name);
  const today = await todayIn(page, COMPANY);

  await test.step('rules say who looks after whom', async () => {
    await page.goto(`/c/${COMPANY}/company/portfolios`);
    await page.getByRole('button', { name: 'Rules', exact: true }).click();
    const rules = page.getByLabel('Name of the rule');
    await expect(page.getByRole('button', { name: 'Add a rule' })).toBeVisible();
    while ((await rules.count()) > 0) {
      const left = (await rules.count()) - 1;
      await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
      await expect(rules).toHaveCount(left);
    }
    await page.getByRole('button', { name: 'Add a rule' }).click();
    await page.getByLabel('Name of the rule').fill('Everybody at home');
    await page.getByLabel('Goes to', { exact: true }).selectOption({ label: 'Lucia Ferrandi' });
    await page.getByRole('button', { name: 'What would change' }).click();
    await expect(page.getByRole('region', { name: 'What would change' }).getByRole('listitem').first()).toBeVisible();
    await page.getByLabel('Why').fill('first split');
    await page.getByRole('button', { name: 'These rules hold from now on' }).click();
    await expect(page.getByText(/Version \d+ of the rules holds/)).toBeVisible();
  });

  await test.step('levelling is looked at, carried out as one act, and undone as one', async () => {
    await page.getByRole('button', { name: 'Level' }).click();
    await page.getByRole('checkbox', { name: /Lucia Ferrandi/ }).check();
    await page.getByRole('checkbox', { name: /Marek Oleszyn/ }).check();
    await page.getByRole('button', { name: 'What would change' }).click();
    await expect(page.getByText(/Lucia Ferrandi.*Marek Oleszyn/).first()).toBeVisible();
    await page.getByLabel('Why').fill('level for the quarter');
    await page.getByRole('button', { name: 'Move them' }).click();
    await expect(page.getByText('Moved as one act')).toBeVisible();
    await page.getByRole('button', { name: 'Moves', exact: true }).click();
    await page.getByRole('button', { name: 'Undo this move' }).first().click();
    await expect(page.getByText('The move is undone')).toBeVisible();
  });

  await test.step('whoever is away has somebody who sees their customers', async () => {
    await page.getByRole('button', { name: 'Cover', exact: true }).click();
    await page.getByLabel('Lucia Ferrandi: While away, covered by').selectOption({ label: 'Marek Oleszyn' });
    await expect(page.getByText('Saved. The calendar says who is away.')).toBeVisible();
    await page.goto(`/c/${COMPANY}/company/calendars`);
    await page
      .getByRole('link', { name: 'Who works when' })
      .or(page.getByRole('button', { name: 'Who works when' }))
      .click();
    await page.getByRole('button', { name: 'Lucia Ferrandi' }).click();
    const noted = page.getByRole('button', { name: 'Note it' });
    const absence = page.locator('form').filter({ has: noted });
    await absence.getByLabel('From', { exact: true }).fill(today);
    await absence.getByLabel('Until', { exact: true }).fill(today);
    await noted.click();
    await expect(page.getByText('Noted. Calls and agreed times go round these days.')).toBeVisible();
    const cash = await (await browser.newContext({ storageState: sessionOf('cash analyst') })).newPage();
    const mine = await ask(cash, 'get', '/worklist?whose=mine&limit=50');
    expect((mine.rows as { name: string }[]).map(({ name }) => name)).toContain('Ilkley Papermakers Ltd');
    await cash.context().close();
  });

  await test.step('the next run is looked at before it starts, and says what it holds back', async () => {
    await page.goto(`/c/${COMPANY}/dunning/next`);
    const preview = new Grid(page, 'Next run');
    await expect(preview.row('Ilkley Papermakers Ltd')).toBeVisible();
    await expect(preview.row('Kendal Press Ltd')).toContainText('address');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await expect(page.getByText('The run has started.')).toBeVisible();
    await page.getByRole('link', { name: 'Runs' }).click();
    const runs = new Grid(page, 'Runs');
    await runs.hasRows();
    await runs.rows.first().getByRole('gridcell').first().click();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Ilkley Papermakers Ltd').first()).toBeVisible();
    await page.goto(`/c/${COMPANY}/inbox/all`);
    await page.getByRole('button', { name: 'Send and receive' }).click();
    await expect.poll(() => smtp.taken.map(({ to }) => to[0]), { timeout: 30_000 }).toContain('ap@payer.example');
  });

  await test.step('what somebody asked for is approved as it is shown', async () => {
    const analyst = await (await browser.newContext({ storageState: sessionOf('cash analyst') })).newPage();
    const { rows } = (await ask(analyst, 'get', '/items?search=WD-Ken')) as { rows: { id: string }[] };
    const amount = { amount: '12.34', currency: 'GBP' };
    const act = { kind: 'adjustment', itemId: rows[0]?.id, adjustment: 'write_off', amount, effectiveOn: today };
    await ask(analyst, 'post', '/approvals', { act, reason: 'not worth a letter' });
    await analyst.context().close();
    await page.goto(`/c/${COMPANY}/approvals/for_me`);
    await new Grid(page, 'For me').row('Kendal Press Ltd').getByRole('gridcell').nth(2).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Approve and post 12\.34/ }).click();
    await expect(page.getByText(/12\.34 GBP posted\./)).toBeVisible();
  });

  await test.step('the huddle and the review count what the day brought', async () => {
    await page.goto(`/c/${COMPANY}/huddle`);
    await expect(page.getByRole('row', { name: /Contacts made/ }).first()).toBeVisible();
    await page.getByRole('link', { name: 'Review' }).click();
    await expect(page.getByRole('heading', { name: /^Review/ })).toBeVisible();
    const customers = new Grid(page, 'The customers that matter most');
    await expect(customers.row('Ilkley Papermakers Ltd')).toContainText('52,000.00');
  });
  await smtp.close();
});
