/** Giving one customer to another person, for good or until a day, or back to the rules. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useToday } from '../../../ui/format/formats.context.ts';
import styles from '../collections.module.css';
import { peopleQuery } from '../tasks/tasks.queries.ts';

interface Given {
  readonly ownerId: string | null;
  readonly untilOn: string | null;
  readonly reason: string;
}

export function GiveCustomer(props: {
  code: string;
  customerId: string;
  customerName: string;
  close: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, customerName, close } = props;
  const today = useToday();
  const people = useQuery(peopleQuery(code)).data?.people ?? [];
  const [ownerId, setOwnerId] = useState('');
  const [untilOn, setUntilOn] = useState('');
  const [reason, setReason] = useState('');
  const give = useAct(
    (given: Given) => {
      const body = { ...given, customerIds: [customerId] };
      return dataOf(
        api.POST('/api/v1/companies/{company}/portfolio-moves', { params: { path: { company: code } }, body }),
      );
    },
    { said: () => t('portfolios.given', { name: customerName }) },
  );
  return (
    <form
      className={styles.act}
      aria-label={t('portfolios.give')}
      onSubmit={(event) => {
        event.preventDefault();
        const given = { ownerId: ownerId || null, untilOn: untilOn || null, reason: reason.trim() };
        give.mutate(given, { onSuccess: close });
      }}
    >
      {give.error && <ProblemNote error={give.error} />}
      <div className={styles.actLine}>
        <NativeSelect
          size="xs"
          label={t('portfolios.giveTo')}
          value={ownerId}
          onChange={(event) => setOwnerId(event.currentTarget.value)}
          data={[
            { value: '', label: t('portfolios.byRules') },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <DateField size="xs" min={today} label={t('portfolios.untilOn')} value={untilOn} change={setUntilOn} />
        <TextInput
          size="xs"
          label={t('portfolios.reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button type="submit" size="xs" loading={give.isPending} disabled={reason.trim() === ''}>
          {t('portfolios.give')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
