/** Receipts that differ, and under the list the one that is looked at with both explanations and what was done. */
import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { type Translate, useTexts } from '../../../app/i18n.ts';
import { useSentences } from '../../../app/sentences/sentences.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { Grid } from '../../../ui/grid/grid.component.tsx';
import type { GridColumn } from '../../../ui/grid/grid.types.ts';
import { DEDUCTION_WORDS } from '../reason-words.ts';
import styles from './policies.module.css';
import { type DifferenceFilter, type PolicyDifference, type PolicyTrial, useDifferences } from './policies.queries.ts';
import { type PolicyWords, usePolicyWords } from './policy-words.ts';

type Done = NonNullable<PolicyDifference['done']>;
type Answer = PolicyDifference['now'];

export function TrialDifferences(props: {
  code: string;
  trial: PolicyTrial;
  label: string;
  filter: DifferenceFilter;
}): ReactNode {
  const { t } = useTexts();
  const { code, trial, label, filter } = props;
  const found = useDifferences(code, trial, filter);
  const [activeId, setActiveId] = useState<string | null>(null);
  const columns = useColumns();
  const active = found.rows.find(({ id }) => id === activeId) ?? found.rows[0];
  return (
    <>
      <div className={styles.list}>
        <Grid
          id="policy-differences"
          label={label}
          columns={columns}
          rows={found.rows}
          rowId={(row) => row.id}
          load={found.load}
          empty={t('policies.noDifferences')}
          activeId={active?.id ?? null}
          onActive={(row) => setActiveId(row.id)}
        />
      </div>
      {active && <BothExplanations code={code} row={active} />}
    </>
  );
}

function useColumns(): readonly GridColumn<PolicyDifference>[] {
  const { t } = useTexts();
  return useMemo(
    (): readonly GridColumn<PolicyDifference>[] => [
      { id: 'number', kind: 'text', header: t('policies.receipt'), width: 120, value: (row) => row.number },
      { id: 'booked', kind: 'date', header: t('cash.booked'), width: 96, value: (row) => row.bookedOn },
      { id: 'amount', kind: 'money', header: t('cash.amount'), width: 110, value: (row) => row.amount },
      {
        id: 'payer',
        kind: 'text',
        header: t('cash.payer'),
        width: 140,
        grow: true,
        value: (row) => row.payerName ?? row.payerAccount ?? row.customerName,
      },
      { id: 'now', kind: 'text', header: t('policies.byNow'), width: 130, value: (row) => inShort(t, row.now) },
      {
        id: 'proposed',
        kind: 'text',
        header: t('policies.byVersion'),
        width: 130,
        value: (row) => inShort(t, row.proposed),
      },
      { id: 'done', kind: 'text', header: t('policies.wasDone'), width: 130, value: (row) => inShort(t, row.done) },
    ],
    [t],
  );
}

const ITEMS_SHOWN = 3;

function inShort(t: Translate, answer: Done | null): string {
  if (answer === null || !answer.posts) return t('policies.waits');
  const { allocations, customer } = answer;
  if (allocations.length === 0) return `${t('policies.onAccount')} ${customer ?? ''}`.trim();
  const numbers = allocations.slice(0, ITEMS_SHOWN).map(({ number }) => number);
  return `${numbers.join(', ')}${allocations.length > ITEMS_SHOWN ? ' …' : ''}`;
}

function BothExplanations({ code, row }: { code: string; row: PolicyDifference }): ReactNode {
  const { t } = useTexts();
  const words = usePolicyWords();
  const { currency } = row.amount;
  return (
    <section className={styles.both} aria-label={t('policies.explanationsOf', { number: row.number })}>
      <h3 className={styles.bothHead}>
        <Link to="/c/$company/cash/$queue" params={{ company: code, queue: row.queue }} search={{ receipt: row.id }}>
          {row.number}
        </Link>{' '}
        <span className={styles.quiet}>{row.text}</span>
      </h3>
      <Explained title={t('policies.byNow')} answer={row.now} currency={currency} words={words} />
      <Explained title={t('policies.byVersion')} answer={row.proposed} currency={currency} words={words} />
      <div>
        <h4>{t('policies.wasDone')}</h4>
        {row.done === null ? <p>{t('policies.nothingStands')}</p> : <Amounts answer={row.done} currency={currency} />}
      </div>
    </section>
  );
}

function Explained(props: { title: string; answer: Answer; currency: string; words: PolicyWords }): ReactNode {
  const { title, answer, currency, words } = props;
  const { t } = useTexts();
  const sentences = useSentences();
  return (
    <div>
      <h4>{title}</h4>
      <p>
        <b>{answer.rule === null ? t('policies.waits') : words.rule(answer.rule)}</b>
      </p>
      <p>{sentences.conclusion(answer)}</p>
      <Amounts answer={answer} currency={currency} />
      {answer.evidence.length > 0 && (
        <ul className={styles.evidence}>
          {answer.evidence.map(({ kind, parameters, detail }) => (
            <li key={detail}>{sentences.evidence(kind, parameters, detail)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

const AMOUNTS_SHOWN = 12;

function Amounts({ answer, currency }: { answer: Done; currency: string }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { allocations, deductions, customer } = answer;
  if (allocations.length === 0) return customer === null ? null : <p>{`${t('policies.onAccount')} ${customer}`}</p>;
  const rest = allocations.length - AMOUNTS_SHOWN;
  return (
    <table className={styles.amounts}>
      <tbody>
        {allocations.slice(0, AMOUNTS_SHOWN).map(({ number, amount }) => (
          <tr key={number}>
            <th scope="row">{number}</th>
            <td>{formats.amountText(amount, currency)}</td>
          </tr>
        ))}
        {deductions.map(({ number, amount, reason, treatment }) => (
          <tr key={`${number} ${reason}`}>
            <th scope="row">
              {number}: {t(DEDUCTION_WORDS[reason])},{' '}
              {t(treatment === 'posted' ? 'policies.isPosted' : 'policies.isClaimed')}
            </th>
            <td>{formats.amountText(amount, currency)}</td>
          </tr>
        ))}
        {rest > 0 && (
          <tr>
            <th scope="row" colSpan={2}>
              {t('policies.andMore', { count: rest })}
            </th>
          </tr>
        )}
      </tbody>
    </table>
  );
}
