/** What a person is told of money that came twice: once for each file and kind of finding, never line by line. */
import type { Fate } from '@quittance/core/line-pairing';
import { formatAmount } from '@quittance/core/money';
import type { RowFault } from '../reading/messages.ts';
import { dayOf, type SeenLine } from '../statement-lines.ts';
import type { StandingLine } from './known-money.queries.ts';

export interface ToldFates {
  readonly tell: (fate: Fate, lines: readonly SeenLine[], stood: readonly StandingLine[]) => void;
  readonly notes: () => RowFault[];
}

interface Finding {
  readonly kind: Fate['kind'];
  readonly file: string;
  readonly row: number;
  readonly days: Set<string>;
  readonly sums: Map<string, bigint>;
  count: number;
}

export function createToldFates(): ToldFates {
  const findings = new Map<string, Finding>();
  const single: RowFault[] = [];
  return {
    tell(fate, lines, stood) {
      const [first] = lines;
      const file = stood[0]?.fileName ?? '';
      if (first === undefined || fate.kind === 'receipt') return;
      const note = noteOfSum(fate, lines, stood);
      if (note !== null) return void single.push({ row: first.entry.line, field: null, ...note });
      const key = `${fate.kind} ${file}`;
      const finding = findings.get(key) ?? newFinding(fate.kind, file, first.entry.line);
      findings.set(key, finding);
      for (const line of lines) addTo(finding, line);
    },
    notes: () => [...single, ...[...findings.values()].map(noteOfFinding)],
  };
}

function newFinding(kind: Fate['kind'], file: string, row: number): Finding {
  return { kind, file, row, days: new Set(), sums: new Map(), count: 0 };
}

function addTo(finding: Finding, line: SeenLine): void {
  const { amountMinor, currency } = line.entry;
  finding.count += 1;
  finding.days.add(dayOf(line) ?? '');
  finding.sums.set(currency, (finding.sums.get(currency) ?? 0n) + amountMinor);
}

function noteOfFinding({ kind, file, row, days, sums, count }: Finding): RowFault {
  const lines = count === 1 ? '1 line' : `${count} lines`;
  const what = `${lines} of ${daysInWords(days)} (${sumsInWords(sums)})`;
  if (kind === 'waits') {
    const message = `${what}: kept until a statement tells of ${count === 1 ? 'it' : 'them'}, for the receipts of this account come by its statements. ${count === 1 ? 'It is' : 'They are'} listed under Imports, Bank accounts.`;
    return { row, field: null, code: 'waits_for_statement', message };
  }
  if (kind === 'confirms') {
    const message = `${what}: announced by ${file}, and now receipts.`;
    return { row, field: null, code: 'confirms_announced', message };
  }
  const message = `${what}: already told by ${file}. Nothing further was posted for ${count === 1 ? 'it' : 'them'}.`;
  return { row, field: null, code: 'known_money', message };
}

/** Findings about a sum are told one by one: each is a decision somebody may ask about. */
function noteOfSum(
  fate: Fate,
  lines: readonly SeenLine[],
  stood: readonly StandingLine[],
): Pick<RowFault, 'code' | 'message'> | null {
  const came = `${sumOf(lines.map(({ entry }) => entry))} of ${daysInWords(new Set(lines.map((line) => dayOf(line) ?? '')))}`;
  const there = sumOf(stood);
  const file = stood[0]?.fileName ?? '';
  const day = stood[0]?.bookedOn ?? '';
  const details = (count: number) => (count === 1 ? 'the detail' : `the ${count} details`);
  if (fate.kind === 'replaces') {
    const message = `${came}: ${details(lines.length)} of ${there} in ${file} (${day}). They are the receipts now, in place of the sum.`;
    return { code: 'details_replace_sum', message };
  }
  if (fate.kind === 'too_late') {
    const message = `${came}: ${details(lines.length)} of ${there} in ${file} (${day}), whose receipt is in use. They are kept and not posted. To have a receipt for each, undo this import and what was done with that receipt, then post this file again.`;
    return { code: 'sum_is_in_use', message };
  }
  if (fate.kind === 'releases') {
    const message = `${came}: the sum of ${stood.length} lines of ${file}, which are the receipts now.`;
    return { code: 'sum_of_details', message };
  }
  if (fate.kind === 'doubtful') {
    const message = `${came} may be the money of ${there} in ${file} (${day}), and differs from it in amount or day. Nothing was posted for it: decide under Imports, Bank accounts.`;
    return { code: 'may_be_known_money', message };
  }
  if (fate.kind === 'known' && stood.length > 1) {
    const message = `${came}: the sum of ${stood.length} lines of ${file}, which are its receipts. Nothing further was posted.`;
    return { code: 'sum_of_known', message };
  }
  return null;
}

function sumOf(lines: readonly { readonly amountMinor: bigint; readonly currency: string }[]): string {
  const sums = new Map<string, bigint>();
  for (const { amountMinor, currency } of lines) sums.set(currency, (sums.get(currency) ?? 0n) + amountMinor);
  return sumsInWords(sums);
}

function sumsInWords(sums: ReadonlyMap<string, bigint>): string {
  return [...sums].map(([currency, amount]) => `${formatAmount(amount, currency)} ${currency}`).join(', ');
}

function daysInWords(days: ReadonlySet<string>): string {
  const sorted = [...days].sort();
  const [first = '', last = ''] = [sorted[0], sorted.at(-1)];
  return first === last ? first : `${first} to ${last}`;
}
