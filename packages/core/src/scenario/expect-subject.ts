/** `expect 4711 open 600.00, due 2026-02-04` and `expect C1 balance 1,200.00, unapplied 0`: one item or customer. */
import type { LocalDate } from '../calendar/index.ts';
import { type DraftQuestion, noQuestion, questionClauses } from './expect-question.ts';
import { once } from './facts.ts';
import { nearestWord } from './nearest.ts';
import { type Clauses, phrasesOf, type Reader, readClauses } from './reader.ts';
import type { Expectation, ItemName, ItemStateExpected, WrittenAmount } from './scenario.ts';

const ITEM_AMOUNTS = { open: 'open', amount: 'amount', carrying: 'carrying', 'carried at': 'carrying' } as const;
const CUSTOMER_AMOUNTS = {
  balance: 'balance',
  receivable: 'receivable',
  overdue: 'overdue',
  unapplied: 'unapplied',
} as const;
const AMOUNTS: Readonly<Record<string, AmountName>> = { ...ITEM_AMOUNTS, ...CUSTOMER_AMOUNTS };
const STATES: Readonly<Record<string, ItemStateExpected>> = {
  'partly open': 'partly_open',
  'partly paid': 'partly_open',
  closed: 'closed',
  paid: 'closed',
  settled: 'closed',
  cancelled: 'cancelled',
  absent: 'absent',
  pending: 'pending',
};

type AmountName =
  | (typeof ITEM_AMOUNTS)[keyof typeof ITEM_AMOUNTS]
  | (typeof CUSTOMER_AMOUNTS)[keyof typeof CUSTOMER_AMOUNTS];

interface Draft extends DraftQuestion {
  readonly amounts: Map<AmountName, WrittenAmount>;
  dueOn: LocalDate | null;
  customer: string | null;
  state: ItemStateExpected | null;
}

/** `heads` are the other words that an expectation may begin with: one of them may have been misspelt. */
export function parseSubject(reader: Reader, heads: readonly string[]): Expectation {
  const start = reader.position();
  const isCustomer = reader.takePhrase(['customer']) !== null;
  const subject = reader.item('an item, a customer, or what is expected');
  const draft: Draft = { ...noQuestion(), amounts: new Map(), dueOn: null, customer: null, state: null };
  const clauses = subjectClauses(reader, draft);
  reader.skipMarks();
  const near = nearestWord(
    subject.number,
    heads.flatMap((head) => head.split(' ')),
  );
  if (near !== null && !startsAttribute(reader, clauses)) {
    reader.goTo(start);
    reader.refuseWord(heads, '"expect"');
  }
  readClauses(reader, clauses, {
    after: `"expect ${subject.number}"`,
    otherwise() {
      const amount = reader.tryAmount();
      if (amount === null) return false;
      const phrase = reader.takePhrase(Object.keys(AMOUNTS));
      if (phrase === null) return reader.refuseWord(Object.keys(AMOUNTS), 'the amount');
      setAmount(reader, draft, phrase, amount);
      return true;
    },
  });
  return isCustomer || isAboutCustomer(draft)
    ? customerExpectation(reader, subject, draft)
    : itemExpectation(reader, subject, draft);
}

/** `expect balance of C1 600.00` */
export function parseCustomerAmount(name: keyof typeof CUSTOMER_AMOUNTS): (reader: Reader) => Expectation {
  return (reader) => {
    reader.takePhrase(['customer']);
    const subject = { number: reader.name('the customer'), kind: null };
    const draft: Draft = { ...noQuestion(), amounts: new Map(), dueOn: null, customer: null, state: null };
    readClauses(reader, questionClauses(reader, draft), {
      after: `"expect ${name} of"`,
      otherwise() {
        const amount = reader.tryAmount();
        if (amount !== null) setAmount(reader, draft, name, amount);
        return amount !== null;
      },
    });
    return customerExpectation(reader, subject, draft);
  };
}

function subjectClauses(reader: Reader, draft: Draft): Clauses {
  const amounts = Object.keys(AMOUNTS).map((phrase) => [
    phrase,
    () => {
      const amount = reader.tryAmount();
      if (amount !== null) setAmount(reader, draft, phrase, amount);
      else if (phrase === 'open') draft.state = once(reader, draft.state, 'open');
      else reader.amount(`the amount ${phrase}`);
    },
  ]);
  const states = Object.entries(STATES).map(([phrase, state]) => [
    phrase,
    () => {
      draft.state = once(reader, draft.state, state);
    },
  ]);
  return {
    ...questionClauses(reader, draft),
    ...Object.fromEntries([...amounts, ...states]),
    'due|due on': () => {
      draft.dueOn = once(reader, draft.dueOn, reader.date('the due day'));
    },
    'of customer|of|customer': () => {
      draft.customer = once(reader, draft.customer, reader.name('the customer'));
    },
  };
}

function startsAttribute(reader: Reader, clauses: Clauses): boolean {
  if (phrasesOf(questionClauses(reader, noQuestion())).some((phrase) => reader.looksAt(phrase))) return false;
  return /^[-+(]?\d/.test(reader.peek()?.text ?? '') || phrasesOf(clauses).some((phrase) => reader.looksAt(phrase));
}

function setAmount(reader: Reader, draft: Draft, phrase: string, amount: WrittenAmount): void {
  const name = AMOUNTS[phrase];
  if (name === undefined) return;
  draft.amounts.set(name, once(reader, draft.amounts.get(name) ?? null, amount));
}

function isAboutCustomer(draft: Draft): boolean {
  return Object.values(CUSTOMER_AMOUNTS).some((name) => draft.amounts.has(name));
}

function customerExpectation(reader: Reader, subject: ItemName, draft: Draft): Expectation {
  const { amounts, asOf, knownAt } = draft;
  const odd = Object.values(ITEM_AMOUNTS).find((name) => amounts.has(name));
  if (odd !== undefined || draft.state !== null || draft.dueOn !== null)
    return reader.refuse(
      'expectation_mixed',
      'A customer has a balance, receivable, overdue and unapplied; open, due and state belong to an item. Use two lines.',
    );
  if (amounts.size === 0)
    return reader.refuse('word_missing', 'What of the customer is expected? Write: expect C1 balance 600.00.');
  return {
    kind: 'customer',
    customer: subject.number,
    asOf,
    knownAt,
    balance: amounts.get('balance') ?? null,
    receivable: amounts.get('receivable') ?? null,
    overdue: amounts.get('overdue') ?? null,
    unapplied: amounts.get('unapplied') ?? null,
  };
}

function itemExpectation(reader: Reader, item: ItemName, draft: Draft): Expectation {
  const { amounts, asOf, knownAt, dueOn, customer, state } = draft;
  if (amounts.size === 0 && dueOn === null && customer === null && state === null)
    return reader.refuse(
      'word_missing',
      `What of ${item.number} is expected? Write: expect ${item.number} open 600.00.`,
    );
  return {
    kind: 'item',
    item,
    asOf,
    knownAt,
    open: amounts.get('open') ?? null,
    amount: amounts.get('amount') ?? null,
    carrying: amounts.get('carrying') ?? null,
    dueOn,
    customer,
    state,
  };
}
