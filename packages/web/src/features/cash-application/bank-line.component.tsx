import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { DateText } from '../../ui/date/date.component.tsx';
import styles from './cash.module.css';
import type { ReceiptDetail } from './cash.types.ts';

/** What the bank said, unchanged: it is the first evidence. */
export function BankLineView({ receipt }: { receipt: ReceiptDetail }): ReactNode {
  const { t } = useTexts();
  const line = receipt.bankLine;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('cash.payer'), line?.counterpartyName ?? receipt.payerName],
    [t('cash.payerAccount'), line?.counterpartyAccount ?? receipt.payerAccount],
    [t('cash.ourAccount'), line?.account],
    [t('cash.valued'), line?.valueOn && <DateText date={line.valueOn} />],
    [t('cash.structuredReference'), line?.structuredReference],
    [t('cash.endToEndId'), line?.endToEndId],
    [t('cash.bankReference'), line?.bankReference],
  ];
  const text = line?.text ?? receipt.text;
  return (
    <section aria-label={t('cash.bankLine')} className={styles.bankLine}>
      {text && <pre>{text}</pre>}
      <dl>
        {facts
          .filter(([, value]) => value)
          .map(([word, value]) => (
            <div key={word}>
              <dt>{word}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
