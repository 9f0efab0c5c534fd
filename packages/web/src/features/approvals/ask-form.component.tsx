/** Asks for an act on a receipt or an item: what, how much, where to, and why. Another person decides. */
import { NativeSelect, TextInput } from '@mantine/core';
import { formatAmount } from '@quittance/core/money';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useCompany, useSession } from '../../app/session.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { type MoneyText, readAmount, toMoney } from '../../ui/money/money-text.ts';
import { type ChosenCustomer, CustomerChoice } from '../customers/customer-choice.component.tsx';
import { recordQuery } from '../customers/customers.queries.ts';
import styles from './approvals.module.css';
import type { AskedAct } from './approvals.types.ts';
import { AskCredit } from './ask-credit.component.tsx';
import { AskFrame, useAsk, type Wish } from './ask-frame.component.tsx';

export interface AskedThing {
  readonly itemId: string;
  readonly customerId: string | null;
  /** What is open of it, above zero. */
  readonly open: MoneyText;
  /** Money we hold: it can be refunded and moved. A debit is written off. */
  readonly isCredit: boolean;
}

export type AskKind = 'refund' | 'transfer' | 'move' | 'unclaimed_credit' | 'write_off' | 'cash_discount' | 'deduction';

const ASK_WORDS: Readonly<Record<AskKind, TextKey>> = {
  refund: 'approvals.askRefund',
  transfer: 'approvals.askTransfer',
  move: 'approvals.askMove',
  unclaimed_credit: 'approvals.askUnclaimed',
  write_off: 'approvals.askWriteOff',
  cash_discount: 'approvals.askDiscount',
  deduction: 'approvals.askDeduction',
};

export function AskApproval(props: { code: string; thing: AskedThing; close: () => void }): ReactNode {
  const ask = useAsk(props.code, props.close);
  return <AskForm {...props} {...ask} />;
}

interface AskFormProps {
  readonly code: string;
  readonly thing: AskedThing;
  readonly close: () => void;
  /** Stays as it was asked. */
  readonly kind?: AskKind;
  readonly word: string;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly send: (wish: Wish) => void;
}

/** A credit is a document of its own, with a form of its own. */
const CREDIT = 'credit';

export function AskForm(props: AskFormProps): ReactNode {
  const { t } = useTexts();
  const { code, thing } = props;
  const kinds = useKinds(thing);
  const [chosen, setChosen] = useState<AskKind | typeof CREDIT | undefined>(undefined);
  const mayCredit = props.kind === undefined && !thing.isCredit && thing.customerId !== null;
  const kind = props.kind ?? (chosen === CREDIT ? undefined : chosen) ?? kinds[0] ?? 'write_off';
  const choice = props.kind === undefined && (
    <NativeSelect
      label={t('approvals.askKind')}
      value={chosen ?? kind}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setChosen(value === CREDIT ? CREDIT : kinds.find((one) => one === value));
      }}
      data={[
        ...kinds.map((value) => ({ value, label: t(ASK_WORDS[value]) })),
        ...(mayCredit ? [{ value: CREDIT, label: t('approvals.askCredit') }] : []),
      ]}
    />
  );
  if (chosen === CREDIT && thing.customerId !== null) {
    const customer = { id: thing.customerId, currency: thing.open.currency };
    return (
      <div className={styles.form}>
        {choice}
        <AskCredit code={code} customer={customer} close={props.close} />
      </div>
    );
  }
  return <AskOfKind key={kind} {...props} kind={kind} choice={choice} />;
}

