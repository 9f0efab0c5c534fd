/** My day: who is worth speaking with now, in order, each with the reason; one at a time beside the list. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './collections.module.css';
import { CustomerGlance } from './customer-glance.component.tsx';
import { useWorklist, worklistSummaryQuery } from './worklist.queries.ts';
import { useWorklistColumns } from './worklist-columns.component.tsx';

export function MyDayPage(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company/my-day' });
  const { customer } = useSearch({ from: '/c/$company/my-day' });
  const navigate = useNavigate({ from: '/c/$company/my-day' });
  const list = useWorklist(code);
  const columns = useWorklistColumns(code);
  const { view, onView } = useAddressView();
  const show = (next: string | undefined): void =>
    void navigate({ search: (now) => withoutBlanks({ ...now, customer: next }), replace: customer !== undefined });
  const at = list.rows.findIndex((row) => row.customerId === customer);
  const step = (by: 1 | -1): void => {
    const next = list.rows[at + by];
    if (at >= 0 && next) show(next.customerId);
  };
  useKeys(
    customer === undefined
      ? []
      : [
          { key: 'n', label: t('myDay.next'), act: () => step(1) },
          { key: 'b', label: t('myDay.previous'), act: () => step(-1) },
        ],
  );
  return (
    <Split
      id="my-day"
      startPercent={64}
      left={
        <Grid
          id="worklist"
          label={t('myDay.title')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.customerId}
          load={list.load}
          empty={t('myDay.empty')}
          view={view}
          onView={onView}
          activeId={customer ?? null}
          onActive={(row) => customer !== undefined && show(row.customerId)}
          onOpen={(row) => show(row.customerId)}
          lead={<Summary code={code} />}
          isMain
        />
      }
      right={
        customer === undefined ? null : (
          <CustomerGlance code={code} customerId={customer} close={() => show(undefined)} />
        )
      }
    />
  );
}

function Summary({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const { data } = useQuery(worklistSummaryQuery(code));
  if (!data) return null;
  return (
    <p className={styles.summary}>
      <span>{t('myDay.needYou', { count: data.customers, all: data.customersInAll })}</span>
      <span>
        <MoneyInWords value={data.collectable} /> {t('myDay.collectable')}
      </span>
      {data.quietCustomers > 0 && <span>{t('myDay.quietCount', { count: data.quietCustomers })}</span>}
      <Link to="/c/$company/promises/$list" params={{ company: code, list: 'due' }} search={{}}>
        {t('promises.title')}
      </Link>
      <Link to="/c/$company/interest/$part" params={{ company: code, part: 'proposals' }} search={{}}>
        {t('interest.title')}
      </Link>
    </p>
  );
}
