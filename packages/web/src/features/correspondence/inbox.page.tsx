/** The inbox that everybody shares: what waits and is nobody's, one's own, everything; one conversation beside the list. */
import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useAddressView, withoutBlanks } from '../../app/search.ts';
import { useCompany } from '../../app/session.ts';
import { useProblemText } from '../../ui/form/problem-text.ts';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Grid } from '../../ui/grid/grid.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import { Split } from '../../ui/split/split.component.tsx';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { useConversationColumns } from './conversation-columns.component.tsx';
import { ConversationPanel } from './conversation-panel.component.tsx';
import styles from './correspondence.module.css';
import { INBOX_PARTS, type InboxPart, inboxCountsQuery, useInbox, useMailAct } from './correspondence.queries.ts';
import { PART_WORDS } from './mail-words.ts';
import { PortfolioPicker } from './portfolio-picker.component.tsx';
import { UnsentView } from './unsent.component.tsx';
import { type BegunReply, useConversationKeys } from './use-conversation-acts.ts';

/** Beside an open conversation the keys are the panel's. */
const NO_ROW_KEYS = [] as const;

export function InboxPage(): ReactNode {
  const { company: code, part: partText } = useParams({ from: '/c/$company/inbox/$part' });
  const part = INBOX_PARTS.find((candidate) => candidate === partText) ?? 'unassigned';
  return (
    <div className={styles.page}>
      <PartTabs code={code} part={part} />
      <div className={styles.fill}>
        {part === 'unsent' ? <UnsentView code={code} /> : <Conversations key={part} code={code} part={part} />}
      </div>
    </div>
  );
}

function PartTabs({ code, part }: { code: string; part: InboxPart }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const counts = useQuery(inboxCountsQuery(code)).data;
  const { portfolio } = useSearch({ from: '/c/$company/inbox/$part' });
  const shown: Partial<Record<InboxPart, number>> = counts ?? {};
  return (
    <Tabs
      label={t('mail.parts')}
      current={part}
      tabs={INBOX_PARTS.map((key) => ({
        key,
        word: t(PART_WORDS[key]),
        ...(shown[key] ? { count: formats.count(shown[key] ?? 0) } : {}),
        link: {
          to: '/c/$company/inbox/$part',
          params: { company: code, part: key },
          search: withoutBlanks({ portfolio }),
        },
      }))}
    />
  );
}

function Conversations({ code, part }: { code: string; part: Exclude<InboxPart, 'unsent'> }): ReactNode {
  const { t } = useTexts();
  const [typed, setTyped] = useState('');
  const words = useDeferredValue(typed.trim());
  const { conversation: openId, portfolio } = useSearch({ from: '/c/$company/inbox/$part' });
  const columns = useConversationColumns(openId !== undefined);
  const ofWhom = portfolio === undefined ? {} : { portfolio };
  const list = useInbox(code, words === '' ? { part, ...ofWhom } : { words, ...ofWhom });
  const { view, onView } = useAddressView();
  const navigate = useNavigate({ from: '/c/$company/inbox/$part' });
  const [begun, setBegun] = useState<BegunReply | null>(null);
  const show = (id: string | undefined, begin: BegunReply | null = null): void => {
    setBegun(begin);
    void navigate({ search: (now) => withoutBlanks({ ...now, conversation: id }), replace: true });
  };
  const rowKeys = useConversationKeys(code, show);
  const goOn = (): void => {
    const at = list.rows.findIndex(({ id }) => id === openId);
    show((list.rows[at + 1] ?? list.rows[at - 1])?.id);
  };
  return (
    <Split
      id="inbox"
      startPercent={46}
      left={
        <Grid
          id="inbox"
          label={t('mail.inbox')}
          columns={columns}
          rows={list.rows}
          rowId={(row) => row.id}
          load={list.load}
          empty={t(words === '' ? 'mail.emptyInbox' : 'mail.foundNothing')}
          view={view}
          onView={onView}
          activeId={openId ?? null}
          onActive={(row) => openId !== undefined && show(row.id)}
          onOpen={(row) => show(row.id)}
          rowKeys={openId === undefined ? rowKeys : NO_ROW_KEYS}
          lead={
            <>
              <TextInput
                size="xs"
                className={styles.search}
                type="search"
                aria-label={t('mail.search')}
                placeholder={t('mail.search')}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
              <PortfolioPicker
                code={code}
                portfolio={portfolio}
                pick={(next) =>
                  void navigate({ search: (now) => withoutBlanks({ ...now, portfolio: next }), replace: true })
                }
              />
              <CheckNow code={code} />
            </>
          }
          isMain
        />
      }
      right={
        openId === undefined ? null : (
          <ConversationPanel
            key={openId}
            {...{ code, goOn }}
            id={openId}
            begunInList={begun}
            close={() => show(undefined)}
          />
        )
      }
    />
  );
}

function CheckNow({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const problemText = useProblemText();
  const check = useMailAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/mailboxes/check', { params: { path: { company: code } } })),
    ({ received, sent }) => say({ text: t('mail.checked', { received, sent }) }),
  );
  if (!may(useCompany(), 'correspondence.write')) return null;
  const run = (): void =>
    check.mutate(undefined, { onError: (error) => say({ text: problemText(error), isProblem: true }) });
  return (
    <Button size="xs" variant="default" loading={check.isPending} onClick={run}>
      {t('mail.checkNow')}
    </Button>
  );
}
