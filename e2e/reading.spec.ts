import { expect, test } from '@playwright/test';
import { Grid } from './grid.ts';
import { signedInAs } from './people.ts';

signedInAs('collections analyst');

test('the same figures in Italian, and in the dark; both are remembered', async ({ page }) => {
  await page.goto('/c/IT01/aging?currency=EUR');
  const english = new Grid(page, 'Aging');
  await english.hasRows();
  const shown = await english.text(english.rows.first(), 'Total');
  expect(shown).toMatch(/^\d{1,3},\d{3}\.\d\d$/);

  await page.getByRole('button', { name: /settings and sign out/ }).click();
  await page.getByText('Italiano', { exact: true }).click();
  await page.getByText('Scuro', { exact: true }).click();
  await page.keyboard.press('Escape');

  const italian = new Grid(page, 'Scadenzario');
  const swapped = shown.replace(',', ' ').replace('.', ',').replace(' ', '.');
  const inTheDark = async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'it');
    await expect(page.getByRole('navigation', { name: 'Luoghi' })).toContainText('Clienti');
    await expect.poll(() => italian.text(italian.rows.first(), 'Totale')).toBe(swapped);
    await expect(page.getByText('= conto di controllo').first()).toBeVisible();
    const lightness = await page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(document.body).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
      return red + green + blue;
    });
    expect(lightness).toBeLessThan(150);
  };
  await inTheDark();
  await page.reload();
  await inTheDark();
});
