/**
 * Lists come in pages by key: the next page starts after the last row's key, so no row is shown twice or left out when
 * others are added meanwhile, and page 10,000 costs what page 1 does.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { PAGE_ROWS, PAGE_ROWS_MAX } from './limits.ts';

const CURSOR_CHARS_MAX = 1000;

/** The query fields of a list; add others with `.extend({...})`. */
export const pageQuerySchema = z.object({
  cursor: z.string().max(CURSOR_CHARS_MAX).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(PAGE_ROWS_MAX).default(PAGE_ROWS),
});

export type PageQuery = z.output<typeof pageQuerySchema>;

export function pageSchema<Row extends z.ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    next: z.string().nullable().describe('The cursor of the next page; null on the last'),
  });
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly next: string | null;
}

/**
 * A page from rows that were asked for with one more than the limit. With limit 2 and the keys A, B, C, the page holds A
 * and B, and `next` stands for B.
 */
export function pageOf<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => readonly string[]): Page<Row> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null;
  return { rows: shown, next };
}

export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The key that a cursor stands for, or undefined when none was given. Throws `cursor_invalid` on anything made up. */
export function decodeCursor(cursor: string | undefined, parts: number): string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string')) return key;
  } catch {
    // told below
  }
  throw cursorInvalid();
}

function cursorInvalid(): AppError {
  return new AppError('cursor_invalid', 'The cursor is not one that this list gave. Start again without it.', {
    status: 400,
  });
}

const CHECK_CHARS = 12;

/**
 * A cursor as it leaves: with a check over the list (its address and company) that gave it, so that one of another list or
 * company, or a damaged one, is told before its parts reach a query. It is no secret: whoever makes one up reaches only rows
 * that they may read anyway.
 */
export function sealedCursor(cursor: string, list: readonly string[]): string {
  return `${cursor}.${checkOf(cursor, list)}`;
}

/** The cursor inside a sealed one. Throws `cursor_invalid` when this list did not give it. */
export function openedCursor(sealed: string, list: readonly string[]): string {
  const cursor = sealed.slice(0, -CHECK_CHARS - 1);
  if (sealed !== sealedCursor(cursor, list)) throw cursorInvalid();
  return cursor;
}

function checkOf(cursor: string, list: readonly string[]): string {
  return createHash('sha256')
    .update([...list, cursor].join('\n'))
    .digest('base64url')
    .slice(0, CHECK_CHARS);
}
