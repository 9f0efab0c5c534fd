/** The group a customer belongs to as a tree, with what each member owes and the group's total by currency. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Amount } from '../../ui/money/money.component.tsx';
import styles from './customers.module.css';
import { familyQuery } from './customers.queries.ts';
import { familyLines, familyTotals } from './family-lines.ts';

export function CustomerFamily({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const family = useQuery(familyQuery(code, customerId));
  if (family.error) return <ProblemNote error={family.error} retry={() => void family.refetch()} />;
  if (!family.data) return <p className={styles.empty}>{t('grid.reading')}</p>;
  const { rows } = family.data;
  if (rows.length < 2) return <p className={styles.empty}>{t('customers.noFamily')}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.family} aria-label={t('customers.family')}>
        <thead>
          <tr>
            <th scope="col">{t('customers.customer')}</th>
            <th scope="col">{t('customers.number')}</th>
            <th scope="col">{t('customers.country')}</th>
            <th scope="col" className={styles.figure}>
              {t('customers.overdue')}
            </th>
            <th scope="col" className={styles.figure}>
              {t('customers.open')}
            </th>
          </tr>
        </thead>
        <tbody>
          {familyLines(rows).map(({ member, depth }) => (
            <tr key={member.id} aria-current={member.id === customerId || undefined}>
              <td style={{ paddingLeft: 12 + depth * 20 }}>
                <Link
                  to="/c/$company/customers/$customerId"
                  params={{ company: code, customerId: member.id }}
                  search={{ show: 'family' }}
                >
                  {member.name}
                </Link>
                {member.mergedIntoId && <span className={styles.quiet}> · {t('customers.mergedRecord')}</span>}
              </td>
              <td>{member.number}</td>
              <td>{member.country}</td>
              <td className={styles.figure}>
                {member.balances.map(({ overdue }) => (
                  <div key={overdue.currency}>
                    <Amount value={overdue} withCurrency />
                  </div>
                ))}
              </td>
              <td className={styles.figure}>
                {member.balances.map(({ total }) => (
                  <div key={total.currency}>
                    <Amount value={total} withCurrency />
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {familyTotals(rows).map(({ overdue, total }) => (
            <tr key={total.currency}>
              <th scope="row" colSpan={3}>
                {t('customers.groupTotal')}
              </th>
              <td className={styles.figure}>
                <Amount value={overdue} withCurrency />
              </td>
              <td className={styles.figure}>
                <Amount value={total} withCurrency />
              </td>
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}
