/** What can be done with the customer at hand, each by one key; what is begun opens below. */
import { Button } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import type { Item, WorklistEntry } from '../../../app/api.types.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { latePart, useFetchedAhead } from '../../../ui/part/late-part.ts';
import styles from '../collections.module.css';
import { RecordContact } from './record-contact.component.tsx';
import { SnoozeForm } from './snooze-form.component.tsx';
import { useAside } from './use-work-act.ts';

const MakePromise = latePart(async () => (await import('../promises/make-promise.component.tsx')).MakePromise);
const Composer = latePart(async () => (await import('../../correspondence/composer.component.tsx')).Composer);
const TaskAbout = latePart(async () => (await import('../tasks/task-about.component.tsx')).TaskAbout);
const OPENED_BY_KEYS = [MakePromise, Composer, TaskAbout];

const NO_ITEMS: readonly Item[] = [];

type Begun = 'mail' | 'promise' | 'note' | 'task' | 'snooze';

interface WorkAct {
  readonly key: string;
  readonly word: TextKey;
  readonly act: () => void;
}

export interface WorkBarProps {
  readonly code: string;
  readonly entry: WorklistEntry;
  /** Opens the sheet to speak by. */
  readonly call: () => void;
  /** Opens the customer after this one. */
  readonly next: () => void;
}

export function WorkBar(props: WorkBarProps): ReactNode {
  const { t } = useTexts();
  const { code, entry, call, next } = props;
  const [begun, setBegun] = useState<Begun | null>(null);
  const aside = useAside(code, { entry, next });
  const acts = useActs(entry, { call, begin: setBegun, finish: aside.finish, bringBack: aside.bringBack });
  useKeys(acts.map(({ key, word, act }) => ({ key, label: t(word), act })));
  useFetchedAhead(OPENED_BY_KEYS);
  const close = (): void => setBegun(null);
  return (
    <div className={styles.work}>
      <div className={styles.acts} role="toolbar" aria-label={t('myDay.acts')}>
        {acts.map(({ key, word, act }) => (
          <Button key={key} size="compact-xs" variant="default" onClick={act}>
            {t(word)} <kbd>{key}</kbd>
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

function useActs(
  entry: WorklistEntry,
  given: {
    readonly call: () => void;
    readonly begin: (what: Begun) => void;
    readonly finish: () => void;
    readonly bringBack: () => void;
  },
): readonly WorkAct[] {
  const company = useCompany();
  const writes = may(company, 'activities.write');
  const { call, begin, finish, bringBack } = given;
  const when = (is: boolean, ...acts: readonly WorkAct[]): readonly WorkAct[] => (is ? acts : []);
  return [
    ...when(writes, { key: 'c', word: 'myDay.call', act: call }),
    ...when(may(company, 'correspondence.write'), { key: 'm', word: 'myDay.mail', act: () => begin('mail') }),
    ...when(may(company, 'holds.manage'), { key: 'p', word: 'myDay.promise', act: () => begin('promise') }),
    ...when(
      writes,
      { key: 'n', word: 'myDay.note', act: () => begin('note') },
      { key: 't', word: 'myDay.task', act: () => begin('task') },
    ),
    ...when(
      writes && entry.aside === null,
      { key: 'z', word: 'myDay.snooze', act: () => begin('snooze') },
      { key: 'e', word: 'myDay.done', act: finish },
    ),
    ...when(writes && entry.aside !== null, { key: 'u', word: 'myDay.bringBack', act: bringBack }),
  ];
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
  if (begun === null) return null;
  if (begun === 'mail') return <Composer code={code} customerId={customerId} answers={null} close={close} />;
  if (begun === 'promise') return <MakePromise code={code} customerId={customerId} items={NO_ITEMS} close={close} />;
  if (begun === 'task') {
    return <TaskAbout code={code} about={{ kind: 'customer', id: customerId }} close={close} />;
  }
  if (begun === 'snooze') return <SnoozeForm isBusy={props.isBusy} snooze={props.snooze} close={close} />;
  return <RecordContact {...{ code, customerId, name, close, done: props.done }} />;
}
