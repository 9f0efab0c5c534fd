/** Notes over interest, and what each customer was told of theirs. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useAddressView, withoutBlanks } from '../../../app/search.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Split } from '../../../ui/split/split.component.tsx';
import { NotePanel } from './note-panel.component.tsx';
import { noteStateWords } from './note-state.ts';
import { type InterestNote, useNotes } from './notes.queries.ts';

export function InterestNotes({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const { view, onView } = useAddressView('-number');
  const { note: shown } = useSearch({ from: '/c/$company/interest/$part' });
  const navigate = useNavigate({ from: '/c/$company/interest/$part' });
  const { rows, load } = useNotes(code);
  const columns = useNoteColumns(code);
  const show = (note: string | undefined): void => {
    void navigate({ search: (now) => withoutBlanks({ ...now, note }), replace: true });
  };
  return (
    <Split
      id="interest-notes"
      startPercent={58}
      left={
        <Grid
          id="interest-notes"
          label={t('interest.notes')}
          columns={columns}
          rows={rows}
          rowId={(row) => row.itemId}
          load={load}
          empty={t('interest.noNotes')}
          view={view}
          onView={onView}
          activeId={shown ?? null}
          onActive={(row) => shown !== undefined && show(row.itemId)}
          onOpen={(row) => show(row.itemId)}
          isMain
        />
      }
      right={
        shown === undefined ? null : <NotePanel key={shown} code={code} itemId={shown} close={() => show(undefined)} />
      }
    />
  );
}

function useNoteColumns(code: string): readonly GridColumn<InterestNote>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<InterestNote>[] => [
      { id: 'number', kind: 'text', header: t('item.number'), width: 140, phoneWidth: 120, value: (row) => row.number },
      {
        id: 'customer',
        kind: 'text',
        header: t('myDay.customer'),
        width: 220,
        phoneWidth: 130,
        grow: true,
        value: (row) => row.customerName,
        href: (row) => `/c/${code}/customers/${row.customerId}`,
      },
      {
        id: 'state',
        kind: 'text',
        header: t('interest.told'),
        width: 190,
        phoneWidth: 130,
        value: (row) => t(noteStateWords(row).word),
      },
      {
        id: 'total',
        kind: 'money',
        header: t('interest.total'),
        width: 120,
        isTotalled: true,
        value: (row) => row.total,
      },
      { id: 'open', kind: 'money', header: t('interest.open'), width: 120, isTotalled: true, value: (row) => row.open },
      { id: 'issued', kind: 'date', header: t('item.issued'), width: 110, value: (row) => row.issuedOn },
      { id: 'due', kind: 'date', header: t('item.due'), width: 110, value: (row) => row.dueOn },
    ],
    [t, code],
  );
}
