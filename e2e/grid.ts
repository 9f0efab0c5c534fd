/** The one grid of the product, as a reader sees it: rows, columns by their heading, totals, what is selected. */
import { expect, type Locator, type Page } from '@playwright/test';

export class Grid {
  readonly grid: Locator;
  /** Under the rows: how many there are, and the sum of what is selected. */
  readonly status: Locator;
  readonly filter: Locator;
  readonly columnChoice: Locator;
  private readonly frame: Locator;

  constructor(page: Page, label: string) {
    this.grid = page.getByRole('grid', { name: label, exact: true });
    const frame = page.locator('section').filter({ has: this.grid }).last();
    this.frame = frame;
    this.status = frame.getByRole('status').last();
    this.filter = frame.getByLabel('Filter rows');
    this.columnChoice = frame.getByRole('button', { name: 'Columns' });
  }

  /** Rows in sight, without headings and totals. */
  get rows(): Locator {
    return this.grid.locator('[data-row]:not([data-row="-1"])');
  }

  row(text: string | RegExp): Locator {
    return this.rows.filter({ hasText: text }).first();
  }

  total(currency: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: new RegExp(`^Total ${currency}`) });
  }

  heading(column: string): Locator {
    return this.grid.locator(`[role="columnheader"][title="${column}"]`);
  }

  async cell(row: Locator, column: string): Promise<Locator> {
    const index = await this.heading(column).getAttribute('aria-colindex');
    return row.locator(`[role="gridcell"][aria-colindex="${index}"]`);
  }

  async cells(column: string): Promise<Locator> {
    return this.cell(this.rows, column);
  }

  async text(row: Locator, column: string): Promise<string> {
    return (await (await this.cell(row, column)).innerText()).trim();
  }

  async texts(column: string): Promise<string[]> {
    return (await (await this.cells(column)).allInnerTexts()).map((text) => text.trim());
  }

  /** The cell that keys act on. */
  get active(): Locator {
    return this.grid.locator('[role="gridcell"][data-active]');
  }

  async hasRows(): Promise<void> {
    await expect(this.rows.first()).toBeVisible();
  }

  /** What was asked for last has come: until then the rows of before stay in sight. */
  async hasCome(): Promise<void> {
    await expect(this.frame).toHaveAttribute('aria-busy', 'false');
  }
}

/** An amount as it is shown, in minor units: '−1,234.50' is -123450n with two decimals. */
export function minorOf(shown: string): bigint {
  const digits = BigInt(shown.replace(/\D/g, '') || '0');
  return /^[−-]/.test(shown.trim()) ? -digits : digits;
}
