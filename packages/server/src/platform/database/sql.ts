import { createHash } from 'node:crypto';

/** A statement and its values. Made by the `sql` tag only, so that no text of a user ever becomes SQL. */
export interface Query {
  readonly parts: readonly string[];
  readonly values: readonly unknown[];
}

function isQuery(value: unknown): value is Query {
  return typeof value === 'object' && value !== null && 'parts' in value && 'values' in value;
}

/**
 * A query from a template: values become parameters, queries inside it are spliced in.
 * sql`select * from item where company_id = ${id} ${filter}` has one parameter and what `filter` brings.
 */
export function sql(strings: TemplateStringsArray, ...inputs: unknown[]): Query {
  const parts: string[] = [strings[0] ?? ''];
  const values: unknown[] = [];
  inputs.forEach((input, index) => {
    const tail = strings[index + 1] ?? '';
    if (isQuery(input)) {
      input.parts.forEach((part, at) => {
        if (at === 0) parts[parts.length - 1] += part;
        else parts.push(part);
      });
      values.push(...input.values);
      parts[parts.length - 1] += tail;
    } else {
      values.push(input);
      parts.push(tail);
    }
  });
  return { parts, values };
}

/** SQL text of the program itself (an identifier, an order). Never of a user. */
export function rawSql(text: string): Query {
  return { parts: [text], values: [] };
}

export const noSql: Query = { parts: [''], values: [] };

export function joinSql(queries: readonly Query[], separator: string): Query {
  return queries.reduce((all, query, index) => (index === 0 ? query : sql`${all}${rawSql(separator)}${query}`), noSql);
}

/** A user's words for `like`, each sign meant as it stands: 50% is 50\% there. */
export function literally(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&');
}

const names = new Map<string, string>();
const NAMED_STATEMENTS_MAX = 500; // what a connection keeps prepared; texts beyond it are sent unnamed

/** The statement as the driver takes it: text with $1, $2, …; a stable name so that it is prepared once. */
export function compile(query: Query): { name?: string; text: string; values: unknown[] } {
  const text = query.parts.reduce((all, part, index) => (index === 0 ? part : `${all}$${index}${part}`), '');
  let name = names.get(text);
  if (name === undefined && names.size < NAMED_STATEMENTS_MAX) {
    name = `q${createHash('sha1').update(text).digest('base64url').slice(0, 16)}`;
    names.set(text, name);
  }
  return { ...(name === undefined ? {} : { name }), text, values: [...query.values] };
}
