/** Advices: what came, what each is linked to, one in full; linking by hand; what customers' codes of deductions mean. */
import { SETTLEMENT_REASONS } from '@quittance/core/settlement';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import { decodeCursor, type HttpApp, pageOf, pageQuerySchema, pageSchema } from '../../../platform/http/index.ts';
import { findPage } from '../../intake/index.ts';
import { applyUnapplied } from '../runs/apply-unapplied.usecase.ts';
import {
  adviceDetailJson,
  adviceDetailSchema,
  adviceJson,
  adviceReceiptJson,
  adviceReceiptSchema,
  adviceSchema,
} from './advices.json.ts';
import {
  adviceInFull,
  advicePage,
  compareScan,
  deductionCodes,
  linkByHand,
  putApart,
  receiptsFor,
  setDeductionCode,
} from './advices.usecase.ts';

interface Context {
  readonly database: Database;
}

const TAG = 'cash application';
const WORDS_CHARS_MAX = 100;
const REASON_CHARS_MAX = 500;
const CODE_CHARS_MAX = 40;
const idSchema = z.object({ id: z.uuid() });
const receiptSchema = z.object({ receiptId: z.uuid() });

const codeSchema = z
  .object({ code: z.string(), reason: z.enum(SETTLEMENT_REASONS), setBy: z.string(), setAt: z.string() })
  .meta({ id: 'DeductionCode' });

export function registerAdviceRoutes(app: HttpApp, context: Context): void {
  registerReading(app, context);
  registerLinking(app, context);
  registerCodes(app, context);
}

function registerReading(app: HttpApp, { database }: Context): void {
  app.companyRoute({
    method: 'GET',
    path: '/advices',
    permission: 'cash.read',
    tag: TAG,
    summary: 'Remittance advices that came, the latest first, with the receipts they are linked to',
    query: pageQuerySchema.extend({ importId: z.uuid().optional().describe('Only those of this import') }),
    answer: pageSchema(adviceSchema),
    handler: async ({ scope, query }) => {
      const [receivedOn, id] = decodeCursor(query.cursor, 2) ?? [];
      const before = receivedOn === undefined || id === undefined ? undefined : { receivedOn, id };
      const page = { before, batchId: query.importId, limit: query.limit + 1 };
      const found = await database.read(scope, (tx) => advicePage(tx, page));
      return pageOf(found.map(adviceJson), query.limit, (advice) => [advice.receivedOn, advice.id]);
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/advices/:id',
    permission: 'cash.read',
    tag: TAG,
    summary: 'An advice with its lines, the items they name and its receipts',
    params: idSchema,
    answer: adviceDetailSchema,
    handler: async ({ scope, params }) =>
      adviceDetailJson(await database.read(scope, (tx) => adviceInFull(tx, params.id))),
  });

  app.companyRoute({
    method: 'GET',
    path: '/advices/:id/pages/:page',
    permission: 'cash.read',
    tag: TAG,
    summary: 'A page of a scan, straightened, as it was read',
    params: idSchema.extend({ page: z.coerce.number().int().min(1) }),
    answer: 'file',
    handler: async ({ scope, params }) => {
      const { id: adviceId, page } = params;
      const found = await database.read(scope, (tx) => findPage(tx, { adviceId, page }));
      if (found === undefined) throw notFound('page', `${adviceId}/${page}`);
      return { name: `page-${page}.jpg`, type: found.mediaType, content: found.content };
    },
  });

  app.companyRoute({
    method: 'GET',
    path: '/advices/:id/receipts',
    permission: 'cash.read',
    tag: TAG,
    summary: 'Receipts it may be linked with: those of its amount, or by number or payer',
    params: idSchema,
    query: z.object({ search: z.string().max(WORDS_CHARS_MAX).default('') }),
    answer: z.object({ rows: z.array(adviceReceiptSchema) }),
    handler: async ({ scope, params, query }) => ({
      rows: (await database.read(scope, (tx) => receiptsFor(tx, params.id, query.search))).map(adviceReceiptJson),
    }),
  });
}

/** What is known of these receipts has changed: they are decided on again. */
async function decideAgain(database: Database, scope: Scope, receiptIds: readonly string[]): Promise<void> {
  if (receiptIds.length > 0) await applyUnapplied(database, scope, { receiptIds });
}

function registerLinking(app: HttpApp, { database }: Context): void {
  app.companyRoute({
    method: 'POST',
    path: '/advices/:id/link',
    permission: 'cash.apply',
    tag: TAG,
    summary: 'Says that an advice is of a receipt; the receipt is decided on again',
    params: idSchema,
    body: receiptSchema,
    answer: adviceDetailSchema,
    handler: async (call) => {
      const pair = { adviceId: call.params.id, receiptItemId: call.body.receiptId };
      await runCommand(database, call.scope, call.command('cash.link_advice'), (tx) => linkByHand(tx, pair));
      await decideAgain(database, call.scope, [pair.receiptItemId]);
      return adviceDetailJson(await database.read(call.scope, (tx) => adviceInFull(tx, call.params.id)));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/advices/:id/unlink',
    permission: 'cash.apply',
    tag: TAG,
    summary: 'Says that an advice is not of a receipt; the receipt is decided on again without it',
    params: idSchema,
    body: receiptSchema.extend({ reason: z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX) }),
    answer: adviceDetailSchema,
    handler: async (call) => {
      const pair = { adviceId: call.params.id, receiptItemId: call.body.receiptId, reason: call.body.reason };
      await runCommand(database, call.scope, call.command('cash.unlink_advice'), (tx) => putApart(tx, pair));
      await decideAgain(database, call.scope, [pair.receiptItemId]);
      return adviceDetailJson(await database.read(call.scope, (tx) => adviceInFull(tx, call.params.id)));
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/advices/:id/compared',
    permission: 'cash.apply',
    tag: TAG,
    summary: 'Says that a scan was compared with what was read of it; from then on it counts',
    params: idSchema,
    answer: adviceDetailSchema,
    handler: async (call) => {
      const { id } = call.params;
      const receipts = await runCommand(database, call.scope, call.command('cash.compare_scan'), (tx) =>
        compareScan(tx, id),
      );
      await decideAgain(database, call.scope, receipts);
      return adviceDetailJson(await database.read(call.scope, (tx) => adviceInFull(tx, id)));
    },
  });
}

function registerCodes(app: HttpApp, { database }: Context): void {
  const answer = z.object({ codes: z.array(codeSchema) });
  const codesNow = async (scope: Scope, customerId: string) => ({
    codes: (await database.read(scope, (tx) => deductionCodes(tx, customerId))).map(
      ({ code, reason, setByName, setAt }) => ({ code, reason, setBy: setByName, setAt }),
    ),
  });
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/deduction-codes',
    permission: 'cash.read',
    tag: TAG,
    summary: 'What the customer’s own codes of deductions mean to us',
    params: idSchema,
    answer,
    handler: ({ scope, params }) => codesNow(scope, params.id),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/customers/:id/deduction-codes',
    permission: 'cash.apply',
    tag: TAG,
    summary: 'Says what one of the customer’s codes means; null: nothing any more',
    params: idSchema,
    body: z.object({
      code: z.string().trim().min(1).max(CODE_CHARS_MAX),
      reason: z.enum(SETTLEMENT_REASONS).nullable(),
    }),
    answer,
    handler: async (call) => {
      const meaning = { customerId: call.params.id, ...call.body };
      await runCommand(database, call.scope, call.command('cash.set_deduction_code'), (tx) =>
        setDeductionCode(tx, meaning),
      );
      return codesNow(call.scope, call.params.id);
    },
  });
}
