import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { MentionArea, type MentionAreaProps } from '../../../ui/mention/mention-area.component.tsx';
import { colleaguesQuery } from './notes.queries.ts';

/** Where a note, a task or minutes are written: an @ offers whoever may read the company's customers. */
export function NoteArea(props: Omit<MentionAreaProps, 'people' | 'listLabel'>): ReactNode {
  const { t } = useTexts();
  const { company } = useParams({ from: '/c/$company' });
  const people = useQuery(colleaguesQuery(company)).data?.rows ?? [];
  return <MentionArea {...props} people={people} listLabel={t('notes.colleagues')} />;
}
