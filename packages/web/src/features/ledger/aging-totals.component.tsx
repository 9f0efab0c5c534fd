import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Aging, AgingTotal } from '../../app/api.types.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { Icon } from '../../ui/icon/icon.component.tsx';
import { Amount, MoneyInWords } from '../../ui/money/money.component.tsx';
import { Why } from '../../ui/why/why.component.tsx';
import { BucketBar, BucketDot } from './bucket-bar.component.tsx';
import { bucketLabels } from './buckets.ts';
import styles from './ledger.module.css';

/** What the aging comes to in each currency, and that it is what the control accounts say. */
export function AgingTotals(props: {
  aging: Aging | undefined;
  currency: string | undefined;
  /** Shows the rows of one currency, or of all again. */
  only: (currency: string | undefined) => void;
}): ReactNode {
  const { t } = useTranslation();
  const { aging } = props;
  if (!aging) return <div className={styles.totals} />;
  return (
    <div className={styles.totals}>
      {aging.totals.map((total) => (
        <CurrencyTotal key={total.currency} {...props} aging={aging} total={total} />
      ))}
      <span className={styles.quiet}>
        {t('aging.knownAtUsed')} <Instant at={aging.knownAt} />
      </span>
      {aging.pending.length > 0 && (
        <Why
          about={t('aging.pending', { count: aging.pending.length })}
          figure={t('aging.pending', { count: aging.pending.length })}
        >
          <p>{t('aging.pendingHelp')}</p>
          <ul className={styles.plainList}>
            {aging.pending.map((act) => (
              <li key={act.id}>
                {act.effectiveOn} · {act.sentence} · <MoneyInWords value={act.amount} />
              </li>
            ))}
          </ul>
        </Why>
      )}
    </div>
  );
}

function CurrencyTotal(props: {
  aging: Aging;
  total: AgingTotal;
  currency: string | undefined;
  only: (currency: string | undefined) => void;
}): ReactNode {
  const { aging, total } = props;
  const isOnly = props.currency === total.currency;
  const { t } = useTranslation();
  const foots = total.total.amount === total.control.amount;
  const labels = [t('aging.notDue'), ...bucketLabels(aging.buckets)];
  const parts = [total.notDue, ...total.buckets].map((value, index) => ({ label: labels[index] ?? '', value }));
  return (
    <div className={styles.total}>
      <Why
        about={`${total.total.amount} ${total.currency}`}
        figure={
          <>
            <button
              type="button"
              className={styles.totalFigure}
              aria-pressed={isOnly}
              title={isOnly ? t('aging.allCurrencies') : t('aging.onlyCurrency', { currency: total.currency })}
              onClick={() => props.only(isOnly ? undefined : total.currency)}
            >
              <MoneyInWords value={total.total} />
            </button>
            <span className={styles.shape}>
              <BucketBar parts={parts} />
            </span>
            <span className={foots ? styles.foots : styles.footsNot}>
              <Icon name={foots ? 'tick' : 'warning'} size={12} /> {foots ? t('aging.foots') : t('aging.footsNot')}
            </span>
          </>
        }
      >
        <table className={styles.proof}>
          <tbody>
            {parts.map(({ label, value }, index) => (
              <tr key={label}>
                <th scope="row">
                  <BucketDot index={index} /> {index === 0 ? label : t('aging.daysLate', { range: label })}
                </th>
                <td>
                  <Amount value={value} />
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('aging.unapplied')}</th>
              <td>
                <Amount value={total.unapplied} />
              </td>
            </tr>
            <tr data-sum="">
              <th scope="row">{t('grid.total')}</th>
              <td>
                <Amount value={total.total} />
              </td>
            </tr>
            <tr>
              <th scope="row">{t('aging.control')}</th>
              <td>
                <Amount value={total.control} />
              </td>
            </tr>
          </tbody>
        </table>
        <p className={styles.quiet}>{t('aging.footsHow')}</p>
      </Why>
    </div>
  );
}
