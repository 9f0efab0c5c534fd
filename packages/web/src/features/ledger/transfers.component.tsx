import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useAddressView } from '../../app/search.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { type Transfer, useTransfers } from './transfers.queries.ts';

/** Receipts sent to and received from other companies; what has no other side yet stands in the way of closing a month. */
export function TransfersView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const { view, onView } = useAddressView();
  const { rows, load } = useTransfers(code);
  const columns = useTransferColumns(code);
  const unpaired = rows.filter(({ isPaired }) => !isPaired).length;
  return (
    <Grid
      id="transfers"
      label={t('transfers.title')}
      columns={columns}
      rows={rows}
      rowId={(row) => `${row.eventId} ${row.direction}`}
      load={load}
      empty={t('transfers.none')}
      view={view}
      onView={onView}
      isMain
      lead={
        rows.length > 0 && (
          <Status
            tone={unpaired > 0 ? 'care' : 'good'}
            word={unpaired > 0 ? t('transfers.someUnpaired', { count: unpaired }) : t('transfers.allPaired')}
          />
        )
      }
    />
  );
}

function useTransferColumns(code: string): readonly GridColumn<Transfer>[] {
  const { t } = useTexts();
  return useMemo((): readonly GridColumn<Transfer>[] => {
    const stateWord = (row: Transfer): string => (row.isPaired ? t('transfers.paired') : t('transfers.unpaired'));
    return [
      {
        id: 'state',
        kind: 'text',
        header: t('books.status'),
        width: 130,
        value: stateWord,
        code: (row) => (row.isPaired ? 'paired' : 'unpaired'),
        render: (row) => <Status tone={row.isPaired ? 'good' : 'care'} word={stateWord(row)} />,
      },
      { id: 'effective', kind: 'date', header: t('posting.effective'), width: 110, value: (row) => row.effectiveOn },
      {
        id: 'direction',
        kind: 'text',
        header: t('transfers.direction'),
        width: 130,
        value: (row) => (row.direction === 'out' ? t('transfers.sentTo') : t('transfers.cameFrom')),
        code: (row) => row.direction,
      },
      {
        id: 'company',
        kind: 'text',
        header: t('transfers.otherCompany'),
        width: 110,
        value: (row) => row.otherCompany,
      },
      {
        id: 'number',
        kind: 'text',
        header: t('entry.receipt'),
        width: 170,
        grow: true,
        value: (row) => row.itemNumber,
        href: (row) => `/c/${code}/items/${row.itemId}`,
      },
      {
        id: 'amount',
        kind: 'money',
        header: t('item.amount'),
        width: 130,
        isTotalled: true,
        value: (row) => row.amount,
      },
      { id: 'reason', kind: 'text', header: t('books.reason'), width: 240, grow: true, value: (row) => row.reason },
      { id: 'recorded', kind: 'instant', header: t('posting.recorded'), width: 150, value: (row) => row.recordedAt },
    ];
  }, [t, code]);
}
