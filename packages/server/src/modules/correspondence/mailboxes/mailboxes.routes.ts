/** Mailboxes, what letters say of the company, and addresses that get nothing any more. */
import { doubtAboutAccount } from '@quittance/core/parties';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import { notFound } from '../../../platform/errors.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { addressesOf, recordsOfParty } from '../../customers/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { type LetterSettings, letterSettings, saveLetterSettings } from '../payment/settings.queries.ts';
import { readMailboxes } from '../receiving/read-mailboxes.job.ts';
import { sendWaiting } from '../sending/send-waiting.usecase.ts';
import { findSuppressed, liftSuppression, listSuppressed } from '../sending/suppressed-addresses.queries.ts';
import { SECRET_NAME } from './mailbox.ts';
import { listMailboxes } from './mailboxes.queries.ts';
import { addMailbox, changeMailbox, endMailbox } from './mailboxes.usecase.ts';

const TAG = 'correspondence';
const NAME_CHARS_MAX = 120;
const HOST_CHARS_MAX = 253;
const PORT_MAX = 65_535;
const SUPPRESSED_MAX = 500;
const idSchema = z.object({ id: z.uuid() });
const idAnswer = z.object({ id: z.string() });

const secretName = z.string().regex(SECRET_NAME, 'must be the name of a setting that begins with QUITTANCE_SECRET_');
const serverSchema = z.object({
  host: z.string().trim().min(1).max(HOST_CHARS_MAX),
  port: z.number().int().min(1).max(PORT_MAX),
  security: z
    .enum(['tls', 'starttls', 'none'])
    .describe('`none` sends everything in the clear: only within one machine'),
});
const mailboxDraftSchema = z
  .object({
    name: z.string().trim().min(1).max(NAME_CHARS_MAX).describe('As recipients see it'),
    address: z
      .string()
      .trim()
      .toLowerCase()
      .max(254)
      .regex(/^[^\s@<>,;"]+@[^\s@<>,;"]+$/, 'must be an address such as ar@example.com'),
    smtp: serverSchema.extend({
      user: z.string().trim().min(1).max(HOST_CHARS_MAX).nullable().describe('Null: without signing in'),
      passwordFrom: secretName.nullable().describe('The setting of the server that holds the password'),
    }),
    imap: serverSchema
      .extend({
        user: z.string().trim().min(1).max(HOST_CHARS_MAX),
        passwordFrom: secretName,
        folder: z.string().trim().min(1).max(200).default('INBOX'),
        sentFolder: z
          .string()
          .trim()
          .min(1)
          .max(200)
          .nullable()
          .default(null)
          .describe('Where the server keeps what was sent'),
      })
      .nullable(),
    hasAddressTokens: z.boolean().default(false).describe('The server takes mail for name+anything@domain'),
    authority: z
      .string()
      .trim()
      .toLowerCase()
      .min(1)
      .max(HOST_CHARS_MAX)
      .nullable()
      .default(null)
      .describe('The name in the Authentication-Results of the receiving server'),
    isDefault: z.boolean().default(false),
    isEnabled: z.boolean().default(true),
  })
  .meta({ id: 'MailboxDraft' });
const mailboxSchema = mailboxDraftSchema
  .extend({
    id: z.string(),
    checkedAt: z.string().nullable(),
    receivingError: z.string().nullable(),
    sendingError: z.string().nullable(),
    sendAgainAt: z.string().nullable(),
  })
  .meta({ id: 'Mailbox' });

export function registerMailboxRoutes(app: HttpApp, context: CorrespondenceContext): void {
  registerMailboxes(app, context);
  registerSettings(app, context);
  registerSuppressions(app, context);
}

function registerMailboxes(app: HttpApp, context: CorrespondenceContext): void {
  const { database } = context;
  app.companyRoute({
    method: 'GET',
    path: '/mailboxes',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'Mailboxes that letters go out from and answers come in to',
    answer: z.object({ rows: z.array(mailboxSchema) }),
    handler: async ({ scope }) => ({
      rows: (await database.read(scope, listMailboxes)).map(({ sendingFailures: _failures, ...mailbox }) => mailbox),
    }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/mailboxes',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Adds a mailbox',
    body: mailboxDraftSchema,
    answer: idAnswer,
    status: 201,
    handler: (call) =>
      runCommand(database, call.scope, call.command('correspondence.add_mailbox'), async (tx) => ({
        id: await addMailbox(tx, call.body),
      })),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/mailboxes/:id',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Changes a mailbox; it is tried again at once',
    params: idSchema,
    body: mailboxDraftSchema,
    answer: idAnswer,
    handler: (call) =>
      runCommand(database, call.scope, call.command('correspondence.change_mailbox'), async (tx) => {
        await changeMailbox(tx, call.params.id, call.body);
        return { id: call.params.id };
      }),
  });

  app.companyRoute({
    method: 'DELETE',
    path: '/mailboxes/:id',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Removes a mailbox; its conversations stay',
    params: idSchema,
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('correspondence.remove_mailbox'), (tx) =>
        endMailbox(tx, call.params.id),
      );
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/mailboxes/check',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Sends what waits and fetches what came, now',
    answer: z.object({ received: z.number().int(), sent: z.number().int(), notSent: z.number().int() }),
    handler: async ({ scope }) => {
      const { sent, notSent } = await sendWaiting(context, scope);
      return { sent, notSent, received: await readMailboxes(context, scope) };
    },
  });
}

