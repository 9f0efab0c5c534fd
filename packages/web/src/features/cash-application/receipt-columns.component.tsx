import { type ReactNode, useMemo } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats, useTimeZone } from '../../ui/format/formats.context.ts';
import type { Formats } from '../../ui/format/formats.ts';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import styles from './cash.module.css';
import type { ReceiptClaim, ReceiptQueue, ReceiptRow } from './cash.types.ts';
import { questionWords } from './reason-words.ts';

const MINUTE_MS = 60_000;
const HOURS_PER_DAY = 24;
const MINUTES_PER_HOUR = 60;

/** What tells receipts apart in a list: the money, the day, who paid, what they wrote, and until when it is to be done. */
export function useReceiptColumns(
  queue: ReceiptQueue,
  claims: readonly ReceiptClaim[],
): readonly GridColumn<ReceiptRow>[] {
  const { t } = useTexts();
  const formats = useFormats();
  const timeZone = useTimeZone();
  return useMemo((): readonly GridColumn<ReceiptRow>[] => {
    const others = new Map(claims.filter(({ isMine }) => !isMine).map((claim) => [claim.receiptId, claim]));
    const text = (column: TextColumn): GridColumn<ReceiptRow> => ({ kind: 'text', grow: true, ...column });
    const optional = <Column,>(isThere: boolean, column: Column): Column[] => (isThere ? [column] : []);
    const waits = queue !== 'posted';
    return [
      { id: 'booked', kind: 'date', header: t('cash.booked'), width: 96, value: (row) => row.bookedOn },
      {
        id: 'amount',
        kind: 'money',
        header: t('cash.amount'),
        width: 104,
        isTotalled: true,
        value: (row) => row.amount,
      },
      ...optional<GridColumn<ReceiptRow>>(queue === 'unapplied', {
        id: 'unapplied',
        kind: 'money',
        header: t('cash.unappliedPart'),
        width: 112,
        isTotalled: true,
        value: (row) => row.unapplied,
      }),
      text({ id: 'payer', header: t('cash.payer'), width: 128, value: (row) => row.payerName ?? row.payerAccount }),
      ...optional<GridColumn<ReceiptRow>>(waits, {
        id: 'due',
        kind: 'instant',
        header: t('cash.dueAt'),
        width: 90,
        value: (row) => row.dueAt,
        render: (row) => <Due row={row} formats={formats} timeZone={timeZone} />,
      }),
      ...optional(
        others.size > 0,
        text({
          id: 'claim',
          header: t('cash.claim'),
          width: 80,
          value: ({ id }) => others.get(id)?.byName ?? null,
        }),
      ),
      ...optional(
        waits,
        text({
          id: 'reason',
          header: t('cash.reason'),
          width: 130,
          isHiddenAtFirst: queue === 'unapplied',
          value: (row) => questionWords(t, row.questionCode),
          code: (row) => row.questionCode,
        }),
      ),
      text({
        id: 'customer',
        header: t('aging.customer'),
        width: 110,
        isHiddenAtFirst: queue === 'unidentified',
        value: (row) => row.customerName,
      }),
      text({ id: 'text', header: t('cash.text'), width: 130, value: (row) => row.text }),
      text({
        id: 'asked',
        header: t('cash.askedBy'),
        width: 110,
        isHiddenAtFirst: true,
        value: (row) => row.asked?.byName ?? null,
      }),
      text({
        id: 'account',
        header: t('cash.payerAccount'),
        width: 180,
        isHiddenAtFirst: true,
        value: (row) => row.payerAccount,
      }),
      {
        id: 'since',
        kind: 'instant',
        header: t('cash.since'),
        width: 150,
        isHiddenAtFirst: true,
        value: (row) => row.since,
      },
    ];
  }, [t, formats, timeZone, queue, claims]);
}

type TextColumn = Pick<GridColumn<ReceiptRow>, 'id' | 'header' | 'width' | 'code' | 'isHiddenAtFirst'> & {
  readonly value: (row: ReceiptRow) => string | null;
};

/** "in 5 h", "late 2 d", or that the customer has been asked; the instant itself on hover. */
function Due(props: { row: ReceiptRow; formats: Formats; timeZone: string }): ReactNode {
  const { t } = useTexts();
  const { row, formats, timeZone } = props;
  if (row.dueAt === null) return null;
  const minutes = (Date.parse(row.dueAt) - Date.now()) / MINUTE_MS;
  const span = spanWords(t, Math.abs(minutes));
  const isLate = minutes < 0;
  const word = row.asked && !isLate ? t('cash.dueAsked') : t(isLate ? 'cash.dueLate' : 'cash.dueIn', { span });
  return (
    <time
      className={isLate ? styles.late : undefined}
      dateTime={row.dueAt}
      title={t(row.asked ? 'cash.answerDueBy' : 'cash.dueBy', { at: formats.exactInstant(row.dueAt, timeZone) })}
    >
      {word}
    </time>
  );
}

function spanWords(t: Translate, minutes: number): string {
  const hours = minutes / MINUTES_PER_HOUR;
  if (hours >= 2 * HOURS_PER_DAY) return t('cash.days', { count: Math.floor(hours / HOURS_PER_DAY) });
  if (hours >= 1) return t('cash.hours', { count: Math.floor(hours) });
  return t('cash.minutes', { count: Math.max(1, Math.round(minutes)) });
}
