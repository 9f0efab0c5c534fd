/** Steps and expectations of collections as data: promises and plans, dunning, calls, interest on late payment. */
import type { LocalDate } from '../calendar/index.ts';
import type { CallOutcome } from '../calls/index.ts';
import type { DayCount } from '../interest/index.ts';
import type { PlanRhythm, PromiseState } from '../promises/index.ts';
import type { ItemName, Question, WrittenAmount } from './scenario.ts';

export interface WrittenPromisePart {
  readonly amount: WrittenAmount;
  readonly promisedOn: LocalDate;
}

export interface WrittenPromise {
  readonly name: string;
  readonly customer: string;
  readonly parts:
    | { readonly kind: 'written'; readonly parts: readonly WrittenPromisePart[] }
    | {
        readonly kind: 'spread';
        readonly amount: WrittenAmount;
        readonly count: number;
        readonly rhythm: PlanRhythm;
        readonly firstOn: LocalDate;
      };
  /** Empty: on the account. */
  readonly items: readonly ItemName[];
  readonly isPlan: boolean;
  readonly interest: { readonly basisPoints: number; readonly dayCount: DayCount } | null;
}

export type CollectionsAction =
  | ({ readonly kind: 'promise' } & WrittenPromise)
  | { readonly kind: 'withdraw_promise'; readonly name: string }
  | {
      readonly kind: 'promise_policy';
      readonly days: number;
      readonly countsBusinessDays: boolean;
      readonly basisPoints: number;
      readonly most: WrittenAmount;
    }
  | {
      readonly kind: 'strategy';
      /** What is not said is as usual. */
      readonly quietDays: number | null;
      readonly bankDataDays: number | null;
      readonly customerUnitsMin: number | null;
    }
  | { readonly kind: 'bank_statement'; readonly through: LocalDate | null }
  | { readonly kind: 'dunning_run' }
  | { readonly kind: 'check_letters'; readonly run: string | null }
  | {
      readonly kind: 'call';
      readonly customer: string;
      readonly outcome: CallOutcome;
      readonly promise: Omit<WrittenPromise, 'customer' | 'isPlan' | 'interest'> | null;
    }
  | {
      readonly kind: 'interest_terms';
      readonly scheme: 'none' | 'reference' | 'contract';
      readonly rateE4: number;
      readonly dayCount: DayCount;
      readonly graceDays: number;
      readonly fee: WrittenAmount | null;
      readonly minimum: WrittenAmount | null;
      readonly fromOn: LocalDate | null;
    }
  | { readonly kind: 'reference_rate'; readonly rateE4: number; readonly fromOn: LocalDate }
  | { readonly kind: 'charge_interest' | 'waive_interest'; readonly of: string; readonly total: WrittenAmount };

export interface PromiseExpectation extends Question {
  readonly kind: 'promise';
  /** "P1", or "L1/2" for the second part of a plan. */
  readonly name: string;
  readonly state: PromiseState | null;
  readonly inTime: WrittenAmount | null;
  readonly late: WrittenAmount | null;
  readonly interest: WrittenAmount | null;
  readonly deadlineOn: LocalDate | null;
}

export interface ActionExpected {
  readonly customer: string;
  /** "notice_1", "call". */
  readonly step: string;
  readonly items: readonly string[];
}

export type CollectionsExpectation =
  | PromiseExpectation
  | { readonly kind: 'plan'; readonly name: string; readonly state: 'open' | 'kept' | 'broken' | 'withdrawn' }
  | {
      readonly kind: 'letters' | 'acts';
      readonly run: string | null;
      readonly rows: readonly ActionExpected[];
    }
  | {
      readonly kind: 'held_back';
      readonly run: string | null;
      readonly rows: readonly { readonly item: string; readonly reason: string; readonly detail: string | null }[];
    }
  | { readonly kind: 'dunning_level'; readonly item: ItemName; readonly level: number }
  | { readonly kind: 'calls'; readonly customer: string; readonly outcomes: readonly CallOutcome[] }
  | {
      readonly kind: 'interest';
      readonly customer: string;
      /** By item, or by plan. */
      readonly rows: readonly {
        readonly of: string;
        readonly interest: WrittenAmount;
        readonly fee: WrittenAmount | null;
        readonly days: number | null;
      }[];
    };
