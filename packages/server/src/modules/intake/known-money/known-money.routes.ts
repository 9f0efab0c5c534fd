/** Money in that waits for a statement or a person, and by which files an account's receipts come. */
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { type HttpApp, moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import { listWaitingLines, type StandingLine } from './known-money.queries.ts';
import { postWaitingLine, setAside, setReceiptsBy } from './waiting-lines.usecase.ts';

const TAG = 'imports';
const REASON_CHARS_MAX = 500;
const ACCOUNT_CHARS_MAX = 64;
const idSchema = z.object({ id: z.uuid() });
const reasonSchema = z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);

export const bankReportSchema = z.enum(['statement', 'notification', 'lockbox']);

const waitingLineSchema = z
  .object({
    id: z.string(),
    importId: z.string(),
    fileName: z.string(),
    report: bankReportSchema.describe('What told of it'),
    account: z.string().nullable(),
    bookedOn: z.string().nullable(),
    amount: moneyJsonSchema,
    payer: z.string().nullable(),
    reference: z.string().nullable(),
  })
  .meta({ id: 'WaitingLine' });

export interface KnownMoneyContext {
  readonly database: Database;
  readonly onPosted?: (scope: Scope) => Promise<void>;
}

export function registerKnownMoneyRoutes(app: HttpApp, { database, onPosted }: KnownMoneyContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/waiting-lines',
    permission: 'imports.read',
    tag: TAG,
    summary: 'Lines of money in that are no receipts yet: no statement has told of them, or they may be known money',
    answer: z.object({ rows: z.array(waitingLineSchema) }),
    handler: async ({ scope }) => ({ rows: (await database.read(scope, listWaitingLines)).map(waitingLineJson) }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/waiting-lines/:id/post',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Makes a receipt of a line that waits',
    params: idSchema,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('intake.post_waiting_line'), async (tx) => {
        await postWaitingLine(tx, call.params.id);
        return null;
      });
      await onPosted?.(call.scope);
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/waiting-lines/:id/set-aside',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Says that a line that waits is no further money',
    params: idSchema,
    body: z.object({ reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('intake.set_line_aside'), async (tx) => {
        await setAside(tx, call.params.id, call.body.reason);
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'PUT',
    path: '/bank-accounts/:account/receipts-by',
    permission: 'organisation.manage',
    tag: TAG,
    summary: 'Says by which kind of file the receipts of an account come; lines of other kinds wait for the statement',
    params: z.object({ account: z.string().min(1).max(ACCOUNT_CHARS_MAX) }),
    body: z.object({ receiptsBy: bankReportSchema, reason: reasonSchema }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('intake.set_receipts_by'), async (tx) => {
        await setReceiptsBy(tx, call.params.account, call.body);
        return null;
      });
    },
  });
}

function waitingLineJson(line: StandingLine): z.output<typeof waitingLineSchema> {
  const { id, batchId, fileName, report, account, bookedOn, amountMinor, currency, payerName } = line;
  const reference = line.structuredReference ?? line.endToEndId ?? line.bankReference;
  const amount = moneyJson(amountMinor, currency);
  return { id, importId: batchId, fileName, report, account, bookedOn, amount, payer: payerName, reference };
}
