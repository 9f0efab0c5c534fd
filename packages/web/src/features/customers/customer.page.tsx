/** One customer: what is owed and how late, what stops, the items, the money that came, what happened, the people, the record. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { type Ticks, useTicks } from '../../ui/grid/use-ticks.ts';
import { useKeys } from '../../ui/keys/keys.ts';
import { isNegative } from '../../ui/money/money-text.ts';
import pages from '../../ui/page/page.module.css';
import { latePart, useFetchedAhead } from '../../ui/part/late-part.ts';
import { Split } from '../../ui/split/split.component.tsx';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { Holds } from '../ledger/holds.component.tsx';
import { CustomerBalance } from './customer-balance.component.tsx';
import { CustomerHead } from './customer-head.component.tsx';
import styles from './customers.module.css';
import { customerQuery, useCustomerItems } from './customers.queries.ts';
import { useItemColumns } from './item-columns.component.tsx';
import { useItemStateColumns } from './item-state-columns.ts';
import { type ItemPart, LAZY_PARTS, type PartProps } from './lazy-parts.ts';
import { useOwnItemColumns } from './own-columns.ts';
import { CUSTOMER_PARTS, type CustomerPart } from './parts.ts';

const AskedOfCustomer = lazy(async () => ({
  default: (await import('../approvals/asked-of-customer.component.tsx')).AskedOfCustomer,
}));

const PART_WORDS: Readonly<Record<CustomerPart, TextKey>> = {
  open: 'customers.openItems',
  all: 'customers.allItems',
  receipts: 'customers.receipts',
  applications: 'customers.applications',
  promises: 'promises.title',
  tasks: 'tasks.title',
  sessions: 'sessions.title',
  dunning: 'dunning.title',
  paying: 'paying.title',
  mail: 'mail.mail',
  timeline: 'customers.timeline',
  notes: 'customers.notes',
  contacts: 'customers.contacts',
  family: 'customers.family',
  record: 'customers.record',
  requests: 'customers.requests',
};

const FirstSteps = latePart(async () => (await import('./first-steps.component.tsx')).FirstSteps);
const NoteComposer = latePart(async () => (await import('./note-composer.component.tsx')).NoteComposer);
const CallSheet = latePart(async () => (await import('../collections/calls/call-sheet.component.tsx')).CallSheet);
const MakePromise = latePart(
  async () => (await import('../collections/promises/make-promise.component.tsx')).MakePromise,
);
const TaskAbout = latePart(async () => (await import('../collections/tasks/task-about.component.tsx')).TaskAbout);
const CustomerBlockers = latePart(
  async () => (await import('../collections/huddle/customer-blockers.component.tsx')).CustomerBlockers,
);
const OPENED_BY_KEYS = [NoteComposer, CallSheet, MakePromise, TaskAbout, CustomerBlockers];

export function CustomerPage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code, customerId } = useParams({ from: '/c/$company/customers/$customerId' });
  const { show } = useSearch({ from: '/c/$company/customers/$customerId' });
  const [writing, setWriting] = useState<'note' | 'promise' | 'task' | 'blocker' | null>(null);
  const [isCalling, setIsCalling] = useState(false);
  const ticks = useTicks();
  const customer = useQuery(customerQuery(code, customerId));
  const part = show ?? 'open';
  const mayWrite = may(company, 'activities.write');
  const mayPromise = may(company, 'holds.manage') && customer.data?.kind === 'regular';
  const mayCall = mayWrite && customer.data?.kind === 'regular';
  useKeys([
    ...(mayWrite ? [{ key: 'n', label: t('customers.writeNote'), act: () => setWriting('note') }] : []),
    ...(mayWrite ? [{ key: 't', label: t('tasks.add'), act: () => setWriting('task') }] : []),
    ...(mayWrite ? [{ key: 'b', label: t('huddle.addBlocker'), act: () => setWriting('blocker') }] : []),
    ...(mayPromise ? [{ key: 'p', label: t('promises.make'), act: () => setWriting('promise') }] : []),
    ...(mayCall ? [{ key: 'c', label: t('calls.call'), act: () => setIsCalling(true) }] : []),
  ]);
  useFetchedAhead(OPENED_BY_KEYS);
  const close = (): void => setWriting(null);
  const page = (
    <div className={`${styles.page} ${pages.tall}`}>
      <header className={styles.head}>
        {customer.error ? (
          <ProblemNote error={customer.error} retry={() => void customer.refetch()} />
        ) : (
          <CustomerHead
            code={code}
            customer={customer.data}
            {...(mayWrite
              ? {
                  write: () => setWriting('note'),
                  task: () => setWriting('task'),
                  blocker: () => setWriting('blocker'),
                }
              : {})}
            {...(mayPromise ? { promise: () => setWriting('promise') } : {})}
            {...(mayCall ? { call: () => setIsCalling(true) } : {})}
          />
        )}
        <CustomerBalance code={code} customerId={customerId} />
        {customer.data?.kind === 'regular' && <Holds thing={{ subject: 'customer', id: customerId }} isInHead />}
        <Suspense fallback={null}>
          <AskedOfCustomer code={code} customerId={customerId} />
        </Suspense>
        <Suspense fallback={null}>
          <CustomerBlockers code={code} customerId={customerId} isAdding={writing === 'blocker'} close={close} />
          <FirstSteps code={code} customerId={customerId} />
        </Suspense>
        <Suspense fallback={null}>
          {writing === 'note' && <NoteComposer code={code} customerId={customerId} close={close} />}
          {writing === 'task' && <TaskAbout code={code} about={{ kind: 'customer', id: customerId }} close={close} />}
        </Suspense>
        {writing === 'promise' && <PromiseOnTicked code={code} customerId={customerId} ticks={ticks} close={close} />}
      </header>
      <Tabs
        label={t('customers.parts')}
        current={part}
        tabs={CUSTOMER_PARTS.map((key) => ({
          key,
          word: t(PART_WORDS[key]),
          link: {
            to: '/c/$company/customers/$customerId',
            params: { company: code, customerId },
            search: key === 'open' ? {} : { show: key },
          },
        }))}
      />
      <div className={styles.fill}>
        <Suspense fallback={null}>
          <PartOfCustomer key={part} code={code} customerId={customerId} part={part} ticks={ticks} />
        </Suspense>
      </div>
    </div>
  );
  const callSheet = (
    <Suspense fallback={null}>
      <CallSheet key={customerId} code={code} customerId={customerId} close={() => setIsCalling(false)} />
    </Suspense>
  );
  return <Split id="customer-call" startPercent={60} left={page} right={isCalling ? callSheet : null} />;
}

/** A promise on the items that are ticked; with none, on the account. */
function PromiseOnTicked(props: PartProps & { ticks: Ticks; close: () => void }): ReactNode {
  const { code, customerId, ticks, close } = props;
  const { rows } = useCustomerItems({ code, customerId, status: 'open' });
  const items = rows.filter((row) => ticks.ids.has(row.id) && !isNegative(row.open));
  const closeAndClear = (): void => {
    ticks.clear();
    close();
  };
  return (
    <Suspense fallback={null}>
      <MakePromise
        key={[...ticks.ids].join(' ')}
        code={code}
        customerId={customerId}
        items={items}
        close={closeAndClear}
      />
    </Suspense>
  );
}

