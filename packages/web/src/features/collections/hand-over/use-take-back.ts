import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import type { HandOver } from './hand-over.queries.ts';
import { backInWords, useHandOverTexts } from './hand-over-texts.ts';

type Made = Pick<HandOver, 'id' | 'fromName' | 'totals'>;

/** Takes a hand-over back, and says what came and what stays. */
export function useTakeBack(code: string) {
  const { own } = useHandOverTexts();
  return useAct(
    ({ id }: Made) =>
      dataOf(api.POST('/api/v1/companies/{company}/hand-overs/{id}/undo', { params: { path: { company: code, id } } })),
    { said: ({ stayed }, { fromName: name, totals }) => backInWords(own, { name, totals, stayed }) },
  );
}
