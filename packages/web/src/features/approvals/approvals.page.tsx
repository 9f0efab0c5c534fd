/** What waits for a second pair of eyes: the list on the left, one request with exactly what it posts on the right. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useCallback } from 'react';
import { approvalCountsQuery } from '../../app/approval-counts.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { latePart, useFetchedAhead } from '../../ui/part/late-part.ts';
import { Split } from '../../ui/split/split.component.tsx';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { useApprovalColumns } from './approval-columns.component.tsx';
import styles from './approvals.module.css';
import { useApprovals } from './approvals.queries.ts';
import { APPROVAL_PARTS, type ApprovalPart, type ApprovalView } from './approvals.types.ts';
import { WaitingReleases } from './waiting-releases.component.tsx';

const ApprovalPanel = latePart(async () => (await import('./approval-panel.component.tsx')).ApprovalPanel);
const OPENED_FROM_ROWS = [ApprovalPanel];
const RefundPayments = lazy(async () => ({
  default: (await import('./refund-payments.component.tsx')).RefundPayments,
}));
const Limits = lazy(async () => ({ default: (await import('./limits.component.tsx')).Limits }));

const PART_WORDS: Readonly<Record<ApprovalPart, TextKey>> = {
  for_me: 'approvals.forMe',
  waiting: 'approvals.waiting',
  mine: 'approvals.mine',
  settled: 'approvals.settled',
  payments: 'approvals.payments',
  limits: 'approvals.limits',
};

const EMPTY_WORDS: Readonly<Record<ApprovalView, TextKey>> = {
  for_me: 'approvals.emptyForMe',
  waiting: 'approvals.emptyWaiting',
  mine: 'approvals.emptyMine',
  settled: 'approvals.emptySettled',
};

export function ApprovalsPage(): ReactNode {
  const { company: code, part: partText } = useParams({ from: '/c/$company/approvals/$part' });
  const part = APPROVAL_PARTS.find((candidate) => candidate === partText) ?? 'for_me';
  return (
    <div className={styles.page}>
      <PartTabs code={code} part={part} />
      <div className={styles.fill}>
        <Suspense>
          {part === 'payments' && <RefundPayments code={code} />}
          {part === 'limits' && <Limits code={code} />}
          {(part === 'for_me' || part === 'waiting') && <WaitingReleases code={code} />}
          {part !== 'payments' && part !== 'limits' && <Requests key={part} code={code} view={part} />}
        </Suspense>
      </div>
    </div>
  );
}

function PartTabs({ code, part }: { code: string; part: ApprovalPart }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const counts = useQuery(approvalCountsQuery(code)).data;
  const shown: Partial<Record<ApprovalPart, number>> = counts
    ? { for_me: counts.forMe, waiting: counts.waiting, mine: counts.sentBackToMe }
    : {};
  return (
    <Tabs
      label={t('approvals.parts')}
      current={part}
      tabs={APPROVAL_PARTS.map((key) => ({
        key,
        word: t(PART_WORDS[key]),
        ...(shown[key] ? { count: formats.count(shown[key] ?? 0) } : {}),
        link: { to: '/c/$company/approvals/$part', params: { company: code, part: key }, search: {} },
      }))}
    />
  );
}

function Requests({ code, view: which }: { code: string; view: ApprovalView }): ReactNode {
  const { t } = useTexts();
  useFetchedAhead(OPENED_FROM_ROWS);
  const columns = useApprovalColumns();
  const { view, onView } = useAddressView();
  const { request: openId } = useSearch({ from: '/c/$company/approvals/$part' });
  const requests = useApprovals(code, which);
  const navigate = useNavigate({ from: '/c/$company/approvals/$part' });
  const show = useCallback(
    (id: string | undefined) =>
      void navigate({ search: (now) => withoutBlanks({ ...now, request: id }), replace: true }),
    [navigate],
  );
  const goOn = (): void => {
    const at = requests.rows.findIndex((row) => row.id === openId);
    show(which === 'for_me' ? (requests.rows[at + 1] ?? requests.rows[at - 1])?.id : openId);
  };
  return (
    <Split
      id="approvals"
      startPercent={50}
      left={
        <Grid
          id={`approvals-${which}`}
          label={t(PART_WORDS[which])}
          columns={columns}
          rows={requests.rows}
          rowId={(row) => row.id}
          load={requests.load}
          empty={t(EMPTY_WORDS[which])}
          view={view}
          onView={onView}
          activeId={openId ?? null}
          onActive={(row) => show(row.id)}
          onOpen={(row) => show(row.id)}
          isMain
        />
      }
      right={
        openId ? (
          <Suspense>
            <ApprovalPanel key={openId} code={code} id={openId} close={() => show(undefined)} goOn={goOn} />
          </Suspense>
        ) : null
      }
    />
  );
}
