/**
 * Everything that happened with a customer, the latest first, by day: what was written, said and promised, what is to be done, what
 * stops, what was sent, and its money. What is pinned stands above. `j` and `k` go through the lines, Enter opens one, `/` finds.
 */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type ReactNode, useCallback, useEffect, useMemo, useRef } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useCompany } from '../../../app/session.ts';
import { ProblemNote } from '../../../ui/form/problem-note.component.tsx';
import { useFormats, useTimeZone } from '../../../ui/format/formats.context.ts';
import { dayIn } from '../../../ui/format/zone.ts';
import { useKeys } from '../../../ui/keys/keys.ts';
import { PinnedNotes } from '../notes/pinned.component.tsx';
import { hoursQuery } from '../paying/paying.queries.ts';
import { type Fold, foldLines } from './fold-lines.ts';
import { FoldedLine, type LinePlace } from './line.component.tsx';
import { LINE_GROUPS } from './line-groups.ts';
import styles from './timeline.module.css';
import { type LineGroup, type TimelineFilter, useTimeline } from './timeline.queries.ts';
import { TimelineFilterBar } from './timeline-filter.component.tsx';

export function CustomerTimeline({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const { filter, change } = useAddressFilter();
  const { rows, load } = useTimeline(code, customerId, filter);
  const hours = useQuery(hoursQuery(code, customerId)).data;
  const folds = useMemo(() => foldLines(rows), [rows]);
  const list = useRef<HTMLDivElement>(null);
  useLineKeys(list);
  const place = { code, customerId, theirZone: hours?.timeZone ?? null };
  const isNarrowed = filter.search !== '' || filter.groups.length > 0 || filter.from !== null || filter.until !== null;
  return (
    <div className={styles.page}>
      <TimelineFilterBar code={code} customerId={customerId} filter={filter} change={change} />
      <div className={styles.scroll} ref={list}>
        <PinnedNotes code={code} customerId={customerId} />
        {load.error && <ProblemNote error={load.error} retry={load.retry} />}
        {load.isLoading && <p className={styles.empty}>{t('grid.reading')}</p>}
        {!load.isLoading && !load.error && rows.length === 0 && (
          <p className={styles.empty}>{t(isNarrowed ? 'timeline.noneFound' : 'customers.noTimeline')}</p>
        )}
        <Days folds={folds} place={place} />
        {load.hasMore && <Earlier isBusy={load.isBusy} more={load.loadMore} />}
      </div>
    </div>
  );
}

function Days({ folds, place }: { folds: readonly Fold[]; place: LinePlace }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const days = useMemo(() => byDay(folds, zone), [folds, zone]);
  const { today } = useCompany();
  const dayWord = (day: string): string =>
    day.slice(0, 4) === today.slice(0, 4) ? formats.weekday(day) : formats.date(day);
  return (
    <section aria-label={t('customers.timeline')}>
      {days.map(({ day, lines }) => (
        <section key={day} className={styles.ofDay}>
          <h3>
            <time dateTime={day}>{`${formats.weekday(day)} ${day.slice(0, 4)}`}</time>
          </h3>
          <ol>
            {lines.map((fold, index) => (
              <FoldedLine key={fold.id} fold={fold} place={place} day={index === 0 ? dayWord(day) : null} />
            ))}
          </ol>
        </section>
      ))}
    </section>
  );
}

function byDay(folds: readonly Fold[], zone: string): { day: string; lines: Fold[] }[] {
  const days: { day: string; lines: Fold[] }[] = [];
  for (const fold of folds) {
    const day = dayIn(fold.lines[0].at, zone);
    const last = days.at(-1);
    if (last?.day === day) last.lines.push(fold);
    else days.push({ day, lines: [fold] });
  }
  return days;
}

/** Comes by itself when it is scrolled to. */
function Earlier({ isBusy, more }: { isBusy: boolean; more: (() => void) | undefined }): ReactNode {
  const { t } = useTexts();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isBusy || !button.current) return undefined;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) more?.();
    });
    watcher.observe(button.current);
    return () => watcher.disconnect();
  }, [isBusy, more]);
  return (
    <Button ref={button} className={styles.earlier} variant="default" size="xs" loading={isBusy} onClick={more}>
      {t('timeline.earlier')}
    </Button>
  );
}

/** Kept in the address, so that it can be sent to a colleague, and the browser's back button leads there again. */
function useAddressFilter(): { filter: TimelineFilter; change: (to: Partial<TimelineFilter>) => void } {
  const { q = '', sorts = '', since, through } = useSearch({ from: '/c/$company/customers/$customerId' });
  const navigate = useNavigate();
  const filter = useMemo((): TimelineFilter => {
    const asked = sorts.split(',');
    const groups = LINE_GROUPS.filter((group: LineGroup) => asked.includes(group));
    return { search: q, groups, from: since ?? null, until: through ?? null };
  }, [q, sorts, since, through]);
  const change = useCallback(
    (to: Partial<TimelineFilter>) => {
      const next = { ...filter, ...to };
      const search = {
        show: 'timeline' as const,
        ...(next.search === '' ? {} : { q: next.search }),
        ...(next.groups.length === 0 ? {} : { sorts: next.groups.join(',') }),
        ...(next.from === null ? {} : { since: next.from }),
        ...(next.until === null ? {} : { through: next.until }),
      };
      void navigate({ to: '.', search, replace: to.search !== undefined } as never);
    },
    [filter, navigate],
  );
  return { filter, change };
}

function useLineKeys(list: { readonly current: HTMLElement | null }): void {
  const { t } = useTexts();
  const lines = (): HTMLElement[] => [...(list.current?.querySelectorAll('li') ?? [])];
  const step = (by: 1 | -1): void => {
    const all = lines();
    const now = all.findIndex((line) => line.contains(document.activeElement));
    const next = all[now === -1 ? 0 : Math.min(Math.max(now + by, 0), all.length - 1)];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  };
  useKeys([
    { key: 'j', label: t('keys.move'), act: () => step(1), repeats: true },
    { key: 'k', label: t('keys.move'), act: () => step(-1), repeats: true },
    {
      key: 'Enter',
      label: t('timeline.open'),
      act: () => {
        const line = document.activeElement;
        if (line instanceof HTMLLIElement) line.querySelector<HTMLElement>('[data-opens]')?.click();
      },
    },
  ]);
}
