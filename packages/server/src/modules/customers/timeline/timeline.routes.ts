/** The timeline of a customer: its lines by page, and how many there are of each sort. */
import { z } from 'zod';
import { AppError } from '../../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  localDateSchema,
  moneyJson,
  moneyJsonSchema,
  pageOf,
  pageQuerySchema,
  pageSchema,
} from '../../../platform/http/index.ts';
import { theCustomer } from '../customers.errors.ts';
import type { CustomersOptions } from '../customers.routes.ts';
import { idParams } from '../customers.schemas.ts';
import { countTimeline, readTimeline, timelineSources } from './timeline.usecase.ts';
import {
  LINE_GROUP_NAMES,
  LINE_GROUPS,
  LINE_SUBJECTS,
  type LineKey,
  type LineKind,
  type TimelineLine,
  UNDOING,
} from './timeline-line.ts';

const SEARCH_CHARS_MAX = 100;
const KINDS = [...new Set(Object.values(LINE_GROUPS).flat())] as [LineKind, ...LineKind[]];

const lineSchema = z
  .object({
    id: z.string().describe('Of the line: the thing’s id, the kind, the instant'),
    at: z.string(),
    kind: z.enum(KINDS),
    groups: z.array(z.enum(LINE_GROUP_NAMES)),
    by: z.string(),
    actorId: z.string().nullable(),
    what: z
      .string()
      .nullable()
      .describe('The finer word: outcome of a call, kind of an entry or hold, occasion of a letter'),
    text: z.string().nullable(),
    amount: moneyJsonSchema.nullable(),
    undone: moneyJsonSchema.nullable(),
    day: z
      .string()
      .nullable()
      .describe('The day it is about: of a promise, the last of a hold, on which an entry counts'),
    dueAt: z
      .string()
      .nullable()
      .describe('The instant it is about: when a task is due, a session begins, to call back'),
    person: z.string().nullable().describe('With whom or for whom'),
    durationSeconds: z.number().int().nullable(),
    items: z.array(z.object({ id: z.string(), number: z.string(), kind: z.string() })).describe('The first of them'),
    itemCount: z.number().int(),
    about: z
      .object({ kind: z.enum(LINE_SUBJECTS), id: z.string() })
      .nullable()
      .describe('Where it is read whole'),
    takenBack: z.object({ at: z.string(), by: z.string() }).nullable(),
    isEdited: z.boolean(),
    state: z.string().nullable().describe('How it stands now: a letter is sent, a task is open'),
    reasons: z.array(z.object({ reason: z.string(), items: z.number().int() })),
    undo: z
      .object({ kind: z.enum(UNDOING), id: z.string() })
      .nullable()
      .describe('What can still be taken back'),
  })
  .meta({ id: 'TimelineLine' });

const filterFields = {
  search: z.string().max(SEARCH_CHARS_MAX).optional().describe('Words, all of which a line says'),
  from: localDateSchema.optional(),
  until: localDateSchema.optional().describe('The last day'),
};
const groupsSchema = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(LINE_GROUP_NAMES)).min(1))
  .describe(`Which sorts of lines, separated by commas: ${LINE_GROUP_NAMES.join(', ')}`);

export function registerTimelineRoutes(app: HttpApp, { database, timeline }: CustomersOptions): void {
  const sources = timelineSources(timeline);
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/timeline',
    permission: 'ledger.read',
    tag: 'customers',
    summary: 'What happened with a customer, on its account and by people, the latest first',
    params: idParams,
    query: pageQuerySchema.extend({ ...filterFields, groups: groupsSchema.optional() }),
    answer: pageSchema(lineSchema),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const { id: customerId } = await theCustomer(tx, params.id);
        const { cursor, limit, ...filter } = query;
        const lines = await readTimeline(tx, sources, {
          ...filter,
          ...{ customerId, before: keyOf(cursor), limit: limit + 1 },
        });
        const page = pageOf(lines, limit, ({ at, id, kind }) => [at, id, kind]);
        return { ...page, rows: page.rows.map(lineJson) };
      }),
  });

  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/timeline/counts',
    permission: 'ledger.read',
    tag: 'customers',
    summary: 'How many lines the timeline has, by what they are about',
    params: idParams,
    query: z.object(filterFields),
    answer: z.object({
      total: z.number().int(),
      groups: z.array(z.object({ group: z.enum(LINE_GROUP_NAMES), count: z.number().int() })),
    }),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        const { id: customerId } = await theCustomer(tx, params.id);
        return countTimeline(tx, sources, { ...query, customerId });
      }),
  });
}

const keySchema = z.object({ at: z.iso.datetime({ offset: true }), id: z.uuid(), kind: z.enum(KINDS) });

function keyOf(cursor: string | undefined): LineKey | undefined {
  const [at, id, kind] = decodeCursor(cursor, 3) ?? [];
  if (at === undefined) return undefined;
  const key = keySchema.safeParse({ at, id, kind });
  if (key.success) return key.data;
  throw new AppError('cursor_invalid', 'The cursor is not one that this list gave. Start again without it.', {
    status: 400,
  });
}

function lineJson(line: TimelineLine): z.output<typeof lineSchema> {
  const { id, amountMinor, undoneMinor, currency, items, reasons, ...shown } = line;
  const money = (minor: bigint | null) => (minor === null || currency === null ? null : moneyJson(minor, currency));
  return {
    ...shown,
    id: `${id}:${line.kind}:${line.at}`,
    groups: LINE_GROUP_NAMES.filter((group) => (LINE_GROUPS[group] as readonly LineKind[]).includes(line.kind)),
    ...{ amount: money(amountMinor), undone: money(undoneMinor), items: [...items], reasons: [...reasons] },
  };
}
