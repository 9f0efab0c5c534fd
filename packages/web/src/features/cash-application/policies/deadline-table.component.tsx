/** How long receipts may wait, by queue and by what is asked, in the company's working time. */
import { TextInput } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { questionWords } from '../reason-words.ts';
import { isTime, timeText } from './hours-typed.ts';
import styles from './policies.module.css';
import type { FormPart } from './policy-form.component.tsx';
import { CLOCK_WORDS, CLOCKS, QUESTIONS } from './policy-words.ts';

export function DeadlineTable({ usual, draft, change, disabled }: FormPart): ReactNode {
  const { t } = useTexts();
  const queues = draft.queues;
  const reasons = draft.reasons;
  return (
    <section>
      <h2 className={styles.heading}>{t('policies.deadlines')}</h2>
      <p className={styles.quiet}>{t('policies.deadlinesHelp', { day: timeText(usual.dayMinutes) })}</p>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('policies.deadlineOf')}</th>
            <th scope="col" data-figure>
              {t('policies.usual')}
            </th>
            <th scope="col" data-figure>
              {t('policies.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {CLOCKS.map((clock) => (
            <DeadlineRow
              key={clock}
              word={t(CLOCK_WORDS[clock])}
              usual={timeText(usual.deadlines[clock] ?? 0)}
              typed={queues[clock] ?? ''}
              disabled={disabled}
              type={(value) => change({ ...draft, queues: { ...queues, [clock]: value } })}
            />
          ))}
          {QUESTIONS.map((code) => (
            <DeadlineRow
              key={code}
              word={t('policies.deadlineAsked', { question: questionWords(t, code) })}
              usual={t('policies.asQueue')}
              typed={reasons[code] ?? ''}
              disabled={disabled}
              type={(value) => change({ ...draft, reasons: { ...reasons, [code]: value } })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DeadlineRow(props: {
  word: string;
  usual: string;
  typed: string;
  disabled: boolean;
  type: (value: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const id = useId();
  const { word, usual, typed, disabled } = props;
  return (
    <tr data-changed={typed.trim() !== '' || undefined}>
      <th scope="row">
        <label htmlFor={id}>{word}</label>
      </th>
      <td data-figure>{usual}</td>
      <td data-figure>
        <TextInput
          id={id}
          size="xs"
          classNames={{ input: styles.number ?? '' }}
          disabled={disabled}
          error={isTime(typed) ? null : t('policies.timeBounds')}
          placeholder={usual.includes(':') ? usual : ''}
          value={typed}
          onChange={(event) => props.type(event.currentTarget.value)}
        />
      </td>
    </tr>
  );
}
