/** Signing in: with e-mail and password, or by a one-time link `/sign-in#token=...`, which is used as soon as it opens. */
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import { turnTextsTo, useTexts } from '../../app/i18n.ts';
import { chosenLanguage, languageOf } from '../../app/preferences.ts';
import { sessionQuery } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { fieldProblem } from '../../ui/form/problem-text.ts';
import styles from './identity.module.css';

type Proof = { readonly email: string; readonly password: string } | { readonly token: string };

export function SignInPage(): ReactNode {
  const { t } = useTexts();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const isByLink = useLinkToken((token) => signIn.mutate({ token }));
  useEffect(() => {
    document.title = `${t('signIn.title')} · Quittance`;
  }, [t]);
  if (isByLink && !signIn.error) return <main className={styles.signIn}>{t('signIn.byLink')}</main>;
  return (
    <main className={styles.signIn}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ email, password });
        }}
      >
        <div className={styles.brand}>
          <img src="/icon.svg" alt="" width={32} height={32} />
          <h1>Quittance</h1>
        </div>
        {signIn.error && <ProblemNote error={signIn.error} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fieldProblem(signIn.error, 'email')}
        />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fieldProblem(signIn.error, 'password')}
        />
        <Button type="submit" size="sm" loading={signIn.isPending}>
          {t('signIn.act')}
        </Button>
      </form>
    </main>
  );
}

function useSignIn() {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { to } = useSearch({ from: '/sign-in' });
  return useMutation({
    mutationFn: (proof: Proof) =>
      dataOf(
        'token' in proof
          ? api.POST('/api/v1/session/link', { body: proof })
          : api.POST('/api/v1/session', { body: proof }),
      ),
    onSuccess: async (session) => {
      queryClient.clear();
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await turnTextsTo(chosenLanguage() ?? languageOf([session.user.locale, ...navigator.languages]));
      router.history.push(isOwnAddress(to) ? to : '/');
    },
  });
}

/** Only an address inside this page is followed, so that no link can send a person elsewhere after signing in. */
function isOwnAddress(to: string | undefined): to is string {
  return to !== undefined && /^\/(?![/\\])/.test(to);
}

/** The token of a one-time link. It is taken out of the address at once, so that it stays in no history. */
function useLinkToken(use: (token: string) => void): boolean {
  const [token] = useState(() => new URLSearchParams(window.location.hash.slice(1)).get('token'));
  const isUsed = useRef(false);
  useEffect(() => {
    if (!token || isUsed.current) return;
    isUsed.current = true;
    window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
    use(token);
  });
  return token !== null;
}
