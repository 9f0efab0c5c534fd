/** Imports as they travel. */
import { STATEMENT_FIELDS } from '@quittance/core/bank-formats';
import { type ExtractField, fieldsOf, MAPPED_KINDS } from '@quittance/core/extracts';
import { isStatementCurrency } from '@quittance/core/money';
import { z } from 'zod';
import { moneyJsonSchema } from '../../platform/http/index.ts';
import type { ImportBatch, ImportProblem } from './import-batch.ts';
import type { ImportMapping } from './reading/messages.ts';

const CELL_CHARS_MAX = 500;
const FILTERS_MAX = 10;
/** Rows looked at before the header is settled. */
const HEADER_ROW_MAX = 20_000;

const fieldSchema = z.enum([...new Set(MAPPED_KINDS.flatMap(fieldsOf))] as [ExtractField, ...ExtractField[]]);
const columnsSchema = z.partialRecord(fieldSchema, z.string().max(CELL_CHARS_MAX));

const extractKindSchema = z.enum(MAPPED_KINDS);

export const extractMappingSchema = z
  .object({
    kind: extractKindSchema,
    columns: columnsSchema.describe('The column that holds each field'),
    constants: columnsSchema.describe('What a field is in every row, where the file has no column for it'),
    decimalMark: z.enum(['point', 'comma']).nullable(),
    dateOrder: z.enum(['dmy', 'mdy']).nullable(),
    filters: z
      .array(
        z.object({
          column: z.string().max(CELL_CHARS_MAX),
          keep: z.enum(['equal', 'empty']),
          value: z.string().max(CELL_CHARS_MAX),
        }),
      )
      .max(FILTERS_MAX)
      .describe('Rows to read; all others are left out'),
    clearedRows: z
      .enum(['take', 'leave_out'])
      .optional()
      .describe('What is done with rows that carry a clearing date; absent while nobody has chosen'),
    sheet: z.string().max(CELL_CHARS_MAX).optional().describe('The sheet of a workbook that holds the rows'),
    headerRow: z
      .number()
      .int()
      .min(1)
      .max(HEADER_ROW_MAX)
      .optional()
      .describe('The row that names the columns, when it is not the one that looks like it'),
    payer: z
      .string()
      .max(CELL_CHARS_MAX)
      .optional()
      .describe('Whose advices have these columns, as names are compared'),
  })
  .meta({ id: 'ImportMapping' });

const ACCOUNT_CHARS_MAX = 64;
/** Columns whose texts are joined; more is no bank's. */
const GATHERED_MAX = 20;

const statementMappingSchema = z
  .object({
    kind: z.literal('statement'),
    columns: z
      .partialRecord(z.enum(STATEMENT_FIELDS), z.array(z.string().max(CELL_CHARS_MAX)).max(GATHERED_MAX))
      .describe('The columns that hold each field, by name or as #3; none: the file does not have it; absent: guessed'),
    currency: z
      .string()
      .refine(isStatementCurrency, 'no currency code')
      .nullable()
      .describe('Of all lines, where the file does not say it'),
    account: z
      .string()
      .trim()
      .min(1)
      .max(ACCOUNT_CHARS_MAX)
      .nullable()
      .describe('Of all lines, where the file does not say it'),
    decimalMark: z.enum(['point', 'comma']).nullable(),
    dateOrder: z.enum(['dmy', 'mdy']).nullable(),
    headerRow: z
      .number()
      .int()
      .min(0)
      .max(2_000)
      .optional()
      .describe('The row that names the columns, when it is not the one that looks like it; 0: the table has none'),
    asksEachTime: z
      .array(z.enum(['account', 'currency']))
      .max(2)
      .optional()
      .describe('What differed between files of this source: it is asked for each time'),
  })
  .meta({ id: 'StatementMapping' });

export const mappingSchema = z.discriminatedUnion('kind', [extractMappingSchema, statementMappingSchema]);

export const kindSchema = z.enum([...MAPPED_KINDS, 'statement']);
export const outcomeSchema = z.enum(['added', 'changed', 'unchanged', 'refused']);

const balanceSchema = moneyJsonSchema.extend({ on: z.string().nullable() }).meta({ id: 'StatementBalance' });

const problemGroupSchema = z
  .object({
    code: z.string(),
    field: z.string().nullable(),
    currency: z.string().nullable().describe('The currency that the problems are about'),
    isNote: z.boolean(),
    count: z.number().int(),
    firstRow: z.number().int(),
    lastRow: z.number().int(),
    earliestOn: z.string().nullable().describe('The earliest day that the problems name'),
    latestOn: z.string().nullable(),
    message: z.string().describe('What the first of them says'),
    parameters: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'ImportProblemGroup' });

const statementReviewSchema = z
  .object({
    account: z.string().nullable(),
    number: z.string().nullable(),
    report: z.enum(['statement', 'notification', 'lockbox']),
    opening: balanceSchema.nullable(),
    closing: balanceSchema.nullable(),
    footing: z.enum(['ok', 'off', 'unknown']),
    moved: moneyJsonSchema.nullable().describe('The sum of its booked lines'),
    difference: moneyJsonSchema.nullable().describe('What the closing balance has more than opening and lines give'),
    lineCount: z.number().int(),
    suspects: z
      .array(
        z.object({
          row: z.number().int(),
          amount: moneyJsonSchema,
          on: z.string().nullable(),
          label: z.string(),
          fault: z
            .enum(['superfluous', 'wrong_sign', 'twin_missing'])
            .describe('The statement foots without it, with its sign turned, or with it once more'),
        }),
      )
      .describe('Lines whose amount would explain the difference'),
    chain: z
      .object({
        place: z.enum(['first', 'continues', 'again', 'gap', 'unknown']),
        previousImportId: z.string().nullable().describe('Null when the statement before is in this file'),
        previousNumber: z.string().nullable(),
        previousClosing: balanceSchema.nullable(),
        difference: moneyJsonSchema.nullable().describe('Of a gap: what no statement shows'),
      })
      .nullable()
      .describe('Where it stands among the statements of its account; null for what is no statement'),
  })
  .meta({ id: 'StatementReview' });

