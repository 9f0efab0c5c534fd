import type { Permission } from '@quittance/core/permissions';
import { useParams } from '@tanstack/react-router';
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { type TextKey, useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { Tabs } from '../../ui/tabs/tabs.component.tsx';
import { PeopleView } from '../identity/people.component.tsx';
import { AccountsView } from './accounts.component.tsx';
import { CompaniesView } from './companies.component.tsx';
import styles from './organisation.module.css';

const TokensView = lazy(async () => ({ default: (await import('../identity/tokens.component.tsx')).TokensView }));
const RatesView = lazy(async () => ({ default: (await import('./rates.component.tsx')).RatesView }));
const PoliciesView = lazy(async () => ({
  default: (await import('../cash-application/policies/policies.component.tsx')).PoliciesView,
}));

const CalendarsView = lazy(async () => ({
  default: (await import('./calendars/calendars.component.tsx')).CalendarsView,
}));

const PortfoliosView = lazy(async () => ({
  default: (await import('../collections/portfolios/portfolios.component.tsx')).PortfoliosView,
}));

const OwnFieldsView = lazy(async () => ({
  default: (await import('./own-fields.component.tsx')).OwnFieldsView,
}));

const StrategiesView = lazy(async () => ({
  default: (await import('../collections/strategies/strategies.component.tsx')).StrategiesView,
}));

const MailSetupView = lazy(async () => ({
  default: (await import('../correspondence/mail-setup.component.tsx')).MailSetupView,
}));

interface Part {
  readonly key: string;
  readonly word: TextKey;
  readonly permission: Permission;
  readonly View: ComponentType;
}

const PARTS: readonly [Part, ...Part[]] = [
  { key: 'accounts', word: 'company.accounts', permission: 'ledger.read', View: AccountsView },
  { key: 'rates', word: 'company.rates', permission: 'ledger.read', View: RatesView },
  { key: 'policies', word: 'policies.title', permission: 'cash.read', View: PoliciesView },
  { key: 'calendars', word: 'calendars.title', permission: 'calendars.read', View: CalendarsView },
  { key: 'portfolios', word: 'portfolios.title', permission: 'worklist.read', View: PortfoliosView },
  { key: 'fields', word: 'ownFields.title', permission: 'customers.read', View: OwnFieldsView },
  { key: 'strategies', word: 'strategies.title', permission: 'worklist.read', View: StrategiesView },
  { key: 'mail', word: 'mail.mail', permission: 'correspondence.read', View: MailSetupView },
  { key: 'people', word: 'people.title', permission: 'people.read', View: PeopleView },
  { key: 'tokens', word: 'people.tokens', permission: 'tokens.manage', View: TokensView },
  { key: 'companies', word: 'people.companies', permission: 'people.read', View: CompaniesView },
];

/** What a company is set up with: its accounts and rates, what posts by itself, and who and which programs work in it. */
export function CompanyPage(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const { company: code, part } = useParams({ from: '/c/$company/company/$part' });
  const parts = PARTS.filter(({ permission }) => may(company, permission));
  const { key: current, View } = parts.find(({ key }) => key === part) ?? parts[0] ?? PARTS[0];
  return (
    <div className={styles.area}>
      <Tabs
        label={t('company.title')}
        current={current}
        tabs={parts.map(({ key, word }) => ({
          key,
          word: t(word),
          link: { to: '/c/$company/company/$part', params: { company: code, part: key }, search: {} },
        }))}
      />
      <div className={styles.fill}>
        <Suspense>
          <View key={current} />
        </Suspense>
      </div>
    </div>
  );
}
