/** The customer's own codes on this advice, each with what it means to us: said once, it holds for all that come. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { say } from '../../../ui/notice/notice.component.tsx';
import { DEDUCTION_WORDS } from '../../cash-application/reason-words.ts';
import styles from './advices.module.css';
import { type AdviceDetail, codesQuery, useSetCode } from './advices.queries.ts';

interface CodeOfCustomer {
  readonly code: string;
  readonly customerId: string;
  readonly customerName: string;
}

export function AdviceCodes(props: { code: string; advice: AdviceDetail; mayApply: boolean }): ReactNode {
  const { t } = useTexts();
  const codes = codesOf(props.advice);
  if (codes.length === 0) return null;
  return (
    <section>
      <h3>{t('advices.codes')}</h3>
      {codes.map((one) => (
        <CodeLine key={`${one.customerId} ${one.code}`} company={props.code} own={one} mayApply={props.mayApply} />
      ))}
    </section>
  );
}

/** Each once; of lines whose item is known, for a code is a customer's. Words take the place of a code that is not given. */
function codesOf({ lines }: AdviceDetail): CodeOfCustomer[] {
  const found = new Map<string, CodeOfCustomer>();
  for (const { item, adjustments } of lines) {
    for (const { code, reason } of item === null ? [] : adjustments) {
      const own = code ?? reason;
      if (own === null || item === null || own.length > CODE_CHARS_MAX) continue;
      const { customerId, customerName } = item;
      found.set(`${customerId} ${own}`, { code: own, customerId, customerName });
    }
  }
  return [...found.values()];
}

const CODE_CHARS_MAX = 40;

/** What a code can mean: any reason of a deduction. */
const REASONS = Object.keys(DEDUCTION_WORDS) as (keyof typeof DEDUCTION_WORDS)[];

function CodeLine({ company, own, mayApply }: { company: string; own: CodeOfCustomer; mayApply: boolean }): ReactNode {
  const { t } = useTexts();
  const { data } = useQuery(codesQuery(company, own.customerId));
  const save = useSetCode(company, own.customerId);
  const known = data?.codes.find(({ code }) => code === own.code)?.reason ?? null;
  const label = t('advices.codeOf', { code: own.code, customer: own.customerName });
  return (
    <label className={styles.code}>
      <span>{label}</span>
      <select
        disabled={!mayApply || save.isPending}
        value={known ?? ''}
        onChange={(event) => {
          const reason = REASONS.find((one) => one === event.currentTarget.value);
          const text = t('advices.codeKept', { code: own.code });
          save.mutate({ code: own.code, reason: reason ?? null }, { onSuccess: () => say({ text }) });
        }}
      >
        <option value="">{t('advices.meansNothing')}</option>
        {REASONS.map((reason) => (
          <option key={reason} value={reason}>
            {t(DEDUCTION_WORDS[reason])}
          </option>
        ))}
      </select>
      {save.error && <ProblemNote error={save.error} />}
    </label>
  );
}
