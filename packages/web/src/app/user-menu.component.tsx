import { Menu, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../ui/icon/icon.component.tsx';
import { api } from './api.ts';
import styles from './frame.module.css';
import { type TextKey, turnTextsTo } from './i18n.ts';
import {
  DENSITIES,
  type Density,
  LANGUAGES,
  type Language,
  rememberLanguage,
  setDensity,
  useDensity,
} from './preferences.ts';
import { sessionQuery, useSession } from './session.ts';

/** Languages are named in themselves, so that who cannot read the current one finds theirs. */
const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', it: 'Italiano' };
const THEMES = ['auto', 'light', 'dark'] as const;
const THEME_WORDS: Readonly<Record<(typeof THEMES)[number], TextKey>> = {
  auto: 'frame.themeAuto',
  light: 'frame.themeLight',
  dark: 'frame.themeDark',
};
const DENSITY_WORDS: Readonly<Record<Density, TextKey>> = {
  compact: 'frame.densityCompact',
  regular: 'frame.densityRegular',
  comfortable: 'frame.densityComfortable',
};

export function UserMenu({ showKeys }: { showKeys: () => void }): ReactNode {
  const { t, i18n } = useTranslation();
  const { user } = useSession();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const signOut = useSignOut();
  const turnTo = (language: Language): void => {
    rememberLanguage(language);
    void turnTextsTo(language);
  };
  return (
    <Menu position="bottom-end" shadow="md" closeOnItemClick={false} width={232}>
      <Menu.Target>
        <button type="button" className={styles.user} aria-label={t('frame.userMenu', { name: user.name })}>
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(user.name)}
          </span>
          <span className={styles.userName}>{user.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {user.email && <Menu.Label>{user.email}</Menu.Label>}
        <Menu.Divider />
        <Menu.Label>{t('frame.theme')}</Menu.Label>
        {THEMES.map((theme) => (
          <Choice key={theme} isChosen={colorScheme === theme} choose={() => setColorScheme(theme)}>
            {t(THEME_WORDS[theme])}
          </Choice>
        ))}
        <Menu.Label>{t('frame.density')}</Menu.Label>
        {DENSITIES.map((value) => (
          <Choice key={value} isChosen={density === value} choose={() => setDensity(value)}>
            {t(DENSITY_WORDS[value])}
          </Choice>
        ))}
        <Menu.Label>{t('frame.language')}</Menu.Label>
        {LANGUAGES.map((language) => (
          <Choice key={language} isChosen={i18n.language === language} choose={() => turnTo(language)}>
            <span lang={language}>{LANGUAGE_NAMES[language]}</span>
          </Choice>
        ))}
        <Menu.Divider />
        <Menu.Item closeMenuOnClick onClick={showKeys} rightSection={<kbd>?</kbd>}>
          {t('keys.title')}
        </Menu.Item>
        <Menu.Item closeMenuOnClick onClick={() => signOut.mutate()}>
          {t('frame.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function Choice(props: { isChosen: boolean; choose: () => void; children: ReactNode }): ReactNode {
  return (
    <Menu.Item
      role="menuitemradio"
      aria-checked={props.isChosen}
      onClick={props.choose}
      rightSection={props.isChosen ? <Icon name="tick" size={13} /> : undefined}
    >
      {props.children}
    </Menu.Item>
  );
}

function useSignOut() {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.DELETE('/api/v1/session'),
    onSuccess: async () => {
      api.setCsrfToken(null);
      await navigate({ to: '/sign-in', search: {} });
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, null);
    },
  });
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.charAt(0) ?? ''}${words.length > 1 ? (words.at(-1)?.charAt(0) ?? '') : ''}`.toUpperCase();
}
