/** Who is at which receipt of the cash desk. */
import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { type Claim, standingClaims } from './claims.queries.ts';
import { claimReceipt, releaseReceipt, takeReceiptOver } from './claims.usecase.ts';

const CLAIMS_SHOWN_MAX = 500; // people at receipts at once: more than any company has cash analysts
const WORD_CHARS_MAX = 200;

const idSchema = z.object({ id: z.uuid() });
const claimSchema = z
  .object({
    receiptId: z.string(),
    byName: z.string(),
    isMine: z.boolean(),
    since: z.string(),
    expiresAt: z.string(),
  })
  .meta({ id: 'ReceiptClaim' });

function claimJson(claim: Claim, personId: string): z.output<typeof claimSchema> {
  const { by, receiptId, byName, since, expiresAt } = claim;
  return { receiptId, byName, since, expiresAt, isMine: by === personId };
}

export function registerClaimRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/receipt-claims',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'Who is at which receipt now',
    answer: z.object({ rows: z.array(claimSchema) }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({
        rows: (await standingClaims(tx, CLAIMS_SHOWN_MAX)).map((claim) => claimJson(claim, scope.actor.id)),
      })),
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/claim',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Says that one works on a receipt, and who does; repeated while one is at it',
    description: 'A claim ends by itself after some minutes. Another’s claim stands: `isMine` is false then.',
    params: idSchema,
    answer: claimSchema,
    handler: async ({ scope, params }) =>
      claimJson((await claimReceipt(database, scope, params.id)).claim, scope.actor.id),
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/take-over',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Takes a receipt over from whoever is at it, and says why',
    params: idSchema,
    body: z.object({ reason: z.string().trim().min(1, 'say why').max(WORD_CHARS_MAX) }),
    answer: claimSchema,
    handler: async ({ scope, params, body, command }) => {
      const given = { receiptId: params.id, reason: body.reason, command: command('cash.take_over') };
      return claimJson((await takeReceiptOver(database, scope, given)).claim, scope.actor.id);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/release',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Lets go of a receipt that one had claimed',
    params: idSchema,
    answer: 'nothing',
    handler: async ({ scope, params }) => {
      await releaseReceipt(database, scope, params.id);
    },
  });
}
