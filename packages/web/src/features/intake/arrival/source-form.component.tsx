import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { api, dataOf, doneOf } from '../../../app/api.ts';
import type { ArrivalSource, ArrivalSourceDraft } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../../ui/form/problem-text.ts';
import { Panel } from '../../../ui/panel/panel.component.tsx';
import { KIND_WORDS } from '../import-words.ts';
import styles from '../intake.module.css';
import { MAIL_WORDS, POSTING_WORDS } from './arrival-words.ts';

interface SourceFormProps {
  readonly code: string;
  readonly kind: 'folder' | 'mailbox';
  /** Null when it is a new one. */
  readonly source: ArrivalSource | null;
  readonly dropDirectory: string;
  readonly close: () => void;
}

type FolderDraft = Extract<ArrivalSourceDraft, { kind: 'folder' }>;
type MailboxDraft = Extract<ArrivalSourceDraft, { kind: 'mailbox' }>;

const POSTINGS = ['preview', 'good_rows', 'all'] as const;
const SECURITIES = ['tls', 'starttls', 'none'] as const;
const IMAPS_PORT = 993;
const PORT_MAX = 65_535;

/** A source as it can be changed: without what the server knows of it. */
function draftOf({ source, kind, code }: SourceFormProps): ArrivalSourceDraft {
  if (source !== null) {
    const { id: _id, checkedAt: _checkedAt, error: _error, ...draft } = source;
    return draft as ArrivalSourceDraft;
  }
  const rule = { name: '', fileKind: null, posting: 'preview', isFullList: false, isEnabled: true } as const;
  if (kind === 'folder') return { ...rule, kind, settings: { path: `${code}/` } };
  const settings = {
    host: '',
    port: IMAPS_PORT,
    security: 'tls',
    user: '',
    passwordFrom: 'QUITTANCE_SECRET_',
    folder: 'INBOX',
  } as const;
  return { ...rule, kind, settings };
}

export function SourceForm(props: SourceFormProps): ReactNode {
  const { t } = useTexts();
  const { code, kind, source, close } = props;
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(props));
  const done = async () => {
    await queryClient.invalidateQueries({ queryKey: ['arrival-sources', code] });
    close();
  };
  const save = useMutation({
    mutationFn: async () => {
      const path = { company: code };
      if (source === null) {
        await dataOf(api.POST('/api/v1/companies/{company}/arrival-sources', { params: { path }, body: draft }));
        return;
      }
      const params = { path: { ...path, id: source.id } };
      await doneOf(api.PUT('/api/v1/companies/{company}/arrival-sources/{id}', { params, body: draft }));
    },
    onSuccess: done,
  });
  const remove = useMutation({
    mutationFn: async () => {
      const params = { path: { company: code, id: source?.id ?? '' } };
      await doneOf(api.DELETE('/api/v1/companies/{company}/arrival-sources/{id}', { params }));
    },
    onSuccess: done,
  });
  const error = save.error ?? remove.error;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Panel
      title={<h2>{source?.name ?? t(kind === 'folder' ? 'arrival.addFolder' : 'arrival.addMailbox')}</h2>}
      close={close}
    >
      <form className={styles.form} onSubmit={submit}>
        {error && <ProblemNote error={error} />}
        <TextInput
          label={t('arrival.name')}
          required
          withAsterisk={false}
          autoFocus
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          error={fieldProblem(save.error, 'name')}
        />
        {draft.kind === 'folder' ? (
          <FolderFields draft={draft} change={setDraft} dropDirectory={props.dropDirectory} />
        ) : (
          <MailboxFields draft={draft} change={setDraft} />
        )}
        <RuleFields draft={draft} change={setDraft} />
        <div className={styles.acts}>
          <Button type="submit" loading={save.isPending}>
            {t('arrival.save')}
          </Button>
          {source !== null && (
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('arrival.remove')}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  );
}

function FolderFields(props: {
  draft: FolderDraft;
  change: (draft: FolderDraft) => void;
  dropDirectory: string;
}): ReactNode {
  const { t } = useTexts();
  const { draft, change, dropDirectory } = props;
  return (
    <TextInput
      label={t('arrival.folder')}
      description={t('arrival.folderHint', { directory: dropDirectory })}
      required
      withAsterisk={false}
      value={draft.settings.path}
      onChange={(event) => change({ ...draft, settings: { path: event.currentTarget.value } })}
    />
  );
}

function MailboxFields({ draft, change }: { draft: MailboxDraft; change: (draft: MailboxDraft) => void }): ReactNode {
  const { t } = useTexts();
  const { settings } = draft;
  const set = (next: Partial<MailboxDraft['settings']>): void =>
    change({ ...draft, settings: { ...settings, ...next } });
  const text = (field: 'host' | 'user' | 'passwordFrom' | 'folder', description?: string) => (
    <TextInput
      label={t(MAIL_WORDS[field])}
      required
      withAsterisk={false}
      value={settings[field] ?? ''}
      onChange={(event) => set({ [field]: event.currentTarget.value })}
      {...(description === undefined ? {} : { description })}
    />
  );
  return (
    <>
      {text('host')}
      <TextInput
        label={t('arrival.mailPort')}
        type="number"
        min={1}
        max={PORT_MAX}
        required
        withAsterisk={false}
        value={settings.port || ''}
        onChange={(event) => set({ port: Math.trunc(event.currentTarget.valueAsNumber) || 0 })}
      />
      <NativeSelect
        label={t('arrival.mailSecurity')}
        value={settings.security}
        data={[
          { value: 'tls', label: 'TLS' },
          { value: 'starttls', label: 'STARTTLS' },
          { value: 'none', label: t('arrival.mailNone') },
        ]}
        onChange={({ currentTarget }) => {
          const security = SECURITIES.find((one) => one === currentTarget.value);
          if (security) set({ security });
        }}
      />
      {text('user')}
      {text('passwordFrom', t('arrival.secretHint'))}
      {text('folder')}
    </>
  );
}

function RuleFields({
  draft,
  change,
}: {
  draft: ArrivalSourceDraft;
  change: (draft: ArrivalSourceDraft) => void;
}): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <NativeSelect
        label={t('arrival.fileKind')}
        value={draft.fileKind ?? 'any'}
        data={[
          { value: 'any', label: t('arrival.anyKind') },
          ...Object.entries(KIND_WORDS).map(([value, word]) => ({ value, label: t(word) })),
        ]}
        onChange={({ currentTarget: { value } }) =>
          change({
            ...draft,
            fileKind: value === 'any' ? null : (value as ArrivalSourceDraft['fileKind'] & string),
          } as ArrivalSourceDraft)
        }
      />
      <NativeSelect
        label={t('arrival.afterwards')}
        value={draft.posting}
        data={POSTINGS.map((value) => ({ value, label: t(POSTING_WORDS[value]) }))}
        onChange={({ currentTarget }) => {
          const posting = POSTINGS.find((one) => one === currentTarget.value);
          if (posting) change({ ...draft, posting });
        }}
      />
      {draft.fileKind === 'items' && (
        <Switch
          label={t('arrival.isFullList')}
          description={t('differences.setListHint')}
          checked={draft.isFullList ?? false}
          onChange={(event) => change({ ...draft, isFullList: event.currentTarget.checked })}
        />
      )}
      <Switch
        label={t('arrival.isEnabled')}
        checked={draft.isEnabled ?? true}
        onChange={(event) => change({ ...draft, isEnabled: event.currentTarget.checked })}
      />
    </>
  );
}
