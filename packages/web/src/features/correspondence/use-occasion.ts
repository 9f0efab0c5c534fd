/** The words of an occasion, filled for the items chosen; filled anew with them as long as nobody has changed the words. */
import type { components } from '@quittance/client';
import { type UseMutationResult, useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { Draft } from './composer.component.tsx';
import type { Language, Purpose } from './mail-words.ts';

export interface OccasionAsk {
  readonly purpose: Purpose;
  readonly language: Language | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** What speaks against a letter, and which items its words do not ask for. */
export type About = Pick<LetterDraft, 'leftOut' | 'warnings'>;

type LetterDraft = components['schemas']['LetterDraft'];
type Filled = Pick<Draft, 'subject' | 'body' | 'language' | 'itemIds' | 'template'> & About;

export interface LastFilled {
  readonly ask: OccasionAsk;
  readonly filled: Pick<Filled, 'body' | 'itemIds'>;
}

export interface Occasion {
  readonly fill: UseMutationResult<Filled, Error, OccasionAsk & { readonly itemIds: readonly string[] | null }>;
  /** Of the words last filled in. */
  readonly about: About | null;
  /** The words were changed by hand and speak of other items by now. */
  readonly isStale: boolean;
  /** The words are the template’s. */
  readonly isUntouched: boolean;
  readonly fillAgain: () => void;
}

const AFTER_MS = 300; // several ticks are one question

export function useOccasion(input: {
  readonly code: string;
  readonly customerId: string | null;
  readonly draft: Draft;
  readonly take: (filled: Omit<Filled, keyof About>) => void;
  /** Words of before, of a letter that is written again. */
  readonly before: LastFilled | null;
}): Occasion {
  const { code, customerId, draft, take } = input;
  const last = useRef<LastFilled | null>(input.before);
  const fill: Occasion['fill'] = useMutation({
    mutationFn: async ({ purpose, language, facts, itemIds }) => {
      const body = {
        ...{ customerId: customerId ?? '', purpose, facts: { ...facts } },
        ...(language ? { language } : {}),
        ...(itemIds ? { itemIds: [...itemIds] } : {}),
      };
      const params = { path: { company: code } };
      return dataOf(api.POST('/api/v1/companies/{company}/letters/draft', { params, body }));
    },
    onSuccess: (filled, { purpose, language, facts }) => {
      last.current = { ask: { purpose, language, facts }, filled };
      const { leftOut: _, warnings: __, ...draftOf } = filled;
      take(draftOf);
    },
  });
  const chosen = draft.itemIds.join(' ');
  const before = last.current;
  const isOther = before !== null && draft.template !== null && before.filled.itemIds.join(' ') !== chosen;
  const isUntouched = before !== null && draft.body === before.filled.body;
  const fillAgain = (): void => {
    if (before) fill.mutate({ ...before.ask, itemIds: draft.itemIds });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the ticks change, and then only
  useEffect(() => {
    if (!isOther || !isUntouched) return;
    const timer = setTimeout(fillAgain, AFTER_MS);
    return () => clearTimeout(timer);
  }, [chosen]);
  return { fill, about: fill.data ?? null, isStale: isOther && !isUntouched, isUntouched, fillAgain };
}
