import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { AuditEvent } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useKeyset } from '../../app/keyset.ts';
import { useAddressView } from '../../app/search.ts';
import { useCodeNames } from '../../app/sentences/code-names.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';

/** Who changed what, when and why: every change there ever was, the latest first. */
export function AuditView(): ReactNode {
  const { t } = useTexts();
  const names = useCodeNames();
  const { company } = useParams({ from: '/c/$company' });
  const { view, onView } = useAddressView();
  const audit = useKeyset<AuditEvent>({
    key: ['audit', company],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/audit', { params: { path: { company }, query }, signal })),
  });
  const columns = useMemo(
    (): readonly GridColumn<AuditEvent>[] => [
      { id: 'at', kind: 'instant', header: t('customers.when'), width: 150, value: (row) => row.recordedAt },
      { id: 'who', kind: 'text', header: t('customers.who'), width: 160, value: (row) => row.actorName },
      { id: 'action', kind: 'text', header: t('books.action'), width: 220, value: (row) => names.act(row.action) },
      {
        id: 'kind',
        kind: 'text',
        header: t('books.subject'),
        width: 140,
        value: (row) => names.subject(row.subjectKind),
      },
      {
        id: 'subject',
        kind: 'text',
        header: t('books.subjectId'),
        width: 300,
        grow: true,
        value: (row) => row.subjectId,
      },
      { id: 'reason', kind: 'text', header: t('books.reason'), width: 240, grow: true, value: (row) => row.reason },
    ],
    [t, names],
  );
  return (
    <Grid
      id="audit"
      label={t('books.audit')}
      columns={columns}
      rows={audit.rows}
      rowId={(row) => row.id}
      load={audit.load}
      empty={t('books.noAudit')}
      view={view}
      onView={onView}
      isMain
    />
  );
}
