/** Sources, arrivals and bank accounts as they travel. */
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import { kindSchema } from '../intake.schemas.ts';
import { bankReportSchema } from '../known-money/known-money.routes.ts';
import type { ArrivalSource, ArrivalSourceDraft } from './arrival.ts';
import type { Arrival } from './arrivals.queries.ts';
import { SECRET_NAME } from './sources.usecase.ts';
import type { StatementAccount } from './statement-accounts.usecase.ts';

const NAME_CHARS_MAX = 80;
const HOST_CHARS_MAX = 253;
const PATH_CHARS_MAX = 200;
const PORT_MAX = 65_535;

const folderSettingsSchema = z.object({
  path: z
    .string()
    .trim()
    .min(1)
    .max(PATH_CHARS_MAX)
    .describe('Below the drop directory of the installation, such as DE01/bank'),
});
const mailboxSettingsSchema = z.object({
  host: z.string().trim().min(1).max(HOST_CHARS_MAX),
  port: z.number().int().min(1).max(PORT_MAX),
  security: z
    .enum(['tls', 'starttls', 'none'])
    .describe('`none` sends the password in the clear: only within one machine'),
  user: z.string().trim().min(1).max(HOST_CHARS_MAX),
  passwordFrom: z
    .string()
    .regex(SECRET_NAME, 'must be the name of a setting that begins with QUITTANCE_SECRET_')
    .describe('The setting of the server that holds the password; the password itself is not stored'),
  folder: z.string().trim().min(1).max(PATH_CHARS_MAX).default('INBOX'),
});
const ruleSchema = z.object({
  name: z.string().trim().min(1).max(NAME_CHARS_MAX),
  fileKind: kindSchema.nullable().default(null).describe('What its files are; found from each file when null'),
  posting: z.enum(['preview', 'good_rows', 'all']).describe('What is done with a file that was read'),
  isFullList: z.boolean().default(false).describe('Its item files list all items open on the day they come'),
  isEnabled: z.boolean().default(true),
});
const folderSourceSchema = ruleSchema.extend({ kind: z.literal('folder'), settings: folderSettingsSchema });
const mailboxSourceSchema = ruleSchema.extend({ kind: z.literal('mailbox'), settings: mailboxSettingsSchema });

export const sourceDraftSchema = z
  .discriminatedUnion('kind', [folderSourceSchema, mailboxSourceSchema])
  .meta({ id: 'ArrivalSourceDraft' });

const seenSchema = { id: z.string(), checkedAt: z.string().nullable(), error: z.string().nullable() };
export const sourceSchema = z
  .discriminatedUnion('kind', [folderSourceSchema.extend(seenSchema), mailboxSourceSchema.extend(seenSchema)])
  .meta({ id: 'ArrivalSource' });

export function draftFrom(json: z.output<typeof sourceDraftSchema>): ArrivalSourceDraft {
  return json;
}

export function sourceJson(source: ArrivalSource): z.output<typeof sourceSchema> {
  return source.kind === 'folder'
    ? { ...source, settings: { ...source.settings } }
    : { ...source, settings: { ...source.settings } };
}

export const arrivalSchema = z
  .object({
    id: z.string(),
    arrivedAt: z.string(),
    channel: z.enum(['page', 'api', 'command_line', 'folder', 'mailbox']),
    sourceName: z.string().nullable(),
    sender: z.string().nullable(),
    place: z.string().nullable(),
    fileName: z.string(),
    sha256: z.string().nullable(),
    bytes: z.number().int().nullable(),
    outcome: z.enum(['imported', 'repeated', 'refused']),
    reason: z.string().nullable().describe('Why it was refused, and what to do'),
    importId: z.string().nullable(),
    importKind: z.string().nullable(),
    importStatus: z.string().nullable(),
    by: z.string(),
  })
  .meta({ id: 'Arrival' });

export function arrivalJson({ byteCount, batchId, batchKind, batchStatus, actorName, ...arrival }: Arrival) {
  return {
    ...arrival,
    bytes: byteCount === null ? null : Number(byteCount),
    importId: batchId,
    importKind: batchKind,
    importStatus: batchStatus,
    by: actorName,
  };
}

export const statementAccountSchema = z
  .object({
    account: z.string(),
    currency: z.string(),
    lastNumber: z.string().nullable(),
    lastOn: z.string().nullable(),
    closingBalance: moneyJsonSchema.nullable(),
    statementCount: z.number().int().describe('Of the last half year'),
    receiptsBy: bankReportSchema.describe('By which kind of file its receipts come'),
    receiptsByWord: z
      .object({ by: z.string(), at: z.string(), reason: z.string() })
      .nullable()
      .describe('Who said so; null while the first file decides'),
    waitingCount: z.number().int().describe('Lines of money in that are no receipts yet'),
    everyWorkingDays: z.number().int().nullable().describe('1: every working day; null when too few have come to tell'),
    missingDays: z.array(z.string()).describe('Working days by now without a statement, more than is usual'),
    gaps: z.array(
      z.object({
        afterNumber: z.string().nullable(),
        afterOn: z.string(),
        beforeNumber: z.string().nullable(),
        beforeOn: z.string(),
        difference: moneyJsonSchema.describe('What came or went that no statement shows'),
      }),
    ),
  })
  .meta({ id: 'StatementAccount' });

export function statementAccountJson(known: StatementAccount): z.output<typeof statementAccountSchema> {
  const { account, currency, last, statementCount, rhythm, gaps, receiptsBy, receiptsByWord, waitingCount } = known;
  const closingMinor = last?.closingMinor ?? null;
  return {
    account,
    currency,
    lastNumber: last?.number ?? null,
    lastOn: rhythm.lastOn,
    closingBalance: closingMinor === null ? null : moneyJson(closingMinor, currency),
    statementCount,
    receiptsBy,
    receiptsByWord,
    waitingCount,
    everyWorkingDays: rhythm.everyWorkingDays,
    missingDays: [...rhythm.missingDays],
    gaps: gaps.map((gap) => ({
      afterNumber: gap.after.number,
      afterOn: gap.after.on,
      beforeNumber: gap.before.number,
      beforeOn: gap.before.on,
      difference: moneyJson(gap.differenceMinor, gap.currency),
    })),
  };
}
