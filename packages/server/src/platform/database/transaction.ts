/**
 * Every touch of the database goes through here: a read or a write in one transaction, for one company, by one actor.
 * A posting transaction first takes the company's posting lock (shared) and only then reads the clock, so that a reader
 * can tell which instants are complete: everything recorded before the oldest holder's start is committed (DESIGN 1).
 */
import { pipeline } from 'node:stream/promises';
import { dateInZone, type LocalDate } from '@quittance/core/calendar';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type Clock, instantMicros, instantText } from '../clock.ts';
import { AppError, assert } from '../errors.ts';
import { isId } from '../ids.ts';
import { compile, type Query, sql } from './sql.ts';

export interface Actor {
  readonly id: string;
  readonly name: string;
  /** May post into a period that is being closed. */
  readonly mayPostInClosing?: boolean;
}

/** A company as every transaction knows it. */
export interface Company {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly functionalCurrency: string;
  readonly timeZone: string;
}

export interface Scope {
  readonly company: Company;
  readonly actor: Actor;
}

export interface Tx {
  readonly company: Company;
  readonly actor: Actor;
  /** The instant this transaction records, ISO in UTC with microseconds. */
  readonly recordedAt: string;
  /** That instant's day in the company's zone. */
  readonly today: LocalDate;
  /** 'given' in tests and seeded ledgers, where the program says the time. */
  readonly clock: 'database' | 'given';
  all<Row>(query: Query): Promise<Row[]>;
  /** Rows as lists in the order of the columns: for answers of tens of thousands. */
  lists<Row extends unknown[]>(query: Query): Promise<Row[]>;
  /** The only row; throws when there is none or more than one. */
  one<Row>(query: Query): Promise<Row>;
  maybe<Row>(query: Query): Promise<Row | undefined>;
  /** How many rows were changed. */
  run(query: Query): Promise<number>;
  /** COPY … FROM STDIN with lines of text (tab separated, as PostgreSQL's text format has it). */
  copyIn(statement: string, lines: AsyncIterable<string> | Iterable<string | Uint8Array>): Promise<void>;
  copyOut(statement: string): NodeJS.ReadableStream;
}

const RETRIES_MAX = 8;
const RETRYABLE = new Set(['40001', '40P01']);
const POSTING_LOCK = 7301; // class of the advisory locks that posting transactions share, by company

type Mode = 'read' | 'write' | 'post' | 'close';

export class Database {
  readonly #pool: pg.Pool;
  readonly #clock: Clock | undefined;

  /** With a clock, `recordedAt` is what it says (tests, seeded ledgers); without, it is the database server's. */
  constructor(pool: pg.Pool, clock?: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  get pool(): pg.Pool {
    return this.#pool;
  }

  /** Work that changes nothing. */
  read<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#inTransaction(scope, 'read', work);
  }

  /** Work that changes rows but posts nothing. */
  write<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#inTransaction(scope, 'write', work);
  }

  /** Work that posts to the ledger. It may run again after a deadlock: no effect outside the transaction. */
  post<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#inTransaction(scope, 'post', work);
  }

  /** Work during which nobody posts in the company: closing a period. */
  close<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.#inTransaction(scope, 'close', work);
  }

  /** A query outside any company: sign-in, the list of companies. Row-level security hides all company rows. */
  async global<Row>(query: Query): Promise<Row[]> {
    const result = await this.#pool.query(compile(query));
    return result.rows as Row[];
  }

  async globalTransaction<T>(work: (run: <Row>(query: Query) => Promise<Row[]>) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      const result = await work(async <Row>(query: Query) => (await client.query(compile(query))).rows as Row[]);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      throw error;
    } finally {
      client.release();
    }
  }

  async end(): Promise<void> {
    await this.#pool.end();
  }

  async #inTransaction<T>(scope: Scope, mode: Mode, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const client = await this.#pool.connect();
      let broken: Error | undefined;
      try {
        const tx = await this.#begin(client, scope, mode);
        const result = await work(tx);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => {
          broken = failure;
        });
        if (!isRetryable(error) || attempt >= RETRIES_MAX) throw await refusalOf(error, client);
      } finally {
        client.release(broken);
      }
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
    }
  }

  async #begin(client: pg.PoolClient, scope: Scope, mode: Mode): Promise<Tx> {
    const { company } = scope;
    assert(isId(company.id), 'company id is a uuid');
    const lock =
      mode === 'post'
        ? `, pg_advisory_xact_lock_shared(${POSTING_LOCK}, hashtext('${company.id}'))`
        : mode === 'close'
          ? `, pg_advisory_xact_lock(${POSTING_LOCK}, hashtext('${company.id}'))`
          : '';
    // One round trip. The clock is read by a statement after the lock was granted.
    const results = (await client.query(
      `begin${mode === 'read' ? ' read only' : ''}; select set_config('quittance.company', '${company.id}', true)${lock}; ` +
        'select clock_timestamp() as at',
    )) as unknown as pg.QueryResult<{ at: string }>[];
    const at = results[2]?.rows[0]?.at;
    assert(at !== undefined, 'the database told its time');
    const recordedAt = this.#clock ? instantText(this.#clock.now()) : at;
    return clientTx(client, scope, { recordedAt, clock: this.#clock ? 'given' : 'database' });
  }
}

