/** Expectations that are lists: applications, entries, postings, journals, pending acts, holds. */
import { type LocalDate, startOfMonth } from '../calendar/index.ts';
import type { Account } from '../ledger/index.ts';
import { readAccount, readEntryKind, tryAccount } from './accounts.ts';
import { noQuestion, questionClauses, readHeading, readRows } from './expect-question.ts';
import { type Reader, readClauses, takeClause } from './reader.ts';
import type {
  Expectation,
  HoldExpected,
  JournalLineExpected,
  PostingExpected,
  PostingsSubject,
  WrittenAmount,
} from './scenario.ts';

/** `expect applications of R1: 4711 400.00, 4712 100.00` */
export function parseApplications(reader: Reader): Expectation {
  const item = reader.item('the item');
  const question = noQuestion();
  readHeading(reader, questionClauses(reader, question), '"expect applications of"');
  const readRow = () => ({ item: reader.item('the other item'), amount: reader.amount('the amount applied') });
  return { kind: 'applications', item, ...question, rows: readRows(reader, readRow, 'rows such as 4711 400.00') };
}

/** `expect entries of 4711: invoice 1,000.00, application 400.00 dated 2026-02-10` */
export function parseEntries(reader: Reader): Expectation {
  const item = reader.item('the item');
  const question = noQuestion();
  readHeading(reader, questionClauses(reader, question), '"expect entries of"');
  const readRow = () => {
    const entryKind = readEntryKind(reader);
    const amount = reader.tryAmount();
    const isDated = reader.takePhrase(['dated', 'effective', 'on']) !== null;
    return { entryKind, amount, effectiveOn: isDated ? reader.date('the effective day') : null };
  };
  return { kind: 'entries', item, ...question, rows: readRows(reader, readRow, 'rows such as application 400.00') };
}

/** `expect postings of A1: receivable credit 400.00, unapplied debit 400.00` */
export function parsePostings(reader: Reader): Expectation {
  const isLast = reader.takePhrase(['last step']) !== null;
  const subject: PostingsSubject = isLast
    ? { kind: 'last_step' }
    : { kind: 'named', item: reader.item('a step or document') };
  const rows = readRows(reader, () => readPosting(reader), 'rows such as receivable credit 400.00');
  return { kind: 'postings', subject, rows };
}

function readPosting(reader: Reader): PostingExpected {
  const account = readAccount(reader);
  const amount = readSigned(reader);
  let functional: WrittenAmount | null = null;
  let effectiveOn: LocalDate | null = null;
  let dueOn: LocalDate | null = null;
  let customer: string | null = null;
  let item: string | null = null;
  const clauses = {
    functional: () => {
      functional = readSigned(reader);
    },
    'dated|effective': () => {
      effectiveOn = reader.date('the effective day');
    },
    due: () => {
      dueOn = reader.date('the due day');
    },
    'of|customer': () => {
      customer = reader.name('the customer');
    },
    item: () => {
      item = reader.name('the item');
    },
  };
  while (takeClause(reader, clauses)) {
    // each clause has been read
  }
  return { account, amount, functional, effectiveOn, dueOn, customer, item };
}

/** "debit 400.00" and "400.00" are positive, "credit 400.00" negative. */
function readSigned(reader: Reader): WrittenAmount {
  const side = reader.takePhrase(['debit', 'credit']);
  const amount = reader.amount('the amount');
  return side === 'credit' ? negated(amount) : amount;
}

function negated({ decimal, currency }: WrittenAmount): WrittenAmount {
  return { decimal: decimal.startsWith('-') ? decimal.slice(1) : `-${decimal}`, currency };
}

/** `expect journal of 2026-02: receivable debit 1,000.00 credit 400.00, billing credit 1,000.00` */
export function parseJournal(reader: Reader): Expectation {
  const source = readJournalSource(reader);
  const rows = readRows(reader, () => readJournalLine(reader, readAccount(reader)), 'rows such as billing credit 9.00');
  return { kind: 'journal', source, rows };
}

