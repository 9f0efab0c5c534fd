/** Mail of all customers, of one’s own (and of those whom one covers), or of a colleague’s. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { peopleQuery } from '../collections/tasks/tasks.queries.ts';

export function PortfolioPicker(props: {
  code: string;
  portfolio: string | undefined;
  pick: (portfolio: string | undefined) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, portfolio, pick } = props;
  const mayRead = may(useCompany(), 'calendars.read');
  const people = useQuery({ ...peopleQuery(code), enabled: mayRead }).data?.people ?? [];
  return (
    <NativeSelect
      size="xs"
      aria-label={t('mail.ofPortfolio')}
      value={portfolio ?? ''}
      onChange={(event) => pick(event.currentTarget.value || undefined)}
      data={[
        { value: '', label: t('mail.ofAll') },
        { value: 'mine', label: t('mail.ofMine') },
        ...people.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}
