/**
 * `quittance import`: files of customers, contacts, items, receipts, notes, promises, bank statements or advices into the ledger, or only
 * looked at with --dry-run. Extracts come as CSV, XLSX, JSON or UBL; advices also as mail, PDF, scan, EDI 820 or remt.001.
 * Exit codes: 0 done, 1 rows refused or a file that cannot be taken (listed), 2 wrong usage.
 */
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import type { StatementMapping } from '@quittance/core/bank-formats';
import { type LocalDate, parseLocalDate } from '@quittance/core/calendar';
import { EXTRACT_KINDS, type ExtractMapping } from '@quittance/core/extracts';
import { type CommandIo, type ExitCode, UsageError } from '../command-io.ts';
import type { AppliedReport, Importer, ImportReport } from './importer.ts';
import { type StatedOptions, statedMapping } from './stated-mapping.ts';

const USAGE = `Usage: quittance import customers|contacts|items|receipts|notes|promises|statement|remittance FILE... [--mapping FILE] [--sheet NAME]
                        [--currency CODE] [--account NUMBER] [--snapshot-on DATE] [--dry-run] [--good-rows] [--company CODE] [--data DIR] [--json]

  --mapping    a JSON file that says which column is which field, as --dry-run --json prints it
  --sheet      the sheet of a workbook that holds the rows, when the guess would be wrong
  --currency, --account  of all lines of a bank's table, where it does not say them
  --snapshot-on  the file lists all items open on that day: what the ledger has otherwise is proposed, not applied
  --dry-run    what would become of each row; posts nothing
  --good-rows  post the good rows of a file with refused ones; without it such a file is kept out whole

  What was posted is followed by cash application, as in the browser: receipts that only one explanation fits post by themselves.
`;

