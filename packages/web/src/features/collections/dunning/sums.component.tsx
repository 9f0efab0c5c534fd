/** What goes out and what is held back, in two small tables; a row may be chosen to look at what it counts. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import styles from './dunning.module.css';
import type { HeldReason, Sums } from './dunning.queries.ts';
import { useDunningWords } from './dunning-words.ts';

export function SumTables(props: {
  sums: Sums;
  words: { readonly actions: string; readonly held: string };
  chosen?: HeldReason | null;
  choose?: (reason: HeldReason | null) => void;
}): ReactNode {
  const { sums, words, chosen = null, choose } = props;
  const { t } = useTexts();
  const formats = useFormats();
  const { what, reason: reasonWord } = useDunningWords();
  return (
    <div className={styles.sums}>
      {sums.actions.length > 0 && (
        <table className={styles.table}>
          <caption>
            {choose === undefined || chosen === null ? (
              words.actions
            ) : (
              <button type="button" className={styles.pick} onClick={() => choose(null)}>
                {t('dunning.all')}
              </button>
            )}
          </caption>
          <tbody>
            {sums.actions.map((sum) => (
              <tr key={`${sum.channel} ${sum.what}`}>
                <th scope="row">
                  {what(sum.what)}
                  {sum.channel === 'paper' && <span className={styles.quiet}> · {t('dunning.paper')}</span>}
                </th>
                <td data-figure>{formats.count(sum.count)}</td>
                <td data-figure>
                  {formats.count(sum.items)} <span className={styles.quiet}>{t('dunning.items')}</span>
                </td>
                <td data-figure>
                  <Amount value={sum.amount} withCurrency />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {sums.held.length > 0 && (
        <table className={styles.table}>
          <caption>{words.held}</caption>
          <tbody>
            {sums.held.map(({ reason, items, amount }) => (
              <tr key={reason}>
                <th scope="row">
                  {choose === undefined ? (
                    reasonWord(reason)
                  ) : (
                    <button
                      type="button"
                      className={styles.pick}
                      aria-pressed={chosen === reason}
                      onClick={() => choose(chosen === reason ? null : reason)}
                    >
                      {reasonWord(reason)}
                    </button>
                  )}
                </th>
                <td data-figure>
                  {formats.count(items)} <span className={styles.quiet}>{t('dunning.items')}</span>
                </td>
                <td data-figure>
                  <Amount value={amount} withCurrency />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
