/** Writing down what a customer promised, where one stands (`p`): Ctrl Enter saves, `Esc` leaves. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { localDate } from '@quittance/core/calendar';
import { type CurrencyCode, currencyCode } from '@quittance/core/money';
import { PLAN_RHYTHMS } from '@quittance/core/promises';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import type { Item } from '../../../app/api.types.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { type MoneyText, sumByCurrency, toMoney } from '../../../ui/money/money-text.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { contactToSpeakWith } from '../../customers/choose-contact.ts';
import { contactsQuery } from '../../customers/customers.queries.ts';
import { PlanTerms } from './plan-terms.component.tsx';
import { usualDays } from './promise-days.ts';
import { type PromiseDraft, type ReadDraft, readDraft } from './promise-draft.ts';
import { CHANNEL_WORDS, RHYTHM_WORDS } from './promise-words.ts';
import styles from './promises.module.css';
import { collectableQuery, makePromise, type PromiseChannel } from './promises.queries.ts';

interface MakePromiseProps {
  readonly code: string;
  readonly customerId: string;
  /** Ticked debits: the promise is on them. None: on the account. */
  readonly items: readonly Item[];
  /** What the customer wrote, as it was read: a person looks at it and saves it, or does not. */
  readonly said?: SaidPromise;
  readonly close: () => void;
}

export interface SaidPromise {
  /** The mail in which it was read. */
  readonly messageId: string;
  readonly on: string;
  readonly amount: MoneyText | null;
  readonly sentence: string;
}

/** Of a sentence quoted from a mail. */
const NOTE_CHARS_MAX = 500;

/** With nothing ticked what can be asked for stands in the amount as soon as it is known, unless something was typed before. */
export function MakePromise(props: MakePromiseProps): ReactNode {
  const company = useCompany();
  const sums = useQuery({ ...collectableQuery(props.code, props.customerId), enabled: props.items.length === 0 });
  if (props.items.length > 0) {
    const [sum] = sumByCurrency(props.items.map((item) => item.open));
    return sum ? <PromiseForm {...props} currency={sum.currency} startMinor={sum.amountMinor} /> : null;
  }
  const said = props.said?.amount;
  if (said) return <PromiseForm {...props} currency={toMoney(said).currency} startMinor={toMoney(said).amountMinor} />;
  const most = sums.data?.rows[0]?.collectable;
  const currency = currencyCode(most?.currency ?? company.functionalCurrency);
  return <PromiseForm {...props} currency={currency} startMinor={most ? toMoney(most).amountMinor : 0n} />;
}

