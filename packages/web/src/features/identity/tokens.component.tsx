import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { send } from '../../app/api.ts';
import type { ApiToken } from '../../app/api.types.ts';
import { useKeyset } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../ui/grid/grid.types.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import styles from './identity.module.css';
import { OneTimeSecret } from './one-time-secret.component.tsx';

export function TokensView(): ReactNode {
  const { t } = useTranslation();
  const company = useCompany();
  const { company: code } = useParams({ from: '/c/$company' });
  const [isAdding, setIsAdding] = useState(false);
  const tokens = useKeyset<ApiToken>(`/companies/${code}/tokens`);
  const columns = useMemo(
    (): readonly GridColumn<ApiToken>[] => [
      { id: 'name', kind: 'text', header: t('people.tokenName'), width: 200, grow: true, value: (row) => row.name },
      { id: 'by', kind: 'text', header: t('people.createdBy'), width: 160, value: (row) => row.createdBy },
      { id: 'at', kind: 'instant', header: t('people.createdAt'), width: 150, value: (row) => row.createdAt },
      { id: 'used', kind: 'instant', header: t('people.lastUsed'), width: 150, value: (row) => row.lastUsedAt },
      { id: 'expires', kind: 'instant', header: t('people.expires'), width: 150, value: (row) => row.expiresAt },
    ],
    [t],
  );
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
          lead={
            may(company, 'managePeople') && <Button onClick={() => setIsAdding(true)}>{t('people.addToken')}</Button>
          }
        />
      }
      right={isAdding ? <AddToken code={code} close={() => setIsAdding(false)} /> : null}
    />
  );
}

function AddToken({ code, close }: { code: string; close: () => void }): ReactNode {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const add = useMutation({
    mutationFn: () => send<{ id: string; token: string }>('POST', `/companies/${code}/tokens`, { name }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: [`/companies/${code}/tokens`] }),
  });
  return (
    <Panel title={<h2>{t('people.addToken')}</h2>} close={close}>
      {add.data ? (
        <OneTimeSecret text={t('people.tokenAdded', { name })} secret={add.data.token} close={close} />
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
