import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';

/** Whose customers are shown; nothing where there are no portfolios. */
export function PortfolioChoice(props: {
  owners: readonly { readonly id: string; readonly name: string }[];
  owner: string | undefined;
  choose: (owner: string | undefined) => void;
}): ReactNode {
  const { t } = useTexts();
  const { owners, owner, choose } = props;
  if (owners.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      aria-label={t('huddle.portfolio')}
      data={[
        { value: '', label: t('huddle.allPortfolios') },
        ...owners.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      value={owner ?? ''}
      onChange={(event) => choose(event.currentTarget.value || undefined)}
    />
  );
}
