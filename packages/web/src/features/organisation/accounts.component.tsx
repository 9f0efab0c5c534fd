/** The posting accounts and what the general ledger calls them: typed, or pasted from a chart of accounts. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { api } from '../../app/api.ts';
import { type Translate, useTexts } from '../../app/i18n.ts';
import { gridLoadOf } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { useWords, type Words } from '../../app/words.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { accountsQuery, type PostingAccount } from './organisation.queries.ts';

/** As the server has them. */
const CODE_CHARS_MAX = 30;
const NAME_CHARS_MAX = 120;
const NONE: readonly PostingAccount[] = [];

export function AccountsView(): ReactNode {
  const { t } = useTexts();
  const words = useWords();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const accounts = useQuery(accountsQuery(code));
  const { mutate: change } = useChangeAccount(code);
  const mayChange = may(company, 'organisation.manage');
  const columns = useMemo(() => accountColumns({ t, words, mayChange, change }), [t, words, mayChange, change]);
  return (
    <Grid
      id="posting-accounts"
      label={t('company.accounts')}
      columns={columns}
      rows={accounts.data?.rows ?? NONE}
      rowId={(row) => row.account}
      load={gridLoadOf(accounts)}
      empty={t('company.noAccounts')}
      isMain
      lead={<span>{mayChange ? t('company.accountsHelp') : t('company.accountsRead')}</span>}
    />
  );
}

function accountColumns(given: {
  t: Translate;
  words: Words;
  mayChange: boolean;
  change: (account: PostingAccount) => void;
}): readonly GridColumn<PostingAccount>[] {
  const { t, words, mayChange, change } = given;
  const edit = (name: 'glCode' | 'name', charsMax: number) => ({
    canEdit: () => mayChange,
    text: (row: PostingAccount) => row[name],
    commit: (row: PostingAccount, typed: string): string | null => {
      const text = typed.trim();
      if (text === '') return t('company.accountEmpty');
      if (text.length > charsMax) return t('company.accountTooLong', { max: charsMax });
      if (text !== row[name]) change({ ...row, [name]: text });
      return null;
    },
  });
  return [
    {
      id: 'account',
      kind: 'text',
      header: t('posting.account'),
      width: 260,
      grow: true,
      value: (row) => words.account(row.account),
    },
    {
      id: 'glCode',
      kind: 'text',
      header: t('books.glCode'),
      width: 170,
      value: (row) => row.glCode,
      edit: edit('glCode', CODE_CHARS_MAX),
    },
    {
      id: 'name',
      kind: 'text',
      header: t('company.glName'),
      width: 300,
      grow: true,
      value: (row) => row.name,
      edit: edit('name', NAME_CHARS_MAX),
    },
  ];
}

/** The new code stands at once; refused, the old one comes back with the reason. */
function useChangeAccount(company: string) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  const { queryKey } = accountsQuery(company);
  const put = ({ account, glCode, name }: PostingAccount) =>
    api.PUT('/api/v1/companies/{company}/posting-accounts/{account}', {
      params: { path: { company, account } },
      body: { glCode, name },
    });
  const show = (changed: PostingAccount): PostingAccount | undefined => {
    const before = queryClient.getQueryData(queryKey)?.rows.find(({ account }) => account === changed.account);
    queryClient.setQueryData(queryKey, (now) =>
      now ? { rows: now.rows.map((row) => (row.account === changed.account ? changed : row)) } : now,
    );
    return before;
  };
  const change = useMutation({
    mutationFn: put,
    onMutate: show,
    onSuccess: (_answer, { glCode, name }, before) => {
      const undo = before === undefined ? {} : { undo: () => change.mutate(before) };
      say({ text: t('company.accountSaved', { glCode, name }), ...undo });
    },
    onError: (error, _changed, before) => {
      if (before) show(before);
      say({ text: problemText(error), isProblem: true });
    },
  });
  return change;
}
