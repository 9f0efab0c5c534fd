/** Merges, and their undoing as long as nobody has done it. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { TextAct } from '../../ui/act/text-act.component.tsx';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';
import type { Merge } from './customers.types.ts';

export function Merges({ code, merges }: { code: string; merges: readonly Merge[] }): ReactNode {
  return (
    <ul className={styles.lines}>
      {merges.map((merge) => (
        <MergeLine key={merge.id} code={code} merge={merge} />
      ))}
    </ul>
  );
}

function MergeLine({ code, merge }: { code: string; merge: Merge }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [reason, setReason] = useState<string | null>(null);
  const undo = useCustomerAct(
    () =>
      api.POST('/api/v1/companies/{company}/merges/{id}/undo', {
        params: { path: { company: code, id: merge.id } },
        body: { reason: reason ?? '' },
      }),
    { said: t('customers.unmerged'), done: () => setReason(null) },
  );
  return (
    <li>
      <div>
        {t('customers.mergedInto', {
          duplicate: `${merge.duplicateNumber} ${merge.duplicateName}`,
          survivor: `${merge.survivorNumber} ${merge.survivorName}`,
        })}
      </div>
      <div className={styles.quiet}>
        {merge.mergedByName}, <Instant at={merge.mergedAt} />
        {merge.reason && ` · ${merge.reason}`}
      </div>
      {merge.undoneAt ? (
        <div className={styles.quiet}>
          {t('customers.undoneBy', { name: merge.undoneByName ?? '', reason: merge.undoReason ?? '' })}
        </div>
      ) : reason === null ? (
        may(company, 'customers.approve') && <TextAct onClick={() => setReason('')}>{t('customers.undoMerge')}</TextAct>
      ) : (
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            undo.mutate(undefined);
          }}
        >
          <TextInput
            size="xs"
            required
            autoFocus
            aria-label={t('customers.reason')}
            placeholder={t('customers.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" loading={undo.isPending}>
            {t('customers.undoMerge')}
          </Button>
        </form>
      )}
      {undo.error && <ProblemNote error={undo.error} />}
    </li>
  );
}
