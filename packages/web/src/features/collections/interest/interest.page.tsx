/** Interest and fees on late payment: whom they could be asked of, to charge or to waive; and the terms they follow. */
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { useAddressView } from '../../../app/search.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { isZero } from '../../../ui/money/money-text.ts';
import { latePart, useFetchedAhead } from '../../../ui/part/late-part.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { Tabs } from '../../../ui/tabs/tabs.component.tsx';
import styles from '../promises/promises.module.css';
import { type InterestProposal, useProposals } from './interest.queries.ts';

const InterestPanel = latePart(async () => (await import('./interest-panel.component.tsx')).InterestPanel);
const SHOWN_SOON = [InterestPanel];
const InterestTermsForm = lazy(async () => ({
  default: (await import('./interest-terms.component.tsx')).InterestTermsForm,
}));
const InterestNotes = lazy(async () => ({ default: (await import('./interest-notes.component.tsx')).InterestNotes }));

const PARTS = ['proposals', 'notes', 'terms'] as const;
const PART_WORDS: Readonly<Record<(typeof PARTS)[number], TextKey>> = {
  proposals: 'interest.title',
  notes: 'interest.notes',
  terms: 'interest.terms',
};

export function InterestPage(): ReactNode {
  const { t } = useTexts();
  const { company: code, part } = useParams({ from: '/c/$company/interest/$part' });
  const current = PARTS.find((one) => one === part) ?? 'proposals';
  return (
    <div className={styles.page}>
      <Tabs
        label={t('interest.title')}
        current={current}
        tabs={PARTS.map((key) => ({
          key,
          word: t(PART_WORDS[key]),
          link: { to: '/c/$company/interest/$part', params: { company: code, part: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        {current === 'terms' && (
          <Suspense fallback={null}>
            <InterestTermsForm code={code} />
          </Suspense>
        )}
        {current === 'proposals' && <Proposals code={code} />}
        {current === 'notes' && (
          <Suspense fallback={null}>
            <InterestNotes code={code} />
          </Suspense>
        )}
      </div>
    </div>
  );
}

const idOf = (row: InterestProposal): string => `${row.customerId} ${row.total.currency} ${row.plan?.id ?? ''}`;

function Proposals({ code }: { code: string }): ReactNode {
  useFetchedAhead(SHOWN_SOON);
  const { t } = useTexts();
  const { view, onView } = useAddressView('-total');
  const [shown, setShown] = useState<string | null>(null);
  const { rows, load, first } = useProposals(code);
  const columns = useProposalColumns(code);
  const proposal = rows.find((row) => idOf(row) === shown);
  const missing = first?.missingRates ?? [];
  return (
    <Split
      id="interest"
      startPercent={58}
      left={
        <Grid
          id="interest"
          label={t('interest.title')}
          columns={columns}
          rows={rows}
          rowId={idOf}
          load={load}
          empty={t('interest.none')}
          view={view}
          onView={onView}
          activeId={shown}
          onActive={(row) => shown !== null && setShown(idOf(row))}
          onOpen={(row) => setShown(idOf(row))}
          lead={
            missing[0] !== undefined && (
              <p className={styles.quiet}>
                {t('interest.rateMissing')} <DateText date={missing[0]} />
              </p>
            )
          }
          isMain
        />
      }
      right={
        proposal === undefined ? null : (
          <Suspense fallback={null}>
            <InterestPanel key={idOf(proposal)} code={code} proposal={proposal} close={() => setShown(null)} />
          </Suspense>
        )
      }
    />
  );
}

function useProposalColumns(code: string): readonly GridColumn<InterestProposal>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<InterestProposal>[] => [
      {
        id: 'customer',
        kind: 'text',
        header: t('myDay.customer'),
        width: 240,
        phoneWidth: 170,
        grow: true,
        value: (row) => row.customerName,
        href: (row) => `/c/${code}/customers/${row.customerId}`,
      },
      {
        id: 'what',
        kind: 'text',
        header: t('interest.what'),
        width: 150,
        value: (row) => t(row.plan === null ? 'interest.late' : 'interest.ofPlan'),
      },
      {
        id: 'items',
        kind: 'count',
        header: t('interest.items'),
        width: 90,
        value: (row) => (row.plan === null ? row.lines.length : null),
      },
      {
        id: 'total',
        kind: 'money',
        header: t('interest.total'),
        width: 130,
        phoneWidth: 130,
        isTotalled: true,
        value: (row) => row.total,
      },
      {
        id: 'interest',
        kind: 'money',
        header: t('interest.interest'),
        width: 130,
        isTotalled: true,
        value: (row) => row.interest,
      },
      {
        id: 'fee',
        kind: 'money',
        header: t('interest.fees'),
        width: 120,
        isTotalled: true,
        value: (row) => (isZero(row.fee) ? null : row.fee),
      },
      {
        id: 'disputed',
        kind: 'money',
        header: t('interest.disputedToo'),
        width: 130,
        isTotalled: true,
        value: (row) => (isZero(row.disputed) ? null : row.disputed),
      },
    ],
    [t, code],
  );
}
