import { useMemo } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { isZero } from '../../../ui/money/money-text.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import { CHANNEL_WORDS, STATE_TONES, STATE_WORDS } from './promise-words.ts';
import type { PromiseRow } from './promises.queries.ts';

/** Promises as they are talked about: how much, by when, how it stands, what came. Across customers, whose it is first. */
export function usePromiseColumns(code: string, withCustomer: boolean): readonly GridColumn<PromiseRow>[] {
  const { t } = useTexts();
  return useMemo((): readonly GridColumn<PromiseRow>[] => {
    const what = (row: PromiseRow): string => {
      const of = row.itemNumbers === null ? t('promises.onAccount') : row.itemNumbers.join(', ');
      return row.planId === null ? of : `${t('promises.partOf', { part: row.part, parts: row.parts })} · ${of}`;
    };
    const customer: GridColumn<PromiseRow> = {
      id: 'customer',
      kind: 'text',
      header: t('myDay.customer'),
      width: 220,
      phoneWidth: 150,
      grow: true,
      value: (row) => row.customerName,
      href: (row) => `/c/${code}/customers/${row.customerId}?show=promises`,
    };
    return [
      ...(withCustomer ? [customer] : []),
      { id: 'by', kind: 'date', header: t('promises.by'), width: 110, phoneWidth: 100, value: (row) => row.promisedOn },
      {
        id: 'amount',
        kind: 'money',
        header: t('promises.promised'),
        width: 130,
        phoneWidth: 120,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'interest',
        kind: 'money',
        header: t('promises.interest'),
        width: 110,
        isTotalled: true,
        value: (row) => (isZero(row.interest) ? null : row.interest),
      },
      {
        id: 'state',
        kind: 'text',
        header: t('promises.state'),
        width: 130,
        phoneWidth: 110,
        value: (row) => t(STATE_WORDS[row.state]),
        code: (row) => row.state,
        render: (row) => <Status tone={STATE_TONES[row.state]} word={t(STATE_WORDS[row.state])} />,
      },
      {
        id: 'inTime',
        kind: 'money',
        header: t('promises.inTime'),
        width: 130,
        isTotalled: true,
        value: (row) => (isZero(row.inTime) ? null : row.inTime),
      },
      {
        id: 'late',
        kind: 'money',
        header: t('promises.late'),
        width: 120,
        value: (row) => (isZero(row.late) ? null : row.late),
      },
      { id: 'of', kind: 'text', header: t('promises.of'), width: 200, grow: true, value: what },
      { id: 'made', kind: 'instant', header: t('promises.made'), width: 150, value: (row) => row.madeAt },
      { id: 'who', kind: 'text', header: t('customers.who'), width: 130, value: (row) => row.madeByName },
      {
        id: 'how',
        kind: 'text',
        header: t('promises.how'),
        width: 150,
        value: (row) => [t(CHANNEL_WORDS[row.channel]), row.contactName].filter(Boolean).join(' · '),
      },
      { id: 'note', kind: 'text', header: t('promises.note'), width: 240, grow: true, value: (row) => row.note },
    ];
  }, [t, code, withCustomer]);
}
