import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { ApiProblem } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { Icon } from '../icon/icon.component.tsx';
import styles from './form.module.css';
import { ownWords, useProblemText } from './problem-text.ts';

/** A refusal in words, with what to do: the server's own sentence, its problems one by one, and a way to try again. */
export function ProblemNote({ error, retry }: { error: Error; retry?: () => void }): ReactNode {
  const { t } = useTexts();
  const { fileProblem } = useSentences();
  const text = useProblemText()(error);
  const english = ownWords(error, text);
  const requestId = error instanceof ApiProblem && error.status >= 500 ? error.requestId : null;
  // One that says only what the refusal says already is not repeated.
  const problems = error instanceof ApiProblem ? error.problems.filter(({ message }) => message !== error.message) : [];
  return (
    <div role="alert" className={styles.problem}>
      <Icon name="warning" />
      <div>
        <p>{text}</p>
        {english && (
          <p lang="en" className={styles.ownWords}>
            {english}
          </p>
        )}
        {requestId && <p className={styles.ownWords}>{t('problem.requestId', { id: requestId })}</p>}
        {problems.length > 0 && (
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.row ?? ''} ${problem.field ?? ''} ${problem.message}`}>
                {problem.field && <b>{problem.field}: </b>}
                {fileProblem(problem.code, problem.message)}
              </li>
            ))}
          </ul>
        )}
        {retry && (
          <Button size="compact-xs" variant="default" onClick={retry} mt={6}>
            {t('act.tryAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
