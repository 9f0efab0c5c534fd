/** A trial of a version: how far it has come, what it counted, and which receipts differ; each figure opens its receipts. */
import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import styles from './policies.module.css';
import type { DifferenceFilter, PolicyTrial } from './policies.queries.ts';
import { TrialDifferences } from './trial-differences.component.tsx';

interface TrialProps {
  readonly code: string;
  readonly trial: PolicyTrial;
  readonly mayPropose: boolean;
}

export function TryButton({ code, number }: { code: string; number: number }): ReactNode {
  const { t } = useTexts();
  const params = { path: { company: code, number } };
  const attempt = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/cash/policies/{number}/trials', { params })),
    { said: () => t('policies.trialBegins', { number }) },
  );
  return (
    <>
      {attempt.error && <ProblemNote error={attempt.error} />}
      <Button size="compact-xs" variant="default" loading={attempt.isPending} onClick={() => attempt.mutate(undefined)}>
        {t('policies.tryIt')}
      </Button>
    </>
  );
}

export function TrialNote(props: TrialProps): ReactNode {
  const { trial } = props;
  return (
    <div className={styles.trial}>
      {trial.state === 'running' ? <Progress {...props} /> : <Ended {...props} />}
      <Figures key={trial.id} {...props} />
    </div>
  );
}

function Progress({ code, trial, mayPropose }: TrialProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const params = { path: { company: code, id: trial.id } };
  const cancel = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/cash/policy-trials/{id}/cancel', { params })),
    { said: () => t('policies.trialCancelled') },
  );
  const words = t('policies.trialProgress', {
    done: formats.count(trial.receiptsDone),
    known: formats.count(trial.receiptsKnown),
  });
  return (
    <div className={styles.progress}>
      <progress value={trial.receiptsDone} max={trial.receiptsKnown} aria-label={words} />
      <span>{trial.receiptsDone === 0 ? t('policies.trialLoads') : words}</span>
      {mayPropose && (
        <Button size="compact-xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {t('policies.trialCancel')}
        </Button>
      )}
      {cancel.error && <ProblemNote error={cancel.error} />}
    </div>
  );
}

function Ended(props: TrialProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { trial, mayPropose } = props;
  if (trial.state === 'done') {
    return trial.isStillTrue ? null : <p className={styles.care}>{t('policies.trialOutdated')}</p>;
  }
  const counts = { done: formats.count(trial.receiptsDone), known: formats.count(trial.receiptsKnown) };
  return (
    <div className={styles.progress}>
      <span className={styles.care}>
        {trial.failure ?? t('policies.trialWasCancelled')} {t('policies.trialProgress', counts)}
      </span>
      {mayPropose && <TakeUp {...props} />}
    </div>
  );
}

function TakeUp({ code, trial }: TrialProps): ReactNode {
  const { t } = useTexts();
  const params = { path: { company: code, id: trial.id } };
  const again = useAct(
    () => dataOf(api.POST('/api/v1/companies/{company}/cash/policy-trials/{id}/resume', { params })),
    { said: () => t('policies.trialGoesOn') },
  );
  return (
    <>
      <Button size="compact-xs" variant="default" loading={again.isPending} onClick={() => again.mutate(undefined)}>
        {t('policies.trialResume')}
      </Button>
      {again.error && <ProblemNote error={again.error} />}
    </>
  );
}

interface Part {
  readonly key: string;
  readonly count: number;
  readonly word: string;
  readonly filter: DifferenceFilter;
}

function Figures({ code, trial }: TrialProps): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const [chosen, choose] = useState<string | null>(null);
  if (trial.receiptsDone === 0) return null;
  const { from, until, receiptsDone, now, proposed, more, fewer, changed, differencesCount } = trial;
  const counted = { receipts: receiptsDone, proposed: proposed.posted, now: now.posted };
  const texts = Object.fromEntries(Object.entries(counted).map(([name, count]) => [name, formats.count(count)]));
  const all: Part[] = [
    { key: 'more', count: more.posted, word: t('policies.trialMore'), filter: { kind: 'more' } },
    {
      key: 'moreOtherwise',
      count: more.otherwise,
      word: t('policies.trialMoreOtherwise'),
      filter: { kind: 'more', isOtherwise: 'true' },
    },
    { key: 'fewer', count: fewer, word: t('policies.trialFewer'), filter: { kind: 'fewer' } },
    { key: 'changed', count: changed, word: t('policies.trialChanged'), filter: { kind: 'changed' } },
    {
      key: 'otherwise',
      count: proposed.otherwise,
      word: t('policies.trialOtherwise'),
      filter: { isOtherwise: 'true' },
    },
    { key: 'all', count: differencesCount, word: t('policies.trialAll'), filter: {} },
  ];
  const open = all.find(({ key }) => key === chosen);
  return (
    <>
      <p>{t('policies.trialSays', { ...texts, from: formats.date(from), until: formats.date(until) })}</p>
      <ul className={styles.parts}>
        {all.map(({ key, count, word }) => (
          <li key={key}>
            <button
              type="button"
              className={styles.part}
              aria-pressed={chosen === key}
              disabled={count === 0}
              onClick={() => choose(chosen === key ? null : key)}
            >
              <b>{formats.count(count)}</b> {word}
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>{t('policies.trialLimits')}</p>
      {open && <TrialDifferences key={open.key} code={code} trial={trial} label={open.word} filter={open.filter} />}
    </>
  );
}
