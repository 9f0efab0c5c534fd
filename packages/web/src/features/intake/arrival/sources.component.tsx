/** Folders and mailboxes that are looked at every minute. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { api, dataOf } from '../../../app/api.ts';
import type { ArrivalSource } from '../../../app/api.types.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { gridLoadOf } from '../../../app/keyset.ts';
import { may } from '../../../app/permissions.ts';
import { useAddressView } from '../../../app/search.ts';
import { useCompany } from '../../../app/session.ts';
import { useProblemText } from '../../../ui/form/problem-text.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { sourcesQuery } from './arrival.queries.ts';
import { CHANNEL_WORDS, POSTING_WORDS } from './arrival-words.ts';
import { SourceForm } from './source-form.component.tsx';

const NO_ROWS: readonly ArrivalSource[] = [];

export function SourcesView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const sources = useQuery(sourcesQuery(code));
  const [open, setOpen] = useState<'folder' | 'mailbox' | string | null>(null);
  const columns = useSourceColumns();
  const { view, onView } = useAddressView();
  const mayManage = may(company, 'organisation.manage');
  const rows = sources.data?.rows ?? NO_ROWS;
  const source = rows.find(({ id }) => id === open);
  const close = (): void => setOpen(null);
  const isNew = open === 'folder' || open === 'mailbox';
  return (
    <Split
      id="arrival-sources"
      startPercent={60}
      left={
        <Grid
          id="arrival-sources"
          label={t('arrival.sources')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={gridLoadOf(sources)}
          empty={t('arrival.noSources')}
          view={view}
          onView={onView}
          isMain
          {...(mayManage ? { onOpen: (row: ArrivalSource) => setOpen(row.id) } : {})}
          lead={
            <>
              {mayManage && <Button onClick={() => setOpen('folder')}>{t('arrival.addFolder')}</Button>}
              {mayManage && (
                <Button variant="default" onClick={() => setOpen('mailbox')}>
                  {t('arrival.addMailbox')}
                </Button>
              )}
              {rows.length > 0 && may(company, 'imports.write') && <LookNow code={code} rows={rows} />}
            </>
          }
        />
      }
      right={
        isNew || source ? (
          <SourceForm
            key={open}
            code={code}
            kind={source?.kind ?? (open as 'folder' | 'mailbox')}
            source={source ?? null}
            dropDirectory={sources.data?.dropDirectory ?? ''}
            close={close}
          />
        ) : null
      }
    />
  );
}

function LookNow({ code, rows }: { code: string; rows: readonly ArrivalSource[] }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const look = useMutation({
    mutationFn: async () => {
      let taken = 0;
      for (const { id, isEnabled } of rows) {
        if (!isEnabled) continue;
        const params = { path: { company: code, id } };
        taken += (await dataOf(api.POST('/api/v1/companies/{company}/arrival-sources/{id}/check', { params }))).taken;
      }
      return taken;
    },
    onSuccess: (taken) => say({ text: taken === 0 ? t('arrival.nothingNew') : t('arrival.looked', { count: taken }) }),
    onError: (error) => say({ text: problemText(error), isProblem: true }),
    onSettled: () => askAnew(queryClient),
  });
  return (
    <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
      {t('arrival.lookNow')}
    </Button>
  );
}

function useSourceColumns(): readonly GridColumn<ArrivalSource>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<ArrivalSource>[] => [
      {
        id: 'name',
        kind: 'text',
        header: t('arrival.name'),
        width: 160,
        phoneWidth: 120,
        grow: true,
        value: (row) => row.name,
      },
      {
        id: 'kind',
        kind: 'text',
        header: t('arrival.kind'),
        width: 100,
        code: (row) => row.kind,
        value: (row) => t(CHANNEL_WORDS[row.kind]),
      },
      {
        id: 'place',
        kind: 'text',
        header: t('arrival.place'),
        width: 200,
        grow: true,
        value: (row) => (row.kind === 'folder' ? row.settings.path : `${row.settings.user} · ${row.settings.host}`),
      },
      {
        id: 'posting',
        kind: 'text',
        header: t('arrival.afterwards'),
        width: 170,
        code: (row) => row.posting,
        value: (row) => t(POSTING_WORDS[row.posting]),
      },
      {
        id: 'state',
        kind: 'text',
        header: t('books.status'),
        width: 220,
        phoneWidth: 150,
        code: (row) => (row.error ? 'error' : row.isEnabled ? 'looking' : 'paused'),
        value: (row) => row.error ?? (row.isEnabled ? t('arrival.looking') : t('arrival.paused')),
        render: (row) => (
          <Status
            tone={row.error ? 'alert' : row.isEnabled ? 'good' : 'quiet'}
            word={row.error ?? (row.isEnabled ? t('arrival.looking') : t('arrival.paused'))}
          />
        ),
      },
      {
        id: 'checked',
        kind: 'instant',
        header: t('arrival.checked'),
        width: 150,
        phoneWidth: 120,
        value: (row) => row.checkedAt,
      },
    ],
    [t],
  );
}
