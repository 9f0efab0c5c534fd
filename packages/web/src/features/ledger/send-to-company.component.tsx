/** Sends a receipt, or a part of it, to the company it belongs to. Both sides are shown before anything is posted. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { formatAmount } from '@quittance/core/money';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { type MoneyText, readAmount, toMoney } from '../../ui/money/money-text.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './ledger.module.css';
import { sendToCompany, type TransferOrder, useOtherCompanies } from './transfers.queries.ts';

interface SentReceipt {
  readonly id: string;
  readonly number: string;
  /** What is open of it, above zero. */
  readonly open: MoneyText;
}

export function SendToCompany(props: {
  code: string;
  receipt: SentReceipt;
  close: () => void;
  sent?: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, receipt, close } = props;
  const others = useOtherCompanies();
  const [chosen, setChosen] = useState('');
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const toCompany = others.length === 1 ? (others[0]?.code ?? '') : chosen;
  const part = useSentPart(receipt.open, amount);
  const send = useSending(code, receipt, props);
  return (
    <form
      className={styles.holdForm}
      aria-label={t('transfers.send')}
      onSubmit={(event) => {
        event.preventDefault();
        if (part !== null) send.mutate({ toCompany, amount: part, reason });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      {send.error && <ProblemNote error={send.error} />}
      <NativeSelect
        size="xs"
        aria-label={t('transfers.toCompany')}
        value={toCompany}
        onChange={(event) => setChosen(event.currentTarget.value)}
        required
        data={[
          ...(others.length === 1 ? [] : [{ value: '', label: t('transfers.toCompany') }]),
          ...others.map((one) => ({ value: one.code, label: `${one.code} ${one.name}` })),
        ]}
      />
      <TextInput
        size="xs"
        aria-label={t('item.amount')}
        placeholder={t('holds.amount')}
        inputMode="decimal"
        error={part === null ? t('cash.notAnAmount') : null}
        value={amount}
        onChange={(event) => setAmount(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        aria-label={t('books.reason')}
        placeholder={t('transfers.why')}
        required
        autoFocus
        className={styles.holdReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={send.isPending} disabled={toCompany === ''}>
        {t('transfers.sendAct')}
      </Button>
      <Button size="xs" variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
      {part !== null && toCompany !== '' && (
        <BothSides code={code} number={receipt.number} toCompany={toCompany} part={part} />
      )}
    </form>
  );
}

/** What will stand in each company: an entry here, a receipt without an owner there. */
function BothSides(props: { code: string; number: string; toCompany: string; part: MoneyText }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { code, number, toCompany, part } = props;
  const amount = formats.money(part);
  return (
    <ul className={styles.sides}>
      <li>{t('transfers.hereLeaves', { company: code, amount, number })}</li>
      <li>{t('transfers.thereArrives', { company: toCompany, amount, number: `${code}-${number}` })}</li>
    </ul>
  );
}

/** Nothing typed sends all of it; null is not to be understood or more than is open. */
function useSentPart(open: MoneyText, typed: string): MoneyText | null {
  const { decimalSign } = useFormats();
  if (typed.trim() === '') return open;
  const { amountMinor, currency } = toMoney(open);
  const minor = readAmount(typed, currency, decimalSign);
  if (minor === null || minor <= 0n || minor > amountMinor) return null;
  return { amount: formatAmount(minor, currency), currency };
}

function useSending(code: string, receipt: SentReceipt, then: { close: () => void; sent?: () => void }) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (order: TransferOrder) => sendToCompany(code, receipt.id, order),
    onSuccess: async ({ isPaired }, { toCompany }) => {
      const values = { number: receipt.number, company: toCompany };
      say({ text: isPaired ? t('transfers.arrived', values) : t('transfers.onItsWay', values) });
      then.close();
      then.sent?.();
      await askAnew(queryClient);
    },
  });
}
