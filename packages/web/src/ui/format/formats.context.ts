import { createContext, useContext } from 'react';
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
