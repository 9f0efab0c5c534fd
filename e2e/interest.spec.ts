/** Late interest: looked at as the customer will read it, charged with a note that is sent, and found again as PDF. */
import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('manager');

test('interest is charged with a letter that was looked at, and the note says what its customer knows', async ({
  page,
}) => {
  await page.goto('/c/IT01/interest/proposals');
  const proposals = new Grid(page, 'Late interest');

  await test.step('the largest first; what is disputed is marked and left out', async () => {
    await proposals.hasRows();
    const amounts = (await proposals.texts('Total')).map((total) => Number(total.replaceAll(',', '')));
    expect(amounts).toEqual([...amounts].sort((left, right) => right - left));
    await proposals.row('Gruppo Distribuzione Solmarenga').getByRole('gridcell').nth(2).click();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Gruppo Distribuzione Solmarenga S.p.A.' })).toBeVisible();
    await expect(page.getByText('Disputed', { exact: true }).first()).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^FV/ }).first()).not.toBeChecked();
  });

  const customer = 'Gruppo Distribuzione Solmarenga';
  await test.step('the letter is ticked, and seen before anything is charged', async () => {
    await expect(page.getByRole('checkbox', { name: 'Send the note to the customer' })).toBeChecked();
    await page.getByRole('button', { name: 'Look at the letter' }).click();
    await expect(page.locator('iframe')).toBeVisible();
    await expect(page.getByRole('button', { name: /INT-\d{4}-\d{4} as PDF/ })).toBeVisible();
  });

  await test.step('charged, the note is on its way or told, and opens as PDF', async () => {
    await page.getByRole('button', { name: 'Charge and send the note' }).click();
    await expect(page.getByText(/the note is on its way/)).toBeVisible();
    await page.getByRole('link', { name: 'Notes', exact: true }).first().click();
    const notes = new Grid(page, 'Notes');
    await expect(notes.row(customer)).toContainText(/letter on its way|told/);
    await notes.row(customer).getByRole('gridcell').nth(2).click();
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: /INT-\d{4}-\d{4} as PDF/ });
    const pdf = await page.request.get((await link.getAttribute('href')) ?? '');
    expect(pdf.headers()['content-type']).toContain('application/pdf');
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });
});
