/** The frame of every form that asks: what it is about above, then why, what would be posted, and the button that sends it. */
import { Button, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../app/act.ts';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import styles from './approvals.module.css';
import type { AskedAct } from './approvals.types.ts';
import { DraftPreview } from './draft-preview.component.tsx';

export interface Wish {
  readonly act: AskedAct;
  readonly reason: string;
}

interface AskFrameProps {
  readonly code: string;
  /** Of the whole form. */
  readonly label: string;
  /** On the button. */
  readonly word: string;
  /** Null while something is missing. */
  readonly act: AskedAct | null;
  readonly isBusy: boolean;
  readonly error: Error | null;
  readonly send: (wish: Wish) => void;
  readonly close: () => void;
  readonly children: ReactNode;
}

export function AskFrame(props: AskFrameProps): ReactNode {
  const { t } = useTexts();
  const { act } = props;
  const [reason, setReason] = useState('');
  return (
    <form
      className={styles.form}
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault();
        if (act) props.send({ act, reason });
      }}
    >
      {props.error && <ProblemNote error={props.error} />}
      {props.children}
      <Textarea
        label={t('approvals.reason')}
        placeholder={t('approvals.whyPlaceholder')}
        required
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <DraftPreview code={props.code} act={act} />
      <div className={styles.bigActs}>
        <Button type="submit" loading={props.isBusy} disabled={!act || reason.trim() === ''}>
          {props.word}
        </Button>
        <Button variant="default" onClick={props.close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Asks for something that was not asked before. */
export function useAsk(code: string, close: () => void) {
  const { t } = useTexts();
  const ask = useAct(
    (wish: Wish) =>
      dataOf(api.POST('/api/v1/companies/{company}/approvals', { params: { path: { company: code } }, body: wish })),
    { said: () => t('approvals.wasAskedNow'), done: close },
  );
  return {
    word: t('approvals.askAct'),
    isBusy: ask.isPending,
    error: ask.error,
    send: (wish: Wish) => ask.mutate(wish),
  };
}