export const batchSchema = z
  .object({
    id: z.string(),
    kind: kindSchema,
    fileName: z.string(),
    sha256: z.string(),
    bytes: z.number().int(),
    status: z.enum(['reading', 'preview', 'posting', 'posted', 'failed', 'undoing', 'undone', 'discarded']),
    rowsDone: z.number().int(),
    rowsKnown: z.number().int().nullable(),
    added: z.number().int(),
    changed: z.number().int(),
    unchanged: z.number().int(),
    refused: z.number().int(),
    leftOut: z.number().int().describe('Rows that were not asked for: another company, blank, no receipt'),
    newCustomers: z.number().int().describe('Customers that only the items name, and that come with them'),
    problemCount: z.number().int(),
    questions: z.array(
      z.object({
        field: z.string(),
        code: z.string(),
        message: z.string(),
        choices: z.array(z.string()),
        isBlocking: z.boolean().describe('Nothing can be read before it is answered'),
      }),
    ),
    mapping: mappingSchema.nullable(),
    header: z.array(z.string()),
    sheets: z.array(z.string()).describe('The sheets of a workbook'),
    examples: z.array(z.array(z.string())).describe('The first values of each column'),
    sourceName: z.string().nullable().describe('The source whose saved mapping was used'),
    snapshotOn: z.string().nullable().describe('The day of which the file lists all open items; null: it only adds'),
    uploadedBy: z.string(),
    uploadedAt: z.string(),
    postedAt: z.string().nullable(),
    undoneAt: z.string().nullable(),
    errorCode: z.string().nullable(),
    error: z.string().nullable().describe('Why the last step failed, and what to do'),
    errorDetails: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('What the refusal names: a day, entries, another file'),
    problemGroups: z.array(problemGroupSchema).describe('Equal problems as one, refusals first; none in lists'),
    statements: z.array(statementReviewSchema).describe('Of a bank’s file: its first statements; none in lists'),
  })
  .meta({ id: 'Import' });

export type BatchJson = z.output<typeof batchSchema>;

export const rowSchema = z.object({
  row: z.number().int(),
  outcome: outcomeSchema,
  label: z.string(),
  fields: z.record(z.string(), z.string()),
});

export const problemRowSchema = z.object({
  row: z.number().int(),
  field: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  isNote: z.boolean().describe('The row is taken all the same'),
  parameters: z.record(z.string(), z.unknown()).describe('What the message is filled with'),
});

export function problemJson({
  row,
  field,
  code,
  message,
  isNote,
  parameters,
}: ImportProblem): z.output<typeof problemRowSchema> {
  return { row, field, code, message, isNote, parameters: { ...parameters } };
}

export function batchJson(batch: ImportBatch): BatchJson {
  const { mapping } = batch;
  return {
    id: batch.id,
    kind: batch.kind,
    fileName: batch.fileName,
    sha256: batch.sha256,
    bytes: Number(batch.byteCount),
    status: batch.status,
    rowsDone: batch.rowsDone,
    rowsKnown: batch.rowsKnown,
    added: batch.added,
    changed: batch.changed,
    unchanged: batch.unchanged,
    refused: batch.refused,
    leftOut: batch.leftOut,
    newCustomers: batch.newCustomers,
    problemCount: batch.problemCount,
    questions: batch.questions.map((question) => ({ ...question, choices: [...question.choices] })),
    mapping: mapping === null ? null : mappingJson(mapping),
    header: [...batch.header],
    sheets: [...batch.sheets],
    examples: batch.examples.map((values) => [...values]),
    sourceName: batch.sourceName,
    snapshotOn: batch.snapshotOn,
    uploadedBy: batch.uploadedByName,
    uploadedAt: batch.uploadedAt,
    postedAt: batch.postedAt,
    undoneAt: batch.undoneAt,
    errorCode: batch.errorCode,
    error: batch.error,
    errorDetails: batch.errorDetails,
    problemGroups: batch.problemGroups.map((group) => ({ ...group, parameters: { ...group.parameters } })),
    statements: batch.statements.map((statement) => ({ ...statement, suspects: [...statement.suspects] })),
  };
}

export function mappingJson(mapping: ImportMapping): z.output<typeof mappingSchema> {
  if (mapping.kind === 'statement') {
    const columns = Object.entries(mapping.columns).map(([field, names]) => [field, [...(names ?? [])]]);
    const { asksEachTime, ...rest } = mapping;
    const asked = asksEachTime === undefined ? {} : { asksEachTime: [...asksEachTime] };
    return { ...rest, ...asked, columns: Object.fromEntries(columns) };
  }
  return {
    ...mapping,
    columns: { ...mapping.columns },
    constants: { ...mapping.constants },
    filters: [...mapping.filters],
  };
}

export function mappingFrom(json: z.output<typeof mappingSchema>): ImportMapping {
  return json as ImportMapping; // the schema holds the same fields; only absent and undefined differ
}
