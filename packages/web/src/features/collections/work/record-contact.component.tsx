/**
 * A note or another contact and its next step in one (`n`): how it went, what was said, when to look again. Ctrl Enter saves and opens the next customer.
 * What is typed stays when the form is left, until it is saved.
 */
import { Button, NativeSelect } from '@mantine/core';
import { addDays } from '@quittance/core/calendar';
import {
  CONTACT_KINDS,
  CONTACT_OUTCOMES_OF,
  type ContactKind,
  type ContactOutcome,
  DAYS_UNTIL_NEXT,
} from '@quittance/core/worklist';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { api, dataOf } from '../../../app/api.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { NoteArea } from '../../customers/notes/note-area.component.tsx';
import styles from '../collections.module.css';
import { KIND_WORDS, OUTCOME_WORDS } from './contact-words.ts';
import { useBringBack } from './use-work-act.ts';

interface Draft {
  readonly kind: ContactKind;
  readonly outcome: ContactOutcome | null;
  readonly text: string;
  readonly backOn: string;
}

/** By company and customer; of this browser's page only: notes on customers are not left on a shared machine. */
const drafts = new Map<string, Draft>();

export interface RecordContactProps {
  readonly code: string;
  readonly customerId: string;
  readonly name: string;
  readonly close: () => void;
  /** After it is saved: the next one. */
  readonly done: (isAside: boolean) => void;
}

export function RecordContact(props: RecordContactProps): ReactNode {
  const { t } = useTexts();
  const { close } = props;
  const today = useToday();
  const place = `${props.code} ${props.customerId}`;
  const [draft, setDraft] = useState<Draft>(
    () => drafts.get(place) ?? { kind: 'note', outcome: null, text: '', backOn: '' },
  );
  const change = (part: Partial<Draft>): void => {
    const next = { ...draft, ...part };
    drafts.set(place, next);
    setDraft(next);
  };
  const save = useRecord(props, () => drafts.delete(place));
  const outcomes = CONTACT_OUTCOMES_OF[draft.kind];
  const isReady = outcomes.length > 0 ? draft.outcome !== null : draft.text.trim() !== '';
  const send = (): void => {
    if (isReady && !save.isPending) save.mutate(draft);
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
      aria-label={t('myDay.writeNote')}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <div className={styles.actLine}>
        <NativeSelect
          size="xs"
          aria-label={t('myDay.kind')}
          value={draft.kind}
          onChange={(event) => {
            const kind = CONTACT_KINDS.find((one) => one === event.currentTarget.value) ?? 'note';
            change({ kind, outcome: null });
          }}
          data={CONTACT_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
        />
        {outcomes.length > 0 && (
          <NativeSelect
            size="xs"
            aria-label={t('myDay.outcome')}
            value={draft.outcome ?? ''}
            onChange={(event) => {
              const outcome = outcomes.find((one) => one === event.currentTarget.value) ?? null;
              change({ outcome, backOn: outcome === null ? '' : addDays(today, DAYS_UNTIL_NEXT[outcome]) });
            }}
            data={[
              { value: '', label: t('myDay.chooseOutcome') },
              ...outcomes.map((value) => ({ value, label: t(OUTCOME_WORDS[value]) })),
            ]}
          />
        )}
      </div>
      <NoteArea
        size="xs"
        autoFocus
        autosize
        minRows={2}
        maxRows={10}
        maxLength={10_000}
        label={t('myDay.whatWasSaid')}
        value={draft.text}
        change={(text) => change({ text })}
      />
      <div className={styles.actLine}>
        <DateField
          size="xs"
          min={addDays(today, 1)}
          label={t('myDay.lookAgain')}
          description={draft.backOn === '' ? t('myDay.staysOnList') : undefined}
          value={draft.backOn}
          change={(day) => change({ backOn: day })}
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

function useRecord({ code, customerId, name, done }: RecordContactProps, forget: () => void) {
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const bringBack = useBringBack(code);
  return useMutation({
    mutationFn: ({ backOn, ...rest }: Draft) => {
      const params = { path: { company: code, customerId } };
      const body = { ...rest, contactId: null, durationSeconds: null, backOn: backOn === '' ? null : backOn };
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
