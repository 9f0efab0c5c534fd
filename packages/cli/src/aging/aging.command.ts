/** `quittance aging`: who owes what since when, as of a day and as known at an instant. */
import { parseArgs } from 'node:util';
import { parseLocalDate } from '@quittance/core/calendar';
import { formatAmount, isCurrencyCode } from '@quittance/core/money';
import { type Aging, type AgingRequest, USUAL_BUCKETS } from '@quittance/server';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';
import { operatorScope, PLACE_OPTIONS, withApp } from '../place/place.ts';

const USAGE = `Usage: quittance aging [--as-of YYYY-MM-DD] [--known-at INSTANT] [--by customer|item] [--buckets 30,60,90]
                       [--currency EUR] [--company CODE] [--data DIR] [--json]

  --as-of     the day; today when absent. Days late = this day − due date; 0 or less is not due
  --known-at  as it was known then (2026-11-05T17:00:00Z); as known now when absent
  --by        one row for each customer (the default) or each item, and currency
  --buckets   upper ends of the buckets in days late
`;

const OPTIONS = {
  ...PLACE_OPTIONS,
  'as-of': { type: 'string' },
  'known-at': { type: 'string' },
  by: { type: 'string', default: 'customer' },
  buckets: { type: 'string', default: USUAL_BUCKETS.join(',') },
  currency: { type: 'string' },
} as const;

type LabelledAging = Aging & {
  readonly labels: ReadonlyMap<string, { readonly label: string; readonly customerName: string }>;
};

export async function runAging(argv: string[], io: CommandIo): Promise<ExitCode> {
  const { values } = readOptions(argv);
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const request = requestOf(values);
  const { code, answer } = await withApp(values.data, async (app) => {
    const scope = await operatorScope(app, values.company);
    return { code: scope.company.code, answer: await app.services.aging(scope, request) };
  });
  io.stdout(values.json ? `${JSON.stringify(agingJson(code, answer))}\n` : asText(code, answer));
  return 0;
}

/** Amounts are decimal texts in the row's currency; `key` is the customer's or item's number. */
function agingJson(company: string, answer: LabelledAging): object {
  const rows = answer.rows.map((row) => {
    const label = answer.labels.get(row.key);
    return { key: label?.label ?? row.key, id: row.key, customerName: label?.customerName ?? '', ...amountsOf(row) };
  });
  rows.sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0));
  const { asOf, knownAt, buckets } = answer;
  return { company, asOf, knownAt, buckets, rows, totals: answer.totals.map(amountsOf) };
}

function amountsOf(row: Aging['totals'][number]) {
  const { currency } = row;
  return {
    currency,
    notDue: formatAmount(row.notDueMinor, currency),
    buckets: row.bucketsMinor.map((amount) => formatAmount(amount, currency)),
    unapplied: formatAmount(row.unappliedMinor, currency),
    total: formatAmount(row.totalMinor, currency),
  };
}

function asText(company: string, answer: LabelledAging): string {
  const ends = answer.buckets;
  const names = ends.map((end, index) => `${(ends[index - 1] ?? 0) + 1}–${end}`);
  const head = ['', 'currency', 'not due', ...names, `${ends.at(-1)}+`, 'unapplied', 'total'];
  const cells = (key: string, row: Aging['totals'][number]) => {
    const { currency, notDue, buckets, unapplied, total } = amountsOf(row);
    return [key, currency, notDue, ...buckets, unapplied, total];
  };
  const table = [
    head,
    ...answer.rows.map((row) => cells(answer.labels.get(row.key)?.label ?? row.key, row)),
    ...answer.totals.map((total) => cells('total', total)),
  ];
  const widths = head.map((_, column) => Math.max(...table.map((line) => (line[column] ?? '').length)));
  const lines = table.map((line) =>
    line
      .map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  '),
  );
  return `${company} as of ${answer.asOf}, as known at ${answer.knownAt}\n${lines.join('\n')}\n`;
}

function requestOf(values: ReturnType<typeof readOptions>['values']): AgingRequest {
  const { by, 'as-of': asOfText, 'known-at': knownAt } = values;
  if (by !== 'customer' && by !== 'item') throw new UsageError(`--by is customer or item\n${USAGE}`);
  const asOf = asOfText === undefined ? undefined : parseLocalDate(asOfText);
  if (asOf === null) throw new UsageError(`--as-of ${asOfText} is no date; write it as YYYY-MM-DD\n${USAGE}`);
  if (!/^\d+(,\d+)*$/.test(values.buckets)) throw new UsageError(`--buckets are days such as 30,60,90\n${USAGE}`);
  const { currency } = values;
  if (currency !== undefined && !isCurrencyCode(currency)) {
    throw new UsageError(`--currency ${currency} is no currency code such as EUR\n${USAGE}`);
  }
  return {
    asOf,
    knownAt: instantOf(knownAt),
    by,
    buckets: values.buckets.split(',').map(Number),
    currency,
  };
}

/** An instant in UTC with microseconds, as the ledger compares it; a date alone is the end of that day in UTC. */
function instantOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  if (parseLocalDate(text) !== null) return `${text}T23:59:59.999999Z`;
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,6}))?Z$/.exec(text);
  if (!match || parseLocalDate(match[1] ?? '') === null) {
    throw new UsageError(`--known-at ${text} is no instant; write it as 2026-11-05T17:00:00Z\n${USAGE}`);
  }
  return `${match[1]}T${(match[2] ?? '').padEnd(8, ':00')}.${(match[3] ?? '').padEnd(6, '0')}Z`;
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}
