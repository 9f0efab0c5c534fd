/**
 * `quittance parse FILE`: a bank file into normalised statements, or remittances, without a database, in bounded memory.
 * Exit codes: 0 done, 1 problems in the data (listed; a footing that is off is not one), 2 wrong usage.
 */
import { parseArgs } from 'node:util';
import { DETECT_HEAD_CHARS, type FileProblem, type StatementMapping } from '@quittance/core/bank-formats';
import { type StatedOptions, statedOfStatement } from '../import/stated-mapping.ts';
import { CSV, FORMAT_NAMES, type OpenedReader, openReader } from './open-reader.ts';
import { readText } from './read-text.ts';
import { createJsonPrinter, createPlainPrinter, type FilePrinter } from './statement-printer.ts';

export interface CommandOutput {
  /** May answer with a promise, which is awaited before more is read. */
  readonly stdout: (text: string) => void | Promise<void>;
  readonly stderr: (text: string) => void | Promise<void>;
}

/** How far the beginning is looked for behind blank lines. */
const HEAD_CHARS_MAX = 1_000_000;

const USAGE = `Usage: quittance parse FILE [--format auto|${FORMAT_NAMES.join('|')}] [--mapping M.json] [--currency CODE] [--account NUMBER] [--json]

Reads a bank statement or a remittance and prints it in one shape, whatever its format. Needs no database.
  --format   the format, when the beginning of the file does not tell it
  --mapping  which column of a table (csv) is which, as JSON: {"columns": {"bookedOn": ["Date"], "amount": ["Amount"]}, "currency": "EUR"}
  --currency, --account  of all lines of a table, where it does not say them
  --json     one JSON document: {format, statements, problems}, for edi820 {format, remittances, problems}
Exit codes: 0 done, 1 problems in the data (they are listed), 2 wrong usage.
`;

interface ParseRequest {
  readonly path: string;
  readonly format: string | null;
  readonly stated: StatedOptions;
  readonly isJson: boolean;
}

export async function runParse(argv: readonly string[], io: CommandOutput): Promise<number> {
  if (argv.includes('--help') || argv.includes('-h')) {
    await io.stdout(USAGE);
    return 0;
  }
  const request = readRequest(argv);
  if (typeof request === 'string') {
    await io.stderr(`quittance parse: ${request}\n${USAGE}`);
    return 2;
  }
  try {
    const mapping = statedOfStatement(request.stated);
    if (typeof mapping === 'string') {
      await io.stderr(`quittance parse: ${mapping}\n`);
      return 2;
    }
    const problems = await parseFile(request, mapping ?? null, io);
    if (!request.isJson) await io.stderr(problems.map(problemLine).join(''));
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!isFileError(error)) throw error;
    await io.stderr(`quittance parse: cannot read ${error.path ?? request.path} (${error.code})\n`);
    return 2;
  }
}

function readRequest(argv: readonly string[]): ParseRequest | string {
  const options = {
    format: { type: 'string' },
    mapping: { type: 'string' },
    currency: { type: 'string' },
    account: { type: 'string' },
    json: { type: 'boolean' },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) return 'name one file';
    const { format: name = 'auto', json: isJson = false, ...stated } = values;
    if (name !== 'auto' && !FORMAT_NAMES.includes(name)) return `unknown format ${name}`;
    const isTable = name === 'auto' || name === CSV;
    if (Object.keys(stated).length > 0 && !isTable) return `a mapping is for tables (${CSV}), not for ${name}`;
    return { path, format: name === 'auto' ? null : name, stated, isJson };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads the whole file through a printer and returns its problems. */
async function parseFile(
  request: ParseRequest,
  mapping: StatementMapping | null,
  io: CommandOutput,
): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  const chunks = readText(request.path);
  let head = '';
  let step = await chunks.next();
  // Blank lines before the beginning tell nothing of the format.
  for (; !step.done && isTooShort(head); step = await chunks.next()) head += step.value;
  const file = openFile(request, mapping, head, problems);
  if (file.opened !== null) {
    await file.opened.reader.write(head);
    for (; !step.done; step = await chunks.next()) {
      await io.stdout(file.printer.take());
      await file.opened.reader.write(step.value);
    }
    await file.opened.reader.end();
  } else {
    problems.push(unknownFormat());
  }
  if (step.done && step.value.doubt !== null) problems.push(doubtfulText(step.value.doubt));
  file.printer.end(file.opened?.format ?? null, problems);
  await io.stdout(file.printer.take());
  return problems;
}

function isTooShort(head: string): boolean {
  return head.length < HEAD_CHARS_MAX && head.trimStart().length < DETECT_HEAD_CHARS;
}

function openFile(
  request: ParseRequest,
  mapping: StatementMapping | null,
  head: string,
  problems: FileProblem[],
): { readonly opened: OpenedReader | null; readonly printer: FilePrinter } {
  // The printer needs to know whether remittances come; handlers only call it once the file is read.
  let printer = createPlainPrinter();
  const opened = openReader(
    request.format,
    head.trimStart(),
    {
      onEntry: (entry) => printer.onEntry(entry),
      onStatement: (statement) => printer.onStatement(statement),
      onRemittance: (remittance) => printer.onRemittance(remittance),
      onProblem: (problem) => problems.push(problem),
    },
    mapping,
  );
  if (request.isJson) printer = createJsonPrinter(opened?.format === 'edi820' ? 'remittances' : 'statements');
  return { opened, printer };
}

function unknownFormat(): FileProblem {
  const message = `The file is none of the known formats (${FORMAT_NAMES.join(', ')}). Check the file, or name its format with --format.`;
  return { line: 1, field: 'file', code: 'unknown_format', message };
}

function doubtfulText(doubt: string): FileProblem {
  return { line: 1, field: 'file', code: 'encoding_doubtful', message: doubt };
}

function problemLine(problem: FileProblem): string {
  return `line ${problem.line}, ${problem.field}: ${problem.message} [${problem.code}]\n`;
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'code' in error && 'syscall' in error;
}
