/** What can be done with the customer at hand, each by one key; what is begun opens below. */
import { Button } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';
import type { Item, WorklistEntry } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { latePart } from '../../../ui/part/late-part.ts';
import styles from '../collections.module.css';
import { RecordContact } from './record-contact.component.tsx';
import { SnoozeForm } from './snooze-form.component.tsx';
import { useAside } from './use-work-act.ts';
import { type Begun, useWorkActs, type WorkAct } from './work-acts.ts';

const MakePromise = latePart(async () => (await import('../promises/make-promise.component.tsx')).MakePromise);
const Composer = latePart(async () => (await import('../../correspondence/composer.component.tsx')).Composer);
const TaskAbout = latePart(async () => (await import('../tasks/task-about.component.tsx')).TaskAbout);
/** Fetched before a key asks for them. */
export const OPENED_BY_KEYS = [MakePromise, Composer, TaskAbout];

const NO_ITEMS: readonly Item[] = [];

export interface WorkBarProps {
  readonly code: string;
  readonly entry: WorklistEntry;
  /** The form that is open. */
  readonly begun: Begun | null;
  readonly begin: (what: Begun) => void;
  /** The form is left or done with. */
  readonly close: () => void;
  /** Opens the customer after this one. */
  readonly next: () => void;
}

export function WorkBar(props: WorkBarProps): ReactNode {
  const { t } = useTexts();
  const { code, entry, begun, begin, close, next } = props;
  const aside = useAside(code, { entry, next });
  const acts = useWorkActs(entry.aside !== null);
  const start = ({ act }: WorkAct): void => {
    if (act === 'done') aside.finish();
    else if (act === 'bringBack') aside.bringBack();
    else begin(act);
  };
  useKeys(
    acts.map((one) => ({
      ...{ key: one.key, label: t(one.word), act: () => start(one) },
      opensForm: one.act !== 'done' && one.act !== 'bringBack',
    })),
  );
  return (
    <div className={styles.work}>
      <div className={styles.acts} role="toolbar" aria-label={t('myDay.acts')}>
        {acts.map((one) => (
          <Button key={one.key} size="compact-xs" variant="default" onClick={() => start(one)}>
            {t(one.word)} <kbd>{one.key}</kbd>
          </Button>
        ))}
      </div>
      <Suspense fallback={null}>
        <BegunForm
          {...{ code, entry, begun, close }}
          isBusy={aside.isBusy}
          snooze={aside.snooze}
          done={(isAside) => {
            close();
            if (isAside) next();
          }}
        />
      </Suspense>
    </div>
  );
}

function BegunForm(props: {
  code: string;
  entry: WorklistEntry;
  begun: Begun | null;
  isBusy: boolean;
  snooze: Parameters<typeof SnoozeForm>[0]['snooze'];
  done: (isAside: boolean) => void;
  close: () => void;
}): ReactNode {
  const { code, begun, close } = props;
  const { customerId, name } = props.entry;
  if (begun === null || begun === 'call') return null;
  if (begun === 'mail') return <Composer code={code} customerId={customerId} answers={null} close={close} />;
  if (begun === 'promise') return <MakePromise code={code} customerId={customerId} items={NO_ITEMS} close={close} />;
  if (begun === 'task') {
    return <TaskAbout code={code} about={{ kind: 'customer', id: customerId }} close={close} />;
  }
  if (begun === 'snooze') return <SnoozeForm isBusy={props.isBusy} snooze={props.snooze} close={close} />;
  return <RecordContact {...{ code, customerId, name, close, done: props.done }} />;
}
