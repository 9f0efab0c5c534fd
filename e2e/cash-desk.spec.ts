/** The cash desk as an analyst works at it: queue by queue, one of them without a mouse. */
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { drop, invoices, statement } from './files.ts';
import { Grid } from './grid.ts';
import { sessionOf, signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');

/** Invoices of one customer, and money from it or anybody, as they arrive in files. */
async function bring(
  page: Page,
  given: {
    name: string;
    customer: readonly [number: string, name: string];
    invoices: readonly (readonly [number: string, amount: string])[];
    receipts: readonly { readonly amount: string; readonly payer: string; readonly text: string }[];
  },
): Promise<void> {
  const day = await todayIn(page, 'IT01');
  const [number, name] = given.customer;
  const rows = given.invoices.map(
    ([invoice, amount]) => [number, name, invoice, 'EUR', amount, '2026-09-01', '2026-10-01'] as const,
  );
  await page.goto('/c/IT01/imports');
  await drop(page, invoices(`${given.name}.csv`, rows));
  await page.getByRole('button', { name: `Post ${rows.length} rows` }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 30_000 });
  await page.goto('/c/IT01/imports');
  await drop(page, statement(given.name, { day, lines: given.receipts }));
  await page.getByRole('button', { name: /^Post \d+ rows?$/ }).click();
  await expect(page.getByRole('link', { name: 'See the receipts' })).toBeVisible({ timeout: 30_000 });
}

async function open(page: Page, queue: string, word: string, text: string): Promise<void> {
  await page.goto(`/c/IT01/cash/${queue}`);
  const receipts = new Grid(page, word);
  await receipts.row(text).getByRole('gridcell').last().click();
  await expect(desk(page)).toBeVisible();
  await expect(receipts.grid).toBeFocused();
}

const desk = (page: Page) => page.getByRole('region', { name: 'Apply this receipt' });
const items = (page: Page) => new Grid(page, 'Items to apply to');

test('to confirm, by keys alone: what is missing is split over two deductions, and all of it undone', async ({
  page,
}) => {
  await bring(page, {
    name: 'kd-short',
    customer: ['KD-1', 'Kessler Dachbau GmbH'],
    invoices: [
      ['KD10001', '8120.00'],
      ['KD10002', '6900.00'],
    ],
    receipts: [{ amount: '14871.20', payer: 'KESSLER DACHBAU GMBH', text: 'RG KD10001, KD10002 ABZGL ABZUG' }],
  });
  await page.goto('/c/IT01/cash/to_confirm');
  await new Grid(page, 'To confirm').hasRows();
  await page.keyboard.press('/');
  await page.keyboard.type('14871.20');
  await page.keyboard.press('Enter');
  await expect(desk(page)).toContainText('148.80 stays open on KD10001');
  await page.keyboard.press('e');
  await expect(items(page).grid).toBeFocused();

  // Number, due, late, open, cash, deduction. In a cell that can be typed into a letter is a letter: `n` would open a form, `a` post.
  for (let column = 1; column < 5; column += 1) await page.keyboard.press('ArrowRight');
  await page.keyboard.type('name');
  const cash = desk(page).getByRole('textbox', { name: 'Cash applied' });
  await expect(cash).toHaveValue('name');
  await page.keyboard.press('Enter');
  await expect(desk(page).getByRole('alert')).toContainText('amount');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('no reason');
  await page.keyboard.press('Enter');
  await expect(desk(page)).toContainText('148.80 missing on KD10001: No reason given 148.80');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.type('1.5% disc');
  await page.keyboard.press('Enter');
  await expect(desk(page)).toContainText('148.80 missing on KD10001: Cash discount 121.80 + 27.00 stays open');
  // Escape leaves the cells, and letters are keys again.
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(desk(page)).toContainText('Cash discount 121.80 + Small difference 27.00');
  await nobodyIsKeptOut(page);

  // No terms grant a discount, and 27.00 is above what is small: both stay open on the item, claimed.
  const reasons = desk(page).getByRole('combobox', { name: 'Reason of the deduction from KD10001' });
  for (const reason of [reasons.first(), reasons.last()]) {
    await reason.focus();
    await page.keyboard.type('No reason');
    await page.keyboard.press('Enter');
    await expect(items(page).grid).toBeFocused();
  }
  await page.keyboard.press('a');
  await expect(page.getByText(/14,871\.20 EUR applied to 2 items\./)).toBeVisible();

  await open(page, 'posted', 'Posted', '14,871.20');
  await expect(desk(page)).toContainText('27.00');
  await page.keyboard.press('u');
  await expect(page.getByText('Undone. The receipt is back in its queue.')).toBeVisible();
});

