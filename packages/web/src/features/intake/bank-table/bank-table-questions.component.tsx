/** What the reading asks about a bank's table: an answer is one press, or typed, and the file is read again at once. */
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import type { ImportBatch, StatementMapping } from '../../../app/api.types.ts';
import { useTexts } from '../../../app/i18n.ts';
import { useSentences } from '../../../app/sentences/sentences.ts';
import { ACCOUNT_QUESTION } from '../import-words.ts';
import styles from '../intake.module.css';
import { isWorking } from '../intake.queries.ts';

type Question = ImportBatch['questions'][number];

interface Answering {
  readonly draft: StatementMapping;
  /** Null for whoever may not change anything. */
  readonly change: ((draft: StatementMapping) => void) | null;
}

export function BankTableQuestions({ batch, draft, change }: Answering & { batch: ImportBatch }): ReactNode {
  const questions = useSettledQuestions(batch);
  const sentences = useSentences();
  const { t } = useTexts();
  const asked = questions.filter(({ code }) => code !== ACCOUNT_QUESTION);
  if (asked.length === 0) return null;
  return (
    <ul className={styles.questions}>
      {asked.map((question) => (
        <li key={`${question.field} ${question.code}`} data-blocking={question.isBlocking || undefined}>
          {sentences.fileProblem(question.code, question.message)}
          {change && <Choices question={question} draft={draft} change={change} />}
          {change && question.code === 'statement_columns_guessed' && (
            <span className={styles.choices}>
              <Button size="compact-xs" variant="default" onClick={() => change(draft)}>
                {t('imports.readAgain')}
              </Button>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

/** While the file is read again for one answer, the other questions stay, with what was typed into them. */
function useSettledQuestions(batch: ImportBatch): readonly Question[] {
  const [settled, setSettled] = useState<readonly Question[]>(batch.questions);
  useEffect(() => {
    if (!isWorking(batch)) setSettled(batch.questions);
  }, [batch]);
  return settled;
}

const NOTATIONS: Readonly<Record<string, string>> = {
  point: '1,234.56',
  comma: '1.234,56',
  dmy: '31/12/2026',
  mdy: '12/31/2026',
};

function Choices({
  question,
  draft,
  change,
}: {
  question: Question;
  draft: StatementMapping;
  change: (draft: StatementMapping) => void;
}): ReactNode {
  const { field, choices } = question;
  const isTyped = field === 'currency' || field === 'account';
  return (
    <span className={styles.choices}>
      {choices.map((choice) => (
        <Button
          key={choice}
          size="compact-xs"
          variant="default"
          onClick={() => change(withAnswer(draft, field, choice))}
        >
          {NOTATIONS[choice] ?? choice}
        </Button>
      ))}
      {isTyped && <TypedAnswer field={field} onAnswer={(text) => change(withAnswer(draft, field, text))} />}
    </span>
  );
}

function TypedAnswer({
  field,
  onAnswer,
}: {
  field: 'currency' | 'account';
  onAnswer: (text: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const [text, setText] = useState('');
  const isCurrency = field === 'currency';
  const label = t(isCurrency ? 'bankTable.other' : 'bankTable.otherAccount');
  const value = isCurrency ? text.trim().toUpperCase() : text.trim();
  const isReady = isCurrency ? value.length === 3 : value.length > 3;
  const answer = () => {
    if (isReady) onAnswer(value);
  };
  return (
    <>
      <input
        aria-label={label}
        placeholder={label}
        className={isCurrency ? styles.code : styles.number}
        maxLength={isCurrency ? 3 : 64}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          answer();
        }}
      />
      {isReady && (
        <Button size="compact-xs" onClick={answer}>
          {t('bankTable.take')}
        </Button>
      )}
    </>
  );
}

function withAnswer(draft: StatementMapping, field: string, choice: string): StatementMapping {
  if (choice === 'point' || choice === 'comma') return { ...draft, decimalMark: choice };
  if (choice === 'dmy' || choice === 'mdy') return { ...draft, dateOrder: choice };
  return field === 'currency' ? { ...draft, currency: choice } : { ...draft, account: choice };
}
