/** Unapplied money by cause and age; each figure filters the list below. */
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { Amount } from '../../../ui/money/money.component.tsx';
import styles from './research.module.css';
import type { ResearchPage } from './research.queries.ts';
import { type CauseLine, causeTables } from './research-totals.ts';
import { AGE_WORDS, CAUSE_WORDS } from './research-words.ts';

export interface Chosen {
  readonly cause: string | undefined;
  readonly age: string | undefined;
}

export function ResearchHead(props: {
  totals: ResearchPage['totals'];
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}): ReactNode {
  const { t } = useTexts();
  const tables = causeTables(props.totals);
  if (tables.length === 0) return null;
  return (
    <div className={styles.head}>
      {tables.map((table) => (
        <table key={table.currency} className={styles.totals} aria-label={`${t('research.totals')} ${table.currency}`}>
          <thead>
            <tr>
              <th scope="col">
                {t('research.cause')} <span className={styles.quiet}>{table.currency}</span>
              </th>
              {AGE_WORDS.map((word) => (
                <th key={word} scope="col" data-figure>
                  {t(word)}
                </th>
              ))}
              <th scope="col" data-figure>
                {t('research.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.lines.map((line) => (
              <Line
                key={line.cause ?? 'none'}
                {...props}
                line={line}
                cause={line.cause ?? 'none'}
                word={line.cause ? t(CAUSE_WORDS[line.cause]) : t('research.noCause')}
              />
            ))}
          </tbody>
          <tfoot>
            <Line {...props} line={table.foot} cause={undefined} word={t('research.total')} />
          </tfoot>
        </table>
      ))}
      <Counts totals={props.totals} />
    </div>
  );
}

function Counts({ totals }: { totals: ResearchPage['totals'] }): ReactNode {
  const { t } = useTexts();
  const unowned = totals.reduce((count, total) => count + total.unownedCount, 0);
  const late = totals.reduce((count, total) => count + total.lateCount, 0);
  return (
    <p className={styles.counts}>
      {unowned > 0 && <span>{t('research.unowned', { count: unowned })}</span>}
      {late > 0 && <span data-late>{t('research.late', { count: late })}</span>}
    </p>
  );
}

function Line(props: {
  line: CauseLine;
  word: string;
  cause: string | undefined;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
}): ReactNode {
  const { line, cause, chosen, choose } = props;
  const pick = (age: string | undefined) => {
    const isOn = chosen.cause === cause && chosen.age === age;
    choose(isOn ? { cause: undefined, age: undefined } : { cause, age });
  };
  const isChosen = chosen.cause !== undefined || chosen.age !== undefined;
  const isOn = (age: string | undefined) => isChosen && chosen.cause === cause && chosen.age === age;
  return (
    <tr>
      <th scope="row">
        {props.word} <span className={styles.quiet}>{line.count}</span>
      </th>
      {line.ages.map((value, age) => (
        <td key={AGE_WORDS[age]} data-figure>
          {value && (
            <button type="button" aria-pressed={isOn(String(age))} onClick={() => pick(String(age))}>
              <Amount value={value} />
            </button>
          )}
        </td>
      ))}
      <td data-figure>
        <button type="button" aria-pressed={isOn(undefined)} onClick={() => pick(undefined)}>
          <Amount value={line.total} />
        </button>
      </td>
    </tr>
  );
}
