/** My day: who is worth speaking with now, in order, each with the reason; one at a time beside the list. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { fetchAhead, latePart, useFetchedAhead } from '../../ui/part/late-part.ts';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './collections.module.css';
import { DayLead } from './day-lead.component.tsx';
import { neighbourInList } from './next-in-list.ts';
import { useRowActs } from './work/use-row-acts.ts';
import type { Begun } from './work/work-acts.ts';
import { callWindowsQuery, type Shown, useWorklist, type Whose, worklistSummaryQuery } from './worklist.queries.ts';
import { useWorklistColumns } from './worklist-columns.component.tsx';

const CustomerGlance = latePart(async () => {
  const glance = await import('./customer-glance.component.tsx');
  fetchAhead(glance.OPENED_BY_KEYS);
  return glance.CustomerGlance;
});
const Mentions = latePart(async () => (await import('./mentions/mentions.component.tsx')).Mentions);
const WorkOfNobody = latePart(async () => (await import('./hand-over/work-of-nobody.component.tsx')).WorkOfNobody);
const SHOWN_SOON = [CustomerGlance, Mentions];

const FROM = '/c/$company/my-day';
/** Beside an open customer the keys are the panel's. */
const NO_ROW_KEYS = [] as const;

export function MyDayPage(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: FROM });
  const { customer, show = 'open' } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const { whose, isKnown, ownCustomers } = useWhose(code);
  useFetchedAhead(SHOWN_SOON);
  const list = useWorklist(code, { whose, show, isWanted: isKnown });
  const ids = useMemo(() => list.rows.map(({ customerId }) => customerId), [list.rows]);
  const windows = useQuery(callWindowsQuery(code, ids));
  const columns = useWorklistColumns(code, { whose, windows: windows.data, isBeside: customer !== undefined });
  const { view, onView } = useAddressView();
  const [begun, setBegun] = useState<Begun | null>(null);
  const open = (next: string | undefined, begin: Begun | null = null): void => {
    setBegun(begin);
    void navigate({ search: (now) => withoutBlanks({ ...now, customer: next }), replace: customer !== undefined });
  };
  const rowKeys = useRowActs(code, { isAside: show === 'aside', begin: open });
  const turn = (next: { whose?: Whose; show?: Shown | undefined }): void =>
    void navigate({ search: (now) => withoutBlanks({ ...now, customer: undefined, ...next }) });
  const openedIn = useOpenedIn(ids, customer);
  const step = (by: 1 | -1): void => {
    if (customer === undefined || !openedIn.current.includes(customer)) return;
    open(neighbourInList(ids, { id: customer, openedIn: openedIn.current, by }));
  };
  useKeys(
    customer === undefined
      ? []
      : [
          { key: ']', label: t('myDay.next'), act: () => step(1), repeats: true },
          { key: '[', label: t('myDay.previous'), act: () => step(-1), repeats: true },
        ],
  );
  const work = (
    <Split
      id="my-day"
      startPercent={62}
      left={
        <Grid
          id="worklist"
          label={t('myDay.title')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.customerId}
          load={list.load}
          empty={t(show === 'aside' ? 'myDay.nothingAside' : whose === 'mine' ? 'myDay.emptyMine' : 'myDay.empty')}
          view={view}
          onView={onView}
          activeId={customer ?? null}
          onActive={(row) => customer !== undefined && open(row.customerId)}
          onOpen={(row) => open(row.customerId)}
          rowKeys={customer === undefined ? rowKeys : NO_ROW_KEYS}
          lead={<DayLead {...{ code, whose, show, turn }} hasOwn={ownCustomers > 0} />}
          isMain
        />
      }
      right={
        customer === undefined ? null : (
          <Suspense fallback={null}>
            <CustomerGlance
              key={customer}
              code={code}
              customerId={customer}
              known={list.rows.find(({ customerId }) => customerId === customer)}
              begunInList={begun}
              next={() => step(1)}
              close={() => open(undefined)}
            />
          </Suspense>
        )
      }
    />
  );
  return (
    <div className={styles.page}>
      <Suspense fallback={null}>
        <Mentions code={code} />
        {isKnown && whose === 'team' && (
          <div className={styles.nobody}>
            <WorkOfNobody code={code} />
          </div>
        )}
      </Suspense>
      <div className={styles.fill}>{work}</div>
    </div>
  );
}

/** The list as it stood when the customer at hand was opened from it; without the customer while it is in none. */
function useOpenedIn(ids: readonly string[], customer: string | undefined): { readonly current: readonly string[] } {
  const openedIn = useRef<readonly string[]>([]);
  const opened = useRef<string | undefined>(undefined);
  useEffect(() => {
    const isOpenedNow = customer !== opened.current && customer !== undefined && ids.includes(customer);
    if (isOpenedNow) openedIn.current = ids;
    if (isOpenedNow || customer === undefined) opened.current = customer;
  }, [ids, customer]);
  return openedIn;
}

/** As the address says; else one's own portfolio, and the team's for whoever leads it or has none. */
function useWhose(code: string): { whose: Whose; isKnown: boolean; ownCustomers: number } {
  const { whose } = useSearch({ from: FROM });
  const leads = may(useCompany(), 'portfolios.manage');
  const { data, error } = useQuery(worklistSummaryQuery(code, whose ?? 'team'));
  const ownCustomers = data?.ownCustomers ?? 0;
  const usual: Whose = !leads && ownCustomers > 0 ? 'mine' : 'team';
  return { whose: whose ?? usual, isKnown: whose !== undefined || data !== undefined || error !== null, ownCustomers };
}
