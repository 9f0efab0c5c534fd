/**
 * Writing a letter: an occasion fills the words, a person changes them, chooses what it is about and what goes with it, and looks at
 * it as it will arrive. Ctrl Enter sends.
 */
import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './correspondence.module.css';
import { conversationQuery, type LetterAgain, useMailAct } from './correspondence.queries.ts';
import { LetterAbout } from './letter-about.component.tsx';
import { LetterFiles } from './letter-files.component.tsx';
import { LetterItems } from './letter-items.component.tsx';
import { LetterOccasion } from './letter-occasion.component.tsx';
import { LetterPreview } from './letter-preview.component.tsx';
import { Recipients } from './letter-recipients.component.tsx';
import { LetterWay } from './letter-way.component.tsx';
import { asksForItems, LANGUAGE_NAMES, LANGUAGES, type Language, type Purpose } from './mail-words.ts';
import { type LastFilled, useOccasion } from './use-occasion.ts';

export interface Addressee {
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
    /** So many of its messages are on the screen. */
    readonly seenMessages: number;
  } | null;
  /** A letter that did not go out and is written again; null: a new one. */
  readonly again?: { readonly messageId: string; readonly letter: LetterAgain } | null;
  readonly close: () => void;
  /** It was put on its way, or waits to be printed. */
  readonly onSent?: (conversationId: string) => void;
}

export interface Draft {
  readonly subject: string;
  readonly body: string;
  readonly language: Language;
  readonly itemIds: readonly string[];
  readonly template: {
    readonly purpose: Purpose;
    readonly language: Language;
    readonly number: number;
    readonly attached?: readonly ('pdf' | 'xlsx')[] | undefined;
  } | null;
  readonly files: readonly { readonly sha256: string; readonly name: string; readonly bytes: number }[];
}

const BODY_ROWS = 12;
const EMPTY: Draft = { subject: '', body: '', language: 'en', itemIds: [], template: null, files: [] };

export function Composer(props: ComposerProps): ReactNode {
  const { t } = useTexts();
  const { code, customerId, answers, again = null } = props;
  const [draft, setDraft] = useState<Draft>(() => draftOf(props));
  const [to, setTo] = useState<readonly Addressee[]>(again?.letter.to ?? answers?.to ?? []);
  const [copy, setCopy] = useState(again?.letter.cc.join(', ') ?? '');
  const [postalAddress, setPostalAddress] = useState<string | null>(again?.letter.postalAddress ?? null);
  const change = (part: Partial<Draft>): void => {
    setDraft((now) => ({ ...now, ...part }));
    if (send.isError) send.reset(); // it was said of what stood there before
  };
  const occasion = useOccasion({
    ...{ code, customerId, draft },
    take: (filled) => change(answers === null || again !== null ? filled : { ...filled, subject: draft.subject }),
    before: filledBefore(props),
  });
  const hasOwnWords = draft.template === null || !occasion.isUntouched;
  const send = useSending(props, { draft, to, copy, postalAddress, hasOwnWords });
  const isAddressed = postalAddress === null ? to.length > 0 : postalAddress.trim() !== '';
  const asksNothing = draft.template !== null && asksForItems(draft.template.purpose) && draft.itemIds.length === 0;
  const isReady = isAddressed && !asksNothing && draft.subject.trim() !== '' && draft.body.trim() !== '';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation(); // what stands behind stays open
      if (draft.body.trim() === '') props.close(); // words are only given up with Cancel
    }
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isReady || send.isPending) return;
    event.preventDefault();
    send.mutate(undefined);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl Enter of the fields inside
    <div className={styles.composer} onKeyDown={onKeyDown}>
      {again && <LetterAbout about={{ leftOut: again.letter.leftOut, warnings: [] }} />}
      {customerId !== null && (
        <LetterOccasion
          {...{ code, occasion }}
          isFirst={answers === null}
          begun={again?.letter.template?.purpose ?? null}
        />
      )}
      {customerId !== null && <LetterWay {...{ code, customerId, postalAddress, setPostalAddress }} />}
      {postalAddress === null && (
        <>
          <Recipients code={code} customerId={customerId} to={to} setTo={setTo} />
          <TextInput
            size="xs"
            label={t('mail.copyTo')}
            value={copy}
            onChange={(event) => setCopy(event.currentTarget.value)}
          />
        </>
      )}
      <TextInput
        size="xs"
        label={t('mail.subject')}
        value={draft.subject}
        onChange={(event) => change({ subject: event.currentTarget.value })}
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
        onChange={(event) => change({ body: event.currentTarget.value })}
      />
      {customerId !== null && <LetterItems {...{ code, customerId, draft, change }} />}
      <LetterFiles code={code} draft={draft} change={change} />
      {send.error && <ProblemNote error={send.error} />}
      {asksNothing && <p role="status">{t('mail.asksNothing')}</p>}
      <div className={styles.acts}>
        <Button size="xs" loading={send.isPending} disabled={!isReady} onClick={() => send.mutate(undefined)}>
          {t(postalAddress === null ? 'mail.send' : 'mail.makeLetter')}
        </Button>
        <Button size="xs" variant="default" onClick={props.close}>
          {t('act.cancel')}
        </Button>
        <NativeSelect
          size="xs"
          aria-label={t('mail.language')}
          value={draft.language}
          onChange={(event) => change({ language: LANGUAGES.find((one) => one === event.target.value) ?? 'en' })}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <span className={styles.quiet}>{t('mail.composerKeys')}</span>
      </div>
      {draft.body.trim() !== '' && <LetterPreview code={code} customerId={customerId} draft={draft} />}
    </div>
  );
}

