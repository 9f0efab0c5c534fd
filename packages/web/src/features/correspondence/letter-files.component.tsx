/** What goes with a letter: files chosen by hand, kept as soon as they are chosen, and the statement, drawn as the letter leaves. */
import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Icon } from '../../ui/icon/icon.component.tsx';
import type { Draft } from './composer.component.tsx';
import styles from './correspondence.module.css';
import { useMailAct } from './correspondence.queries.ts';

const FORMATS = ['pdf', 'xlsx'] as const;

export function LetterFiles(props: { code: string; draft: Draft; change: (part: Partial<Draft>) => void }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { code, draft, change } = props;
  const input = useRef<HTMLInputElement>(null);
  const keep = useMailAct(
    (chosen: readonly File[]) => Promise.all(chosen.map((file) => keepFile(code, file))),
    (kept) => change({ files: [...draft.files, ...kept] }),
  );
  const { template } = draft;
  const attached = template?.attached ?? [];
  const tick = (format: (typeof FORMATS)[number], isOn: boolean): void => {
    if (template === null) return;
    const next = FORMATS.filter((one) => (one === format ? isOn : attached.includes(one)));
    change({ template: { ...template, attached: next } });
  };
  return (
    <section
      className={styles.enclosed}
      aria-label={t('mail.files')}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        keep.mutate([...event.dataTransfer.files]);
      }}
    >
      {keep.error && <ProblemNote error={keep.error} />}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t('mail.chooseFiles')}
        onChange={(event) => {
          const chosen = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (chosen.length > 0) keep.mutate(chosen);
        }}
      />
      <Button size="compact-xs" variant="default" loading={keep.isPending} onClick={() => input.current?.click()}>
        {t('mail.attach')}
      </Button>
      {draft.files.map((file, at) => (
        <span key={`${file.sha256} ${file.name}`} className={styles.chip}>
          <Icon name="file" size={13} /> {file.name}
          <span className={styles.quiet}>{formats.count(Math.ceil(file.bytes / 1024))} kB</span>
          <button
            type="button"
            aria-label={t('mail.detach', { name: file.name })}
            onClick={() => change({ files: draft.files.filter((_, other) => other !== at) })}
          >
            <Icon name="close" size={11} />
          </button>
        </span>
      ))}
      {template !== null &&
        draft.itemIds.length > 0 &&
        FORMATS.map((format) => (
          <Checkbox
            key={format}
            size="xs"
            checked={attached.includes(format)}
            label={t(format === 'pdf' ? 'mail.statementPdf' : 'mail.statementExcel')}
            onChange={(event) => tick(format, event.currentTarget.checked)}
          />
        ))}
    </section>
  );
}

function keepFile(code: string, file: File) {
  const form = new FormData();
  form.append('file', file, file.name);
  return dataOf(
    api.POST('/api/v1/companies/{company}/letter-files', {
      params: { path: { company: code } },
      // The generated type knows a file only as text; the form is what is sent.
      body: { file: file.name },
      bodySerializer: () => form,
    }),
  );
}
