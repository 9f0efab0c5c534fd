import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { Dropdown } from '../ui/dropdown/dropdown.component.tsx';
import { latePart } from '../ui/part/late-part.ts';
import { api } from './api.ts';
import styles from './frame.module.css';
import { useTexts } from './i18n.ts';
import { sessionQuery, useSession } from './session.ts';

const PasswordForm = lazy(async () => ({
  default: (await import('../features/identity/password-form.component.tsx')).PasswordForm,
}));

/** Fetched with the first look into the menu, as its controls are used nowhere in the frame. */
const UserSettings = latePart(async () => (await import('./user-settings.component.tsx')).UserSettings);

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
          <Suspense fallback={<div className={styles.settingsRoom} />}>
            <UserSettings />
          </Suspense>
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
