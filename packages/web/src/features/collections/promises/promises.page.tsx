/** Promises across customers: due now, broken since the last business day, all that are open; and what a promise may miss. */
import { useParams } from '@tanstack/react-router';
import { type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView } from '../../../app/search.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { latePart, useFetchedAhead } from '../../../ui/part/late-part.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { Tabs } from '../../../ui/tabs/tabs.component.tsx';
import { usePromiseColumns } from './promise-columns.component.tsx';
import { LIST_WORDS } from './promise-words.ts';
import styles from './promises.module.css';
import { PROMISE_LISTS, type PromiseList, usePromises } from './promises.queries.ts';

const PromisePanel = latePart(async () => (await import('./promise-panel.component.tsx')).PromisePanel);
const PromiseRules = latePart(async () => (await import('./promise-rules.component.tsx')).PromiseRules);
const SHOWN_SOON = [PromisePanel];

const RULES = 'rules';
const PARTS = [...PROMISE_LISTS, RULES] as const;

export function PromisesPage(): ReactNode {
  const { t } = useTexts();
  const { company: code, list: named } = useParams({ from: '/c/$company/promises/$list' });
  const list = named === RULES ? RULES : (PROMISE_LISTS.find((one) => one === named) ?? 'due');
  return (
    <div className={styles.page}>
      <Tabs
        label={t('promises.title')}
        current={list}
        tabs={PARTS.map((key) => ({
          key,
          word: t(key === RULES ? 'promises.rules' : LIST_WORDS[key]),
          link: { to: '/c/$company/promises/$list', params: { company: code, list: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        {list === RULES ? (
          <Suspense fallback={null}>
            <PromiseRules code={code} />
          </Suspense>
        ) : (
          <PromiseListGrid key={list} code={code} list={list} />
        )}
      </div>
    </div>
  );
}

function PromiseListGrid({ code, list }: { code: string; list: PromiseList }): ReactNode {
  const { t } = useTexts();
  const { view, onView } = useAddressView();
  const [shown, setShown] = useState<string | null>(null);
  const { rows, load } = usePromises(code, list);
  const columns = usePromiseColumns(code, true);
  useFetchedAhead(SHOWN_SOON);
  return (
    <Split
      id="promises"
      startPercent={66}
      left={
        <Grid
          id="promises"
          label={t(LIST_WORDS[list])}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={load}
          empty={t('promises.noneListed')}
          view={view}
          onView={onView}
          activeId={shown}
          onActive={(row) => shown !== null && setShown(row.id)}
          onOpen={(row) => setShown(row.id)}
          isMain
        />
      }
      right={
        shown === null ? null : (
          <Suspense fallback={null}>
            <PromisePanel key={shown} code={code} id={shown} close={() => setShown(null)} />
          </Suspense>
        )
      }
    />
  );
}
