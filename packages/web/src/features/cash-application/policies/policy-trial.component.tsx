/** What a version would have done on past receipts: the figures in a sentence, and the receipts that differ with both answers. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import styles from './policies.module.css';
import { type PolicyVersion, usePolicyAct } from './policies.queries.ts';

type Trial = NonNullable<PolicyVersion['trial']>;
type Answer = Trial['differences'][number]['now'];

export function TryButton({ code, number }: { code: string; number: number }): ReactNode {
  const { t } = useTexts();
  const attempt = usePolicyAct(
    code,
    () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/cash/policies/{number}/trials', {
          params: { path: { company: code, number } },
        }),
      ),
    () => t('policies.tried', { number }),
  );
  return (
    <>
      {attempt.error && <ProblemNote error={attempt.error} />}
      <Button size="compact-xs" variant="default" loading={attempt.isPending} onClick={() => attempt.mutate(undefined)}>
        {t('policies.tryIt')}
      </Button>
    </>
  );
}

export function TrialResult({ trial }: { trial: Trial }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { from, until, receipts, proposed, more, fewer, changed, differences, differencesCount } = trial;
  const figures = { receipts, proposed: proposed.posted, more: more.posted, otherwise: more.otherwise, fewer, changed };
  const counted = Object.fromEntries(Object.entries(figures).map(([name, count]) => [name, formats.count(count)]));
  return (
    <div>
      <p>{t('policies.trialSays', { ...counted, from: formats.date(from), until: formats.date(until) })}</p>
      <p className={styles.quiet}>{t('policies.trialLimits')}</p>
      {differences.length > 0 && (
        <details>
          <summary>{t('policies.differences', { count: differencesCount })}</summary>
          <div className={styles.wide}>
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t('policies.receipt')}</th>
                  <th scope="col" />
                  <th scope="col">{t('policies.byNow')}</th>
                  <th scope="col">{t('policies.byVersion')}</th>
                  <th scope="col">{t('policies.wasDone')}</th>
                </tr>
              </thead>
              <tbody>
                {differences.map((row) => (
                  <tr key={row.receipt}>
                    <th scope="row">
                      {row.receipt} <DateText date={row.bookedOn} />
                    </th>
                    <td data-figure>
                      <Amount value={{ amount: row.amount, currency: row.currency }} withCurrency />
                    </td>
                    <AnswerCell answer={row.now} />
                    <AnswerCell answer={row.proposed} />
                    <AnswerCell answer={row.done} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      )}
    </div>
  );
}

const ITEMS_SHOWN = 4;

function AnswerCell({ answer }: { answer: Answer | null }): ReactNode {
  const { t } = useTexts();
  if (answer === null || !answer.posts) return <td>{t('policies.waits')}</td>;
  const { allocations, customer } = answer;
  if (allocations.length === 0) return <td>{`${t('policies.onAccount')} ${customer ?? ''}`}</td>;
  const numbers = allocations.slice(0, ITEMS_SHOWN).map(({ number }) => number);
  return <td>{`${numbers.join(', ')}${allocations.length > ITEMS_SHOWN ? ' …' : ''}`}</td>;
}
