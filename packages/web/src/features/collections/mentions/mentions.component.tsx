/** What concerns the reader until they have seen it: who named them where, what they were given, which of their blockers is due. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import styles from './mentions.module.css';
import { type Mention, mentionsQuery } from './mentions.queries.ts';

/** Seen at a glance above the list; the others are a press away. */
const SHOWN_FIRST = 3;

const WORDS: Readonly<Record<Mention['kind'], TextKey>> = {
  note: 'notes.namedIn',
  task: 'notes.taskFor',
  accolade: 'notes.praisedBy',
  blocker: 'notes.blockerDue',
  letter: 'notes.letterCameBack',
  hand_over: 'notes.handedBy',
  task_cancelled: 'notes.taskCalledOff',
};

export function Mentions({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const mentions = useQuery(mentionsQuery(code)).data?.rows ?? [];
  const [isWhole, setIsWhole] = useState(false);
  if (mentions.length === 0) return null;
  const shown = isWhole ? mentions : mentions.slice(0, SHOWN_FIRST);
  return (
    <section className={styles.mentions} aria-label={t('notes.forYou')}>
      <ul>
        {shown.map((mention) => (
          <OneMention key={`${mention.kind} ${mention.id}`} code={code} mention={mention} />
        ))}
      </ul>
      {mentions.length > SHOWN_FIRST && (
        <TextAct onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? t('notes.fewer') : t('notes.others', { count: mentions.length - SHOWN_FIRST })}
        </TextAct>
      )}
    </section>
  );
}

function OneMention({ code, mention }: { code: string; mention: Mention }): ReactNode {
  const { t } = useTexts();
  const mayWrite = may(useCompany(), 'activities.write');
  const { kind, id, text, customerName, at, byName } = mention;
  const see = useAct((seen: Exclude<Mention['kind'], 'blocker'>) =>
    api.POST('/api/v1/companies/{company}/mentions/seen', {
      params: { path: { company: code } },
      body: { kind: seen, id },
    }),
  );
  return (
    <li>
      <span className={styles.who}>{t(WORDS[kind], { name: byName })}</span>
      <Where code={code} mention={mention} />
      {!['task', 'task_cancelled', 'accolade'].includes(kind) && customerName !== null && (
        <span className={styles.said}>{text}</span>
      )}
      <span className={styles.quiet}>
        <Instant at={at} />
      </span>
      {mayWrite && kind !== 'blocker' && <TextAct onClick={() => see.mutate(kind)}>{t('notes.seen')}</TextAct>}
      {see.error && <ProblemNote error={see.error} />}
    </li>
  );
}

/** A link to where it is read: the customer's notes, the task, the huddle. */
function Where({ code, mention }: { code: string; mention: Mention }): ReactNode {
  const { kind, id, text, customerId, customerName, conversationId } = mention;
  if (kind === 'task' || kind === 'task_cancelled' || kind === 'hand_over') {
    return (
      <Link to="/c/$company/tasks" params={{ company: code }} search={kind === 'hand_over' ? {} : { task: id }}>
        {text}
        {customerName !== null && ` · ${customerName}`}
      </Link>
    );
  }
  if (kind === 'accolade') return <b>{text}</b>;
  if (conversationId !== null) {
    return (
      <Link
        to="/c/$company/inbox/$part"
        params={{ company: code, part: 'all' }}
        search={{ conversation: conversationId }}
      >
        {customerName ?? text}
      </Link>
    );
  }
  if (customerId !== null) {
    const search = kind === 'note' ? ({ show: 'notes' } as const) : {};
    return (
      <Link to="/c/$company/customers/$customerId" params={{ company: code, customerId }} search={search}>
        {customerName}
      </Link>
    );
  }
  return (
    <Link to="/c/$company/huddle" params={{ company: code }} search={{}}>
      {text}
    </Link>
  );
}
