import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Dropdown } from '../ui/dropdown/dropdown.component.tsx';
import { api } from './api.ts';
import styles from './frame.module.css';
import { type TextKey, turnTextsTo, useTexts } from './i18n.ts';
import {
  DENSITIES,
  type Density,
  LANGUAGE_NAMES,
  LANGUAGES,
  type Language,
  rememberLanguage,
  setDensity,
  useDensity,
} from './preferences.ts';
import { sessionQuery, useSession } from './session.ts';

const PasswordForm = lazy(async () => ({
  default: (await import('../features/identity/password-form.component.tsx')).PasswordForm,
}));

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
  const { t } = useTexts();
  const { user } = useSession();
  const signOut = useSignOut();
  return (
    <Dropdown
      label={t('frame.userMenu', { name: user.name })}
      align="end"
      faceClass={styles.user}
      face={
        <>
          <span className={styles.initials} aria-hidden="true">
            {initialsOf(user.name)}
          </span>
          <span className={styles.userName}>{user.name}</span>
        </>
      }
    >
      {(close) => (
        <div className={styles.settings}>
          <p>
            {user.name}
            {user.email && <small>{user.email}</small>}
          </p>
          <Settings />
          <button
            type="button"
            className={styles.act}
            onClick={() => {
              close();
              showKeys();
            }}
          >
            {t('keys.title')} <kbd>?</kbd>
          </button>
          <OwnPassword email={user.email} close={close} />
          <button type="button" className={styles.act} onClick={() => signOut.mutate()}>
            {t('frame.signOut')}
          </button>
        </div>
      )}
    </Dropdown>
  );
}

/** Opens in the menu itself: three fields need no page. */
function OwnPassword(props: { email: string | null; close: () => void }): ReactNode {
  const { t } = useTexts();
  const [isOpen, setIsOpen] = useState(false);
  if (isOpen) {
    return (
      <Suspense>
        <PasswordForm {...props} />
      </Suspense>
    );
  }
  return (
    <button type="button" className={styles.act} onClick={() => setIsOpen(true)}>
      {t('password.title')}
    </button>
  );
}

function Settings(): ReactNode {
  const { t, language } = useTexts();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const density = useDensity();
  const turnTo = (language: Language): void => {
    rememberLanguage(language);
    void turnTextsTo(language);
  };
  return (
    <>
      <Choice
        label={t('frame.theme')}
        value={colorScheme}
        values={THEMES}
        word={(theme) => t(THEME_WORDS[theme])}
        choose={setColorScheme}
      />
      <Choice
        label={t('frame.density')}
        value={density}
        values={DENSITIES}
        word={(value) => t(DENSITY_WORDS[value])}
        choose={setDensity}
      />
      <Choice
        label={t('frame.language')}
        value={language}
        values={LANGUAGES}
        word={(language) => LANGUAGE_NAMES[language]}
        choose={turnTo}
      />
    </>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  value: Value;
  values: readonly Value[];
  word: (value: Value) => string;
  choose: (value: Value) => void;
}): ReactNode {
  return (
    <div className={styles.setting}>
      <span>{props.label}</span>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={props.label}
        value={props.value}
        onChange={props.choose}
        data={props.values.map((value) => ({ value, label: props.word(value) }))}
      />
    </div>
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
