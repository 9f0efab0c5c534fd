/** What the next run would do now: in figures by reason, and for each customer what it gets and what is held back. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useAddressView } from '../../../app/search.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { isZero } from '../../../ui/money/money-text.ts';
import styles from './dunning.module.css';
import { type Preview, type PreviewCustomer, previewQuery, startRun } from './dunning.queries.ts';
import { useDunningWords } from './dunning-words.ts';
import { SumTables } from './sums.component.tsx';

export function PreviewView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const { view, onView } = useAddressView();
  const preview = useQuery(previewQuery(code));
  const columns = usePreviewColumns(code);
  if (preview.error) return <ProblemNote error={preview.error} retry={() => void preview.refetch()} />;
  return (
    <Grid
      id="dunning-preview"
      label={t('dunning.preview')}
      columns={columns}
      rows={preview.data?.customers ?? []}
      rowId={(row) => row.customerId}
      load={{
        isLoading: preview.isPending,
        isBusy: preview.isFetching,
        error: null,
        retry: () => void preview.refetch(),
      }}
      empty={t('dunning.nothing')}
      view={view}
      onView={onView}
      lead={preview.data && <PreviewLead code={code} preview={preview.data} />}
      isMain
    />
  );
}

function PreviewLead({ code, preview }: { code: string; preview: Preview }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const company = useCompany();
  const navigate = useNavigate();
  const start = useAct(
    async () => {
      await startRun(code);
      await navigate({ to: '/c/$company/dunning/$part', params: { company: code, part: 'runs' } });
    },
    { said: () => t('dunning.started') },
  );
  const isEmpty = preview.letters + preview.acts + preview.heldItems === 0;
  return (
    <div className={styles.lead}>
      {start.error && <ProblemNote error={start.error} />}
      <div className={styles.line}>
        {preview.strategyNumber === 0 ? (
          <span className={styles.care}>{t('dunning.noStrategy')}</span>
        ) : (
          <span className={styles.quiet}>{t('dunning.byVersion', { number: preview.strategyNumber })}</span>
        )}
        <span className={preview.bankDataOn === null ? styles.care : styles.quiet}>
          {preview.bankDataOn === null ? (
            t('dunning.bankDataNone')
          ) : (
            <>
              {t('dunning.bankDataOn')} <DateText date={preview.bankDataOn} />
            </>
          )}
        </span>
        {!preview.hasAccount && <span className={styles.care}>{t('dunning.noAccount')}</span>}
        {may(company, 'correspondence.manage') && (
          <Button
            className={styles.push ?? ''}
            size="compact-sm"
            disabled={preview.strategyNumber === 0 || isEmpty}
            loading={start.isPending}
            onClick={() => start.mutate(undefined)}
          >
            {t('dunning.start')}
          </Button>
        )}
      </div>
      <SumTables sums={preview.sums} words={{ actions: t('dunning.wouldSend'), held: t('dunning.wouldHold') }} />
      {preview.customersLeftOff > 0 && (
        <span className={styles.quiet}>{t('dunning.leftOff', { shown: formats.count(preview.customersLeftOff) })}</span>
      )}
    </div>
  );
}

function usePreviewColumns(code: string): readonly GridColumn<PreviewCustomer>[] {
  const { t } = useTexts();
  const { what, reason } = useDunningWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language only
  return useMemo(
    (): readonly GridColumn<PreviewCustomer>[] => [
      {
        id: 'customer',
        kind: 'text',
        header: t('dunning.customer'),
        width: 220,
        phoneWidth: 130,
        grow: true,
        value: (row) => row.name,
        href: (row) => `/c/${code}/customers/${row.customerId}?show=dunning`,
      },
      {
        id: 'number',
        kind: 'text',
        header: t('dunning.number'),
        width: 90,
        isHiddenAtFirst: true,
        value: (row) => row.number,
      },
      {
        id: 'gets',
        kind: 'text',
        header: t('dunning.gets'),
        width: 200,
        phoneWidth: 110,
        value: (row) => row.actions.map((action) => what(action.what)).join(', ') || null,
      },
      {
        id: 'items',
        kind: 'count',
        header: t('dunning.items'),
        width: 80,
        value: (row) => row.actions.reduce((sum, { items }) => sum + items, 0) || null,
      },
      {
        id: 'asked',
        kind: 'money',
        header: t('dunning.asked'),
        width: 130,
        phoneWidth: 110,
        isTotalled: true,
        value: (row) => (isZero(row.asked) ? null : row.asked),
      },
      {
        id: 'held',
        kind: 'money',
        header: t('dunning.held'),
        width: 130,
        isTotalled: true,
        value: (row) => (isZero(row.held) ? null : row.held),
      },
      {
        id: 'why',
        kind: 'text',
        header: t('dunning.why'),
        width: 300,
        grow: true,
        value: (row) => row.heldBack.map((held) => `${held.items} ${reason(held.reason)}`).join(', ') || null,
      },
      { id: 'strategy', kind: 'text', header: t('dunning.strategy'), width: 120, value: (row) => row.strategyName },
    ],
    [t, code],
  );
}
