/** Writing to a customer: the template filled, looked at as it will arrive, sent; and the texts of the templates. */
import { LETTER_LANGUAGES } from '@quittance/core/correspondence';
import { z } from 'zod';
import { runCommand } from '../../../platform/command/index.ts';
import { notFound } from '../../../platform/errors.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { findContacts, findCustomer, recordsOfParty, refusals } from '../../customers/index.ts';
import type { CorrespondenceContext } from '../correspondence.context.ts';
import { letterSettings, saysWhereToPay } from '../payment/settings.queries.ts';
import { findSuppressed, type SuppressionReason } from '../sending/suppressed-addresses.queries.ts';
import { usuallyAttached } from '../statements/statements-of-letter.ts';
import { PAYMENT_MARK } from './lay-out.ts';
import {
  bodySchema,
  ITEMS_MAX,
  languageSchema,
  leftOutSchema,
  letterSchema,
  purposeSchema,
  subjectSchema,
  templateUseSchema,
} from './letters.schemas.ts';
import { PURPOSES, variablesOf } from './purposes.ts';
import { SHIPPED } from './shipped/index.ts';
import { latestVersions } from './templates.queries.ts';
import { saveTemplate } from './templates.usecase.ts';
import { draftLetter, previewLetter, shownLetter } from './write-letter.usecase.ts';

const TAG = 'correspondence';

export function registerLetterRoutes(app: HttpApp, context: CorrespondenceContext): void {
  registerWriting(app, context);
  registerTemplates(app, context);
}

