/** How a customer is told of a note: by mail to whom mail reaches, on paper, or not yet; and the letter as it will arrive. */
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { recipientsQuery } from '../../correspondence/correspondence.queries.ts';
import { MailFrame } from '../../correspondence/mail-frame.component.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../correspondence/mail-words.ts';
import { customerQuery } from '../../customers/customers.queries.ts';
import { profileQuery } from '../../customers/paying/paying.queries.ts';
import styles from './interest.module.css';
import { type NoteLetter, openNotePdf, type PreviewedNote, previewNote } from './notes.queries.ts';

const ADDRESS_ROWS = 4;
const PAPER = 'paper';
/** Who reads notes first: as dunning chooses. */
const READER_ROLES = ['dunning', 'accounts_payable'];

interface NoteLetterProps {
  readonly code: string;
  readonly customerId: string;
  readonly letter: NoteLetter | null;
  readonly setLetter: (letter: NoteLetter | null) => void;
  /** May be left untold for now. */
  readonly isOptional: boolean;
  /** What is looked at; null while there is nothing to ask. */
  readonly note: PreviewedNote | null;
}

export function NoteLetterChoice(props: NoteLetterProps): ReactNode {
  const { t } = useTexts();
  const { code, customerId, letter, setLetter, isOptional } = props;
  const { readers, isLoaded, postalAddress } = useReaders(code, customerId);
  const [language, setLanguage] = useState<Language | null>(null);
  const usual = readers[0] ?? null;
  const inLanguage = (chosen: NoteLetter): NoteLetter => ({ ...chosen, ...(language ? { language } : {}) });
  const toReader = (address: string): NoteLetter => {
    const name = readers.find((one) => one.address === address)?.name ?? null;
    return inLanguage({ address, name });
  };
  const usualWay = (): NoteLetter => (usual ? toReader(usual.address) : inLanguage({ postalAddress }));
  // Ticked for whom mail reaches, once that is known; what is chosen later stays.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known whom mail reaches
  useEffect(() => {
    if (isLoaded && (usual !== null || !isOptional)) setLetter(usualWay());
  }, [isLoaded]);
  return (
    <fieldset className={styles.letter}>
      <legend>{t('interest.letter')}</legend>
      {isOptional && (
        <Checkbox
          size="xs"
          label={t('interest.tellThem')}
          checked={letter !== null}
          onChange={(event) => setLetter(event.currentTarget.checked ? usualWay() : null)}
        />
      )}
      {isLoaded && usual === null && <p className={styles.quiet}>{t('interest.nobodyTakesMail')}</p>}
      {letter === null ? (
        <p className={styles.quiet}>{t('interest.untoldRests')}</p>
      ) : (
        <>
          <div className={styles.line}>
            <NativeSelect
              size="xs"
              aria-label={t('interest.toWhom')}
              value={'address' in letter ? letter.address : PAPER}
              onChange={({ currentTarget: { value } }) =>
                setLetter(value === PAPER ? inLanguage({ postalAddress }) : toReader(value))
              }
              data={[
                ...readers.map(({ address, name }) => ({ value: address, label: `${name} · ${address}` })),
                { value: PAPER, label: t('mail.onPaper') },
              ]}
            />
            <NativeSelect
              size="xs"
              aria-label={t('mail.language')}
              value={language ?? ''}
              onChange={({ currentTarget: { value } }) => {
                const next = LANGUAGES.find((one) => one === value) ?? null;
                const { language: _, ...rest } = letter;
                setLanguage(next);
                setLetter(next ? { ...rest, language: next } : rest);
              }}
              data={[
                { value: '', label: t('mail.theirLanguage') },
                ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
              ]}
            />
          </div>
          {'postalAddress' in letter && (
            <Textarea
              size="xs"
              rows={ADDRESS_ROWS}
              label={t('mail.postalAddress')}
              value={letter.postalAddress}
              onChange={(event) => setLetter({ ...letter, postalAddress: event.currentTarget.value })}
            />
          )}
          <Preview {...props} letter={letter} />
        </>
      )}
    </fieldset>
  );
}

/** Those whom mail reaches, accounts payable first; and where paper goes. */
function useReaders(code: string, customerId: string) {
  const recipients = useQuery(recipientsQuery(code, customerId)).data?.rows;
  const profile = useQuery(profileQuery(code, customerId)).data?.versions[0]?.fields;
  const name = useQuery(customerQuery(code, customerId)).data?.name ?? '';
  const rank = ({ roles, isPrimary }: { roles: readonly string[]; isPrimary: boolean }): number => {
    const at = READER_ROLES.findIndex((role) => roles.includes(role));
    return at >= 0 ? at : READER_ROLES.length + (isPrimary ? 0 : 1);
  };
  const readers = (recipients ?? [])
    .filter(({ suppressed }) => suppressed === null)
    .sort((one, two) => rank(one) - rank(two));
  const postalAddress = [name, profile?.invoiceAddress ?? ''].filter(Boolean).join('\n');
  return { readers, isLoaded: recipients !== undefined, postalAddress };
}

/** Fetched when somebody looks, and anew when what it says changes. */
function Preview({ code, note, letter }: NoteLetterProps & { readonly letter: NoteLetter }): ReactNode {
  const { t } = useTexts();
  const [isShown, setIsShown] = useState(false);
  const isReady = note !== null && (!('postalAddress' in letter) || letter.postalAddress.trim() !== '');
  const preview = useQuery({
    queryKey: ['interest-note-preview', code, note, letter],
    queryFn: ({ signal }) => previewNote(code, { note: note as PreviewedNote, letter }, signal),
    enabled: isShown && isReady,
    retry: false,
  });
  const pdf = useMutation({ mutationFn: () => openNotePdf(code, { note: note as PreviewedNote, letter }) });
  if (!isShown) {
    return (
      <div>
        <Button size="compact-xs" variant="default" disabled={!isReady} onClick={() => setIsShown(true)}>
          {t('interest.lookAtLetter')}
        </Button>
      </div>
    );
  }
  const error = preview.error ?? pdf.error;
  return (
    <section aria-label={t('mail.preview')} className={styles.preview} aria-busy={preview.isFetching}>
      {error && <ProblemNote error={error} />}
      {preview.data && (
        <>
          <p>
            <b>{preview.data.subject}</b>
          </p>
          <div className={styles.line}>
            <Button size="compact-xs" variant="default" loading={pdf.isPending} onClick={() => pdf.mutate()}>
              {t('interest.openPdf', { number: preview.data.number })}
            </Button>
            <Button size="compact-xs" variant="subtle" onClick={() => setIsShown(false)}>
              {t('interest.hideLetter')}
            </Button>
          </div>
          <MailFrame key={preview.data.html} html={preview.data.html} title={t('mail.preview')} />
        </>
      )}
    </section>
  );
}
