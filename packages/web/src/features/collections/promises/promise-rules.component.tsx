/** What promises may miss and still be kept; it holds for promises made from then on. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { currencyCode } from '@quittance/core/money';
import { DAYS_AHEAD_MAX, TOLERANCE_BASIS_POINTS_MAX, TOLERANCE_DAYS_MAX } from '@quittance/core/promises';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { askAnew } from '../../../app/ask-anew.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { readAmount, toMoney, toMoneyText } from '../../../ui/money/money-text.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import { rateText, readRate } from '../interest/rate-text.ts';
import styles from './promises.module.css';
import { type PromisePolicy, promisePolicyQuery, savePromisePolicy } from './promises.queries.ts';

export function PromiseRules({ code }: { code: string }): ReactNode {
  const policy = useQuery(promisePolicyQuery(code));
  if (policy.error) return <ProblemNote error={policy.error} retry={() => void policy.refetch()} />;
  return policy.data ? <RulesForm key={policy.data.number} code={code} policy={policy.data} /> : null;
}

const E4_OF_A_BASIS_POINT = 100;

function RulesForm({ code, policy }: { code: string; policy: PromisePolicy }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const maySet = may(useCompany(), 'organisation.manage');
  const currency = currencyCode(policy.toleranceMax.currency);
  const [draft, setDraft] = useState({
    days: String(policy.toleranceDays),
    countsBusinessDays: policy.countsBusinessDays,
    share: rateText(policy.toleranceBasisPoints * E4_OF_A_BASIS_POINT, formats.decimalSign),
    most: formats.plainAmount(toMoney(policy.toleranceMax).amountMinor, currency),
    ahead: String(policy.daysAheadMax),
    reason: '',
  });
  const change = (part: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...part }));
  const days = /^\d{1,2}$/.test(draft.days) && Number(draft.days) <= TOLERANCE_DAYS_MAX ? Number(draft.days) : null;
  const basisPoints = readBasisPoints(draft.share);
  const ahead = readDaysAhead(draft.ahead);
  const most = readAmount(draft.most, currency, formats.decimalSign);
  const isRead = days !== null && basisPoints !== null && ahead !== null && most !== null && most >= 0n;
  const isReady = isRead && draft.reason.trim() !== '';
  const save = useMutation({
    mutationFn: () => {
      if (!isReady) throw new Error('the form is not complete');
      const { countsBusinessDays, reason } = draft;
      const toleranceMax = toMoneyText({ amountMinor: most, currency });
      const passed = { toleranceDays: days, countsBusinessDays, toleranceBasisPoints: basisPoints, toleranceMax };
      return savePromisePolicy(code, { ...passed, daysAheadMax: ahead, reason });
    },
    onSuccess: async () => {
      say({ text: t('promises.rulesSaved') });
      await askAnew(queryClient);
    },
  });
  const text = (key: 'days' | 'share' | 'most' | 'ahead', label: string, wrong: string | null) => (
    <TextInput
      size="xs"
      label={label}
      inputMode="decimal"
      disabled={!maySet}
      error={wrong}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <form
      className={styles.rules}
      aria-label={t('promises.rules')}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate();
      }}
    >
      <p className={styles.quiet}>{t('promises.rulesText')}</p>
      {save.error && <ProblemNote error={save.error} />}
      <div className={styles.line}>
        {text('days', t('promises.toleranceDays'), days === null ? `0–${TOLERANCE_DAYS_MAX}` : null)}
        <NativeSelect
          size="xs"
          label={t('promises.countedAs')}
          disabled={!maySet}
          value={draft.countsBusinessDays ? 'business' : 'calendar'}
          onChange={(event) => change({ countsBusinessDays: event.currentTarget.value === 'business' })}
          data={[
            { value: 'business', label: t('promises.businessDays') },
            { value: 'calendar', label: t('promises.calendarDays') },
          ]}
        />
        {text('share', t('promises.toleranceShare'), basisPoints === null ? '0–10' : null)}
        {text('most', `${t('promises.toleranceMost')} (${currency})`, most === null ? t('cash.notAnAmount') : null)}
        {text('ahead', t('promises.daysAhead'), ahead === null ? `1–${DAYS_AHEAD_MAX}` : null)}
      </div>
      {maySet ? (
        <div className={styles.line}>
          <TextInput
            size="xs"
            className={styles.grow}
            label={t('promises.rulesWhy')}
            value={draft.reason}
            onChange={(event) => change({ reason: event.currentTarget.value })}
          />
          <Button type="submit" size="xs" className={styles.below} loading={save.isPending} disabled={!isReady}>
            {t('promises.rulesSave')}
          </Button>
        </div>
      ) : (
        <p className={styles.quiet}>{t('promises.rulesReadOnly')}</p>
      )}
      <p className={styles.quiet}>
        {policy.setAt === null ? (
          t('promises.rulesUsual')
        ) : (
          <>
            {policy.setByName}, <Instant at={policy.setAt} />: {policy.reason}
          </>
        )}
      </p>
    </form>
  );
}

function readDaysAhead(text: string): number | null {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= DAYS_AHEAD_MAX ? days : null;
}

/** "1.5" per cent is 150; null when it is no share from nothing to a tenth, or finer than a hundredth of a per cent. */
function readBasisPoints(text: string): number | null {
  const rateE4 = readRate(text);
  if (rateE4 === null || rateE4 % E4_OF_A_BASIS_POINT !== 0) return null;
  const basisPoints = rateE4 / E4_OF_A_BASIS_POINT;
  return basisPoints >= 0 && basisPoints <= TOLERANCE_BASIS_POINTS_MAX ? basisPoints : null;
}
