/** Writing a letter: an occasion fills the words, a person changes them, and it is looked at as it will arrive. Ctrl Enter sends. */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useDeferredValue, useEffect, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './correspondence.module.css';
import { recipientsQuery, useMailAct } from './correspondence.queries.ts';
import { LetterOccasion } from './letter-occasion.component.tsx';
import { MailFrame } from './mail-frame.component.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language, type Purpose } from './mail-words.ts';

interface Addressee {
  readonly address: string;
  readonly name: string | null;
}

export interface ComposerProps {
  readonly code: string;
  readonly customerId: string | null;
  /** The conversation that is answered; null for a new one. */
  readonly answers: {
    readonly conversationId: string;
    readonly subject: string;
    readonly to: readonly Addressee[];
  } | null;
  readonly close: () => void;
}

export interface Draft {
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
  readonly itemIds: readonly string[];
  readonly template: { readonly purpose: Purpose; readonly language: Language; readonly number: number } | null;
}

const BODY_ROWS = 12;

export function Composer(props: ComposerProps): ReactNode {
  const { t } = useTexts();
  const { code, customerId, answers, close } = props;
  const [draft, setDraft] = useState<Draft>({
    ...{
      subject: answers === null ? '' : `Re: ${answers.subject}`,
      body: '',
      language: 'en',
      itemIds: [],
      template: null,
    },
  });
  const [to, setTo] = useState<readonly Addressee[]>(answers?.to ?? []);
  const [copy, setCopy] = useState('');
  const send = useMailAct(
    () => {
      const cc = copy
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((address) => ({ address, name: null }));
      const { itemIds, ...words } = draft;
      const place = answers === null ? {} : { conversationId: answers.conversationId };
      const body = { ...words, ...place, customerId, to: [...to], cc, itemIds: [...itemIds] };
      return dataOf(api.POST('/api/v1/companies/{company}/letters', { params: { path: { company: code } }, body }));
    },
    () => {
      say({ text: t('mail.onItsWay') });
      close();
    },
  );
  const isReady = to.length > 0 && draft.subject.trim() !== '' && draft.body.trim() !== '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation(); // what stands behind stays open
      if (draft.body.trim() === '') close(); // words are only given up with Cancel
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isReady || send.isPending) return;
    event.preventDefault();
    send.mutate(undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter of the fields inside
    <div className={styles.composer} onKeyDown={onKeyDown}>
      {send.error && <ProblemNote error={send.error} />}
      {customerId !== null && (
        <LetterOccasion
          code={code}
          customerId={customerId}
          isFirst={answers === null}
          fill={(filled) =>
            setDraft({ ...draft, ...filled, subject: answers === null ? filled.subject : draft.subject })
          }
        />
      )}
      <Recipients code={code} customerId={customerId} to={to} setTo={setTo} />
      <TextInput
        size="xs"
        label={t('mail.copyTo')}
        value={copy}
        onChange={(event) => setCopy(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        label={t('mail.subject')}
        value={draft.subject}
        onChange={(event) => setDraft({ ...draft, subject: event.currentTarget.value })}
      />
      <Textarea
        size="xs"
        autoFocus={answers !== null}
        autosize
        minRows={answers === null ? BODY_ROWS : BODY_ROWS / 2}
        maxRows={30}
        label={t('mail.words')}
        description={customerId === null ? undefined : t('mail.marks')}
        value={draft.body}
        onChange={(event) => setDraft({ ...draft, body: event.currentTarget.value })}
      />
      <div className={styles.acts}>
        <Button size="xs" loading={send.isPending} disabled={!isReady} onClick={() => send.mutate(undefined)}>
          {t('mail.send')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
        <NativeSelect
          size="xs"
          aria-label={t('mail.language')}
          value={draft.language}
          onChange={(event) =>
            setDraft({ ...draft, language: LANGUAGES.find((one) => one === event.target.value) ?? 'en' })
          }
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <span className={styles.quiet}>{t('mail.composerKeys')}</span>
      </div>
      {draft.body.trim() !== '' && <Preview code={code} customerId={customerId} draft={draft} />}
    </div>
  );
}

function Recipients(props: {
  code: string;
  customerId: string | null;
  to: readonly Addressee[];
  setTo: (to: readonly Addressee[]) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, to, setTo } = props;
  const [typed, setTyped] = useState('');
  const known = useQuery({ ...recipientsQuery(code, customerId ?? ''), enabled: customerId !== null }).data?.rows ?? [];
  const first = known.find(({ isPrimary, suppressed }) => isPrimary && suppressed === null);
  const isUntouched = to.length === 0;
  // The primary contact is whom most letters are for; once, when the contacts have come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is unticked later stays so
  useEffect(() => {
    if (first && isUntouched) setTo([{ address: first.address, name: first.name }]);
  }, [first?.address]);
  const others = to.filter(({ address }) => known.every((row) => row.address.toLowerCase() !== address.toLowerCase()));
  const has = (address: string): boolean => to.some((one) => one.address.toLowerCase() === address.toLowerCase());
  const toggle = (one: Addressee): void =>
    setTo(
      has(one.address) ? to.filter(({ address }) => address.toLowerCase() !== one.address.toLowerCase()) : [...to, one],
    );
  const add = (): void => {
    const address = typed.trim();
    if (/^[^\s@]+@[^\s@]+$/.test(address) && !has(address)) setTo([...to, { address, name: null }]);
    setTyped('');
  };
  return (
    <fieldset className={styles.recipients}>
      <legend>{t('mail.recipients')}</legend>
      {known.map((row) => (
        <Checkbox
          key={row.contactId}
          size="xs"
          checked={has(row.address)}
          disabled={row.suppressed !== null}
          onChange={() => toggle({ address: row.address, name: row.name })}
          label={`${row.name} · ${row.address}${row.suppressed === null ? '' : ` (${t('mail.getsNothing')})`}`}
        />
      ))}
      {others.map((one) => (
        <Checkbox
          key={one.address}
          size="xs"
          checked
          onChange={() => toggle(one)}
          label={[one.name, one.address].filter(Boolean).join(' · ')}
        />
      ))}
      <TextInput
        size="xs"
        type="email"
        aria-label={t('mail.otherAddress')}
        placeholder={t('mail.otherAddress')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={add}
        onKeyDown={(event) => event.key === 'Enter' && !event.ctrlKey && add()}
      />
    </fieldset>
  );
}

function Preview({ code, customerId, draft }: { code: string; customerId: string | null; draft: Draft }): ReactNode {
  const { t } = useTexts();
  const shown = useDeferredValue(draft);
  const { body, language, itemIds } = shown;
  const preview = useQuery({
    queryKey: ['letter-preview', code, customerId, body, language, itemIds],
    queryFn: ({ signal }) => {
      const letter = { customerId, body, language, itemIds: [...itemIds] };
      return dataOf(
        api.POST('/api/v1/companies/{company}/letters/preview', {
          params: { path: { company: code } },
          body: letter,
          signal,
        }),
      );
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (preview.error) return <ProblemNote error={preview.error} />;
  return (
    <section aria-label={t('mail.preview')}>
      <h3 className={styles.quiet}>{t('mail.preview')}</h3>
      {preview.data && <MailFrame key={preview.data.html} html={preview.data.html} title={t('mail.preview')} />}
    </section>
  );
}
