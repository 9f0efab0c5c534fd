/** A receipt that is not applied, as research looks at it. */
import { type ReactNode, useMemo } from 'react';
import { type Translate, useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import { KIND_WORDS } from '../../approvals/approval-words.ts';
import styles from './research.module.css';
import type { ResearchRow } from './research.queries.ts';
import { CAUSE_WORDS, STEP_WORDS } from './research-words.ts';

export function useResearchColumns(): readonly GridColumn<ResearchRow>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<ResearchRow>[] => [
      { id: 'age', kind: 'days', header: t('research.age'), width: 64, value: (row) => row.ageDays },
      {
        id: 'unapplied',
        kind: 'money',
        header: t('research.unapplied'),
        width: 116,
        isTotalled: true,
        value: (row) => row.unapplied,
      },
      {
        id: 'payer',
        kind: 'text',
        header: t('research.payer'),
        width: 150,
        grow: true,
        value: (row) => row.customerName ?? row.payerName,
      },
      {
        id: 'cause',
        kind: 'text',
        header: t('research.cause'),
        width: 140,
        code: (row) => row.rootCause ?? row.suggestedCause,
        value: (row) => causeText(row, t),
        render: (row) =>
          row.rootCause === null && row.suggestedCause ? (
            <span className={styles.quiet} title={t('research.suggested')}>
              {causeText(row, t)}
            </span>
          ) : undefined,
      },
      { id: 'owner', kind: 'text', header: t('research.owner'), width: 110, value: (row) => row.ownerName },
      {
        id: 'next',
        kind: 'text',
        header: t('research.nextStep'),
        width: 150,
        value: (row) => row.nextStepWords ?? (row.nextStep && t(STEP_WORDS[row.nextStep])),
      },
      {
        id: 'by',
        kind: 'date',
        header: t('research.nextDue'),
        width: 124,
        value: (row) => row.nextDueOn,
        render: (row) => (row.isLate && row.nextDueOn ? <Late on={row.nextDueOn} /> : undefined),
      },
      {
        id: 'asked',
        kind: 'instant',
        header: t('research.asked'),
        width: 130,
        value: (row) => row.waitsForCustomerSince,
      },
      {
        id: 'request',
        kind: 'text',
        header: t('research.request'),
        width: 120,
        value: (row) => requestText(row, t),
      },
      { id: 'number', kind: 'text', header: t('research.receipt'), width: 130, value: (row) => row.number },
      { id: 'booked', kind: 'date', header: t('research.booked'), width: 104, value: (row) => row.bookedOn },
      { id: 'text', kind: 'text', header: t('research.text'), width: 220, grow: true, value: (row) => row.text },
    ],
    [t],
  );
}

/** A day that has passed: the next step is late. */
function Late({ on }: { on: string }): ReactNode {
  const formats = useFormats();
  return <Status tone="alert" word={formats.date(on)} />;
}

function causeText(row: ResearchRow, t: Translate): string | null {
  if (row.rootCause) return row.rootCauseWords ?? t(CAUSE_WORDS[row.rootCause]);
  return row.suggestedCause ? t('research.causeSuggested', { cause: t(CAUSE_WORDS[row.suggestedCause]) }) : null;
}

function requestText({ requestKind }: ResearchRow, t: Translate): string | null {
  return requestKind === null ? null : t(KIND_WORDS[requestKind as keyof typeof KIND_WORDS] ?? 'approvals.any');
}
