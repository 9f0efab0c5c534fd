/** A new company: the first thing to do in a new installation. Currency and time zone stay for ever. */
import { Button, TextInput } from '@mantine/core';
import { CURRENCY_CODES } from '@quittance/core/money';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { browserZone } from '../../app/reader.component.tsx';
import { sessionQuery } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import styles from './organisation.module.css';

interface Draft {
  readonly code: string;
  readonly name: string;
  readonly functionalCurrency: string;
  readonly timeZone: string;
}

export function NewCompanyPage(): ReactNode {
  const { t } = useTexts();
  const [draft, setDraft] = useState<Draft>({ code: '', name: '', functionalCurrency: 'EUR', timeZone: browserZone() });
  const create = useCreateCompany();
  useEffect(() => {
    document.title = `${t('newCompany.title')} · Quittance`;
  }, [t]);
  return (
    <main className={styles.page}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate(draft);
        }}
      >
        <h1>{t('newCompany.title')}</h1>
        <p className={styles.quiet}>{t('newCompany.help')}</p>
        {create.error && <ProblemNote error={create.error} />}
        <TextInput
          label={t('people.name')}
          required
          withAsterisk={false}
          autoFocus
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={fieldProblem(create.error, 'name')}
        />
        <TextInput
          label={t('people.companyCode')}
          description={t('newCompany.codeHelp')}
          required
          withAsterisk={false}
          value={draft.code}
          onChange={(event) => setDraft({ ...draft, code: event.currentTarget.value.toUpperCase() })}
          error={fieldProblem(create.error, 'code')}
        />
        <label className={styles.choice}>
          {t('people.currency')}
          <select
            value={draft.functionalCurrency}
            onChange={(event) => setDraft({ ...draft, functionalCurrency: event.currentTarget.value })}
          >
            {CURRENCY_CODES.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </label>
        <label className={styles.choice}>
          {t('people.zone')}
          <select
            value={draft.timeZone}
            onChange={(event) => setDraft({ ...draft, timeZone: event.currentTarget.value })}
          >
            {timeZones(draft.timeZone).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
        <Button type="submit" size="sm" loading={create.isPending}>
          {t('newCompany.act')}
        </Button>
      </form>
    </main>
  );
}

/** What the browser knows, and the one that is chosen even if it does not list it (such as UTC). */
function timeZones(chosen: string): string[] {
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])].sort();
}

function useCreateCompany() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (body: Draft) => dataOf(api.POST('/api/v1/companies', { body })),
    onSuccess: async ({ code }) => {
      // The session says in which companies one may work; it has just got another.
      await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 });
      await navigate({ to: '/c/$company/imports', params: { company: code }, search: {} });
    },
  });
}
