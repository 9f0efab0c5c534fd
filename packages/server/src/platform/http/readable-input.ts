/**
 * What no schema looks at and no table keeps: zero characters, halves of characters (PostgreSQL and JSON refuse both, too late),
 * and nesting that no request needs. Refused by the field, before anything else reads it.
 */
import { NESTING_MAX } from './limits.ts';
import { RequestInvalid } from './problem.ts';

/** The refusal, with its field; undefined: all can be read. Without recursion: what is sent decides how deep it goes. */
export function unreadableIn(input: unknown): RequestInvalid | undefined {
  const waiting: { value: unknown; path: readonly string[] }[] = [{ value: input, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    const problem = typeof value === 'string' ? textProblem(value) : undefined;
    if (problem !== undefined) return refusal(path, problem);
    if (typeof value !== 'object' || value === null) continue;
    if (path.length > NESTING_MAX) return refusal(path.slice(0, 1), TOO_DEEP);
    for (const [name, field] of Object.entries(value)) {
      if (textProblem(name) !== undefined) return refusal(path, UNREADABLE_NAME);
      waiting.push({ value: field, path: [...path, name] });
    }
  }
  return undefined;
}

type Problem = readonly [code: string, message: string];

const TOO_DEEP: Problem = ['too_deep', 'is nested deeper than any request is'];
const UNREADABLE_NAME: Problem = ['field_name_unreadable', 'holds a field whose name is no text'];
/** A surrogate without its other half. */
const HALF_CHARACTER = /\p{Surrogate}/u;

function textProblem(text: string): Problem | undefined {
  if (text.includes('\0')) return ['zero_character', 'holds a zero character, which no text has; write it again'];
  if (HALF_CHARACTER.test(text)) return ['half_character', 'holds half a character; write it again'];
  return undefined;
}

function refusal(path: readonly string[], [code, message]: Problem): RequestInvalid {
  return new RequestInvalid([{ ...(path.length > 0 ? { field: path.join('.') } : {}), code, message }]);
}
