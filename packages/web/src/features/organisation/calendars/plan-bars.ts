/** Where the bars of a day stand on a clock from midnight to midnight. A night shift has one bar on each of its days. */
import { addDays, instantInZone, type LocalDate } from '@quittance/core/calendar';
import { clockIn } from '../../../ui/format/zone.ts';

export interface DayBar {
  /** Percent of the day. */
  readonly left: number;
  readonly width: number;
  /** "20:00–24:00" on the clock of the zone. */
  readonly text: string;
}

const PERCENT = 100;

export function barsOf(
  windows: readonly { readonly from: string; readonly until: string }[],
  { day, timeZone }: { readonly day: LocalDate; readonly timeZone: string },
): DayBar[] {
  const start = Date.parse(instantInZone(day, '00:00', timeZone));
  const end = Date.parse(instantInZone(addDays(day, 1), '00:00', timeZone));
  return windows.flatMap(({ from, until }) => {
    const [first, last] = [Math.max(start, Date.parse(from)), Math.min(end, Date.parse(until))];
    if (first >= last) return [];
    const share = (at: number): number => ((at - start) / (end - start)) * PERCENT;
    const ends = last === end ? '24:00' : clockIn(last, timeZone);
    return { left: share(first), width: share(last) - share(first), text: `${clockIn(first, timeZone)}–${ends}` };
  });
}
