/** What the ticked items add up to, on whatever page of the list they stand: open, less what is covered or rests, asked for. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { MoneyInWords } from '../../ui/money/money.component.tsx';
import styles from './correspondence.module.css';
import { type LetterSum, letterSumsQuery } from './correspondence.queries.ts';

export function LetterSums(props: { code: string; customerId: string; itemIds: readonly string[] }): ReactNode {
  const { code, customerId } = props;
  const itemIds = useDeferredValue(props.itemIds);
  const { data, error } = useQuery(letterSumsQuery(code, { customerId, itemIds }));
  if (props.itemIds.length === 0) return null;
  if (error) return <ProblemNote error={error} />;
  return data?.rows.map((sum) => <OneSum key={sum.asked.currency} sum={sum} />);
}

function OneSum({ sum }: { sum: LetterSum }): ReactNode {
  const { t } = useTexts();
  const { open, credit, resting, asked } = sum;
  const off = [
    ['mail.lessCredit', credit],
    ['mail.lessResting', resting],
  ] as const satisfies readonly (readonly [TextKey, LetterSum['credit']])[];
  const taken = off.filter(([, money]) => !isNothing(money));
  if (taken.length === 0) return <MoneyInWords value={asked} />;
  return (
    <span className={styles.sum}>
      <MoneyInWords value={open} />
      {taken.map(([word, money]) => (
        <span key={word} className={styles.quiet}>
          {t(word)} <MoneyInWords value={money} />
        </span>
      ))}
      <span>
        {t('mail.asksFor')} <b>{<MoneyInWords value={asked} />}</b>
      </span>
    </span>
  );
}

function isNothing({ amount }: LetterSum['credit']): boolean {
  return /^-?[0.]*$/.test(amount);
}
