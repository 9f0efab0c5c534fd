/** What time it is at the customer, and whether they are at work. */
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../../../app/i18n.ts';
import { useFormats } from '../../../ui/format/formats.context.ts';
import { hoursQuery } from './paying.queries.ts';

const MINUTE_MS = 60_000;

export function LocalTime({ code, customerId }: { code: string; customerId: string }): ReactNode {
  const { t } = useTexts();
  const formats = useFormats();
  const hours = useQuery(hoursQuery(code, customerId)).data;
  const now = useMinute();
  if (!hours) return null;
  const time = formats.clock(now, hours.timeZone);
  return <span title={hours.timeZone}>{t('paying.localTime', { time })}</span>;
}

/** The instant, at most a quarter of a minute old. */
function useMinute(): string {
  const [now, setNow] = useState(instantNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(instantNow()), MINUTE_MS / 4);
    return () => clearInterval(timer);
  }, []);
  return now;
}

function instantNow(): string {
  return new Date().toISOString();
}