test('a list out of a mail is pasted: what it names is ticked, what is not found is named, any other item is added', async ({
  page,
}) => {
  await bring(page, {
    name: 'pl-list',
    customer: ['PL-1', 'Posteria Lanza S.r.l.'],
    invoices: [
      ['PL20001', '100.00'],
      ['PL20002', '200.00'],
      ['PL20003', '300.00'],
      ['PL20004', '77.77'],
    ],
    receipts: [{ amount: '655.31', payer: 'POSTERIA LANZA S.R.L.', text: 'VEDI NOSTRA MAIL' }],
  });
  await open(page, 'exceptions', 'Exceptions', '655.31');
  await page.keyboard.press('v');
  await page
    .getByLabel('Paste a list of items')
    .fill('Invoice\tAmount\nPL20001\t100.00\nPL20002\t150.00\nPL29999\t40.00');
  await page.keyboard.press('Control+Enter');
  await expect(desk(page)).toContainText('2 items of the list ticked · not found: PL29999 (row 4)');
  await expect(desk(page)).toContainText('50.00 stays open on PL20002 · 405.31 stays on account');
  await page.keyboard.press('i');
  await page.keyboard.type('77.77');
  await expect(page.getByRole('option', { name: /PL20004/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(desk(page)).toContainText('327.54 stays on account');
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await expect(page.getByText(/327\.77 EUR applied to 3 items\./)).toBeVisible();

  await page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: 'Unapplied' }).click();
  await page
    .getByRole('navigation', { name: 'By age' })
    .getByRole('link', { name: /^0–7 days/ })
    .click();
  await expect(page).toHaveURL(/age=0-7/);
  await expect(new Grid(page, 'Unapplied').row('POSTERIA LANZA')).toContainText('327.54');
});

test('exceptions by reason: the customer is asked in its language, the receipt waits for it, the answer is noted', async ({
  page,
}) => {
  await bring(page, {
    name: 'ask',
    customer: ['AS-1', 'Ashdown Salvage Ltd'],
    invoices: [
      ['AS30001', '410.00'],
      ['AS30002', '530.00'],
    ],
    receipts: [{ amount: '433.19', payer: 'ASHDOWN SALVAGE LTD', text: 'PAYMENT' }],
  });
  await page.goto('/c/IT01/cash/exceptions');
  await page
    .getByRole('navigation', { name: 'By reason' })
    .getByRole('link', { name: /^Which items\?/ })
    .click();
  await expect(page).toHaveURL(/reason=which_items/);
  const receipts = new Grid(page, 'Exceptions');
  await receipts.row('433.19').getByRole('gridcell').last().click();
  await expect(receipts.row('433.19')).toContainText(/in \d+ (h|d|min)/);
  await expect(desk(page)).toContainText('433.19 to place');
  await page.keyboard.press('q');
  await page.getByRole('radiogroup', { name: 'Language' }).getByText('Deutsch').click();
  await nobodyIsKeptOut(page);
  await expect(page.getByLabel('Message')).toHaveValue(/Welche Rechnungen werden damit bezahlt/);
  await page.getByRole('button', { name: 'Copy' }).click();
  await expect(page.getByText('Noted: the receipt now waits for the customer.')).toBeVisible();
  const asked = page.getByRole('region', { name: 'Asked the customer' });
  await expect(asked).toContainText('Waits for the customer, asked by');
  await expect(receipts.row('433.19')).toContainText('asked');
  await asked.getByLabel('What they answered').fill('Part of AS30002');
  await asked.getByRole('button', { name: 'Note the answer' }).click();
  await expect(asked).toContainText('Part of AS30002');
  await expect(receipts.row('433.19')).not.toContainText('asked');
});

test('proposals that share a reason are ticked with one key, confirmed at once and undone at once', async ({
  page,
}) => {
  await bring(page, {
    name: 'group',
    customer: ['GR-1', 'Greco Ricambi S.p.A.'],
    invoices: [
      ['GR40001', '1234.01'],
      ['GR40002', '2345.02'],
      ['GR40003', '3456.03'],
    ],
    receipts: ['1234.01', '2345.02', '3456.03'].map((amount, index) => ({
      amount,
      payer: `TREASURY ${index}`,
      text: 'BONIFICO',
    })),
  });
  await page.goto('/c/IT01/cash/to_confirm');
  const reasons = page.getByRole('navigation', { name: 'By reason' });
  const group = reasons.getByRole('link', { name: /^Amount alone · New payer/ });
  await group.click();
  await expect(page).toHaveURL(/reason=single_amount:does_payer_pay_for|reason=single_amount%3A/);
  await expect(new Grid(page, 'To confirm').row('TREASURY 2')).toBeVisible();
  const count = Number(/\d+$/.exec(await group.innerText())?.[0]);
  await pressAsSoonAs(page, `Confirm ${count} receipts`, 'A');
  await page.keyboard.press('G');
  await expect(page.getByText(`${count} receipts confirmed.`)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`${count} receipts are back in their queues.`)).toBeVisible({ timeout: 30_000 });
});

