import { useMemo } from 'react';
import type { Item } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useWords } from '../../app/words.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';

/** Items of one customer, in the order in which they are asked about. */
export function useItemColumns(code: string): readonly GridColumn<Item>[] {
  const { t } = useTexts();
  const words = useWords();
  return useMemo(
    (): readonly GridColumn<Item>[] => [
      {
        id: 'number',
        kind: 'text',
        header: t('item.number'),
        width: 150,
        phoneWidth: 122,
        grow: true,
        value: (row) => row.number,
        href: (row) => `/c/${code}/items/${row.id}`,
      },
      {
        id: 'kind',
        kind: 'text',
        header: t('item.kind'),
        width: 130,
        value: (row) => words.document(row.kind),
        code: (row) => row.kind,
      },
      { id: 'issued', kind: 'date', header: t('item.issued'), width: 110, value: (row) => row.issuedOn },
      { id: 'due', kind: 'date', header: t('item.due'), width: 110, phoneWidth: 104, value: (row) => row.dueOn },
      { id: 'late', kind: 'days', header: t('item.late'), width: 76, value: (row) => row.daysLate },
      {
        id: 'amount',
        kind: 'money',
        header: t('item.amount'),
        width: 130,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'open',
        kind: 'money',
        header: t('item.open'),
        width: 130,
        phoneWidth: 128,
        isTotalled: true,
        value: (row) => row.open,
      },
    ],
    [t, words, code],
  );
}
