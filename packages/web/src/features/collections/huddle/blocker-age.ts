import { localDate, toEpochDay } from '@quittance/core/calendar';

/** How many days something has stood: raised on 20 November, on the 25th it is 5. */
export function ageDays(raisedOn: string, today: string): number {
  return toEpochDay(localDate(today)) - toEpochDay(localDate(raisedOn));
}
