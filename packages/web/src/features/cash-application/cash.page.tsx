/** The cash queues: receipts on the left, on the right what is known of one and what becomes of it. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import { askAnew } from '../../app/ask-anew.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridView } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './cash.module.css';
import { GROUP_MAX, matchReceipts, queuesQuery, receiptQuery, useReceipts } from './cash.queries.ts';
import {
  RECEIPT_QUEUES,
  type ReceiptClaim,
  type ReceiptQueue,
  type ReceiptQueues,
  type ReceiptRow,
} from './cash.types.ts';
import { CashTabs, QUEUE_WORDS } from './cash-tabs.component.tsx';
import { ConfirmMany } from './confirm-many.component.tsx';
import { queueFilter, reasonText } from './queue-filter.ts';
import { QueueHead } from './queue-head.component.tsx';
import { useReceiptColumns } from './receipt-columns.component.tsx';
import { claimsQuery } from './use-claim.ts';
import { useManyReceipts } from './use-many-receipts.ts';

/** The desk is fetched beside the list, which shows first. */
const ReceiptPanel = lazy(async () => ({ default: (await import('./receipt-panel.component.tsx')).ReceiptPanel }));

const EMPTY_WORDS: Readonly<Record<ReceiptQueue, TextKey>> = {
  to_confirm: 'cash.emptyToConfirm',
  exceptions: 'cash.emptyExceptions',
  unidentified: 'cash.emptyUnidentified',
  unapplied: 'cash.emptyUnapplied',
  posted: 'cash.emptyPosted',
};

export function CashPage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code, queue: queueText } = useParams({ from: '/c/$company/cash/$queue' });
  const queue = RECEIPT_QUEUES.find((candidate) => candidate === queueText) ?? 'to_confirm';
  const { receipt: receiptId, reason, age } = useSearch({ from: '/c/$company/cash/$queue' });
  const { data: queues } = useQuery(queuesQuery(code));
  const { data: claims } = useQuery(claimsQuery(code));
  const columns = useReceiptColumns(queue, claims?.rows ?? NO_CLAIMS);
  const { view, onView } = useAddressView();
  const search = useDeferredValue(view.filter);
  const filter = useMemo(() => queueFilter({ reason, age }, queues?.unappliedByAge ?? []), [reason, age, queues]);
  const receipts = useReceipts(code, queue, search, filter);
  const show = useShowReceipt();
  const confirmed = useRef<(() => void) | null>(null);
  const activeId = receiptId ?? (isNarrow() ? null : (receipts.rows[0]?.id ?? null));
  const heldIds = useMemo(
    () => new Set((claims?.rows ?? NO_CLAIMS).filter(({ isMine }) => !isMine).map(({ receiptId: id }) => id)),
    [claims],
  );
  const many = useManyReceipts({
    code,
    rows: receipts.rows,
    filter,
    heldIds,
    // What is done is left, so that the next key acts on what waits, or undoes them all.
    afterwards: (done) => {
      if (activeId && done.includes(activeId)) show(receipts.rows.find(({ id }) => !done.includes(id))?.id);
    },
  });
  const mayConfirm = queue === 'to_confirm' && may(company, 'cash.apply');
  usePrefetchNext(code, receipts.rows, activeId);

  return (
    <div className={styles.page} data-open={receiptId ? '' : undefined}>
      <CashTabs
        code={code}
        current={queue}
        counts={receipts.first?.counts}
        extra={may(company, 'cash.apply') ? <RunButton code={code} /> : null}
      />
      {queues && <QueueHead {...{ code, queue, queues, reason, age }} />}
      <div className={styles.fill}>
        <Split
          id="cash"
          startPercent={45}
          left={
            <Grid
              key={queue}
              id={`receipts-${queue}`}
              label={t(QUEUE_WORDS[queue])}
              columns={columns}
              rows={receipts.rows}
              rowId={(row) => row.id}
              load={receipts.load}
              empty={t(EMPTY_WORDS[queue])}
              view={view}
              onView={onView}
              isFilteredByServer
              activeId={activeId}
              onActive={(row) => show(row.id)}
              // Enter acts on the receipt that somebody has opened; on any other it opens that one first.
              onOpen={(row) => (row.id === receiptId ? confirmed.current?.() : show(row.id))}
              {...(mayConfirm
                ? {
                    ticks: many.ticks,
                    lead: <ConfirmMany many={many} groupCount={isNarrowed(view) ? 0 : groupCount(queues, reason)} />,
                  }
                : {})}
              isMain
            />
          }
          right={
            activeId ? (
              <Suspense>
                <ReceiptPanel
                  key={activeId}
                  code={code}
                  receiptId={activeId}
                  onEnter={confirmed}
                  close={() => show(undefined)}
                  goOn={() => show(neighbour(receipts.rows, activeId)?.id)}
                />
              </Suspense>
            ) : null
          }
        />
      </div>
    </div>
  );
}

const NO_CLAIMS: readonly ReceiptClaim[] = [];

/** Under a filter the group is not what is looked at: the tick in the head takes what is shown. */
function isNarrowed({ filter, where }: GridView): boolean {
  return filter !== '' || Object.keys(where).length > 0;
}

/** How many proposals the reason that is looked at has; proposals of several reasons are not one group. */
function groupCount(queues: ReceiptQueues | undefined, reason: string | undefined): number {
  const reasons = queues?.queues.find(({ queue }) => queue === 'to_confirm')?.reasons ?? [];
  const one = reason
    ? reasons.find((some) => reasonText(some) === reason)
    : reasons.length === 1
      ? reasons[0]
      : undefined;
  return Math.min(one?.count ?? 0, GROUP_MAX);
}

/** On a phone the list comes first; on a desk the first receipt is open beside it. */
function isNarrow(): boolean {
  return window.matchMedia('(max-width: 900px)').matches;
}

function useShowReceipt(): (receiptId: string | undefined) => void {
  const navigate = useNavigate({ from: '/c/$company/cash/$queue' });
  return useCallback(
    (receiptId) => {
      void navigate({ search: (now) => withoutBlanks({ ...now, receipt: receiptId }), replace: true });
    },
    [navigate],
  );
}

/** The receipt to go on with after one is done: the next in the list, else the one before. */
function neighbour(rows: readonly ReceiptRow[], id: string | null): ReceiptRow | undefined {
  const at = rows.findIndex((row) => row.id === id);
  return rows[at + 1] ?? rows[at - 1];
}

/** The next receipt is fetched while this one is read. */
function usePrefetchNext(code: string, rows: readonly ReceiptRow[], id: string | null): void {
  const queryClient = useQueryClient();
  const next = neighbour(rows, id)?.id;
  useEffect(() => {
    if (next) void queryClient.prefetchQuery(receiptQuery(code, next));
  }, [queryClient, code, next]);
}

function RunButton({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const run = useMutation({
    mutationFn: () => matchReceipts(code),
    onSuccess: async ({ considered, posted, suggested, exceptions }) => {
      await askAnew(queryClient);
      say({ text: t('cash.wasRun', { count: considered, posted, suggested, exceptions }) });
    },
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
  return (
    <Button
      variant="default"
      size="compact-xs"
      loading={run.isPending}
      onClick={() => run.mutate()}
      title={t('cash.runHelp')}
    >
      {t('cash.run')}
    </Button>
  );
}
