/** A customer of the list scored by the rules as they are typed: "Amaranti SpA: 58 = 30 overdue amount + 13 oldest item + 15 contact". */
import { NativeSelect } from '@mantine/core';
import { localDate } from '@quittance/core/calendar';
import { strategyFor } from '@quittance/core/strategies';
import { type CustomerFacts, type Score, scoreOf } from '@quittance/core/worklist';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Translate } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { toMoney } from '../../../ui/money/money-text.ts';
import { figureInWords, PART_NAMES } from '../score-words.ts';
import styles from './scoring.module.css';
import { examplesQuery, type ScoringExampleCustomer, type Strategy } from './strategies.queries.ts';
import { useStrategyTexts } from './strategy-texts.ts';

export function ScoringExample({ strategy, draft }: { strategy: Strategy; draft: readonly Strategy[] }): ReactNode {
  const { t, own } = useStrategyTexts();
  const company = useCompany();
  const formats = useFormats();
  const found = useQuery(examplesQuery(company.code));
  const [chosen, choose] = useState<string | null>(null);
  if (found.error) return <ProblemNote error={found.error} retry={() => void found.refetch()} />;
  if (!found.data) return null;
  const { customers, usualOverdue } = found.data;
  // One that goes by this strategy tells the most.
  const [first] = [...customers.filter((customer) => strategyFor(draft, customer) === strategy), ...customers];
  const customer = customers.find(({ customerId }) => customerId === chosen) ?? first;
  if (customer === undefined) return <p className={styles.quiet}>{own('scoring.noExample')}</p>;
  const ground = { usualOverdueMinor: toMoney(usualOverdue).amountMinor, today: localDate(company.today) };
  const { score, parts } = scoreOf(factsOf(customer), strategy.scoring, ground);
  return (
    <div className={styles.example}>
      <NativeSelect
        size="xs"
        label={own('scoring.example')}
        value={customer.customerId}
        onChange={(event) => choose(event.currentTarget.value)}
        data={customers.map(({ customerId, name }) => ({ value: customerId, label: name }))}
      />
      <p className={styles.exampleScore} aria-live="polite">
        {own('scoring.exampleIs', { name: customer.name, score })} = {sumInWords(parts, t)}
      </p>
      <table className={styles.exampleParts}>
        <tbody>
          {parts.map((part) => (
            <tr key={part.code}>
              <th scope="row">{t(PART_NAMES[part.code])}</th>
              <td>{figureInWords(part, { t, formats })}</td>
              <td className={styles.gives}>{signed(part.points)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {strategyFor(draft, customer) !== strategy && <p className={styles.quiet}>{own('scoring.exampleOther')}</p>}
    </div>
  );
}

/** "30 overdue amount + 13 oldest item − 4 disputed or promised"; what gives nothing is left out. */
function sumInWords(parts: Score['parts'], t: Translate): string {
  const told = parts.filter(({ points }) => points !== 0);
  if (told.length === 0) return '0';
  return told
    .map(({ code, points }, index) => {
      const plus = index === 0 ? '' : '+ ';
      return `${points < 0 ? '− ' : plus}${Math.abs(points)} ${t(PART_NAMES[code]).toLowerCase()}`;
    })
    .join(' ');
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : String(points);
}

function factsOf(customer: ScoringExampleCustomer): CustomerFacts {
  const minor = (text: ScoringExampleCustomer['open']): bigint => toMoney(text).amountMinor;
  const day = (text: string | null) => (text === null ? null : localDate(text));
  const { brokenPromises, usualLatenessDays, tier, creditLimit } = customer;
  return {
    openMinor: minor(customer.open),
    overdueMinor: minor(customer.overdue),
    heldMinor: minor(customer.held),
    creditsMinor: minor(customer.credits),
    oldestDueOn: day(customer.oldestDueOn),
    lastContactOn: day(customer.lastContactOn),
    creditLimitMinor: creditLimit === null ? null : minor(creditLimit),
    ...{ brokenPromises, usualLatenessDays, tier },
  };
}
