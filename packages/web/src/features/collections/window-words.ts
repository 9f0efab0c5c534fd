/** When to call, in few words: "now, until 17:00", "Mon 23/11 09:00". */
import type { Translate } from '../../app/i18n.ts';
import type { Formats } from '../../ui/format/formats.ts';
import type { CallWindow } from './worklist.queries.ts';

/** On the reader's clock: it is they who call. */
export function windowInWords(
  when: CallWindow | undefined,
  { t, formats, zone }: { readonly t: Translate; readonly formats: Formats; readonly zone: string },
): string | null {
  if (when === undefined) return null;
  if (when.window === null) return t('myDay.noWindow');
  const { from, until, isNow } = when.window;
  if (!isNow) return formats.instant(from, zone);
  return t('myDay.callNow', { until: formats.clock(until, zone) });
}
