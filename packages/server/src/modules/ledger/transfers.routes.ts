/** Receipts that belong to another company: sent there by intercompany clearing, and what became of them. */
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Database } from '../../platform/database/transaction.ts';
import { AppError, notFound } from '../../platform/errors.ts';
import {
  decodeCursor,
  type HttpApp,
  moneyInputSchema,
  moneyJson,
  moneyJsonSchema,
  type Principal,
  pageOf,
  pageQuerySchema,
  pageSchema,
  rolesIn,
} from '../../platform/http/index.ts';
import { listTransfers, type TransferView } from './intercompany.queries.ts';
import { letTransfersArriveIn, sendToCompany } from './intercompany.usecase.ts';
import { currenciesDiffer } from './ledger.errors.ts';
import { idSchema, localDateSchema } from './ledger.schemas.ts';
import type { LimitGuard } from './limit-guard.ts';
import { findItem } from './reading.queries.ts';

const REASON_CHARS_MAX = 500;
const COMPANY_CODE_CHARS_MAX = 16;
const TAG = 'intercompany';

const transferSchema = z
  .object({
    eventId: z.string().describe('The same on both sides'),
    direction: z.enum(['out', 'in']),
    otherCompany: z.string(),
    amount: moneyJsonSchema,
    itemId: z.string().describe('The receipt on this side'),
    itemNumber: z.string(),
    entryId: z.string(),
    effectiveOn: z.string(),
    recordedAt: z.string(),
    reason: z.string().nullable(),
    isPaired: z.boolean().describe('The other side is there; until then the transfer is on its way'),
  })
  .meta({ id: 'IntercompanyTransfer' });

export function registerTransferRoutes(
  app: HttpApp,
  { database, limitGuard }: { database: Database; limitGuard: LimitGuard },
): void {
  app.companyRoute({
    method: 'GET',
    path: '/transfers',
    permission: 'ledger.read',
    tag: TAG,
    summary: 'Receipts sent to and received from other companies, the latest first',
    query: pageQuerySchema,
    answer: pageSchema(transferSchema),
    handler: async ({ scope, query }) => {
      const [recordedAt, eventId] = decodeCursor(query.cursor, 2) ?? [];
      const before = recordedAt === undefined || eventId === undefined ? undefined : { recordedAt, eventId };
      const found = await database.read(scope, (tx) => listTransfers(tx, { before, limit: query.limit + 1 }));
      return pageOf(found.map(transferJson), query.limit, (one) => [one.recordedAt, one.eventId]);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/items/:id/transfer',
    permission: 'ledger.adjust',
    tag: TAG,
    summary: 'Sends a receipt, or a part of it, to the company it belongs to',
    description:
      'An entry here and an entry there, with one event. The other side follows at once, or within minutes when the other company cannot take it now; `isPaired` says whether it is there.',
    params: z.object({ id: idSchema }),
    body: z.object({
      toCompany: z.string().max(COMPANY_CODE_CHARS_MAX).describe('The code of a company that you work in, too'),
      amount: moneyInputSchema,
      effectiveOn: localDateSchema.optional(),
      reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX),
    }),
    answer: z.object({ eventId: z.string(), isPaired: z.boolean() }),
    status: 201,
    handler: async (call) => {
      const { toCompany: code, amount, effectiveOn, reason } = call.body;
      const { scope } = call;
      const toCompany = ownCompany(call.principal, code);
      const eventId = await runCommand(database, scope, call.command('ledger.intercompany.send'), async (tx) => {
        const item = await findItem(tx, call.params.id);
        if (!item) throw notFound('item', call.params.id);
        if (item.currency !== amount.currency) {
          throw currenciesDiffer(item.number, item.currency);
        }
        const order = { itemId: item.id, amountMinor: amount.amountMinor, toCompany, reason };
        const sent = await sendToCompany(tx, { ...order, effectiveOn: effectiveOn ?? tx.today });
        const roles = rolesIn(call.principal, scope);
        const posted = { entryId: sent.entryId };
        const { id: itemId, customerId } = item;
        await limitGuard(tx, { kind: 'intercompany', itemId, customerId, toComeMinor: 0n, posted, roles });
        return sent.eventId;
      });
      return { eventId, isPaired: await letTransfersArriveIn(database, scope, toCompany) };
    },
  });
}

/** Whoever sends must work in both companies: nobody learns of a company by guessing its code. */
function ownCompany(principal: Principal, code: string) {
  const found = principal.companies.find((access) => access.company.code === code);
  if (found !== undefined) return found.company;
  throw new AppError('company_not_found', `You work in no company ${code}.`, { status: 404 });
}

function transferJson(transfer: TransferView): z.output<typeof transferSchema> {
  const { amountMinor, currency, otherCompanyId: _, otherCompanyCode, ...shown } = transfer;
  return { ...shown, otherCompany: otherCompanyCode, amount: moneyJson(amountMinor, currency) };
}
