import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { meetingAnswerIn } from './index.ts';

/** As a calendar writes it: by another library, which folds, quotes and escapes by itself. */
function reply(given: {
  method?: string;
  uid?: string;
  sequence?: number;
  people: readonly { address: string; name: string; status: string }[];
  comment?: string;
}): string {
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('prodid', '-//Somebody//Calendar//EN');
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('method', given.method ?? 'REPLY');
  const event = new ICAL.Component('vevent');
  event.updatePropertyWithValue('uid', given.uid ?? '0190@quittance');
  event.updatePropertyWithValue('sequence', given.sequence ?? 0);
  if (given.comment !== undefined) event.updatePropertyWithValue('comment', given.comment);
  for (const { address, name, status } of given.people) {
    const attendee = new ICAL.Property('attendee');
    attendee.setValue(`mailto:${address}`);
    attendee.setParameter('cn', name);
    attendee.setParameter('partstat', status);
    event.addProperty(attendee);
  }
  calendar.addSubcomponent(event);
  return calendar.toString();
}

const ada = { address: 'Ada@Rossi.example', name: 'Rossi, Ada: buyer; "north"', status: 'ACCEPTED' };

describe('the answer to an invitation', () => {
  it.each([
    ['ACCEPTED', 'accepted'],
    ['DECLINED', 'declined'],
    ['TENTATIVE', 'tentative'],
  ])('that says %s is read, whatever the name holds', (status, answer) => {
    const name =
      'Rossi, Ada: buyer; north of the very long valley that no line of a calendar file can hold without folding';
    expect(meetingAnswerIn(reply({ people: [{ ...ada, name, status }], sequence: 3 }))).toEqual({
      ...{ uid: '0190@quittance', sequence: 3, address: 'ada@rossi.example', answer, comment: '' },
    });
  });

  it('brings what was written with it', () => {
    const comment = 'Later, please; call me\nfirst: 02 1234';
    expect(meetingAnswerIn(reply({ people: [{ ...ada, name: 'Ada' }], comment }))?.comment).toBe(comment);
  });

  it('as three calendars in use write it', () => {
    const google =
      'BEGIN:VCALENDAR\r\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\r\nVERSION:2.0\r\nCALSCALE:GREGORIAN\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nDTSTART:20261124T090000Z\r\nORGANIZER;CN=AR:mailto:ar@example.com\r\nUID:01@quittance\r\nATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=TENTATIVE;CN=Ada R\r\n ossi;X-NUM-GUESTS=0:mailto:ada@rossi.example\r\nSEQUENCE:1\r\nEND:VEVENT\r\nEND:VCALENDAR';
    const outlook =
      'BEGIN:VCALENDAR\nMETHOD:REPLY\nPRODID:Microsoft Exchange Server 2010\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:UTC\nBEGIN:STANDARD\nDTSTART:16010101T000000\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nATTENDEE;PARTSTAT=DECLINED;CN=Ada Rossi:MAILTO:ada@rossi.example\nCOMMENT;LANGUAGE=en-US:On leave\\, sorry\\n\nUID:01@quittance\nSEQUENCE:1\nEND:VEVENT\nEND:VCALENDAR\n';
    const apple =
      'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:01@quittance\r\nATTENDEE;CN="Rossi, Ada";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mai\r\n lto:ada@rossi.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
    expect([google, outlook, apple].map((text) => meetingAnswerIn(text))).toMatchObject([
      { answer: 'tentative', sequence: 1 },
      { answer: 'declined', comment: 'On leave, sorry' },
      { answer: 'accepted', sequence: 0 },
    ]);
  });

  it('is none when it invites, delegates, speaks for several, or is not a calendar at all', () => {
    const people = [{ ...ada, name: 'Ada' }];
    expect(meetingAnswerIn(reply({ method: 'REQUEST', people }))).toBeNull();
    expect(meetingAnswerIn(reply({ people: [{ ...ada, name: 'Ada', status: 'DELEGATED' }] }))).toBeNull();
    expect(meetingAnswerIn(reply({ people: [...people, { ...ada, name: 'Bruno' }] }))).toBeNull();
    expect(meetingAnswerIn(reply({ people: [] }))).toBeNull();
    expect(meetingAnswerIn('We accept.')).toBeNull();
  });

  it('is looked for in anything in a moment', () => {
    fc.assert(fc.property(fc.string({ maxLength: 500 }), (noise) => void meetingAnswerIn(`METHOD:REPLY\r\n${noise}`)));
    const start = performance.now();
    meetingAnswerIn(`METHOD:REPLY\nBEGIN:VEVENT\nATTENDEE${';CN="a"'.repeat(100_000)}\nEND:VEVENT`);
    meetingAnswerIn(`METHOD:REPLY\nATTENDEE;CN=${','.repeat(150_000)}`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
