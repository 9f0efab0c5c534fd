/**
 * The answer of somebody's calendar to an invitation (RFC 5545, RFC 5546 3.2.3): METHOD:REPLY with the invitation's UID and the one
 * attendee who answers. Anything else in a calendar file is none.
 */

export interface MeetingAnswer {
  /** Of the invitation that is answered. */
  readonly uid: string;
  /** Which version of it; 0 when the calendar does not say. */
  readonly sequence: number;
  /** Whose answer it is, in small letters. */
  readonly address: string;
  readonly answer: 'accepted' | 'declined' | 'tentative';
  /** What was written with it; often nothing. */
  readonly comment: string;
}

const ANSWERS: Readonly<Record<string, MeetingAnswer['answer']>> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
};
const CHARS_MAX = 200_000;
const LINES_MAX = 5_000;
const COMMENT_CHARS_MAX = 2_000;
const SEQUENCE_MAX = 1_000_000;

interface Line {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** Null: it is no answer, or nobody's in particular. */
export function meetingAnswerIn(calendar: string): MeetingAnswer | null {
  const lines = linesOf(calendar);
  if (textIn(lines, 'METHOD').toUpperCase() !== 'REPLY') return null;
  const event = eventOf(lines);
  const uid = textIn(event, 'UID');
  const [attendee, ...others] = event.filter(({ name }) => name === 'ATTENDEE');
  if (uid === '' || attendee === undefined || others.length > 0) return null;
  const answer = ANSWERS[(attendee.parameters.get('PARTSTAT') ?? '').toUpperCase()];
  const address = /^mailto:([^\s@]+@[^\s@]+)$/i.exec(attendee.value)?.[1]?.toLowerCase();
  if (answer === undefined || address === undefined) return null;
  const sequence = Number(/^\d{1,6}$/.exec(textIn(event, 'SEQUENCE'))?.[0] ?? '0');
  const comment = textIn(event, 'COMMENT')
    .replace(/\\n/gi, '\n')
    .replace(/\\([\\;,])/g, '$1');
  return {
    ...{ uid, address, answer, sequence: Math.min(sequence, SEQUENCE_MAX) },
    comment: comment.trim().slice(0, COMMENT_CHARS_MAX),
  };
}

/** A long line is folded: each further one begins with a blank. */
function linesOf(calendar: string): Line[] {
  const whole = calendar.slice(0, CHARS_MAX).replace(/\r?\n[ \t]/g, '');
  return whole
    .split(/\r?\n/)
    .slice(0, LINES_MAX)
    .flatMap((line) => lineOf(line));
}

/** `ATTENDEE;CN="Rossi, Ada";PARTSTAT=ACCEPTED:mailto:ada@rossi.example`: colons inside quotes end nothing. */
function lineOf(line: string): Line[] {
  const head = /^([A-Za-z-]+)((?:;[A-Za-z-]+=(?:"[^"]*"|[^",;:]*)(?:,(?:"[^"]*"|[^",;:]*))*)*):/.exec(line);
  if (head === null) return [];
  const [whole, name = '', given = ''] = head;
  const pairs = given.matchAll(/;([A-Za-z-]+)=("[^"]*"|[^",;:]*)/g);
  const parameters = new Map(
    [...pairs].map(([, key = '', value = '']) => [key.toUpperCase(), value.replaceAll('"', '')]),
  );
  return [{ name: name.toUpperCase(), parameters, value: line.slice(whole.length).trim() }];
}

function eventOf(lines: readonly Line[]): readonly Line[] {
  const is = (name: string) => (line: Line) => line.name === name && line.value.toUpperCase() === 'VEVENT';
  const [from, to] = [lines.findIndex(is('BEGIN')), lines.findIndex(is('END'))];
  return from < 0 || to < from ? [] : lines.slice(from + 1, to);
}

function textIn(lines: readonly Line[], name: string): string {
  return lines.find((line) => line.name === name)?.value ?? '';
}
