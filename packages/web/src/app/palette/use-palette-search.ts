import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../api.ts';

/** Letters typed one after the other are one question. */
const PAUSE_MS = 90;
const TYPED_CHARS_MIN = 2;
const TYPED_CHARS_MAX = 100;

/** What the server finds of what is typed; the findings of before stay until the next ones are there. */
export function usePaletteSearch(code: string, typed: string) {
  const asked = useLater(typed.trim().slice(0, TYPED_CHARS_MAX));
  const isWanted = asked.length >= TYPED_CHARS_MIN;
  const query = useQuery({
    queryKey: ['search', code, asked],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/companies/{company}/search', {
          params: { path: { company: code }, query: { q: asked } },
          signal,
        }),
      ),
    enabled: isWanted,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return {
    found: isWanted ? query.data : undefined,
    error: query.error,
    isBusy: query.isFetching || asked !== typed.trim(),
  };
}

function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}
