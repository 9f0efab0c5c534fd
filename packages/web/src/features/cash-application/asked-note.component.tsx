/** What was asked of the customer about a receipt: it waits for them since then, until somebody notes an answer. */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { api } from '../../app/api.ts';
import { askAnew } from '../../app/ask-anew.ts';
import { useTexts } from '../../app/i18n.ts';
import { Instant } from '../../ui/date/date.component.tsx';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { say } from '../../ui/notice/notice.component.tsx';
import { Why } from '../../ui/why/why.component.tsx';
import styles from './cash.module.css';
import type { AskedQuestion, ReceiptDetail } from './cash.types.ts';

export function AskedNote(props: { code: string; receipt: ReceiptDetail; isWorkable: boolean }): ReactNode {
  const { t } = useTexts();
  const { receipt } = props;
  const [last] = receipt.questions;
  if (!last) return null;
  return (
    <section aria-label={t('ask.asked')} className={styles.asked}>
      <Why
        about={t('ask.asked')}
        figure={
          <span>
            {last.answeredAt === null ? t('ask.waitsFor', { name: last.askedByName }) : t('ask.answeredOn')}{' '}
            <Instant at={last.answeredAt ?? last.askedAt} />
          </span>
        }
      >
        {receipt.questions.map((question) => (
          <QuestionText key={question.id} question={question} />
        ))}
      </Why>
      {last.answeredAt !== null && <p>{last.answer}</p>}
      {last.answeredAt === null && props.isWorkable && <AnswerForm code={props.code} receiptId={receipt.id} />}
    </section>
  );
}

function QuestionText({ question }: { question: AskedQuestion }): ReactNode {
  return (
    <div className={styles.askedText}>
      <p className={styles.quiet}>
        <Instant at={question.askedAt} /> · {question.askedByName} → {question.address || '—'}
      </p>
      <b>{question.subject}</b>
      <pre>{question.body}</pre>
      {question.answer !== null && <p>{question.answer}</p>}
    </div>
  );
}

function AnswerForm({ code, receiptId }: { code: string; receiptId: string }): ReactNode {
  const { t } = useTexts();
  const queryClient = useQueryClient();
  const [answer, setAnswer] = useState('');
  const note = useMutation({
    mutationFn: () =>
      api.POST('/api/v1/companies/{company}/receipts/{id}/answer', {
        params: { path: { company: code, id: receiptId } },
        body: { answer },
      }),
    onSuccess: async () => {
      say({ text: t('ask.answerKept') });
      await askAnew(queryClient);
    },
  });
  return (
    <form
      className={styles.acts}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate();
      }}
    >
      <TextInput
        size="xs"
        className={styles.reason}
        aria-label={t('ask.answer')}
        placeholder={t('ask.answer')}
        required
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" loading={note.isPending}>
        {t('ask.noteAnswer')}
      </Button>
      {note.error && <ProblemNote error={note.error} />}
    </form>
  );
}
