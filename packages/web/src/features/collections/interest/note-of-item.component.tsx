/** On a debit note over interest: what its customer knows, and the note as PDF. Nothing on other debit notes. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { Status } from '../../../ui/status/status.component.tsx';
import styles from './interest.module.css';
import { noteStateWords } from './note-state.ts';
import { notePdfAddress, noteQuery } from './notes.queries.ts';

export function NoteOfItem({ code, itemId }: { code: string; itemId: string }): ReactNode {
  const { t } = useTexts();
  const note = useQuery(noteQuery(code, itemId)).data?.note;
  if (!note) return null;
  const { word, tone } = noteStateWords(note);
  return (
    <div className={styles.ofItem}>
      <Status tone={tone} word={t(word)} since={note.told?.at ?? null} />
      <a href={notePdfAddress(code, itemId)} target="_blank" rel="noopener">
        {t('interest.openPdf', { number: note.number })}
      </a>
      <Link to="/c/$company/interest/$part" params={{ company: code, part: 'notes' }} search={{ note: itemId }}>
        {t('interest.notes')}
      </Link>
    </div>
  );
}
