import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../api.ts';

/** Letters typed one after the other are one question. */
const PAUSE_MS = 90;
const TYPED_CHARS_MIN = 2;
const TYPED_CHARS_MAX = 100;
/** Shorter beginnings stand in half of all notes. */
const WRITTEN_CHARS_MIN = 3;
const WRITTEN_MAX = 6;

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
  const written = useQuery({
    queryKey: ['written', code, asked],
    queryFn: ({ signal }) => {
      const params = { path: { company: code }, query: { q: asked, limit: WRITTEN_MAX } };
      return dataOf(api.GET('/api/v1/companies/{company}/written', { params, signal }));
    },
    enabled: asked.length >= WRITTEN_CHARS_MIN,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return {
    written: asked.length >= WRITTEN_CHARS_MIN ? written.data?.rows : undefined,
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
