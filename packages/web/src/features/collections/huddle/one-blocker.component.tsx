/** One blocker as it stands in the huddle and on its customer's page: what, who sees to it, since when, when to look again. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, doneOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { DateText } from '../../../ui/date/date.component.tsx';
import { LineField, LineForm } from '../../../ui/form/line-form.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useTimeZone } from '../../../ui/format/formats.context.ts';
import { dayIn } from '../../../ui/format/zone.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { ageDays } from './blocker-age.ts';
import { BlockerForm } from './blocker-form.component.tsx';
import styles from './huddle.module.css';
import type { Blocker } from './huddle.queries.ts';

interface BlockerProps {
  readonly code: string;
  readonly blocker: Blocker;
  readonly mayWrite: boolean;
}

export function OneBlocker(props: BlockerProps & { isOnCustomer?: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, blocker, mayWrite, isOnCustomer = false } = props;
  const { today } = useCompany();
  const zone = useTimeZone();
  const [doing, setDoing] = useState<'solve' | 'change' | null>(null);
  const days = ageDays(dayIn(blocker.raisedAt, zone), today);
  const stop = (): void => setDoing(null);
  const { customerId, customerName, itemId, itemNumber, nextOn } = blocker;
  const act = (what: 'solve' | 'change', word: string): ReactNode => (
    <TextAct className={styles.noPrint ?? ''} onClick={() => setDoing(what)}>
      {word}
    </TextAct>
  );
  if (doing === 'change') {
    return (
      <li>
        <BlockerForm code={code} blocker={blocker} isFocused done={stop} cancel={stop} />
      </li>
    );
  }
  return (
    <li>
      {isOnCustomer && <b>{t('huddle.blocked')} </b>}
      {blocker.text} <b>{blocker.ownerName}</b>{' '}
      <span className={styles.quiet}>
        {!isOnCustomer && customerId !== null && mayWrite && (
          <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId }} search={{}}>
            {customerName}
          </Link>
        )}
        {!isOnCustomer && customerId !== null && !mayWrite && customerName}{' '}
        {itemId !== null && (
          <Link to="/c/$company/items/$itemId" params={{ company: code, itemId }} search={{}}>
            {itemNumber}
          </Link>
        )}{' '}
        {days === 0 ? t('huddle.sinceToday') : t('huddle.forDays', { count: days })}
        {nextOn !== null && (
          <span data-due={nextOn <= today || undefined} className={styles.next}>
            {' · '}
            {t('huddle.lookAgain')} <DateText date={nextOn} />
          </span>
        )}
      </span>{' '}
      {mayWrite && doing === null && (
        <>
          {act('solve', t('huddle.solve'))} {act('change', t('huddle.changeBlocker'))}
        </>
      )}
      {doing === 'solve' && <Solve code={code} blocker={blocker} stop={stop} />}
    </li>
  );
}

function Solve({ code, blocker, stop }: { code: string; blocker: Blocker; stop: () => void }): ReactNode {
  const { t } = useTexts();
  const [solution, setSolution] = useState('');
  const params = { path: { company: code, id: blocker.id } };
  const reopen = useAct(() => doneOf(api.POST('/api/v1/companies/{company}/blockers/{id}/reopen', { params })));
  const solve = useAct(async () => {
    await api.POST('/api/v1/companies/{company}/blockers/{id}/solve', { params, body: { solution } });
    say({ text: t('huddle.blockerSolved'), undo: () => reopen.mutate(undefined) });
  });
  return (
    <LineForm className={styles.row} submit={() => solve.mutate(undefined)}>
      <LineField autoFocus label={t('huddle.solution')} value={solution} change={setSolution} />
      <Button size="xs" type="submit" loading={solve.isPending}>
        {t('huddle.solve')}
      </Button>
      <Button size="xs" variant="default" onClick={stop}>
        {t('act.cancel')}
      </Button>
      {solve.error && <ProblemNote error={solve.error} />}
    </LineForm>
  );
}
