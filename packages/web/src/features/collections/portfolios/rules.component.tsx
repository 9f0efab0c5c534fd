/** The rules that hold, edited in place, tried on all customers before they hold; and earlier versions to go back to. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { may } from '../../../app/permissions.ts';
import { useCompany } from '../../../app/session.ts';
import { Instant } from '../../../ui/date/date.component.tsx';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import type { PortfolioPart } from './portfolios.component.tsx';
import styles from './portfolios.module.css';
import { type PortfolioRule, type PortfolioRules, usePreview, useRulesVersions } from './portfolios.queries.ts';
import { Preview } from './preview.component.tsx';
import { draftOf, nextKey, type RuleDraft, ruleOfDraft } from './rule-draft.ts';
import { RuleRow } from './rule-row.component.tsx';

export function RulesView({ code, people }: PortfolioPart): ReactNode {
  const { rows, load } = useRulesVersions(code);
  const company = useCompany();
  if (load.error) return <ProblemNote error={load.error} retry={load.retry} />;
  if (load.isLoading) return null;
  const [current] = rows;
  return (
    <>
      <RulesForm
        key={current?.number ?? 0}
        {...{ code, people, current }}
        isReadOnly={!may(company, 'portfolios.manage')}
      />
      <Versions code={code} versions={rows} />
    </>
  );
}

function RulesForm(props: PortfolioPart & { current: PortfolioRules | undefined; isReadOnly: boolean }): ReactNode {
  const { t } = useTexts();
  const { code, people, current, isReadOnly } = props;
  const form = { currency: useCompany().functionalCurrency, decimalSign: useFormats().decimalSign };
  const [drafts, setDrafts] = useState<readonly RuleDraft[]>(
    () => current?.rules.map((rule) => draftOf(rule, form)) ?? [],
  );
  const [restId, setRestId] = useState(current?.defaultOwnerId ?? people[0]?.id ?? '');
  const [reason, setReason] = useState('');
  const read = drafts.map((draft) => ruleOfDraft(draft, form));
  const rules = read.filter((rule): rule is PortfolioRule => rule !== null);
  const isWhole = rules.length === drafts.length && restId !== '';
  const ask = { rules, defaultOwnerId: restId };
  const { preview, hold } = useRulesActs(code);
  const set = (next: readonly RuleDraft[]): void => {
    preview.reset();
    setDrafts(next);
  };
  const swap = (at: number, by: 1 | -1): void => {
    const [one, other] = [drafts[at], drafts[at + by]];
    if (one && other) set(drafts.map((draft, index) => (index === at ? other : index === at + by ? one : draft)));
  };
  return (
    <form
      className={styles.rules}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole) preview.mutate(ask);
      }}
    >
      <fieldset disabled={isReadOnly}>
        <ol>
          {drafts.map((draft, index) => (
            <RuleRow
              key={draft.key}
              draft={draft}
              people={people}
              change={(next) => set(drafts.map((one) => (one === draft ? next : one)))}
              remove={() => set(drafts.filter((one) => one !== draft))}
              up={index === 0 ? null : () => swap(index, -1)}
              down={index === drafts.length - 1 ? null : () => swap(index, 1)}
            />
          ))}
        </ol>
        <div className={styles.line}>
          <Button
            size="xs"
            variant="default"
            onClick={() => set([...drafts, { key: nextKey(), name: '', ownerId: people[0]?.id ?? '', conditions: [] }])}
          >
            {t('portfolios.addRule')}
          </Button>
          <NativeSelect
            size="xs"
            label={t('portfolios.rest')}
            value={restId}
            onChange={(event) => {
              preview.reset();
              setRestId(event.currentTarget.value);
            }}
            data={people.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Button type="submit" size="xs" variant="default" loading={preview.isPending} disabled={!isWhole}>
            {t('portfolios.preview')}
          </Button>
        </div>
        {preview.error && <ProblemNote error={preview.error} />}
        {preview.data && (
          <>
            <Preview preview={preview.data} />
            <div className={styles.line}>
              <TextInput
                size="xs"
                label={t('portfolios.reason')}
                maxLength={500}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <Button
                size="xs"
                loading={hold.isPending}
                disabled={reason.trim() === ''}
                onClick={() => {
                  const { fingerprint } = preview.data;
                  hold.mutate({ ...ask, fingerprint, reason: reason.trim() });
                }}
              >
                {t('portfolios.hold')}
              </Button>
            </div>
            {hold.error && <ProblemNote error={hold.error} />}
          </>
        )}
      </fieldset>
    </form>
  );
}

interface RulesBody {
  readonly rules: PortfolioRule[];
  readonly defaultOwnerId: string;
}

function useRulesActs(company: string) {
  const { t } = useTexts();
  const params = { path: { company } };
  const preview = usePreview((body: RulesBody) =>
    dataOf(api.POST('/api/v1/companies/{company}/portfolio-rules/preview', { params, body })),
  );
  const hold = useAct(
    (body: RulesBody & { readonly fingerprint: string; readonly reason: string }) =>
      dataOf(api.POST('/api/v1/companies/{company}/portfolio-rules', { params, body })),
    { said: ({ number }) => t('portfolios.rulesHold', { number }) },
  );
  return { preview, hold };
}

function Versions({ code, versions }: { code: string; versions: readonly PortfolioRules[] }): ReactNode {
  const { t } = useTexts();
  const manages = may(useCompany(), 'portfolios.manage');
  const restore = useAct(
    (number: number) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/portfolio-rules/{number}/restore', {
          params: { path: { company: code, number } },
          body: { reason: number === 0 ? t('portfolios.endReason') : t('portfolios.restoreReason', { number }) },
        }),
      ),
    { said: (_, number) => (number === 0 ? t('portfolios.ended') : t('portfolios.restored', { number })) },
  );
  const [current] = versions;
  if (current === undefined) return null;
  const again = (number: number, word: string): ReactNode => (
    <Button
      size="compact-xs"
      variant="default"
      loading={restore.isPending && restore.variables === number}
      onClick={() => restore.mutate(number)}
    >
      {word}
    </Button>
  );
  return (
    <>
      {restore.error && <ProblemNote error={restore.error} />}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('portfolios.version')}</th>
            <th scope="col">{t('portfolios.ruleCount')}</th>
            <th scope="col" className={styles.text}>
              {t('portfolios.reason')}
            </th>
            <th scope="col" className={styles.text}>
              {t('portfolios.madeBy')}
            </th>
            <th scope="col" className={styles.text}>
              {t('portfolios.madeAt')}
            </th>
            <th aria-label={t('portfolios.restore')} />
          </tr>
        </thead>
        <tbody>
          {versions.map((version, index) => (
            <tr key={version.number}>
              <th scope="row">{version.number}</th>
              <td>{version.defaultOwnerId === null ? '·' : version.rules.length}</td>
              <td className={styles.text}>{version.reason}</td>
              <td className={styles.text}>{version.madeByName}</td>
              <td className={styles.text}>
                <Instant at={version.madeAt} />
              </td>
              <td>
                {index > 0 && manages && version.defaultOwnerId && again(version.number, t('portfolios.restore'))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {manages && current.defaultOwnerId !== null && (
        <div className={styles.line}>
          {again(0, t('portfolios.end'))}
          <span className={styles.quiet}>{t('portfolios.endHelp')}</span>
        </div>
      )}
    </>
  );
}
