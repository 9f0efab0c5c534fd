import { expect, test } from '@playwright/test';
import { drop, invoices, statement } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('cash analyst');

test('a customer pays in one sum; its advice is dropped, posts the receipt, and stands beside it with its lines', async ({
  page,
}) => {
  const day = await todayIn(page, 'IT01');
  const posted = page.getByRole('button', { name: 'Undo this import' });
  const invoice = (number: string, amount: string) =>
    ['BC-9', 'Bottega Carraro Srl', number, 'EUR', amount, day, day] as const;

  await test.step('four invoices, two of them with the amount of the payment, and the payment without a word', async () => {
    await page.goto('/c/IT01/imports');
    const rows = [
      invoice('BC-880011', '610.00'),
      invoice('BC-880012', '40.50'),
      invoice('BC-880013', '650.50'),
      invoice('BC-880014', '650.50'),
    ];
    await drop(page, invoices('carraro.csv', rows));
    await page.getByRole('button', { name: /^Post 4 rows/ }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
    await page.goto('/c/IT01/imports');
    await drop(
      page,
      statement('carraro-pays', { day, lines: [{ amount: '650.50', payer: 'BOTTEGA CARRARO SRL', text: 'saldo' }] }),
    );
    await page.getByRole('button', { name: /^Post 1 row/ }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the advice is read before one’s eyes, its total is not the sum of its lines, and it is posted', async () => {
    const content = [
      'Pagatore: Bottega Carraro Srl;;',
      `Data pagamento: ${day};;`,
      'Numero fattura;Importo;Importo pagato (EUR)',
      'BC-880011;610,00;610,00',
      'BC-880012;40,50;40,50',
      'Totale;;660,50',
    ];
    await page.goto('/c/IT01/imports');
    await drop(page, { name: 'avviso-carraro.csv', content: content.join('\n') });
    await expect(page.getByRole('heading', { name: 'avviso-carraro.csv' })).toBeVisible();
    await page.getByRole('button', { name: /^Post 2 rows/ }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
  });

  await test.step('it is linked to its receipt, which has posted; each line names its invoice', async () => {
    await page.goto('/c/IT01/imports/part/advices');
    const advices = new Grid(page, 'Advices');
    const row = advices.row('Bottega Carraro Srl');
    await expect(row).toContainText('linked');
    await row.click();
    await page.keyboard.press('Enter');
    await expect(page.getByText('The lines are 650.50 EUR, the total printed is 660.50 EUR.')).toBeVisible();
    await expect(page.getByText('by payer and amount')).toBeVisible();
    await expect(page.getByRole('link', { name: 'BC-880012' })).toBeVisible();
    await page.getByRole('link', { name: /^carraro-pays/ }).click();
    await expect(page.getByText(/advice of .* lists 2 open items/).first()).toBeVisible();
  });
});
