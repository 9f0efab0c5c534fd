/** An instalment plan with interest: agreed on items, its schedule in sight before it is saved, and what stands afterwards. */
import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';
import { owe } from './whole-day.ts';

signedInAs('collections analyst');

test('a plan with interest shows principal and interest of each part as it is typed, and stands so', async ({
  page,
  browser,
}) => {
  await owe(browser, 'UK01', [['Larkfield Board Ltd', '1200.00']]);
  await page.goto('/c/UK01/customers');
  const customers = new Grid(page, 'Customers');
  await customers.filter.fill('Larkfield');
  await customers.row('Larkfield Board Ltd').getByRole('gridcell').first().click();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Larkfield Board Ltd' })).toBeVisible();
  const form = page.getByRole('form', { name: 'Promise to pay' });
  const rate = form.getByLabel('Interest agreed, per cent a year');

  await test.step('on the account there is no interest: it is agreed on certain items', async () => {
    await page.keyboard.press('p');
    await form.getByLabel('Number of parts').fill('2');
    await expect(rate).toBeDisabled();
    await expect(form).toContainText('tick them first');
    await page.keyboard.press('Escape');
    await expect(form).toHaveCount(0);
  });

  await test.step('the schedule follows what is typed, and a rate that is none is refused', async () => {
    await new Grid(page, 'Open items').rows.first().getByRole('checkbox').check();
    await page.keyboard.press('p');
    await expect(form.getByRole('textbox', { name: 'Promised' })).toHaveValue('1200.00');
    await form.getByLabel('Number of parts').fill('2');
    await rate.fill('6.125');
    await expect(form).toContainText('0 to 100, two decimals');
    await rate.fill('6');
    const schedule = form.getByRole('table', { name: 'Schedule of the plan' });
    await expect(schedule.getByRole('row')).toHaveCount(4);
    await expect(schedule.getByRole('row').last()).toContainText(/1,200\.00\s*\d+\.\d\d\s*1,2\d\d\.\d\d/);
  });

  await test.step('saved, each part says its interest, and the plan holds the item', async () => {
    await page.keyboard.press('Control+Enter');
    await expect(page.getByText('The promise is written down.')).toBeVisible();
    await expect(page.getByText(/Instalment plan: 1,200\.00 GBP to come/)).toBeVisible();
    await page.getByRole('link', { name: 'Promises' }).last().click();
    const promises = new Grid(page, 'Promises');
    await expect(promises.rows).toHaveCount(2);
    await expect(promises.row('Part 1 of 2')).toContainText('600.00');
    expect(await promises.text(promises.row('Part 2 of 2'), 'Interest')).toMatch(/^\d+\.\d\d$/);
  });
});
