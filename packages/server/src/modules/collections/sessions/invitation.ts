/**
 * An invitation as calendars read it (RFC 5545, RFC 5546): its UID stays, its SEQUENCE counts what was changed, and a cancellation
 * names the same UID with a higher one. Times are instants in UTC, so that each calendar shows its own clock, summer or winter.
 */
import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

export type InvitationMethod = 'REQUEST' | 'CANCEL';

export interface Invitation {
  /** It stays the same over all changes. */
  readonly uid: string;
  readonly sequence: number;
  readonly method: InvitationMethod;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string;
  readonly description: string;
  readonly organiser: { readonly name: string; readonly address: string };
  readonly people: readonly { readonly name: string; readonly address: string }[];
  /** When this version was made. */
  readonly stampedAt: string;
}

const UID_END = '@quittance';

export function uidOfSession(sessionId: string): string {
  return sessionId + UID_END;
}

/** Null: an invitation of somebody else. */
export function sessionOfUid(uid: string): string | null {
  const id = uid.toLowerCase().endsWith(UID_END) ? uid.slice(0, -UID_END.length).toLowerCase() : '';
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) ? id : null;
}

/** The file with its media type, for the mail that carries it. */
export function invitationFile(invitation: Invitation): { name: string; type: string; content: Uint8Array } {
  const { method, organiser, people } = invitation;
  const calendar = ical({
    method: method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'Quittance', product: 'Resolution sessions', language: 'EN' },
  });
  const event = calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp: invitation.stampedAt,
    start: invitation.startsAt,
    end: invitation.endsAt,
    summary: invitation.title,
    description: invitation.description,
    location: invitation.place,
    status: method === 'CANCEL' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: plainName(organiser.name), email: organiser.address },
  });
  for (const { name, address } of people) {
    event.createAttendee({
      name: plainName(name),
      email: address,
      rsvp: method === 'REQUEST',
      status: ICalAttendeeStatus.NEEDSACTION,
      role: ICalAttendeeRole.REQ,
    });
  }
  const content = new TextEncoder().encode(calendar.toString());
  return { name: 'invite.ics', type: `text/calendar; charset=utf-8; method=${method}`, content };
}

/** A name stands in quotation marks, for which the standard (RFC 5545, 3.2) has no escape: with one of its own it would add words to the line. */
function plainName(name: string): string {
  return name
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replaceAll('"', '’')
    .trim();
}