function clientTx(client: pg.PoolClient, scope: Scope, time: Pick<Tx, 'recordedAt' | 'clock'>): Tx {
  const rows = async <Row>(query: Query): Promise<Row[]> => (await client.query(compile(query))).rows as Row[];
  return {
    company: scope.company,
    actor: scope.actor,
    ...time,
    today: dateInZone(instantMicros(time.recordedAt), scope.company.timeZone),
    all: rows,
    async lists<Row extends unknown[]>(query: Query) {
      return (await client.query({ ...compile(query), rowMode: 'array' })).rows as Row[];
    },
    async one<Row>(query: Query) {
      const found = await rows<Row>(query);
      assert(found.length === 1 && found[0] !== undefined, `one row expected, ${found.length} found`);
      return found[0];
    },
    async maybe<Row>(query: Query) {
      const found = await rows<Row>(query);
      assert(found.length <= 1, `at most one row expected, ${found.length} found`);
      return found[0];
    },
    async run(query: Query) {
      return (await client.query(compile(query))).rowCount ?? 0;
    },
    async copyIn(statement, lines) {
      await pipeline(lines, client.query(copyFrom(statement)));
    },
    copyOut(statement) {
      return client.query(copyTo(statement));
    },
  };
}

function isRetryable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && RETRYABLE.has(String(error.code));
}

const OUT_OF_RANGE = '22003';
/** Of a value that was handed over, not of one that was calculated: that would be our bug. */
const GIVEN_BEYOND = /^value "(-?\d+)" is out of range for type \w+$/;

/** A rule that the database kept becomes a refusal with the rule's name; anything else is passed on. */
async function refusalOf(error: unknown, client: pg.PoolClient): Promise<unknown> {
  if (!(error instanceof Error) || error instanceof AppError || !('code' in error)) return error;
  const { code, constraint, table, detail } = error as Error &
    Partial<Record<'constraint' | 'table' | 'detail', string>> & {
      code: string;
    };
  const beyond = code === OUT_OF_RANGE ? GIVEN_BEYOND.exec(error.message)?.[1] : undefined;
  if (beyond !== undefined) {
    const message = `${beyond} is larger than any number that is kept there. Write a smaller one.`;
    return new AppError('number_too_large', message, { status: 400 });
  }
  if (!code.startsWith('23') || constraint === undefined) return error;
  const rule = await ruleOf({ constraint, table: table ?? '' }, client);
  const words = rule.replaceAll('_', ' ');
  return new AppError(rule, `The ledger refused this: ${words}.${detail ? ` (${detail})` : ''}`, { status: 409 });
}

/** In a partitioned table the database names the partition's copy of a rule or of an index: the rule is its parent. */
async function ruleOf(kept: { constraint: string; table: string }, client: pg.PoolClient): Promise<string> {
  const found = await client
    .query<{ rule: string }>(
      `select p.conname as rule from pg_constraint c join pg_constraint p on p.oid = c.conparentid
         where c.conname = $1 and c.conrelid = to_regclass($2)
       union all
       select p.relname from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
         where c.oid = to_regclass($1) and c.relkind = 'i'`,
      [kept.constraint, kept.table],
    )
    .catch(() => undefined); // the connection broke; the copy's name says enough
  return found?.rows[0]?.rule ?? kept.constraint;
}

/**
 * The latest instant whose records are complete: nothing recorded at or before it can still appear. It is the start of
 * the oldest posting transaction that is still running, less a microsecond, or now.
 */
export async function completeInstant(tx: Tx): Promise<string> {
  if (tx.clock === 'given') return tx.recordedAt;
  const row = await tx.one<{ at: string }>(sql`select complete_instant(${POSTING_LOCK}) as at`);
  return row.at;
}
