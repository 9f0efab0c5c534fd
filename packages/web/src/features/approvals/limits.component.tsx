/** Who may post alone and decide up to which amount: for each kind of act, by role and by person; and one's own. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { formatAmount } from '@quittance/core/money';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode, useState } from 'react';
import { useAct } from '../../app/act.ts';
import { api, dataOf } from '../../app/api.ts';
import { useTexts } from '../../app/i18n.ts';
import { may } from '../../app/permissions.ts';
import { useCompany } from '../../app/session.ts';
import { ProblemNote } from '../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../ui/format/formats.context.ts';
import { Amount } from '../../ui/money/money.component.tsx';
import { isZero, type MoneyText, readAmount, toMoney } from '../../ui/money/money-text.ts';
import { useRoleWords } from '../identity/roles.ts';
import { KIND_WORDS } from './approval-words.ts';
import styles from './approvals.module.css';
import { limitsQuery } from './approvals.queries.ts';
import type { Limits as LimitsAnswer } from './approvals.types.ts';

type LimitRow = LimitsAnswer['rows'][number];
type Kind = LimitRow['kind'];
type SecondKind = LimitsAnswer['seconds'][number]['kind'];
const HOLDING_ROLES = ['manager', 'dispute_analyst', 'cash_analyst', 'api_client'] as const;
type HoldingRole = (typeof HOLDING_ROLES)[number];
/** Of these only what is posted alone is limited. */
const TOTALS: readonly Kind[] = ['item_total', 'customer_total', 'day_total'];

export function Limits({ code }: { code: string }): ReactNode {
  const { t } = useTexts();
  const company = useCompany();
  const limits = useQuery(limitsQuery(code));
  const maySet = may(company, 'approvals.limits');
  if (limits.error) return <ProblemNote error={limits.error} retry={() => void limits.refetch()} />;
  if (!limits.data) return null;
  return (
    <div className={styles.limits}>
      <p className={styles.explain}>
        {t('approvals.limitsExplain', { currency: limits.data.starting.second.currency })}
      </p>
      <LimitTable code={code} limits={limits.data} maySet={maySet} />
      {maySet && <SetLimit code={code} limits={limits.data} />}
      <SecondLimits code={code} limits={limits.data} maySet={maySet} />
      {(limits.data.mayPostAlone || limits.data.mayDecide) && <OwnLimits limits={limits.data} />}
    </div>
  );
}

