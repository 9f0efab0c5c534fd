import { formatAmount } from '@quittance/core/money';
import { Fragment, type ReactNode } from 'react';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';
import type { Desk } from './use-desk.ts';

/** Items named in the outcome; of more only the number is said. */
const NAMED_MAX = 2;

/**
 * What applying would leave behind: what is missing on which item and why, what stays open, what stays on account, or by how much
 * it is too much.
 */
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
  const { leftMinor, draft } = desk;
  if (draft.size === 0) return [t('cash.toPlace', { amount: shown(leftMinor) })];
  if (leftMinor < 0n) return [t('cash.tooMuch', { amount: shown(-leftMinor) })];
  const missing = missingByItem(desk);
  const named = missing.slice(0, NAMED_MAX);
  const parts = named.map((one) => missingWords(t, one, shown));
  if (missing.length > named.length) parts.push(t('cash.staysOpenMore', { count: missing.length - named.length }));
  if (leftMinor > 0n) parts.push(t('cash.staysOnAccount', { amount: shown(leftMinor) }));
  return parts.length > 0 ? parts : [t('cash.settlesAll', { count: draft.size })];
}

interface Missing {
  readonly number: string;
  readonly restMinor: bigint;
  readonly deductions: readonly { readonly words: string; readonly amountMinor: bigint }[];
}

/** Of each item that gets less than is open: what is deducted, and what stays open. */
function missingByItem({ deductions, rests, byId, reasons }: Desk): Missing[] {
  const wordsOf = new Map(reasons.map(({ reason, words }) => [reason, words]));
  const byItem = new Map<string, Missing>();
  for (const { id, number, restMinor } of rests) byItem.set(id, { number, restMinor, deductions: [] });
  for (const { itemId, amountMinor, reason } of deductions) {
    const known = byItem.get(itemId) ?? { number: byId.get(itemId)?.number ?? '', restMinor: 0n, deductions: [] };
    const words = wordsOf.get(reason) ?? reason;
    byItem.set(itemId, { ...known, deductions: [...known.deductions, { words, amountMinor }] });
  }
  return [...byItem.values()];
}

/** "148.80 missing on 4713: cash discount 138.00 + 10.80 stays open", or without deductions "148.80 stays open on 4713". */
function missingWords(
  t: Translate,
  { number, restMinor, deductions }: Missing,
  shown: (minor: bigint) => string,
): string {
  if (deductions.length === 0) return t('cash.staysOpen', { amount: shown(restMinor), number });
  const total = deductions.reduce((all, { amountMinor }) => all + amountMinor, restMinor);
  const parts = deductions.map(({ words, amountMinor }) => `${words} ${shown(amountMinor)}`);
  if (restMinor !== 0n) parts.push(t('cash.restOpen', { amount: shown(restMinor) }));
  return t('cash.missingOn', { amount: shown(total), number, parts: parts.join(' + ') });
}
