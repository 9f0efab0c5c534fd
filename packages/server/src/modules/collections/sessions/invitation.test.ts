import ICAL from 'ical.js';
import { expect, it } from 'vitest';
import { invitationFile } from './invitation.ts';

it('whatever people are called or write, an invitation says that and nothing more', () => {
  const evil = 'Eve";PARTSTAT=ACCEPTED;X="\r\nATTACH:https://example.net/\r\nEND:VEVENT';
  const { content } = invitationFile({
    ...{ uid: '1@quittance', sequence: 0, method: 'REQUEST', title: evil, place: evil, description: evil },
    ...{ startsAt: '2026-03-02T10:00:00Z', endsAt: '2026-03-02T11:00:00Z', stampedAt: '2026-03-01T10:00:00Z' },
    organiser: { name: evil, address: 'us@example.com' },
    people: [{ name: evil, address: 'eve@example.net' }],
  });
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(content)));
  const [event, ...others] = calendar.getAllSubcomponents('vevent');
  expect(others).toEqual([]);
  expect(event?.getAllProperties('attach')).toEqual([]);
  const attendee = event?.getFirstProperty('attendee');
  expect(attendee?.getParameter('partstat')).toBe('NEEDS-ACTION');
  expect(attendee?.getParameter('x')).toBeUndefined();
  expect(event?.getFirstPropertyValue('summary')).toBe(evil.replaceAll('\r\n', '\n'));
});
