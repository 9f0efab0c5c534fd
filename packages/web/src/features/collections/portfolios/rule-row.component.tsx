/** One rule: its name, its person, its conditions. */
import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { type TextKey, useTexts } from '../../../app/i18n.ts';
import type { PortfolioPart } from './portfolios.component.tsx';
import styles from './portfolios.module.css';
import { ATTRIBUTES, type Attribute, type ConditionDraft, nextKey, type RuleDraft } from './rule-draft.ts';

const ATTRIBUTE_WORDS: Readonly<Record<Attribute, TextKey>> = {
  country: 'portfolios.attrCountry',
  channel: 'portfolios.attrChannel',
  segment: 'portfolios.attrSegment',
  tier: 'portfolios.attrTier',
  language: 'portfolios.attrLanguage',
  risk: 'portfolios.attrRisk',
  tags: 'portfolios.attrTags',
  name: 'portfolios.attrName',
  balance: 'portfolios.attrBalance',
};

interface RuleRowProps {
  readonly draft: RuleDraft;
  readonly people: PortfolioPart['people'];
  readonly change: (next: RuleDraft) => void;
  readonly remove: () => void;
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
}

export function RuleRow({ draft, people, change, remove, up, down }: RuleRowProps): ReactNode {
  const { t } = useTexts();
  const { conditions } = draft;
  const set = (next: readonly ConditionDraft[]): void => change({ ...draft, conditions: next });
  return (
    <li className={styles.rule}>
      <div className={styles.line}>
        <TextInput
          size="xs"
          className={styles.ruleName}
          label={t('portfolios.ruleName')}
          maxLength={80}
          value={draft.name}
          onChange={(event) => change({ ...draft, name: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label={t('portfolios.ruleOwner')}
          value={draft.ownerId}
          onChange={(event) => change({ ...draft, ownerId: event.currentTarget.value })}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button
          size="xs"
          variant="default"
          disabled={up === null}
          onClick={() => up?.()}
          aria-label={t('portfolios.up')}
        >
          ↑
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={down === null}
          onClick={() => down?.()}
          aria-label={t('portfolios.down')}
        >
          ↓
        </Button>
        <Button size="xs" variant="default" onClick={remove}>
          {t('portfolios.removeRule')}
        </Button>
      </div>
      {conditions.length === 0 && <p className={styles.quiet}>{t('portfolios.everybody')}</p>}
      {conditions.map((condition) => (
        <ConditionRow
          key={condition.key}
          condition={condition}
          change={(next) => set(conditions.map((one) => (one === condition ? next : one)))}
          remove={() => set(conditions.filter((one) => one !== condition))}
        />
      ))}
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => set([...conditions, { key: nextKey(), attribute: 'country', first: '', second: '' }])}
      >
        {t('portfolios.addCondition')}
      </Button>
    </li>
  );
}

function ConditionRow(props: {
  condition: ConditionDraft;
  change: (next: ConditionDraft) => void;
  remove: () => void;
}): ReactNode {
  const { t } = useTexts();
  const { condition, change, remove } = props;
  const { attribute } = condition;
  const hasTwo = attribute === 'name' || attribute === 'balance';
  return (
    <div className={styles.line}>
      <NativeSelect
        size="xs"
        aria-label={t('portfolios.condition')}
        value={attribute}
        onChange={(event) => {
          const next = ATTRIBUTES.find((one) => one === event.currentTarget.value) ?? 'country';
          change({ ...condition, attribute: next, first: '', second: '' });
        }}
        data={ATTRIBUTES.map((value) => ({ value, label: t(ATTRIBUTE_WORDS[value]) }))}
      />
      <TextInput
        size="xs"
        aria-label={t(hasTwo ? 'portfolios.from' : 'portfolios.anyOf')}
        placeholder={t(hasTwo ? 'portfolios.from' : 'portfolios.anyOf')}
        value={condition.first}
        onChange={(event) => change({ ...condition, first: event.currentTarget.value })}
      />
      {hasTwo && (
        <TextInput
          size="xs"
          aria-label={t(attribute === 'name' ? 'portfolios.to' : 'portfolios.below')}
          placeholder={t(attribute === 'name' ? 'portfolios.to' : 'portfolios.below')}
          value={condition.second}
          onChange={(event) => change({ ...condition, second: event.currentTarget.value })}
        />
      )}
      <Button size="compact-xs" variant="default" onClick={remove}>
        {t('portfolios.removeRule')}
      </Button>
    </div>
  );
}
