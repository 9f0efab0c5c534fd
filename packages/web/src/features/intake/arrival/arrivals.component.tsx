import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { Arrival } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView } from '../../../app/search.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import { useArrivals } from './arrival.queries.ts';
import { CHANNEL_WORDS, OUTCOME_WORDS } from './arrival-words.ts';

/** Every file that came, by hand or by itself. */
export function ArrivalsView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const arrivals = useArrivals(code);
  const columns = useArrivalColumns(code);
  const { view, onView } = useAddressView();
  return (
    <Grid
      id="arrivals"
      label={t('arrival.arrivals')}
      columns={columns}
      rows={arrivals.rows}
      rowId={(row) => row.id}
      load={arrivals.load}
      empty={t('arrival.noArrivals')}
      view={view}
      onView={onView}
      onOpen={({ importId }) =>
        importId && navigate({ to: '/c/$company/imports/$importId', params: { company: code, importId }, search: {} })
      }
      isMain
    />
  );
}

function useArrivalColumns(code: string): readonly GridColumn<Arrival>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<Arrival>[] => [
      { id: 'at', kind: 'instant', header: t('imports.at'), width: 150, value: (row) => row.arrivedAt },
      {
        id: 'file',
        kind: 'text',
        header: t('imports.file'),
        width: 220,
        phoneWidth: 150,
        grow: true,
        value: (row) => row.fileName,
        href: (row) => (row.importId ? `/c/${code}/imports/${row.importId}` : ''),
      },
      {
        id: 'channel',
        kind: 'text',
        header: t('arrival.cameBy'),
        width: 130,
        phoneWidth: 100,
        code: (row) => row.channel,
        value: (row) => row.sourceName ?? t(CHANNEL_WORDS[row.channel]),
      },
      { id: 'from', kind: 'text', header: t('arrival.from'), width: 170, value: (row) => row.sender ?? row.place },
      {
        id: 'outcome',
        kind: 'text',
        header: t('arrival.outcome'),
        width: 130,
        phoneWidth: 140,
        code: (row) => row.outcome,
        value: (row) => t(OUTCOME_WORDS[row.outcome].word),
        render: (row) => <Status tone={OUTCOME_WORDS[row.outcome].tone} word={t(OUTCOME_WORDS[row.outcome].word)} />,
      },
      { id: 'reason', kind: 'text', header: t('arrival.reason'), width: 200, grow: true, value: (row) => row.reason },
      { id: 'by', kind: 'text', header: t('imports.by'), width: 130, value: (row) => row.by },
      {
        id: 'bytes',
        kind: 'count',
        header: t('arrival.bytes'),
        width: 110,
        isHiddenAtFirst: true,
        value: (row) => row.bytes,
      },
      { id: 'sha256', kind: 'text', header: 'SHA-256', width: 200, isHiddenAtFirst: true, value: (row) => row.sha256 },
    ],
    [t, code],
  );
}
