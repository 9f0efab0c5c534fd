/** The words to speak by, changed in a form: a variable is put in with a click, and the text is looked at with examples. */
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { say } from '../../../ui/notice/notice.component.tsx';
import { LANGUAGE_NAMES, SCRIPT_LANGUAGES, SITUATION_WORDS, SITUATIONS } from './call-words.ts';
import styles from './calls.module.css';
import { callScriptsQuery, previewScript, type ScriptLanguage, type Situation, saveScript } from './calls.queries.ts';

interface Which {
  readonly situation: Situation;
  readonly language: ScriptLanguage;
}

export function CallScripts({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const [which, setWhich] = useState<Which>({ situation: 'first_call', language: 'en' });
  const scripts = useQuery(callScriptsQuery(code));
  const { data } = scripts;
  const script = data?.rows.find((one) => one.situation === which.situation && one.language === which.language);
  return (
    <div className={styles.scripts}>
      {scripts.error && <ProblemNote error={scripts.error} retry={() => void scripts.refetch()} />}
      <div className={styles.line}>
        <select
          aria-label={t('calls.situation')}
          value={which.situation}
          onChange={(event) => setWhich({ ...which, situation: event.currentTarget.value as Situation })}
        >
          {SITUATIONS.map((one) => (
            <option key={one} value={one}>
              {t(SITUATION_WORDS[one])}
            </option>
          ))}
        </select>
        <select
          aria-label={t('calls.language')}
          value={which.language}
          onChange={(event) => setWhich({ ...which, language: event.currentTarget.value as ScriptLanguage })}
        >
          {SCRIPT_LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {LANGUAGE_NAMES[one]}
            </option>
          ))}
        </select>
        {script && (
          <span className={styles.quiet}>
            {script.number === 0
              ? t('calls.shipped')
              : t('calls.version', { number: script.number, who: script.changedBy ?? '' })}{' '}
            {script.number > 0 && script.changedAt && <Instant at={script.changedAt} />}
          </span>
        )}
      </div>
      {script && data && (
        <Editor
          key={`${which.situation} ${which.language} ${script.changedAt}`}
          code={code}
          which={which}
          body={script.body}
          isShipped={script.number === 0}
          variables={Object.entries(data.variables)}
        />
      )}
    </div>
  );
}

interface EditorProps {
  readonly code: string;
  readonly which: Which;
  readonly body: string;
  readonly isShipped: boolean;
  readonly variables: readonly (readonly [string, string])[];
}

function Editor({ code, which, body, isShipped, variables }: EditorProps): ReactNode {
  const { t } = useTexts();
  const mayChange = may(useCompany(), 'correspondence.manage');
  const client = useQueryClient();
  const [text, setText] = useState(body);
  const preview = useMutation({ mutationFn: () => previewScript(code, text) });
  const save = useMutation({
    mutationFn: (said: string | null) => saveScript(code, which, said),
    onSuccess: async () => {
      say({ text: t('calls.scriptSaved') });
      await client.invalidateQueries({ queryKey: ['call-scripts', code] });
    },
  });
  const problem = save.error ?? preview.error;
  return (
    <>
      {problem && <ProblemNote error={problem} />}
      <Textarea
        autosize
        minRows={8}
        maxRows={24}
        aria-label={t('calls.script')}
        lang={which.language}
        readOnly={!mayChange}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {mayChange && (
        <div className={styles.variables}>
          {variables.map(([name, example]) => (
            <button key={name} type="button" title={example} onClick={() => setText(`${text} {{ ${name} }}`)}>
              {name}
            </button>
          ))}
        </div>
      )}
      <div className={styles.line}>
        {mayChange && (
          <Button
            size="xs"
            disabled={text.trim() === '' || text === body}
            loading={save.isPending}
            onClick={() => save.mutate(text)}
          >
            {t('calls.saveScript')}
          </Button>
        )}
        {mayChange && (
          <Button
            size="xs"
            variant="default"
            disabled={text.trim() === ''}
            loading={preview.isPending}
            onClick={() => preview.mutate()}
          >
            {t('calls.preview')}
          </Button>
        )}
        {mayChange && !isShipped && (
          <Button size="xs" variant="default" loading={save.isPending} onClick={() => save.mutate(null)}>
            {t('calls.backToShipped')}
          </Button>
        )}
      </div>
      {preview.data && (
        <p className={styles.preview} lang={which.language}>
          {preview.data.text}
        </p>
      )}
    </>
  );
}
