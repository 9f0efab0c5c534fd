/** An expert's answer to a statement that was refused for an account of another company: the account is shared. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { ImportBatch } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './intake.module.css';
import { useShowImport } from './intake.queries.ts';

const OTHERS_ACCOUNT = 'account_of_another_company';

export function ShareAccounts({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [reason, setReason] = useState('');
  const share = useMutation({
    mutationFn: () => {
      const params = { path: { company: code, id: batch.id } };
      return dataOf(
        api.POST('/api/v1/companies/{company}/imports/{id}/share-accounts', {
          params,
          body: { reason: reason.trim() },
        }),
      );
    },
    onSuccess: useShowImport(code, batch.id),
  });
  if (batch.errorCode !== OTHERS_ACCOUNT || !may(company, 'organisation.manage')) return null;
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        share.mutate();
      }}
    >
      <label>
        {t('imports.shareReason')}{' '}
        <input value={reason} onChange={(event) => setReason(event.currentTarget.value)} size={40} required />
      </label>
      <Button type="submit" variant="default" loading={share.isPending} disabled={reason.trim() === ''}>
        {t('imports.shareAccount')}
      </Button>
      {share.error && <ProblemNote error={share.error} />}
    </form>
  );
}
