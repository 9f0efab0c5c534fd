import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './correspondence.module.css';
import { templatesQuery, useMailAct } from './correspondence.queries.ts';
import { LANGUAGE_NAMES, LANGUAGES, type Language, PURPOSE_WORDS, PURPOSES, type Purpose } from './mail-words.ts';

interface Text {
  readonly subject: string;
  readonly body: string;
}

/** The texts of letters, by occasion and language, with the variables that each may use. */
export function TemplateEditor({ code, mayManage }: { code: string; mayManage: boolean }): ReactNode {
  const { t } = useTexts();
  const templates = useQuery(templatesQuery(code));
  const [purpose, setPurpose] = useState<Purpose>('notice_1');
  const [language, setLanguage] = useState<Language>('en');
  const row = templates.data?.rows.find((one) => one.purpose === purpose && one.language === language);
  const variables = Object.entries(templates.data?.variables[purpose] ?? {});
  return (
    <section aria-label={t('mail.templates')}>
      <h2>{t('mail.templates')}</h2>
      {templates.error && <ProblemNote error={templates.error} />}
      <div className={styles.occasion}>
        <NativeSelect
          size="xs"
          label={t('mail.occasion')}
          value={purpose}
          onChange={(event) => setPurpose(PURPOSES.find((one) => one === event.target.value) ?? 'notice_1')}
          data={PURPOSES.map((value) => ({ value, label: t(PURPOSE_WORDS[value]) }))}
        />
        <NativeSelect
          size="xs"
          label={t('mail.language')}
          value={language}
          onChange={(event) => setLanguage(LANGUAGES.find((one) => one === event.target.value) ?? 'en')}
          data={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        />
        <span className={styles.quiet}>
          {row &&
            (row.number === 0
              ? t('mail.shipped')
              : t('mail.version', { number: row.number, name: row.changedBy ?? '' }))}
        </span>
      </div>
      {row && (
        <TextForm
          key={`${purpose} ${language} ${row.number}`}
          code={code}
          which={{ purpose, language }}
          row={row}
          mayManage={mayManage}
        />
      )}
      <details>
        <summary>{t('mail.variables')}</summary>
        <ul className={styles.variables}>
          {variables.map(([name, example]) => (
            <li key={name}>
              <code>{`{{ ${name} }}`}</code> <span className={styles.quiet}>{example}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function TextForm(props: {
  code: string;
  which: { readonly purpose: Purpose; readonly language: Language };
  row: Text & { readonly number: number };
  mayManage: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { code, which, row, mayManage } = props;
  const [text, setText] = useState<Text>({ subject: row.subject, body: row.body });
  const save = useMailAct(
    (next: Text | null) => {
      const params = { path: { company: code, ...which } };
      return dataOf(
        api.PUT('/api/v1/companies/{company}/message-templates/{purpose}/{language}', { params, body: { text: next } }),
      );
    },
    () => say({ text: t('mail.saved') }),
  );
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(text);
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <TextInput
        label={t('mail.subject')}
        disabled={!mayManage}
        value={text.subject}
        onChange={(event) => setText({ ...text, subject: event.currentTarget.value })}
      />
      <Textarea
        label={t('mail.words')}
        autosize
        minRows={10}
        maxRows={28}
        disabled={!mayManage}
        value={text.body}
        onChange={(event) => setText({ ...text, body: event.currentTarget.value })}
      />
      {mayManage && (
        <div className={styles.acts}>
          <Button size="xs" type="submit" loading={save.isPending}>
            {t('mail.save')}
          </Button>
          {row.number > 0 && (
            <Button size="xs" variant="default" onClick={() => save.mutate(null)}>
              {t('mail.backToShipped')}
            </Button>
          )}
        </div>
      )}
    </form>
  );
}
