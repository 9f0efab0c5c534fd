import { Button, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './correspondence.module.css';
import { letterSettingsQuery, useMailAct } from './correspondence.queries.ts';

interface Settings {
  readonly payeeName: string;
  readonly iban: string | null;
  readonly bic: string | null;
  readonly otherWayToPay: string | null;
  readonly signature: string;
}

/** Whom letters ask to pay, and who signs them. */
export function LetterSettings({ code, mayManage }: { code: string; mayManage: boolean }): ReactNode {
  const { t } = useTexts();
  const { data, error } = useQuery(letterSettingsQuery(code));
  return (
    <section aria-label={t('mail.letterSettings')}>
      <h2>{t('mail.letterSettings')}</h2>
      {error && <ProblemNote error={error} />}
      {data && <SettingsForm key={JSON.stringify(data)} code={code} kept={data} mayManage={mayManage} />}
    </section>
  );
}

function SettingsForm({ code, kept, mayManage }: { code: string; kept: Settings; mayManage: boolean }): ReactNode {
  const { t } = useTexts();
  const [draft, setDraft] = useState<Settings>(kept);
  const save = useMailAct(
    () =>
      dataOf(
        api.PUT('/api/v1/companies/{company}/letter-settings', { params: { path: { company: code } }, body: draft }),
      ),
    () => say({ text: t('mail.saved') }),
  );
  const change = (part: Partial<Settings>): void => setDraft({ ...draft, ...part });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(undefined);
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <TextInput
        label={t('mail.payee')}
        disabled={!mayManage}
        value={draft.payeeName}
        onChange={(event) => change({ payeeName: event.currentTarget.value })}
        error={fieldProblem(save.error, 'payeeName')}
      />
      <TextInput
        label="IBAN"
        description={t('mail.ibanHint')}
        disabled={!mayManage}
        value={draft.iban ?? ''}
        onChange={(event) => change({ iban: event.currentTarget.value })}
        error={fieldProblem(save.error, 'iban')}
      />
      <TextInput
        label="BIC"
        disabled={!mayManage}
        value={draft.bic ?? ''}
        onChange={(event) => change({ bic: event.currentTarget.value })}
        error={fieldProblem(save.error, 'bic')}
      />
      <Textarea
        label={t('mail.otherWay')}
        description={t('mail.otherWayHint')}
        autosize
        minRows={2}
        maxLength={500}
        disabled={!mayManage}
        value={draft.otherWayToPay ?? ''}
        onChange={(event) => change({ otherWayToPay: event.currentTarget.value })}
        error={fieldProblem(save.error, 'otherWayToPay')}
      />
      <Textarea
        label={t('mail.signature')}
        autosize
        minRows={3}
        disabled={!mayManage}
        value={draft.signature}
        onChange={(event) => change({ signature: event.currentTarget.value })}
      />
      {mayManage && (
        <div className={styles.acts}>
          <Button size="xs" type="submit" loading={save.isPending}>
            {t('mail.save')}
          </Button>
        </div>
      )}
    </form>
  );
}
