import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ProblemNote } from '../ui/form/problem-note.component.tsx';
import { isMissingPart } from '../ui/form/problem-text.ts';
import styles from './frame.module.css';
import { useTexts } from './i18n.ts';

export function NotFound(): ReactNode {
  const { t } = useTexts();
  return (
    <main className={styles.alone}>
      <h1>{t('problem.noPage')}</h1>
      <p>
        <Link to="/">{t('problem.toStart')}</Link>
      </p>
    </main>
  );
}

/** Somebody signed in who works in no company yet. */
export function NoCompany(): ReactNode {
  const { t } = useTexts();
  return (
    <main className={styles.alone}>
      <h1>{t('people.noCompanies')}</h1>
      <p>{t('people.noCompaniesHelp')}</p>
      <p>
        <Link to="/sign-in">{t('signIn.title')}</Link>
      </p>
    </main>
  );
}

/** A page that broke: what can be done, and the way to do it. The details are in the browser's console. */
export function PageProblem({ error, reset }: ErrorComponentProps): ReactNode {
  const problem = error instanceof Error ? error : new Error(String(error));
  // A part that did not come is asked for again only when the page is loaded anew.
  const retry = isMissingPart(problem) ? () => window.location.reload() : reset;
  return (
    <div className={styles.alone}>
      <ProblemNote error={problem} retry={retry} />
    </div>
  );
}
