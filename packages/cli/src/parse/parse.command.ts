/**
 * `quittance parse FILE`: a bank file into normalised statements, without a database, in bounded memory.
 * Exit codes: 0 done, 1 problems in the data (listed; a footing that is off is not one), 2 wrong usage.
 */
import { parseArgs } from 'node:util';
import {
  BANK_FORMATS,
  type BankFormat,
  DETECT_HEAD_CHARS,
  detectFormat,
  type FileProblem,
  type StatementReader,
} from '@quittance/core/bank-formats';
import { readText } from './read-text.ts';
import { createJsonPrinter, createPlainPrinter, type StatementPrinter } from './statement-printer.ts';

export interface CommandOutput {
  /** May answer with a promise, which is awaited before more is read. */
  readonly stdout: (text: string) => void | Promise<void>;
  readonly stderr: (text: string) => void | Promise<void>;
}

const FORMAT_NAMES = ['auto', ...BANK_FORMATS.map((format) => format.name)];

const USAGE = `usage: quittance parse FILE [--format ${FORMAT_NAMES.join('|')}] [--json]\n`;

interface ParseRequest {
  readonly path: string;
  readonly format: BankFormat | null;
  readonly isJson: boolean;
}

export async function runParse(argv: readonly string[], io: CommandOutput): Promise<number> {
  const request = readRequest(argv);
  if (typeof request === 'string') {
    await io.stderr(`quittance parse: ${request}\n${USAGE}`);
    return 2;
  }
  const printer = request.isJson ? createJsonPrinter() : createPlainPrinter();
  try {
    const problems = await parseFile(request, printer, io);
    if (!request.isJson) await io.stderr(problems.map(problemLine).join(''));
    return problems.length > 0 ? 1 : 0;
  } catch (error) {
    if (!isFileError(error)) throw error;
    await io.stderr(`quittance parse: cannot read ${request.path} (${error.code})\n`);
    return 2;
  }
}

function readRequest(argv: readonly string[]): ParseRequest | string {
  const options = { format: { type: 'string' }, json: { type: 'boolean' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) return 'name one file';
    const name = values.format ?? 'auto';
    if (!FORMAT_NAMES.includes(name)) return `unknown format ${name}`;
    const format = BANK_FORMATS.find((known) => known.name === name) ?? null;
    return { path, format, isJson: values.json ?? false };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Reads the whole file through the printer and returns its problems. */
async function parseFile(request: ParseRequest, printer: StatementPrinter, io: CommandOutput): Promise<FileProblem[]> {
  const problems: FileProblem[] = [];
  const chunks = readText(request.path);
  let format = request.format;
  let reader: StatementReader | null = null;
  let head = '';
  const begin = (text: string) => {
    format ??= detectFormat(text);
    reader = format?.createReader({ ...printer, onProblem: (problem) => problems.push(problem) }) ?? null;
    reader?.write(text);
  };
  let step = await chunks.next();
  for (; !step.done; step = await chunks.next()) {
    if (reader !== null) (reader as StatementReader).write(step.value);
    else if (head.length + step.value.length < DETECT_HEAD_CHARS) head += step.value;
    else {
      begin(head + step.value);
      head = '';
      if (reader === null) break;
    }
    await io.stdout(printer.take());
  }
  if (head !== '') begin(head);
  (reader as StatementReader | null)?.close();
  if (reader === null) problems.push(unknownFormat());
  if (step.done && step.value.doubt !== null) problems.push(doubtfulText(step.value.doubt));
  printer.end(format?.name ?? null, problems);
  await io.stdout(printer.take());
  return problems;
}

function unknownFormat(): FileProblem {
  const names = BANK_FORMATS.map((format) => format.name).join(', ');
  const message = `The file is none of the known formats (${names}). Check the file, or name its format with --format.`;
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
