/** The form of a version: rules on or off, figures, and what becomes of deductions; the usual stands beside what differs. */
import { Button, Checkbox, TextInput } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useTexts } from '../../../app/i18n.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { DeadlineTable } from './deadline-table.component.tsx';
import { DeductionTable } from './deduction-table.component.tsx';
import styles from './policies.module.css';
import { type CashPolicyChanges, changesIn, type Policies } from './policies.queries.ts';
import { changesOf, draftOf, isWithin, type PolicyDraft, wholeNumber } from './policy-draft.ts';
import { usePolicyWords } from './policy-words.ts';

export interface FormPart {
  readonly usual: Policies['usual'];
  readonly draft: PolicyDraft;
  readonly change: (draft: PolicyDraft) => void;
  readonly disabled: boolean;
}

export function PolicyForm(props: {
  code: string;
  policies: Policies;
  start: CashPolicyChanges;
  mayPropose: boolean;
}): ReactNode {
  const { t } = useTexts();
  const { usual, inForce } = props.policies;
  const [draft, change] = useState(() => draftOf(props.start, usual));
  const [reason, setReason] = useState('');
  const changes = changesOf(draft, usual);
  const held = changesIn(props.policies, inForce);
  const isNew = changes !== null && JSON.stringify(changes) !== JSON.stringify(changesOf(draftOf(held, usual), usual));
  const propose = useAct(
    (body: { changes: CashPolicyChanges; reason: string }) =>
      dataOf(
        api.POST('/api/v1/companies/{company}/cash/policies', { params: { path: { company: props.code } }, body }),
      ),
    { said: ({ number }) => t('policies.proposed', { number }) },
  );
  const part: FormPart = { usual, draft, change, disabled: !props.mayPropose };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (changes !== null && isNew) propose.mutate({ changes, reason });
      }}
    >
      <RuleTable {...part} />
      <LimitTable {...part} />
      <DeductionTable {...part} />
      <DeadlineTable {...part} />
      {props.mayPropose && (
        <div className={styles.foot}>
          {propose.error && <ProblemNote error={propose.error} />}
          <TextInput
            label={t('policies.proposeWhy')}
            required
            withAsterisk={false}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" disabled={!isNew} loading={propose.isPending}>
            {t('policies.propose')}
          </Button>
          {!isNew && changes !== null && <span className={styles.quiet}>{t('policies.nothingChanged')}</span>}
        </div>
      )}
    </form>
  );
}

function RuleTable({ usual, draft, change, disabled }: FormPart): ReactNode {
  const { t } = useTexts();
  const words = usePolicyWords();
  const toggle = (name: string) => {
    const rulesOff = new Set(draft.rulesOff);
    if (!rulesOff.delete(name)) rulesOff.add(name);
    change({ ...draft, rulesOff });
  };
  return (
    <section>
      <h2 className={styles.heading}>{t('policies.rules')}</h2>
      <p className={styles.quiet}>{t('policies.rulesHelp')}</p>
      <ul className={styles.rules}>
        {usual.rules.map((name) => (
          <li key={name} data-changed={draft.rulesOff.has(name) || undefined}>
            <Checkbox
              size="xs"
              disabled={disabled}
              checked={!draft.rulesOff.has(name)}
              onChange={() => toggle(name)}
              label={words.rule(name)}
              description={words.ruleNeeds(name)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LimitTable({ usual, draft, change, disabled }: FormPart): ReactNode {
  const { t } = useTexts();
  return (
    <section>
      <h2 className={styles.heading}>{t('policies.limitsTitle')}</h2>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('policies.figure')}</th>
            <th scope="col" data-figure>
              {t('policies.usual')}
            </th>
            <th scope="col" data-figure>
              {t('policies.value')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(usual.limits).map(([name, limit]) => (
            <LimitRow
              key={name}
              name={name}
              limit={limit}
              typed={draft.limits[name] ?? ''}
              disabled={disabled}
              type={(value) => change({ ...draft, limits: { ...draft.limits, [name]: value } })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function LimitRow(props: {
  name: string;
  limit: { usual: number; min: number; max: number };
  typed: string;
  disabled: boolean;
  type: (value: string) => void;
}): ReactNode {
  const { t } = useTexts();
  const words = usePolicyWords();
  const id = useId();
  const { limit, name, typed } = props;
  return (
    <tr data-changed={wholeNumber(typed) !== limit.usual || undefined}>
      <th scope="row">
        <label htmlFor={id}>{words.limit(name)}</label>
        <span className={styles.quiet}> {words.limitMeans(name)}</span>
      </th>
      <td data-figure>{limit.usual}</td>
      <td data-figure>
        <TextInput
          id={id}
          size="xs"
          inputMode="numeric"
          classNames={{ input: styles.number ?? '' }}
          disabled={props.disabled}
          error={isWithin(typed, limit) ? null : t('policies.bounds', { min: limit.min, max: limit.max })}
          value={typed}
          onChange={(event) => props.type(event.currentTarget.value)}
        />
      </td>
    </tr>
  );
}
