/** The expectations by the phrase that follows `expect`. */
import { parseAging } from './expect-aging.ts';
import {
  parseActions,
  parseCalls,
  parseDunningLevel,
  parseHeldBack,
  parseInterest,
  parsePlanState,
  parsePromiseState,
} from './expect-collections.ts';
import {
  parseAccount,
  parseApplications,
  parseEntries,
  parseFx,
  parseHolds,
  parseJournal,
  parsePending,
  parsePostings,
} from './expect-lists.ts';
import { parseCustomerAmount, parseSubject } from './expect-subject.ts';
import { longestFirst, type Reader } from './reader.ts';
import type { Expectation } from './scenario.ts';
import { refuseLaterWords } from './steps.ts';

type ExpectationParser = (reader: Reader) => Expectation;

const EXPECTATIONS: Readonly<Record<string, ExpectationParser>> = {
  aging: parseAging,
  'applications of': parseApplications,
  'entries of': parseEntries,
  'postings of': parsePostings,
  journal: parseJournal,
  account: parseAccount,
  realised: parseFx('fx_realised'),
  realized: parseFx('fx_realised'),
  unrealised: parseFx('fx_unrealised'),
  unrealized: parseFx('fx_unrealised'),
  pending: parsePending,
  'no pending': () => ({ kind: 'pending', rows: [] }),
  'holds of': parseHolds,
  verify: parseVerify,
  'closed through': (reader) => ({ kind: 'closed_through', endsOn: reader.date('the last closed day') }),
  'nothing closed': () => ({ kind: 'closed_through', endsOn: null }),
  'balance of': parseCustomerAmount('balance'),
  'receivable of': parseCustomerAmount('receivable'),
  'overdue of': parseCustomerAmount('overdue'),
  'unapplied of': parseCustomerAmount('unapplied'),
  promise: parsePromiseState,
  plan: parsePlanState,
  letters: parseActions('letters'),
  acts: parseActions('acts'),
  'held back': parseHeldBack,
  'dunning level of': parseDunningLevel,
  'calls of': parseCalls,
  'interest of': parseInterest,
};

export const EXPECTATION_PHRASES = [...Object.keys(EXPECTATIONS), 'refused'];

/** What is expected, after the word `expect`; `refused` is read by the caller, because it holds a step. */
export function parseExpectation(reader: Reader): Expectation {
  refuseLaterWords(reader);
  const phrase = reader.takePhrase(longestFirst(Object.keys(EXPECTATIONS)));
  const parser = phrase === null ? undefined : EXPECTATIONS[phrase];
  const expectation = parser ? parser(reader) : parseSubject(reader, EXPECTATION_PHRASES);
  reader.skipMarks();
  if (!reader.atEnd()) reader.refuseWord([], 'this expectation');
  return expectation;
}

/** `expect verify`, `expect verify fails intercompany_transfers_are_paired` */
function parseVerify(reader: Reader): Expectation {
  reader.takePhrase(['passes']);
  const fails: string[] = [];
  if (reader.takePhrase(['fails']) !== null) {
    do fails.push(reader.name('the invariant that fails'));
    while (reader.skipMarks());
  }
  return { kind: 'verify', fails };
}
