/** Notes while talking, how it went, what follows. The clock runs from the first touch of the sheet until it is saved. */
import { Button } from '@mantine/core';
import { type CurrencyCode, currencyCode } from '@quittance/core/money';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import { clockIn } from '../../../ui/format/zone.ts';
import { sumByCurrency } from '../../../ui/money/money-text.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { NoteArea } from '../../customers/notes/note-area.component.tsx';
import { usualDays } from '../promises/promise-days.ts';
import {
  type CallDraft,
  forgetDraft,
  keepDraft,
  keptDraft,
  NEXT_KINDS,
  readNext,
  withNext,
  withOutcome,
  withPressed,
} from './call-draft.ts';
import { OUTCOME_WORDS, OUTCOMES } from './call-words.ts';
import styles from './calls.module.css';
import { type CallSheetData, recordCall } from './calls.queries.ts';
import { NEXT_WORDS, NextFields } from './next-fields.component.tsx';

interface CallFormProps {
  readonly code: string;
  readonly customerId: string;
  readonly callBackId?: string | undefined;
  readonly close: () => void;
  readonly onSaved?: (() => void) | undefined;
  readonly sheet: CallSheetData;
  readonly ticked: readonly string[];
  readonly tellOutcome: (hasOutcome: boolean) => void;
}

export function CallForm(props: CallFormProps): ReactNode {
  const { t } = useTexts();
  const { sheet, tellOutcome } = props;
  const { draft, change, currency, read, save } = useCall(props);
  const hasOutcome = draft.outcome !== null;
  useEffect(() => tellOutcome(hasOutcome), [hasOutcome, tellOutcome]);
  const form = useRef<HTMLFormElement>(null);
  // After the fields of the step are there.
  const toFields = (): void =>
    void requestAnimationFrame(() =>
      form.current?.querySelector<HTMLElement>('[data-next] :is(input, select)')?.focus(),
    );
  const submit = (): void => {
    if (!read.isReady) toFields();
    if (draft.outcome !== null && read.isReady && !save.isPending) save.mutate();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const outcome = event.altKey ? OUTCOMES[Number(event.code.replace('Digit', '')) - 1] : undefined;
    const nextKind = event.altKey ? NEXT_KINDS.find((kind) => NEXT_KEYS[kind] === event.code) : undefined;
    if (outcome) change(withOutcome(draft, outcome));
    else if (nextKind) {
      change(withNext(draft, nextKind));
      toFields();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else if (event.key === 'Escape')
      props.close(); // what is typed is kept
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      ref={form}
      className={styles.form}
      aria-label={t('calls.record')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <NoteArea
        size="xs"
        autoFocus
        autosize
        minRows={3}
        maxRows={12}
        aria-label={t('calls.notes')}
        placeholder={t('calls.notesHelp')}
        value={draft.note}
        change={(note) => change({ ...draft, note })}
      />
      <fieldset className={styles.outcomes}>
        <legend>{t('calls.outcome')}</legend>
        {OUTCOMES.map((one, index) => (
          <button
            key={one}
            type="button"
            aria-pressed={draft.outcome === one}
            onClick={() => change(withOutcome(draft, one))}
          >
            <kbd>{index + 1}</kbd> {t(OUTCOME_WORDS[one])}
          </button>
        ))}
      </fieldset>
      <fieldset className={styles.outcomes}>
        <legend>{t('calls.next')}</legend>
        {NEXT_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={draft.nextKind === kind}
            onClick={() => change(withPressed(draft, kind))}
          >
            <kbd>{NEXT_KEYS[kind].replace('Key', '').toLowerCase()}</kbd> {t(NEXT_WORDS[kind])}
          </button>
        ))}
      </fieldset>
      <NextFields
        code={props.code}
        draft={draft}
        change={change}
        currency={currency}
        theirZone={sheet.timeZone}
        ticked={props.ticked.length}
        wrong={read.isReady ? null : read.wrong}
      />
      <div className={styles.line}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={draft.outcome === null || !read.isReady}>
          {t('calls.save')}
        </Button>
        <span className={styles.quiet}>
          <Elapsed startedAt={draft.startedAt} /> · {t('calls.keys')}
        </span>
      </div>
    </form>
  );
}

const NEXT_KEYS = { promise: 'KeyP', task: 'KeyT', call_back: 'KeyB', mail: 'KeyM', dispute: 'KeyD' } as const;

function useCall(props: CallFormProps) {
  const { t } = useTexts();
  const formats = useFormats();
  const today = useToday();
  const queryClient = useQueryClient();
  const { code, customerId, sheet, ticked } = props;
  const { draft: kept, change, currency } = useDraft(props);
  const draft = { ...kept, itemIds: ticked };
  const reading = { currency, decimalSign: formats.decimalSign, today, theirZone: sheet.timeZone, now: Date.now() };
  const read = readNext(draft, reading);
  const reach = sheet.chosen === null ? undefined : sheet.reaches[sheet.chosen];
  const save = useMutation({
    mutationFn: () =>
      recordCall(code, customerId, {
        contactId: reach?.contactId ?? null,
        number: reach?.number ?? null,
        outcome: draft.outcome ?? 'no_answer',
        situation: sheet.situation,
        scriptLanguage: sheet.language,
        scriptNumber: sheet.scriptNumber,
        startedAt: draft.startedAt,
        durationSeconds: secondsSince(draft.startedAt),
        note: draft.note,
        callBackId: props.callBackId ?? null,
        next: read.isReady ? read.next : null,
      }),
    onSuccess: async () => {
      forgetDraft(code, customerId);
      say({ text: t('calls.recorded', { name: sheet.name }) });
      (props.onSaved ?? props.close)();
      await askAnew(queryClient);
    },
  });
  return { draft, change, currency, read, save };
}

/** The draft that is kept, else a fresh one with what is overdue, the usual day, and when to call again. */
function useDraft({ code, customerId, sheet }: CallFormProps) {
  const formats = useFormats();
  const today = useToday();
  const me = useSession().user.id;
  const company = useCompany();
  const overdue = sumByCurrency(sheet.collectable)[0];
  const currency: CurrencyCode =
    overdue?.currency ?? currencyCode(sheet.items[0]?.open.currency ?? company.functionalCurrency);
  const [draft, setDraft] = useState<CallDraft>(() => {
    const kept = keptDraft(code, customerId, Date.now());
    if (kept) return kept;
    return {
      startedAt: new Date().toISOString(),
      note: '',
      outcome: null,
      nextKind: null,
      itemIds: [],
      amount: overdue ? formats.plainAmount(overdue.amountMinor, currency) : '',
      day: usualDays(today)[0] ?? today,
      time: sheet.window ? clockIn(sheet.window.from, sheet.timeZone) : '09:00',
      title: '',
      assigneeId: me,
      purpose: 'statement',
    };
  });
  const change = (next: CallDraft): void => {
    setDraft(next);
    keepDraft(code, customerId, next);
  };
  return { draft, change, currency };
}

function secondsSince(startedAt: string): number {
  return Math.max(0, Math.round((Date.now() - Date.parse(startedAt)) / 1_000));
}

function Elapsed({ startedAt }: { startedAt: string }): ReactNode {
  const [seconds, setSeconds] = useState(() => secondsSince(startedAt));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsSince(startedAt)), 1_000);
    return () => clearInterval(timer);
  }, [startedAt]);
  const two = (count: number): string => String(count).padStart(2, '0');
  return (
    <span className={styles.elapsed}>
      {two(Math.floor(seconds / 60))}:{two(seconds % 60)}
    </span>
  );
}
