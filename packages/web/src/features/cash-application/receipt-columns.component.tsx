import { useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import type { ReceiptQueue, ReceiptRow } from './cash.types.ts';

/** What tells receipts apart in a list: the money, the day, who paid, and what they wrote. */
export function useReceiptColumns(queue: ReceiptQueue): readonly GridColumn<ReceiptRow>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<ReceiptRow>[] => [
      { id: 'booked', kind: 'date', header: t('cash.booked'), width: 96, value: (row) => row.bookedOn },
      {
        id: 'amount',
        kind: 'money',
        header: t('cash.amount'),
        width: 104,
        isTotalled: true,
        value: (row) => row.amount,
      },
      ...(queue === 'unapplied'
        ? [
            {
              id: 'unapplied',
              kind: 'money' as const,
              header: t('cash.unappliedPart'),
              width: 112,
              isTotalled: true,
              value: (row: ReceiptRow) => row.unapplied,
            },
          ]
        : []),
      {
        id: 'payer',
        kind: 'text',
        header: t('cash.payer'),
        width: 128,
        grow: true,
        value: (row) => row.payerName ?? row.payerAccount,
      },
      {
        id: 'customer',
        kind: 'text',
        header: t('aging.customer'),
        width: 110,
        grow: true,
        value: (row) => row.customerName,
      },
      { id: 'text', kind: 'text', header: t('cash.text'), width: 130, grow: true, value: (row) => row.text },
      {
        id: 'account',
        kind: 'text',
        header: t('cash.payerAccount'),
        width: 180,
        isHiddenAtFirst: true,
        value: (row) => row.payerAccount,
      },
      {
        id: 'since',
        kind: 'instant',
        header: t('cash.since'),
        width: 150,
        isHiddenAtFirst: true,
        value: (row) => row.since,
      },
    ],
    [t, queue],
  );
}
