/** A session while it is planned, by the clock of the one who plans it. */
import { instantInZone, parseLocalDate } from '@quittance/core/calendar';
import { minutesLater } from '../../../ui/format/minutes-later.ts';
import { clockIn, dayIn } from '../../../ui/format/zone.ts';
import type { SessionBody, WholeSession } from './sessions.queries.ts';

export interface SessionDraft {
  readonly title: string;
  readonly day: string;
  readonly time: string;
  readonly minutes: string;
  readonly place: string;
  readonly message: string;
  readonly contactIds: readonly string[];
  readonly personIds: readonly string[];
  readonly points: NonNullable<SessionBody['points']>;
}

const MS_PER_MINUTE = 60_000;
const MINUTES_MAX = 480;

export function draftOf(
  session: WholeSession | null,
  { me, zone, title }: { me: string; zone: string; title: string },
): SessionDraft {
  if (session === null) {
    const empty = { day: '', time: '10:00', minutes: '30', place: '', message: '', contactIds: [], points: [] };
    return { ...empty, title, personIds: [me] };
  }
  const { startsAt, endsAt, people, points } = session;
  return {
    title: session.title,
    day: dayIn(startsAt, zone),
    time: clockIn(startsAt, zone),
    minutes: String(Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / MS_PER_MINUTE)),
    place: session.place,
    message: session.message,
    contactIds: people.flatMap(({ contactId }) => contactId ?? []),
    personIds: people.flatMap(({ personId }) => personId ?? []),
    points: points.map(({ id, kind, subjectId, title: text }) => ({ id, kind, subjectId, title: text })),
  };
}

/** 30 March 2026, 10:00 in Rome for 30 minutes is 08:00Z to 08:30Z. Null: not whole yet, or nobody is invited. */
export function bodyOf(draft: SessionDraft, zone: string): SessionBody | null {
  const day = parseLocalDate(draft.day);
  const minutes = /^\d{1,3}$/.test(draft.minutes.trim()) ? Number(draft.minutes) : 0;
  const isWhole = day !== null && /^\d{2}:\d{2}$/.test(draft.time) && minutes > 0 && minutes <= MINUTES_MAX;
  if (!isWhole || draft.title.trim() === '' || draft.contactIds.length === 0) return null;
  const startsAt = instantInZone(day, draft.time, zone);
  const endsAt = minutesLater(startsAt, minutes);
  const { title, place, message, contactIds, personIds, points } = draft;
  return {
    ...{ title: title.trim(), startsAt, endsAt, place, message },
    ...{ contactIds: [...contactIds], personIds: [...personIds], points: [...points] },
  };
}
