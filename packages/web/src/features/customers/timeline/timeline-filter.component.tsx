/** What of the timeline is shown: by words, by days, by sort with how many there are of each. */
import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { TextAct } from '../../../ui/act/text-act.component.tsx';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { GROUP_WORDS, LINE_GROUPS } from './line-groups.ts';
import styles from './timeline.module.css';
import { type LineGroup, type TimelineFilter, timelineCountsQuery } from './timeline.queries.ts';

const SEARCH_AFTER_MS = 200; // typing has paused

export function TimelineFilterBar(props: {
  code: string;
  customerId: string;
  filter: TimelineFilter;
  change: (to: Partial<TimelineFilter>) => void;
}): ReactNode {
  const { t } = useTexts();
  const { code, customerId, filter, change } = props;
  const isNarrowed = filter.search !== '' || filter.groups.length > 0 || filter.from !== null || filter.until !== null;
  return (
    <search className={styles.filter} aria-label={t('timeline.filter')}>
      <WordsField search={filter.search} change={(search) => change({ search })} />
      <DayField label={t('timeline.from')} day={filter.from} change={(from) => change({ from })} />
      <DayField label={t('timeline.to')} day={filter.until} change={(until) => change({ until })} />
      <GroupChips code={code} customerId={customerId} filter={filter} change={(groups) => change({ groups })} />
      {isNarrowed && (
        <TextAct onClick={() => change({ search: '', groups: [], from: null, until: null })}>
          {t('timeline.showAll')}
        </TextAct>
      )}
    </search>
  );
}

function WordsField({ search, change }: { search: string; change: (search: string) => void }): ReactNode {
  const { t } = useTexts();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(search);
  useEffect(() => setTyped(search), [search]);
  useEffect(() => {
    if (typed.trim() === search) return undefined;
    const timer = setTimeout(() => change(typed.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [typed, search, change]);
  useKeys([{ key: '/', label: t('keys.filter'), act: () => field.current?.focus() }]);
  return (
    <TextInput
      ref={field}
      className={styles.words}
      size="xs"
      type="search"
      aria-label={t('timeline.words')}
      placeholder={t('timeline.words')}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}

/** A day that is only half typed changes nothing. */
function DayField(props: { label: string; day: string | null; change: (day: string | null) => void }): ReactNode {
  const { label, day, change } = props;
  return (
    <label className={styles.day}>
      <span>{label}</span>
      <input
        type="date"
        value={day ?? ''}
        onChange={({ currentTarget: { value, validity } }) => {
          if (!validity.badInput) change(value === '' ? null : value);
        }}
      />
    </label>
  );
}

function GroupChips(props: {
  code: string;
  customerId: string;
  filter: TimelineFilter;
  change: (groups: readonly LineGroup[]) => void;
}): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const { code, customerId, filter, change } = props;
  const counts = useQuery(timelineCountsQuery(code, customerId, filter)).data;
  const countOf = (group: LineGroup): number => counts?.groups.find((one) => one.group === group)?.count ?? 0;
  const shown = LINE_GROUPS.filter((group) => countOf(group) > 0 || filter.groups.includes(group));
  const toggle = (group: LineGroup): void =>
    change(filter.groups.includes(group) ? filter.groups.filter((one) => one !== group) : [...filter.groups, group]);
  return (
    <fieldset className={styles.chips} aria-label={t('timeline.sorts')}>
      <button type="button" aria-pressed={filter.groups.length === 0} onClick={() => change([])}>
        {t('timeline.everything')} {counts && <span>{formats.count(counts.total)}</span>}
      </button>
      {shown.map((group) => (
        <button key={group} type="button" aria-pressed={filter.groups.includes(group)} onClick={() => toggle(group)}>
          {t(GROUP_WORDS[group])} <span>{formats.count(countOf(group))}</span>
        </button>
      ))}
    </fieldset>
  );
}
