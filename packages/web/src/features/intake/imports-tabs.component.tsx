import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';

export const ARRIVAL_PARTS = ['advices', 'arrivals', 'sources', 'accounts', 'differences'] as const;
export type ArrivalPart = (typeof ARRIVAL_PARTS)[number];

const PART_WORDS: Readonly<Record<ArrivalPart, TextKey>> = {
  advices: 'advices.title',
  arrivals: 'arrival.arrivals',
  sources: 'arrival.sources',
  accounts: 'arrival.accounts',
  differences: 'arrival.differences',
};

/** What came in, from every side: the files, where they come from by themselves, the bank's statements, the ERP's lists. */
export function ImportsTabs({ code, current }: { code: string; current: 'imports' | ArrivalPart }): ReactNode {
  const { t } = useTexts();
  const parts = ARRIVAL_PARTS.map((part) => ({
    key: part,
    word: t(PART_WORDS[part]),
    link: { to: '/c/$company/imports/part/$part', params: { company: code, part }, search: {} },
  }));
  const imports = {
    key: 'imports',
    word: t('imports.title'),
    link: { to: '/c/$company/imports', params: { company: code }, search: {} },
  };
  return <Tabs label={t('imports.title')} current={current} tabs={[imports, ...parts]} />;
}
