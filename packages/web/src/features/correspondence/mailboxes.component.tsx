import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf, doneOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { Status } from '../../ui/status/status.component.tsx';
import styles from './correspondence.module.css';
import { type Mailbox, type MailboxDraft, mailboxesQuery, useMailAct } from './correspondence.queries.ts';

const SECURITIES = ['tls', 'starttls', 'none'] as const;
const SMTP_PORT = 587;
const IMAP_PORT = 993;
const PORT_MAX = 65_535;
const SECRET = 'QUITTANCE_SECRET_MAIL';

const NEW: MailboxDraft = {
  name: '',
  address: '',
  smtp: { host: '', port: SMTP_PORT, security: 'starttls', user: '', passwordFrom: SECRET },
  imap: {
    host: '',
    port: IMAP_PORT,
    security: 'tls',
    user: '',
    passwordFrom: SECRET,
    folder: 'INBOX',
    sentFolder: null,
  },
  hasAddressTokens: false,
  authority: null,
  isDefault: false,
  isEnabled: true,
};

/** Mailboxes that letters go out from and answers come in to, each with how it does. */
export function Mailboxes({ code, mayManage }: { code: string; mayManage: boolean }): ReactNode {
  const { t } = useTexts();
  const mailboxes = useQuery(mailboxesQuery(code));
  const [open, setOpen] = useState<string | null>(null);
  const rows = mailboxes.data?.rows ?? [];
  return (
    <section aria-label={t('mail.mailboxes')}>
      <h2>{t('mail.mailboxes')}</h2>
      {mailboxes.error && <ProblemNote error={mailboxes.error} />}
      {mailboxes.data && rows.length === 0 && <p className={styles.quiet}>{t('mail.noMailboxes')}</p>}
      {rows.map((mailbox) =>
        open === mailbox.id ? (
          <MailboxForm key={mailbox.id} code={code} mailbox={mailbox} close={() => setOpen(null)} />
        ) : (
          <article key={mailbox.id} className={styles.message}>
            <header>
              <b>{mailbox.name}</b>
              <span className={styles.quiet}>{mailbox.address}</span>
              {mailbox.isDefault && <span className={styles.quiet}>{t('mail.default')}</span>}
              {mayManage && (
                <span className={styles.when}>
                  <Button size="compact-xs" variant="default" onClick={() => setOpen(mailbox.id)}>
                    {t('mail.change')}
                  </Button>
                </span>
              )}
            </header>
            <State mailbox={mailbox} />
          </article>
        ),
      )}
      {open === 'new' ? (
        <MailboxForm code={code} mailbox={null} close={() => setOpen(null)} />
      ) : (
        mayManage && (
          <div className={styles.acts}>
            <Button size="xs" onClick={() => setOpen('new')}>
              {t('mail.addMailbox')}
            </Button>
          </div>
        )
      )}
    </section>
  );
}

function State({ mailbox }: { mailbox: Mailbox }): ReactNode {
  const { t } = useTexts();
  const problems = [mailbox.sendingError, mailbox.receivingError].filter((error) => error !== null);
  if (!mailbox.isEnabled) return <Status tone="quiet" word={t('mail.paused')} />;
  if (problems.length === 0) return <Status tone="good" word={t('mail.works')} since={mailbox.checkedAt} />;
  return problems.map((problem) => <Status key={problem} tone="alert" word={problem} />);
}

