/** How it is said beside an address that it gets no mail any more: "mail came back on 09 Nov 2026". */
import type { TextKey, Translate } from '../../app/i18n.ts';
import type { Formats } from '../../ui/format/formats.ts';
import { dayIn } from '../../ui/format/zone.ts';

export interface StoppedAddress {
  /** In small letters. */
  readonly address: string;
  readonly reason: 'bounced' | 'complained' | 'unsubscribed';
  readonly since: string;
}

const STOP_WORDS: Readonly<Record<StoppedAddress['reason'], TextKey>> = {
  bounced: 'customers.mailCameBack',
  complained: 'customers.mailComplained',
  unsubscribed: 'customers.mailUnsubscribed',
};

/** Null of an address that gets mail. */
export function stoppedWord(
  stopped: readonly StoppedAddress[],
  address: string | null,
  { t, formats, zone }: { readonly t: Translate; readonly formats: Formats; readonly zone: string },
): string | null {
  const found = stopped.find((one) => one.address === address?.toLowerCase());
  return found === undefined ? null : t(STOP_WORDS[found.reason], { day: formats.date(dayIn(found.since, zone)) });
}