function draftOf({ answers, again = null }: ComposerProps): Draft {
  if (again === null) return { ...EMPTY, subject: answers === null ? '' : `Re: ${answers.subject}` };
  const { subject, body, language, itemIds, template, files } = again.letter;
  return { subject, body, language, itemIds, template, files };
}

/** Words of its writer are never filled over; they are said to speak of other items, where they do. */
function filledBefore({ again = null }: ComposerProps): LastFilled | null {
  if (again === null || again.letter.template === null) return null;
  const { template, language, body, itemIds, wordsAreOld } = again.letter;
  const filled = wordsAreOld ? { body: '', itemIds: [] } : { body, itemIds };
  return { ask: { purpose: template.purpose, language, facts: {} }, filled };
}

interface Letter {
  readonly draft: Draft;
  readonly to: readonly Addressee[];
  readonly copy: string;
  readonly postalAddress: string | null;
  readonly hasOwnWords: boolean;
}

function useSending({ code, customerId, answers, again = null, close, onSent }: ComposerProps, letter: Letter) {
  const { t } = useTexts();
  const { draft, to, copy, postalAddress, hasOwnWords } = letter;
  const read = useQueryClient();
  return useMailAct(
    () => {
      const cc = copy
        .split(/[\s,;]+/)
        .filter(Boolean)
        .map((address) => ({ address, name: null }));
      const { subject, body, language, itemIds, template, files } = draft;
      const answered =
        answers === null ? {} : { conversationId: answers.conversationId, seenMessages: answers.seenMessages };
      const way = postalAddress === null ? { to: [...to], cc } : { postalAddress };
      const chosen = {
        ...{ customerId, subject, body, language, itemIds: [...itemIds], hasOwnWords },
        ...(again === null ? {} : { insteadOf: again.messageId }),
        template: template === null ? null : { ...template, attached: [...(template.attached ?? [])] },
        files: files.map(({ sha256, name }) => ({ sha256, name })),
      };
      const params = { path: { company: code } };
      return dataOf(
        api.POST('/api/v1/companies/{company}/letters', { params, body: { ...chosen, ...answered, ...way } }),
      ).catch((error: unknown) => {
        // What was written meanwhile comes beneath the words that wait to be sent.
        if (answers !== null)
          void read.invalidateQueries({ queryKey: conversationQuery(code, answers.conversationId).queryKey });
        throw error;
      });
    },
    ({ conversationId }) => {
      say({ text: t(postalAddress === null ? 'mail.onItsWay' : 'mail.waitsForPrint') });
      close();
      onSent?.(conversationId);
    },
  );
}