function MailboxForm({
  code,
  mailbox,
  close,
}: {
  code: string;
  mailbox: Mailbox | null;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const [draft, setDraft] = useState<MailboxDraft>(() => draftOf(mailbox));
  const save = useMailAct(() => {
    const path = { company: code };
    return mailbox === null
      ? dataOf(api.POST('/api/v1/companies/{company}/mailboxes', { params: { path }, body: draft }))
      : dataOf(
          api.PUT('/api/v1/companies/{company}/mailboxes/{id}', {
            params: { path: { ...path, id: mailbox.id } },
            body: draft,
          }),
        );
  }, close);
  const remove = useMailAct(
    () =>
      doneOf(
        api.DELETE('/api/v1/companies/{company}/mailboxes/{id}', {
          params: { path: { company: code, id: mailbox?.id ?? '' } },
        }),
      ),
    close,
  );
  const error = save.error ?? remove.error;
  const change = (part: Partial<MailboxDraft>): void => setDraft({ ...draft, ...part });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {error && <ProblemNote error={error} />}
      <TextInput
        label={t('mail.nameSeen')}
        required
        withAsterisk={false}
        autoFocus
        value={draft.name}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('mail.address')}
        required
        withAsterisk={false}
        type="email"
        value={draft.address}
        onChange={(event) => change({ address: event.currentTarget.value })}
      />
      <Server
        word={t('mail.smtp')}
        server={draft.smtp}
        change={(part) => change({ smtp: { ...draft.smtp, ...part } })}
      />
      <SignIn
        server={draft.smtp}
        isOptional
        change={({ user, passwordFrom }) => change({ smtp: { ...draft.smtp, user, passwordFrom } })}
      />
      <Checkbox
        size="xs"
        label={t('mail.receives')}
        checked={draft.imap !== null}
        onChange={(event) => change({ imap: event.currentTarget.checked ? NEW.imap : null })}
      />
      {draft.imap && <ImapFields imap={draft.imap} change={(imap) => change({ imap })} />}
      <TextInput
        label={t('mail.authority')}
        description={t('mail.authorityHint')}
        value={draft.authority ?? ''}
        onChange={(event) => change({ authority: event.currentTarget.value.trim() || null })}
      />
      <Checkbox
        size="xs"
        label={t('mail.addressTokens')}
        checked={draft.hasAddressTokens ?? false}
        onChange={(event) => change({ hasAddressTokens: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label={t('mail.isDefault')}
        checked={draft.isDefault ?? false}
        onChange={(event) => change({ isDefault: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label={t('mail.isEnabled')}
        checked={draft.isEnabled ?? true}
        onChange={(event) => change({ isEnabled: event.currentTarget.checked })}
      />
      <div className={styles.acts}>
        <Button size="xs" type="submit" loading={save.isPending}>
          {t('mail.save')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
        {mailbox && (
          <Button size="xs" variant="default" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
            {t('mail.remove')}
          </Button>
        )}
      </div>
    </form>
  );
}

function draftOf(mailbox: Mailbox | null): MailboxDraft {
  if (mailbox === null) return NEW;
  const { id: _id, checkedAt: _at, receivingError: _in, sendingError: _out, sendAgainAt: _again, ...draft } = mailbox;
  return draft;
}

type Imap = NonNullable<MailboxDraft['imap']>;

function ImapFields({ imap, change }: { imap: Imap; change: (imap: Imap) => void }): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <Server word={t('mail.imap')} server={imap} change={(part) => change({ ...imap, ...part })} />
      <SignIn
        server={imap}
        change={({ user, passwordFrom }) => change({ ...imap, user: user ?? '', passwordFrom: passwordFrom ?? '' })}
      />
      <div className={styles.pair}>
        <TextInput
          label={t('mail.folder')}
          value={imap.folder ?? 'INBOX'}
          onChange={(event) => change({ ...imap, folder: event.currentTarget.value })}
        />
        <TextInput
          label={t('mail.sentFolder')}
          value={imap.sentFolder ?? ''}
          onChange={(event) => change({ ...imap, sentFolder: event.currentTarget.value.trim() || null })}
        />
      </div>
    </>
  );
}

interface ServerDraft {
  readonly host: string;
  readonly port: number;
  readonly security: (typeof SECURITIES)[number];
}

function Server(props: { word: string; server: ServerDraft; change: (part: Partial<ServerDraft>) => void }): ReactNode {
  const { t } = useTexts();
  const { word, server, change } = props;
  return (
    <div className={styles.pair}>
      <TextInput
        label={word}
        required
        withAsterisk={false}
        value={server.host}
        onChange={(event) => change({ host: event.currentTarget.value })}
      />
      <NumberInput
        label={t('mail.port')}
        min={1}
        max={PORT_MAX}
        hideControls
        value={server.port}
        onChange={(port) => change({ port: Number(port) || server.port })}
      />
      <NativeSelect
        label={t('mail.security')}
        value={server.security}
        onChange={(event) => change({ security: SECURITIES.find((one) => one === event.target.value) ?? 'tls' })}
        data={[
          { value: 'tls', label: 'TLS' },
          { value: 'starttls', label: 'STARTTLS' },
          { value: 'none', label: t('mail.unencrypted') },
        ]}
      />
    </div>
  );
}

interface SignInDraft {
  readonly user: string | null;
  readonly passwordFrom: string | null;
}

function SignIn(props: { server: SignInDraft; isOptional?: boolean; change: (next: SignInDraft) => void }): ReactNode {
  const { t } = useTexts();
  const { server, isOptional = false, change } = props;
  return (
    <div className={styles.pair}>
      <TextInput
        label={t('mail.user')}
        description={isOptional ? t('mail.userHint') : undefined}
        value={server.user ?? ''}
        onChange={(event) => {
          const user = event.currentTarget.value.trim();
          change(
            isOptional && user === ''
              ? { user: null, passwordFrom: null }
              : { user, passwordFrom: server.passwordFrom ?? SECRET },
          );
        }}
      />
      <TextInput
        label={t('mail.passwordFrom')}
        value={server.passwordFrom ?? ''}
        onChange={(event) => change({ user: server.user, passwordFrom: event.currentTarget.value.trim() || null })}
      />
    </div>
  );
}
