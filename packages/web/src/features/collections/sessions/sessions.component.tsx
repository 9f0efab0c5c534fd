/** Resolution sessions, of one customer or of all: the list, planning one, and the one that is open. */
import { Button } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { Split } from '../../../ui/split/split.component.tsx';
import { Status } from '../../../ui/status/status.component.tsx';
import { SessionForm } from './session-form.component.tsx';
import { SessionPanel } from './session-panel.component.tsx';
import { STATE_TONES, STATE_WORDS } from './session-words.ts';
import { type SessionRow, useSessions } from './sessions.queries.ts';

export function CustomerSessions({ code, customerId }: { code: string; customerId: string }): ReactNode {
  return <SessionsView code={code} customerId={customerId} />;
}

export function SessionsView({ code, customerId }: { code: string; customerId?: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [openId, setOpenId] = useState<'new' | string | null>(null);
  const list = useSessions(code, customerId);
  const columns = useColumns(customerId === undefined);
  const close = (): void => setOpenId(null);
  const mayPlan = customerId !== undefined && may(company, 'correspondence.write');
  return (
    <Split
      id="sessions"
      startPercent={50}
      left={
        <Grid
          id="sessions"
          label={t('sessions.title')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.id}
          load={list.load}
          empty={t('sessions.none')}
          activeId={openId}
          onActive={(row) => openId !== null && setOpenId(row.id)}
          onOpen={(row) => setOpenId(row.id)}
          isMain
          lead={mayPlan && <Button onClick={() => setOpenId('new')}>{t('sessions.plan')}</Button>}
        />
      }
      right={
        openId === 'new' && customerId !== undefined ? (
          <Panel title={<h2>{t('sessions.plan')}</h2>} close={close}>
            <SessionForm code={code} customerId={customerId} session={null} done={setOpenId} />
          </Panel>
        ) : openId !== null ? (
          <SessionPanel key={openId} code={code} id={openId} close={close} />
        ) : null
      }
    />
  );
}

function useColumns(isOfAll: boolean): readonly GridColumn<SessionRow>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<SessionRow>[] => [
      { id: 'starts', kind: 'instant', header: t('sessions.starts'), width: 170, value: (row) => row.startsAt },
      ...(isOfAll
        ? [
            {
              id: 'customer',
              kind: 'text',
              header: t('field.customerName'),
              width: 170,
              value: (row: SessionRow) => row.customerName,
            } as const,
          ]
        : []),
      { id: 'title', kind: 'text', header: t('sessions.what'), width: 220, grow: true, value: (row) => row.title },
      {
        id: 'state',
        kind: 'text',
        header: t('tasks.state'),
        width: 130,
        code: (row) => row.state,
        value: (row) => t(STATE_WORDS[row.state]),
        render: (row) => <Status tone={STATE_TONES[row.state]} word={t(STATE_WORDS[row.state])} />,
      },
      { id: 'who', kind: 'text', header: t('sessions.by'), width: 140, value: (row) => row.madeByName },
    ],
    [t, isOfAll],
  );
}
