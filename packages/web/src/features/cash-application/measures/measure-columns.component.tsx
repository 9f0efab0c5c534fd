/** A receipt as a figure counts it: the money, who paid, how it was placed and how long that took. */
import { useMemo } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { questionWords } from '../reason-words.ts';
import { timeWords } from './measure-words.ts';
import type { Figure } from './measured-figures.ts';
import type { MeasuredReceipt } from './measures.queries.ts';

export function useMeasureColumns(given: {
  readonly dayMinutes: number;
  readonly figure: Figure;
  readonly hrefOf: (row: MeasuredReceipt) => string;
}): readonly GridColumn<MeasuredReceipt>[] {
  const { t } = useTexts();
  const { dayMinutes, figure, hrefOf } = given;
  const isByLines = figure === 'lines' || figure === 'auto_lines';
  return useMemo((): readonly GridColumn<MeasuredReceipt>[] => {
    const placed = (row: MeasuredReceipt) => {
      if (row.isCorrected) return t('measures.placedWrong');
      if (row.appliedAt === null) return t('measures.placedNot');
      return t(row.isByItself ? 'measures.placedByItself' : 'measures.placedByHand');
    };
    return [
      { id: 'booked', kind: 'date', header: t('cash.booked'), width: 96, value: (row) => row.bookedOn },
      {
        id: 'amount',
        kind: 'money',
        header: t('cash.amount'),
        width: 108,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'payer',
        kind: 'text',
        header: t('cash.payer'),
        width: 140,
        grow: true,
        value: (row) => row.payerName ?? row.payerAccount ?? row.customerName,
      },
      { id: 'placed', kind: 'text', header: t('measures.placed'), width: 120, value: placed },
      {
        id: 'time',
        kind: 'count',
        header: t('measures.time'),
        width: 120,
        value: (row) => row.minutesToApply,
        render: ({ minutesToApply }) =>
          minutesToApply === null ? undefined : timeWords(t, minutesToApply, dayMinutes),
      },
      {
        id: 'lines',
        kind: 'count',
        header: t('measures.lines'),
        width: 70,
        isHiddenAtFirst: !isByLines,
        value: (row) => (figure === 'auto_lines' ? row.autoLinesCount : row.linesCount),
      },
      {
        id: 'reason',
        kind: 'text',
        header: t('cash.reason'),
        width: 140,
        value: (row) => (row.questionCode === null ? null : questionWords(t, row.questionCode)),
        code: (row) => row.questionCode,
      },
      { id: 'text', kind: 'text', header: t('cash.text'), width: 180, grow: true, value: (row) => row.text },
      {
        id: 'number',
        kind: 'text',
        header: t('research.receipt'),
        width: 130,
        value: (row) => row.number,
        href: hrefOf,
      },
      {
        id: 'customer',
        kind: 'text',
        header: t('aging.customer'),
        width: 140,
        isHiddenAtFirst: true,
        value: (row) => row.customerName,
      },
    ];
  }, [t, dayMinutes, figure, isByLines, hrefOf]);
}
