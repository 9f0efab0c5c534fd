/** One item in another currency: what of the receipt pays what of it, with the rate that follows. */
import { Button, TextInput } from '@mantine/core';
import { currencyCode, formatAmount, minorDigits } from '@quittance/core/money';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { readAmount, toMoney } from '../../ui/money/money-text.ts';
import { AddItem } from './add-item.component.tsx';
import styles from './cash.module.css';
import type { Candidate, ReceiptDetail } from './cash.types.ts';
import type { Desk } from './use-desk.ts';

interface OtherCurrencyProps {
  readonly code: string;
  readonly desk: Desk;
  readonly receipt: ReceiptDetail;
  readonly close: () => void;
}

export function OtherCurrency(props: OtherCurrencyProps): ReactNode {
  const [item, setItem] = useState<Candidate | null>(null);
  if (item !== null) return <TwoAmounts {...props} item={item} />;
  return <AddItem code={props.code} receiptId={props.receipt.id} currency="other" add={setItem} close={props.close} />;
}

function TwoAmounts({ desk, receipt, item, close }: OtherCurrencyProps & { item: Candidate }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const itemMoney = toMoney(item.open);
  const receiptMoney = toMoney(receipt.unapplied);
  const [ofItem, setOfItem] = useState(formats.amountText(item.open.amount, item.open.currency));
  const [ofReceipt, setOfReceipt] = useState(formats.amountText(receipt.unapplied.amount, receipt.unapplied.currency));
  const itemMinor = readAmount(ofItem, itemMoney.currency, formats.decimalSign);
  const receiptMinor = readAmount(ofReceipt, receiptMoney.currency, formats.decimalSign);
  const isWhole = itemMinor !== null && itemMinor > 0n && receiptMinor !== null && receiptMinor > 0n;
  const money = (minor: bigint, currency: string) => ({
    amount: formatAmount(minor, currencyCode(currency)),
    currency,
  });
  const send = (): void => {
    if (!isWhole) return;
    const amount = money(itemMinor, itemMoney.currency);
    const receiptAmount = money(receiptMinor, receiptMoney.currency);
    const allocations = [{ itemId: item.id, amount, receiptAmount }];
    desk.act({ kind: 'apply', customerId: item.customerId, allocations, deductions: [] });
  };
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <TextInput
        label={`${receiptMoney.currency} ${t('cash.otherCurrencyOfReceipt')}`}
        autoFocus
        value={ofReceipt}
        error={receiptMinor === null ? t('cash.notAnAmount') : undefined}
        onChange={(event) => setOfReceipt(event.currentTarget.value)}
      />
      <TextInput
        label={`${t('cash.otherCurrencyPays')} ${itemMoney.currency} · ${item.number}`}
        value={ofItem}
        error={itemMinor === null ? t('cash.notAnAmount') : undefined}
        onChange={(event) => setOfItem(event.currentTarget.value)}
      />
      <Button type="submit" loading={desk.isBusy} disabled={!isWhole}>
        {t('cash.otherCurrencyAct', { amount: `${ofReceipt} ${receiptMoney.currency}` })}
      </Button>
      <Button variant="default" onClick={close}>
        {t('act.cancel')}
      </Button>
      {isWhole && (
        <span className={styles.quiet}>
          {t('cash.otherCurrencyRate', {
            item: itemMoney.currency,
            rate: rateText(receiptMinor, receiptMoney.currency, itemMinor, itemMoney.currency),
            receipt: receiptMoney.currency,
          })}
        </span>
      )}
      {desk.error && <ProblemNote error={desk.error} />}
    </form>
  );
}

const RATE_DIGITS = 4;

/** What one unit of the item's currency costs, to four digits: 400.00 EUR for 380.00 CHF are 1.0526. */
function rateText(receiptMinor: bigint, receiptCurrency: string, itemMinor: bigint, itemCurrency: string): string {
  const scale = 10n ** BigInt(RATE_DIGITS + minorDigits(itemCurrency));
  const rate = (receiptMinor * scale) / (itemMinor * 10n ** BigInt(minorDigits(receiptCurrency)));
  const digits = rate.toString().padStart(RATE_DIGITS + 1, '0');
  return `${digits.slice(0, -RATE_DIGITS)}.${digits.slice(-RATE_DIGITS)}`;
}
