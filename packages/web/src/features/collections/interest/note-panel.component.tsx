/** One note: what it asks, what its customer knows, and the letter that tells of it, or calls it off. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText, Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { MoneyInWords } from '../../../ui/money/money.component.tsx';
import { isZero } from '../../../ui/money/money-text.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { holdReason } from '../../ledger/hold-reason.ts';
import styles from './interest.module.css';
import { NoteLetterChoice } from './note-letter.component.tsx';
import { noteStateWords } from './note-state.ts';
import {
  type InterestNote,
  type NoteLetter,
  notePdfAddress,
  noteQuery,
  tellOfNote,
  toldOtherwise,
  wasPosted,
} from './notes.queries.ts';

export function NotePanel({ code, itemId, close }: { code: string; itemId: string; close: () => void }): ReactNode {
  const found = useQuery(noteQuery(code, itemId));
  const note = found.data?.note;
  return (
    <Panel title={<h2>{note ? `${note.number} · ${note.customerName}` : ''}</h2>} close={close}>
      <div className={styles.panel}>
        {found.error && <ProblemNote error={found.error} retry={() => void found.refetch()} />}
        {note && (
          <>
            <Facts code={code} note={note} />
            <WhatTheyKnow code={code} note={note} />
            <Telling key={note.state} code={code} note={note} />
          </>
        )}
      </div>
    </Panel>
  );
}

function Facts({ code, note }: { code: string; note: InterestNote }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <p>
        {t('interest.total')}{' '}
        <b>
          <MoneyInWords value={note.total} />
        </b>
        {!isZero(note.fee) && (
          <span className={styles.quiet}>
            {' '}
            {t('interest.fees')} <MoneyInWords value={note.fee} />
          </span>
        )}
        , {t('item.due')} <DateText date={note.dueOn} />, {t('interest.open')} <MoneyInWords value={note.open} />
      </p>
      <p className={styles.line}>
        <a href={notePdfAddress(code, note.itemId)} target="_blank" rel="noopener">
          {t('interest.openPdf', { number: note.number })}
        </a>
        <Link to="/c/$company/items/$itemId" params={{ company: code, itemId: note.itemId }} search={{}}>
          {t('interest.openItem')}
        </Link>
        <span className={styles.quiet}>
          {t('interest.chargedBy', { name: note.madeByName })} <Instant at={note.madeAt} />
        </span>
      </p>
    </>
  );
}

function WhatTheyKnow({ code, note }: { code: string; note: InterestNote }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { word, tone } = noteStateWords(note);
  const isCancelled = note.state === 'cancelled' || note.state === 'told_cancelled';
  const letter = isCancelled ? (note.cancellation ?? note.letter) : note.letter;
  return (
    <div className={styles.knows}>
      <Status tone={tone} word={t(word)} since={note.told?.at ?? null} />
      {note.told && (
        <span className={styles.quiet}>
          {[holdReason(note.told.how, { t, formats }), note.told.byName].filter(Boolean).join(' · ')}
        </span>
      )}
      {note.state === 'untold' && letter?.said && <span className={styles.quiet}>{letter.said}</span>}
      {isCancelled && <span>{t(note.told ? 'interest.theyWereTold' : 'interest.theyNeverKnew')}</span>}
      {letter && (
        <Link
          to="/c/$company/inbox/$part"
          params={{ company: code, part: 'all' }}
          search={{ conversation: letter.conversationId }}
        >
          {letter.to === null ? t('interest.onPaper') : letter.to.join(', ')}
        </Link>
      )}
      {letter?.state === 'to_print' && <ToPrint code={code} messageId={letter.messageId} />}
    </div>
  );
}

function ToPrint({ code, messageId }: { code: string; messageId: string }): ReactNode {
  const { t } = useTexts();
  const mayWrite = may(useCompany(), 'correspondence.write');
  const posted = useAct(() => wasPosted(code, messageId));
  return (
    <>
      <a href={`/api/v1/companies/${code}/messages/${messageId}/paper`} download>
        {t('mail.print')}
      </a>
      {posted.error && <ProblemNote error={posted.error} />}
      {mayWrite && (
        <Button size="compact-xs" variant="default" loading={posted.isPending} onClick={() => posted.mutate(undefined)}>
          {t('interest.itWasPosted')}
        </Button>
      )}
    </>
  );
}

/** Where something is left to be said. */
function Telling({ code, note }: { code: string; note: InterestNote }): ReactNode {
  const { t } = useTexts();
  const mayWrite = may(useCompany(), 'correspondence.write');
  const [letter, setLetter] = useState<NoteLetter | null>(null);
  const [how, setHow] = useState('');
  const isUntold = note.state === 'untold';
  const tell = useAct((given: NoteLetter) => tellOfNote(code, note, given), {
    said: (_answer, given) => t('postalAddress' in given ? 'interest.toBePrinted' : 'mail.onItsWay'),
  });
  const otherwise = useAct(() => toldOtherwise(code, note.itemId, how), { said: () => t('interest.noted') });
  if (!mayWrite || !(isUntold || note.isCancellationDue)) return null;
  const isReady = letter !== null && (!('postalAddress' in letter) || letter.postalAddress.trim() !== '');
  const error = tell.error ?? otherwise.error;
  return (
    <>
      {error && <ProblemNote error={error} />}
      <NoteLetterChoice
        code={code}
        customerId={note.customerId}
        letter={letter}
        setLetter={setLetter}
        isOptional={false}
        note={{ itemId: note.itemId }}
      />
      <div className={styles.line}>
        <Button size="xs" disabled={!isReady} loading={tell.isPending} onClick={() => letter && tell.mutate(letter)}>
          {t(isUntold ? 'interest.sendNote' : 'interest.sendCancellation')}
        </Button>
      </div>
      {isUntold && (
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            otherwise.mutate(undefined);
          }}
        >
          <TextInput
            size="xs"
            aria-label={t('interest.howTheyKnow')}
            placeholder={t('interest.howTheyKnow')}
            className={styles.why}
            maxLength={300}
            value={how}
            onChange={(event) => setHow(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" loading={otherwise.isPending} disabled={how.trim() === ''}>
            {t('interest.theyKnow')}
          </Button>
        </form>
      )}
    </>
  );
}
