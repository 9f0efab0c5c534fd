import { expect, test } from '@playwright/test';
import { printedLink, session } from './people.ts';

const PASSWORD = 'slow trains over high bridges';

test('a link signs in once, a password as often as it is right', async ({ page }) => {
  await test.step('the printed link opens the books, and its secret leaves the address', async () => {
    await page.goto(printedLink());
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
    expect(page.url()).not.toContain('token');
  });

  await test.step('a password is set, and the person signs out', async () => {
    const answer = await page.request.put('/api/v1/session/password', {
      data: { password: PASSWORD },
      headers: { 'X-CSRF-Token': (await session(page)).csrfToken, 'Idempotency-Key': crypto.randomUUID() },
    });
    expect(answer.status()).toBe(204);
    await page.getByRole('button', { name: /settings and sign out/ }).click();
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  });

  await test.step('the same link is refused, with the way on', async () => {
    await page.goto('about:blank');
    await page.goto(printedLink());
    await expect(page.getByRole('alert')).toContainText('This link was used before');
    await expect(page.getByRole('alert')).toContainText('Ask for a new one');
  });

  await test.step('a wrong password is refused in plain words, and what was typed stays', async () => {
    await page.getByLabel('E-mail').fill('admin@demo.example');
    await page.getByLabel('Password', { exact: true }).fill('not the password');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toHaveText(/The e-mail address or the password is not right/);
    await expect(page.getByLabel('E-mail')).toHaveValue('admin@demo.example');
  });

  await test.step('the right one opens the page that was asked for', async () => {
    await page.goto('/c/IT01/customers');
    await expect(page).toHaveURL(/sign-in/);
    await page.getByLabel('E-mail').fill('admin@demo.example');
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/c\/IT01\/customers$/);
    await expect(page.getByRole('grid', { name: 'Customers' })).toBeVisible();
  });
});
