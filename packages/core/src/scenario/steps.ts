/** The steps by the phrase that they begin with, and the words that are kept for later versions. */
import { ADJUSTMENT_PHRASES } from './accounts.ts';
import type { DraftFacts } from './facts.ts';
import { DOCUMENT_PHRASES, longestFirst, type Reader } from './reader.ts';
import type { Action } from './scenario.ts';
import { parseAdjustment, parseApply } from './step-apply.ts';
import { parseBareStep, parseMoment, parseMonthStep, parseRevalue } from './step-books.ts';
import {
  parseBankStatement,
  parseCall,
  parseCheckLetters,
  parseDunningRun,
  parseInterestAct,
  parseInterestTerms,
  parseReferenceRate,
  parseStrategy,
} from './step-collections.ts';
import {
  parseBounce,
  parseIdentify,
  parseReceiveTransfers,
  parseReDate,
  parseReverse,
  parseTransfer,
  parseWithdraw,
} from './step-corrections.ts';
import { parseDocument } from './step-documents.ts';
import { parsePromise, parsePromisePolicy, parseWithdrawPromise } from './step-promises.ts';
import { parseCompany, parseCustomer, parseHold, parseRate, parseReleaseHold } from './step-setup.ts';

type StepParser = (reader: Reader, facts: DraftFacts) => Action;

const STEPS: Readonly<Record<string, StepParser>> = {
  company: parseCompany,
  customer: parseCustomer,
  rate: parseRate,
  ...Object.fromEntries(Object.entries(DOCUMENT_PHRASES).map(([phrase, kind]) => [phrase, parseDocument(kind)])),
  apply: parseApply,
  ...Object.fromEntries(Object.entries(ADJUSTMENT_PHRASES).map(([phrase, kind]) => [phrase, parseAdjustment(kind)])),
  move: parseAdjustment('suspense'),
  're date': parseReDate,
  redate: parseReDate,
  'change due date': parseReDate,
  identify: parseIdentify,
  assign: parseIdentify,
  reverse: parseReverse,
  undo: parseReverse,
  bounce: parseBounce,
  transfer: parseTransfer,
  'receive transfers': parseReceiveTransfers,
  revalue: parseRevalue,
  'start closing': parseMonthStep('start_closing'),
  close: parseMonthStep('close'),
  snapshot: parseMonthStep('snapshot'),
  seal: parseBareStep('seal'),
  'export journal': parseBareStep('export_journal'),
  wait: parseBareStep('wait'),
  hold: parseHold,
  'release hold': parseReleaseHold,
  withdraw: parseWithdraw,
  moment: parseMoment,
  promise: parsePromise(false),
  plan: parsePromise(true),
  'instalment plan': parsePromise(true),
  'withdraw promise': parseWithdrawPromise,
  'withdraw plan': parseWithdrawPromise,
  'promise policy': parsePromisePolicy,
  strategy: parseStrategy,
  'bank statement': parseBankStatement,
  'dunning run': parseDunningRun,
  'check letters': parseCheckLetters,
  call: parseCall,
  'interest terms': parseInterestTerms,
  'reference rate': parseReferenceRate,
  'charge interest': parseInterestAct('charge_interest'),
  'waive interest': parseInterestAct('waive_interest'),
};

/** Words of DESIGN 5 that nothing stands behind yet, each with the capability it waits for. */
const LATER_WORDS: Readonly<Record<string, string>> = {
  dun: 'dunning',
  letter: 'dunning',
  remind: 'dunning',
  dispute: 'disputes',
  'resolve dispute': 'disputes',
  escalate: 'escalations',
  provision: 'expected-loss provisions',
  'credit limit': 'credit limits',
  approve: 'approvals',
};

export const STEP_PHRASES = Object.keys(STEPS);

/** The action of a statement. Refuses a word that begins no step; the nearest one is offered. */
export function parseAction(reader: Reader, facts: DraftFacts): Action {
  refuseLaterWords(reader);
  const phrase = reader.takePhrase(longestFirst(STEP_PHRASES));
  const parser = phrase === null ? undefined : STEPS[phrase];
  if (!parser) return reader.refuseWord([...STEP_PHRASES, 'expect'], 'the day');
  return parser(reader, facts);
}

/** Says of reserved words that they are not known yet, instead of guessing at a misspelling. */
export function refuseLaterWords(reader: Reader): void {
  const later = longestFirst(Object.keys(LATER_WORDS)).find((phrase) => reader.looksAt(phrase));
  if (later === undefined) return;
  const message = `"${later}" is not known yet: the word is kept for ${LATER_WORDS[later]}, which scenarios cannot say in this version. Take the line out, or write what it does to the ledger.`;
  reader.refuse('not_known_yet', message);
}
