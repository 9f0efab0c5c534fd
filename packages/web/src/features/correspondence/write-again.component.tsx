/** Beneath a letter that did not go out: written again without what stands in its way, or left at that. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, Suspense, useState } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { latePart } from '../../ui/part/late-part.ts';
import styles from './correspondence.module.css';
import { conversationQuery, letterAgainQuery } from './correspondence.queries.ts';

const Composer = latePart(async () => (await import('./composer.component.tsx')).Composer);

export function WriteAgain({ code, messageId }: { code: string; messageId: string }): ReactNode {
  const { t } = useTexts();
  const [isWriting, setIsWriting] = useState(false);
  const close = (): void => setIsWriting(false);
  if (isWriting) return <AgainComposer code={code} messageId={messageId} close={close} />;
  return (
    <Button size="compact-xs" onClick={() => setIsWriting(true)}>
      {t('mail.writeAgain')}
    </Button>
  );
}

function AgainComposer(props: { code: string; messageId: string; close: () => void }): ReactNode {
  const { code, messageId, close } = props;
  const again = useQuery(letterAgainQuery(code, messageId));
  const conversationId = again.data?.conversationId ?? '';
  const read = useQuery({ ...conversationQuery(code, conversationId), enabled: conversationId !== '' });
  const error = again.error ?? read.error;
  if (error) return <ProblemNote error={error} />;
  if (!again.data || !read.data) return null;
  const { conversation, messages } = read.data;
  return (
    <div className={styles.again}>
      <Suspense fallback={null}>
        <Composer
          code={code}
          customerId={again.data.customerId}
          answers={{
            ...{ conversationId, subject: conversation.subject, to: again.data.to },
            seenMessages: messages.length,
          }}
          again={{ messageId, letter: again.data }}
          close={close}
        />
      </Suspense>
    </div>
  );
}
