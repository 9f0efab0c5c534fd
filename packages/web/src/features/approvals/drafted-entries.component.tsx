/** Entries as a bookkeeper reads them: account, of what, debit and credit; what changed stands beside what was asked. */
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useWords } from '../../app/words.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Amount } from '../../ui/money/money.component.tsx';
import styles from './approvals.module.css';
import type { ApprovalDetail, DraftedEntry } from './approvals.types.ts';

export function DraftedEntries(props: {
  readonly entries: readonly DraftedEntry[];
  readonly title: string;
  /** What a note over interest brings is no billing of goods. */
  readonly isOfInterest?: boolean;
}): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  const { entries, title, isOfInterest = false } = props;
  const account = (code: string): string =>
    isOfInterest && code === 'billing' ? t('approvals.interestAndFees') : words.account(code);
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      <table className={styles.entries}>
        <thead>
          <tr>
            <th scope="col">{t('approvals.account')}</th>
            <th scope="col">{t('approvals.of')}</th>
            <th scope="col" data-figure>
              {t('approvals.debit')}
            </th>
            <th scope="col" data-figure>
              {t('approvals.creditSide')}
            </th>
          </tr>
        </thead>
        {entries.map((entry, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a draft has no ids, and its entries never move
          <tbody key={at}>
            {entries.length > 1 && (
              <tr data-head>
                <th colSpan={4} scope="rowgroup">
                  {words.entry(entry.kind)} · <DateText date={entry.effectiveOn} />
                </th>
              </tr>
            )}
            {entry.postings.map((posting, line) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above
              <tr key={line}>
                <td>{account(posting.account)}</td>
                <td>
                  {posting.itemNumber}
                  {posting.customerName && <span className={styles.whose}> {posting.customerName}</span>}
                </td>
                <Side value={posting.amount} isDebit />
                <Side value={posting.amount} />
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Side({
  value,
  isDebit = false,
}: {
  value: { amount: string; currency: string };
  isDebit?: boolean;
}): ReactNode {
  const isCredit = value.amount.startsWith('-');
  const own = isDebit !== isCredit;
  const shown = { amount: value.amount.replace('-', ''), currency: value.currency };
  return <td data-figure>{own && <Amount value={shown} withCurrency />}</td>;
}

export function Differences({ detail }: { detail: ApprovalDetail }): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  const formats = useFormats();
  const isChanged = detail.now !== null && JSON.stringify(detail.now) !== JSON.stringify(detail.asked);
  if (!isChanged || detail.differences.length === 0) return null;
  return (
    <section className={styles.changed} role="alert">
      <p>{t('approvals.booksChanged')}</p>
      <table className={styles.entries}>
        <thead>
          <tr>
            <th scope="col">{t('approvals.account')}</th>
            <th scope="col" data-figure>
              {t('approvals.asked')}
            </th>
            <th scope="col" data-figure>
              {t('approvals.now')}
            </th>
          </tr>
        </thead>
        <tbody>
          {detail.differences.map((one) => (
            <tr key={`${one.account} ${one.itemNumber} ${one.customerName} ${one.asked.amount}`}>
              <td>{[words.account(one.account), one.itemNumber, one.customerName].filter(Boolean).join(' · ')}</td>
              <td data-figure>{formats.amountText(one.asked.amount, one.asked.currency)}</td>
              <td data-figure>
                <b>{formats.amountText(one.now.amount, one.now.currency)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