function readJournalSource(reader: Reader) {
  if (reader.takePhrase(['from']) !== null) {
    const from = reader.date('the first day');
    if (reader.takePhrase(['to', 'through']) === null)
      reader.refuse('word_missing', 'Until when? Write: to 2026-02-28.');
    return { kind: 'days', from, to: reader.date('the last day') } as const;
  }
  const number = reader.peek()?.text ?? '';
  if (/^\d{1,4}$/.test(number)) {
    reader.take();
    return { kind: 'exported', number: Number(number) } as const;
  }
  reader.takePhrase(['of']);
  const day = reader.tryDate();
  if (day !== null) return { kind: 'days', from: day, to: day } as const;
  const to = reader.monthEnd('the month, the days or the number of the journal');
  return { kind: 'days', from: startOfMonth(to), to } as const;
}

function readJournalLine(reader: Reader, account: Account): JournalLineExpected {
  const line = { debit: null, credit: null, net: null, functional: null } as {
    -readonly [Name in Exclude<keyof JournalLineExpected, 'account'>]: WrittenAmount | null;
  };
  const clauses = {
    debit: () => {
      line.debit = reader.amount('the debit');
    },
    credit: () => {
      line.credit = reader.amount('the credit');
    },
    net: () => {
      line.net = readSigned(reader);
    },
    functional: () => {
      line.functional = readSigned(reader);
    },
  };
  for (;;) {
    if (takeClause(reader, clauses)) continue;
    const amount = line.net === null ? reader.tryAmount() : null;
    if (amount === null) break;
    line.net = amount;
  }
  if (Object.values(line).every((amount) => amount === null)) reader.amount('the amount');
  return { account, ...line };
}

/** `expect account bad debt debit 12.00 as of 2026-02-28` */
export function parseAccount(reader: Reader): Expectation {
  const account = tryAccount(reader) ?? readAccount(reader);
  const question = noQuestion();
  readQuestion(reader, question);
  const line = readJournalLine(reader, account);
  readQuestion(reader, question);
  return { kind: 'account', ...question, line };
}

function readQuestion(reader: Reader, question: ReturnType<typeof noQuestion>): void {
  const clauses = questionClauses(reader, question);
  reader.skipMarks();
  while (takeClause(reader, clauses)) reader.skipMarks();
}

/** `expect realised gain 5.00`, `expect unrealised loss 12.00 as of 2026-01-31`: in functional currency. */
export function parseFx(account: 'fx_realised' | 'fx_unrealised'): (reader: Reader) => Expectation {
  return (reader) => {
    const side = reader.takePhrase(['fx gain', 'gain', 'fx loss', 'loss']);
    if (side === null) return reader.refuseWord(['gain', 'loss'], '"realised"');
    const question = noQuestion();
    let amount: WrittenAmount | null = null;
    readClauses(reader, questionClauses(reader, question), {
      after: `"${side}"`,
      otherwise() {
        const found = reader.tryAmount();
        amount = found ?? amount;
        return found !== null;
      },
    });
    const size = amount ?? reader.amount('the amount');
    const functional = side.endsWith('gain') ? negated(size) : size; // a gain is a credit
    return { kind: 'account', ...question, line: { account, debit: null, credit: null, net: null, functional } };
  };
}

/** `expect pending: R1 on 2026-03-01`, `expect pending none`, `expect pending R1 refused "closed"` */
export function parsePending(reader: Reader): Expectation {
  const start = reader.position();
  if (reader.peek()?.kind === 'word' && !reader.looksAt('none') && !reader.looksAt('nothing')) {
    const name = reader.name('the pending document or step');
    if (reader.takePhrase(['refused']) !== null) {
      const words = reader.peek()?.kind === 'quoted' ? reader.text('words of the refusal') : null;
      return { kind: 'refused_pending', name, words };
    }
    reader.goTo(start);
  }
  const readRow = () => {
    const name = reader.item('the pending document or step').number;
    const isDated = reader.takePhrase(['on', 'dated', 'effective']) !== null;
    return { name, effectiveOn: isDated ? reader.date('the day it takes effect') : null };
  };
  return { kind: 'pending', rows: readRows(reader, readRow, 'rows such as R1 on 2026-03-01') };
}

/** `expect holds of 4711: dispute 50.00 until 2026-03-31` */
export function parseHolds(reader: Reader): Expectation {
  const subject = reader.item('the item or customer');
  const readRow = (): HoldExpected => {
    const holdKind = reader.name('the kind of hold');
    const amount = reader.tryAmount();
    const untilOn = reader.takePhrase(['until']) === null ? null : reader.date('the last day');
    return { holdKind, amount, untilOn };
  };
  return { kind: 'holds', subject, rows: readRows(reader, readRow, 'rows such as dispute 50.00') };
}