function PartOfCustomer({ part, ...props }: PartProps & { part: CustomerPart; ticks: Ticks }): ReactNode {
  if (part === 'open' || part === 'all' || part === 'receipts') return <CustomerItems {...props} part={part} />;
  const Part = LAZY_PARTS[part];
  return <Part {...props} />;
}

function CustomerItems({ code, customerId, part, ticks }: PartProps & { part: ItemPart; ticks: Ticks }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const { view, onView } = useAddressView();
  const list = useCustomerItems({
    code,
    customerId,
    status: part === 'open' ? 'open' : 'all',
    ...(part === 'receipts' ? { kind: 'receipt' as const } : {}),
  });
  const usual = useItemColumns(code);
  const own = useOwnItemColumns(code, customerId);
  const state = useItemStateColumns(code, customerId, part === 'open');
  const columns = useMemo(() => [...usual, ...state, ...own], [usual, state, own]);
  return (
    <Grid
      id="customer-items"
      label={t(PART_WORDS[part])}
      columns={columns}
      rows={list.rows}
      rowId={(row) => row.id}
      load={list.load}
      empty={part === 'receipts' ? t('customers.noReceipts') : t('customers.noItems')}
      {...(part === 'open' ? { ticks } : {})}
      view={view}
      onView={onView}
      onOpen={(row) =>
        navigate({ to: '/c/$company/items/$itemId', params: { company: code, itemId: row.id }, search: {} })
      }
      isMain
    />
  );
}
