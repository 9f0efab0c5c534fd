import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('expert');

const PAGES = [
  '/c/IT01/my-day',
  '/c/IT01/cash/to_confirm',
  '/c/IT01/cash/posted',
  '/c/IT01/cash/exceptions',
  '/c/IT01/cash/research',
  '/c/IT01/cash/measures',
  '/c/IT01/approvals/waiting',
  '/c/IT01/approvals/payments',
  '/c/IT01/approvals/limits',
  '/c/IT01/aging',
  '/c/IT01/aging?by=item',
  '/c/IT01/customers',
  '/c/IT01/imports',
  '/c/IT01/imports/part/arrivals',
  '/c/IT01/imports/part/sources',
  '/c/IT01/imports/part/accounts',
  '/c/IT01/imports/part/differences',
  '/c/IT01/books/periods',
  '/c/IT01/books/journals',
  '/c/IT01/books/verify',
  '/c/IT01/books/audit',
  '/c/IT01/company/accounts',
  '/c/IT01/company/rates',
  '/c/IT01/cash/knowledge',
  '/c/IT01/company/people',
  '/c/IT01/company/tokens',
  '/new-company',
] as const;

test.slow();
test('no page keeps anybody out: axe finds nothing serious, by day and in the dark', async ({ page }) => {
  const found: string[] = [];
  const look = async (place: string): Promise<void> => {
    await expect(page.getByText('Reading…')).toHaveCount(0);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
      const axe = new AxeBuilder({ page }).setLegacyMode(true);
      // In the dark nothing but colours differs.
      const { violations } = await (colorScheme === 'dark' ? axe.withRules('color-contrast') : axe).analyze();
      for (const { id, impact, nodes } of violations) {
        if (impact !== 'serious' && impact !== 'critical') continue;
        found.push(`${place}, ${colorScheme}: ${id} ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
      }
    }
  };
  for (const place of PAGES) {
    await page.goto(place);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    await look(place);
  }
  await page.goto('/c/IT01/customers');
  const customers = new Grid(page, 'Customers');
  await customers.rows.getByRole('link').first().click();
  await expect(page).toHaveURL(/customers\/./);
  await look('a customer');
  await page.getByRole('link', { name: 'Timeline' }).click();
  await look('the timeline of a customer');
  await page.goto('/c/IT01/aging');
  const aging = new Grid(page, 'Aging');
  await aging.hasRows();
  await page.keyboard.press('Enter');
  await new Grid(page, 'Items behind this figure').hasRows();
  await look('the items behind a figure');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeVisible();
  await look('the keys');
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await look('signing in');
  expect(found).toEqual([]);
});
