/** Every bank format that can be read. A new format is a folder with a `BankFormat` and one line here. */
import { bai2 } from './bai2/index.ts';
import { camt } from './camt/index.ts';
import { lockbox } from './lockbox/index.ts';
import { mt940, mt942 } from './mt940/index.ts';
import { ofx } from './ofx/index.ts';
import type {
  BankEntry,
  FileProblem,
  ParsedFile,
  ParsedStatement,
  StatementHandlers,
  StatementReader,
} from './statement.ts';

export interface BankFormat {
  /** The name on the command line and in the printed result. */
  readonly name: string;
  /** Whether the beginning of a file looks like this format. */
  readonly recognises: (head: string) => boolean;
  readonly createReader: (handlers: StatementHandlers) => StatementReader;
}

export const BANK_FORMATS: readonly BankFormat[] = [camt, bai2, lockbox, mt942, mt940, ofx];

/** How many characters of a file `detectFormat` wants to see; more does no harm. */
export const DETECT_HEAD_CHARS = 4096;

/** The format of a file by its first characters, or null when none fits. */
export function detectFormat(head: string): BankFormat | null {
  return BANK_FORMATS.find((format) => format.recognises(head)) ?? null;
}

/** Reads a whole text at once: for samples and small files. Large ones go through `createReader` in chunks. */
export function parseStatementText(format: BankFormat, text: string): ParsedFile {
  const statements: ParsedStatement[] = [];
  const problems: FileProblem[] = [];
  let entries: BankEntry[] = [];
  const reader = format.createReader({
    onEntry: (entry) => entries.push(entry),
    onStatement: (statement) => {
      statements.push({ ...statement, entries });
      entries = [];
    },
    onProblem: (problem) => problems.push(problem),
  });
  reader.write(text);
  const isComplete = reader.close();
  return { format: format.name, statements, problems, isComplete };
}
