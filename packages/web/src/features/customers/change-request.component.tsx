/** Asking for a change of what needs four eyes, with what stands now in the form. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Customer } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { AskedFields, askedBody, NOT_ASKED } from './asked-fields.component.tsx';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';
import { changeOf, draftOf, type RecordOfCustomer } from './guarded-draft.ts';
import { GuardedFieldsForm } from './guarded-fields.component.tsx';

export function ChangeRequest(props: {
  code: string;
  customer: Customer;
  record: RecordOfCustomer;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customer, record, close } = props;
  const { functionalCurrency } = useCompany();
  const [draft, setDraft] = useState(() => draftOf(customer, record, functionalCurrency));
  const [asked, setAsked] = useState(NOT_ASKED);
  const ask = useCustomerAct(
    () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/customers/{id}/requests', {
          params: { path: { company: code, id: customer.id } },
          body: { ...askedBody(asked), change: changeOf(draft) },
        }),
      ),
    { said: t('customers.askedChange'), done: close },
  );
  return (
    <Panel title={<h2>{t('customers.askChange')}</h2>} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(undefined);
        }}
      >
        <p className={styles.quiet}>{t('customers.askChangeHelp')}</p>
        {ask.error && <ProblemNote error={ask.error} />}
        <GuardedFieldsForm code={code} draft={draft} change={setDraft} />
        <AskedFields asked={asked} change={setAsked} error={ask.error} />
        <div className={styles.acts}>
          <Button type="submit" loading={ask.isPending}>
            {t('customers.sendRequest')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
