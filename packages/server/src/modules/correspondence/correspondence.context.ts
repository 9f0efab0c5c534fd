/** What correspondence needs of the installation. */
import type { MeetingAnswer } from '@quittance/core/correspondence';
import type { Clock } from '../../platform/clock.ts';
import type { CommandTx } from '../../platform/command/index.ts';
import type { Database, Tx } from '../../platform/database/transaction.ts';
import type { Enclosure } from './sending/enclosures.ts';

/** An answer to an invitation as it came by mail. */
export interface AnsweredMeeting extends MeetingAnswer {
  readonly messageId: string;
  readonly fromAddress: string;
  /** What our receiving server says of the sender. */
  readonly isForged: boolean;
  /** When they answered, by their clock unless it runs ahead. */
  readonly answeredAt: string;
}

export interface Meetings {
  /** The conversation in which this person was invited; null for an invitation of somebody else. */
  conversationOf(tx: Tx, answer: MeetingAnswer): Promise<string | null>;
  noteAnswer(tx: CommandTx, answered: AnsweredMeeting): Promise<void>;
}

/** An item that a letter does not ask for, and why. */
export interface LeftOut {
  readonly itemId: string;
  readonly number: string;
  /** `not_open`: paid or settled otherwise by now. */
  readonly reason: 'customer_hold' | 'item_hold' | 'credits_cover' | 'too_firm' | 'too_soon' | 'not_open';
  /** The kind of the hold, the step that comes before, or the day from which it may be. */
  readonly detail: string | null;
}

/** What of an item a letter lists and does not ask for, in the item's currency. */
export interface TakenOff {
  /** Covered by money and credits that wait to be applied. */
  readonly creditMinor: bigint;
  /** Promised, or disputed in part. */
  readonly restingMinor: bigint;
}

/** By item; those of which nothing is taken off are left out. */
export type TakenOffItems = ReadonlyMap<string, TakenOff>;

export type TakeOff = (
  tx: Tx,
  letter: { readonly customerId: string; readonly itemIds: readonly string[] },
) => Promise<TakenOffItems>;

/** What speaks against a letter now, though nothing forbids it. */
export type LetterWarning = 'daily_cap' | 'quiet_days' | 'no_account';

export interface WrittenByHand {
  readonly messageId: string;
  readonly customerId: string;
  readonly purpose: string;
  readonly itemIds: readonly string[];
  readonly address: string | null;
}

/** Whoever knows what may be asked for. */
export interface AskingRules {
  /** Undefined: the letter duns nobody, and is about all that is open. */
  itemsToAskFor(
    tx: Tx,
    letter: { readonly customerId: string; readonly purpose: string },
  ): Promise<
    | {
        readonly itemIds: readonly string[];
        readonly leftOut: readonly LeftOut[];
        readonly warnings: readonly LetterWarning[];
      }
    | undefined
  >;
  /** What letters of runs take off, of these items of a customer. Credits among the items are not used up: the letter lists them. */
  readonly takeOff: TakeOff;
  /** Of the items of a letter that did not go out, those that may be asked for now, and why the others may not. */
  stillToAskFor(
    tx: Tx,
    letter: {
      readonly customerId: string;
      readonly itemIds: readonly string[];
      readonly numbers: ReadonlyMap<string, string>;
    },
  ): Promise<{ readonly itemIds: readonly string[]; readonly leftOut: readonly LeftOut[] }>;
  /** As a letter is put on its way; refuses what may not be written. */
  noteWritten(tx: CommandTx, letter: WrittenByHand): Promise<void>;
}

export interface CorrespondenceContext {
  readonly database: Database;
  readonly clock: Clock;
  /** A secret of the installation by the name of its setting; undefined when it is not set. */
  readonly secret: (name: string) => string | undefined;
  /** What speaks against sending a message at this moment, in words; then it is withdrawn. Asked as it is claimed. */
  readonly objection?: (tx: Tx, messageId: string) => Promise<string | null>;
  /** Told that a message will not go out: refused for good, or given up. */
  readonly notSent?: (tx: Tx, messageId: string, why: string) => Promise<void>;
  /** Told that what went out to an address came back from there. */
  readonly cameBack?: (tx: CommandTx, messageId: string, address: string) => Promise<void>;
  /** Told that a message went out, or was posted: its reader has it. */
  readonly wentOut?: (tx: Tx, messageId: string) => Promise<void>;
  /** What goes with a message besides a statement, to be drawn as it leaves. */
  readonly enclosures?: (tx: Tx, messageId: string) => Promise<readonly Enclosure[]>;
  /** Who looks after a customer today; null: nobody. */
  readonly personOf?: (tx: Tx, customerId: string) => Promise<string | null>;
  /** Whose customers a person sees as their own today: theirs, and of whom they cover; their own alone when absent. */
  readonly portfoliosOf?: (tx: Tx, personId: string) => Promise<readonly string[]>;
  /** What letters by hand may ask for; anything when absent. */
  readonly asking?: AskingRules;
  /** Whose invitations are answered by mail. */
  readonly meetings?: Meetings;
  /** Anywhere from 0 to 1: spreads what is tried again; the middle when absent. */
  readonly chance?: () => number;
  /** How long a server may keep silent while it takes a message; shorter in tests. */
  readonly silenceMs?: number;
}
