/** The occasion of a letter: fills its words; asks for what it speaks of besides the account. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './correspondence.module.css';
import { templatesQuery } from './correspondence.queries.ts';
import { LetterAbout } from './letter-about.component.tsx';
import { LANGUAGE_NAMES, LANGUAGES, type Language, OCCASIONS, PURPOSE_WORDS, type Purpose } from './mail-words.ts';
import type { Occasion } from './use-occasion.ts';

export function LetterOccasion(props: {
  code: string;
  occasion: Occasion;
  /** Writing begins here: it has the keys when the letter is opened. */
  isFirst: boolean;
  /** Of a letter that is written again, what it was written for. */
  begun?: Purpose | null;
}): ReactNode {
  const { t } = useTexts();
  const { code, occasion } = props;
  const [purpose, setPurpose] = useState<Purpose | null>(props.begun ?? null);
  const [language, setLanguage] = useState<Language | null>(null);
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({});
  const templates = useQuery(templatesQuery(code)).data;
  const { fill } = occasion;
  const always = Object.keys(templates?.variables.statement ?? {});
  const asked =
    purpose === null
      ? []
      : Object.entries(templates?.variables[purpose] ?? {}).filter(([name]) => !always.includes(name));
  const choose = (next: { purpose: Purpose | null; language: Language | null }): void => {
    setPurpose(next.purpose);
    setLanguage(next.language);
    const isPlain =
      next.purpose !== null && Object.keys(templates?.variables[next.purpose] ?? {}).length === always.length;
    if (isPlain && next.purpose !== null)
      fill.mutate({ purpose: next.purpose, language: next.language, facts, itemIds: null });
  };
  return (
    <div className={styles.occasion}>
      <NativeSelect
        size="xs"
        autoFocus={props.isFirst}
        label={t('mail.occasion')}
        value={purpose ?? ''}
        onChange={(event) => choose({ purpose: OCCASIONS.find((one) => one === event.target.value) ?? null, language })}
        data={[
          { value: '', label: t('mail.ownWords') },
          ...OCCASIONS.map((value) => ({ value, label: t(PURPOSE_WORDS[value]) })),
        ]}
      />
      <NativeSelect
        size="xs"
        label={t('mail.language')}
        value={language ?? ''}
        onChange={(event) => choose({ purpose, language: LANGUAGES.find((one) => one === event.target.value) ?? null })}
        data={[
          { value: '', label: t('mail.theirLanguage') },
          ...LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
        ]}
      />
      {asked.map(([name, example]) => (
        <TextInput
          key={name}
          size="xs"
          label={name}
          placeholder={example}
          value={facts[name] ?? ''}
          onChange={(event) => setFacts({ ...facts, [name]: event.currentTarget.value })}
        />
      ))}
      {asked.length > 0 && purpose !== null && (
        <Button
          size="xs"
          variant="default"
          disabled={asked.some(([name]) => !facts[name])}
          onClick={() => fill.mutate({ purpose, language, facts, itemIds: null })}
        >
          {t('mail.fillIn')}
        </Button>
      )}
      {occasion.isStale && (
        <span className={styles.care}>
          {t('mail.otherItems')}{' '}
          <button type="button" className={styles.link} onClick={occasion.fillAgain}>
            {t('mail.fillAgain')}
          </button>
        </span>
      )}
      {occasion.about && <LetterAbout about={occasion.about} />}
      {fill.error && <ProblemNote error={fill.error} />}
    </div>
  );
}
