/** One line of the timeline in words: what happened with its amount, and what was written. */
import { type TextKey, type Translate, useTexts } from '../../../app/i18n.ts';
import { useWords, type Words } from '../../../app/words.ts';
import { useFormats, useTimeZone } from '../../../ui/format/formats.context.ts';
import type { Formats } from '../../../ui/format/formats.ts';
import { OUTCOME_WORDS } from '../../collections/calls/call-words.ts';
import { useDunningWords } from '../../collections/dunning/dunning-words.ts';
import { CHANNEL_WORDS } from '../../collections/promises/promise-words.ts';
import { holdReason } from '../../ledger/hold-reason.ts';
import { BLOCK_WORDS } from '../request-words.ts';
import type { LineKind, TimelineLine } from './timeline.queries.ts';

export interface LineWords {
  /** "Call with Rosa Bianchi". */
  readonly head: string;
  /** "Promises to pay", "5 minutes": short, in order. */
  readonly facts: readonly string[];
  /** What somebody wrote, or why. */
  readonly text: string;
}

interface Reader {
  readonly t: Translate;
  readonly formats: Formats;
  readonly zone: string;
  readonly words: Words;
  readonly dunning: ReturnType<typeof useDunningWords>;
}

/** How a reader's tongue tells a line. */
export function wordsOfLine(line: TimelineLine, reader: Reader): LineWords {
  return { head: headOf(line, reader), facts: factsOf(line, reader), text: textOf(line, reader) };
}

export function useLineWords(): (line: TimelineLine) => LineWords {
  const { t } = useTexts();
  const formats = useFormats();
  const zone = useTimeZone();
  const words = useWords();
  const dunning = useDunningWords();
  return (line) => wordsOfLine(line, { t, formats, zone, words, dunning });
}

const HEADS: Readonly<Partial<Record<LineKind, TextKey>>> = {
  letter: 'timeline.letter',
  invoice_received: 'customers.activityReceived',
  blocker_raised: 'timeline.blockerRaised',
  blocker_solved: 'timeline.blockerSolved',
  set_aside: 'timeline.setAside',
  promise_kept: 'promises.timelineKept',
  promise_partly_kept: 'promises.timelinePartlyKept',
  promise_broken: 'promises.timelineBroken',
  promise_reopened: 'promises.timelineReopened',
  promise_withdrawn: 'timeline.promiseWithdrawn',
  task_done: 'timeline.taskDone',
  task_cancelled: 'timeline.taskCancelled',
  task_reopened: 'timeline.taskReopened',
  dispute_lifted: 'timeline.disputeLifted',
  dunning_held: 'timeline.dunningHeld',
  interest_charged: 'timeline.interestCharged',
  interest_waived: 'timeline.interestWaived',
};

const PERSON_HEADS: Readonly<Partial<Record<LineKind, readonly [withPerson: TextKey, without: TextKey]>>> = {
  call: ['timeline.callWith', 'timeline.call'],
  call_promised: ['timeline.callWith', 'timeline.call'],
  mail: ['timeline.mailTo', 'timeline.mail'],
  meeting: ['timeline.meetingWith', 'timeline.meeting'],
  task_made: ['timeline.taskFor', 'timeline.task'],
  task_escalated: ['timeline.taskEscalated', 'timeline.task'],
  session_planned: ['timeline.sessionPlannedWith', 'timeline.sessionPlanned'],
  session_held: ['timeline.sessionHeldWith', 'timeline.sessionHeld'],
  session_no_show: ['timeline.sessionNoShowOf', 'timeline.sessionNoShow'],
  session_cancelled: ['timeline.sessionCancelledWith', 'timeline.sessionCancelled'],
};

function headOf(line: TimelineLine, reader: Reader): string {
  const { kind, person } = line;
  const { t } = reader;
  const pair = PERSON_HEADS[kind];
  if (pair !== undefined) return person === null ? t(pair[1]) : t(pair[0], { person });
  const plain = HEADS[kind];
  return plain === undefined ? ownHead(line, reader) : t(plain);
}

const NOTE_HEADS: Readonly<Record<string, TextKey>> = {
  note: 'customers.activityNote',
  research: 'timeline.researchNote',
};

const HOLD_HEADS: Readonly<Record<string, TextKey>> = {
  quiet_period: 'holds.quietPeriod',
  waiting_approval: 'holds.waitingApproval',
  deduction: 'holds.deduction',
  other: 'holds.other',
};