test.describe('two people', () => {
  test('see who is at a receipt; it is taken over with a word', async ({ page, browser }) => {
    await bring(page, {
      name: 'claims',
      customer: ['CL-1', 'Claymore Linen'],
      invoices: [
        ['CL50001', '910.00'],
        ['CL50002', '12.00'],
      ],
      receipts: [{ amount: '433.77', payer: 'NOBODY KNOWS', text: 'TRANSFER' }],
    });
    await open(page, 'unidentified', 'Unidentified', '433.77');
    await page.waitForResponse(/\/claim$/);
    const second = await manager(browser);
    await second.goto('/c/IT01/cash/unidentified');
    const receipts = new Grid(second, 'Unidentified');
    await receipts.row('433.77').getByRole('gridcell').last().click();
    await expect(second.getByText(/has been at this since/)).toBeVisible();
    await second.getByRole('button', { name: 'Take over' }).click();
    await second.getByLabel('Why you take it over').fill('They are at lunch');
    await second.keyboard.press('Enter');
    await expect(second.getByText(/has been at this since/)).toHaveCount(0);
    await expect(page.getByText(/has been at this since/)).toBeVisible({ timeout: 30_000 });
    await second.context().close();
  });
});

/** Presses a key in the very moment a button is drawn, as a hand does that knows what comes next. */
async function pressAsSoonAs(page: Page, button: string, key: string): Promise<void> {
  const wanted = { button, key };
  await page.evaluate((given) => {
    const drawn = new MutationObserver(() => {
      const buttons = [...document.querySelectorAll('button')];
      if (!buttons.some(({ textContent }) => textContent?.startsWith(given.button))) return;
      drawn.disconnect();
      window.dispatchEvent(new KeyboardEvent('keydown', { key: given.key }));
    });
    drawn.observe(document.body, { subtree: true, childList: true, characterData: true });
  }, wanted);
}

/** What axe finds serious on the desk as it stands. */
async function nobodyIsKeptOut(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`)).toEqual(
    [],
  );
}

async function manager(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    storageState: sessionOf('manager'),
    baseURL: process.env.QUITTANCE_JOURNEY_URL ?? '',
    locale: 'en-GB',
  });
  return context.newPage();
}
