/** Steps of collections beside promises: strategies and dunning runs, calls, interest on late payment. */
import type { LocalDate } from '../calendar/index.ts';
import { CALL_OUTCOMES, type CallOutcome } from '../calls/index.ts';
import type { DayCount } from '../interest/index.ts';
import { commonClauses, type DraftFacts } from './facts.ts';
import { type Reader, readClauses } from './reader.ts';
import type { Action, WrittenAmount } from './scenario.ts';
import { noPromise, promiseClauses, promiseOf, readCount, takeAmount } from './step-promises.ts';

/** `strategy usual`, `strategy usual quiet 0 days, bank data 4 days, customers from 20` */
export function parseStrategy(reader: Reader, facts: DraftFacts): Action {
  if (reader.takePhrase(['usual']) === null) return reader.refuseWord(['usual'], '"strategy"');
  let quietDays: number | null = null;
  let bankDataDays: number | null = null;
  let customerUnitsMin: number | null = null;
  const days = (what: string): number => {
    const count = readCount(reader, what);
    reader.takePhrase(['days', 'day']);
    return count;
  };
  const clauses = {
    ...commonClauses(reader, facts),
    quiet: () => {
      quietDays = days('the days without a letter after a contact');
    },
    'bank data': () => {
      bankDataDays = days('how old the bank data may be');
    },
    'customers from': () => {
      customerUnitsMin = readCount(reader, 'the least that is asked of a customer');
    },
  };
  readClauses(reader, clauses, { after: '"strategy usual"' });
  return { kind: 'strategy', quietDays, bankDataDays, customerUnitsMin };
}

/** `bank statement through 2026-03-09`; through today unless said. */
export function parseBankStatement(reader: Reader, facts: DraftFacts): Action {
  let through: LocalDate | null = null;
  const clauses = {
    ...commonClauses(reader, facts),
    through: () => {
      through = reader.date('the last day of the statement');
    },
  };
  readClauses(reader, clauses, { after: '"bank statement"' });
  return { kind: 'bank_statement', through };
}

/** `dunning run called D1` */
export function parseDunningRun(reader: Reader, facts: DraftFacts): Action {
  readClauses(reader, commonClauses(reader, facts), { after: '"dunning run"' });
  return { kind: 'dunning_run' };
}

/** `check letters of D1`: what speaks against each now, as before it is handed to the mail server. */
export function parseCheckLetters(reader: Reader, facts: DraftFacts): Action {
  const run = reader.takePhrase(['of', 'by']) === null ? null : reader.name('the run');
  readClauses(reader, commonClauses(reader, facts), { after: '"check letters"' });
  return { kind: 'check_letters', run };
}

const OUTCOMES: Readonly<Record<string, CallOutcome>> = Object.fromEntries(
  CALL_OUTCOMES.map((outcome) => [outcome.replaceAll('_', ' '), outcome]),
);

/** `call C1 no answer`, `call C1 promised P1 600.00 by 2026-03-06 paying 4711` */
export function parseCall(reader: Reader, facts: DraftFacts): Action {
  const customer = reader.name('the customer who was called');
  reader.skipMarks();
  const outcome = readOutcome(reader);
  const draft = noPromise();
  const name = outcome === 'promised' ? reader.name('a name for the promise') : null;
  const clauses = name === null ? commonClauses(reader, facts) : promiseClauses(reader, facts, draft);
  readClauses(reader, clauses, {
    after: '"call"',
    otherwise: () => name !== null && takeAmount(reader, draft),
  });
  const promise = name === null ? null : promiseOf(reader, name, draft);
  return { kind: 'call', customer, outcome, promise };
}

export function readOutcome(reader: Reader): CallOutcome {
  const phrase = reader.takePhrase(Object.keys(OUTCOMES));
  const outcome = phrase === null ? undefined : OUTCOMES[phrase];
  return outcome ?? reader.refuseWord(Object.keys(OUTCOMES), 'the customer');
}

/** `interest terms reference 8% fee 40.00 grace 0 days from 2025-01-01`, `interest terms contract 10% by 360`, `interest terms none` */
export function parseInterestTerms(reader: Reader, facts: DraftFacts): Action {
  const scheme = reader.takePhrase(['none', 'reference', 'contract']) as 'none' | 'reference' | 'contract' | null;
  if (scheme === null) return reader.refuseWord(['reference', 'contract', 'none'], '"interest terms"');
  const rateE4 = scheme === 'none' ? 0 : readRate(reader);
  const draft = {
    graceDays: 0,
    fee: null as WrittenAmount | null,
    minimum: null as WrittenAmount | null,
    fromOn: null as LocalDate | null,
    dayCount: 'act365' as DayCount,
  };
  const clauses = {
    ...commonClauses(reader, facts),
    'by 360': () => {
      draft.dayCount = 'act360';
    },
    fee: () => {
      draft.fee = reader.amount('the fee for each item');
    },
    minimum: () => {
      draft.minimum = reader.amount('the least that is proposed');
    },
    grace: () => {
      draft.graceDays = readCount(reader, 'the days of grace');
      reader.takePhrase(['days', 'day']);
    },
    from: () => {
      draft.fromOn = reader.date('the first day charged');
    },
  };
  readClauses(reader, clauses, { after: '"interest terms"' });
  return { kind: 'interest_terms', scheme, rateE4, ...draft };
}

/** `reference rate 2.15% from 2026-01-01` */
export function parseReferenceRate(reader: Reader, facts: DraftFacts): Action {
  const rateE4 = readRate(reader);
  if (reader.takePhrase(['from']) === null) return reader.refuseWord(['from'], 'the rate');
  const fromOn = reader.date('the first day of the rate');
  readClauses(reader, commonClauses(reader, facts), { after: '"reference rate"' });
  return { kind: 'reference_rate', rateE4, fromOn };
}

/** A millionth is a ten-thousandth of a per cent. */
function readRate(reader: Reader): number {
  const share = reader.tryPercent();
  return share === null ? reader.refuse('word_missing', 'Which rate? Write: 8%.') : Number(share);
}

/** `charge interest of C1 209.63`, `waive interest of L1 5.92 because ...`: of a customer's items, or of a plan. */
export function parseInterestAct(
  kind: 'charge_interest' | 'waive_interest',
): (reader: Reader, facts: DraftFacts) => Action {
  return (reader, facts) => {
    reader.takePhrase(['of']);
    const of = reader.name('the customer or the plan');
    reader.skipMarks();
    const total = reader.amount('the amount that was seen');
    readClauses(reader, commonClauses(reader, facts), { after: `"${kind.replaceAll('_', ' ')}"` });
    return { kind, of, total };
  };
}
