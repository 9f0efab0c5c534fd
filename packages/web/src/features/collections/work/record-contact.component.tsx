/**
 * A contact and its next step in one: how it went, what was said, when to look again. Ctrl Enter saves and opens the next customer.
 * What is typed stays when the form is left, until it is saved.
 */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { addDays, localDate } from '@quittance/core/calendar';
import { CONTACT_OUTCOMES_OF, type ContactOutcome, DAYS_UNTIL_NEXT } from '@quittance/core/worklist';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { api, dataOf } from '../../../app/api.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import styles from '../collections.module.css';
import { OUTCOME_WORDS } from './contact-words.ts';
import { useBringBack } from './use-work-act.ts';

const MS_PER_SECOND = 1_000;
const DAY_SECONDS = 86_400;

interface Draft {
  readonly outcome: ContactOutcome | null;
  readonly text: string;
  readonly backOn: string;
}

/** By company, customer and kind; of this browser's page only: notes on customers are not left on a shared machine. */
const drafts = new Map<string, Draft>();

export interface RecordContactProps {
  readonly code: string;
  readonly customerId: string;
  readonly name: string;
  readonly kind: 'call' | 'note';
  readonly close: () => void;
  /** After it is saved: the next one. */
  readonly done: (isAside: boolean) => void;
}

export function RecordContact(props: RecordContactProps): ReactNode {
  const { t } = useTexts();
  const { kind, close } = props;
  const today = useToday();
  const place = `${props.code} ${props.customerId} ${kind}`;
  const [begunAt] = useState(() => performance.now());
  const [draft, setDraft] = useState<Draft>(
    () => drafts.get(place) ?? { outcome: null, text: '', backOn: kind === 'call' ? addDays(today, 1) : '' },
  );
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    drafts.set(place, next);
    setDraft(next);
  };
  const save = useRecord(props, () => drafts.delete(place));
  const isReady = kind === 'note' ? draft.text.trim() !== '' : draft.outcome !== null;
  const send = (): void => {
    if (!isReady || save.isPending) return;
    const seconds = Math.min(DAY_SECONDS, Math.round((performance.now() - begunAt) / MS_PER_SECOND));
    save.mutate({ ...draft, durationSeconds: kind === 'call' ? seconds : null });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className={styles.act}
      aria-label={t(kind === 'call' ? 'myDay.recordCall' : 'myDay.writeNote')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      {kind === 'call' && (
        <NativeSelect
          size="xs"
          autoFocus
          label={t('myDay.outcome')}
          value={draft.outcome ?? ''}
          onChange={(event) => {
            const outcome = CONTACT_OUTCOMES_OF.call.find((one) => one === event.currentTarget.value) ?? null;
            const days = outcome === null ? 1 : DAYS_UNTIL_NEXT[outcome];
            change({ outcome, backOn: addDays(localDate(today), days) });
          }}
          data={[
            { value: '', label: t('myDay.chooseOutcome') },
            ...CONTACT_OUTCOMES_OF.call.map((value) => ({ value, label: t(OUTCOME_WORDS[value]) })),
          ]}
        />
      )}
      <Textarea
        size="xs"
        autoFocus={kind === 'note'}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        label={t('myDay.whatWasSaid')}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className={styles.actLine}>
        <TextInput
          size="xs"
          type="date"
          min={addDays(today, 1)}
          label={t('myDay.lookAgain')}
          description={draft.backOn === '' ? t('myDay.staysOnList') : undefined}
          value={draft.backOn}
          onChange={(event) => change({ backOn: event.currentTarget.value })}
        />
        <Button type="submit" size="xs" loading={save.isPending} disabled={!isReady}>
          {t('myDay.saveContact')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}

function useRecord({ code, customerId, name, kind, done }: RecordContactProps, forget: () => void) {
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const bringBack = useBringBack(code);
  return useMutation({
    mutationFn: ({ backOn, ...rest }: Draft & { readonly durationSeconds: number | null }) => {
      const params = { path: { company: code, customerId } };
      const body = { ...rest, kind, contactId: null, backOn: backOn === '' ? null : backOn };
      return dataOf(api.POST('/api/v1/companies/{company}/worklist/{customerId}/contacts', { params, body }));
    },
    onSuccess: ({ markId }, { backOn }) => {
      forget();
      const text =
        markId === null ? t('myDay.noted', { name }) : t('myDay.notedUntil', { name, date: formats.date(backOn) });
      say(markId === null ? { text } : { text, undo: () => bringBack.mutate(markId) });
      void askAnew(queryClient);
      done(markId !== null);
    },
  });
}
