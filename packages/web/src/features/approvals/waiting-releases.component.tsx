/** Statements that do not foot and wait for a decision: it is made on the page of the import, with its balances in sight. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import styles from './approvals.module.css';

const SHOWN_MAX = 20;

export function WaitingReleases({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const releases = useQuery({
    queryKey: ['statement-releases', code],
    queryFn: ({ signal }) => {
      const params = { path: { company: code }, query: { limit: SHOWN_MAX } };
      return dataOf(api.GET('/api/v1/companies/{company}/statement-releases', { params, signal }));
    },
  });
  const rows = releases.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <ul className={styles.releases} aria-label={t('approvals.releasesWait')}>
      {rows.map(({ id, importId, fileName, askedByName, reason }) => (
        <li key={id}>
          <Link to="/c/$company/imports/$importId" params={{ company: code, importId }} search={{}}>
            {t('approvals.releaseAsked', { file: fileName, name: askedByName, reason })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
