/** When to call, in few words: "now, until 17:00", "today 14:00–17:00", "Mon 09:00". */
import { addDays } from '@quittance/core/calendar';
import type { Translate } from '../../app/i18n.ts';
import type { Formats } from '../../ui/format/formats.ts';
import { dayIn } from '../../ui/format/zone.ts';
import type { CallWindow } from './worklist.queries.ts';

/** So many days ahead a weekday names one day. */
const WEEK_DAYS = 6;

/** On the reader's clock: it is they who call. */
export function windowInWords(
  when: CallWindow | undefined,
  given: { readonly t: Translate; readonly formats: Formats; readonly zone: string; readonly now: number },
): string | null {
  const { t, formats, zone } = given;
  if (when === undefined) return null;
  if (when.window === null) return t('myDay.noWindow');
  const { from, until, isNow } = when.window;
  const ends = formats.clock(until, zone);
  if (isNow) return t('myDay.callNow', { until: ends });
  const [today, day] = [dayIn(given.now, zone), dayIn(from, zone)];
  if (day === today) return t('myDay.callToday', { from: formats.clock(from, zone), until: ends });
  return day <= addDays(today, WEEK_DAYS) ? formats.weekdayClock(from, zone) : formats.instant(from, zone);
}
