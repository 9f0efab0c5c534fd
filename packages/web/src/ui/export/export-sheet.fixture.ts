/** A grid of a few items, as exports are tried on. */

import type { GridColumn } from '../grid/grid.types.ts';
import type { MoneyText } from '../money/money-text.ts';
import { type ExportSheet, exportSheet } from './export-sheet.ts';

export interface ItemRow {
  readonly number: string;
  readonly customer: string;
  readonly due: string | null;
  readonly open: MoneyText | null;
}

const COLUMNS: readonly GridColumn<ItemRow>[] = [
  { id: 'number', kind: 'text', header: 'Number', width: 110, value: (row) => row.number },
  { id: 'customer', kind: 'text', header: 'Customer', width: 180, value: (row) => row.customer },
  { id: 'due', kind: 'date', header: 'Due', width: 98, value: (row) => row.due },
  { id: 'open', kind: 'money', header: 'Open', width: 110, isTotalled: true, value: (row) => row.open },
];

export function anExport(rows: readonly ItemRow[]): ExportSheet {
  return exportSheet(COLUMNS, rows, {
    title: 'Open items',
    totalWord: 'Total',
    shownWord: 'Shown',
    aboutTitle: 'About',
    about: [['As of', '2026-11-22']],
    timeZone: 'Europe/Rome',
    widthOf: () => 100,
    currencyHeader: (column) => `${column}, currency`,
  });
}

export const anItem = (number: string, amount: string, currency = 'EUR', customer = 'Rossi S.r.l.'): ItemRow => ({
  number,
  customer,
  due: '2026-11-20',
  open: { amount, currency },
});
