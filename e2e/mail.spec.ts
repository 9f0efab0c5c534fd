/** A letter goes out over a real SMTP server, its answer comes in over a real IMAP server, and its promise is written down. */
import { expect, test } from '@playwright/test';
import { openImapServer } from '../packages/server/src/platform/testing/imap-server.ts';
import { openSmtpServer } from '../packages/server/src/platform/testing/smtp-server.ts';
import { Grid } from './grid.ts';
import { session, signedInAs } from './people.ts';

signedInAs('manager');

test('a letter is sent, its answer is threaded, and what it promises is made a promise by a person', async ({
  page,
}) => {
  const [smtp, imap] = [await openSmtpServer(), await openImapServer()];
  try {
    const { csrfToken } = await session(page);
    const { host, port, security } = smtp.login;
    const { password: _password, ...login } = imap.login;
    const added = await page.request.post('/api/v1/companies/IT01/mailboxes', {
      data: {
        ...{ name: 'Journey Srl', address: login.user, hasAddressTokens: false, authority: null, isDefault: true },
        smtp: { host, port, security, user: null, passwordFrom: null },
        imap: { ...login, passwordFrom: 'QUITTANCE_SECRET_JOURNEY', sentFolder: null },
      },
      headers: { 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() },
    });
    expect(added.status(), await added.text()).toBe(201);

    await test.step('a letter is written from the customer’s mail', async () => {
      await page.goto('/c/IT01/customers');
      const customers = new Grid(page, 'Customers');
      await customers.rows.first().getByRole('gridcell').first().click();
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Mail', exact: true }).last().click();
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'PDF' }).click();
      expect((await download).suggestedFilename()).toMatch(/\.pdf$/);
      await page
        .getByRole('button', { name: /^Write/ })
        .first()
        .click();
      await page.getByLabel('another address').fill('ap@payer.example');
      await page.getByLabel('another address').press('Enter');
      await page.getByRole('textbox', { name: 'Subject' }).fill('Your account');
      await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Please tell us when you will pay.');
      await page.getByLabel('Files to attach').setInputFiles({
        ...{ name: 'Order 4711.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 order') },
      });
      await expect(page.getByRole('button', { name: 'Take Order 4711.pdf out' })).toBeVisible();
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await expect(page.getByText('On its way.')).toBeVisible();
    });

    await test.step('it goes out, and the answer finds its conversation', async () => {
      await page.goto('/c/IT01/inbox/all');
      await page.getByRole('button', { name: 'Send and receive' }).click();
      await expect.poll(() => smtp.taken.length).toBe(1);
      expect(smtp.taken[0]?.raw).toContain('filename="Order 4711.pdf"');
      const id = /Message-ID: (<[^>]+>)/i.exec(smtp.taken[0]?.raw ?? '')?.[1] ?? '';
      imap.deliver(
        [
          'From: Ada <ap@payer.example>',
          `To: ${login.user}`,
          'Subject: Re: Your account',
          'Message-ID: <answer-1@payer.example>',
          `In-Reply-To: ${id}`,
          'Content-Type: text/plain; charset=utf-8',
          '',
          'We will pay 1,240.50 EUR next Friday.',
        ].join('\n'),
      );
      // The server looks every minute by itself, and may be the first.
      const answer = new Grid(page, 'Inbox').row('We will pay');
      await expect(async () => {
        await page.getByRole('button', { name: 'Send and receive' }).click();
        await expect(answer).toBeVisible({ timeout: 5_000 });
      }).toPass({ timeout: 40_000 });
    });

    await test.step('the promise is proposed, looked at and saved', async () => {
      const inbox = new Grid(page, 'Inbox');
      await inbox.row('We will pay').getByRole('gridcell').first().click();
      await page.keyboard.press('Enter');
      await expect(page.getByText('answers a message of this conversation')).toBeVisible();
      await page.getByRole('button', { name: 'Promise to pay' }).click();
      await expect(page.getByRole('textbox', { name: 'Promised' })).toHaveValue('1240.50');
      await page.getByRole('button', { name: 'Save promise' }).click();
      await expect(page.getByText('The promise is written down.')).toBeVisible();
      // What the mail says is offered once.
      await expect(page.getByRole('link', { name: /^Written down:.*1,240\.50/ })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Promise to pay' })).toHaveCount(0);
    });
  } finally {
    await Promise.all([smtp.close(), imap.close()]);
  }
});
