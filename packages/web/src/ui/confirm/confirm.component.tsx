import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../form/problem-note.component.tsx';
import styles from './confirm.module.css';

/** Asks before what the same person cannot undo. Everything else is done at once and undone when it was wrong. */
export function Confirm(props: {
  title: string;
  act: string;
  isBusy: boolean;
  error: Error | null;
  confirm: () => void;
  cancel: () => void;
  children: ReactNode;
}): ReactNode {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.confirm} aria-label={props.title} onClose={props.cancel}>
      <h2>{props.title}</h2>
      <div className={styles.text}>{props.children}</div>
      {props.error && <ProblemNote error={props.error} />}
      <div className={styles.acts}>
        <Button variant="default" onClick={props.cancel}>
          {t('act.cancel')}
        </Button>
        <Button loading={props.isBusy} onClick={props.confirm}>
          {props.act}
        </Button>
      </div>
    </dialog>
  );
}
