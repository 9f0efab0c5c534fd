/** A customer's mail: its conversations, one beside the list, and a letter begun from here. */
import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { useKeys } from '../../ui/keys/keys.ts';
import { Panel } from '../../ui/panel/panel.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { Composer } from './composer.component.tsx';
import { useConversationColumns } from './conversation-columns.component.tsx';
import { ConversationPanel } from './conversation-panel.component.tsx';
import styles from './correspondence.module.css';
import { useInbox } from './correspondence.queries.ts';
import { type BegunReply, useConversationKeys } from './use-conversation-acts.ts';

const FROM = '/c/$company/customers/$customerId';

export function CustomerMail({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const { conversation } = useSearch({ from: FROM });
  const navigate = useNavigate({ from: FROM });
  const [isWriting, setIsWriting] = useState(false);
  const open = isWriting ? 'new' : (conversation ?? null);
  const [begun, setBegun] = useState<BegunReply | null>(null);
  const setOpen = (id: string | null, begin: BegunReply | null = null): void => {
    setBegun(begin);
    setIsWriting(id === 'new');
    const shown = id === null || id === 'new' ? undefined : id;
    void navigate({ search: (now) => withoutBlanks({ ...now, conversation: shown }), replace: true });
  };
  const current = useInbox(code, { customer: customerId, part: 'all' });
  const handled = useInbox(code, { customer: customerId, part: 'handled' });
  const columns = useConversationColumns(open !== null);
  const rowKeys = useConversationKeys(code, setOpen);
  const { view, onView } = useAddressView();
  const mayWrite = may(useCompany(), 'correspondence.write');
  useKeys(mayWrite ? [{ key: 'm', label: t('mail.write'), act: () => setOpen('new') }] : []);
  const close = (): void => setOpen(null);
  return (
    <Split
      id="customer-mail"
      startPercent={44}
      left={
        <Grid
          id="customer-mail"
          label={t('mail.mail')}
          columns={columns}
          rows={[...current.rows, ...handled.rows]}
          rowId={(row) => row.id}
          load={current.load}
          empty={t('mail.noMail')}
          view={view}
          onView={onView}
          activeId={open}
          onOpen={(row) => setOpen(row.id)}
          rowKeys={open === null ? rowKeys : []}
          lead={
            <>
              {mayWrite && (
                <Button size="xs" classNames={{ label: styles.acts ?? '' }} onClick={() => setOpen('new')}>
                  {t('mail.write')} <kbd>m</kbd>
                </Button>
              )}
              <span className={styles.acts}>
                {t('mail.statement')}
                <a href={`/api/v1/companies/${code}/customers/${customerId}/statement?format=pdf`} download>
                  PDF
                </a>
                <a href={`/api/v1/companies/${code}/customers/${customerId}/statement?format=xlsx`} download>
                  Excel
                </a>
              </span>
            </>
          }
          isMain
        />
      }
      right={
        open === null ? null : open === 'new' ? (
          <Panel title={<h2>{t('mail.write')}</h2>} close={close}>
            <Composer code={code} customerId={customerId} answers={null} close={close} onSent={(id) => setOpen(id)} />
          </Panel>
        ) : (
          <ConversationPanel key={open} code={code} id={open} begunInList={begun} close={close} />
        )
      }
    />
  );
}
