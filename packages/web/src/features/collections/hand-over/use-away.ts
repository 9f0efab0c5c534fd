import { useQuery } from '@tanstack/react-query';
import { useFormats, useToday } from '../../../ui/format/formats.context.ts';
import { planQuery } from '../../organisation/calendars/calendars.queries.ts';
import { awayUntil, useHandOverTexts } from './hand-over-texts.ts';

/** A name, and beside it until when that person is away, if they are today. */
export function useNameWithAbsence(code: string): (id: string | null, name: string) => string {
  const { own } = useHandOverTexts();
  const formats = useFormats();
  const today = useToday();
  const away = awayUntil(useQuery(planQuery(code, { from: today, days: 1 })).data?.people ?? [], today);
  return (id, name) => {
    const until = id === null ? undefined : away.get(id);
    return until === undefined ? name : `${name}, ${own('handOver.awayUntil', { date: formats.date(until) })}`;
  };
}
