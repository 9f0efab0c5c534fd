/** One's own password, set for the first time after a sign-in link or changed. One's other sessions end with the old one. */
import { Button, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import styles from './identity.module.css';

export function PasswordForm({ email, close }: { email: string | null; close: () => void }): ReactNode {
  const { t } = useTexts();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const isDifferent = again !== '' && again !== password;
  const save = useMutation({
    mutationFn: () => api.PUT('/api/v1/session/password', { body: { password, ...(current ? { current } : {}) } }),
    onSuccess: () => {
      say({ text: t('password.saved') });
      close();
    },
  });
  return (
    <form
      className={styles.password}
      onSubmit={(event) => {
        event.preventDefault();
        if (password === again) save.mutate();
      }}
    >
      {/* Tells a password manager whose password this is. */}
      <input type="text" hidden readOnly autoComplete="username" value={email ?? ''} />
      {save.error && <ProblemNote error={save.error} />}
      <PasswordInput
        size="xs"
        label={t('password.current')}
        description={t('password.currentHelp')}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        size="xs"
        label={t('password.next')}
        description={t('password.nextHelp')}
        required
        withAsterisk={false}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <PasswordInput
        size="xs"
        label={t('password.again')}
        required
        withAsterisk={false}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        error={isDifferent ? t('password.different') : null}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
      />
      <div className={styles.passwordActs}>
        <Button type="submit" size="xs" loading={save.isPending} disabled={password === '' || password !== again}>
          {t('password.save')}
        </Button>
        <Button size="xs" variant="default" onClick={close}>
          {t('act.cancel')}
        </Button>
      </div>
    </form>
  );
}
