/** The figures of the period. Each says what it counts, how, and opens the receipts behind it. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Why } from '../../../ui/why/why.component.tsx';
import { clockTimeWords, timeWords } from './measure-words.ts';
import styles from './measures.module.css';
import type { Chosen, Measures } from './measures.queries.ts';

export interface ChoosingProps {
  readonly measures: Measures;
  readonly chosen: Chosen | null;
  readonly choose: (chosen: Chosen) => void;
}

export function Figures(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { measures } = props;
  const { autoPayments, autoLines, precision } = measures;
  return (
    <div className={styles.figures}>
      <Figure title={t('measures.autoPayments')} share={autoPayments.share} formula={t('measures.autoPaymentsFormula')}>
        <Opens {...props} to={{ figure: 'auto' }} words={t('measures.autoCount', counted(autoPayments.numerator))} />{' '}
        {t('measures.ofCount')}{' '}
        <Opens {...props} to={{ figure: 'received' }} words={formats.count(autoPayments.denominator)} />
        {' · '}
        <Opens
          {...props}
          to={{ figure: 'by_hand' }}
          words={t('measures.byHandCount', counted(autoPayments.denominator - autoPayments.numerator))}
        />
      </Figure>
      <Figure title={t('measures.autoLines')} share={autoLines.share} formula={t('measures.autoLinesFormula')}>
        <Opens
          {...props}
          to={{ figure: 'auto_lines' }}
          words={t('measures.linesCount', counted(autoLines.numerator))}
        />{' '}
        {t('measures.ofCount')}{' '}
        <Opens {...props} to={{ figure: 'lines' }} words={formats.count(autoLines.denominator)} />
      </Figure>
      <Values {...props} />
      <Figure title={t('measures.precision')} share={precision.share} formula={t('measures.precisionFormula')}>
        <Opens
          {...props}
          to={{ figure: 'corrected' }}
          words={t('measures.correctedCount', counted(precision.denominator - precision.numerator))}
        />{' '}
        {t('measures.ofCount')}{' '}
        <Opens {...props} to={{ figure: 'auto' }} words={formats.count(precision.denominator)} />
      </Figure>
      <Times {...props} />
    </div>
  );
}

function counted(count: number): { readonly count: number } {
  return { count };
}

function Values(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { autoValue, autoValueFunctional } = props.measures;
  const main = autoValueFunctional ?? autoValue.currencies[0];
  const lines = autoValue.currencies.map((value) => ({ ...value, currency: value.denominator.currency }));
  const amount = (money: { amount: string; currency: string }) => formats.amountText(money.amount, money.currency);
  const formula = t(autoValueFunctional ? 'measures.autoValueFunctionalFormula' : 'measures.autoValueFormula');
  return (
    <Figure title={t('measures.autoValue')} share={main?.share ?? null} formula={formula}>
      {autoValueFunctional && (
        <span className={styles.line}>
          {amount(autoValueFunctional.numerator)} {t('measures.ofCount')} {amount(autoValueFunctional.denominator)}{' '}
          {autoValueFunctional.denominator.currency}
        </span>
      )}
      {lines.map(({ currency, numerator, denominator, share }) => (
        <span key={currency} className={styles.line}>
          <Opens {...props} to={{ figure: 'auto', currency }} words={amount(numerator)} /> {t('measures.ofCount')}{' '}
          <Opens {...props} to={{ figure: 'received', currency }} words={`${amount(denominator)} ${currency}`} />
          {lines.length > 1 && share !== null && ` · ${formats.percent(share)}`}
        </span>
      ))}
    </Figure>
  );
}

function Times(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  const { all, byPeople, waitingCount, businessDayMinutes } = props.measures.timeToApply;
  const words = (minutes: number | null) => (minutes === null ? '–' : timeWords(t, minutes, businessDayMinutes));
  const clockWords = (minutes: number | null) => (minutes === null ? '–' : clockTimeWords(t, minutes));
  return (
    <Figure title={t('measures.time')} words={words(all.medianMinutes)} formula={t('measures.timeFormula')}>
      <span className={styles.line}>
        {t('measures.ninthDecile', { time: words(all.ninthDecileMinutes) })}
        {' · '}
        <Opens {...props} to={{ figure: 'applied' }} words={t('measures.appliedCount', counted(all.count))} />
        {' · '}
        <Opens {...props} to={{ figure: 'waiting' }} words={t('measures.waitingCount', counted(waitingCount))} />
      </span>
      {all.count > 0 && (
        <span className={styles.line}>
          {t('measures.clockTime', {
            median: clockWords(all.medianClockMinutes),
            decile: clockWords(all.ninthDecileClockMinutes),
          })}
        </span>
      )}
      {byPeople.count > 0 && (
        <span className={styles.line}>
          <Opens
            {...props}
            to={{ figure: 'applied_by_people' }}
            words={t('measures.byPeopleCount', counted(byPeople.count))}
          />
          {': '}
          {t('measures.medianAndDecile', {
            median: words(byPeople.medianMinutes),
            decile: words(byPeople.ninthDecileMinutes),
          })}
          {'; '}
          {t('measures.clockTime', {
            median: clockWords(byPeople.medianClockMinutes),
            decile: clockWords(byPeople.ninthDecileClockMinutes),
          })}
        </span>
      )}
    </Figure>
  );
}

type FigureProps = { readonly title: string; readonly formula: string; readonly children: ReactNode } & (
  | { readonly share: number | null }
  | { readonly words: string }
);

function Figure(props: FigureProps): ReactNode {
  const formats = useFormats();
  const words = 'words' in props ? props.words : props.share === null ? '–' : formats.percent(props.share);
  return (
    <section className={styles.figure}>
      <h2>{props.title}</h2>
      <Why about={`${props.title}: ${words}`} figure={<b className={styles.value}>{words}</b>}>
        {props.formula}
      </Why>
      <p className={styles.counts}>{props.children}</p>
    </section>
  );
}

/** A part of a figure that opens its receipts. */
export function Opens(props: ChoosingProps & { to: Chosen; words: string }): ReactNode {
  const { to, chosen, choose, words } = props;
  const isOn =
    chosen?.figure === to.figure &&
    chosen.currency === to.currency &&
    chosen.reason === to.reason &&
    chosen.payer === to.payer &&
    chosen.week === to.week;
  return (
    <button type="button" className={styles.opens} aria-pressed={isOn} onClick={() => choose(to)}>
      {words}
    </button>
  );
}
