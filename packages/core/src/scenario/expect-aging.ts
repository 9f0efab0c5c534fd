/**
 * `expect aging as of 2026-03-01 known at 2026-02-11 of C1: 1-30 600.00, unapplied 0, total 600.00`; several rows as
 * bullets, each with its customer or item. When a row names any bucket, those it does not name are expected to be zero.
 */
import { isCurrencyCode } from '../money/index.ts';
import { noQuestion, questionClauses, readHeading, readRows } from './expect-question.ts';
import type { Reader } from './reader.ts';
import type { AgingExpectation, AgingRowExpected, WrittenAmount } from './scenario.ts';

const USUAL_BUCKETS = [30, 60, 90];

interface DraftRow {
  notDue: WrittenAmount | null;
  buckets: (WrittenAmount | null)[];
  unapplied: WrittenAmount | null;
  total: WrittenAmount | null;
}

export function parseAging(reader: Reader): AgingExpectation {
  const question = noQuestion();
  let by: 'customer' | 'item' = 'customer';
  let buckets = USUAL_BUCKETS;
  let customer: string | null = null;
  let currency: string | null = null;
  const clauses = {
    ...questionClauses(reader, question),
    'of|of customer|for': () => {
      customer = reader.name('the customer');
    },
    'by customer': () => {
      by = 'customer';
    },
    'by item': () => {
      by = 'item';
    },
    in: () => {
      currency = reader.name('the currency');
    },
    buckets: () => {
      buckets = readBuckets(reader);
    },
  };
  readHeading(reader, clauses, '"expect aging"');
  const rows = readRows(reader, () => readAgingRow(reader, buckets), 'columns such as 1-30 600.00, total 600.00');
  return { kind: 'aging', ...question, by, buckets, customer, currency, rows };
}

/** "30, 60, 90" or "30 60 90" or "30,60,90". */
function readBuckets(reader: Reader): number[] {
  const buckets: number[] = [];
  for (let token = reader.peek(); token; token = reader.peek()) {
    if (token.kind === 'comma' && buckets.length > 0) reader.take();
    else if (token.kind === 'word' && /^\d{1,4}([,/]\d{1,4})*$/.test(token.text)) {
      reader.take();
      buckets.push(...token.text.split(/[,/]/).map(Number));
    } else break;
  }
  const isRising = buckets.every((days, index) => days > (buckets[index - 1] ?? 0));
  if (buckets.length === 0 || !isRising)
    return reader.refuse('buckets_not_readable', 'Write rising numbers of days: buckets 30, 60, 90.');
  return buckets;
}

function readAgingRow(reader: Reader, buckets: readonly number[]): AgingRowExpected {
  const { key, currency } = readKey(reader);
  const row: DraftRow = { notDue: null, buckets: buckets.map(() => null), unapplied: null, total: null };
  while (!reader.atEnd() && reader.peek()?.kind !== 'row') {
    if (reader.peek()?.kind === 'comma') reader.take();
    else readColumn(reader, buckets, row);
  }
  return { key, currency, ...row };
}

/** "C1:" or "C1 USD:" or "total:"; nothing when the row begins with a column. */
function readKey(reader: Reader): { key: string | null; currency: string | null } {
  const start = reader.position();
  const key = reader.name('a customer, an item or a column');
  const unit = reader.peek();
  const currency = unit?.kind === 'word' && isCurrencyCode(unit.text) ? unit.text : null;
  if (currency !== null) reader.take();
  if (reader.peek()?.kind === 'colon') {
    reader.take();
    return { key: key.toLowerCase() === 'total' ? null : key, currency };
  }
  reader.goTo(start);
  return { key: null, currency: null };
}

function readColumn(reader: Reader, buckets: readonly number[], row: DraftRow): void {
  if (reader.takePhrase(['not due', 'current']) !== null) row.notDue = reader.amount('the amount not due');
  else if (reader.takePhrase(['unapplied']) !== null) row.unapplied = reader.amount('the unapplied amount');
  else if (reader.takePhrase(['total']) !== null) row.total = reader.amount('the total');
  else row.buckets[readBucket(reader, buckets)] = reader.amount('the amount of the bucket');
}

/** The index of "31-60", "over 90" or "90+" among the buckets. */
function readBucket(reader: Reader, buckets: readonly number[]): number {
  const names = buckets.map((days, index) => `${(buckets[index - 1] ?? 0) + 1}-${days}`);
  const last = buckets.at(-1) ?? 0;
  const isOver = reader.takePhrase(['over']) !== null;
  const text = reader.peek()?.text ?? '';
  const open = isOver ? text : (/^>?(\d+)\+?$/.exec(text)?.[1] ?? '');
  const index = names.indexOf(text);
  if (index >= 0 && !isOver) {
    reader.take();
    return index;
  }
  if (open === String(last) || (text.endsWith('+') && open === String(last + 1))) {
    reader.take();
    return names.length;
  }
  return reader.refuseWord(['not due', ...names, `over ${last}`, 'unapplied', 'total'], 'the aging');
}
