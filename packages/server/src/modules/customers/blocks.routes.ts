/** Blocking and releasing. */
import { BLOCKS } from '@quittance/core/parties';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { HttpApp } from '../../platform/http/index.ts';
import { blockHistory } from './blocks.queries.ts';
import { placeBlock, releaseBlock } from './blocks.usecase.ts';
import { theCustomer } from './customers.errors.ts';
import type { CustomersOptions } from './customers.routes.ts';
import { idAnswer, idParams, reasonSchema } from './customers.schemas.ts';

const blockSchema = z.object({
  id: z.string(),
  what: z.enum(BLOCKS),
  reason: z.string(),
  blockedBy: z.string(),
  blockedByName: z.string(),
  blockedAt: z.string(),
  releasedByName: z.string().nullable(),
  releasedAt: z.string().nullable(),
  releaseReason: z.string().nullable(),
});

export function registerBlockRoutes(app: HttpApp, { database, ledger }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/blocks',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'Blocks of a customer, in force and released, the latest first',
    params: idParams,
    answer: z.object({ rows: z.array(blockSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        const rows = await blockHistory(tx, params.id);
        return { rows: rows.map(({ customerId: _customer, holdId: _hold, ...block }) => block) };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/customers/:id/blocks',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Blocks a customer at once: no new orders, no dunning, no payments out',
    params: idParams,
    body: z.object({ what: z.enum(BLOCKS), reason: reasonSchema }),
    answer: idAnswer,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('customers.block'), async (tx) => ({
        id: await placeBlock(tx, ledger, { customerId: call.params.id, ...call.body }),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/blocks/:id/release',
    permission: 'customers.approve',
    tag: 'customers',
    summary: 'Releases what another person blocked',
    params: idParams,
    body: z.object({ reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('customers.release'), (tx) =>
        releaseBlock(tx, ledger, { id: call.params.id, ...call.body }),
      );
    },
  });
}
