/** Runs, the latest first, and beside them what one brought: letters and tasks, and items held back by their reasons. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useAddressView } from '../../../app/search.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { type GridColumn, PLAIN_VIEW } from '../../../ui/grid/grid.types.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import styles from './dunning.module.css';
import {
  cancelRun,
  type DunningAction,
  type DunningHeld,
  type DunningRun,
  type HeldReason,
  type RunAsked,
  recallRun,
  resumeRun,
  runQuery,
  useRunActions,
  useRunHeld,
  useRuns,
} from './dunning.queries.ts';
import { useDunningWords } from './dunning-words.ts';
import { PaperOfRun } from './paper-of-run.component.tsx';
import { SumTables } from './sums.component.tsx';

export function RunsView({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const { view, onView } = useAddressView();
  const { rows, load } = useRuns(code);
  const [chosen, setChosen] = useState<string | null>(null);
  const columns = useRunColumns();
  return (
    <Split
      id="dunning-runs"
      startPercent={42}
      left={
        <Grid
          id="dunning-runs"
          label={t('dunning.runs')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={load}
          empty={t('dunning.noRuns')}
          view={view}
          onView={onView}
          activeId={chosen}
          onActive={(row) => chosen !== null && setChosen(row.id)}
          onOpen={(row) => setChosen(row.id)}
          isMain
        />
      }
      right={chosen === null ? null : <RunPanel key={chosen} code={code} id={chosen} close={() => setChosen(null)} />}
    />
  );
}

function useRunColumns(): readonly GridColumn<DunningRun>[] {
  const { t } = useTexts();
  const { state, tone } = useDunningWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language only
  return useMemo(
    (): readonly GridColumn<DunningRun>[] => [
      {
        id: 'startedAt',
        kind: 'instant',
        header: t('dunning.startedAt'),
        width: 170,
        phoneWidth: 110,
        value: (run) => run.startedAt,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('dunning.state'),
        width: 100,
        phoneWidth: 100,
        value: (run) => state(run.state),
        render: (run) => <Status tone={tone(run.state)} word={state(run.state)} />,
      },
      {
        id: 'letters',
        kind: 'count',
        header: t('dunning.letters'),
        width: 80,
        phoneWidth: 70,
        value: (run) => run.letters,
      },
      { id: 'tasks', kind: 'count', header: t('dunning.tasks'), width: 80, value: (run) => run.acts },
      {
        id: 'asked',
        kind: 'money',
        header: t('dunning.asked'),
        width: 130,
        phoneWidth: 110,
        value: (run) => run.asked,
      },
      { id: 'heldItems', kind: 'count', header: t('dunning.held'), width: 100, value: (run) => run.heldItems },
      {
        id: 'by',
        kind: 'text',
        header: t('dunning.startedBy'),
        width: 140,
        value: (run) => (run.origin === 'schedule' ? t('dunning.bySchedule') : run.startedByName),
      },
    ],
    [t],
  );
}

function RunPanel({ code, id, close }: { code: string; id: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const found = useQuery(runQuery(code, id));
  const [reason, setReason] = useState<HeldReason | null>(null);
  const { state, tone } = useDunningWords();
  const run = found.data?.run;
  return (
    <Panel
      title={
        run === undefined ? (
          t('dunning.title')
        ) : (
          <Status tone={tone(run.state)} word={`${t('dunning.title')} · ${state(run.state)}`} />
        )
      }
      acts={run && <RunActs code={code} run={run} />}
      close={close}
    >
      <div className={styles.panel}>
        {found.error && <ProblemNote error={found.error} retry={() => void found.refetch()} />}
        {found.data && run && (
          <div className={styles.lead}>
            <div className={styles.line}>
              <span className={styles.quiet}>{t('dunning.byVersion', { number: run.strategyNumber })}</span>
              <span className={styles.quiet}>
                {t('dunning.progress', {
                  done: formats.count(run.customersDone),
                  known: formats.count(run.customersKnown),
                })}
              </span>
            </div>
            {run.failure !== null && <p className={styles.care}>{run.failure}</p>}
            {found.data.sums.actions.some(({ channel }) => channel === 'paper') && <PaperOfRun code={code} run={run} />}
            <SumTables
              sums={found.data.sums}
              words={{ actions: t('dunning.sent'), held: t('dunning.heldBack') }}
              chosen={reason}
              choose={setReason}
            />
          </div>
        )}
        <div className={styles.fill}>
          {run &&
            (reason === null ? <Actions code={code} run={run} /> : <Held code={code} run={run} reason={reason} />)}
        </div>
      </div>
    </Panel>
  );
}

function RunActs({ code, run }: { code: string; run: DunningRun }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const formats = useFormats();
  const cancel = useAct(() => cancelRun(code, run.id), { said: () => t('dunning.cancelled') });
  const resume = useAct(() => resumeRun(code, run.id), { said: () => t('dunning.resumed') });
  const recall = useAct(() => recallRun(code, run.id), {
    said: ({ letters }) => t('dunning.recalled', { count: letters, letters: formats.count(letters) }),
  });
  if (!may(company, 'correspondence.manage')) return null;
  const error = cancel.error ?? resume.error ?? recall.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      {run.state === 'running' && (
        <Button size="compact-xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {t('dunning.cancel')}
        </Button>
      )}
      {(run.state === 'cancelled' || run.state === 'failed') && (
        <Button size="compact-xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate(undefined)}>
          {t('dunning.resume')}
        </Button>
      )}
      {run.letters > 0 && (
        <Button
          size="compact-xs"
          variant="default"
          title={t('dunning.recallHelp')}
          loading={recall.isPending}
          onClick={() => recall.mutate(undefined)}
        >
          {t('dunning.recall')}
        </Button>
      )}
    </>
  );
}

function Actions({ code, run }: { code: string; run: RunAsked }): ReactNode {
  const { t } = useTexts();
  const [view, onView] = useState(PLAIN_VIEW);
  const { rows, load } = useRunActions(code, run);
  const columns = useActionColumns(code);
  return (
    <Grid
      id="dunning-actions"
      label={t('dunning.sent')}
      columns={columns}
      rows={rows}
      rowId={(row) => row.id}
      load={load}
      empty={t('dunning.nothing')}
      view={view}
      onView={onView}
    />
  );
}

function useActionColumns(code: string): readonly GridColumn<DunningAction>[] {
  const { t } = useTexts();
  const { what, state, tone } = useDunningWords();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language only
  return useMemo((): readonly GridColumn<DunningAction>[] => {
    const stateOf = (row: DunningAction): string =>
      row.channel === 'paper' && row.state === 'sent' ? 'posted' : (row.state ?? '');
    const fared = (row: DunningAction): string =>
      row.state === null
        ? t(row.taskId === null ? 'dunning.isListed' : 'dunning.isTask')
        : row.cameBack
          ? t('dunning.cameBack')
          : state(stateOf(row));
    return [
      {
        id: 'customer',
        kind: 'text',
        header: t('dunning.customer'),
        width: 180,
        phoneWidth: 130,
        grow: true,
        value: (row) => row.customerName,
        href: (row) => `/c/${code}/customers/${row.customerId}?show=dunning`,
      },
      {
        id: 'what',
        kind: 'text',
        header: t('dunning.gets'),
        width: 120,
        phoneWidth: 90,
        value: (row) => what(row.what),
      },
      { id: 'items', kind: 'count', header: t('dunning.items'), width: 70, value: (row) => row.items },
      {
        id: 'amount',
        kind: 'money',
        header: t('dunning.asked'),
        width: 120,
        phoneWidth: 100,
        isTotalled: true,
        value: (row) => row.amount,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('dunning.letterState'),
        width: 110,
        value: fared,
        render: (row) => <Status tone={row.cameBack ? 'alert' : tone(stateOf(row))} word={fared(row)} />,
      },
      { id: 'address', kind: 'text', header: t('dunning.address'), width: 180, value: (row) => row.address },
      {
        id: 'said',
        kind: 'text',
        header: t('dunning.why'),
        width: 260,
        value: (row) => (row.state === 'sent' ? null : row.said),
      },
    ];
  }, [t, code]);
}

function Held(props: { code: string; run: RunAsked; reason: HeldReason }): ReactNode {
  const { code, run, reason } = props;
  const { t } = useTexts();
  const words = useDunningWords();
  const [view, onView] = useState(PLAIN_VIEW);
  const { rows, load } = useRunHeld(code, run, reason);
  const columns = useMemo(
    (): readonly GridColumn<DunningHeld>[] => [
      {
        id: 'item',
        kind: 'text',
        header: t('dunning.item'),
        width: 130,
        phoneWidth: 120,
        value: (row) => row.itemNumber,
        href: (row) => `/c/${code}/items/${row.itemId}`,
      },
      {
        id: 'customer',
        kind: 'text',
        header: t('dunning.customer'),
        width: 180,
        phoneWidth: 140,
        grow: true,
        value: (row) => row.customerName,
      },
      { id: 'step', kind: 'text', header: t('dunning.step'), width: 100, value: (row) => row.stepKey },
      {
        id: 'open',
        kind: 'money',
        header: t('dunning.open'),
        width: 120,
        phoneWidth: 110,
        isTotalled: true,
        value: (row) => row.open,
      },
      { id: 'detail', kind: 'text', header: t('dunning.why'), width: 140, value: (row) => words.detail(row.detail) },
    ],
    [t, code, words],
  );
  return (
    <Grid
      id="dunning-held"
      label={t('dunning.withReason', { reason: words.reason(reason) })}
      columns={columns}
      rows={rows}
      rowId={(row) => row.itemId}
      load={load}
      empty={t('dunning.nothing')}
      view={view}
      onView={onView}
    />
  );
}
