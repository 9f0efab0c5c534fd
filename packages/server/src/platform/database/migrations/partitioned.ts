/**
 * A check of the keys, and of the promise that the same SQL runs on a distributed engine: the migrations with every company
 * table partitioned by hash of company_id. PostgreSQL then refuses each unique or primary key that lacks the company.
 */
import type { MigrationFile } from './files.ts';

const PARTITIONS = 4;

/** The same migrations, their company tables partitioned. A table without a column company_id is a reference table and stays. */
export function partitioned(files: readonly MigrationFile[]): MigrationFile[] {
  return files.map((file) => ({ ...file, text: partitionTables(file.text) }));
}

/**
 * `create table t (company_id uuid, primary key (company_id));` becomes the same with `partition by hash (company_id)`
 * before the semicolon, followed by its four partitions.
 */
export function partitionTables(text: string): string {
  const opening = /^create table (?:if not exists )?(\w+) \(/gim;
  let result = '';
  let done = 0;
  for (const match of text.matchAll(opening)) {
    const [start, name = ''] = [match.index, match[1]];
    const end = endOfStatement(text, start);
    const statement = text.slice(start, end);
    if (start < done || !/^\s*company_id uuid\b/m.test(statement)) continue;
    const partitions = Array.from(
      { length: PARTITIONS },
      (_, remainder) =>
        `create table ${name}_${remainder} partition of ${name} for values with (modulus ${PARTITIONS}, remainder ${remainder});`,
    );
    result += `${text.slice(done, end)} partition by hash (company_id);\n${partitions.join('\n')}`;
    done = end + 1;
  }
  return result + text.slice(done);
}

/** Where the statement's semicolon is: outside of parentheses, literals and comments. */
function endOfStatement(text: string, start: number): number {
  let depth = 0;
  const token = /--[^\n]*|'(?:[^']|'')*'|[();]/g;
  token.lastIndex = start;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    if (match[0] === '(') depth++;
    if (match[0] === ')') depth--;
    if (match[0] === ';' && depth === 0) return match.index;
  }
  return text.length;
}
