/** What stands in an address after the question mark. Anything that does not read is left out, never an error. */
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { GridView } from '../ui/grid/grid.types.ts';

type Raw = Readonly<Record<string, unknown>>;

export function textIn(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function oneOf<const Value extends string>(raw: Raw, name: string, values: readonly Value[]): Value | undefined {
  return values.find((value) => value === raw[name]);
}

export function dateIn(raw: Raw, name: string): LocalDate | undefined {
  return parseLocalDate(textIn(raw, name) ?? '') ?? undefined;
}

/** `{ asOf: undefined }` and no `asOf` are different to the compiler; an address knows only the second. */
export function withoutBlanks<Search extends Record<string, unknown>>(
  search: Search,
): { [Name in keyof Search]?: Exclude<Search[Name], undefined> } {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Search]?: Exclude<Search[Name], undefined>;
  };
}

export interface ViewSearch {
  readonly q?: string;
  readonly sort?: string;
}

export function viewIn(raw: Raw): { q: string | undefined; sort: string | undefined } {
  return { q: textIn(raw, 'q'), sort: textIn(raw, 'sort') };
}

/** The filter and order of a grid, kept in the address: `?q=rossi&sort=-open`. Without an order the usual one holds. */
export function useAddressView(usualSort?: string): { view: GridView; onView: (view: GridView) => void } {
  const search: ViewSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const view = useMemo(() => viewOf(search.q, search.sort ?? usualSort), [search.q, search.sort, usualSort]);
  const onView = useCallback(
    (next: GridView) => {
      const q = next.filter || undefined;
      const sort = next.sort ? `${next.sort.isDescending ? '-' : ''}${next.sort.id}` : undefined;
      void navigate({
        to: '.',
        search: (now: Raw) => withoutBlanks({ ...now, q, sort }),
        replace: true,
      } as never);
    },
    [navigate],
  );
  return { view, onView };
}

export function viewOf(q: string | undefined, sort: string | undefined): GridView {
  if (!sort) return { filter: q ?? '', sort: null };
  const isDescending = sort.startsWith('-');
  return { filter: q ?? '', sort: { id: isDescending ? sort.slice(1) : sort, isDescending } };
}
