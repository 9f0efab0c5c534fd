import { expect, type Page, test } from '@playwright/test';
import { drop, invoices } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('manager');

const STRATEGIES = '/c/US01/company/strategies';
const MY_DAY = '/c/US01/my-day?whose=team';

/** The version that holds; 0: none. */
async function versionInForce(page: Page): Promise<number> {
  const answer = await page.request.get('/api/v1/companies/US01/strategies');
  return ((await answer.json()) as { inForce: number }).inForce;
}

const OLD = 'Elm Bindery';
const LARGE = 'Oak Foundry';

/** A small amount that is old and a large one that is not. */
async function oweOldAndLarge(page: Page): Promise<void> {
  const today = await todayIn(page, 'US01');
  const daysAgo = (days: number) => new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
  const owed = (number: string, name: string, amount: string, dueOn: string) =>
    [number, name, `I-${number}`, 'USD', amount, daysAgo(200), dueOn] as const;
  await page.goto('/c/US01/imports');
  await drop(
    page,
    invoices('points.csv', [owed('ST-1', OLD, '9000.00', daysAgo(150)), owed('ST-2', LARGE, '95000.00', daysAgo(6))]),
  );
  await page.getByRole('button', { name: 'Post 2 rows' }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 30_000 });
}

/** Which of the two stands before the other, once the list has followed: it shows what it had a moment ago first. */
async function expectFirst(page: Page, name: string): Promise<void> {
  await page.goto(MY_DAY);
  const list = new Grid(page, 'My day');
  await expect(list.row(LARGE)).toBeVisible();
  const first = async () => (await list.texts('Customer')).find((one) => one === OLD || one === LARGE);
  await expect.poll(first, { timeout: 20_000 }).toBe(name);
}

test('whom the day begins with is decided by points: proposed, simulated on three months, switched on, and seen in My day', async ({
  page,
}) => {
  await oweOldAndLarge(page);
  await expectFirst(page, OLD);
  await page.goto(STRATEGIES);
  const held = await versionInForce(page);
  const scoring = page.getByRole('region', { name: 'Points in My day' }).first();
  const points = (part: string) => scoring.getByRole('textbox', { name: `${part}: Points`, exact: true });

  await test.step('points are out of 100, and a customer of the list is scored by them as they are typed', async () => {
    await expect(scoring.getByText('100 of 100 points')).toBeVisible();
    const example = scoring.getByText(/: \d+ = \d+ overdue amount/);
    await expect(example).toBeVisible();
    const usual = await example.innerText();
    await points('Usually late').fill('70');
    await expect(scoring.getByText('170 points: take 70 away, 100 are the whole')).toBeVisible();
    await points('Usually late').fill('0');
    await points('Oldest item').fill('0');
    await points('Overdue amount').fill('70');
    await expect(scoring.getByText('100 of 100 points')).toBeVisible();
    await expect(scoring.getByText(usual, { exact: true })).toHaveCount(0);
  });

  const version = page.getByRole('listitem').filter({ hasText: 'large amounts come first, however old' });
  await test.step('the version is proposed, and gone through the last months before it holds', async () => {
    await page.getByLabel('Country', { exact: true }).first().fill('');
    await page.getByLabel('What is different, and why').fill('large amounts come first, however old');
    await page.getByRole('button', { name: 'Propose', exact: true }).click();
    await version.getByRole('button', { name: 'Simulate on the last three months' }).click();
    const figures = version.getByRole('region', { name: 'Figures of the simulation' });
    await expect(figures.getByText(/^From .+ letters where \d+ went out/)).toBeVisible({ timeout: 30_000 });
    await expect(figures.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 });
    await figures.getByRole('button', { name: /letters? (saved|more)$/ }).click();
    await expect(figures.getByRole('table', { name: 'By week: this version, and what was' })).toContainText('Notice 1');
    await figures.getByRole('button', { name: /at the top of the list the same$/ }).click();
    await expect(
      figures
        .getByRole('table', { name: /^The first on / })
        .getByRole('row')
        .nth(1),
    ).toContainText(/^1/);
  });

  await test.step('switched on, My day is ranked by it, and each row can still be added up', async () => {
    const form = version.getByRole('form', { name: /^Switch on/ });
    await form.getByRole('textbox').fill('agreed in the huddle');
    await form.getByRole('button').click();
    await expect(page.getByText(/^Version \d+ holds, switched on by /)).toBeVisible();
    await expectFirst(page, LARGE);
    await expect(page.getByRole('link', { name: /^ranked by strategies, version \d+$/ })).toBeVisible();
    await new Grid(page, 'My day').row(LARGE).click();
    await page.keyboard.press('Enter');
    await expect(page.getByText(/^By the points of “.+”$/)).toBeVisible();
    await expect(page.getByRole('row', { name: /^Overdue amount .+ \d+ \/ 70$/ })).toBeVisible();
  });

  await test.step('going back is one act, and the list is what it was', async () => {
    await page.goto(STRATEGIES);
    const back =
      held === 0
        ? page.getByRole('form', { name: 'Stop: send nothing' })
        : page.getByRole('form', { name: `Switch on: Version ${held}` });
    await back.getByRole('textbox').fill('the month is over');
    await back.getByRole('button').click();
    const holds = held === 0 ? 'No strategy is switched on' : `Version ${held} holds, switched on by`;
    await expect(page.getByText(holds)).toBeVisible();
    await expectFirst(page, OLD);
  });
});
