/** What one person may change alone, in place: how to reach the customer, and the words by which portfolios are made. */
import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Customer } from '../../app/api.types.ts';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import styles from './customers.module.css';
import { useCustomerAct } from './customers.queries.ts';

const FIELDS = ['email', 'phone', 'country', 'language', 'timeZone', 'channel', 'segment', 'tier'] as const;
type Field = (typeof FIELDS)[number];
const WORDS: Readonly<Record<Field, TextKey>> = {
  email: 'customers.email',
  phone: 'customers.phone',
  country: 'customers.country',
  language: 'customers.language',
  timeZone: 'customers.timeZone',
  channel: 'customers.channel',
  segment: 'customers.segment',
  tier: 'customers.tier',
};

type Draft = Readonly<Record<Field | 'tags', string>>;

function draftOf(customer: Customer): Draft {
  const fields = Object.fromEntries(FIELDS.map((field) => [field, customer[field] ?? ''])) as Record<Field, string>;
  return { ...fields, tags: customer.tags.join(', ') };
}

export function CustomerDetails(props: { code: string; customer: Customer; canChange: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, customer, canChange } = props;
  const standing = draftOf(customer);
  const [draft, setDraft] = useState(standing);
  const changed = [...FIELDS, 'tags' as const].filter((field) => draft[field] !== standing[field]);
  const save = useCustomerAct(
    () => {
      const { tags, ...fields } = draft;
      const words = tags
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== '');
      const given = Object.fromEntries(
        Object.entries(fields).filter(([field]) => changed.some((one) => one === field)),
      );
      const body = changed.includes('tags') ? { ...given, tags: words } : given;
      return dataOf(
        api.PATCH('/api/v1/companies/{company}/customers/{id}', {
          params: { path: { company: code, id: customer.id } },
          body,
        }),
      );
    },
    { said: t('customers.detailsSaved') },
  );
  const input = (field: Field | 'tags') => ({
    disabled: !canChange,
    value: draft[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      setDraft({ ...draft, [field]: event.currentTarget.value }),
    error: fieldProblem(save.error, field),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <div className={styles.two}>
        {FIELDS.map((field) => (
          <TextInput key={field} size="xs" label={t(WORDS[field])} {...input(field)} />
        ))}
      </div>
      <TextInput size="xs" label={t('customers.tags')} description={t('customers.tagsHelp')} {...input('tags')} />
      {canChange && changed.length > 0 && (
        <div className={styles.acts}>
          <Button size="xs" type="submit" loading={save.isPending}>
            {t('customers.save')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setDraft(standing)}>
            {t('act.cancel')}
          </Button>
        </div>
      )}
    </form>
  );
}
