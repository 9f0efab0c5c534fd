/** The points by which a strategy ranks its customers, with the figures at which they are all given, and a customer scored beside them. */
import { TextInput } from '@mantine/core';
import { POINTS_IN_ALL, pointsInAll, SCORING_BOUNDS } from '@quittance/core/strategies';
import { type ReactNode, useState } from 'react';
import { PART_NAMES, type ScorePart } from '../score-words.ts';
import styles from './scoring.module.css';
import { ScoringExample } from './scoring-example.component.tsx';
import type { Strategy } from './strategies.queries.ts';
import type { FieldsProps } from './strategy-fields.component.tsx';
import { type StrategyTextKey, useStrategyTexts } from './strategy-texts.ts';
import { tiersText, tiersTyped } from './tiers-typed.ts';
import { WholeNumber } from './whole-number.component.tsx';

type Scoring = Strategy['scoring'];
type Figure = keyof typeof SCORING_BOUNDS;

interface Line {
  readonly code: ScorePart['code'];
  readonly points: Figure;
  /** The figure at which all points are given; null where a word says it. */
  readonly full: Figure | null;
  readonly words: StrategyTextKey;
  readonly isTaken?: boolean;
}

const LINES: readonly Line[] = [
  { code: 'overdue', points: 'overduePoints', full: null, words: 'scoring.half' },
  { code: 'age', points: 'agePoints', full: 'ageDays', words: 'scoring.late' },
  { code: 'contact', points: 'contactPoints', full: 'contactDays', words: 'scoring.silent' },
  { code: 'limit', points: 'creditPoints', full: 'creditFromPercent', words: 'scoring.used' },
  { code: 'broken', points: 'brokenPromisePoints', full: 'brokenPromisePointsMax', words: 'scoring.each' },
  { code: 'lateness', points: 'latenessPoints', full: 'latenessDays', words: 'scoring.usuallyLate' },
  { code: 'risk', points: 'riskPoints', full: null, words: 'scoring.halfRisk' },
  { code: 'held', points: 'heldPoints', full: null, words: 'scoring.whenHeld', isTaken: true },
  { code: 'small', points: 'smallPoints', full: 'smallPercent', words: 'scoring.below', isTaken: true },
];

export interface ScoringProps extends FieldsProps {
  /** All strategies of the draft: which one a customer goes by depends on those before it. */
  readonly draft: readonly Strategy[];
}

export function ScoringFields({ strategy, disabled, change, draft }: ScoringProps): ReactNode {
  const { own } = useStrategyTexts();
  const { scoring } = strategy;
  const set = (changes: Partial<Scoring>): void => change({ ...strategy, scoring: { ...scoring, ...changes } });
  return (
    <section aria-label={own('scoring.title')} className={styles.scoring}>
      <div>
        <h3>{own('scoring.title')}</h3>
        <p className={styles.quiet}>{own('scoring.help')}</p>
        <div className={styles.wide}>
          <table className={styles.points}>
            <thead>
              <tr>
                <th scope="col">{own('scoring.part')}</th>
                <th scope="col">{own('scoring.points')}</th>
                <th scope="col">{own('scoring.when')}</th>
              </tr>
            </thead>
            <tbody>
              {LINES.filter(({ isTaken }) => isTaken !== true).map((line) => (
                <PartRow key={line.code} {...{ line, scoring, disabled, set }} />
              ))}
              <TierRow {...{ scoring, disabled, set }} />
              {LINES.filter(({ isTaken }) => isTaken === true).map((line) => (
                <PartRow key={line.code} {...{ line, scoring, disabled, set }} />
              ))}
            </tbody>
          </table>
        </div>
        <SumNote scoring={scoring} />
      </div>
      <ScoringExample strategy={strategy} draft={draft} />
    </section>
  );
}

interface PartProps {
  readonly scoring: Scoring;
  readonly disabled: boolean;
  readonly set: (changes: Partial<Scoring>) => void;
}

function PartRow({ line, scoring, disabled, set }: PartProps & { line: Line }): ReactNode {
  const { t, own } = useStrategyTexts();
  const { code, points, full, words, isTaken } = line;
  const part = t(PART_NAMES[code]);
  const field = (figure: Figure, what: string): ReactNode => (
    <WholeNumber
      name={own('scoring.figure', { part, what })}
      value={scoring[figure]}
      bounds={SCORING_BOUNDS[figure]}
      disabled={disabled}
      change={(value) => set({ [figure]: value })}
    />
  );
  return (
    <tr>
      <th scope="row">
        {part} {isTaken && <span className={styles.quiet}>({own('scoring.away')})</span>}
      </th>
      <td>{field(points, own('scoring.points'))}</td>
      <td>
        <span className={styles.full}>
          {code === 'broken' && own(words)}
          {full !== null && field(full, own('scoring.when'))}
          {code !== 'broken' && own(words)}
        </span>
      </td>
    </tr>
  );
}

function TierRow({ scoring, disabled, set }: PartProps): ReactNode {
  const { t, own } = useStrategyTexts();
  const [typed, setTyped] = useState(tiersText(scoring.tierPoints));
  const isRead = tiersTyped(typed) !== null;
  return (
    <tr>
      <th scope="row">{t(PART_NAMES.tier)}</th>
      <td colSpan={2}>
        <span className={styles.full}>
          <TextInput
            size="xs"
            aria-label={own('scoring.figure', { part: t(PART_NAMES.tier), what: own('scoring.points') })}
            placeholder={own('scoring.tiersHint')}
            disabled={disabled}
            error={isRead ? null : own('scoring.tiersWrong')}
            value={typed}
            onChange={(event) => {
              setTyped(event.currentTarget.value);
              const tierPoints = tiersTyped(event.currentTarget.value);
              if (tierPoints !== null) set({ tierPoints });
            }}
          />
          {own('scoring.byTier')}
        </span>
      </td>
    </tr>
  );
}

function SumNote({ scoring }: { scoring: Scoring }): ReactNode {
  const { own } = useStrategyTexts();
  const sum = pointsInAll(scoring);
  if (sum === 0) return <p className={styles.wrong}>{own('scoring.nothing')}</p>;
  if (sum > POINTS_IN_ALL)
    return <p className={styles.wrong}>{own('scoring.above', { sum, count: sum - POINTS_IN_ALL })}</p>;
  return <p className={styles.sum}>{own('scoring.sum', { sum })}</p>;
}
