/** Journals for the general ledger: what was handed out, each as it was, and the next one. */
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { JournalHead, JournalLine } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { useWords } from '../../app/words.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { journalQuery, journalsQuery } from './ledger.queries.ts';

const NO_JOURNALS: readonly JournalHead[] = [];
const NO_LINES: readonly JournalLine[] = [];

export function JournalsView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const { journal: open } = useSearch({ from: '/c/$company/books/$book' });
  const navigate = useNavigate({ from: '/c/$company/books/$book' });
  const show = (number: string | undefined): void => {
    void navigate({ search: (now) => withoutBlanks({ ...now, journal: number }) });
  };
  const journals = useQuery(journalsQuery(code));
  const columns = useJournalColumns();
  return (
    <Split
      id="journals"
      startPercent={40}
      left={
        <Grid
          id="journals"
          label={t('books.journals')}
          columns={columns}
          rows={journals.data?.rows ?? NO_JOURNALS}
          rowId={(row) => row.number}
          load={gridLoadOf(journals)}
          empty={t('books.noJournals')}
          activeId={open ?? null}
          onOpen={(row) => show(row.number)}
          isMain
          lead={<HandOut code={code} show={show} />}
        />
      }
      right={
        open ? (
          <Panel title={<h2>{t('books.journalNumber', { number: open })}</h2>} close={() => show(undefined)}>
            <JournalLines code={code} number={open} />
          </Panel>
        ) : null
      }
    />
  );
}

function useJournalColumns(): readonly GridColumn<JournalHead>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<JournalHead>[] => [
      { id: 'number', kind: 'text', header: t('item.number'), width: 120, grow: true, value: (row) => row.number },
      { id: 'at', kind: 'instant', header: t('books.handedOut'), width: 150, value: (row) => row.exportedAt },
      { id: 'postings', kind: 'count', header: t('item.postings'), width: 96, value: (row) => row.postings },
      { id: 'total', kind: 'money', header: t('books.debits'), width: 140, value: (row) => row.total },
    ],
    [t],
  );
}

/** Hands out what was recorded since the last journal. It cannot be taken back: the next one begins where this ends. */
function HandOut(props: { code: string; show: (number: string) => void }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const handOut = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/companies/{company}/journals', { params: { path: { company: props.code } } })),
    onSuccess: async ({ journal }) => {
      await queryClient.invalidateQueries({ queryKey: journalsQuery(props.code).queryKey });
      if (journal) props.show(journal.number);
      else say({ text: t('books.nothingNew') });
    },
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
  if (!may(company, 'journals.export')) return null;
  return (
    <Button loading={handOut.isPending} onClick={() => handOut.mutate()}>
      {t('books.handOut')}
    </Button>
  );
}

function JournalLines({ code, number }: { code: string; number: string }): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  const journal = useQuery(journalQuery(code, number));
  const columns = useMemo(
    (): readonly GridColumn<JournalLine>[] => [
      { id: 'date', kind: 'date', header: t('books.date'), width: 104, value: (row) => row.date },
      { id: 'gl', kind: 'text', header: t('books.glCode'), width: 76, value: (row) => row.glCode },
      {
        id: 'account',
        kind: 'text',
        header: t('posting.account'),
        width: 140,
        grow: true,
        value: (row) => row.name || words.account(row.account),
      },
      { id: 'debit', kind: 'money', header: t('books.debit'), width: 124, isTotalled: true, value: (row) => row.debit },
      {
        id: 'credit',
        kind: 'money',
        header: t('books.credit'),
        width: 124,
        isTotalled: true,
        value: (row) => row.credit,
      },
      { id: 'functional', kind: 'money', header: t('posting.functional'), width: 140, value: (row) => row.functional },
    ],
    [t, words],
  );
  return (
    <Grid
      id="journal"
      label={t('books.journalNumber', { number })}
      columns={columns}
      rows={journal.data?.lines ?? NO_LINES}
      rowId={(row) => `${row.date} ${row.account} ${row.currency}`}
      load={gridLoadOf(journal)}
      empty={t('books.noLines')}
    />
  );
}
