import type { ReactNode } from 'react';
import { useFormats } from '../format/formats.context.ts';
import styles from './money.module.css';
import { isZero, type MoneyText } from './money-text.ts';

/** An amount in tabular figures: credits with a minus sign, zero as a quiet dot. */
export function Amount({ value, withCurrency = false }: { value: MoneyText; withCurrency?: boolean }): ReactNode {
  const formats = useFormats();
  if (isZero(value)) {
    return (
      <span className={styles.zero} title={formats.amountText('0', value.currency)}>
        ·
      </span>
    );
  }
  return (
    <span className={styles.amount}>
      {formats.amountText(value.amount, value.currency)}
      {withCurrency && <span className={styles.currency}> {value.currency}</span>}
    </span>
  );
}

/** An amount in a sentence or a heading: always with its currency, and zero written out. */
export function MoneyInWords({ value }: { value: MoneyText }): ReactNode {
  const formats = useFormats();
  return (
    <span className={styles.amount}>
      {formats.amountText(value.amount, value.currency)} <span className={styles.currency}>{value.currency}</span>
    </span>
  );
}
