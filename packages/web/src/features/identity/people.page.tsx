import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TextKey } from '../../app/i18n.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { CompaniesView } from './companies.component.tsx';
import styles from './identity.module.css';
import { PeopleView } from './people.component.tsx';
import { TokensView } from './tokens.component.tsx';

const PARTS = ['people', 'tokens', 'companies'] as const;
type Part = (typeof PARTS)[number];
const PART_WORDS: Readonly<Record<Part, TextKey>> = {
  people: 'people.title',
  tokens: 'people.tokens',
  companies: 'people.companies',
};

/** Who works here, which programs do, and in which companies. */
export function PeoplePage(): ReactNode {
  const { t } = useTranslation();
  const { company, part } = useParams({ from: '/c/$company/people/$part' });
  const current = PARTS.find((candidate) => candidate === part) ?? 'people';
  return (
    <div className={styles.page}>
      <Tabs
        label={t('people.title')}
        current={current}
        tabs={PARTS.map((key) => ({
          key,
          word: t(PART_WORDS[key]),
          link: { to: '/c/$company/people/$part', params: { company, part: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        {current === 'people' && <PeopleView />}
        {current === 'tokens' && <TokensView />}
        {current === 'companies' && <CompaniesView />}
      </div>
    </div>
  );
}
