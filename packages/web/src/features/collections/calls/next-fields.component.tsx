/** The fields of what follows a call: of the one that was chosen. */
import { NativeSelect, TextInput } from '@mantine/core';
import type { CurrencyCode } from '@quittance/core/money';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { DateField, TimeField } from '../../../ui/date/date-field.component.tsx';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import { placeOf } from '../../../ui/format/zone.ts';
import { PURPOSE_WORDS } from '../../correspondence/mail-words.ts';
import { usualDays } from '../promises/promise-days.ts';
import { peopleQuery } from '../tasks/tasks.queries.ts';
import { type CallDraft, MAIL_PURPOSES, type NextKind, type ReadNext } from './call-draft.ts';
import styles from './calls.module.css';

export const NEXT_WORDS: Readonly<Record<NextKind, TextKey>> = {
  promise: 'calls.nextPromise',
  task: 'calls.nextTask',
  call_back: 'calls.nextCallBack',
  mail: 'calls.nextMail',
  dispute: 'calls.nextDispute',
};

type Wrong = Extract<ReadNext, { isReady: false }>['wrong'];
const WRONG_WORDS: Readonly<Record<Wrong, TextKey>> = {
  amount: 'calls.wrongAmount',
  day: 'calls.wrongDay',
  time: 'calls.wrongTime',
  title: 'calls.wrongTitle',
  items: 'calls.wrongItems',
  reason: 'calls.wrongReason',
  promise: 'calls.wrongPromise',
  callBack: 'calls.wrongCallBack',
};

interface NextFieldsProps {
  readonly code: string;
  readonly draft: CallDraft;
  readonly change: (draft: CallDraft) => void;
  readonly currency: CurrencyCode;
  readonly theirZone: string;
  readonly ticked: number;
  readonly wrong: Wrong | null;
}

export function NextFields(props: NextFieldsProps): ReactNode {
  const { t } = useTexts();
  const { draft, change } = props;
  const missing = props.wrong && <p className={styles.quiet}>{t(WRONG_WORDS[props.wrong])}</p>;
  if (draft.nextKind === null) return missing;
  if (draft.nextKind === 'mail') {
    return (
      <div data-next>
        <NativeSelect
          size="xs"
          label={t('calls.nextMail')}
          value={draft.purpose}
          onChange={({ currentTarget: { value } }) =>
            change({ ...draft, purpose: MAIL_PURPOSES.find((one) => one === value) ?? 'statement' })
          }
          data={MAIL_PURPOSES.map((value) => ({ value, label: t(PURPOSE_WORDS[value]) }))}
        />
        {missing}
      </div>
    );
  }
  return (
    <>
      <div className={styles.line} data-next>
        {draft.nextKind === 'promise' && <Amount {...props} />}
        {(draft.nextKind === 'task' || draft.nextKind === 'dispute') && (
          <TextInput
            size="xs"
            className={styles.grow}
            aria-label={t(draft.nextKind === 'task' ? 'tasks.task' : 'calls.disputeReason')}
            placeholder={t(draft.nextKind === 'task' ? 'tasks.task' : 'calls.disputeReason')}
            maxLength={200}
            value={draft.title}
            onChange={(event) => change({ ...draft, title: event.currentTarget.value })}
          />
        )}
        {draft.nextKind !== 'dispute' && <Day {...props} />}
        {draft.nextKind !== 'promise' && draft.nextKind !== 'dispute' && <Who {...props} />}
      </div>
      {missing ?? (
        <p className={styles.quiet}>
          <Meaning {...props} />
        </p>
      )}
    </>
  );
}

function Meaning({ draft, theirZone, ticked }: NextFieldsProps): ReactNode {
  const { t } = useTexts();
  if (draft.nextKind === 'call_back') return t('calls.inTheirTime', { place: placeOf(theirZone) });
  if (draft.nextKind === 'dispute') return t('calls.disputeMeaning', { count: ticked });
  if (draft.nextKind !== 'promise') return null;
  return ticked > 0 ? t('promises.onItems', { count: ticked }) : t('calls.promiseOnAccount');
}

function Amount({ draft, change, currency }: NextFieldsProps): ReactNode {
  const { t } = useTexts();
  return (
    <>
      <TextInput
        size="xs"
        className={styles.amount}
        aria-label={t('promises.promised')}
        inputMode="decimal"
        value={draft.amount}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => change({ ...draft, amount: event.currentTarget.value })}
      />
      <span>
        {currency} {t('promises.byDay')}
      </span>
    </>
  );
}

function Day({ draft, change }: NextFieldsProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const today = useToday();
  return (
    <>
      <DateField
        size="xs"
        aria-label={t('calls.day')}
        min={today}
        value={draft.day}
        change={(day) => change({ ...draft, day: day })}
      />
      {draft.nextKind === 'call_back' && (
        <TimeField
          size="xs"
          aria-label={t('calls.time')}
          value={draft.time}
          change={(time) => change({ ...draft, time: time })}
        />
      )}
      {usualDays(today).map((day) => (
        <button key={day} type="button" className={styles.quick} onClick={() => change({ ...draft, day })}>
          {formats.weekday(day)}
        </button>
      ))}
    </>
  );
}

function Who({ code, draft, change }: NextFieldsProps): ReactNode {
  const { t } = useTexts();
  const people = useQuery(peopleQuery(code)).data?.people ?? [];
  return (
    <NativeSelect
      size="xs"
      aria-label={t('tasks.assignee')}
      value={draft.assigneeId}
      onChange={(event) => change({ ...draft, assigneeId: event.currentTarget.value })}
      data={people.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
