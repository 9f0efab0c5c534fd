/**
 * The backup file: gzip of lines that a person can read, and blocks of rows as PostgreSQL's COPY writes them.
 *
 *     {"quittanceBackup":1,"madeAt":"…","migrations":[…],"companies":[…],"seals":[…]}
 *     {"table":"customer","columns":["company_id","id",…]}
 *     {"bytes":65536}
 *     …65,536 bytes of rows…
 *     {"rows":2000,"sha256":"…"}
 *     …
 *     {"tables":31,"rows":241337}
 *
 * It is the same for the embedded and any other database, and for every version of PostgreSQL.
 */
import { createHash } from 'node:crypto';
import { AppError } from '../../errors.ts';

export const FORMAT = 1;
const BLOCK_BYTES = 256 * 1024; // what is held in memory at a time
const BLOCK_BYTES_MAX = 16 * BLOCK_BYTES; // a longer block is not ours
const LINE_BYTES_MAX = 4 * 1024 * 1024; // the first line lists companies and migrations

export interface BackupHead {
  readonly quittanceBackup: number;
  /** When the data were read, ISO in UTC. */
  readonly madeAt: string;
  readonly migrations: readonly { readonly number: number; readonly name: string; readonly checksum: string }[];
  readonly companies: readonly { readonly code: string; readonly name: string }[];
  /** The last seal of each company: with it, a later `verify` shows that no older backup was put in place. */
  readonly seals: readonly { readonly companyId: string; readonly number: string; readonly hash: string }[];
}

export interface TableHead {
  readonly table: string;
  readonly columns: readonly string[];
}

export interface TableEnd {
  readonly rows: number;
  readonly sha256: string;
}

export interface BackupEnd {
  readonly tables: number;
  readonly rows: number;
}

export function lineOf(value: BackupHead | TableHead | TableEnd | BackupEnd | { bytes: number }): Buffer {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}

/** The rows of a table as blocks. Returns the checksum of all bytes. */
export async function* blocksOf(rows: AsyncIterable<Buffer>): AsyncGenerator<Buffer, string> {
  const hash = createHash('sha256');
  let waiting: Buffer[] = [];
  let size = 0;
  const block = (): Buffer => {
    const bytes = Buffer.concat([lineOf({ bytes: size }), ...waiting]);
    waiting = [];
    size = 0;
    return bytes;
  };
  for await (const chunk of rows) {
    hash.update(chunk);
    waiting.push(chunk);
    size += chunk.length;
    if (size >= BLOCK_BYTES) yield block();
  }
  if (size > 0) yield block();
  return hash.digest('hex');
}

/** Reads lines and blocks of a stream of any pieces. Throws `backup_damaged` where it ends or is not as written. */
export class BackupReader {
  readonly #pieces: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Buffer>) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }

  async line(): Promise<Record<string, unknown>> {
    let end = this.#held.indexOf('\n');
    while (end < 0) {
      if (this.#held.length > LINE_BYTES_MAX || !(await this.#fill())) throw damaged('it ends in the middle of a line');
      end = this.#held.indexOf('\n');
    }
    const text = this.#held.toString('utf8', 0, end);
    this.#held = this.#held.subarray(end + 1);
    try {
      return JSON.parse(text) as Record<string, unknown>;
    } catch {
      throw damaged('a line cannot be read');
    }
  }

  /** The blocks of one table up to its end line, which is checked. Returns how many rows the backup says there are. */
  async *rows(table: string): AsyncGenerator<Buffer, number> {
    const hash = createHash('sha256');
    for (;;) {
      const line = await this.line();
      if (typeof line.bytes !== 'number') {
        if (line.sha256 !== hash.digest('hex')) throw damaged(`the rows of ${table} are not those that were written`);
        return Number(line.rows);
      }
      const block = await this.#block(line.bytes);
      hash.update(block);
      yield block;
    }
  }

  /** Nothing follows the end line; reading on also makes gzip check its own sum. */
  async finish(): Promise<void> {
    if (this.#held.length > 0 || (await this.#fill())) throw damaged('something follows its end');
  }

  async close(): Promise<void> {
    await this.#pieces.return?.();
  }

  async #block(bytes: number): Promise<Buffer> {
    if (!(bytes > 0 && bytes <= BLOCK_BYTES_MAX)) throw damaged('a block has no sensible length');
    while (this.#held.length < bytes) if (!(await this.#fill())) throw damaged('it ends in the middle of a table');
    const block = this.#held.subarray(0, bytes);
    this.#held = this.#held.subarray(bytes);
    return block;
  }

  async #fill(): Promise<boolean> {
    const next = await this.#pieces.next().catch((error: Error) => {
      throw damaged(error.message);
    });
    if (next.done) return false;
    this.#held = this.#held.length === 0 ? next.value : Buffer.concat([this.#held, next.value]);
    return true;
  }
}

export function damaged(what: string): AppError {
  return new AppError(
    'backup_damaged',
    `The backup cannot be restored: ${what}. Nothing was kept; take another copy of the file.`,
  );
}
