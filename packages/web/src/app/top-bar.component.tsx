import { Menu } from '@mantine/core';
import { useMatches, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../ui/format/formats.context.ts';
import { Icon } from '../ui/icon/icon.component.tsx';
import type { Company } from './api.types.ts';
import { AsOf } from './as-of.component.tsx';
import styles from './frame.module.css';
import { homeOf } from './home.ts';
import { useSession } from './session.ts';
import { UserMenu } from './user-menu.component.tsx';

export function TopBar(props: { company: Company; showKeys: () => void }): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const hasAsOf = useMatches().some((match) => match.staticData.hasAsOf);
  return (
    <header className={styles.top}>
      <CompanySwitch company={props.company} />
      <span className={styles.spring} />
      {hasAsOf ? (
        <AsOf company={props.company} />
      ) : (
        <time
          className={styles.today}
          dateTime={props.company.today}
          title={t('frame.today', { zone: props.company.timeZone })}
        >
          {formats.weekday(props.company.today)}
        </time>
      )}
      <UserMenu showKeys={props.showKeys} />
    </header>
  );
}

/** The company whose books are open; a choice only for who works in several. */
function CompanySwitch({ company }: { company: Company }): ReactNode {
  const { t } = useTranslation();
  const { companies } = useSession();
  const navigate = useNavigate();
  const name = (
    <>
      <span>{company.name}</span>
      <span className={styles.code}>{company.code}</span>
    </>
  );
  if (companies.length < 2) return <span className={styles.company}>{name}</span>;
  return (
    <Menu position="bottom-start" shadow="md">
      <Menu.Target>
        <button type="button" className={styles.company} title={t('frame.changeCompany')}>
          {name}
          <Icon name="chevron" size={12} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {companies.map((candidate) => (
          <Menu.Item
            key={candidate.code}
            onClick={() =>
              navigate({ to: homeOf(candidate), params: { company: candidate.code, queue: 'to_confirm' } })
            }
          >
            {candidate.name} <span className={styles.code}>{candidate.code}</span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
