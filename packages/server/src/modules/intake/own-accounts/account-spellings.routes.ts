/** Whether two account numbers are one account: what people said, and saying it. */
import { z } from 'zod';
import { type CommandTx, runCommand } from '../../../platform/command/index.ts';
import type { Database } from '../../../platform/database/transaction.ts';
import { AppError } from '../../../platform/errors.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { accountKey } from './account-key.ts';
import { deleteSpellingWord, listSpellingWords, saveSpellingWord } from './account-spellings.queries.ts';

const TAG = 'imports';
const ACCOUNT_CHARS_MAX = 64;
const accountSchema = z.string().trim().min(1).max(ACCOUNT_CHARS_MAX);

const wordSchema = z
  .object({
    account: z.string(),
    otherAccount: z.string(),
    isSame: z.boolean(),
    saidBy: z.string(),
    saidAt: z.string(),
  })
  .meta({ id: 'AccountSpelling' });

const bodySchema = z.object({
  account: accountSchema.describe('As a file writes it'),
  otherAccount: accountSchema.describe('The account that it may be'),
  isSame: z.boolean().nullable().describe('Null takes back what was said'),
});

export function registerSpellingRoutes(app: HttpApp, { database }: { readonly database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/account-spellings',
    permission: 'imports.read',
    tag: TAG,
    summary: 'What people said of account numbers that may be one account',
    answer: z.object({ rows: z.array(wordSchema) }),
    handler: async ({ scope }) => ({
      rows: (await database.read(scope, listSpellingWords)).map(({ oneKey, otherKey, isSame, by, at }) => ({
        account: oneKey,
        otherAccount: otherKey,
        isSame,
        saidBy: by,
        saidAt: at,
      })),
    }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/account-spellings',
    permission: 'imports.write',
    tag: TAG,
    summary: 'Says whether two account numbers are one account; imports that wait for it are to be read again',
    body: bodySchema,
    answer: 'nothing',
    handler: async (call) => {
      const command = call.command('intake.say_account');
      await runCommand(database, call.scope, command, (tx) => sayAccount(tx, call.body));
    },
  });
}

/** Throws `one_account_number_twice`. */
async function sayAccount(tx: CommandTx, said: z.output<typeof bodySchema>): Promise<null> {
  const [oneKey = '', otherKey = ''] = [accountKey(said.account), accountKey(said.otherAccount)].sort();
  if (oneKey === otherKey) {
    const message = `${oneKey} is one number, written twice. Name two.`;
    throw new AppError('one_account_number_twice', message);
  }
  const { isSame } = said;
  if (isSame === null) await deleteSpellingWord(tx, { oneKey, otherKey });
  else await saveSpellingWord(tx, { oneKey, otherKey, isSame });
  const after = { account: oneKey, otherAccount: otherKey, isSame };
  tx.audit({ action: 'intake.say_account', subjectKind: 'bank_account', subjectId: oneKey, after });
  return null;
}
