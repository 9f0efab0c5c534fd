/** What a customer promised, how it stands, and how far its word goes. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView } from '../../../app/search.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import styles from '../collections.module.css';
import { usePromiseColumns } from './promise-columns.component.tsx';
import { PromisePanel } from './promise-panel.component.tsx';
import { customerPromisesQuery } from './promises.queries.ts';

export function CustomerPromises({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const { view, onView } = useAddressView();
  const [shown, setShown] = useState<string | null>(null);
  const promises = useQuery(customerPromisesQuery(code, customerId));
  const columns = usePromiseColumns(code, false);
  const rows = promises.data?.rows ?? [];
  const { kept = 0, partlyKept = 0, broken = 0 } = promises.data ?? {};
  const judged = kept + partlyKept + broken;
  return (
    <Split
      id="customer-promises"
      startPercent={66}
      left={
        <Grid
          id="customer-promises"
          label={t('promises.title')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={{
            isLoading: promises.isPending,
            isBusy: promises.isFetching,
            error: promises.error,
            retry: () => void promises.refetch(),
          }}
          empty={t('promises.none')}
          view={view}
          onView={onView}
          activeId={shown}
          onActive={(row) => shown !== null && setShown(row.id)}
          onOpen={(row) => setShown(row.id)}
          lead={
            judged > 0 && (
              <p className={styles.summary}>
                <span>{t('promises.keptOf', { kept, count: judged })}</span>
                {partlyKept > 0 && <span>{t('promises.partlyCount', { count: partlyKept })}</span>}
                {broken > 0 && <span>{t('promises.brokenCount', { count: broken })}</span>}
              </p>
            )
          }
          isMain
        />
      }
      right={shown === null ? null : <PromisePanel key={shown} code={code} id={shown} close={() => setShown(null)} />}
    />
  );
}
