/** What was sent to a customer, how it fared, and what the latest run held back and why. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { Amount } from '../../../ui/money/money.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { customerDunningQuery } from './customer-dunning.queries.ts';
import styles from './dunning.module.css';
import { writeAgain } from './dunning.queries.ts';
import { useDunningWords } from './dunning-words.ts';

export function CustomerDunning({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const words = useDunningWords();
  const found = useQuery(customerDunningQuery(code, customerId));
  if (found.error) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { actions, held } = found.data;
  return (
    <div className={styles.customer}>
      {actions.length + held.length === 0 && <p className={styles.quiet}>{t('dunning.noneOfCustomer')}</p>}
      {held.length > 0 && (
        <div className={styles.wide}>
          <table className={styles.table}>
            <caption>{t('dunning.latestHeld')}</caption>
            <tbody>
              {held.map((row) => (
                <tr key={row.itemId}>
                  <th scope="row">
                    <a href={`/c/${code}/items/${row.itemId}`}>{row.itemNumber}</a>
                  </th>
                  <td>{words.reason(row.reason)}</td>
                  <td data-figure>
                    <Amount value={row.open} withCurrency />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {actions.length > 0 && (
        <div className={styles.wide}>
          <table className={styles.table}>
            <caption>{t('dunning.sent')}</caption>
            <tbody>
              {actions.map((row) => (
                <tr key={row.id}>
                  <td>
                    <Instant at={row.decidedAt} />
                  </td>
                  <th scope="row">{words.what(row.what)}</th>
                  <td data-figure>
                    {row.items} <span className={styles.quiet}>{t('dunning.items')}</span>
                  </td>
                  <td data-figure>
                    <Amount value={row.amount} withCurrency />
                  </td>
                  <td>
                    {row.state === null ? (
                      t(row.taskId === null ? 'dunning.isListed' : 'dunning.isTask')
                    ) : row.cameBack ? (
                      <CameBack code={code} id={row.id} />
                    ) : (
                      <Status tone={words.tone(row.state)} word={words.state(row.state)} />
                    )}
                  </td>
                  <td className={styles.quiet}>{row.state === 'sent' ? row.address : (row.said ?? row.address)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

/** A letter that did not arrive: the next run writes it again when somebody says so. */
function CameBack({ code, id }: { code: string; id: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const again = useAct(() => writeAgain(code, id), { said: () => t('dunning.againSaid') });
  return (
    <>
      <Status tone="alert" word={t('dunning.cameBack')} />{' '}
      {may(company, 'correspondence.write') && (
        <Button size="compact-xs" variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>
          {t('dunning.again')}
        </Button>
      )}
      {again.error && <ProblemNote error={again.error} />}
    </>
  );
}
