import { expect, type Page, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('cash analyst');
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test('on a phone nothing slides sideways: cash, aging, a customer, signing in', async ({ page }) => {
  await test.step('a receipt is opened from its queue and closed again', async () => {
    await page.goto('/c/IT01/cash/posted');
    const posted = new Grid(page, 'Posted');
    await posted.hasRows();
    await expectNoSliding(page);
    await posted.rows.first().getByRole('gridcell').first().click();
    await expect(page.getByRole('region', { name: 'What was concluded' })).toBeVisible();
    await expectNoSliding(page);
    await page.getByRole('button', { name: 'Close' }).first().click();
    await expect(page.getByRole('region', { name: 'What was concluded' })).toBeHidden();
  });

  await test.step('the aging and what is behind a figure', async () => {
    await page.goto('/c/IT01/aging');
    const aging = new Grid(page, 'Aging');
    await aging.hasRows();
    await expectNoSliding(page);
    await page.keyboard.press('Enter');
    await new Grid(page, 'Items behind this figure').hasRows();
    await expectNoSliding(page);
  });

  await test.step('a customer', async () => {
    await page.goto('/c/IT01/customers');
    const customers = new Grid(page, 'Customers');
    await customers.hasRows();
    await expectNoSliding(page);
    await customers.rows.getByRole('link').first().click();
    await expect(page.getByRole('link', { name: 'Timeline' })).toBeVisible();
    await expectNoSliding(page);
  });

  await test.step('signing in', async () => {
    await page.context().clearCookies();
    await page.goto('/sign-in');
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await expectNoSliding(page);
  });
});

/** Lists and rows of tabs slide within themselves; the page around them does not. */
async function expectNoSliding(page: Page): Promise<void> {
  const cut = await page.evaluate(() => {
    const slidesItself = (element: Element | null): boolean =>
      element !== null &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || slidesItself(element.parentElement));
    return [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { width, right } = element.getBoundingClientRect();
        return width > 1 && right > innerWidth + 1 && !slidesItself(element);
      })
      .map((element) => element.outerHTML.slice(0, 120));
  });
  expect(cut).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}