function LimitTable({ code, limits, maySet }: { code: string; limits: LimitsAnswer; maySet: boolean }): ReactNode {
  const { t } = useTexts();
  const roleWords = useRoleWords();
  const clear = useAct(
    (row: LimitRow) =>
      api.POST('/api/v1/companies/{company}/approval-limits/clearing', {
        params: { path: { company: code } },
        body: { kind: row.kind, holder: holderOf(row) },
      }),
    { said: () => t('approvals.limitCleared') },
  );
  return (
    <>
      {clear.error && <ProblemNote error={clear.error} />}
      <table className={styles.limitTable}>
        <thead>
          <tr>
            <th scope="col">{t('approvals.roleOrPerson')}</th>
            <th scope="col">{t('approvals.kind')}</th>
            <th scope="col" data-figure>
              {t('approvals.aloneUpTo')}
            </th>
            <th scope="col" data-figure>
              {t('approvals.decidesUpTo')}
            </th>
            <th scope="col">{t('approvals.changedBy')}</th>
            {maySet && <td />}
          </tr>
        </thead>
        <tbody>
          {limits.rows.map((row) => (
            <tr key={`${row.role} ${row.personId} ${row.kind}`}>
              <td>{row.role ? roleWords([row.role]) : row.personName}</td>
              <td>{t(KIND_WORDS[row.kind])}</td>
              <LimitCell value={row.alone} />
              {TOTALS.includes(row.kind) ? (
                <td data-figure>{t('approvals.notDecided')}</td>
              ) : (
                <LimitCell value={row.decide} />
              )}
              <td>{row.changedByName}</td>
              {maySet && (
                <td>
                  <Button size="compact-xs" variant="default" onClick={() => clear.mutate(row)}>
                    {t('approvals.clear')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
          {startRows(limits).map((row) => (
            <tr key={`start ${row.kind}`} data-start>
              <td>{t('approvals.startRow')}</td>
              <td>{t(KIND_WORDS[row.kind])}</td>
              <LimitCell value={row.alone} />
              <LimitCell value={row.decide} />
              <td />
              {maySet && <td />}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** Where limits start: refunds for themselves, all others alike. */
function startRows({
  starting,
}: LimitsAnswer): readonly (Omit<LimitsAnswer['starting']['rows'][number], 'kind'> & { kind: SecondKind })[] {
  const refund = starting.rows.filter((row) => row.kind === 'refund');
  const [other] = starting.rows.filter((row) => row.kind !== 'refund');
  return [...refund, ...(other ? [{ ...other, kind: 'any' as const }] : [])];
}

function LimitCell({ value }: { value: MoneyText | null }): ReactNode {
  const { t } = useTexts();
  if (value === null) return <td data-figure>{t('approvals.noLimit')}</td>;
  return <td data-figure>{isZero(value) ? t('approvals.never') : <Amount value={value} />}</td>;
}

function holderOf(row: LimitRow): { role: NonNullable<LimitRow['role']> } | { personId: string } {
  return row.role ? { role: row.role } : { personId: row.personId ?? '' };
}

function holderFrom(chosen: string): { role: HoldingRole } | { personId: string } {
  const role = HOLDING_ROLES.find((one) => chosen === `role:${one}`);
  return role ? { role } : { personId: chosen };
}

function SetLimit({ code, limits }: { code: string; limits: LimitsAnswer }): ReactNode {
  const { t } = useTexts();
  const roleWords = useRoleWords();
  const people = useDeciders(code);
  const [holder, setHolder] = useState('role:manager');
  const [kind, setKind] = useState<Kind>('any');
  const [alone, setAlone] = useState('');
  const [decide, setDecide] = useState('');
  const read = useLimitText(limits.starting.second);
  const set = useAct(
    (body: { kind: Kind; alone: MoneyText | null; decide: MoneyText | null }) =>
      api.PUT('/api/v1/companies/{company}/approval-limits', {
        params: { path: { company: code } },
        body: { ...body, holder: holderFrom(holder) },
      }),
    { said: () => t('approvals.limitSaved') },
  );
  const [aloneLimit, decideLimit] = [read(alone), read(decide)];
  const isTotal = TOTALS.includes(kind);
  return (
    <form
      className={styles.inline}
      aria-label={t('approvals.setLimit')}
      onSubmit={(event) => {
        event.preventDefault();
        if (aloneLimit !== undefined && decideLimit !== undefined)
          set.mutate({ kind, alone: aloneLimit, decide: isTotal ? null : decideLimit });
      }}
    >
      {set.error && <ProblemNote error={set.error} />}
      <NativeSelect
        label={t('approvals.limitFor')}
        value={holder}
        onChange={(event) => setHolder(event.currentTarget.value)}
        data={[
          ...HOLDING_ROLES.map((role) => ({ value: `role:${role}`, label: roleWords([role]) })),
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <KindChoice kind={kind} pick={setKind} kinds={['any', ...kindsOf(limits), ...TOTALS]} />
      <TextInput
        label={t('approvals.aloneUpTo')}
        placeholder={t('approvals.emptyIsNone')}
        inputMode="decimal"
        error={aloneLimit === undefined ? t('cash.notAnAmount') : null}
        value={alone}
        onChange={(event) => setAlone(event.currentTarget.value)}
      />
      {!isTotal && (
        <TextInput
          label={t('approvals.decidesUpTo')}
          placeholder={t('approvals.emptyIsNone')}
          inputMode="decimal"
          error={decideLimit === undefined ? t('cash.notAnAmount') : null}
          value={decide}
          onChange={(event) => setDecide(event.currentTarget.value)}
        />
      )}
      <Button type="submit" loading={set.isPending}>
        {t('approvals.setLimit')}
      </Button>
    </form>
  );
}

function kindsOf(limits: LimitsAnswer): readonly SecondKind[] {
  return limits.starting.rows.map((row) => row.kind);
}

function KindChoice<K extends Kind>(props: { kind: K; pick: (kind: K) => void; kinds: readonly K[] }): ReactNode {
  const { t } = useTexts();
  const { kinds } = props;
  return (
    <NativeSelect
      label={t('approvals.kind')}
      value={props.kind}
      onChange={(event) => {
        const chosen = kinds.find((one) => one === event.currentTarget.value);
        if (chosen) props.pick(chosen);
      }}
      data={kinds.map((value) => ({ value, label: t(KIND_WORDS[value]) }))}
    />
  );
}

const PEOPLE_SHOWN = 200;

function useDeciders(code: string): readonly { id: string; name: string }[] {
  const company = useCompany();
  const people = useQuery({
    queryKey: ['people', code, 'deciders'],
    queryFn: ({ signal }) => {
      const params = { path: { company: code }, query: { limit: PEOPLE_SHOWN } };
      return dataOf(api.GET('/api/v1/companies/{company}/people', { params, signal }));
    },
    enabled: may(company, 'people.read'),
  });
  return (people.data?.rows ?? []).filter((person) => HOLDING_ROLES.some((role) => person.roles.includes(role)));
}

/** Empty is without limit (null); undefined is not to be understood. */
function useLimitText(inCompanyCurrency: MoneyText): (typed: string) => MoneyText | null | undefined {
  const { decimalSign } = useFormats();
  const { currency } = toMoney(inCompanyCurrency);
  return (typed) => {
    if (typed.trim() === '') return null;
    const minor = readAmount(typed, currency, decimalSign);
    return minor === null || minor < 0n ? undefined : { amount: formatAmount(minor, currency), currency };
  };
}

function SecondLimits({ code, limits, maySet }: { code: string; limits: LimitsAnswer; maySet: boolean }): ReactNode {
  const { t } = useTexts();
  const [kind, setKind] = useState<SecondKind>('any');
  const [above, setAbove] = useState('');
  const read = useLimitText(limits.starting.second);
  const limit = read(above);
  const set = useAct(
    (body: { kind: SecondKind; above: MoneyText | null }) =>
      api.PUT('/api/v1/companies/{company}/approval-second-limits', { params: { path: { company: code } }, body }),
    { said: () => t('approvals.limitSaved') },
  );
  const isAnySet = limits.seconds.some((row) => row.kind === 'any');
  return (
    <section>
      <h2 className={styles.heading}>{t('approvals.secondLimits')}</h2>
      <dl className={styles.seconds}>
        {[...limits.seconds, ...(isAnySet ? [] : [{ kind: 'any' as const, above: limits.starting.second }])].map(
          (row) => (
            <Fragment key={row.kind}>
              <dt>{t(KIND_WORDS[row.kind])}</dt>
              <dd>{row.above === null ? t('approvals.never') : <Amount value={row.above} withCurrency />}</dd>
            </Fragment>
          ),
        )}
      </dl>
      {maySet && (
        <form
          className={styles.inline}
          aria-label={t('approvals.secondLimits')}
          onSubmit={(event) => {
            event.preventDefault();
            if (limit !== undefined) set.mutate({ kind, above: limit });
          }}
        >
          {set.error && <ProblemNote error={set.error} />}
          <KindChoice kind={kind} pick={setKind} kinds={['any', ...kindsOf(limits)]} />
          <TextInput
            label={t('approvals.secondLimits')}
            placeholder={t('approvals.emptyIsNone')}
            inputMode="decimal"
            error={limit === undefined ? t('cash.notAnAmount') : null}
            value={above}
            onChange={(event) => setAbove(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={set.isPending}>
            {t('approvals.setSecond')}
          </Button>
        </form>
      )}
    </section>
  );
}

function OwnLimits({ limits }: { limits: LimitsAnswer }): ReactNode {
  const { t } = useTexts();
  return (
    <section>
      <h2 className={styles.heading}>{t('approvals.ownLimits')}</h2>
      <table className={styles.limitTable}>
        <thead>
          <tr>
            <th scope="col">{t('approvals.kind')}</th>
            {limits.mayPostAlone && (
              <th scope="col" data-figure>
                {t('approvals.aloneUpTo')}
              </th>
            )}
            {limits.mayDecide && (
              <th scope="col" data-figure>
                {t('approvals.decidesUpTo')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {limits.own.map((row) => (
            <tr key={row.kind}>
              <td>{t(KIND_WORDS[row.kind])}</td>
              {limits.mayPostAlone && <LimitCell value={row.alone} />}
              {limits.mayDecide && <LimitCell value={row.decide} />}
            </tr>
          ))}
          {limits.mayPostAlone &&
            limits.ownTotals.map((row) => (
              <tr key={row.kind}>
                <td>{t(KIND_WORDS[row.kind])}</td>
                <LimitCell value={row.alone} />
                {limits.mayDecide && <td />}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
