import { expect, test } from '@playwright/test';
import { drop, statement, type TextFile } from './files.ts';
import { Grid } from './grid.ts';
import { signedInAs, todayIn } from './people.ts';

signedInAs('expert');

const ACCOUNT = 'IT40S0542811101000000987654';

function ofAccount({ name, content }: TextFile): TextFile {
  return { name, content: content.replace(/<IBAN>[^<]*/, `<IBAN>${ACCOUNT}`) };
}

function asNotification({ name, content }: TextFile): TextFile {
  return {
    name: name.replace('camt053', 'camt054'),
    content: content
      .replaceAll('BkToCstmrStmt', 'BkToCstmrDbtCdtNtfctn')
      .replaceAll(/<(\/?)Stmt>/g, '<$1Ntfctn>')
      .replaceAll(/<Bal>.*?<\/Bal>/gs, ''),
  };
}

test('money that a statement and a notification tell of is posted once; what no statement tells of waits', async ({
  page,
}) => {
  const day = await todayIn(page, 'IT01');
  const line = { amount: '310.00', payer: 'Officine Brenta', text: 'acconto' };
  const early = { amount: '95.50', payer: 'Molino Astori', text: 'saldo' };
  const posted = page.getByRole('button', { name: 'Undo this import' });

  await test.step('the statement makes a receipt', async () => {
    await page.goto('/c/IT01/imports');
    await drop(page, ofAccount(statement('brenta', { day, lines: [line] })));
    await page.getByRole('button', { name: /^Post 1 row/ }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the notification tells of it again, and of one line more', async () => {
    const file = ofAccount(statement('brenta-notified', { day, lines: [line, early] }));
    await drop(page, asNotification(file));
    await expect(page.getByRole('heading', { name: 'brenta-notified.camt054.xml' })).toBeVisible();
    await expect(page.getByText('already told by brenta.camt053.xml')).toBeVisible();
    await expect(page.getByText('kept until a statement tells of it')).toBeVisible();
    await page.getByRole('button', { name: 'Keep its lines, post nothing' }).click();
    await expect(posted).toBeVisible({ timeout: 30_000 });
  });

  await test.step('the line that waits is listed with its account, and a person decides', async () => {
    await page.getByRole('link', { name: 'Imports' }).first().click();
    await page.getByRole('link', { name: 'Bank accounts' }).click();
    const accounts = new Grid(page, 'Bank accounts');
    await expect(accounts.row(ACCOUNT)).toContainText('1 line waits');
    await accounts.row(ACCOUNT).click();
    await page.keyboard.press('Enter');
    await expect(page.getByText('learned from the first file')).toBeVisible();
    await page.getByRole('button', { name: 'Post as receipt' }).click();
    await expect(accounts.row(ACCOUNT)).toContainText('nothing is missing');
  });
});
