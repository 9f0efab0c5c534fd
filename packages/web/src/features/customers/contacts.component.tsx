/** The people at a customer: whom to call, in which language, for what. */
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { languageName } from '../../ui/format/language-name.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { StoppedMail, useStoppedWord } from '../correspondence/stopped-mail.component.tsx';
import styles from './customers.module.css';
import { contactsQuery, useCustomerAct } from './customers.queries.ts';
import type { Contact } from './customers.types.ts';
import { ContactConsent, consentWord } from './paying/consent.component.tsx';
import { consentsQuery } from './paying/paying.queries.ts';

export const ROLE_WORDS: Readonly<Record<string, TextKey>> = {
  accounts_payable: 'customers.rolePayable',
  buyer: 'customers.roleBuyer',
  escalation: 'customers.roleEscalation',
  portal: 'customers.rolePortal',
  director: 'customers.roleDirector',
};

export function CustomerContacts({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [open, setOpen] = useState<'new' | string | null>(null);
  const { view, onView } = useAddressView();
  const contacts = useQuery(contactsQuery(code, customerId));
  const rows = contacts.data?.rows ?? [];
  const columns = useContactColumns(code, customerId);
  const mayWrite = may(company, 'customers.write');
  const close = (): void => setOpen(null);
  const shown = rows.find((row) => row.id === open);
  return (
    <Split
      id="contacts"
      startPercent={64}
      left={
        <Grid
          id="contacts"
          label={t('customers.contacts')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          load={gridLoadOf(contacts)}
          empty={t('customers.noContacts')}
          view={view}
          onView={onView}
          {...(mayWrite ? { onOpen: (row: Contact) => setOpen(row.id) } : {})}
          lead={mayWrite && <Button onClick={() => setOpen('new')}>{t('customers.addContact')}</Button>}
          isMain
        />
      }
      right={
        open === 'new' || shown ? (
          <ContactForm key={open} code={code} customerId={customerId} contact={shown ?? null} close={close} />
        ) : null
      }
    />
  );
}

function useContactColumns(code: string, customerId: string): readonly GridColumn<Contact>[] {
  const { t } = useTexts();
  const { locale } = useFormats();
  const consents = useQuery(consentsQuery(code, customerId)).data?.rows;
  const stoppedWordOf = useStoppedWord(code, customerId);
  return useMemo((): readonly GridColumn<Contact>[] => {
    const consentOf = (row: Contact): string => {
      const line = consents?.find((one) => one.contactId === row.id);
      return t(line ? consentWord(line) : 'paying.consentUnsaid');
    };
    const roleWord = (role: string): string => (ROLE_WORDS[role] ? t(ROLE_WORDS[role]) : role);
    const state = (row: Contact): string | null => {
      if (row.endedAt) return t('customers.contactLeft');
      const words = [row.isPrimary ? t('customers.primaryContact') : null, stoppedWordOf(row.email)];
      return words.filter((word) => word !== null).join(', ') || null;
    };
    return [
      { id: 'name', kind: 'text', header: t('customers.name'), width: 180, grow: true, value: (row) => row.name },
      {
        id: 'roles',
        kind: 'text',
        header: t('customers.roles'),
        width: 190,
        grow: true,
        value: (row) => row.roles.map(roleWord).join(', ') || null,
      },
      { id: 'state', kind: 'text', header: t('customers.state'), width: 110, grow: true, value: state },
      {
        id: 'email',
        kind: 'text',
        header: t('customers.email'),
        width: 220,
        value: (row) => row.email,
        render: (row) => (row.email ? <a href={`mailto:${row.email}`}>{row.email}</a> : undefined),
      },
      {
        id: 'phone',
        kind: 'text',
        header: t('customers.phone'),
        width: 150,
        value: (row) => row.phone,
        render: (row) => (row.phone ? <a href={`tel:${row.phone}`}>{row.phone}</a> : undefined),
      },
      {
        id: 'language',
        kind: 'text',
        header: t('customers.language'),
        width: 110,
        value: (row) => (row.language === null ? null : languageName(row.language, locale)),
      },
      { id: 'consent', kind: 'text', header: t('paying.consent'), width: 150, value: consentOf },
      { id: 'notes', kind: 'text', header: t('customers.notes'), width: 200, value: (row) => row.notes },
    ];
  }, [t, consents, locale, stoppedWordOf]);
}

interface Draft {
  readonly name: string;
  readonly roles: readonly string[];
  readonly email: string;
  readonly phone: string;
  readonly language: string;
  readonly notes: string;
  readonly isPrimary: boolean;
  readonly isEnded: boolean;
}

function draftOf(contact: Contact | null): Draft {
  return {
    name: contact?.name ?? '',
    roles: contact?.roles ?? ['accounts_payable'],
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    language: contact?.language ?? '',
    notes: contact?.notes ?? '',
    isPrimary: contact?.isPrimary ?? false,
    isEnded: contact !== null && contact.endedAt !== null,
  };
}

function ContactForm(props: {
  code: string;
  customerId: string;
  contact: Contact | null;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, contact, close } = props;
  const [draft, setDraft] = useState(() => draftOf(contact));
  const save = useCustomerAct(
    () => {
      const { isEnded, roles, ...fields } = draft;
      const body = { ...fields, roles: [...roles] };
      if (contact === null) {
        const params = { path: { company: code, id: customerId } };
        return dataOf(api.POST('/api/v1/companies/{company}/customers/{id}/contacts', { params, body }));
      }
      const params = { path: { company: code, id: contact.id } };
      return dataOf(api.PUT('/api/v1/companies/{company}/contacts/{id}', { params, body: { ...body, isEnded } }));
    },
    { said: t('customers.contactSaved'), done: close },
  );
  const text = (name: 'name' | 'email' | 'phone' | 'language' | 'notes') => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.value }),
  });
  const flag = (name: 'isPrimary' | 'isEnded') => ({
    checked: draft[name],
    onChange: (event: { currentTarget: { checked: boolean } }) =>
      setDraft({ ...draft, [name]: event.currentTarget.checked }),
  });
  return (
    <Panel title={<h2>{contact?.name ?? t('customers.addContact')}</h2>} close={close}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(undefined);
        }}
      >
        {save.error && <ProblemNote error={save.error} />}
        <StoppedMail code={code} customerId={customerId} address={contact?.email ?? null} />
        <TextInput label={t('customers.name')} required withAsterisk={false} autoFocus {...text('name')} />
        <fieldset className={styles.roles}>
          <legend>{t('customers.roles')}</legend>
          {Object.entries(ROLE_WORDS).map(([role, word]) => (
            <Checkbox
              key={role}
              size="xs"
              label={t(word)}
              checked={draft.roles.includes(role)}
              onChange={(event) => {
                const others = draft.roles.filter((one) => one !== role);
                setDraft({ ...draft, roles: event.currentTarget.checked ? [...others, role] : others });
              }}
            />
          ))}
        </fieldset>
        <div className={styles.two}>
          <TextInput label={t('customers.email')} type="email" {...text('email')} />
          <TextInput label={t('customers.phone')} type="tel" placeholder="+39 …" {...text('phone')} />
        </div>
        <TextInput label={t('customers.language')} placeholder="it" maxLength={2} {...text('language')} />
        <Textarea label={t('customers.notes')} autosize minRows={1} {...text('notes')} />
        <Checkbox size="xs" label={t('customers.isPrimary')} {...flag('isPrimary')} />
        {contact !== null && <Checkbox size="xs" label={t('customers.hasLeft')} {...flag('isEnded')} />}
        <div className={styles.acts}>
          <Button type="submit" loading={save.isPending}>
            {t('customers.save')}
          </Button>
        </div>
      </form>
      {contact !== null && <ContactConsent code={code} customerId={customerId} contactId={contact.id} />}
    </Panel>
  );
}
