/**
 * A line of a customer's timeline: one thing that happened, told once. Each module says its own lines: first only when and what, so
 * that a page and its counts cost little, then what the few on the page tell. Nothing is copied; what was done once stands once.
 */
import type { LocalDate } from '@quittance/core/calendar';
import type { Query } from '../../../platform/database/sql.ts';
import type { Tx } from '../../../platform/database/transaction.ts';

/** What people look for, each with the kinds of lines it holds. A call in which something was promised is of both. */
export const LINE_GROUPS = {
  mail: ['mail', 'mail_received', 'letter'],
  call: ['call', 'call_promised'],
  meeting: ['meeting', 'session_planned', 'session_held', 'session_no_show', 'session_cancelled'],
  note: ['note', 'invoice_received', 'set_aside', 'blocker_raised', 'blocker_solved'],
  promise: [
    'call_promised',
    'promise_made',
    'promise_kept',
    'promise_partly_kept',
    'promise_broken',
    'promise_reopened',
    'promise_withdrawn',
  ],
  task: ['task_made', 'task_done', 'task_cancelled', 'task_reopened', 'task_escalated'],
  dispute: ['dispute_placed', 'dispute_lifted'],
  hold: ['hold_placed', 'hold_lifted', 'block_placed', 'block_lifted'],
  dunning: ['dunning_letter', 'dunning_act', 'dunning_held'],
  interest: ['interest_charged', 'interest_waived'],
  receipt: ['receipt', 'on_account_credit'],
  document: ['invoice', 'debit_note', 'chargeback', 'credit_note'],
  account: ['account'],
  record: ['consent', 'request_asked', 'request_decided'],
} as const;

export type LineGroup = keyof typeof LINE_GROUPS;
export type LineKind = (typeof LINE_GROUPS)[LineGroup][number];

export const LINE_GROUP_NAMES = Object.keys(LINE_GROUPS) as [LineGroup, ...LineGroup[]];

/** A thing may have several lines, of different kinds: a hold is placed and lifted. */
export interface LineKey {
  readonly at: string;
  readonly id: string;
  readonly kind: LineKind;
}

export const UNDOING = ['activity', 'hold', 'task', 'promise'] as const;

export interface TimelineLine extends LineKey {
  readonly by: string;
  readonly actorId: string | null;
  /** The finer word: outcome of a call, kind of an entry or hold, occasion of a letter. */
  readonly what: string | null;
  readonly text: string | null;
  readonly currency: string | null;
  readonly amountMinor: bigint | null;
  readonly undoneMinor: bigint | null;
  /** The day it is about: of a promise, the last of a hold, on which an entry counts, of the next look. */
  readonly day: LocalDate | null;
  /** The instant it is about: when a task is due, a session begins, to call back, when a letter on paper was printed or posted. */
  readonly dueAt: string | null;
  /** With whom, or for whom; of a letter on paper, who printed or posted it. */
  readonly person: string | null;
  readonly durationSeconds: number | null;
  /** The first of them. */
  readonly items: readonly { readonly id: string; readonly number: string; readonly kind: string }[];
  readonly itemCount: number;
  /** Where it is read whole. */
  readonly about: { readonly kind: LineSubject; readonly id: string } | null;
  /** It does not stand any more. */
  readonly takenBack: { readonly at: string; readonly by: string } | null;
  readonly isEdited: boolean;
  /** How it stands now: a letter is sent, a task is open. */
  readonly state: string | null;
  /** What else is counted: why items were held back; the number of the `print` that a letter on paper is in, 0 before. */
  readonly reasons: readonly { readonly reason: string; readonly items: number }[];
  /** What can still be taken back, as `about` or the line itself. */
  readonly undo: { readonly kind: (typeof UNDOING)[number]; readonly id: string } | null;
}

export const LINE_SUBJECTS = [
  'activity',
  'call',
  'conversation',
  'entry',
  'promise',
  'plan',
  'task',
  'session',
  'run',
  'request',
] as const;
export type LineSubject = (typeof LINE_SUBJECTS)[number];

/** What most lines leave empty. */
export const PLAIN_LINE = {
  ...{
    actorId: null,
    what: null,
    text: null,
    currency: null,
    amountMinor: null,
    undoneMinor: null,
    day: null,
    dueAt: null,
  },
  ...{ person: null, durationSeconds: null, items: [], itemCount: 0, about: null, takenBack: null, isEdited: false },
  ...{ state: null, reasons: [], undo: null },
} as const satisfies Omit<TimelineLine, keyof LineKey | 'by'>;

export interface LinesAsk {
  readonly customerIds: readonly string[];
  /** As `searchedWords` reads them: all are said in a line. None: any line. */
  readonly words: readonly string[];
  /** Ids of activities and entries that another source tells. */
  readonly told: Query;
}

export interface TimelineSource {
  readonly name: string;
  /** What it tells at most; it is not asked for other kinds. */
  readonly kinds?: readonly LineKind[];
  /** Selects `at timestamptz, id uuid, kind text` of each line. */
  readonly lines: (tx: Tx, ask: LinesAsk) => Query;
  /** Selects the `id` of activities and entries that it tells itself, so that nothing stands twice. */
  readonly tells?: (tx: Tx, customerIds: readonly string[]) => Query;
  /** What these lines of its own tell, in any order; what is gone meanwhile is left out. */
  readonly load: (tx: Tx, keys: readonly LineKey[], customerIds: readonly string[]) => Promise<readonly TimelineLine[]>;
}
