/** What people wrote about a customer, whole and in order; one's own lines can be said anew or taken back. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany, useSession } from '../../app/session.ts';
import { TextAct } from '../../ui/act/text-act.component.tsx';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { MentionText } from '../../ui/mention/mention-text.component.tsx';
import { ACTIVITY_WORDS } from './activity-words.ts';
import styles from './customers.module.css';
import { useCustomerAct, useNotes } from './customers.queries.ts';
import type { ActivityLine } from './customers.types.ts';
import { Edited } from './notes/edited.component.tsx';
import { NoteArea } from './notes/note-area.component.tsx';
import { PinnedNotes, usePin } from './notes/pinned.component.tsx';

export function CustomerNotes({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const notes = useNotes(code, customerId);
  const { load, rows } = notes;
  if (load.error && rows.length === 0) return <ProblemNote error={load.error} retry={load.retry} />;
  if (load.isLoading) return <p className={styles.empty}>{t('grid.reading')}</p>;
  if (rows.length === 0) return <p className={styles.empty}>{t('customers.noNotes')}</p>;
  return (
    <div className={styles.page}>
      <PinnedNotes code={code} customerId={customerId} />
      <div className={`${styles.fill} ${styles.scroll}`}>
        <ol className={styles.notes}>
          {rows.map((line) => (
            <Note key={line.id} code={code} line={line} />
          ))}
        </ol>
        {load.hasMore && (
          <Button variant="default" size="xs" loading={load.isBusy} onClick={load.loadMore}>
            {t('customers.moreNotes')}
          </Button>
        )}
      </div>
    </div>
  );
}

function Note({ code, line }: { code: string; line: ActivityLine }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const session = useSession();
  const [text, setText] = useState<string | null>(null);
  const params = { path: { company: code, id: line.id } };
  const edit = useCustomerAct(
    () => dataOf(api.PATCH('/api/v1/companies/{company}/activities/{id}', { params, body: { text: text ?? '' } })),
    { said: t('customers.noteEdited'), done: () => setText(null) },
  );
  const withdraw = useCustomerAct(() => api.DELETE('/api/v1/companies/{company}/activities/{id}', { params }), {
    said: t('customers.noteWithdrawn'),
  });
  const isOwn =
    line.actorId === session.user.id && !line.kind.startsWith('promise_') && may(company, 'activities.write');
  const mayPin = may(company, 'activities.write') && line.text !== '';
  const { setPin, error: pinError } = usePin(code);
  const problem = edit.error ?? withdraw.error ?? pinError;
  const word = ACTIVITY_WORDS[line.kind];
  return (
    <li>
      <header className={styles.noteHead}>
        <b>{word ? t(word) : line.kind}</b>
        <span>{line.actorName}</span>
        <span className={styles.quiet}>
          <Instant at={line.happenedAt} />
          {line.durationSeconds !== null &&
            ` · ${t('customers.minutesLong', { count: Math.round(line.durationSeconds / 60) })}`}
        </span>
        {mayPin && text === null && (
          <TextAct onClick={() => setPin(line, !line.isPinned)}>
            {t(line.isPinned ? 'notes.unpin' : 'notes.pin')}
          </TextAct>
        )}
        {isOwn && text === null && (
          <>
            <TextAct onClick={() => setText(line.text)}>{t('customers.edit')}</TextAct>
            <TextAct onClick={() => withdraw.mutate(undefined)}>{t('customers.takeBack')}</TextAct>
          </>
        )}
      </header>
      {text === null ? (
        <p className={styles.noteText}>
          <MentionText text={line.text} people={line.mentions} />
        </p>
      ) : (
        <form
          className={styles.composer}
          onSubmit={(event) => {
            event.preventDefault();
            edit.mutate(undefined);
          }}
        >
          <NoteArea autoFocus autosize minRows={2} aria-label={t('customers.noteText')} value={text} change={setText} />
          <div className={styles.line}>
            <Button size="xs" type="submit" loading={edit.isPending} disabled={text.trim() === ''}>
              {t('customers.saveNote')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setText(null)}>
              {t('act.cancel')}
            </Button>
          </div>
        </form>
      )}
      <Edited code={code} line={line} />
      {problem && <ProblemNote error={problem} />}
    </li>
  );
}
