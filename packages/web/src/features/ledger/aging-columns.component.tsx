import { daysBetween, localDate } from '@quittance/core/calendar';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { AgingRow } from '../../app/api.types.ts';
import { type Translate, useTexts } from '../../app/i18n.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import { BucketBar } from './bucket-bar.component.tsx';
import { bucketLabels } from './buckets.ts';

interface AgingColumnsInput {
  readonly by: 'customer' | 'item';
  readonly buckets: readonly number[];
  readonly asOf: string;
  /** Rows of several currencies say theirs in a column, so that no figure has to. */
  readonly hasCurrencies: boolean;
}

/** By customer or by item, the same figures stand in the same columns. */
export function useAgingColumns(input: AgingColumnsInput): readonly GridColumn<AgingRow>[] {
  const { by, buckets, asOf, hasCurrencies } = input;
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const bucketText = buckets.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the buckets, whose array is new each time
  return useMemo(() => {
    const labels = bucketLabels(buckets);
    const days = (label: string): string => t('aging.bucket', { range: label });
    return [
      ...(by === 'customer' ? customerColumns(t, code) : itemColumns({ t, asOf, code })),
      {
        id: 'shape',
        kind: 'text',
        isDrawing: true,
        header: t('aging.shape'),
        width: 92,
        value: () => null,
        render: (row) => (
          <BucketBar
            parts={[
              { label: t('aging.notDue'), value: row.notDue },
              ...row.buckets.map((value, index) => ({ label: labels[index] ?? '', value })),
            ]}
          />
        ),
      },
      ...(hasCurrencies ? [currencyColumn(t('aging.currency'))] : []),
      figure('notDue', t('aging.notDue'), 116, (row) => row.notDue),
      ...labels.map((label, index) => figure(`b${index}`, days(label), 108, (row) => row.buckets[index] ?? null)),
      figure('unapplied', t('aging.unapplied'), 108, (row) => row.unapplied),
      figure('total', t('grid.total'), 124, (row) => row.total),
    ];
  }, [by, bucketText, asOf, hasCurrencies, code, t]);
}

function figure(
  id: string,
  header: string,
  width: number,
  value: (row: AgingRow) => MoneyText | null,
): GridColumn<AgingRow> {
  return { id, kind: 'money', header, width, isTotalled: true, isCurrencyElsewhere: true, value };
}

function currencyColumn(header: string): GridColumn<AgingRow> {
  return { id: 'currency', kind: 'text', header, width: 78, value: (row) => row.currency };
}

function customerColumns(t: Translate, code: string): GridColumn<AgingRow>[] {
  return [
    { id: 'number', kind: 'text', header: t('customers.number'), width: 100, value: (row) => row.label },
    {
      id: 'label',
      kind: 'text',
      header: t('aging.customer'),
      width: 180,
      grow: true,
      value: (row) => row.customerName,
      href: (row) => `/c/${code}/customers/${row.customerId}`,
    },
  ];
}

/** What tells items apart: their number, whose they are, when they are due and how late. */
export function itemColumns(input: { t: Translate; asOf: string; code: string }): GridColumn<AgingRow>[] {
  const { t, asOf, code } = input;
  return [
    {
      id: 'label',
      kind: 'text',
      header: t('item.number'),
      width: 128,
      grow: true,
      value: (row) => row.label,
      href: (row) => `/c/${code}/items/${row.key}`,
    },
    {
      id: 'customer',
      kind: 'text',
      header: t('aging.customer'),
      width: 150,
      grow: true,
      value: (row) => row.customerName,
    },
    { id: 'due', kind: 'date', header: t('item.due'), width: 104, value: (row) => row.dueOn ?? null },
    {
      id: 'late',
      kind: 'days',
      header: t('item.late'),
      width: 64,
      value: (row) => (row.dueOn ? daysBetween(localDate(row.dueOn), localDate(asOf)) : null),
    },
  ];
}
