/** Who sees whose customers while the calendar has them away. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import type { PortfolioPart } from './portfolios.component.tsx';
import styles from './portfolios.module.css';
import { portfoliosQuery } from './portfolios.queries.ts';

export function CoverView({ code, people }: PortfolioPart): ReactNode {
  const { t } = useTexts();
  const manages = may(useCompany(), 'portfolios.manage');
  const { data } = useQuery(portfoliosQuery(code));
  const save = useAct(
    ({ id, coverId }: { id: string; coverId: string | null }) =>
      api.PUT('/api/v1/companies/{company}/portfolios/covers/{id}', {
        params: { path: { company: code, id } },
        body: { coverId },
      }),
    { said: () => t('portfolios.covered') },
  );
  if (!data) return null;
  return (
    <>
      <p className={styles.quiet}>{t('portfolios.coverHelp')}</p>
      {save.error && <ProblemNote error={save.error} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('portfolios.person')}</th>
            <th scope="col">{t('portfolios.coverFor')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td className={styles.text}>
                <NativeSelect
                  size="xs"
                  aria-label={`${name}: ${t('portfolios.coverFor')}`}
                  disabled={!manages || save.isPending}
                  value={data.covers.find(({ personId }) => personId === id)?.coverId ?? ''}
                  onChange={(event) =>
                    save.mutate({ id, coverId: event.currentTarget.value === '' ? null : event.currentTarget.value })
                  }
                  data={[
                    { value: '', label: t('portfolios.noCover') },
                    ...people.filter((one) => one.id !== id).map((one) => ({ value: one.id, label: one.name })),
                  ]}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