function registerSettings(app: HttpApp, { database }: CorrespondenceContext): void {
  const blank = z.literal('').transform(() => null);
  const settingsSchema = z.object({
    payeeName: z.string().trim().min(1).max(70).describe('70 characters is what a payment carries'),
    iban: z.union([
      blank,
      z
        .string()
        .max(60)
        .transform((text) => text.replace(/\s/g, '').toUpperCase())
        .refine(
          (iban) => /^[A-Z]{2}\d{2}/.test(iban) && doubtAboutAccount(iban) === null,
          'must be an IBAN with right check digits',
        ),
      z.null(),
    ]),
    bic: z.union([
      blank,
      z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9]{8}(?:[A-Z0-9]{3})?$/, 'must have 8 or 11 letters and digits'),
      z.null(),
    ]),
    otherWayToPay: z
      .union([blank, z.string().trim().min(1).max(500), z.null()])
      .default(null)
      .describe('Besides or instead of an IBAN: an account with its routing number, the address of a portal'),
    signature: z.string().trim().min(1).max(1_000),
  });
  const shown = ({ otherWayToPay = null, ...settings }: LetterSettings) => ({ ...settings, otherWayToPay });
  const answer = z.object({
    payeeName: z.string(),
    iban: z.string().nullable(),
    bic: z.string().nullable(),
    otherWayToPay: z.string().nullable(),
    signature: z.string(),
  });
  app.companyRoute({
    method: 'GET',
    path: '/letter-settings',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'What letters say of the company: whom to pay, and who signs',
    answer,
    handler: async ({ scope }) => shown(await database.read(scope, letterSettings)),
  });
  app.companyRoute({
    method: 'PUT',
    path: '/letter-settings',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Says whom letters ask to pay, and who signs',
    body: settingsSchema,
    answer,
    handler: (call) =>
      runCommand(database, call.scope, call.command('correspondence.save_settings'), async (tx) => {
        const before = await letterSettings(tx);
        await saveLetterSettings(tx, call.body);
        const subject = { subjectKind: 'company', subjectId: tx.company.id };
        tx.audit({ action: 'correspondence.settings_changed', ...subject, before, after: call.body });
        return call.body;
      }),
  });
}

function registerSuppressions(app: HttpApp, { database }: CorrespondenceContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/suppressed-addresses',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'Addresses that get no mail any more: the latest of the company, or all of one customer',
    query: z.object({ customer: z.uuid().optional() }),
    answer: z.object({
      rows: z.array(
        z.object({
          id: z.string(),
          address: z.string(),
          reason: z.enum(['bounced', 'complained', 'unsubscribed']),
          note: z.string().nullable(),
          since: z.string(),
        }),
      ),
    }),
    handler: async ({ scope, query }) => {
      const { customer } = query;
      const rows = await database.read(scope, async (tx) =>
        customer === undefined
          ? listSuppressed(tx, SUPPRESSED_MAX)
          : findSuppressed(tx, await addressesOf(tx, await recordsOfParty(tx, customer))),
      );
      return { rows: rows.map(({ messageId: _message, ...shown }) => shown) };
    },
  });
  app.companyRoute({
    method: 'POST',
    path: '/suppressed-addresses/:id/lift',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'Lets an address get mail again',
    params: idSchema,
    body: z.object({ reason: z.string().trim().min(1, 'say why').max(500) }),
    answer: 'nothing',
    handler: async (call) => {
      await runCommand(database, call.scope, call.command('correspondence.lift_suppression'), async (tx) => {
        if (!(await liftSuppression(tx, call.params.id, call.body.reason)))
          throw notFound('suppressed address', call.params.id);
        const subject = { subjectKind: 'suppressed_address', subjectId: call.params.id };
        tx.audit({ action: 'correspondence.suppression_lifted', ...subject, reason: call.body.reason });
      });
    },
  });
}
