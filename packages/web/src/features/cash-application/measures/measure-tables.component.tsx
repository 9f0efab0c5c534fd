/** Why receipts did not post by themselves, and who pays without saying what for. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import { Why } from '../../../ui/why/why.component.tsx';
import { questionWords } from '../reason-words.ts';
import { type ChoosingProps, Opens } from './figures.component.tsx';
import styles from './measures.module.css';

const NO_REASON = 'none';

export function ReasonTable(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { exceptions } = props.measures;
  const title = t('measures.reasons');
  return (
    <section className={styles.table}>
      <Why about={title} figure={<h2>{title}</h2>}>
        {t('measures.reasonsFormula')}
      </Why>
      {exceptions.reasons.length === 0 ? (
        <p className={styles.quiet}>{t('measures.noReasons')}</p>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('cash.reason')}</th>
              <th scope="col" data-figure>
                {t('measures.receipts')}
              </th>
              <th scope="col" data-figure>
                {t('measures.stillWaiting')}
              </th>
              <th scope="col" data-figure>
                {t('cash.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {exceptions.reasons.map(({ questionCode, count, waitingCount, amounts }) => (
              <tr key={questionCode ?? NO_REASON}>
                <th scope="row">
                  <Opens
                    {...props}
                    to={{ figure: 'by_hand', reason: questionCode ?? NO_REASON }}
                    words={questionCode === null ? t('measures.noReason') : questionWords(t, questionCode)}
                  />
                </th>
                <td data-figure>{formats.count(count)}</td>
                <td data-figure>{formats.count(waitingCount)}</td>
                <Amounts amounts={amounts} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

export function PayerTable(props: ChoosingProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { payers } = props.measures.payersWithoutRemittance;
  const title = t('measures.payers');
  return (
    <section className={styles.table}>
      <Why about={title} figure={<h2>{title}</h2>}>
        {t('measures.payersFormula')}
      </Why>
      {payers.length === 0 ? (
        <p className={styles.quiet}>{t('measures.noPayers')}</p>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('cash.payer')}</th>
              <th scope="col" data-figure>
                {t('measures.receipts')}
              </th>
              <th scope="col" data-figure>
                {t('measures.placedByPeople')}
              </th>
              <th scope="col" data-figure>
                {t('cash.amount')}
              </th>
            </tr>
          </thead>
          <tbody>
            {payers.map(({ payer, name, customerNumber, count, byHandCount, amounts }) => (
              <tr key={payer}>
                <th scope="row">
                  <Opens
                    {...props}
                    to={{ figure: 'without_remittance', payer }}
                    words={name || t('measures.nameless')}
                  />{' '}
                  <span className={styles.quiet}>{customerNumber}</span>
                </th>
                <td data-figure>{formats.count(count)}</td>
                <td data-figure>{formats.count(byHandCount)}</td>
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
function Amounts({ amounts }: { amounts: readonly { amount: string; currency: string }[] }): ReactNode {
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
