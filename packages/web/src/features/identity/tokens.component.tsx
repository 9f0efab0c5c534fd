import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { ApiToken } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem, useProblemText } from '../../ui/form/problem-text.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './identity.module.css';
import { useTokens } from './identity.queries.ts';
import { OneTimeSecret } from './one-time-secret.component.tsx';
import { useRoleWords } from './roles.ts';

export function TokensView(): ReactNode {
  const { t } = useTexts();
  const { company: code } = useParams({ from: '/c/$company' });
  const [isAdding, setIsAdding] = useState(false);
  const tokens = useTokens(code);
  const columns = useTokenColumns(code);
  return (
    <Split
      id="people"
      startPercent={62}
      left={
        <Grid
          id="tokens"
          label={t('people.tokens')}
          columns={columns}
          rows={tokens.rows}
          rowId={(row) => row.id}
          load={tokens.load}
          empty={t('people.noTokens')}
          isMain
          lead={<Button onClick={() => setIsAdding(true)}>{t('people.addToken')}</Button>}
        />
      }
      right={isAdding ? <AddToken code={code} close={() => setIsAdding(false)} /> : null}
    />
  );
}

function useTokenColumns(code: string): readonly GridColumn<ApiToken>[] {
  const { t } = useTexts();
  const roleWords = useRoleWords();
  const { mutate: revoke } = useRevoke(code);
  return useMemo(
    (): readonly GridColumn<ApiToken>[] => [
      { id: 'name', kind: 'text', header: t('people.tokenName'), width: 180, grow: true, value: (row) => row.name },
      { id: 'roles', kind: 'text', header: t('people.roles'), width: 110, value: (row) => roleWords(row.roles) },
      { id: 'by', kind: 'text', header: t('people.createdBy'), width: 140, value: (row) => row.createdBy },
      { id: 'at', kind: 'instant', header: t('people.createdAt'), width: 146, value: (row) => row.createdAt },
      { id: 'used', kind: 'instant', header: t('people.lastUsed'), width: 146, value: (row) => row.lastUsedAt },
      { id: 'expires', kind: 'instant', header: t('people.expires'), width: 146, value: (row) => row.expiresAt },
      {
        id: 'act',
        kind: 'text',
        header: t('grid.acts'),
        width: 90,
        value: () => null,
        render: (row) => (
          <button type="button" tabIndex={-1} className={styles.lineAct} onClick={() => revoke(row)}>
            {t('people.revoke')}
          </button>
        ),
      },
    ],
    [t, roleWords, revoke],
  );
}

function useRevoke(company: string) {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const problemText = useProblemText();
  return useMutation({
    mutationFn: ({ id }: ApiToken) =>
      api.DELETE('/api/v1/companies/{company}/tokens/{id}', { params: { path: { company, id } } }),
    onSuccess: async (_answer, { name }) => {
      await queryClient.invalidateQueries({ queryKey: ['tokens', company] });
      say({ text: t('people.revoked', { name }) });
    },
    onError: (error) => say({ text: problemText(error), isProblem: true }),
  });
}

function AddToken({ code, close }: { code: string; close: () => void }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () =>
      dataOf(api.POST('/api/v1/companies/{company}/tokens', { params: { path: { company: code } }, body: { name } })),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['tokens', code] }),
  });
  return (
    <Panel title={<h2>{t('people.addToken')}</h2>} close={close}>
      {add.data ? (
        <OneTimeSecret text={t('people.tokenAdded', { name })} secret={add.data.token ?? undefined} close={close} />
      ) : (
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            add.mutate();
          }}
        >
          {add.error && <ProblemNote error={add.error} />}
          <TextInput
            label={t('people.tokenName')}
            description={t('people.tokenHelp')}
            required
            withAsterisk={false}
            autoFocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={fieldProblem(add.error, 'name')}
          />
          <Button type="submit" loading={add.isPending}>
            {t('people.addToken')}
          </Button>
        </form>
      )}
    </Panel>
  );
}
