import { useMatches, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Dropdown } from '../ui/dropdown/dropdown.component.tsx';
import { useFormats } from '../ui/format/formats.context.ts';
import { Icon } from '../ui/icon/icon.component.tsx';
import type { Company } from './api.types.ts';
import { AsOf } from './as-of.component.tsx';
import styles from './frame.module.css';
import { homeOf } from './home.ts';
import { useTexts } from './i18n.ts';
import { useSession } from './session.ts';
import { UserMenu } from './user-menu.component.tsx';

export function TopBar(props: { company: Company; showKeys: () => void; openPalette: () => void }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const hasAsOf = useMatches().some((match) => match.staticData.hasAsOf);
  return (
    <header className={styles.top}>
      <CompanySwitch company={props.company} />
      <span className={styles.spring} />
      <button
        type="button"
        className={styles.find}
        aria-label={t('palette.title')}
        aria-keyshortcuts="Control+K"
        onClick={props.openPalette}
      >
        <Icon name="search" size={14} />
        <span>{t('palette.open')}</span>
        <kbd>Ctrl K</kbd>
      </button>
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
  const { t } = useTexts();
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
    <Dropdown
      label={t('frame.changeCompany', { name: company.name })}
      align="start"
      faceClass={styles.company}
      face={
        <>
          {name}
          <Icon name="chevron" size={12} />
        </>
      }
    >
      {(close) => (
        <div className={styles.companies}>
          {companies.map((candidate) => (
            <button
              type="button"
              key={candidate.code}
              className={styles.act}
              aria-current={candidate.code === company.code}
              onClick={() => {
                close();
                void navigate({ to: homeOf(candidate), params: { company: candidate.code, queue: 'to_confirm' } });
              }}
            >
              {candidate.name} <span className={styles.code}>{candidate.code}</span>
            </button>
          ))}
        </div>
      )}
    </Dropdown>
  );
}
