/** What stands in an address after the question mark. Anything that does not read is left out, never an error. */
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { GridView, ViewStep } from '../ui/grid/grid.types.ts';
import { type AddressParts, gridPartsOf, partsOf, viewOf } from '../ui/grid/grid-view.ts';

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

/** What the grid of a page keeps in its address, for `validateSearch`; the grid reads it, the page need not. */
export function viewIn(raw: Raw): { q?: string; sort?: string } {
  return gridPartsOf(raw);
}

/**
 * The view of a grid, kept in the address: `?q=rossi&sort=-open&f-due=..today&group=customer`. Without an order the usual one
 * holds. Each step of it is one that the browser's back button takes back.
 */
export function useAddressView(usualSort?: string): {
  view: GridView;
  onView: (view: GridView, step: ViewStep) => void;
} {
  const search: Raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const text = JSON.stringify(gridPartsOf(search));
  const view = useMemo(() => viewOf(JSON.parse(text) as AddressParts, usualSort), [text, usualSort]);
  const onView = useCallback(
    (next: GridView, step: ViewStep) => {
      void navigate({
        to: '.',
        search: (now: Raw) => {
          const ours = gridPartsOf(now);
          const rest = Object.entries(now).filter(([name]) => ours[name] === undefined);
          return { ...Object.fromEntries(rest), ...partsOf(next, usualSort) };
        },
        replace: step === 'same step',
      } as never);
    },
    [navigate, usualSort],
  );
  return { view, onView };
}
