import { useAct } from '../../../app/act.ts';
import { api, dataOf } from '../../../app/api.ts';
import { useHandOverTexts } from './hand-over-texts.ts';

/** Takes a hand-over back, and says what came and what stays. */
export function useTakeBack(code: string) {
  const { own } = useHandOverTexts();
  return useAct(
    (id: string) =>
      dataOf(api.POST('/api/v1/companies/{company}/hand-overs/{id}/undo', { params: { path: { company: code, id } } })),
    {
      said: ({ back, stayed }) =>
        [
          own('handOver.undone', { count: back }),
          ...(stayed > 0 ? [own('handOver.stayed', { count: stayed })] : []),
        ].join(' '),
    },
  );
}
