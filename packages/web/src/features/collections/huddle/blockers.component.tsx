/** What stands in the way, with who sees to it, until it is solved. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { api, dataOf, doneOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany, useSession } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useKeys } from '../../../ui/keys/keys.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { peopleQuery } from '../tasks/tasks.queries.ts';
import styles from './huddle.module.css';
import { type Blocker, blockersQuery, useHuddleChange } from './huddle.queries.ts';

export function Blockers({ code, isWall }: { code: string; isWall: boolean }): ReactNode {
  const { t } = useTexts();
  const blockers = useQuery(blockersQuery(code));
  const mayWrite = may(useCompany(), 'activities.write') && !isWall;
  if (blockers.error) return <ProblemNote error={blockers.error} retry={() => void blockers.refetch()} />;
  const rows = blockers.data?.rows ?? [];
  return (
    <section className={styles.section}>
      <h3>{t('huddle.blockers')}</h3>
      {blockers.data && rows.length === 0 && <p className={styles.quiet}>{t('huddle.noBlockers')}</p>}
      <ul className={styles.plain}>
        {rows.map((blocker) => (
          <OneBlocker key={blocker.id} code={code} blocker={blocker} mayWrite={mayWrite} />
        ))}
      </ul>
      {mayWrite && <NewBlocker code={code} />}
    </section>
  );
}

function OneBlocker(props: { code: string; blocker: Blocker; mayWrite: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, blocker, mayWrite } = props;
  const [solution, setSolution] = useState<string | null>(null);
  const params = { path: { company: code, id: blocker.id } };
  const reopen = useHuddleChange(code, () =>
    doneOf(api.POST('/api/v1/companies/{company}/blockers/{id}/reopen', { params })),
  );
  const solve = useHuddleChange(code, async () => {
    await api.POST('/api/v1/companies/{company}/blockers/{id}/solve', { params, body: { solution } });
    say({ text: t('huddle.blockerSolved'), undo: () => reopen.mutate(undefined) });
  });
  return (
    <li>
      {blocker.text} <b>{blocker.ownerName}</b>{' '}
      <span className={styles.quiet}>
        {blocker.customerName} <Instant at={blocker.raisedAt} />
      </span>
      {mayWrite && solution === null && (
        <button type="button" className={`${styles.textAct} ${styles.noPrint}`} onClick={() => setSolution('')}>
          {t('huddle.solve')}
        </button>
      )}
      {solution !== null && (
        <form
          className={styles.row}
          onSubmit={(event) => {
            event.preventDefault();
            solve.mutate(undefined);
          }}
        >
          <TextInput
            size="xs"
            autoFocus
            aria-label={t('huddle.solution')}
            placeholder={t('huddle.solution')}
            value={solution}
            onChange={(event) => setSolution(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" loading={solve.isPending}>
            {t('huddle.solve')}
          </Button>
          <Button size="xs" variant="default" onClick={() => setSolution(null)}>
            {t('act.cancel')}
          </Button>
        </form>
      )}
      {solve.error && <ProblemNote error={solve.error} />}
    </li>
  );
}

function NewBlocker({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const me = useSession().user.id;
  const people = useQuery(peopleQuery(code)).data?.people ?? [];
  const [text, setText] = useState('');
  const [ownerId, setOwnerId] = useState(me);
  const field = useRef<HTMLInputElement>(null);
  useKeys([{ key: 'b', label: t('huddle.addBlocker'), act: () => field.current?.focus() }]);
  const add = useHuddleChange(code, async () => {
    const params = { path: { company: code } };
    const body = { text, ownerId, customerId: null };
    await dataOf(api.POST('/api/v1/companies/{company}/blockers', { params, body }));
    say({ text: t('huddle.blockerAdded') });
    setText('');
  });
  return (
    <form
      className={`${styles.row} ${styles.noPrint}`}
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(undefined);
      }}
    >
      <TextInput
        ref={field}
        size="xs"
        required
        aria-label={t('huddle.blockerText')}
        placeholder={t('huddle.blockerText')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label={t('huddle.owner')}
        data={people.map(({ id, name }) => ({ value: id, label: name }))}
        value={ownerId}
        onChange={(event) => setOwnerId(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" loading={add.isPending}>
        {t('huddle.addBlocker')} <kbd>b</kbd>
      </Button>
      {add.error && <ProblemNote error={add.error} />}
    </form>
  );
}
