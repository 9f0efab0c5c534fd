import type { Permission } from '@quittance/core/permissions';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { CompaniesView } from '../organisation/companies.component.tsx';
import styles from './identity.module.css';
import { PeopleView } from './people.component.tsx';
import { TokensView } from './tokens.component.tsx';

interface Part {
  readonly key: string;
  readonly word: TextKey;
  readonly permission: Permission;
  readonly View: () => ReactNode;
}

const PARTS: readonly [Part, ...Part[]] = [
  { key: 'people', word: 'people.title', permission: 'people.read', View: PeopleView },
  { key: 'tokens', word: 'people.tokens', permission: 'tokens.manage', View: TokensView },
  { key: 'companies', word: 'people.companies', permission: 'people.read', View: CompaniesView },
];

/** Who works here, which programs do, and in which companies. */
export function PeoplePage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code, part } = useParams({ from: '/c/$company/people/$part' });
  const parts = PARTS.filter(({ permission }) => may(company, permission));
  const { key: current, View } = parts.find(({ key }) => key === part) ?? PARTS[0];
  return (
    <div className={styles.page}>
      <Tabs
        label={t('people.title')}
        current={current}
        tabs={parts.map(({ key, word }) => ({
          key,
          word: t(word),
          link: { to: '/c/$company/people/$part', params: { company: code, part: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        <View key={current} />
      </div>
    </div>
  );
}
