import { abs } from '@quittance/core/money';
import type { ReactNode } from 'react';
import { type MoneyText, toMoney } from '../../ui/money/money-text.ts';
import styles from './ledger.module.css';

/** Colours of the ramp; an aging with more buckets shows the last of them in the last colour. */
const COLOURS = 5;
const PERMILLE = 1000n;

/** The shape of an aging in one line: what is not due, then each bucket, as shares of what is open. */
export function BucketBar(props: { parts: readonly { label: string; value: MoneyText }[] }): ReactNode {
  const sizes = props.parts.map(({ label, value }) => ({ label, value, size: positive(toMoney(value).amountMinor) }));
  const whole = sizes.reduce((sum, { size }) => sum + size, 0n);
  return (
    <span className={styles.bar} aria-hidden="true">
      {whole > 0n &&
        sizes.map(
          ({ label, size }, index) =>
            size > 0n && (
              <span
                key={label}
                data-bucket={Math.min(index, COLOURS - 1)}
                title={label}
                style={{ flexGrow: Number((size * PERMILLE) / whole) + 1 }}
              />
            ),
        )}
    </span>
  );
}

/** Credits in a bucket take no part of the line. */
function positive(amount: bigint): bigint {
  return amount > 0n ? abs(amount) : 0n;
}

export function BucketDot({ index }: { index: number }): ReactNode {
  return <span className={styles.bucketDot} data-bucket={Math.min(index, COLOURS - 1)} aria-hidden="true" />;
}