const CONSENT_HEADS: Readonly<Record<string, TextKey>> = {
  all: 'timeline.consentAll',
  mail: 'timeline.consentMail',
  call: 'timeline.consentCall',
  none: 'timeline.consentNone',
};

/** Heads that depend on more than the kind. */
function ownHead(line: TimelineLine, reader: Reader): string {
  const { kind, by, items } = line;
  const { t, words, dunning } = reader;
  const what = line.what ?? '';
  const person = line.person ?? '';
  const named = (keys: Readonly<Record<string, TextKey>>, other: string): string => {
    const key = keys[what];
    return key === undefined ? other : t(key);
  };
  switch (kind) {
    case 'mail_received':
      return t('timeline.mailFrom', { person: line.person ?? by });
    case 'note':
      return named(NOTE_HEADS, what.replaceAll('_', ' '));
    case 'promise_made':
      return line.about?.kind === 'plan'
        ? t('timeline.planMade', { count: line.reasons[0]?.items ?? 0 })
        : t('promises.make');
    case 'dispute_placed':
      return t('holds.dispute');
    case 'hold_placed':
      return named(HOLD_HEADS, what.replaceAll('_', ' '));
    case 'hold_lifted':
      return t('timeline.holdLifted', { what: named(HOLD_HEADS, what.replaceAll('_', ' ')) });
    case 'block_placed':
      return t('timeline.blockPlaced', { what: named(BLOCK_WORDS, what) });
    case 'block_lifted':
      return t('timeline.blockLifted', { what: named(BLOCK_WORDS, what) });
    case 'dunning_letter':
      if (printOf(line) !== null) return t('timeline.dunningByPost', { what: dunning.what(what) });
      return person === '' ? dunning.what(what) : t('timeline.dunningTo', { what: dunning.what(what), person });
    case 'dunning_act':
      return t('timeline.dunningFor', { what: dunning.what(what), person });
    case 'consent':
      return t(CONSENT_HEADS[what] ?? 'timeline.consentAll', { person });
    case 'request_asked':
      return t(what === 'onboarding' ? 'timeline.newAsked' : 'timeline.changeAsked');
    case 'request_decided':
      return t(DECIDED_HEADS[line.state ?? ''] ?? 'timeline.requestApproved');
    case 'account':
      return words.entry(what);
    default:
      return words.document(items[0]?.kind ?? kind);
  }
}

const DECIDED_HEADS: Readonly<Record<string, TextKey>> = {
  approved: 'timeline.requestApproved',
  rejected: 'timeline.requestRejected',
  withdrawn: 'timeline.requestWithdrawn',
};

function channelWord(channel: string, t: Translate): string {
  const words: Readonly<Record<string, TextKey>> = CHANNEL_WORDS;
  const key = words[channel];
  return key === undefined ? channel : t(key);
}

const NEXT_WORDS: Readonly<Record<string, TextKey>> = {
  task: 'timeline.nextTask',
  mail: 'timeline.nextMail',
  dispute: 'timeline.nextDispute',
};

function factsOf(line: TimelineLine, reader: Reader): string[] {
  const { kind } = line;
  const { t, formats, zone } = reader;
  const facts: string[] = [];
  if (kind === 'call' || kind === 'call_promised' || kind === 'meeting') facts.push(...spokenFacts(line, reader));
  if (kind === 'promise_made') facts.push(channelWord(line.what ?? '', t));
  if (kind.startsWith('promise_') && line.day !== null) {
    const isPlan = kind === 'promise_made' && line.about?.kind === 'plan';
    facts.push(t(isPlan ? 'timeline.untilDay' : 'timeline.byDay', { day: formats.date(line.day) }));
  }
  if (kind === 'task_made' || kind === 'task_reopened' || kind === 'task_escalated') {
    if (line.dueAt !== null) facts.push(t('timeline.due', { day: formats.instant(line.dueAt, zone) }));
  }
  if (kind === 'session_planned' && line.dueAt !== null) facts.push(formats.instant(line.dueAt, zone));
  if (HELD_KINDS.includes(kind) && line.day !== null)
    facts.push(t('timeline.untilDay', { day: formats.date(line.day) }));
  if (kind.startsWith('dunning_')) facts.push(...dunningFacts(line, reader));
  if (kind === 'consent' && line.day !== null) facts.push(t('timeline.saidOn', { day: formats.date(line.day) }));
  for (const { reason, items: count } of kind.startsWith('session_') ? line.reasons : []) {
    facts.push(t(reason === 'task' ? 'timeline.tasksMade' : 'timeline.promisesMade', { count }));
  }
  if (line.isEdited) facts.push(t('timeline.edited'));
  return facts;
}

