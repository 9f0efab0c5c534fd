/** A request as a row of the list. */
import { useMemo } from 'react';
import { useTexts } from '../../app/i18n.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Status } from '../../ui/status/status.component.tsx';
import { KIND_WORDS, standing } from './approval-words.ts';
import type { ApprovalRow } from './approvals.types.ts';

export function useApprovalColumns(): readonly GridColumn<ApprovalRow>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<ApprovalRow>[] => [
      {
        id: 'kind',
        kind: 'text',
        header: t('approvals.kind'),
        width: 130,
        value: (row) => t(KIND_WORDS[row.kind]),
        code: (row) => row.kind,
      },
      { id: 'amount', kind: 'money', header: t('approvals.amount'), width: 120, value: (row) => row.amount },
      {
        id: 'customer',
        kind: 'text',
        header: t('approvals.customer'),
        width: 160,
        grow: true,
        value: (row) => row.customerName,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('approvals.state'),
        width: 150,
        value: (row) => t(standing(row).word),
        render: (row) => <Status tone={standing(row).tone} word={t(standing(row).word)} />,
      },
      { id: 'by', kind: 'text', header: t('approvals.askedBy'), width: 120, value: (row) => row.requestedByName },
      { id: 'waits', kind: 'days', header: t('approvals.waits'), width: 70, value: (row) => row.waitsDays },
      { id: 'at', kind: 'instant', header: t('approvals.askedAt'), width: 140, value: (row) => row.requestedAt },
      {
        id: 'reason',
        kind: 'text',
        header: t('approvals.reason'),
        width: 180,
        grow: true,
        isHiddenAtFirst: true,
        value: (row) => row.reason,
      },
      {
        id: 'item',
        kind: 'text',
        header: t('approvals.item'),
        width: 130,
        isHiddenAtFirst: true,
        value: (row) => row.itemNumber,
      },
      {
        id: 'value',
        kind: 'money',
        header: t('approvals.value'),
        width: 130,
        isHiddenAtFirst: true,
        isTotalled: true,
        value: (row) => row.value,
      },
    ],
    [t],
  );
}
