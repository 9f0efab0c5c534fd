/** What the command line says of a file's columns: a mapping, a sheet, and a bank table's currency and account. */
import { readFileSync } from 'node:fs';
import { readStatementMapping, type StatementMapping } from '@quittance/core/bank-formats';
import type { ExtractMapping, MappedKind } from '@quittance/core/extracts';

export interface StatedOptions {
  readonly mapping?: string | undefined;
  readonly sheet?: string | undefined;
  readonly currency?: string | undefined;
  readonly account?: string | undefined;
}

/** Undefined leaves everything to be guessed; a text says what is wrong. */
export function statedMapping(
  options: StatedOptions,
  kind: MappedKind | 'statement',
): ExtractMapping | StatementMapping | undefined | string {
  if (kind === 'statement') return statedOfStatement(options);
  if (options.currency !== undefined || options.account !== undefined)
    return 'only a bank statement has a --currency or an --account; other files have "constants" in their mapping';
  return ofExtract(options, kind);
}

/** The same of a bank's table. What stands on the command line wins over the file. */
export function statedOfStatement(options: StatedOptions): StatementMapping | undefined | string {
  const { mapping, sheet, currency, account } = options;
  if (sheet !== undefined) return 'a bank statement has no --sheet: every sheet that is one is read';
  if (mapping === undefined && currency === undefined && account === undefined) return undefined;
  const said = { ...(currency !== undefined && { currency }), ...(account !== undefined && { account }) };
  const json = mapping === undefined ? {} : readJson(mapping);
  if (typeof json === 'string') return json;
  const read = readStatementMapping({ ...json, ...said });
  return typeof read === 'string' ? `${mapping === undefined ? '' : `--mapping ${mapping}: `}${read}` : read;
}

/** Only `columns` is needed; decimal mark and date order are found from the values when they are not said. A sheet alone leaves the columns to be guessed. */
function ofExtract({ mapping, sheet }: StatedOptions, kind: MappedKind): ExtractMapping | undefined | string {
  if (mapping === undefined && sheet === undefined) return undefined;
  const nothing = { columns: {}, constants: {}, decimalMark: null, dateOrder: null, filters: [] };
  const given = mapping === undefined ? {} : readJson(mapping);
  if (typeof given === 'string') return given;
  const { columns } = given as Partial<ExtractMapping>;
  if (mapping !== undefined && (typeof columns !== 'object' || columns === null))
    return `--mapping ${mapping}: it has no "columns"`;
  return { ...nothing, ...given, kind, ...(sheet !== undefined && { sheet }) };
}

function readJson(path: string): object | string {
  try {
    const json: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? json
      : `--mapping ${path}: it is no JSON object`;
  } catch (error) {
    return `--mapping ${path}: ${error instanceof Error ? error.message : error}`;
  }
}
