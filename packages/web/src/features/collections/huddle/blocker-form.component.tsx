/** What stands in the way of money, who sees to it, when to look again: new, or said anew. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, type RefObject, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { say } from '../../../ui/notice/notice.component.tsx';
import { peopleQuery } from '../tasks/tasks.queries.ts';
import styles from './huddle.module.css';
import type { Blocker } from './huddle.queries.ts';

interface BlockerFormProps {
  readonly code: string;
  /** Null: a new one. */
  readonly blocker: Blocker | null;
  /** What a new one holds up; nobody's when absent. */
  readonly about?: { readonly customerId: string } | { readonly itemId: string };
  readonly field?: RefObject<HTMLInputElement | null>;
  readonly isFocused?: boolean;
  readonly done: () => void;
  readonly cancel?: () => void;
  readonly children?: ReactNode;
}

export function BlockerForm(props: BlockerFormProps): ReactNode {
  const { t } = useTexts();
  const { blocker, done, cancel } = props;
  const me = useSession().user.id;
  const { today } = useCompany();
  const people = useQuery(peopleQuery(props.code)).data?.people ?? [];
  const [text, setText] = useState(blocker?.text ?? '');
  const [ownerId, setOwnerId] = useState(blocker?.ownerId ?? me);
  const [nextOn, setNextOn] = useState(blocker?.nextOn ?? '');
  const save = useSave(props);
  return (
    <form
      className={`${styles.row} ${styles.noPrint}`}
      aria-label={t('huddle.addBlocker')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !cancel) return;
        event.stopPropagation();
        cancel();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const body = { text: text.trim(), ownerId, nextOn: nextOn === '' ? null : nextOn };
        save.mutate(body, {
          onSuccess: () => {
            say({ text: t('huddle.blockerAdded') });
            if (!blocker) setText('');
            done();
          },
        });
      }}
    >
      <TextInput
        {...(props.field ? { ref: props.field } : {})}
        size="xs"
        required
        autoFocus={props.isFocused ?? false}
        maxLength={1_000}
        aria-label={t('huddle.blockerText')}
        placeholder={t('huddle.blockerText')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {props.children}
      <NativeSelect
        size="xs"
        aria-label={t('huddle.owner')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={ownerId}
        onChange={(event) => setOwnerId(event.currentTarget.value)}
      />
      <span className={styles.dated}>
        {t('huddle.lookAgain')}
        <DateField
          size="xs"
          aria-label={t('huddle.nextOn')}
          title={t('huddle.nextOn')}
          min={blocker?.nextOn && blocker.nextOn < today ? blocker.nextOn : today}
          value={nextOn}
          change={setNextOn}
        />
      </span>
      <Button size="xs" variant="default" type="submit" loading={save.isPending}>
        {blocker ? t('huddle.saveBlocker') : t('huddle.addBlocker')}
      </Button>
      {cancel && (
        <Button size="xs" variant="default" onClick={cancel}>
          {t('act.cancel')}
        </Button>
      )}
      {save.error && <ProblemNote error={save.error} />}
    </form>
  );
}

function useSave({ code, blocker, about }: BlockerFormProps) {
  return useAct(async (body: { text: string; ownerId: string; nextOn: string | null }) => {
    if (blocker) {
      const params = { path: { company: code, id: blocker.id } };
      await api.PUT('/api/v1/companies/{company}/blockers/{id}', { params, body });
    } else {
      const params = { path: { company: code } };
      const of = { customerId: null, itemId: null, ...about };
      await dataOf(api.POST('/api/v1/companies/{company}/blockers', { params, body: { ...body, ...of } }));
    }
  });
}