const HELD_KINDS: readonly LineKind[] = ['dispute_placed', 'hold_placed', 'set_aside', 'blocker_raised'];

const SECONDS_PER_MINUTE = 60;

function spokenFacts(
  { what, durationSeconds, amount, day, dueAt, state, reasons }: TimelineLine,
  reader: Reader,
): string[] {
  const { t, formats, zone } = reader;
  const outcomes: Readonly<Record<string, TextKey>> = OUTCOME_WORDS;
  const outcome = outcomes[what ?? ''];
  const facts = outcome === undefined ? [] : [t(outcome)];
  if (amount !== null && day !== null) {
    const parts = reasons.find(({ reason }) => reason === 'parts')?.items ?? 1;
    const said = { day: formats.date(day), count: parts };
    facts.push(parts > 1 ? t('timeline.inParts', said) : t('timeline.byDay', said));
  } else if (day !== null) facts.push(t('timeline.againOn', { day: formats.date(day) }));
  if (dueAt !== null) facts.push(t('timeline.callBack', { when: formats.instant(dueAt, zone) }));
  const next = NEXT_WORDS[state ?? ''];
  if (next !== undefined) facts.push(t(next));
  if (durationSeconds !== null && durationSeconds >= SECONDS_PER_MINUTE) {
    facts.push(t('customers.minutesLong', { count: Math.round(durationSeconds / SECONDS_PER_MINUTE) }));
  }
  return facts;
}

const LETTER_STATES: Readonly<Record<string, TextKey>> = {
  returned: 'timeline.cameBack',
  open: 'timeline.taskIsOpen',
  done: 'timeline.taskIsDone',
  cancelled: 'timeline.taskIsCancelled',
};

function dunningFacts(line: TimelineLine, reader: Reader): string[] {
  const { kind, itemCount, state, reasons } = line;
  const { t, dunning } = reader;
  const counted = t('timeline.items', { count: itemCount });
  if (kind === 'dunning_held') {
    const [only] = reasons;
    if (only !== undefined && reasons.length === 1) return [counted, dunning.reason(only.reason)];
    return [counted, reasons.map(({ reason, items }) => `${dunning.reason(reason)} (${items})`).join(', ')];
  }
  if (state === null) return [counted];
  const paper = paperFacts(line, reader);
  if (paper.length > 0) return [counted, ...paper];
  const own = LETTER_STATES[state];
  return [counted, own === undefined ? dunning.state(state) : t(own)];
}

/** The number of the print that a letter on paper is in, 0: in none yet; null of what is not on paper. */
const printOf = ({ kind, reasons }: TimelineLine): number | null =>
  kind === 'dunning_letter' ? (reasons.find(({ reason }) => reason === 'print')?.items ?? null) : null;

/** How far a letter on paper got, by whose word; nothing of one that was taken back. */
function paperFacts(line: TimelineLine, { t, formats, zone }: Reader): string[] {
  const { state, person, dueAt } = line;
  const number = printOf(line);
  if (number === null) return [];
  if (state === 'to_print') return [t('timeline.waitsForPrinter')];
  if (state === 'printed') return [t('timeline.printedBy', { number, person: person ?? '' })];
  if (state !== 'posted' || dueAt === null) return [];
  const when = formats.instant(dueAt, zone);
  const posted = person === null ? t('timeline.postedAt', { when }) : t('timeline.postedBy', { when, person });
  return number === 0 ? [posted] : [t('timeline.printed', { number }), posted];
}

function textOf({ kind, what, text }: TimelineLine, { t, formats }: Reader): string {
  if (kind === 'blocker_solved') return [what, text].filter((one) => one !== null && one !== '').join(': ');
  if (kind.startsWith('session_')) return [what, text].filter((one) => one !== null && one !== '').join('\n');
  if (kind.startsWith('hold_') || kind.startsWith('dispute_')) return holdReason(text ?? '', { t, formats });
  return text ?? '';
}
