import { useMemo } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import type { LearntThing } from './knowledge.queries.ts';
import { KIND_WORDS, ORIGIN_WORDS, thingWords, timesWords } from './knowledge-words.ts';

export function useKnowledgeColumns(isTakenBack: boolean): readonly GridColumn<LearntThing>[] {
  const { t } = useTexts();
  return useMemo((): readonly GridColumn<LearntThing>[] => {
    const who: readonly GridColumn<LearntThing>[] = isTakenBack
      ? [
          {
            id: 'takenBack',
            kind: 'instant',
            header: t('learnt.takenBack'),
            width: 140,
            value: (row) => row.takenBack?.at ?? null,
          },
          {
            id: 'takenBackBy',
            kind: 'text',
            header: t('learnt.by'),
            width: 120,
            value: (row) => row.takenBack?.byName ?? null,
          },
          {
            id: 'reason',
            kind: 'text',
            header: t('learnt.reason'),
            width: 190,
            grow: true,
            value: (row) => row.takenBack?.reason ?? null,
          },
        ]
      : [
          { id: 'since', kind: 'date', header: t('learnt.since'), width: 104, value: (row) => row.sinceOn },
          { id: 'last', kind: 'date', header: t('learnt.last'), width: 104, value: (row) => row.lastOn },
          {
            id: 'origin',
            kind: 'text',
            header: t('learnt.origin'),
            width: 150,
            value: (row) => t(ORIGIN_WORDS[row.origin]),
          },
          {
            id: 'by',
            kind: 'text',
            header: t('learnt.by'),
            width: 120,
            value: (row) => (row.isByItself ? t('learnt.byItself') : row.byName),
          },
          {
            id: 'receipt',
            kind: 'text',
            header: t('learnt.firstReceipt'),
            width: 140,
            value: (row) => row.firstReceipt?.number ?? null,
          },
        ];
    return [
      {
        id: 'kind',
        kind: 'text',
        header: t('learnt.kind'),
        width: 118,
        code: (row) => row.kind,
        value: (row) => t(KIND_WORDS[row.kind]),
      },
      {
        id: 'what',
        kind: 'text',
        header: t('learnt.what'),
        width: 240,
        grow: true,
        phoneWidth: 200,
        value: (row) => thingWords(row, t),
      },
      {
        id: 'number',
        kind: 'text',
        header: t('customers.number'),
        width: 88,
        value: (row) => row.customer?.number ?? null,
      },
      {
        id: 'customer',
        kind: 'text',
        header: t('aging.customer'),
        width: 170,
        grow: true,
        phoneWidth: 120,
        value: (row) => row.customer?.name ?? null,
      },
      {
        id: 'times',
        kind: 'count',
        header: t('learnt.times'),
        width: 84,
        phoneWidth: 70,
        value: (row) => row.times,
        render: (row) => (row.ofTimes === null ? undefined : timesWords(row, t)),
      },
      ...who,
    ];
  }, [t, isTakenBack]);
}
