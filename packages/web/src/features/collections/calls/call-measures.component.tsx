/** How calls went: tried, right party, promises; by person or by day. */
import { NativeSelect } from '@mantine/core';
import { addDays, localDate } from '@quittance/core/calendar';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import styles from './calls.module.css';
import { callMeasuresQuery } from './calls.queries.ts';
import { shareText } from './share-text.ts';

const DAYS_BACK = 6;
type By = 'person' | 'day';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly attempts: number;
  readonly rightParty: number;
  readonly promises: number;
  readonly talkSeconds: number;
}

export function CallMeasures({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const { today } = useCompany();
  const [from, setFrom] = useState<string>(addDays(localDate(today), -DAYS_BACK));
  const [until, setUntil] = useState<string>(today);
  const [by, setBy] = useState<By>('person');
  const isWhole = from !== '' && until !== '';
  const measures = useQuery({ ...callMeasuresQuery(code, { from, until, by }), enabled: isWhole });
  const columns = useColumns(by);
  return (
    <Grid<Row>
      id={`call-measures-${by}`}
      label={t('calls.measures')}
      columns={columns}
      rows={measures.data?.rows ?? []}
      rowId={(row) => row.key}
      load={{
        isLoading: measures.isPending && isWhole,
        isBusy: measures.isFetching,
        error: measures.error,
        retry: () => void measures.refetch(),
      }}
      empty={t('calls.noCalls')}
      isMain
      lead={
        <span className={styles.line}>
          <NativeSelect
            size="xs"
            aria-label={t('calls.by')}
            value={by}
            onChange={({ currentTarget }) => setBy(currentTarget.value === 'day' ? 'day' : 'person')}
            data={[
              { value: 'person', label: t('calls.byPerson') },
              { value: 'day', label: t('calls.byDay') },
            ]}
          />
          <DateField size="xs" aria-label={t('calls.from')} value={from} max={until} change={setFrom} />
          <DateField size="xs" aria-label={t('calls.until')} value={until} min={from} change={setUntil} />
        </span>
      }
    />
  );
}

const SECONDS_PER_MINUTE = 60;

function useColumns(by: By): readonly GridColumn<Row>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<Row>[] => [
      by === 'day'
        ? { id: 'label', kind: 'date', header: t('calls.day'), width: 160, value: (row) => row.label }
        : { id: 'label', kind: 'text', header: t('tasks.assignee'), width: 220, grow: true, value: (row) => row.label },
      { id: 'attempts', kind: 'count', header: t('calls.attempts'), width: 130, value: (row) => row.attempts },
      { id: 'right', kind: 'count', header: t('calls.rightParty'), width: 150, value: (row) => row.rightParty },
      {
        id: 'rate',
        kind: 'text',
        header: t('calls.rightPartyRate'),
        width: 170,
        value: (row) => shareText(row.rightParty, row.attempts),
      },
      { id: 'promises', kind: 'count', header: t('promises.title'), width: 120, value: (row) => row.promises },
      {
        id: 'each',
        kind: 'text',
        header: t('calls.promisesPerContact'),
        width: 190,
        value: (row) => shareText(row.promises, row.rightParty),
      },
      {
        id: 'talk',
        kind: 'count',
        header: t('calls.minutes'),
        width: 120,
        value: (row) => Math.round(row.talkSeconds / SECONDS_PER_MINUTE),
      },
    ],
    [t, by],
  );
}
