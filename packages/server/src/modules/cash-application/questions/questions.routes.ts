/** Questions to customers about a receipt, and their answers. */
import { z } from 'zod';
import type { Database } from '../../../platform/database/transaction.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { askCustomer, noteAnswer } from './questions.usecase.ts';

const SUBJECT_CHARS_MAX = 200;
const BODY_CHARS_MAX = 10_000; // a letter of two pages
const ADDRESS_CHARS_MAX = 320; // RFC 3696: the longest address
const CODE_CHARS_MAX = 60;
const ANSWER_CHARS_MAX = 2_000;

const idSchema = z.object({ id: z.uuid() });

export function registerQuestionRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/questions',
    permission: 'cash.apply',
    tag: 'cash application',
    summary:
      'Keeps that the customer was asked about a receipt, with the words; it waits for the customer from then on',
    params: idSchema,
    body: z.object({
      customerId: z.uuid().nullable().describe('null while nobody knows whose money it is'),
      questionCode: z.string().max(CODE_CHARS_MAX).nullable(),
      language: z.string().regex(/^[a-z]{2}$/, 'a language of two letters, such as it'),
      address: z.string().trim().max(ADDRESS_CHARS_MAX),
      subject: z.string().trim().min(1).max(SUBJECT_CHARS_MAX),
      body: z.string().trim().min(1).max(BODY_CHARS_MAX),
    }),
    answer: z.object({ id: z.string() }),
    handler: ({ scope, params, body, command }) =>
      askCustomer(database, scope, { receiptId: params.id, ...body, command: command('cash.ask') }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/receipts/:id/answer',
    permission: 'cash.apply',
    tag: 'cash application',
    summary: 'Notes what the customer answered; the receipt no longer waits for them',
    params: idSchema,
    body: z.object({ answer: z.string().trim().min(1, 'say what was answered').max(ANSWER_CHARS_MAX) }),
    answer: 'nothing',
    handler: async ({ scope, params, body, command }) => {
      await noteAnswer(database, scope, { receiptId: params.id, ...body, command: command('cash.answer') });
    },
  });
}
