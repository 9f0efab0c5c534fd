/** The statement of a customer's account as a file. */
import { LETTER_LANGUAGES, letterLanguage } from '@quittance/core/correspondence';
import { z } from 'zod';
import { notFound } from '../../../platform/errors.ts';
import { type HttpApp, localDateSchema } from '../../../platform/http/index.ts';
import { findContacts, findCustomer, recordsOfParty } from '../../customers/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { statementOf } from './statement.ts';
import { statementFile } from './statement-file.ts';

export function registerStatementRoutes(app: HttpApp, { database }: CorrespondenceContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/statement',
    permission: 'ledger.read',
    tag: 'correspondence',
    summary:
      'The statement of a customer’s account as PDF or workbook, today’s or as of a day, in the customer’s language',
    params: z.object({ id: z.uuid() }),
    query: z.object({
      format: z.enum(['pdf', 'xlsx']).default('pdf'),
      asOf: localDateSchema.optional(),
      language: z.enum(LETTER_LANGUAGES).optional(),
    }),
    answer: 'file',
    handler: async ({ scope, params, query }) => {
      const statement = await database.read(scope, async (tx) => {
        const customer = await findCustomer(tx, params.id);
        if (customer === undefined) throw notFound('customer', params.id);
        const [contact] = await findContacts(tx, await recordsOfParty(tx, params.id));
        const language = query.language ?? letterLanguage([contact?.language, customer.language], customer.country);
        return statementOf(tx, { customerId: params.id, language, asOf: query.asOf });
      });
      // Drawn when the transaction is over: nobody waits for the ink.
      return statementFile(statement, query.format);
    },
  });
}
