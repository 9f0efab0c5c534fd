/** The deductions of the desk one by one: amount, reason and a note; another one splits what is still missing. */
import { currencyCode, formatAmount } from '@quittance/core/money';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { readAmount } from '../../ui/money/money-text.ts';
import styles from './cash.module.css';
import type { DeductionReason, DraftDeduction } from './deductions.ts';
import type { Desk } from './use-desk.ts';

/** Lines that are shown one by one; a discount on each of 800 invoices is looked at in the list. */
const LINES_MAX = 8;

export function DeductionLines({ desk, currency }: { desk: Desk; currency: string }): ReactNode {
  const { t } = useTexts();
  const { deductions } = desk;
  if (deductions.length === 0) return null;
  const shown = deductions.slice(0, LINES_MAX);
  return (
    <section
      aria-label={t('cash.deductions')}
      className={styles.deductions}
      onKeyDown={(event) => {
        if ((event.key !== 'Enter' && event.key !== 'Escape') || event.ctrlKey || event.metaKey) return;
        if (event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        desk.focusItems();
      }}
    >
      {shown.map((deduction, index) => (
        <DeductionLine
          // biome-ignore lint/suspicious/noArrayIndexKey: two deductions of an item may be alike
          key={`${deduction.itemId} ${index}`}
          deduction={deduction}
          desk={desk}
          currency={currency}
          replace={(next) => replaceLine(desk, deduction, next)}
        />
      ))}
      {deductions.length > shown.length && (
        <p className={styles.quiet}>{t('cash.moreDeductions', { count: deductions.length - shown.length })}</p>
      )}
    </section>
  );
}

function replaceLine(desk: Desk, old: DraftDeduction, next: DraftDeduction | null): void {
  const own = desk.deductions.filter(({ itemId }) => itemId === old.itemId);
  desk.setDeductions(
    old.itemId,
    own.flatMap((one) => (one === old ? (next ?? []) : one)),
  );
}

function DeductionLine(props: {
  deduction: DraftDeduction;
  desk: Desk;
  currency: string;
  replace: (next: DraftDeduction | null) => void;
}): ReactNode {
  const { t } = useTexts();
  const { deduction, desk, currency } = props;
  const number = desk.byId.get(deduction.itemId)?.number ?? '';
  return (
    <div className={styles.deductionLine}>
      <span className={styles.deductionNumber}>{number}</span>
      <AmountField
        key={String(deduction.amountMinor)}
        label={t('cash.deductionOf', { number })}
        amountMinor={deduction.amountMinor}
        currency={currency}
        take={(amountMinor) => props.replace(amountMinor > 0n ? { ...deduction, amountMinor } : null)}
      />
      <select
        aria-label={t('cash.deductionReasonOf', { number })}
        value={deduction.reason}
        onChange={(event) => props.replace({ ...deduction, reason: event.currentTarget.value as DeductionReason })}
      >
        {desk.reasons.map(({ reason, words }) => (
          <option key={reason} value={reason}>
            {words}
          </option>
        ))}
      </select>
      <input
        aria-label={t('cash.deductionNoteOf', { number })}
        placeholder={t('cash.deductionNote')}
        defaultValue={deduction.note}
        onBlur={(event) => {
          const note = event.currentTarget.value.trim();
          if (note !== deduction.note) props.replace({ ...deduction, note });
        }}
      />
      <button type="button" aria-label={t('cash.deductionRemove', { number })} onClick={() => props.replace(null)}>
        ×
      </button>
    </div>
  );
}

/** Taken when it is left or with Enter; what does not read stays as it was. More than is open is cut by what is open. */
function AmountField(props: {
  label: string;
  amountMinor: bigint;
  currency: string;
  take: (amountMinor: bigint) => void;
}): ReactNode {
  const formats = useFormats();
  const known = formatAmount(props.amountMinor, props.currency).replace('.', formats.decimalSign);
  const [typed, setTyped] = useState(known);
  const take = (): void => {
    const minor = readAmount(typed, currencyCode(props.currency), formats.decimalSign);
    if (minor === null || minor < 0n || minor > props.amountMinor) setTyped(known);
    else if (minor !== props.amountMinor) props.take(minor);
  };
  return (
    <input
      aria-label={props.label}
      inputMode="decimal"
      className={styles.deductionAmount}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
      }}
    />
  );
}
