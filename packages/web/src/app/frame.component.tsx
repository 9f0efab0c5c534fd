/** What stands around every page: the rail, the top bar, the place for the work, and the drop of a file anywhere. */
import type { Permission } from '@quittance/core/permissions';
import { useQuery } from '@tanstack/react-query';
import { Link, Outlet, useLocation, useMatches, useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { useFormats } from '../ui/format/formats.context.ts';
import { Icon, type IconName } from '../ui/icon/icon.component.tsx';
import { currentKeys, useKeyListener, useKeys } from '../ui/keys/keys.ts';
import { latePart, useFetchedAhead } from '../ui/part/late-part.ts';
import type { Company } from './api.types.ts';
import { approvalCountsQuery } from './approval-counts.ts';
import { FileDrop } from './file-drop.component.tsx';
import styles from './frame.module.css';
import { type TextKey, useTexts } from './i18n.ts';
import { may } from './permissions.ts';
import { ReaderProvider } from './reader.component.tsx';
import { useCompany } from './session.ts';
import { TopBar } from './top-bar.component.tsx';

const KeyHelp = lazy(async () => ({ default: (await import('../ui/keys/key-help.component.tsx')).KeyHelp }));

const Palette = latePart(async () => (await import('./palette/palette.component.tsx')).Palette);
const OPENED_BY_KEYS = [Palette];

interface Place {
  readonly permission: Permission;
  readonly icon: IconName;
  readonly word: TextKey;
  readonly to:
    | '/c/$company/my-day'
    | '/c/$company/tasks'
    | '/c/$company/huddle'
    | '/c/$company/calls/$part'
    | '/c/$company/cash/$queue'
    | '/c/$company/approvals/$part'
    | '/c/$company/dunning/$part'
    | '/c/$company/inbox/$part'
    | '/c/$company/imports'
    | '/c/$company/aging'
    | '/c/$company/customers'
    | '/c/$company/books/$book'
    | '/c/$company/company/$part';
  readonly params: Readonly<Record<string, string>>;
}

const PLACES: readonly Place[] = [
  { permission: 'worklist.read', icon: 'day', word: 'myDay.title', to: '/c/$company/my-day', params: {} },
  { permission: 'worklist.read', icon: 'tick', word: 'tasks.title', to: '/c/$company/tasks', params: {} },
  { permission: 'worklist.read', icon: 'huddle', word: 'huddle.title', to: '/c/$company/huddle', params: {} },
  {
    permission: 'worklist.read',
    icon: 'phone',
    word: 'calls.title',
    to: '/c/$company/calls/$part',
    params: { part: 'backs' },
  },
  {
    permission: 'worklist.read',
    icon: 'letters',
    word: 'dunning.title',
    to: '/c/$company/dunning/$part',
    params: { part: 'preview' },
  },
  {
    permission: 'correspondence.read',
    icon: 'mail',
    word: 'mail.inbox',
    to: '/c/$company/inbox/$part',
    params: { part: 'unassigned' },
  },
  {
    permission: 'cash.read',
    icon: 'cash',
    word: 'cash.title',
    to: '/c/$company/cash/$queue',
    params: { queue: 'to_confirm' },
  },
  {
    permission: 'approvals.read',
    icon: 'approvals',
    word: 'approvals.title',
    to: '/c/$company/approvals/$part',
    params: { part: 'for_me' },
  },
  { permission: 'ledger.read', icon: 'aging', word: 'aging.title', to: '/c/$company/aging', params: {} },
  { permission: 'customers.read', icon: 'customers', word: 'customers.title', to: '/c/$company/customers', params: {} },
  { permission: 'imports.read', icon: 'imports', word: 'imports.title', to: '/c/$company/imports', params: {} },
  {
    permission: 'ledger.read',
    icon: 'books',
    word: 'books.title',
    to: '/c/$company/books/$book',
    params: { book: 'periods' },
  },
  {
    permission: 'ledger.read',
    icon: 'people',
    word: 'company.title',
    to: '/c/$company/company/$part',
    params: { part: 'accounts' },
  },
];

export function Frame(): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const [isHelpOpen, setIsHelpOpen] = useState(false);
  const [isPaletteOpen, setIsPaletteOpen] = useState(false);
  useKeyListener();
  useKeys([
    { key: '?', label: t('keys.title'), act: () => setIsHelpOpen(true) },
    { key: 'mod+k', label: t('palette.title'), act: () => setIsPaletteOpen(true) },
  ]);
  useTitle(company);
  useFetchedAhead(OPENED_BY_KEYS);
  return (
    <ReaderProvider timeZone={company.timeZone}>
      <div className={styles.frame}>
        <a href="#work" className={styles.skip}>
          {t('frame.skip')}
        </a>
        <Rail company={company} />
        <TopBar company={company} showKeys={() => setIsHelpOpen(true)} openPalette={() => setIsPaletteOpen(true)} />
        <main id="work" tabIndex={-1} className={styles.work} key={company.code}>
          <PageHeading />
          <Suspense fallback={<div className={styles.coming}>{t('grid.reading')}</div>}>
            <Outlet />
          </Suspense>
        </main>
        {may(company, 'imports.write') && <FileDrop company={company} />}
        {isPaletteOpen && <CompanyPalette company={company} close={() => setIsPaletteOpen(false)} />}
        {isHelpOpen && (
          <Suspense>
            <KeyHelp close={() => setIsHelpOpen(false)} />
          </Suspense>
        )}
      </div>
    </ReaderProvider>
  );
}

