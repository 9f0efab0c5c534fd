import { dateInZone, type LocalDate } from '@quittance/core/calendar';
import { createContext, useContext, useMemo } from 'react';
import { type Formats, formatsOf } from './formats.ts';

/** The reader's formats and the zone in which the company's instants are shown. */
export interface Reader {
  readonly formats: Formats;
  readonly timeZone: string;
}

export const ReaderContext = createContext<Reader>({ formats: formatsOf('en-GB'), timeZone: 'UTC' });

export function useFormats(): Formats {
  return useContext(ReaderContext).formats;
}

export function useTimeZone(): string {
  return useContext(ReaderContext).timeZone;
}

/** The day it is where the company is. A page left open over midnight asks again when it is drawn anew. */
export function useToday(): LocalDate {
  const timeZone = useTimeZone();
  const hour = Math.floor(Date.now() / 3_600_000);
  return useMemo(() => dateInZone(BigInt(hour) * 3_600_000_000n, timeZone), [hour, timeZone]);
}