const OPTIONS = {
  data: { type: 'string' },
  company: { type: 'string' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
  mapping: { type: 'string' },
  sheet: { type: 'string' },
  currency: { type: 'string' },
  account: { type: 'string' },
  'snapshot-on': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'good-rows': { type: 'boolean', default: false },
} as const;

const KINDS = [...EXTRACT_KINDS, 'statement', 'remittance'] as const;
type Kind = (typeof KINDS)[number];

interface ImportOrder {
  readonly kind: Kind;
  readonly paths: readonly string[];
  readonly mapping: ExtractMapping | StatementMapping | undefined;
  readonly upTo: 'preview' | 'all' | 'good_rows';
  readonly snapshotOn: LocalDate | undefined;
  readonly place: { readonly data: string | undefined; readonly company: string | undefined };
  readonly isJson: boolean;
}

/** Opens the ledger, lends the importer to the work, and closes it again. */
export type WithImporter = <T>(place: ImportOrder['place'], work: (importer: Importer) => Promise<T>) => Promise<T>;

export async function runImport(argv: readonly string[], io: CommandIo, withImporter: WithImporter): Promise<ExitCode> {
  const order = readOrder(argv);
  if (order === 'help') {
    io.stdout(USAGE);
    return 0;
  }
  const { files, applied } = await withImporter(order.place, async (importer) => {
    const reports: FileReport[] = [];
    for (const path of order.paths) {
      const report = await importer.importFile({
        kind: order.kind,
        fileName: basename(path),
        content: createReadStream(path),
        byteCount: statSync(path).size,
        mapping: order.mapping,
        upTo: order.upTo,
        snapshotOn: order.snapshotOn,
      });
      reports.push({ path, report });
      if (!order.isJson) io.stdout(plainReport(path, report));
      if (!order.isJson) io.stderr(report.problems.map(problemLine).join(''));
    }
    return { files: reports, applied: reports.some(hasPosted) ? await importer.applyUnapplied() : null };
  });
  if (order.isJson) io.stdout(`${JSON.stringify({ files: files.map(reportJson), applied })}\n`);
  else if (applied !== null && applied.considered > 0) io.stdout(appliedLine(applied));
  return files.every(({ report }) => isWhole(report, order.upTo)) ? 0 : 1;
}

interface FileReport {
  readonly path: string;
  readonly report: ImportReport;
}

function readOrder(argv: readonly string[]): ImportOrder | 'help' {
  const { values, positionals } = readOptions(argv);
  if (values.help) return 'help';
  const [kindText, ...paths] = positionals;
  const kind = KINDS.find((known) => known === kindText);
  if (kind === undefined) throw new UsageError(`say what the files hold: ${KINDS.join(', ')}\n${USAGE}`);
  if (paths.length === 0) throw new UsageError(`name at least one file\n${USAGE}`);
  const missing = paths.find((path) => !existsSync(path));
  if (missing !== undefined) throw new UsageError(`there is no file ${missing}\n${USAGE}`);
  return {
    kind,
    paths,
    mapping: mappingOf(values, kind),
    snapshotOn: listedDay(values['snapshot-on'], kind),
    upTo: values['dry-run'] ? 'preview' : values['good-rows'] ? 'good_rows' : 'all',
    place: { data: values.data, company: values.company },
    isJson: values.json,
  };
}

function mappingOf(values: StatedOptions, kind: Kind): ImportOrder['mapping'] {
  const mapping = statedMapping(values, kind);
  if (typeof mapping === 'string') throw new UsageError(`${mapping}\n${USAGE}`);
  return mapping;
}

function readOptions(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${USAGE}`);
  }
}

function listedDay(text: string | undefined, kind: Kind): LocalDate | undefined {
  if (text === undefined) return undefined;
  if (kind !== 'items') throw new UsageError(`only a file of items has a --snapshot-on\n${USAGE}`);
  const day = parseLocalDate(text);
  if (day === null) throw new UsageError(`--snapshot-on ${text} is no date; write it as 2026-11-22\n${USAGE}`);
  return day;
}

function hasPosted({ report: { batch } }: FileReport): boolean {
  return batch.status === 'posted' && batch.added + batch.changed > 0;
}

function appliedLine({ considered, posted, suggested, exceptions, unchanged, passedOver }: AppliedReport): string {
  const counts = `${posted} posted, ${suggested} proposed, ${exceptions} with a question, ${unchanged + passedOver} as before`;
  return `cash application: ${considered} receipts looked at · ${counts}\n`;
}

/** Whether everything that was asked for came to pass. */
function isWhole({ batch, refusal }: ImportReport, upTo: ImportOrder['upTo']): boolean {
  const isBlocked = batch.questions.some((question) => question.isBlocking);
  return batch.status !== 'failed' && refusal === null && !isBlocked && (batch.refused === 0 || upTo === 'good_rows');
}

function reportJson({ path, report }: FileReport) {
  const { batch, isNew, problems, refusal } = report;
  return {
    file: path,
    id: batch.id,
    kind: batch.kind,
    status: batch.status,
    isNew,
    rows: batch.rowsKnown,
    added: batch.added,
    changed: batch.changed,
    unchanged: batch.unchanged,
    refused: batch.refused,
    leftOut: batch.leftOut,
    newCustomers: batch.newCustomers,
    mapping: batch.mapping,
    questions: batch.questions,
    problems,
    error: refusal?.message ?? batch.error,
  };
}

function plainReport(path: string, { batch, isNew, refusal }: ImportReport): string {
  const counts = [
    `${batch.added} added`,
    `${batch.changed} changed`,
    `${batch.unchanged} there already`,
    `${batch.refused} refused`,
    `${batch.leftOut} left out`,
  ];
  if (batch.newCustomers > 0) counts.push(`${batch.newCustomers} new customers`);
  const known = isNew ? '' : ' (this very file came before)';
  const lines = [`${path}: ${batch.status}${known} · ${counts.join(', ')}`];
  for (const question of batch.questions)
    lines.push(`  ${question.isBlocking ? 'to answer' : 'to know'}: ${question.message}`);
  const reason = refusal?.message ?? batch.error;
  if (reason !== null) lines.push(`  not posted: ${reason}`);
  return `${lines.join('\n')}\n`;
}

function problemLine(problem: ImportReport['problems'][number]): string {
  const place = problem.field === null ? `row ${problem.row}` : `row ${problem.row}, ${problem.field}`;
  return `${problem.isNote ? 'note' : 'refused'}: ${place}: ${problem.message} [${problem.code}]\n`;
}
