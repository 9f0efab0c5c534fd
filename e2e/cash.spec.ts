import { expect, type Locator, type Page, test } from '@playwright/test';
import { decimal, drop, statement } from './files.ts';
import { Grid, minorOf } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');

const QUEUES = {
  'To confirm': 'to_confirm',
  Exceptions: 'exceptions',
  Unidentified: 'unidentified',
  Unapplied: 'unapplied',
  Posted: 'posted',
} as const;
type Queue = keyof typeof QUEUES;

test('a bank statement applies itself where it can, and a person does the rest', async ({ page }) => {
  const day = await todayIn(page, 'IT01');
  const [clear, lonely, ...cited] = await invoicesOfOneCustomer(page, day);
  const [smaller, larger] = cited[0].openMinor < cited[1].openMinor ? cited : [cited[1], cited[0]];
  const payer = clear.customerName;
  const shortMinor = smaller.openMinor + larger.openMinor - 3713n; // neither a discount nor bank charges nor small
  const file = statement('cassa-di-prova', {
    day,
    lines: [
      { amount: decimal(clear.openMinor), payer, text: `SALDO FATTURA ${clear.number}` },
      { amount: decimal(lonely.openMinor), payer: 'TESORERIA UNICA', text: 'BONIFICO' },
      { amount: decimal(shortMinor), payer, text: `SALDO FATT. ${smaller.number} ${larger.number}` },
      { amount: '3141.59', payer, text: 'ACCONTO MERCE' },
    ],
  });
  const before = await countsOf(page);
  const queue = (word: Queue) => page.getByRole('navigation', { name: 'Queues' }).getByRole('link', { name: word });
  const desk = page.getByRole('region', { name: 'Apply this receipt' });
  const items = new Grid(page, 'Items to apply to');
  const difference = desk.getByText(/^Settles .* in full|stays on account$|to place$|more than the receipt$/);

  await test.step('a statement is dropped onto the page and posted', async () => {
    await page.goto('/c/IT01/cash/to_confirm');
    await expect(queue('Posted')).toContainText(/\d/);
    await drop(page, file);
    await page.getByRole('button', { name: 'Post 4 rows' }).click();
    await page.getByRole('link', { name: 'See the receipts' }).click();
    await expectAdded({ 'To confirm': 2, Exceptions: 1, Unapplied: 0, Posted: 1 });
  });

  await test.step('what is beyond doubt has posted itself, and says why', async () => {
    await open('Posted', clear.number);
    const why = page.getByRole('region', { name: 'What was concluded' });
    await expect(why).toContainText('Posted by itself');
    await expect(why).toContainText(/Cites 1 open item by whole number .*; total exact/);
    await why.getByRole('button', { name: /^Why/ }).click();
    await expect(why.getByRole('listitem').first()).toBeVisible();
    await expect(desk.getByRole('link', { name: clear.number })).toBeVisible();
  });

  await test.step('an amount alone is only proposed; Enter confirms it', async () => {
    await open('To confirm', 'TESORERIA UNICA');
    await expect(page.getByText(/^Of all open items only this one is/)).toBeVisible();
    await expect(page.getByText(/Does TESORERIA UNICA pay for customer/)).toBeVisible();
    await expect(difference).toHaveText('Settles 1 item in full; nothing is left');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/applied to 1 item\./)).toBeVisible();
    await expectAdded({ 'To confirm': 1, Posted: 2 });
  });

  await test.step('a short payment is corrected: ticked anew, a part typed, the difference always in sight', async () => {
    await open('To confirm', smaller.number);
    await expect(page.getByText(/Why is 37\.13 EUR missing/)).toBeVisible();
    await page.keyboard.press('e');
    await expect(items.grid).toBeFocused();
    await tick(items.row(smaller.number), false);
    await expectLeft(smaller.openMinor);
    await (await items.cell(items.row(larger.number), 'Cash applied')).click();
    await page.keyboard.type('10.50');
    await page.keyboard.press('Enter');
    await expectLeft(shortMinor - 1050n);
    await tick(items.row(smaller.number), true);
    await expectLeft(shortMinor - 1050n - smaller.openMinor);
    await page.keyboard.press('a');
    await expect(page.getByText(/applied to 2 items\./)).toBeVisible();
    await expectAdded({ 'To confirm': 0, Unapplied: 1 });
  });

  await test.step('a down payment that no item explains is put on account', async () => {
    await open('Exceptions', 'ACCONTO MERCE');
    await page.keyboard.press('o');
    await expect(page.getByText('3,141.59 EUR placed.')).toBeVisible();
    await expectAdded({ Exceptions: 0, Unapplied: 2 });
  });

  await test.step('what posted itself is undone; it comes back to be confirmed', async () => {
    await open('Posted', clear.number);
    await page.keyboard.press('u');
    await expect(page.getByText('Undone. The receipt is back in its queue.')).toBeVisible();
    await expectAdded({ 'To confirm': 1, Posted: 1 });
  });

  async function expectAdded(added: Partial<Record<Queue, number>>): Promise<void> {
    for (const [word, more] of Object.entries(added) as [Queue, number][]) {
      await expect(queue(word)).toHaveText(`${word}${before[word] + more}`);
    }
  }

  async function expectLeft(minor: bigint): Promise<void> {
    await expect(async () => expect(minorOf(await difference.innerText())).toBe(minor)).toPass({ timeout: 5000 });
  }

  /** In a queue, a click on a receipt opens it beside the list; the keys then act on it. */
  async function open(word: Queue, text: string): Promise<void> {
    await queue(word).click();
    const receipts = new Grid(page, word);
    await receipts.row(text).getByRole('gridcell').last().click();
    await expect(receipts.grid).toBeFocused();
    await expect(page.getByText(text).nth(1)).toBeVisible();
  }

  async function tick(row: Locator, isOn: boolean): Promise<void> {
    await row.getByRole('checkbox').click();
    await expect(row.getByRole('checkbox')).toBeChecked({ checked: isOn });
  }
});

interface OpenInvoice {
  readonly number: string;
  readonly customerName: string;
  readonly openMinor: bigint;
}

/** Four open invoices in euro of one customer, each told apart from all others by its number and by its amount. */
async function invoicesOfOneCustomer(
  page: Page,
  asOf: string,
): Promise<readonly [OpenInvoice, OpenInvoice, OpenInvoice, OpenInvoice]> {
  const answer = await page.request.get(`/api/v1/companies/IT01/aging?by=item&asOf=${asOf}`);
  const { rows } = (await answer.json()) as {
    rows: readonly { label: string; customerName: string; currency: string; total: string }[];
  };
  const invoices = rows
    .filter(({ label, currency }) => currency === 'EUR' && label.startsWith('FV'))
    .map(({ label, customerName, total }) => ({ number: label, customerName, openMinor: minorOf(total) }))
    .filter(
      ({ number, openMinor }, _, all) =>
        openMinor > 10_000n &&
        all.filter((other) => other.number === number || other.openMinor === openMinor).length === 1,
    );
  for (const { customerName } of invoices) {
    const [first, second, third, fourth] = invoices.filter((invoice) => invoice.customerName === customerName);
    if (first && second && third && fourth) return [first, second, third, fourth];
  }
  throw new Error('no customer of the demo has four open invoices');
}

async function countsOf(page: Page): Promise<Record<Queue, number>> {
  const answer = await page.request.get('/api/v1/companies/IT01/receipts?queue=posted&limit=1');
  const { counts } = (await answer.json()) as { counts: Record<string, number> };
  return Object.fromEntries(Object.entries(QUEUES).map(([word, key]) => [word, counts[key]])) as Record<Queue, number>;
}
