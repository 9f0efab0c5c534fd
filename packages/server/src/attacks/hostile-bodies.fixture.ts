/**
 * Bodies made from a route's own schema: one that fits, and from it those that a broken program or an attacker would send.
 * A field is named by its path, so that a refusal can be asked whether it names it too.
 */

export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

export interface SampleWorld {
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  /** What a field of that name usually holds. */
  readonly known: Readonly<Record<string, unknown>>;
}

/** Everything a schema allows is filled, or only what it asks for. */
type Fullness = 'whole' | 'least';

export function sampleOf(world: SampleWorld, schema: JsonSchema, fullness: Fullness, name = ''): unknown {
  const plain = resolved(world, schema);
  if (plain.const !== undefined) return plain.const;
  if (plain.enum !== undefined) return plain.enum.includes(world.known[name]) ? world.known[name] : plain.enum[0];
  const choices = choicesOf(world, plain);
  if (choices.length > 0) return sampleOf(world, choices[0] ?? {}, fullness, name);
  if (plain.type === 'object' || plain.properties !== undefined) return sampleObject(world, plain, fullness);
  if (plain.type === 'array') {
    const one = sampleOf(world, plain.items ?? {}, fullness, name);
    return Array.from({ length: Math.max(plain.minItems ?? 0, fullness === 'whole' ? 1 : 0) }, () => one);
  }
  if (world.known[name] !== undefined && typeof world.known[name] === jsType(plain)) return world.known[name];
  if (plain.type === 'string') return sampleText(world, plain);
  if (plain.type === 'boolean') return true;
  if (plain.type === 'integer' || plain.type === 'number')
    return Math.max(plain.minimum ?? 1, Math.min(1, plain.maximum ?? 1));
  return plain.type === 'null' ? null : 'x';
}

function jsType({ type }: JsonSchema): string {
  return type === 'integer' ? 'number' : (type ?? 'string');
}

function sampleObject(world: SampleWorld, schema: JsonSchema, fullness: Fullness): Record<string, unknown> {
  const needed = new Set(schema.required ?? []);
  const filled = Object.entries(schema.properties ?? {})
    .filter(([name]) => fullness === 'whole' || needed.has(name))
    .map(([name, field]) => [name, sampleOf(world, field, fullness, name)] as const);
  return Object.fromEntries(filled);
}

function sampleText(world: SampleWorld, { format, pattern, minLength = 0 }: JsonSchema): string {
  if (format === 'uuid') return String(world.known.uuid);
  if (format === 'date') return String(world.known.date);
  if (format === 'date-time') return String(world.known['date-time']);
  if (format === 'email') return 'someone@example.com';
  if (format === 'uri') return 'https://example.com/';
  const fitting = [
    'text',
    'EN',
    'en',
    'A1',
    'a@example.com',
    '+390212345678',
    '1.5',
    '2026-01',
    'QUITTANCE_SECRET_X',
    'a'.repeat(64),
  ];
  const found = pattern === undefined ? 'text' : fitting.find((text) => new RegExp(pattern, 'u').test(text));
  return (found ?? 'text').padEnd(minLength, 'x');
}

function resolved(world: SampleWorld, schema: JsonSchema): JsonSchema {
  if (schema.$ref === undefined) return schema;
  return world.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {};
}

/** The ways a value may be, the empty one last. */
function choicesOf(world: SampleWorld, schema: JsonSchema): JsonSchema[] {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return choices
    .map((choice) => resolved(world, choice))
    .sort((left, right) => Number(left.type === 'null') - Number(right.type === 'null'));
}

interface HostileBody {
  /** 'lines.0.amount' */
  readonly field: string;
  readonly what: string;
  /** As JSON. */
  readonly text: string;
}

type Way = readonly [what: string, hostile: unknown];

export const ZERO_CHARACTER = 'a zero character';

/** Sent into each field by itself. */
const ONE_BY_ONE: Readonly<Record<string, readonly Way[]>> = {
  string: [
    [ZERO_CHARACTER, 'a\u0000b'],
    ['control characters', 'a\u0001\u001b[31m\r\nBcc: x@example.com\u007f'],
  ],
  number: [
    ['a huge number', Number.MAX_SAFE_INTEGER],
    ['less than four bytes hold', -(2 ** 31) - 1],
  ],
};
/** Sent into all fields of their kind together: a schema tells of each. */
const ALL_AT_ONCE: readonly (readonly [kind: string, ...Way])[] = [
  ['string', 'nothing', ''],
  ['string', 'a number', 7],
  ['string', 'a hundred thousand characters', 'x'.repeat(100_000)],
  ['number', 'a fraction', 0.5],
  ['number', 'beyond every number', 1e300],
  ['number', 'a text', '7'],
  ['boolean', 'a text', 'true'],
];

/** From a body that fits: each field wrong in each way, then the body as a whole. */
export function hostileBodies(sample: unknown): HostileBody[] {
  const leaves = leavesOf(sample, []);
  const single = leaves.flatMap(({ path, value }) =>
    [...(ONE_BY_ONE[typeof value] ?? []), ['null', null] as const].map(([what, hostile]) => ({
      ...{ field: path.join('.'), what },
      text: JSON.stringify(replaced(sample, path, hostile)),
    })),
  );
  const together = ALL_AT_ONCE.flatMap(([kind, what, hostile]) => {
    const paths = leaves.filter(({ value }) => typeof value === kind).map(({ path }) => path);
    if (paths.length === 0) return [];
    const body = paths.reduce((changed, path) => replaced(changed, path, hostile), sample);
    return [{ field: `every ${kind}`, what, text: JSON.stringify(body) }];
  });
  const missing = Object.keys(sample as object).map((name) => {
    const { [name]: _gone, ...rest } = sample as Record<string, unknown>;
    return { field: name, what: 'missing', text: JSON.stringify(rest) };
  });
  return [...single, ...together, ...missing, ...WHOLE_BODIES];
}

const WHOLE_BODIES: readonly HostileBody[] = [
  { field: '', what: 'a prototype', text: '{"__proto__":{"isAdministrator":true}}' },
  { field: '', what: 'a constructor', text: '{"constructor":{"prototype":{"isAdministrator":true}}}' },
  { field: '', what: 'deep nesting', text: `{"name":${'['.repeat(5000)}${']'.repeat(5000)}}` },
  { field: '', what: 'a list', text: '[]' },
  { field: '', what: 'a text', text: '"text"' },
  { field: '', what: 'null', text: 'null' },
  { field: '', what: 'half a body', text: '{"name":' },
  { field: '', what: 'an unknown field', text: '{"noSuchField":1}' },
];

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

function leavesOf(value: unknown, path: readonly string[]): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  const below = Object.entries(value).flatMap(([name, field]) => leavesOf(field, [...path, name]));
  return path.length === 0 ? below : [...below, { path, value }];
}

export function replaced(value: unknown, [name, ...rest]: readonly string[], instead: unknown): unknown {
  if (name === undefined) return instead;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...(value as object) };
  copy[name] = replaced(copy[name], rest, instead);
  return copy;
}
