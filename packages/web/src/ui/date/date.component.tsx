import type { ReactNode } from 'react';
import { useFormats, useTimeZone } from '../format/formats.context.ts';

/** A calendar date as the locale writes it. */
export function DateText({ date }: { date: string }): ReactNode {
  const formats = useFormats();
  return <time dateTime={date}>{formats.date(date)}</time>;
}

/** An instant in the company's zone; the exact one, with seconds and zone, on hover. */
export function Instant({ at }: { at: string }): ReactNode {
  const formats = useFormats();
  const timeZone = useTimeZone();
  return (
    <time dateTime={at} title={formats.exactInstant(at, timeZone)}>
      {formats.instant(at, timeZone)}
    </time>
  );
}
