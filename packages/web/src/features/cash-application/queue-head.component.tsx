/** Above the list: how much of the queue waits and how much is late, by reason or by age, and what posted by itself today. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { askAnew } from '../../app/ask-anew.ts';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import type { Formats } from '../../ui/format/formats.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';
import styles from './cash.module.css';
import type { ReceiptQueue, ReceiptQueues } from './cash.types.ts';
import { ageText, reasonText } from './queue-filter.ts';
import { explanationWords, questionWords } from './reason-words.ts';
import { useTimesEnded } from './use-times-ended.ts';

interface HeadProps {
  readonly code: string;
  readonly queue: ReceiptQueue;
  readonly queues: ReceiptQueues;
  readonly reason: string | undefined;
  readonly age: string | undefined;
}

export function QueueHead(props: HeadProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { queue, queues } = props;
  const own = queues.queues.find((one) => one.queue === queue);
  if (queues.today.all === 0 && (own?.count ?? 0) === 0 && queues.toDecideCount === 0) return null;
  return (
    <div className={styles.head}>
      {own && own.count > 0 && (
        <p className={styles.headSum}>
          <b>{moneyWords(own.open, formats)}</b>
          {own.lateCount > 0 && <span className={styles.late}>{t('cash.lateCount', { count: own.lateCount })}</span>}
          {own.askedCount > 0 && <span>{t('cash.askedCount', { count: own.askedCount })}</span>}
        </p>
      )}
      <DecidingNote count={queues.toDecideCount} />
      <QueueParts {...props} />
      {queues.today.all > 0 && (
        <p className={styles.today}>
          {t('cash.postedToday', {
            byItself: formats.count(queues.today.byItself),
            all: formats.count(queues.today.all),
            share: formats.percent(queues.today.byItself / queues.today.all),
          })}
        </p>
      )}
    </div>
  );
}

/** Receipts that named an item which was settled are decided again by themselves; the list is asked for anew in the end. */
function DecidingNote({ count }: { count: number }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const timesEnded = useTimesEnded(count > 0);
  useEffect(() => {
    if (timesEnded > 0) void askAnew(queryClient);
  }, [timesEnded, queryClient]);
  return (
    <p role="status" className={count > 0 ? styles.headSum : undefined}>
      {count > 0 && t('cash.decidingAgain', { count })}
    </p>
  );
}

interface Part {
  readonly key: string;
  readonly word: string;
  readonly count: number;
  readonly open: readonly MoneyText[];
  readonly search: { readonly reason?: string; readonly age?: string };
  readonly isOn: boolean;
}

/** One chip for each reason or age; the chosen one again shows all. */
function QueueParts(props: HeadProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const parts = props.queue === 'unapplied' ? agesOf(props, t) : reasonsOf(props, t);
  if (parts.length === 0) return null;
  return (
    <nav aria-label={t(props.queue === 'unapplied' ? 'cash.byAge' : 'cash.byReason')} className={styles.chips}>
      {parts.map(({ key, word, count, open, search, isOn }) => (
        <Link
          key={key}
          to="/c/$company/cash/$queue"
          params={{ company: props.code, queue: props.queue }}
          search={isOn ? {} : search}
          className={styles.chip}
          data-on={isOn || undefined}
          aria-current={isOn ? 'true' : undefined}
          title={moneyWords(open, formats)}
        >
          {word} <span>{formats.count(count)}</span>
        </Link>
      ))}
    </nav>
  );
}

function reasonsOf({ queue, queues, reason }: HeadProps, t: Translate): Part[] {
  const reasons = queues.queues.find((one) => one.queue === queue)?.reasons ?? [];
  return reasons.map(({ explanation, questionCode, count, open }) => {
    const key = reasonText({ explanation, questionCode });
    const words = [explanationWords(t, explanation), questionWords(t, questionCode)].filter((word) => word !== null);
    return { key, word: words.join(' · '), count, open, search: { reason: key }, isOn: key === reason };
  });
}

function agesOf({ queues, age }: HeadProps, t: Translate): Part[] {
  return queues.unappliedByAge
    .filter(({ count }) => count > 0)
    .map((one) => {
      const key = ageText(one);
      const word =
        one.toDays === null
          ? t('cash.ageOver', { from: one.fromDays })
          : t('cash.ageBetween', { from: one.fromDays, to: one.toDays });
      return { key, word, count: one.count, open: one.open, search: { age: key }, isOn: key === age };
    });
}

function moneyWords(open: readonly MoneyText[], formats: Formats): string {
  return open.map(formats.money).join(' · ');
}
