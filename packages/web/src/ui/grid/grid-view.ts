/**
 * A view of a grid as it stands in an address and is kept under a name: short, readable, the same for everybody.
 * `?q=rossi&sort=-open.due&f-open=100..500&f-status=*open*disputed&group=customer&cols=number.open.-terms&pin=2`.
 * What does not read is left out, never an error; columns are named by their ids, which hold no dots.
 */
import { type GridView, PLAIN_VIEW, type SortBy, type ViewStep } from './grid.types.ts';

/** Names of an address that belong to the grid of its page. */
const PARTS = ['q', 'sort', 'group', 'cols', 'pin'] as const;
const FILTER_PREFIX = 'f-';
/** Orders beyond the third are never seen: few rows are equal in three columns. */
export const SORTS_MAX = 3;
export const GROUPS_MAX = 2;
const FILTERS_MAX = 20;
const PINNED_MAX = 6;
/** An address is cut by servers and mail programs not far above; a view fits well below. */
export const VIEW_TEXT_MAX = 2000;

export type AddressParts = Readonly<Record<string, string>>;

/** The parts of an address that are the grid's, as texts. */
export function gridPartsOf(raw: Readonly<Record<string, unknown>>): AddressParts {
  const isOurs = (name: string): boolean =>
    PARTS.some((part) => part === name) || (name.startsWith(FILTER_PREFIX) && name.length > FILTER_PREFIX.length);
  const ours = Object.entries(raw).flatMap(([name, value]): [string, string][] =>
    isOurs(name) && (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      ? [[name, String(value)]]
      : [],
  );
  return Object.fromEntries(ours.filter(([, value]) => value !== '').slice(0, PARTS.length + FILTERS_MAX));
}

/** `viewOf({ sort: '-open.due' }, ...)` sorts by what is open, the largest first, then by the due day. */
export function viewOf(parts: AddressParts, usualSort?: string): GridView {
  const { q, sort = usualSort, group, cols, pin } = parts;
  const where = Object.entries(parts).flatMap(([name, value]): [string, string][] =>
    name.startsWith(FILTER_PREFIX) ? [[name.slice(FILTER_PREFIX.length), value]] : [],
  );
  return {
    filter: q ?? '',
    sort: idsOf(sort).slice(0, SORTS_MAX).map(sortByOf),
    where: Object.fromEntries(where),
    groups: idsOf(group).slice(0, GROUPS_MAX),
    columns: cols === undefined ? null : idsOf(cols),
    pinned: pin !== undefined && /^\d$/.test(pin) ? Math.min(Number(pin), PINNED_MAX) : null,
  };
}

/** The other way round. The usual order is left out, as is all that was not set. */
export function partsOf(view: GridView, usualSort?: string): AddressParts {
  const sort = sortText(view);
  const parts: Record<string, string> = {
    q: view.filter,
    sort: sort === usualSort ? '' : sort,
    group: view.groups.join('.'),
    cols: view.columns?.join('.') ?? '',
    pin: view.pinned === null ? '' : String(view.pinned),
    ...Object.fromEntries(Object.entries(view.where).map(([id, text]) => [`${FILTER_PREFIX}${id}`, text])),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== ''));
}

/** A view as one text, as it is kept under a name: the part of the address after the question mark. */
export function viewText(view: GridView, usualSort?: string): string {
  return new URLSearchParams(partsOf(view, usualSort)).toString();
}

export function viewOfText(text: string, usualSort?: string): GridView {
  return viewOf(gridPartsOf(Object.fromEntries(new URLSearchParams(text.slice(0, VIEW_TEXT_MAX)))), usualSort);
}

/** Letters typed into one filter are one step; another order, column, group or filter is a step of its own. */
export function stepOf(now: GridView, next: GridView): ViewStep {
  const shape = ({ filter, where, ...rest }: GridView): string =>
    JSON.stringify([filter === '', Object.keys(where).sort(), rest]);
  return shape(now) === shape(next) ? 'same step' : 'step';
}

export function isPlain(view: GridView): boolean {
  return viewText({ ...view, sort: [] }) === viewText(PLAIN_VIEW);
}

/** Whether an address orders this grid, and not another one of its page, nor none. */
export function isSortOf(view: GridView, sort: string | undefined): boolean {
  return sort !== undefined && sortText(viewOf({ sort })) === sortText(view);
}

function sortText({ sort }: GridView): string {
  return sort.map(({ id, isDescending }) => `${isDescending ? '-' : ''}${id}`).join('.');
}

function idsOf(text: string | undefined): string[] {
  return text === undefined ? [] : text.split('.').filter(Boolean);
}

function sortByOf(text: string): SortBy {
  const isDescending = text.startsWith('-');
  return { id: isDescending ? text.slice(1) : text, isDescending };
}