function registerWriting(app: HttpApp, { database, asking }: CorrespondenceContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/recipients',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'Whom a letter to a customer can go to, and who gets no mail any more',
    params: z.object({ id: z.uuid() }),
    answer: z.object({
      rows: z.array(
        z.object({
          contactId: z.string(),
          name: z.string(),
          address: z.string(),
          roles: z.array(z.string()),
          language: z.string().nullable(),
          isPrimary: z.boolean(),
          suppressed: z
            .enum(['bounced', 'complained', 'unsubscribed', 'refused'])
            .nullable()
            .describe('refused: the contact said not to be written to'),
        }),
      ),
    }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        if (!(await findCustomer(tx, params.id))) throw notFound('customer', params.id);
        const contacts = await findContacts(tx, await recordsOfParty(tx, params.id));
        const reachable = contacts.flatMap((contact) =>
          contact.email === null || contact.endedAt !== null ? [] : [{ ...contact, address: contact.email }],
        );
        const addresses = reachable.map(({ address }) => address);
        const refused = (await refusals(tx, { addresses })).filter(({ mayMail }) => !mayMail);
        const reasons = new Map<string | null, SuppressionReason | 'refused'>([
          ...refused.map(({ address }) => [address, 'refused'] as const),
          ...(await findSuppressed(tx, addresses)).map(({ address, reason }) => [address, reason] as const),
        ]);
        return {
          rows: reachable.map(({ id, name, address, roles, language, isPrimary }) => ({
            ...{ contactId: id, name, address, language, isPrimary, roles: [...roles] },
            suppressed: reasons.get(address.toLowerCase()) ?? null,
          })),
        };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/letters/draft',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'A template filled for a customer, to be changed before it is sent',
    body: z.object({
      customerId: z.uuid(),
      purpose: purposeSchema,
      contactId: z.uuid().optional(),
      language: languageSchema.optional(),
      itemIds: z.array(z.uuid()).max(ITEMS_MAX).optional(),
      facts: z.record(z.string().regex(/^[a-z_]+\.[a-z_]+$/), z.string().max(2_000)).optional(),
    }),
    answer: z
      .object({
        subject: z.string(),
        body: z.string().describe('[[items]] and [[payment]] stand where the tables go'),
        language: languageSchema,
        template: templateUseSchema,
        itemIds: z.array(z.string()),
        leftOut: z.array(leftOutSchema).describe('Items that the words do not ask for, each with its reason'),
        warnings: z.array(z.enum(['daily_cap', 'quiet_days', 'no_account'])),
      })
      .meta({ id: 'LetterDraft' }),
    handler: ({ scope, body }) =>
      database.read(scope, async (tx) => {
        const asked = await asking?.itemsToAskFor(tx, body);
        const itemIds = body.itemIds ?? asked?.itemIds;
        const draft = await draftLetter(tx, { ...body, itemIds, takeOff: asking?.takeOff });
        const saysWhere = saysWhereToPay(await letterSettings(tx));
        const isAsking = draft.body.includes(PAYMENT_MARK);
        const warnings = [...(asked?.warnings ?? []), ...(isAsking && !saysWhere ? (['no_account'] as const) : [])];
        const leftOut = (asked?.leftOut ?? []).filter(({ itemId }) => !draft.itemIds.includes(itemId));
        const { purpose, language, number } = draft.template;
        const template = {
          ...{ purpose: purposeSchema.parse(purpose), language: languageSchema.parse(language), number },
          attached: [...usuallyAttached(body.purpose)],
        };
        return { ...draft, template, itemIds: [...draft.itemIds], leftOut, warnings };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/letters/preview',
    permission: 'correspondence.write',
    tag: TAG,
    summary: 'A letter as it will arrive, with an example of its payable reference',
    body: letterSchema,
    answer: z.object({ text: z.string(), html: z.string(), paymentReference: z.string().nullable() }),
    handler: ({ scope, body }) =>
      database.read(scope, async (tx) => {
        const letter = await previewLetter(tx, { ...body, takeOff: asking?.takeOff });
        const { text, paymentReference } = letter;
        return { text, html: shownLetter(letter), paymentReference };
      }),
  });
}

function registerTemplates(app: HttpApp, { database }: CorrespondenceContext): void {
  const textSchema = z.object({ subject: subjectSchema, body: bodySchema });
  app.companyRoute({
    method: 'GET',
    path: '/message-templates',
    permission: 'correspondence.read',
    tag: TAG,
    summary: 'The texts of letters by purpose and language, with the variables each may use',
    answer: z.object({
      rows: z.array(
        z.object({
          purpose: purposeSchema,
          language: languageSchema,
          subject: z.string(),
          body: z.string(),
          number: z.number().int().describe('0: the text that comes with the product'),
          changedBy: z.string().nullable(),
          changedAt: z.string().nullable(),
        }),
      ),
      variables: z
        .record(z.string(), z.record(z.string(), z.string()))
        .describe('By purpose: each variable with an example'),
    }),
    handler: async ({ scope }) => {
      const changed = await database.read(scope, latestVersions);
      const rows = PURPOSES.flatMap((purpose) =>
        LETTER_LANGUAGES.map((language) => {
          const version = changed.find((one) => one.purpose === purpose && one.language === language);
          const own = version?.subject == null || version.body === null ? undefined : version;
          const { subject, body } = own === undefined ? SHIPPED[language][purpose] : own;
          return {
            ...{ purpose, language, subject: subject ?? '', body: body ?? '', number: own?.number ?? 0 },
            ...{ changedBy: version?.madeByName ?? null, changedAt: version?.madeAt ?? null },
          };
        }),
      );
      return { rows, variables: Object.fromEntries(PURPOSES.map((purpose) => [purpose, { ...variablesOf(purpose) }])) };
    },
  });

  app.companyRoute({
    method: 'PUT',
    path: '/message-templates/:purpose/:language',
    permission: 'correspondence.manage',
    tag: TAG,
    summary: 'Says the text of a letter anew; null goes back to the one that comes with the product',
    params: z.object({ purpose: purposeSchema, language: languageSchema }),
    body: z.object({ text: textSchema.nullable() }),
    answer: z.object({ number: z.number().int() }),
    handler: (call) =>
      runCommand(database, call.scope, call.command('correspondence.save_template'), async (tx) => ({
        number: await saveTemplate(tx, call.params, call.body.text),
      })),
  });
}
