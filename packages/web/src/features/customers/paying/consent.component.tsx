/** What a contact said of being written to and called: what holds, what was said before, and a line to note more. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useCustomerAct } from '../customers.queries.ts';
import styles from './paying.module.css';
import { type Consent, consentsQuery } from './paying.queries.ts';

const CHOICES = ['paying.consentAll', 'paying.consentMail', 'paying.consentCall', 'paying.consentNone'] as const;

export function consentWord({ mayMail, mayCall }: Pick<Consent, 'mayMail' | 'mayCall'>): TextKey {
  if (mayMail) return mayCall ? 'paying.consentAll' : 'paying.consentMail';
  return mayCall ? 'paying.consentCall' : 'paying.consentNone';
}

export function ContactConsent(props: { code: string; customerId: string; contactId: string }): ReactNode {
  const { t } = useTexts();
  const { code, customerId, contactId } = props;
  const company = useCompany();
  const lines = useQuery(consentsQuery(code, customerId)).data?.rows.filter((row) => row.contactId === contactId) ?? [];
  const [choice, setChoice] = useState<(typeof CHOICES)[number]>('paying.consentAll');
  const [since, setSince] = useState<string>(company.today);
  const [source, setSource] = useState('');
  const note = useCustomerAct<undefined>(
    () => {
      const mayMail = choice === 'paying.consentAll' || choice === 'paying.consentMail';
      const mayCall = choice === 'paying.consentAll' || choice === 'paying.consentCall';
      const params = { path: { company: code, id: contactId } };
      return api.POST('/api/v1/companies/{company}/contacts/{id}/consents', {
        params,
        body: { mayMail, mayCall, since, source },
      });
    },
    { said: t('paying.consentNoted', { what: t(choice) }), done: () => setSource('') },
  );
  return (
    <form
      className={styles.form}
      style={{ padding: '0 12px' }}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(undefined);
      }}
    >
      <h3>{t('paying.consent')}</h3>
      {lines.length === 0 && <p className={styles.quiet}>{t('paying.consentUnsaid')}</p>}
      <ol className={styles.versions}>
        {lines.map((line, index) => (
          <li key={line.number} className={index === 0 ? undefined : styles.quiet}>
            {t(consentWord(line))}, <DateText date={line.since} />: {line.source}{' '}
            <span className={styles.quiet}>({line.setByName})</span>
          </li>
        ))}
      </ol>
      {note.error && <ProblemNote error={note.error} />}
      <div className={styles.two}>
        <NativeSelect
          size="xs"
          aria-label={t('paying.consent')}
          data={CHOICES.map((value) => ({ value, label: t(value) }))}
          value={choice}
          onChange={(event) => setChoice(CHOICES.find((one) => one === event.currentTarget.value) ?? choice)}
        />
        <DateField
          size="xs"
          aria-label={t('paying.consentSince')}
          max={company.today}
          value={since}
          change={setSince}
        />
        <TextInput
          size="xs"
          required
          aria-label={t('paying.consentSource')}
          placeholder={t('paying.consentSource')}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
        />
      </div>
      <span>
        <Button size="xs" variant="default" type="submit" loading={note.isPending}>
          {t('paying.consentNote')}
        </Button>
      </span>
    </form>
  );
}
