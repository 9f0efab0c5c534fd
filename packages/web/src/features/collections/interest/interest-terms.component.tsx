/** The terms of interest, and the reference rates; both for who may set them, and to be read by everybody. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { DAY_COUNTS, INTEREST_SCHEMES } from '@quittance/core/interest';
import { currencyCode } from '@quittance/core/money';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { askAnew } from '../../../app/ask-anew.ts';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { DateText } from '../../../ui/date/date.component.tsx';
import { DateField } from '../../../ui/date/date-field.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { type MoneyText, readAmount, toMoneyText } from '../../../ui/money/money-text.ts';
import { say } from '../../../ui/notice/notice.component.tsx';
import styles from './interest.module.css';
import { type InterestTerms, interestTermsQuery, saveRate, saveTerms } from './interest.queries.ts';
import { rateText, readRate } from './rate-text.ts';

const SCHEME_WORDS: Readonly<Record<InterestTerms['scheme'], TextKey>> = {
  none: 'interest.schemeNone',
  reference: 'interest.schemeReference',
  contract: 'interest.schemeContract',
};

export function InterestTermsForm({ code }: { code: string }): ReactNode {
  const terms = useQuery(interestTermsQuery(code));
  if (terms.error) return <ProblemNote error={terms.error} retry={() => void terms.refetch()} />;
  if (!terms.data) return null;
  return (
    <div className={styles.terms}>
      <Terms key={terms.data.number} code={code} terms={terms.data} />
      <Rates code={code} rates={terms.data.rates} />
    </div>
  );
}

function Terms({ code, terms }: { code: string; terms: InterestTerms }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const maySet = may(useCompany(), 'organisation.manage');
  const [draft, setDraft] = useState({
    scheme: terms.scheme,
    dayCount: terms.dayCount,
    rate: rateText(terms.rateE4, formats.decimalSign),
    graceDays: String(terms.graceDays),
    noteDueDays: String(terms.noteDueDays),
    minimum: terms.minimum.amount,
    fee: terms.fee.amount,
    fromOn: terms.fromOn,
    reason: '',
  });
  const change = (part: Partial<typeof draft>): void => setDraft((now) => ({ ...now, ...part }));
  const rateE4 = readRate(draft.rate);
  const read = (typed: string, { currency }: MoneyText): MoneyText | null => {
    const code = currencyCode(currency);
    const amountMinor = readAmount(typed, code, formats.decimalSign);
    return amountMinor === null ? null : toMoneyText({ amountMinor, currency: code });
  };
  const minimum = read(draft.minimum, terms.minimum);
  const fee = read(draft.fee, terms.fee);
  const isReady = rateE4 !== null && minimum !== null && fee !== null && draft.reason.trim() !== '';
  const save = useMutation({
    mutationFn: () => {
      if (!isReady) throw new Error('the form is not complete');
      const { scheme, dayCount, fromOn, reason } = draft;
      const days = { graceDays: Number(draft.graceDays), noteDueDays: Number(draft.noteDueDays) };
      return saveTerms(code, { scheme, dayCount, fromOn, reason, rateE4, minimum, fee, ...days });
    },
    onSuccess: async () => {
      say({ text: t('interest.termsSaved') });
      await askAnew(queryClient);
    },
  });
  const text = (label: TextKey, key: 'rate' | 'graceDays' | 'noteDueDays' | 'minimum' | 'fee', isWrong: boolean) => (
    <TextInput
      size="xs"
      label={t(label)}
      disabled={!maySet}
      inputMode="decimal"
      error={isWrong ? t('cash.notAnAmount') : null}
      value={draft[key]}
      onChange={(event) => change({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) save.mutate();
      }}
    >
      {save.error && <ProblemNote error={save.error} />}
      <div className={styles.line}>
        <NativeSelect
          size="xs"
          label={t('interest.scheme')}
          disabled={!maySet}
          value={draft.scheme}
          onChange={(event) =>
            change({ scheme: INTEREST_SCHEMES.find((one) => one === event.currentTarget.value) ?? 'none' })
          }
          data={INTEREST_SCHEMES.map((value) => ({ value, label: t(SCHEME_WORDS[value]) }))}
        />
        {text('interest.points', 'rate', rateE4 === null)}
        <NativeSelect
          size="xs"
          label={t('interest.dayCount')}
          disabled={!maySet}
          value={draft.dayCount}
          onChange={(event) =>
            change({ dayCount: DAY_COUNTS.find((one) => one === event.currentTarget.value) ?? 'act365' })
          }
          data={[
            { value: 'act365', label: '365' },
            { value: 'act360', label: '360' },
          ]}
        />
        {text('interest.graceDays', 'graceDays', !/^\d{1,3}$/.test(draft.graceDays))}
        {text('interest.fee', 'fee', fee === null)}
        {text('interest.minimum', 'minimum', minimum === null)}
        {text('interest.noteDueDays', 'noteDueDays', !/^\d{1,3}$/.test(draft.noteDueDays))}
        <DateField
          size="xs"
          required
          label={t('interest.fromOn')}
          disabled={!maySet}
          value={draft.fromOn}
          change={(day) => change({ fromOn: day })}
        />
        {maySet && (
          <>
            <TextInput
              size="xs"
              label={t('books.reason')}
              value={draft.reason}
              onChange={(event) => change({ reason: event.currentTarget.value })}
            />
            <Button type="submit" size="xs" loading={save.isPending} disabled={!isReady}>
              {t('interest.saveTerms')}
            </Button>
          </>
        )}
      </div>
      <p className={styles.quiet}>{t('interest.fromHint')}</p>
    </form>
  );
}

function Rates({ code, rates }: { code: string; rates: InterestTerms['rates'] }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const queryClient = useQueryClient();
  const [day, setDay] = useState('');
  const [typed, setTyped] = useState('');
  const rateE4 = readRate(typed);
  const save = useMutation({
    mutationFn: () => saveRate(code, day, rateE4 ?? 0),
    onSuccess: async () => {
      setTyped('');
      say({ text: t('interest.rateSaved') });
      await askAnew(queryClient);
    },
  });
  return (
    <section aria-label={t('interest.rates')}>
      <h3>{t('interest.rates')}</h3>
      <p className={styles.quiet}>{t('interest.ratesHint')}</p>
      <table className={styles.lines}>
        <tbody>
          {[...rates].reverse().map((rate) => (
            <tr key={rate.validFrom}>
              <td>
                <DateText date={rate.validFrom} />
              </td>
              <td>{rateText(rate.rateE4, formats.decimalSign)} %</td>
            </tr>
          ))}
        </tbody>
      </table>
      {may(useCompany(), 'rates.manage') && (
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            if (rateE4 !== null) save.mutate();
          }}
        >
          {save.error && <ProblemNote error={save.error} />}
          <DateField size="xs" required label={t('interest.rateFrom')} value={day} change={setDay} />
          <TextInput
            size="xs"
            required
            label={t('interest.rate')}
            inputMode="decimal"
            error={typed !== '' && rateE4 === null ? t('cash.notAnAmount') : null}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Button type="submit" size="xs" variant="default" loading={save.isPending} disabled={rateE4 === null}>
            {t('interest.saveRate')}
          </Button>
        </form>
      )}
    </section>
  );
}
