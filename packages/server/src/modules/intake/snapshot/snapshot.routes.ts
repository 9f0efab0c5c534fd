/** Full lists of open items: which file is one, what differs from the ledger, and what a person decides about it. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
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
import { findBatch } from '../batches.queries.ts';
import type { IntakeContext } from '../intake.routes.ts';
import { batchJson, batchSchema } from '../intake.schemas.ts';
import { readBatch, theBatch } from '../read-batch.usecase.ts';
import { acceptChanges, previewChange, rejectChanges } from './decide-changes.usecase.ts';
import { setSnapshot } from './set-snapshot.usecase.ts';
import { listChanges, type ProposedChange } from './snapshot.queries.ts';

const TAG = 'open-item lists';
const CHANGES_A_TIME_MAX = 500;
const REASON_CHARS_MAX = 500;
const idSchema = z.object({ id: z.uuid() });
const idsSchema = z.array(z.uuid()).min(1).max(CHANGES_A_TIME_MAX);

const changeSchema = z
  .object({
    id: z.string(),
    importId: z.string(),
    fileName: z.string(),
    listedOn: z.string(),
    itemId: z.string(),
    number: z.string(),
    customerId: z.string(),
    customerNumber: z.string(),
    customerName: z.string(),
    kind: z.enum(['vanished', 'amount_changed', 'due_changed', 'reappeared']),
    openHere: moneyJsonSchema,
    openThere: moneyJsonSchema,
    dueHere: z.string(),
    dueThere: z.string().nullable(),
    act: z.enum(['settle', 're_date', 'reverse', 'none']).describe('What accepting it does'),
    why: z.enum(['settled_here_first', 'above_the_document']).nullable().describe('Why there is nothing to post'),
    status: z.enum(['proposed', 'accepted', 'rejected', 'superseded']),
    proposedAt: z.string(),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    reason: z.string().nullable(),
    entryIds: z.array(z.string()),
  })
  .meta({ id: 'ItemChange' });

const postingSchema = z.object({
  account: z.string(),
  effectiveOn: z.string(),
  amount: moneyJsonSchema,
  itemNumber: z.string().nullable(),
  customerName: z.string().nullable(),
  dueOn: z.string().nullable(),
});

export function registerSnapshotRoutes(app: HttpApp, context: IntakeContext): void {
  registerChoice(app, context);
  registerReading(app, context);
  registerDeciding(app, context);
}

function registerChoice(app: HttpApp, context: IntakeContext): void {
  const { database, onCrash } = context;
  app.companyRoute({
    method: 'PUT',
    path: '/imports/:id/snapshot',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Says that the file lists all items open on a day, or that it only adds; it is then read again',
    params: idSchema,
    body: z.object({ listedOn: localDateSchema.nullable().describe('null: the file only adds') }),
    answer: batchSchema,
    status: 202,
    handler: async (call) => {
      const { scope, params, body } = call;
      await runCommand(database, scope, call.command('intake.set_snapshot'), (tx) =>
        setSnapshot(tx, params.id, body.listedOn),
      );
      readBatch(context, scope, params.id).catch(onCrash);
      return batchJson(theBatch(await database.read(scope, (tx) => findBatch(tx, params.id)), params.id));
    },
  });
}

function registerReading(app: HttpApp, { database }: IntakeContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/item-changes',
    permission: 'imports.read',
    tag: TAG,
    summary: 'What the ERP has otherwise than the ledger, with what would follow',
    query: pageQuerySchema.extend({
      status: z.enum(['proposed', 'accepted', 'rejected', 'superseded']).optional(),
      import: z.uuid().optional().describe('Only of this file'),
    }),
    answer: pageSchema(changeSchema),
    handler: async ({ scope, query }) => {
      const [after] = decodeCursor(query.cursor, 1) ?? [];
      const page = { status: query.status, batchId: query.import, after, limit: query.limit + 1 };
      const found = await database.read(scope, (tx) => listChanges(tx, page));
      return pageOf(found.map(changeJson), query.limit, (change) => [change.id]);
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/item-changes/:id/postings',
    permission: 'imports.read',
    tag: TAG,
    summary: 'The postings that accepting a proposal would write',
    params: idSchema,
    answer: z.object({ rows: z.array(postingSchema) }),
    handler: async ({ scope, params }) => {
      const postings = await previewChange(database, scope, params.id);
      return {
        rows: postings.map(({ account, effectiveOn, amountMinor, currency, itemNumber, customerName, dueOn }) => ({
          account,
          effectiveOn,
          amount: moneyJson(amountMinor, currency),
          itemNumber,
          customerName,
          dueOn,
        })),
      };
    },
  });
}

function registerDeciding(app: HttpApp, { database }: IntakeContext): void {
  app.companyRoute({
    method: 'POST',
    path: '/item-changes/accept',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'Posts what these proposals say, all or none',
    body: z.object({ ids: idsSchema }),
    answer: z.object({ entries: z.number().int() }),
    handler: (call) =>
      runCommand(database, call.scope, call.command('item_change.accept'), (tx) => acceptChanges(tx, call.body.ids)),
  });

  app.companyRoute({
    method: 'POST',
    path: '/item-changes/reject',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'Puts proposals aside: the very same difference is not proposed again',
    body: z.object({ ids: idsSchema, reason: z.string().trim().min(1).max(REASON_CHARS_MAX) }),
    answer: 'nothing',
    handler: async (call) => {
      const { ids, reason } = call.body;
      await runCommand(database, call.scope, call.command('item_change.reject'), (tx) =>
        rejectChanges(tx, ids, reason),
      );
    },
  });
}

function changeJson(change: ProposedChange): z.output<typeof changeSchema> {
  const { batchId, currency, openHereMinor, openThereMinor, plan, decidedByName, entryIds, ...rest } = change;
  return {
    ...rest,
    importId: batchId,
    openHere: moneyJson(openHereMinor, currency),
    openThere: moneyJson(openThereMinor, currency),
    act: plan.act,
    why: plan.act === 'none' ? plan.why : null,
    decidedBy: decidedByName,
    entryIds: [...entryIds],
  };
}
