/** Whether an account of a bank's file is one that is known by another number: asked once, and kept. */
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, dataOf, doneOf } from '../../app/api.ts';
import type { ImportBatch } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { ACCOUNT_QUESTION } from './import-words.ts';
import styles from './intake.module.css';
import { useShowImport } from './intake.queries.ts';

export function AccountQuestions({ code, batch }: { code: string; batch: ImportBatch }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const say = useMutation({
    mutationFn: async (answer: { account: string; otherAccount: string; isSame: boolean }) => {
      const path = { company: code };
      await doneOf(api.PUT('/api/v1/companies/{company}/account-spellings', { params: { path }, body: answer }));
      const params = { path: { ...path, id: batch.id } };
      return dataOf(api.POST('/api/v1/companies/{company}/imports/{id}/read', { params }));
    },
    onSuccess: useShowImport(code, batch.id),
  });
  const asked = batch.questions.filter((question) => question.code === ACCOUNT_QUESTION);
  if (asked.length === 0) return null;
  const mayAnswer = batch.status === 'preview' && may(company, 'imports.write');
  return (
    <ul className={styles.questions}>
      {asked.map(({ choices: [account = '', otherAccount = ''] }) => (
        <li key={`${account} ${otherAccount}`} data-blocking>
          {t('bankTable.isThisAccount', { account, otherAccount })}
          {mayAnswer && (
            <span className={styles.choices}>
              <Button
                size="compact-xs"
                loading={say.isPending}
                onClick={() => say.mutate({ account, otherAccount, isSame: true })}
              >
                {t('bankTable.isAccount')}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                loading={say.isPending}
                onClick={() => say.mutate({ account, otherAccount, isSame: false })}
              >
                {t('bankTable.isOtherAccount')}
              </Button>
            </span>
          )}
        </li>
      ))}
      {say.error && <ProblemNote error={say.error} />}
    </ul>
  );
}
