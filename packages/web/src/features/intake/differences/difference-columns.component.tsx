import { useMemo } from 'react';
import type { ItemChange } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { ACT_WORDS, KIND_WORDS, WHY_WORDS } from './difference-words.ts';

export function useDifferenceColumns(code: string): readonly GridColumn<ItemChange>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<ItemChange>[] => [
      {
        id: 'number',
        kind: 'text',
        header: t('item.title'),
        width: 130,
        phoneWidth: 100,
        value: (row) => row.number,
        href: (row) => `/c/${code}/items/${row.itemId}`,
      },
      {
        id: 'customer',
        kind: 'text',
        header: t('myDay.customer'),
        width: 180,
        grow: true,
        value: (row) => row.customerName,
      },
      {
        id: 'kind',
        kind: 'text',
        header: t('differences.what'),
        width: 170,
        phoneWidth: 110,
        code: (row) => row.kind,
        value: (row) => t(KIND_WORDS[row.kind]),
      },
      {
        id: 'here',
        kind: 'money',
        header: t('differences.openHere'),
        width: 120,
        phoneWidth: 90,
        isTotalled: true,
        value: (row) => row.openHere,
      },
      {
        id: 'there',
        kind: 'money',
        header: t('differences.openThere'),
        width: 120,
        phoneWidth: 90,
        isTotalled: true,
        value: (row) => row.openThere,
      },
      { id: 'dueHere', kind: 'date', header: t('differences.dueHere'), width: 100, value: (row) => row.dueHere },
      { id: 'dueThere', kind: 'date', header: t('differences.dueThere'), width: 100, value: (row) => row.dueThere },
      {
        id: 'act',
        kind: 'text',
        header: t('differences.proposal'),
        width: 210,
        grow: true,
        code: (row) => row.act,
        value: (row) => t(row.why === null ? ACT_WORDS[row.act] : WHY_WORDS[row.why].short),
      },
      { id: 'on', kind: 'date', header: t('differences.listedOn'), width: 100, value: (row) => row.listedOn },
      {
        id: 'file',
        kind: 'text',
        header: t('imports.file'),
        width: 160,
        isHiddenAtFirst: true,
        value: (row) => row.fileName,
      },
    ],
    [t, code],
  );
}
