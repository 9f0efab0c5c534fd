import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import { type OwnField, ownFieldsQuery } from './own-fields.queries.ts';

interface WithOwn {
  readonly own: Readonly<Record<string, string>>;
}

/** The company's own fields of customers as columns: sorted, filtered, grouped and exported like the others. */
export function useOwnColumns<Row extends WithOwn>(code: string): readonly GridColumn<Row>[] {
  const { t } = useTexts();
  const fields = useQuery(ownFieldsQuery(code)).data?.rows;
  return useMemo(() => {
    const words: Readonly<Record<string, string>> = { yes: t('ownFields.yes'), no: t('ownFields.no') };
    return (fields ?? []).filter(({ subjectKind }) => subjectKind === 'customer').map((field) => column(field, words));
  }, [fields, t]);
}

function column<Row extends WithOwn>(field: OwnField, words: Readonly<Record<string, string>>): GridColumn<Row> {
  const { id: fieldId, name: header, kind } = field;
  const base = { id: `own-${fieldId}`, header, width: 130 };
  const of = (row: Row): string | null => row.own[fieldId] ?? null;
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