function PromiseForm(props: MakePromiseProps & { currency: CurrencyCode; startMinor: bigint }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const company = useCompany();
  const queryClient = useQueryClient();
  const today = localDate(company.today);
  const { currency, items, close } = props;
  const start = props.startMinor > 0n ? formats.plainAmount(props.startMinor, currency) : '';
  const [draft, change] = useDraft(start, props.said?.on ?? usualDays(today)[0] ?? company.today);
  const [channel, setChannel] = useState<PromiseChannel>(props.said ? 'mail' : 'call');
  const [contactId, setContactId] = useState<string | null>(null);
  const [note, setNote] = useState(props.said?.sentence.slice(0, NOTE_CHARS_MAX) ?? '');
  const read = readDraft(draft, { currency, decimalSign: formats.decimalSign, today });
  const contact = useChosenContact(props, contactId);
  const save = useMutation({
    mutationFn: () =>
      makePromise(props.code, props.customerId, {
        itemIds: items.length > 0 ? items.map((item) => item.id) : null,
        parts: read.isReady ? read.parts.map(({ promisedOn, amount }) => ({ promisedOn, amount })) : [],
        isPlan: read.isReady && read.parts.length > 1,
        interest: read.isReady ? read.interest : null,
        channel,
        contactId: contact.id,
        messageId: props.said?.messageId ?? null,
        note: note.trim() === '' ? null : note.trim(),
      }),
    onSuccess: async () => {
      say({ text: t('promises.wasMade') });
      close();
      await askAnew(queryClient);
    },
  });
  const submit = (): void => {
    if (read.isReady && !save.isPending) save.mutate();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={styles.form}
      aria-label={t('promises.make')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <AmountAndDay draft={draft} change={change} read={read} today={today} currency={currency} />
      {draft.parts.trim() !== '1' && (
        <PlanTerms draft={draft} change={change} read={read} isOnItems={items.length > 0} />
      )}
      <div className={styles.line}>
        <NativeSelect
          size="xs"
          aria-label={t('promises.how')}
          value={channel}
          onChange={(event) => setChannel(event.currentTarget.value as PromiseChannel)}
          data={Object.entries(CHANNEL_WORDS).map(([value, word]) => ({ value, label: t(word) }))}
        />
        {contact.choices.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('promises.contact')}
            value={contact.id ?? ''}
            onChange={(event) => setContactId(event.currentTarget.value)}
            data={[{ value: '', label: t('promises.nobody') }, ...contact.choices]}
          />
        )}
        <TextInput
          size="xs"
          className={styles.grow}
          aria-label={t('promises.note')}
          placeholder={t('promises.note')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={save.isPending} disabled={!read.isReady}>
          {t('promises.save')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
      <p className={styles.quiet}>
        {items.length > 0 ? t('promises.onItems', { count: items.length }) : t('promises.onAccountHint')} ·{' '}
        {t('customers.noteKeys')}
      </p>
    </form>
  );
}

/** The amount that is offered may come after the form: it never replaces what was typed. */
function useDraft(offered: string, promisedOn: string): [PromiseDraft, (part: Partial<PromiseDraft>) => void] {
  const [typedAmount, setTypedAmount] = useState<string | null>(null);
  const [draft, setDraft] = useState<Omit<PromiseDraft, 'typedAmount'>>({
    promisedOn,
    parts: '1',
    rhythm: 'monthly',
    typedRate: '',
    dayCount: 'act365',
  });
  const change = ({ typedAmount: amount, ...part }: Partial<PromiseDraft>): void => {
    if (amount !== undefined) setTypedAmount(amount);
    setDraft((now) => ({ ...now, ...part }));
  };
  return [{ ...draft, typedAmount: typedAmount ?? offered }, change];
}

/** Who was spoken with: the person one would call, until another is chosen; '' is nobody. */
function useChosenContact({ code, customerId }: MakePromiseProps, chosen: string | null) {
  const contacts = useQuery(contactsQuery(code, customerId)).data?.rows ?? [];
  const there = contacts.filter(({ endedAt }) => endedAt === null);
  const id = chosen ?? contactToSpeakWith(there)?.id ?? '';
  return { id: id === '' ? null : id, choices: there.map((one) => ({ value: one.id, label: one.name })) };
}

interface AmountAndDayProps {
  readonly draft: PromiseDraft;
  readonly change: (part: Partial<PromiseDraft>) => void;
  readonly read: ReadDraft;
  readonly today: ReturnType<typeof localDate>;
  readonly currency: CurrencyCode;
}

/** An amount that comes while its field waits for one is typed over, as one that was there before. */
function useSelectedWhenOffered(field: RefObject<HTMLInputElement | null>, value: string): void {
  const before = useRef(value);
  useEffect(() => {
    const isOffered = before.current === '' && value.length > 1; // a person types one letter at a time
    if (isOffered && document.activeElement === field.current) field.current?.select();
    before.current = value;
  }, [field, value]);
}

function AmountAndDay({ draft, change, read, today, currency }: AmountAndDayProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const wrong = read.isReady ? null : read.wrong;
  const amount = useRef<HTMLInputElement>(null);
  useSelectedWhenOffered(amount, draft.typedAmount);
  return (
    <div className={styles.line}>
      <TextInput
        ref={amount}
        size="xs"
        autoFocus
        className={styles.amount}
        aria-label={t('promises.promised')}
        inputMode="decimal"
        error={wrong === 'amount' && draft.typedAmount.trim() !== '' ? t('cash.notAnAmount') : null}
        value={draft.typedAmount}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change({ typedAmount: event.currentTarget.value })}
      />
      <span>{currency}</span>
      <span>{t('promises.byDay')}</span>
      <DateField
        size="xs"
        aria-label={t('promises.by')}
        min={today}
        error={wrong === 'day' && draft.promisedOn !== '' ? t('promises.dayIsOver') : null}
        value={draft.promisedOn}
        change={(day) => change({ promisedOn: day })}
      />
      {usualDays(today).map((day) => (
        <Button
          key={day}
          size="compact-xs"
          variant={day === draft.promisedOn ? 'light' : 'default'}
          onClick={() => change({ promisedOn: day })}
        >
          {formats.weekday(day)}
        </Button>
      ))}
      <span>{t('promises.inParts')}</span>
      <TextInput
        size="xs"
        className={styles.parts}
        inputMode="numeric"
        aria-label={t('promises.partsCount')}
        error={wrong === 'parts' ? t('promises.partsWrong') : null}
        value={draft.parts}
        onChange={(event) => change({ parts: event.currentTarget.value })}
      />
      {draft.parts.trim() !== '1' && (
        <NativeSelect
          size="xs"
          aria-label={t('promises.rhythm')}
          value={draft.rhythm}
          onChange={(event) =>
            change({ rhythm: PLAN_RHYTHMS.find((one) => one === event.currentTarget.value) ?? 'monthly' })
          }
          data={PLAN_RHYTHMS.map((value) => ({ value, label: t(RHYTHM_WORDS[value]) }))}
        />
      )}
    </div>
  );
}
