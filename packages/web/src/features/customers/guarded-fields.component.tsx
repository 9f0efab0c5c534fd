/** The fields that change only by a request, as a form: what was there stands in them. */
import { Textarea, TextInput } from '@mantine/core';
import { CURRENCY_CODES } from '@quittance/core/money';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { TextAct } from '../../ui/act/text-act.component.tsx';
import { type ChosenCustomer, CustomerChoice } from './customer-choice.component.tsx';
import styles from './customers.module.css';

export interface GuardedDraft {
  readonly name: string;
  readonly terms: string;
  readonly taxId: string;
  readonly taxIds: string;
  readonly bankAccounts: string;
  readonly limit: string;
  readonly limitCurrency: string;
  readonly parent: ChosenCustomer | null;
}

export function GuardedFieldsForm(props: {
  code: string;
  draft: GuardedDraft;
  change: (draft: GuardedDraft) => void;
}): ReactNode {
  const { t } = useTexts();
  const { draft, change } = props;
  const text = (name: 'name' | 'terms' | 'taxId' | 'taxIds' | 'bankAccounts' | 'limit') => ({
    value: draft[name],
    onChange: (event: { currentTarget: { value: string } }) => change({ ...draft, [name]: event.currentTarget.value }),
  });
  return (
    <>
      <TextInput label={t('customers.name')} required withAsterisk={false} {...text('name')} />
      <div className={styles.two}>
        <TextInput label={t('customers.terms')} placeholder="30 gg fm" {...text('terms')} />
        <div className={styles.limit}>
          <TextInput label={t('customers.creditLimit')} inputMode="decimal" {...text('limit')} />
          <select
            aria-label={t('customers.limitCurrency')}
            value={draft.limitCurrency}
            onChange={(event) => change({ ...draft, limitCurrency: event.currentTarget.value })}
          >
            {CURRENCY_CODES.map((code) => (
              <option key={code}>{code}</option>
            ))}
          </select>
        </div>
      </div>
      <div className={styles.choice}>
        {t('customers.parent')}
        <CustomerChoice
          code={props.code}
          label={t('customers.parent')}
          chosen={draft.parent}
          pick={({ id, name }) => change({ ...draft, parent: { id, name } })}
        />
        {draft.parent && (
          <TextAct onClick={() => change({ ...draft, parent: null })}>{t('customers.noParent')}</TextAct>
        )}
      </div>
      <div className={styles.two}>
        <TextInput label={t('customers.taxId')} {...text('taxId')} />
        <Textarea
          label={t('customers.taxIds')}
          description={t('customers.taxIdsHelp')}
          autosize
          minRows={1}
          {...text('taxIds')}
        />
      </div>
      <Textarea
        label={t('customers.bankAccounts')}
        description={t('customers.accountsHelp')}
        autosize
        minRows={2}
        {...text('bankAccounts')}
      />
    </>
  );
}
