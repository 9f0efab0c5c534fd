import { expect, test } from '@playwright/test';
import { drop, type TextFile } from './files.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');

/** A bank's export without account and currency, its sign in a column that no name tells. */
function table(name: string, day: string, rows: readonly string[]): TextFile {
  const [year, month, date] = day.split('-');
  const lines = rows.map((row) => `${date}.${month}.${year};${row}`);
  return { name, content: ['Datum;Betrag;Zeichen;Verwendungszweck;Hinweis', ...lines, ''].join('\n') };
}

test('a table of a bank is asked about once, corrected while its lines are seen, and read alike the next time', async ({
  page,
}) => {
  const day = await todayIn(page, 'IT01');
  const rows = ['1.190,00;H;RE 118;danke', '9,90;S;Entgelt;', '3,00;S;Porto;'];
  const lines = page.getByRole('region', { name: 'The first lines as they are read now' });
  const posted = page.getByRole('button', { name: 'Undo this import' });

  // What the page asks on its way is answered late, as on a slow line: it must not cover what an act answered meanwhile.
  await page.route(/\/imports\/[0-9a-f-]{36}$/, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    const answer = await route.fetch();
    await page.waitForTimeout(1_500);
    await route.fulfill({ response: answer }).catch(() => undefined); // the page may have dropped it
  });

  await test.step('it asks for the currency, with the company’s own to press, and reads nothing before', async () => {
    await page.goto('/c/IT01/imports');
    await drop(page, table('sparkasse.csv', day, rows));
    await expect(page.getByText('The file does not say in which currency its amounts are.')).toBeVisible();
    await expect(page.getByRole('button', { name: /^Post/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'EUR', exact: true }).click();
    await page.getByLabel('Enter another account').fill('DE02120300000000202051');
    await page.keyboard.press('Enter');
    await expect(lines).toContainText('3 new');
    await expect(lines).toContainText('DE02120300000000202051');
  });
  await page.unrouteAll({ behavior: 'ignoreErrors' });

  await test.step('money out is told by its own column, and the text stands in two', async () => {
    await expect(page.getByText('No amount of this file is negative')).toBeVisible();
    await page.getByLabel('Money in and out is told by').selectOption('marked');
    await page.getByLabel('Column of Debit or credit mark').selectOption('Zeichen');
    await expect(lines).toContainText('1 new');
    await expect(lines).toContainText('2 no receipts');
    await page.getByLabel('Column of Text').selectOption('Hinweis');
    await expect(lines).toContainText('RE 118 danke');
    await expect(page.getByText('No amount of this file is negative')).toHaveCount(0);
  });

  await test.step('it is posted, and the next file of the bank needs no correction', async () => {
    await page.getByRole('button', { name: /^Post 1 row/ }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
    await drop(page, table('sparkasse-next.csv', day, ['250,00;H;RE 131;', '19,90;S;Entgelt;']));
    await expect(page.getByRole('button', { name: /^Post 1 row/ })).toBeVisible();
    await page.getByRole('link', { name: /^Columns/ }).click();
    await expect(page.getByText('as for the last file with these columns').first()).toBeVisible();
    await expect(page.getByLabel('Column of Debit or credit mark')).toHaveValue('Zeichen');
  });
});
