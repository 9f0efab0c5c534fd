import { useMemo } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import { FORM_WORDS, STATE_WORDS } from './advice-words.ts';
import type { Advice } from './advices.queries.ts';

export function useAdviceColumns(): readonly GridColumn<Advice>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<Advice>[] => [
      { id: 'received', kind: 'date', header: t('advices.receivedOn'), width: 100, value: (row) => row.receivedOn },
      {
        id: 'payer',
        kind: 'text',
        header: t('advices.payer'),
        width: 190,
        phoneWidth: 112,
        grow: true,
        value: (row) => row.payerName ?? row.part ?? row.fileName,
      },
      {
        id: 'total',
        kind: 'money',
        header: t('advices.linesTotal'),
        width: 150,
        phoneWidth: 92,
        isTotalled: true,
        value: (row) => row.linesTotal ?? row.total,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('advices.state'),
        width: 160,
        phoneWidth: 170,
        code: (row) => row.state,
        value: (row) => t(STATE_WORDS[row.state].word),
        render: (row) => <Status tone={STATE_WORDS[row.state].tone} word={t(STATE_WORDS[row.state].word)} />,
      },
      {
        id: 'receipt',
        kind: 'text',
        header: t('advices.receipt'),
        width: 130,
        value: (row) => row.links.map(({ number }) => number).join(', '),
      },
      { id: 'number', kind: 'text', header: t('advices.paymentNumber'), width: 140, value: (row) => row.paymentNumber },
      { id: 'lines', kind: 'count', header: t('advices.lineCount'), width: 70, value: (row) => row.lineCount },
      {
        id: 'form',
        kind: 'text',
        header: t('advices.form'),
        width: 110,
        code: (row) => row.form,
        value: (row) => t(FORM_WORDS[row.form]),
      },
      {
        id: 'printed',
        kind: 'money',
        header: t('advices.total'),
        width: 120,
        isHiddenAtFirst: true,
        value: (row) => row.total,
      },
      {
        id: 'paid',
        kind: 'date',
        header: t('advices.paidOn'),
        width: 100,
        isHiddenAtFirst: true,
        value: (row) => row.paidOn,
      },
      {
        id: 'file',
        kind: 'text',
        header: t('advices.file'),
        width: 180,
        isHiddenAtFirst: true,
        value: (row) => row.fileName,
      },
    ],
    [t],
  );
}