function AskOfKind(props: AskFormProps & { readonly kind: AskKind; readonly choice: ReactNode }): ReactNode {
  const { t } = useTexts();
  const { code, thing, kind } = props;
  const [amountText, setAmount] = useState('');
  const [account, setAccount] = useState('');
  const [toCompany, setCompany] = useState('');
  const [customer, setCustomer] = useState<ChosenCustomer | null>(null);
  const amount = useAskedAmount(thing.open, amountText);
  const formats = useFormats();
  const { word, isBusy, error, send, close } = props;
  return (
    <AskFrame
      label={t('approvals.askFor')}
      act={actOf({ kind, thing, amount, account, toCompany, customerId: customer?.id })}
      {...{ code, word, isBusy, error, send, close }}
    >
      {props.choice}
      {kind === 'move' && (
        <CustomerChoice code={code} label={t('approvals.customer')} chosen={customer} pick={setCustomer} />
      )}
      <TextInput
        label={t('approvals.amount')}
        placeholder={t('approvals.allOpen', { amount: formats.money(thing.open) })}
        inputMode="decimal"
        error={amount === null ? t('cash.notAnAmount') : null}
        value={amountText}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      {kind === 'refund' && <AccountChoice code={code} thing={thing} account={account} pick={setAccount} />}
      {kind === 'transfer' && <CompanyChoice company={toCompany} pick={setCompany} />}
    </AskFrame>
  );
}

/** What can be asked for about it: money we hold is refunded or moved, a debit is written off. */
function useKinds(thing: AskedThing): readonly AskKind[] {
  const { companies } = useSession();
  if (!thing.isCredit) return ['write_off', 'cash_discount', 'deduction'];
  const elsewhere: AskKind[] = companies.length > 1 ? ['transfer'] : [];
  return [...(thing.customerId ? (['refund'] as const) : []), ...elsewhere, 'move', 'unclaimed_credit'];
}

function actOf(given: {
  kind: AskKind;
  thing: AskedThing;
  amount: MoneyText | null;
  account: string;
  toCompany: string;
  customerId: string | undefined;
}): AskedAct | null {
  const { kind, amount, account, toCompany, customerId } = given;
  const { itemId } = given.thing;
  if (amount === null) return null;
  if (kind === 'move') return customerId ? { kind, itemId, customerId, amount } : null;
  if (kind === 'refund') return account ? { kind, itemId, amount, account } : null;
  if (kind === 'transfer') return toCompany ? { kind, itemId, amount, toCompany } : null;
  return { kind: 'adjustment', adjustment: kind, itemId, amount };
}

/** Nothing typed asks for all of it; null is not to be understood, or more than is open. */
function useAskedAmount(open: MoneyText, typed: string): MoneyText | null {
  const { decimalSign } = useFormats();
  if (typed.trim() === '') return open;
  const { amountMinor, currency } = toMoney(open);
  const minor = readAmount(typed, currency, decimalSign);
  if (minor === null || minor <= 0n || minor > amountMinor) return null;
  return { amount: formatAmount(minor, currency), currency };
}

function AccountChoice(props: {
  code: string;
  thing: AskedThing;
  account: string;
  pick: (account: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const record = useQuery({
    ...recordQuery(props.code, props.thing.customerId ?? ''),
    enabled: props.thing.customerId !== null,
  });
  const accounts = (record.data?.accounts ?? []).filter((one) => one.origin === 'request' || one.reviewedAt !== null);
  if (record.data && accounts.length === 0) return <p className={styles.refusal}>{t('approvals.noAccount')}</p>;
  return (
    <NativeSelect
      label={t('approvals.bankAccount')}
      required
      value={props.account}
      onChange={(event) => props.pick(event.currentTarget.value)}
      data={[
        { value: '', label: t('approvals.chooseAccount') },
        ...accounts.map(({ account, holder }) => ({
          value: account,
          label: [account, holder].filter(Boolean).join(' · '),
        })),
      ]}
    />
  );
}

function CompanyChoice({ company, pick }: { company: string; pick: (code: string) => void }): ReactNode {
  const { t } = useTexts();
  const own = useCompany();
  const others = useSession().companies.filter(({ code }) => code !== own.code);
  return (
    <NativeSelect
      label={t('approvals.company')}
      required
      value={company}
      onChange={(event) => pick(event.currentTarget.value)}
      data={[
        { value: '', label: t('transfers.toCompany') },
        ...others.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
      ]}
    />
  );
}
