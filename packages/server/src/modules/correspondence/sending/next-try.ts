/**
 * When a message that was put off is tried again. What passes (the server is away, a box is full, greylisting, no password yet) never
 * makes a letter fail for good: it waits longer and longer, and after a day a person is asked (RFC 5321, 4.5.4.1, has senders wait
 * for days and tell the author much earlier).
 */
import { instantMicros, instantText } from '../../../platform/clock.ts';
import type { Delivery } from '../messages/message.ts';

/** Before each further try of one message; the last holds for all that follow. */
const MESSAGE_MINUTES = [1, 5, 15, 30, 60, 120, 240];
/** Before each further try of a mailbox whose server is away, so that an hour's outage costs a handful of tries. */
const MAILBOX_MINUTES = [1, 2, 4, 8, 15];
/** A fifth sooner or later, so that what was put off together does not come back together. */
const SPREAD = 0.2;
/** So long a message may wait by itself. */
export const ASK_AFTER_HOURS = 24;

export interface Wait {
  /** Tries that failed so far, from one on. */
  readonly failures: number;
  readonly now: string;
  /** Anywhere from 0 to 1: where in the spread it falls; 0.5 is the middle. */
  readonly chance: number;
}

/** `nextMessageTry({ failures: 2, now: '…T10:00:00Z', chance: 0.5 })` is five minutes later. */
export function nextMessageTry(wait: Wait): string {
  return later(wait, MESSAGE_MINUTES);
}

export function nextMailboxTry(wait: Wait): string {
  return later(wait, MAILBOX_MINUTES);
}

function later({ failures, now, chance }: Wait, minutes: readonly number[]): string {
  const base = minutes[Math.min(failures, minutes.length) - 1] ?? 1;
  const seconds = Math.round(base * 60 * (1 - SPREAD + 2 * SPREAD * chance));
  return instantText(instantMicros(now) + BigInt(seconds) * 1_000_000n);
}

/** Nothing goes on by itself, or it has waited for too long: somebody is asked. */
export function asksPerson(
  { state, queuedAt, comesBackTo }: Pick<Delivery, 'state' | 'queuedAt' | 'comesBackTo'>,
  now: string,
): boolean {
  if (state === 'failed' || state === 'uncertain' || state === 'to_print' || comesBackTo !== null) return true;
  return state === 'queued' && instantMicros(queuedAt) <= instantMicros(askedBefore(now));
}

/** What was queued before this instant and still waits is asked about. */
export function askedBefore(now: string): string {
  return instantText(instantMicros(now) - BigInt(ASK_AFTER_HOURS) * 3_600_000_000n);
}
