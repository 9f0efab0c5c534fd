/** Parts of a page that are fetched apart from it: when they are first shown, or ahead of the key that opens them. */
import { type ComponentType, type LazyExoticComponent, lazy, useEffect } from 'react';

/** Stands within a `Suspense`, as every lazy component. */
export type LatePart<Props> = LazyExoticComponent<ComponentType<Props>> & FetchedAhead;

interface FetchedAhead {
  readonly fetch: () => Promise<unknown>;
}

interface Fetched<Props> {
  readonly default: ComponentType<Props>;
}

export function latePart<Props>(load: () => Promise<ComponentType<Props>>): LatePart<Props> {
  let there: Fetched<Props> | null = null;
  const fetch = async (): Promise<Fetched<Props>> => {
    there = { default: await load() };
    return there;
  };
  const part = lazy(() => (there ? atOnce(there) : fetch()));
  return Object.assign(part, { fetch });
}

/**
 * What is there already is told at once, which React takes from a promise of its own kind. After a real one it would wait for
 * some tenths of a second, and letters typed meanwhile would be lost.
 */
function atOnce<Value>(value: Value): Promise<Value> {
  const told: Pick<PromiseLike<Value>, 'then'> = {
    // biome-ignore lint/suspicious/noThenProperty: being waited for is what it is made for
    then: (take) => {
      take?.(value);
      return told as never;
    },
  };
  return told as Promise<Value>;
}

/** Fetches parts that a key opens, so that what is typed right after it finds its field. One that fails is asked for again when it is opened. */
export function useFetchedAhead(parts: readonly FetchedAhead[]): void {
  useEffect(() => fetchAhead(parts), [parts]);
}

/** The same outside of a component: parts of a part that is being fetched ahead itself. */
export function fetchAhead(parts: readonly FetchedAhead[]): void {
  for (const part of parts) part.fetch().catch(() => {});
}
