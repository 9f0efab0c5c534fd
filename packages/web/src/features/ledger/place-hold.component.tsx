import { Button, NativeSelect, TextInput } from '@mantine/core';
import { formatAmount } from '@quittance/core/money';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { useCompany } from '../../app/session.ts';
import { DateField } from '../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { readAmount, toMoney } from '../../ui/money/money-text.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { HAND_KINDS, type HandKind, type HeldThing, type NewHold, placeHold } from './holds.queries.ts';
import styles from './ledger.module.css';

const HAND_WORDS: Readonly<Record<HandKind, TextKey>> = {
  dispute: 'holds.dispute',
  quiet_period: 'holds.quietPeriod',
  other: 'holds.other',
};

/** A hold placed by hand: what for, how much of an item, until when, and why. */
export function PlaceHold(props: { code: string; thing: HeldThing; close: () => void }): ReactNode {
  const { t } = useTexts();
  const { today } = useCompany();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<HandKind>('dispute');
  const [amount, setAmount] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  const read = useHeldAmount(props.thing, amount);
  const place = useMutation({
    mutationFn: (hold: NewHold) => placeHold(props.code, props.thing, hold),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['holds', props.code] });
      say({ text: t('holds.wasPlaced') });
      props.close();
    },
  });
  return (
    <form
      className={styles.holdForm}
      onSubmit={(event) => {
        event.preventDefault();
        if (read === 'unreadable') return;
        place.mutate({ kind, reason, ...(untilOn ? { untilOn } : {}), ...(read ? { amount: read } : {}) });
      }}
    >
      {place.error && <ProblemNote error={place.error} />}
      <NativeSelect
        size="xs"
        aria-label={t('holds.kind')}
        value={kind}
        onChange={(event) => setKind(HAND_KINDS.find((one) => one === event.currentTarget.value) ?? 'other')}
        data={HAND_KINDS.map((value) => ({ value, label: t(HAND_WORDS[value]) }))}
      />
      {props.thing.subject === 'item' && (
        <TextInput
          size="xs"
          aria-label={t('holds.amount')}
          placeholder={t('holds.amount')}
          inputMode="decimal"
          error={read === 'unreadable' ? t('cash.notAnAmount') : null}
          value={amount}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
      )}
      <DateField
        size="xs"
        aria-label={t('holds.untilOn')}
        title={t('holds.untilOn')}
        min={today}
        value={untilOn}
        change={setUntilOn}
      />
      <TextInput
        size="xs"
        aria-label={t('books.reason')}
        placeholder={t('books.reason')}
        required
        autoFocus
        className={styles.holdReason}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="xs" loading={place.isPending}>
        {t('holds.place')}
      </Button>
      <Button size="xs" variant="default" onClick={props.close}>
        {t('act.cancel')}
      </Button>
    </form>
  );
}

/** Nothing typed holds all of it. */
function useHeldAmount(thing: HeldThing, typed: string) {
  const formats = useFormats();
  if (thing.subject !== 'item' || typed.trim() === '') return null;
  const { currency } = toMoney(thing.open);
  const minor = readAmount(typed, currency, formats.decimalSign);
  return minor === null ? ('unreadable' as const) : { amount: formatAmount(minor, currency), currency };
}
