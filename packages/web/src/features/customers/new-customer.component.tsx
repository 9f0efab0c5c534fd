/** Asking for a new customer: another person decides. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { AskedFields, askedBody, NOT_ASKED } from './asked-fields.component.tsx';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';
import { changeOf, emptyDraft } from './guarded-draft.ts';
import { GuardedFieldsForm } from './guarded-fields.component.tsx';

const NOBODY = { number: '', country: '', language: '', timeZone: '', email: '', phone: '' };

export function NewCustomer({ code, close }: { code: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { functionalCurrency } = useCompany();
  const [draft, setDraft] = useState(() => emptyDraft(functionalCurrency));
  const [plain, setPlain] = useState(NOBODY);
  const [asked, setAsked] = useState(NOT_ASKED);
  const ask = useCustomerAct(
    () =>
      dataOf(
        api.POST('/api/v1/companies/{company}/customers', {
          params: { path: { company: code } },
          body: { ...askedBody(asked), customer: { ...changeOf(draft), ...plain } },
        }),
      ),
    { said: t('customers.askedNew', { name: draft.name }), done: close },
  );
  const text = (name: keyof typeof NOBODY) => ({
    value: plain[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setPlain({ ...plain, [name]: event.currentTarget.value }),
  });
  return (
    <Panel title={<h2>{t('customers.askNew')}</h2>} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          ask.mutate(undefined);
        }}
      >
        {ask.error && <ProblemNote error={ask.error} />}
        <div className={styles.two}>
          <TextInput label={t('customers.number')} required withAsterisk={false} autoFocus {...text('number')} />
          <TextInput label={t('customers.country')} placeholder="IT" maxLength={2} {...text('country')} />
        </div>
        <GuardedFieldsForm code={code} draft={draft} change={setDraft} />
        <div className={styles.two}>
          <TextInput label={t('customers.email')} type="email" {...text('email')} />
          <TextInput label={t('customers.phone')} type="tel" {...text('phone')} />
          <TextInput label={t('customers.language')} placeholder="it" maxLength={2} {...text('language')} />
          <TextInput label={t('customers.timeZone')} placeholder="Europe/Rome" {...text('timeZone')} />
        </div>
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
