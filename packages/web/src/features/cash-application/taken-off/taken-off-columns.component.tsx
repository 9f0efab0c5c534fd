import { useMemo } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import { DEDUCTION_WORDS } from '../reason-words.ts';
import type { Deduction, DeductionState } from './taken-off.queries.ts';

export const STATE_WORDS: Readonly<Record<DeductionState, TextKey>> = {
  open: 'takenOff.open',
  posted: 'takenOff.posted',
  withdrawn: 'takenOff.withdrawn',
};

const TONES = { open: 'care', posted: 'good', withdrawn: 'quiet' } as const;

export function useDeductionColumns(code: string): readonly GridColumn<Deduction>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<Deduction>[] => [
      { id: 'on', kind: 'date', header: t('takenOff.on'), width: 104, value: (row) => row.effectiveOn },
      {
        id: 'reason',
        kind: 'text',
        header: t('takenOff.reason'),
        width: 160,
        phoneWidth: 130,
        code: (row) => row.reason,
        value: (row) => t(DEDUCTION_WORDS[row.reason]),
      },
      {
        id: 'customer',
        kind: 'text',
        header: t('aging.customer'),
        width: 170,
        grow: true,
        phoneWidth: 150,
        value: (row) => row.customerName,
      },
      { id: 'item', kind: 'text', header: t('takenOff.item'), width: 130, value: (row) => row.itemNumber },
      {
        id: 'receipt',
        kind: 'text',
        header: t('takenOff.receipt'),
        width: 130,
        href: (row) => `/c/${code}/cash/posted?receipt=${row.receiptId}`,
        value: (row) => row.receiptNumber,
      },
      {
        id: 'amount',
        kind: 'money',
        header: t('takenOff.amount'),
        width: 116,
        phoneWidth: 100,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'left',
        kind: 'money',
        header: t('takenOff.left'),
        width: 116,
        isTotalled: true,
        value: (row) => (row.state === 'open' ? row.left : null),
      },
      {
        id: 'state',
        kind: 'text',
        header: t('takenOff.state'),
        width: 150,
        code: (row) => row.state,
        value: (row) => t(STATE_WORDS[row.state]),
        render: (row) => <Status tone={TONES[row.state]} word={t(STATE_WORDS[row.state])} />,
      },
      {
        id: 'stated',
        kind: 'text',
        header: t('takenOff.stated'),
        width: 150,
        grow: true,
        value: (row) => row.stated ?? row.note,
      },
      {
        id: 'certificate',
        kind: 'text',
        header: t('takenOff.certificate'),
        width: 110,
        value: (row) => (row.isCertificateExpected ? t('takenOff.toCome') : null),
      },
      {
        id: 'by',
        kind: 'text',
        header: t('takenOff.by'),
        width: 120,
        value: (row) => (row.isByItself ? t('learnt.byItself') : row.recordedByName),
      },
    ],
    [t, code],
  );
}
