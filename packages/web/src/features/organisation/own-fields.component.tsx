/** The fields that a company adds to its customers and items: named, changed, retired. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { FIELD_KINDS, FIELD_NAME_CHARS_MAX, FIELD_SUBJECTS, FIELDS_MAX } from '@quittance/core/custom-fields';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { api, dataOf, doneOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useCustomerAct } from '../customers/customers.queries.ts';
import { FIELD_KIND_WORDS, type OwnField, ownFieldsQuery } from '../customers/own-fields.queries.ts';
import styles from './own-fields.module.css';

const SUBJECT_WORDS = { customer: 'ownFields.ofCustomer', item: 'ownFields.ofItem' } as const;

export function OwnFieldsView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const maySet = may(useCompany(), 'organisation.manage');
  const fields = useQuery(ownFieldsQuery(code));
  if (fields.error) return <ProblemNote error={fields.error} retry={() => void fields.refetch()} />;
  if (!fields.data) return null;
  const { rows } = fields.data;
  return (
    <div className={styles.area}>
      <p className={styles.quiet}>{t('ownFields.text', { most: FIELDS_MAX })}</p>
      {rows.length === 0 && <p>{t('ownFields.none')}</p>}
      {FIELD_SUBJECTS.map((subject) => {
        const own = rows.filter(({ subjectKind }) => subjectKind === subject);
        if (own.length === 0) return null;
        return (
          <section key={subject}>
            <h3>{t(SUBJECT_WORDS[subject])}</h3>
            <ul className={styles.list}>
              {own.map((field) => (
                <li key={JSON.stringify(field)}>
                  <OneField code={code} field={field} maySet={maySet} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      {maySet && rows.length < FIELDS_MAX && <NewField key={rows.length} code={code} />}
    </div>
  );
}

function wordsOf(typed: string): string[] {
  return typed
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function OneField({ code, field, maySet }: { code: string; field: OwnField; maySet: boolean }): ReactNode {
  const { t } = useTexts();
  const [name, setName] = useState(field.name);
  const [choices, setChoices] = useState(field.choices.join(', '));
  const params = { path: { company: code, id: field.id } };
  const isChanged = name.trim() !== field.name || wordsOf(choices).join() !== field.choices.join();
  const save = useCustomerAct(
    () => {
      const body = { name: name.trim(), choices: wordsOf(choices) };
      return doneOf(api.PUT('/api/v1/companies/{company}/custom-fields/{id}', { params, body }));
    },
    { said: t('ownFields.saved') },
  );
  const retire = useCustomerAct(
    () => doneOf(api.DELETE('/api/v1/companies/{company}/custom-fields/{id}', { params })),
    { said: t('ownFields.retired', { name: field.name }) },
  );
  const error = save.error ?? retire.error;
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {error && <ProblemNote error={error} />}
      <TextInput
        size="xs"
        aria-label={t('ownFields.name')}
        disabled={!maySet}
        maxLength={FIELD_NAME_CHARS_MAX}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <span className={styles.kind}>{t(FIELD_KIND_WORDS[field.kind])}</span>
      {field.kind === 'choice' && (
        <TextInput
          size="xs"
          className={styles.grow}
          aria-label={t('ownFields.choices')}
          disabled={!maySet}
          value={choices}
          onChange={(event) => setChoices(event.currentTarget.value)}
        />
      )}
      {maySet && isChanged && (
        <Button type="submit" size="xs" loading={save.isPending} disabled={name.trim() === ''}>
          {t('ownFields.save')}
        </Button>
      )}
      {maySet && (
        <Button size="xs" variant="default" loading={retire.isPending} onClick={() => retire.mutate(undefined)}>
          {t('ownFields.retire')}
        </Button>
      )}
    </form>
  );
}

function NewField({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const [subjectKind, setSubjectKind] = useState<OwnField['subjectKind']>('customer');
  const [kind, setKind] = useState<OwnField['kind']>('text');
  const [name, setName] = useState('');
  const [choices, setChoices] = useState('');
  const add = useCustomerAct(
    () => {
      const body = { subjectKind, name: name.trim(), kind, choices: kind === 'choice' ? wordsOf(choices) : [] };
      const params = { path: { company: code } };
      return dataOf(api.POST('/api/v1/companies/{company}/custom-fields', { params, body }));
    },
    { said: t('ownFields.added', { name: name.trim() }) },
  );
  const isReady = name.trim() !== '' && (kind !== 'choice' || wordsOf(choices).length > 0);
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) add.mutate(undefined);
      }}
    >
      {add.error && <ProblemNote error={add.error} />}
      <NativeSelect
        size="xs"
        label={t('ownFields.subject')}
        value={subjectKind}
        onChange={(event) => setSubjectKind(event.currentTarget.value === 'item' ? 'item' : 'customer')}
        data={FIELD_SUBJECTS.map((value) => ({ value, label: t(SUBJECT_WORDS[value]) }))}
      />
      <TextInput
        size="xs"
        label={t('ownFields.name')}
        maxLength={FIELD_NAME_CHARS_MAX}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        label={t('ownFields.kind')}
        value={kind}
        onChange={(event) => setKind(FIELD_KINDS.find((one) => one === event.currentTarget.value) ?? 'text')}
        data={FIELD_KINDS.map((value) => ({ value, label: t(FIELD_KIND_WORDS[value]) }))}
      />
      {kind === 'choice' && (
        <TextInput
          size="xs"
          className={styles.grow}
          label={t('ownFields.choices')}
          value={choices}
          onChange={(event) => setChoices(event.currentTarget.value)}
        />
      )}
      <Button type="submit" size="xs" loading={add.isPending} disabled={!isReady}>
        {t('ownFields.add')}
      </Button>
    </form>
  );
}
