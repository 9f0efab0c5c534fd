/** Asks for a credit note, or a credit on account, for a customer: number, day and amount, and what it would post. */
import { NativeSelect, TextInput } from '@mantine/core';
import { isCurrencyCode } from '@quittance/core/money';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useCompany } from '../../app/session.ts';
import { DateField } from '../../ui/date/date-field.component.tsx';
import styles from './approvals.module.css';
import { AskFrame, useAsk } from './ask-frame.component.tsx';
import { useTypedAmount } from './typed-amount.ts';

type CreditKind = 'credit_note' | 'on_account_credit';

export interface CreditedCustomer {
  readonly id: string;
  /** The currency of an item it is asked about; else the company's. */
  readonly currency?: string;
}

const NUMBER_CHARS_MAX = 60;

export function AskCredit(props: { code: string; customer: CreditedCustomer; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { code, customer, close } = props;
  const company = useCompany();
  const ask = useAsk(code, close);
  const [kind, setKind] = useState<CreditKind>('credit_note');
  const [number, setNumber] = useState('');
  const [issuedOn, setIssuedOn] = useState(company.today);
  const [currency, setCurrency] = useState(customer.currency ?? company.functionalCurrency);
  const [typed, setTyped] = useState('');
  const isCurrency = isCurrencyCode(currency);
  const amount = useTypedAmount(typed, isCurrency ? currency : company.functionalCurrency);
  const isWhole = number.trim() !== '' && issuedOn !== '' && isCurrency && amount !== null && amount !== undefined;
  const credit = { document: kind, customerId: customer.id, number: number.trim(), issuedOn };
  return (
    <AskFrame
      code={code}
      label={t('approvals.askCredit')}
      act={isWhole ? { kind: 'credit', ...credit, amount } : null}
      close={close}
      {...ask}
    >
      <div className={styles.fields}>
        <NativeSelect
          label={t('approvals.askKind')}
          value={kind}
          onChange={(event) =>
            setKind(event.currentTarget.value === 'credit_note' ? 'credit_note' : 'on_account_credit')
          }
          data={[
            { value: 'credit_note', label: t('approvals.creditNote') },
            { value: 'on_account_credit', label: t('approvals.creditOnAccount') },
          ]}
        />
        <TextInput
          label={t('approvals.creditNumber')}
          required
          maxLength={NUMBER_CHARS_MAX}
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
        />
        <DateField
          label={t('approvals.creditDay')}
          required
          value={issuedOn}
          max={company.today}
          change={setIssuedOn}
        />
        <TextInput
          label={t('approvals.amount')}
          required
          inputMode="decimal"
          error={amount === null ? t('cash.notAnAmount') : null}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <TextInput
          label={t('approvals.currency')}
          required
          maxLength={3}
          error={isCurrency ? null : t('approvals.noCurrency')}
          value={currency}
          onChange={(event) => setCurrency(event.currentTarget.value.toUpperCase())}
        />
      </div>
    </AskFrame>
  );
}
