import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Aging, AgingFigures } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useWords } from '../../app/words.ts';
import { DateText, Instant } from '../../ui/date/date.component.tsx';
import { Icon } from '../../ui/icon/icon.component.tsx';
import { Amount, MoneyInWords } from '../../ui/money/money.component.tsx';
import { type MoneyText, sumByCurrency, toMoneyText } from '../../ui/money/money-text.ts';
import { Why } from '../../ui/why/why.component.tsx';
import { BucketBar, BucketDot } from './bucket-bar.component.tsx';
import { bucketLabels } from './buckets.ts';
import styles from './ledger.module.css';
import { controlQuery, pendingQuery } from './ledger.queries.ts';

/** What the aging comes to in each currency, and that it is what the control accounts say. */
export function AgingTotals(props: {
  aging: Aging | undefined;
  currency: string | undefined;
  /** Shows the rows of one currency, or of all again. */
  only: (currency: string | undefined) => void;
}): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const { aging } = props;
  const control = useQuery(controlQuery(code, aging && { asOf: aging.asOf, knownAt: aging.knownAt }));
  const controls = control.data && sumByCurrency(control.data.totals.map(({ total }) => total)).map(toMoneyText);
  if (!aging) return <div className={styles.totals} />;
  return (
    <div className={styles.totals}>
      {aging.totals.map((total) => (
        <CurrencyTotal
          key={total.currency}
          {...props}
          aging={aging}
          total={total}
          control={controls?.find((control) => control.currency === total.currency)}
        />
      ))}
      <span className={styles.quiet}>
        {t('aging.knownAtUsed')} <Instant at={aging.knownAt} />
      </span>
      {aging.pending > 0 && (
        <Why about={t('aging.pending', { count: aging.pending })} figure={t('aging.pending', { count: aging.pending })}>
          <p>{t('aging.pendingHelp')}</p>
          <PendingActs />
        </Why>
      )}
    </div>
  );
}

function PendingActs(): ReactNode {
  const { company: code } = useParams({ from: '/c/$company' });
  const pending = useQuery(pendingQuery(code));
  const words = useWords();
  return (
    <ul className={styles.plainList}>
      {pending.data?.rows.map((act) => (
        <li key={act.id}>
          <DateText date={act.effectiveOn} /> · {words.entry(act.kind)}
        </li>
      ))}
    </ul>
  );
}

function CurrencyTotal(props: {
  aging: Aging;
  total: AgingFigures;
  control: MoneyText | undefined;
  currency: string | undefined;
  only: (currency: string | undefined) => void;
}): ReactNode {
  const { aging, total, control } = props;
  const isOnly = props.currency === total.currency;
  const { t } = useTexts();
  const foots = control?.amount === total.total.amount;
  const labels = [t('aging.notDue'), ...bucketLabels(aging.buckets)];
  const parts = [total.notDue, ...total.buckets].map((value, index) => ({ label: labels[index] ?? '', value }));
  return (
    <div>
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
            {control && (
              <span className={foots ? styles.foots : styles.footsNot}>
                <Icon name={foots ? 'tick' : 'warning'} size={12} /> {foots ? t('aging.foots') : t('aging.footsNot')}
              </span>
            )}
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
              <td>{control && <Amount value={control} />}</td>
            </tr>
          </tbody>
        </table>
        <p className={styles.quiet}>{t('aging.footsHow')}</p>
      </Why>
    </div>
  );
}
