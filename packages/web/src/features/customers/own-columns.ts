import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Item } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import { type OwnField, ownFieldsQuery, ownItemValuesQuery } from './own-fields.queries.ts';

interface WithOwn {
  readonly own: Readonly<Record<string, string>>;
}

/** The company's own fields of customers as columns: sorted, filtered, grouped and exported like the others. */
export function useOwnColumns<Row extends WithOwn>(code: string): readonly GridColumn<Row>[] {
  const { t } = useTexts();
  const fields = useQuery(ownFieldsQuery(code)).data?.rows;
  return useMemo(() => {
    const words: Readonly<Record<string, string>> = { yes: t('ownFields.yes'), no: t('ownFields.no') };
    return (fields ?? [])
      .filter(({ subjectKind }) => subjectKind === 'customer')
      .map((field) => column<Row>(field, { words, of: (row, fieldId) => row.own[fieldId] ?? null }));
  }, [fields, t]);
}

/** The same of items, in the lists of one customer: their values come apart from the items, and only when there are such fields. */
export function useOwnItemColumns(code: string, customerId: string): readonly GridColumn<Item>[] {
  const { t } = useTexts();
  const fields = useQuery(ownFieldsQuery(code)).data?.rows.filter(({ subjectKind }) => subjectKind === 'item');
  const hasFields = (fields ?? []).length > 0;
  const values = useQuery({ ...ownItemValuesQuery(code, customerId), enabled: hasFields }).data?.rows;
  const text = JSON.stringify(fields ?? []);
  return useMemo(() => {
    const words: Readonly<Record<string, string>> = { yes: t('ownFields.yes'), no: t('ownFields.no') };
    const known = new Map((values ?? []).map(({ subjectId, fieldId, value }) => [`${subjectId} ${fieldId}`, value]));
    const of = (row: Item, fieldId: string): string | null => known.get(`${row.id} ${fieldId}`) ?? null;
    return (JSON.parse(text) as OwnField[]).map((field) => column<Item>(field, { words, of }));
  }, [text, values, t]);
}

interface ColumnSource<Row> {
  readonly words: Readonly<Record<string, string>>;
  readonly of: (row: Row, fieldId: string) => string | null;
}

function column<Row>(field: OwnField, { words, of: textOf }: ColumnSource<Row>): GridColumn<Row> {
  const { id: fieldId, name: header, kind } = field;
  const base = { id: `own-${fieldId}`, header, width: 130 };
  const of = (row: Row): string | null => textOf(row, fieldId);
  if (kind === 'money') return { ...base, kind: 'money', value: (row) => moneyOf(of(row)) };
  if (kind === 'date') return { ...base, kind: 'date', value: of };
  if (kind === 'number') return { ...base, kind: 'count', value: (row) => numberOf(of(row)) };
  if (kind !== 'yes_no') return { ...base, kind: 'text', value: of };
  return { ...base, kind: 'text', code: of, value: (row) => words[of(row) ?? ''] ?? null };
}

/** "1234.50 EUR" */
function moneyOf(value: string | null): MoneyText | null {
  const [amount, currency] = value?.split(' ') ?? [];
  return amount === undefined || currency === undefined ? null : { amount, currency };
}

function numberOf(value: string | null): number | null {
  return value === null ? null : Number(value);
}
