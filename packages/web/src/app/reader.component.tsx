import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { ReaderContext } from '../ui/format/formats.context.ts';
import { formatsOf } from '../ui/format/formats.ts';
import { useTexts } from './i18n.ts';
import { localeOf } from './preferences.ts';
import { sessionQuery } from './session.ts';

/**
 * Formats follow the language shown; the region comes from the person's account, else from the browser. Instants are
 * shown in the zone given: the company's inside the frame, the browser's outside of it.
 */
export function ReaderProvider(props: { timeZone: string; children: ReactNode }): ReactNode {
  const { language } = useTexts();
  // Whoever needs the session asks for it; here it only helps when it is known.
  const { data: session } = useQuery({ ...sessionQuery, enabled: false });
  const userLocale = session?.user.locale ?? '';
  const locale = localeOf(language, [userLocale, ...navigator.languages]);
  const reader = useMemo(() => ({ formats: formatsOf(locale), timeZone: props.timeZone }), [locale, props.timeZone]);
  return <ReaderContext.Provider value={reader}>{props.children}</ReaderContext.Provider>;
}

export function browserZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
