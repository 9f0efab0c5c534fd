/** Why receipts did not post by themselves, and who pays without saying what for. */
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import { Why } from '../../../ui/why/why.component.tsx';
import { questionWords } from '../reason-words.ts';
import { type ChoosingProps, Opens } from './figures.component.tsx';
import styles from './measures.module.css';

const NO_REASON = 'none';

export function ReasonTable(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  const lines = props.measures.exceptions.reasons.map(({ questionCode, count, waitingCount, amounts }) => {
    const to = { figure: 'by_hand', reason: questionCode ?? NO_REASON } as const;
    const words = questionCode === null ? t('measures.noReason') : questionWords(t, questionCode);
    return { key: to.reason, name: <Opens {...props} to={to} words={words} />, counts: [count, waitingCount], amounts };
  });
  return (
    <MeasureTable
      title={t('measures.reasons')}
      formula={t('measures.reasonsFormula')}
      blank={t('measures.noReasons')}
      columns={['cash.reason', 'measures.receipts', 'measures.stillWaiting', 'cash.amount']}
      lines={lines}
    />
  );
}

export function PayerTable(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  const { payers } = props.measures.payersWithoutRemittance;
  const lines = payers.map(({ payer, name, customerNumber, count, byHandCount, amounts }) => ({
    key: payer,
    name: (
      <>
        <Opens {...props} to={{ figure: 'without_remittance', payer }} words={name || t('measures.nameless')} />{' '}
        <span className={styles.quiet}>{customerNumber}</span>
      </>
    ),
    counts: [count, byHandCount],
    amounts,
  }));
  return (
    <MeasureTable
      title={t('measures.payers')}
      formula={t('measures.payersFormula')}
      blank={t('measures.noPayers')}
      columns={['cash.payer', 'measures.receipts', 'measures.placedByPeople', 'cash.amount']}
      lines={lines}
    />
  );
}

interface MeasureLine {
  readonly key: string;
  readonly name: ReactNode;
  readonly counts: readonly number[];
  readonly amounts: readonly { amount: string; currency: string }[];
}

/** A name that opens its receipts, then counts, then amounts. */
function MeasureTable(props: {
  title: string;
  formula: string;
  blank: string;
  /** The name's first. */
  columns: readonly TextKey[];
  lines: readonly MeasureLine[];
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { title } = props;
  return (
    <section className={styles.table}>
      <Why about={title} figure={<h2>{title}</h2>}>
        {props.formula}
      </Why>
      {props.lines.length === 0 ? (
        <p className={styles.quiet}>{props.blank}</p>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              {props.columns.map((column, at) => (
                <th key={column} scope="col" data-figure={at > 0 || undefined}>
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.lines.map(({ key, name, counts, amounts }) => (
              <tr key={key}>
                <th scope="row">{name}</th>
                {counts.map((count, at) => (
                  <td key={props.columns[at + 1]} data-figure>
                    {formats.count(count)}
                  </td>
                ))}
                <Amounts amounts={amounts} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** One under the other, each in its currency. */
function Amounts({ amounts }: { amounts: MeasureLine['amounts'] }): ReactNode {
  return (
    <td data-figure>
      {amounts.map((amount) => (
        <div key={amount.currency}>
          <Amount value={amount} withCurrency />
        </div>
      ))}
    </td>
  );
}
