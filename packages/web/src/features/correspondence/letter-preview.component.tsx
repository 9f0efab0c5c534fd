/** A letter as it will arrive, renewed as it is written. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import type { Draft } from './composer.component.tsx';
import styles from './correspondence.module.css';
import { MailFrame } from './mail-frame.component.tsx';

export function LetterPreview({
  code,
  customerId,
  draft,
}: {
  code: string;
  customerId: string | null;
  draft: Draft;
}): ReactNode {
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
