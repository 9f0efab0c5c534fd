/** What the reading asks, with its answers to choose from: each is taken at once, and the file read again. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportBatch, ImportMapping } from '../../app/api.types.ts';
import { useTexts } from '../../app/i18n.ts';
import { useSentences } from '../../app/sentences/sentences.ts';
import { onSheet } from './import-place.component.tsx';
import styles from './intake.module.css';

type Question = ImportBatch['questions'][number];

/** `onAnswer` is null for whoever may not change anything. */
export function ImportQuestions(props: {
  batch: ImportBatch;
  draft: ImportMapping;
  onAnswer: ((answered: ImportMapping) => void) | null;
}): ReactNode {
  const sentences = useSentences();
  const { batch, draft, onAnswer } = props;
  if (batch.questions.length === 0) return null;
  return (
    <ul className={styles.questions}>
      {batch.questions.map((question) => (
        <li key={`${question.field} ${question.code}`} data-blocking={question.isBlocking || undefined}>
          {sentences.fileProblem(question.code, question.message)}
          {onAnswer && <Choices question={question} draft={draft} onAnswer={onAnswer} />}
        </li>
      ))}
    </ul>
  );
}

function Choices({
  question,
  draft,
  onAnswer,
}: {
  question: Question;
  draft: ImportMapping;
  onAnswer: (answered: ImportMapping) => void;
}): ReactNode {
  const shown = useChoiceWords();
  const answers = question.choices.flatMap((choice) => {
    const answered = answerOf(question, choice, draft);
    return answered === null ? [] : [{ choice, answered }];
  });
  if (answers.length === 0) return null;
  return (
    <span className={styles.choices}>
      {answers.map(({ choice, answered }) => (
        <Button key={choice} size="compact-xs" variant="default" onClick={() => onAnswer(answered)}>
          {shown(choice)}
        </Button>
      ))}
    </span>
  );
}

function useChoiceWords(): (choice: string) => string {
  const { t } = useTexts();
  const words: Readonly<Record<string, string>> = {
    point: '1,234.56',
    comma: '1.234,56',
    dmy: '31/12/2026',
    mdy: '12/31/2026',
    take: t('imports.clearedTake'),
    leave_out: t('imports.clearedLeaveOut'),
  };
  return (choice) => words[choice] ?? choice;
}

/** The mapping with the answer in it; null for what is answered in the table of fields. */
function answerOf(question: Question, choice: string, draft: ImportMapping): ImportMapping | null {
  if (question.code === 'sheet_choice') return onSheet(draft, choice);
  if (choice === 'point' || choice === 'comma') return { ...draft, decimalMark: choice };
  if (choice === 'dmy' || choice === 'mdy') return { ...draft, dateOrder: choice };
  if (choice === 'take' || choice === 'leave_out') return { ...draft, clearedRows: choice };
  const column = draft.columns.company;
  if (question.code !== 'company_not_found' || column === undefined) return null;
  const others = draft.filters.filter((filter) => filter.column !== column);
  return { ...draft, filters: [...others, { column, keep: 'equal', value: choice }] };
}
