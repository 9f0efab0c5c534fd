import { formatAmount } from '@quittance/core/money';
import { Fragment, type ReactNode } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';
import type { Desk } from './use-desk.ts';

/** Items named in the outcome; of more only the number is said. */
const NAMED_MAX = 2;

/** What applying would leave behind: what stays open on which item, what stays on account, or by how much it is too much. */
export function Outcome({ desk, receipt }: { desk: Desk; receipt: ReceiptDetail }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { currency } = receipt.amount;
  const shown = (minor: bigint): string => formats.amountText(formatAmount(minor, currency), currency);
  const parts = outcomeParts(t, desk, shown);
  return (
    <p role="status" className={styles.outcome} data-over={desk.leftMinor < 0n || undefined}>
      {parts.map((part, index) => (
        <Fragment key={part}>
          {index > 0 && ' · '}
          <span>{part}</span>
        </Fragment>
      ))}
    </p>
  );
}

function outcomeParts(t: Translate, desk: Desk, shown: (minor: bigint) => string): string[] {
  const { leftMinor, rests, draft } = desk;
  if (draft.size === 0) return [t('cash.toPlace', { amount: shown(leftMinor) })];
  if (leftMinor < 0n) return [t('cash.tooMuch', { amount: shown(-leftMinor) })];
  const named = rests.slice(0, NAMED_MAX);
  const parts = named.map(({ number, restMinor }) => t('cash.staysOpen', { amount: shown(restMinor), number }));
  if (rests.length > named.length) parts.push(t('cash.staysOpenMore', { count: rests.length - named.length }));
  if (leftMinor > 0n) parts.push(t('cash.staysOnAccount', { amount: shown(leftMinor) }));
  return parts.length > 0 ? parts : [t('cash.settlesAll', { count: draft.size })];
}
