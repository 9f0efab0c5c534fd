/** When an overdue task also stands with somebody else: after so many working hours, by the hours of the company. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { say } from '../../../ui/notice/notice.component.tsx';
import styles from './tasks.module.css';
import { escalationQuery, peopleQuery } from './tasks.queries.ts';

const MINUTES_PER_HOUR = 60;
const HOURS_MAX = 1_000;

interface Rule {
  readonly afterMinutes: number;
  readonly toPersonId: string;
}

export function EscalationRule({ code }: { code: string }): ReactNode {
  const escalation = useQuery(escalationQuery(code));
  const people = useQuery(peopleQuery(code));
  const error = escalation.error ?? people.error;
  if (error) return <ProblemNote error={error} retry={() => void escalation.refetch()} />;
  if (!escalation.data || !people.data) return null;
  return <RuleForm code={code} rule={escalation.data.rule} people={people.data.people} />;
}

function RuleForm(props: {
  code: string;
  rule: Rule | null;
  people: readonly { readonly id: string; readonly name: string }[];
}): ReactNode {
  const { t } = useTexts();
  const { code, rule, people } = props;
  const maySet = may(useCompany(), 'calendars.manage');
  const [hours, setHours] = useState(rule === null ? '8' : String(rule.afterMinutes / MINUTES_PER_HOUR));
  const [toPersonId, setToPersonId] = useState(rule?.toPersonId ?? '');
  const save = useAct((body: Rule) =>
    api.PUT('/api/v1/companies/{company}/task-escalation', { params: { path: { company: code } }, body }),
  );
  const afterMinutes = readHours(hours);
  const isReady = afterMinutes !== null && toPersonId !== '';
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady)
          save.mutate({ afterMinutes, toPersonId }, { onSuccess: () => say({ text: t('tasks.ruleSaved') }) });
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <p className={styles.quiet}>{t(rule === null ? 'tasks.ruleNone' : 'tasks.ruleText')}</p>
      <div className={styles.row}>
        <TextInput
          size="xs"
          label={t('tasks.ruleHours')}
          inputMode="decimal"
          disabled={!maySet}
          error={afterMinutes === null ? `0–${HOURS_MAX}` : null}
          value={hours}
          onChange={(event) => setHours(event.currentTarget.value)}
        />
        <NativeSelect
          size="xs"
          label={t('tasks.ruleTo')}
          disabled={!maySet}
          value={toPersonId}
          onChange={(event) => setToPersonId(event.currentTarget.value)}
          data={[{ value: '', label: '' }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {maySet && (
          <Button type="submit" size="xs" loading={save.isPending} disabled={!isReady}>
            {t('tasks.ruleSave')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** "1.5" hours are 90 minutes. */
function readHours(text: string): number | null {
  if (!/^\d{1,4}([.,](25|5|50|75))?$/.test(text.trim())) return null;
  const hours = Number(text.trim().replace(',', '.'));
  return hours <= HOURS_MAX ? hours * MINUTES_PER_HOUR : null;
}