function CompanyPalette({ company, close }: { company: Company; close: () => void }): ReactNode {
  const { t } = useTexts();
  const navigate = useNavigate();
  const places = PLACES.filter((place) => may(company, place.permission)).map((place) => ({
    word: t(place.word),
    go: () => void navigate({ to: place.to, params: { company: company.code, ...place.params }, search: {} } as never),
  }));
  // The keys of the page as they were when it was covered; the palette's own is not worth offering.
  const [keys] = useState(() => currentKeys().filter(({ key }) => key !== 'mod+k'));
  return (
    <Suspense>
      <Palette company={company} places={places} keys={keys} close={close} />
    </Suspense>
  );
}

function Rail({ company }: { company: Company }): ReactNode {
  const { t } = useTexts();
  const rail = useRef<HTMLElement>(null);
  const folder = useLocation({ select: ({ pathname }) => pathname.split('/')[3] });
  // On a phone the places are more than the screen is wide: where one is stands in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another one to show
  useEffect(() => {
    rail.current?.querySelector('[aria-current="page"]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }, [folder]);
  return (
    <nav ref={rail} className={styles.rail} aria-label={t('frame.places')}>
      <img src="/icon.svg" alt="Quittance" width={26} height={26} className={styles.mark} />
      {PLACES.filter((place) => may(company, place.permission)).map((place) => (
        <Link
          key={place.to}
          to={place.to}
          params={{ company: company.code, ...place.params } as never}
          className={styles.place}
          activeOptions={{ exact: false, includeSearch: false }}
          {...activeByFolder(place.to, company.code)}
        >
          <Icon name={place.icon} size={18} />
          <span>{t(place.word)}</span>
          {place.icon === 'approvals' && <ApprovalsForMe company={company} />}
        </Link>
      ))}
    </nav>
  );
}

/** How many requests wait for the reader, on the place where they are. */
function ApprovalsForMe({ company }: { company: Company }): ReactNode {
  const formats = useFormats();
  const counts = useQuery(approvalCountsQuery(company.code)).data;
  const count = (counts?.forMe ?? 0) + (counts?.sentBackToMe ?? 0);
  return count > 0 && <span className={styles.placeCount}>{formats.count(count)}</span>;
}

/** A place is current on all of its pages: every queue of cash, every import, every book. */
function activeByFolder(to: string, code: string): { 'data-current'?: true; 'aria-current'?: 'page' } {
  const folder = to.replace('$company', code).split('/').slice(0, 4).join('/');
  const path = window.location.pathname;
  const isCurrent = path === folder || path.startsWith(`${folder}/`);
  return isCurrent ? { 'data-current': true, 'aria-current': 'page' } : {};
}

function usePageTitle(): TextKey | undefined {
  return useMatches().findLast((match) => match.staticData.title)?.staticData.title;
}

/** Says to a screen reader which page this is; to the eye the rail does. */
function PageHeading(): ReactNode {
  const { t } = useTexts();
  const title = usePageTitle();
  return <h1 className="visually-hidden">{title ? t(title) : 'Quittance'}</h1>;
}

function useTitle(company: Company): void {
  const { t } = useTexts();
  const title = usePageTitle();
  const text = title ? `${t(title)} · ${company.name} · Quittance` : 'Quittance';
  useEffect(() => {
    document.title = text;
  }, [text]);
}
