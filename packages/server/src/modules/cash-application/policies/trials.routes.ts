/** Trials: started, looked at while they go on, cancelled, taken up again; and the receipts that differ. */
import { DIFFERENCE_KINDS } from '@quittance/core/cash-policy';
import { z } from 'zod';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import { receiptsOfIds } from '../queues/queues.queries.ts';
import { cancelTrial, startTrial, takeUpTrial } from './start-trial.usecase.ts';
import { runTrialApart } from './trial-process.ts';
import { differenceJson, differenceSchema } from './trials.json.ts';
import { findTrial, listDifferences } from './trials.queries.ts';

export interface TrialContext {
  readonly database: Database;
  /** Told of bugs in work that nobody waits for. */
  readonly onCrash: (error: unknown) => void;
}

const TAG = 'cash application';
const idSchema = z.object({ id: z.uuid() });
const startedSchema = z.object({ id: z.string() });

export function registerTrialRoutes(app: HttpApp, context: TrialContext): void {
  registerActs(app, context);
  registerReading(app, context);
}

/** Nobody waits for it; whoever asks for the policies sees how far it has come. */
function letRun({ database, onCrash }: TrialContext, scope: Scope, id: string): void {
  runTrialApart(database, scope, id).catch(onCrash);
}

function registerActs(app: HttpApp, context: TrialContext): void {
  const { database } = context;
  app.companyRoute({
    method: 'POST',
    path: '/cash/policies/:number/trials',
    permission: 'policies.propose',
    tag: TAG,
    summary: 'Begins to try a version on the receipts of the last 30 days; nothing is posted',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    answer: startedSchema,
    handler: async ({ scope, params, command }) => {
      const started = await startTrial(database, scope, { number: params.number, command: command('cash.policy_try') });
      letRun(context, scope, started.id);
      return started;
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash/policy-trials/:id/cancel',
    permission: 'policies.propose',
    tag: TAG,
    summary: 'Ends a trial where it stands; its figures so far stay',
    params: idSchema,
    answer: startedSchema,
    handler: ({ scope, params, command }) =>
      cancelTrial(database, scope, { id: params.id, command: command('cash.policy_trial_cancel') }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash/policy-trials/:id/resume',
    permission: 'policies.propose',
    tag: TAG,
    summary: 'Takes up a trial that was cancelled or broke off, where it stood',
    params: idSchema,
    answer: startedSchema,
    handler: async ({ scope, params, command }) => {
      const again = { id: params.id, command: command('cash.policy_trial_resume') };
      const taken = await takeUpTrial(database, scope, again);
      letRun(context, scope, taken.id);
      return taken;
    },
  });
}

function registerReading(app: HttpApp, { database }: TrialContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/cash/policy-trials/:id/differences',
    permission: 'cash.read',
    tag: TAG,
    summary: 'The receipts on which the two policies, or the version and people, do not agree, with all answers',
    params: idSchema,
    query: pageQuerySchema.extend({
      kind: z.enum(DIFFERENCE_KINDS).optional(),
      isOtherwise: z
        .enum(['true', 'false'])
        .transform((text) => text === 'true')
        .optional()
        .describe('Only those that the version posts otherwise than it was done'),
    }),
    answer: pageSchema(differenceSchema),
    handler: ({ scope, params, query }) =>
      database.read(scope, async (tx) => {
        if ((await findTrial(tx, params.id)) === undefined) throw notFound('trial', params.id);
        const { limit, kind, isOtherwise } = query;
        const [position] = decodeCursor(query.cursor, 1) ?? [];
        const after = position === undefined ? undefined : Number(position);
        const found = await listDifferences(tx, { trialId: params.id, kind, isOtherwise, after, limit: limit + 1 });
        const ids = found.map(({ receiptItemId }) => receiptItemId);
        const receipts = new Map((await receiptsOfIds(tx, ids)).map((receipt) => [receipt.itemId, receipt]));
        const rows = found.flatMap((one) => {
          const receipt = receipts.get(one.receiptItemId);
          return receipt === undefined ? [] : differenceJson(one, receipt);
        });
        return pageOf(rows, limit, (row) => [String(row.position)]);
      }),
  });
}
