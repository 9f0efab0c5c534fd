/** Money that is not applied: why it stayed, who finds out, what comes next by when. */
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useDeferredValue, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useAddressView, withoutBlanks } from '../../../app/search.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { useTicks } from '../../../ui/grid/use-ticks.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { queueCountsQuery } from '../cash.queries.ts';
import { CashTabs } from '../cash-tabs.component.tsx';
import styles from './research.module.css';
import { type ResearchPage as Page, useResearch } from './research.queries.ts';
import { useResearchColumns } from './research-columns.component.tsx';
import { ResearchHead } from './research-head.component.tsx';

const ResearchPanel = lazy(async () => ({ default: (await import('./research-panel.component.tsx')).ResearchPanel }));

export function ResearchPage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company/cash/research' });
  const asked = useSearch({ from: '/c/$company/cash/research' });
  const navigate = useNavigate({ from: '/c/$company/cash/research' });
  const change = useCallback(
    (to: object) => void navigate({ search: (now) => withoutBlanks({ ...now, ...to }), replace: true }),
    [navigate],
  );
  const { view, onView } = useAddressView();
  const search = useDeferredValue(view.filter);
  const { owner, cause, age, only, receipt } = asked;
  const research = useResearch(code, { owner, cause, age, only, search });
  const columns = useResearchColumns();
  const ticks = useTicks();
  const mayWork = may(company, 'cash.apply');
  const owners = research.first?.owners ?? [];
  const counts = useQuery(queueCountsQuery(code)).data;
  return (
    <div className={styles.page}>
      <CashTabs code={code} current="research" counts={counts} />
      <ResearchHead
        totals={research.first?.totals ?? []}
        chosen={{ cause, age }}
        choose={(chosen) => change({ ...chosen })}
      />
      <div className={styles.fill}>
        <Split
          id="research"
          startPercent={62}
          left={
            <Grid
              id="research"
              label={t('research.title')}
              columns={columns}
              rows={research.rows}
              rowId={(row) => row.id}
              load={research.load}
              empty={t('research.empty')}
              view={view}
              onView={onView}
              isFilteredByServer
              activeId={receipt ?? null}
              onActive={(row) => change({ receipt: row.id })}
              onOpen={(row) => change({ receipt: row.id })}
              {...(mayWork ? { ticks } : {})}
              lead={
                <Filters owner={owner} only={only} owners={owners} change={change}>
                  {mayWork && ticks.ids.size > 0 && (
                    <Assign code={code} ids={[...ticks.ids]} owners={owners} done={ticks.clear} />
                  )}
                </Filters>
              }
              isMain
            />
          }
          right={
            receipt ? (
              <Suspense>
                <ResearchPanel key={receipt} code={code} id={receipt} close={() => change({ receipt: undefined })} />
              </Suspense>
            ) : null
          }
        />
      </div>
    </div>
  );
}

function Filters(props: {
  owner: string | undefined;
  only: 'late' | 'waiting' | undefined;
  owners: Page['owners'];
  change: (to: object) => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const { owner, only, owners, change } = props;
  const toggle = (value: 'late' | 'waiting') => change({ only: only === value ? undefined : value });
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('research.owner')}
        value={owner ?? ''}
        onChange={(event) => change({ owner: event.currentTarget.value || undefined })}
        data={[
          { value: '', label: t('research.anyone') },
          { value: 'me', label: t('research.me') },
          { value: 'nobody', label: t('research.nobody') },
          ...owners.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Button variant="default" aria-pressed={only === 'late'} data-on={only === 'late'} onClick={() => toggle('late')}>
        {t('research.onlyLate')}
      </Button>
      <Button
        variant="default"
        aria-pressed={only === 'waiting'}
        data-on={only === 'waiting'}
        onClick={() => toggle('waiting')}
      >
        {t('research.onlyWaiting')}
      </Button>
      {props.children}
    </>
  );
}

function Assign(props: { code: string; ids: readonly string[]; owners: Page['owners']; done: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, ids, owners } = props;
  const [ownerId, setOwner] = useState('');
  const name = owners.find(({ id }) => id === ownerId)?.name ?? t('research.nobody');
  const assign = useAct(
    () =>
      api.POST('/api/v1/companies/{company}/cash/research/assignment', {
        params: { path: { company: code } },
        body: { ids: [...ids], ownerId: ownerId || null },
      }),
    { said: () => t('research.assigned', { count: ids.length, name }), done: props.done },
  );
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t('research.assign')}
        value={ownerId}
        onChange={(event) => setOwner(event.currentTarget.value)}
        data={[
          { value: '', label: t('research.nobody') },
          ...owners.map(({ id, name: shown }) => ({ value: id, label: shown })),
        ]}
      />
      <Button loading={assign.isPending} onClick={() => assign.mutate(undefined)}>
        {t('research.assignAct', { count: ids.length })}
      </Button>
      {assign.error && <ProblemNote error={assign.error} />}
    </>
  );
}
