/** How a customer must be billed, who approves there, when it pays, whom to ask for what. */
import type { StatedPattern } from '@quittance/core/pay-rhythm';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { HttpApp } from '../../platform/http/index.ts';
import { theCustomer } from './customers.errors.ts';
import type { CustomersOptions } from './customers.routes.ts';
import { idParams } from './customers.schemas.ts';
import { DELIVERIES, ORDER_RULES, type ProfileVersion, profileVersions } from './profile.queries.ts';
import { saveProfile } from './profile.usecase.ts';

const LINE_CHARS_MAX = 200;
const NOTE_CHARS_MAX = 2_000;
const STEPS_MAX = 10; // who approves after a tenth person, nobody waits for
const DAYS_MAX = 365;

const blank = z.literal('').transform(() => null);
const text = (charsMax: number) => z.union([blank, z.string().trim().max(charsMax), z.null()]);
const line = z.string().trim().min(1).max(LINE_CHARS_MAX);
const days = z.number().int().min(0).max(DAYS_MAX).nullable();
/** Others than addresses of the web would run in the reader's browser. */
const webAddress = z.union([blank, z.url({ protocol: /^https?$/ }).max(NOTE_CHARS_MAX), z.null()]);

const weekday = z.number().int().min(1).max(7);
const payRunSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weekly'), weekday }),
  z.object({
    kind: z.literal('nth_weekday'),
    weekday,
    nth: z
      .number()
      .int()
      .min(-1)
      .max(4)
      .refine((nth) => nth !== 0, 'must be 1 to 4, or -1 for the last')
      .describe('-1: the last of the month'),
  }),
  z.object({
    kind: z.literal('month_days'),
    days: z.array(z.number().int().min(1).max(31)).min(1).max(5).describe('31: the last day'),
  }),
]);

const fieldsSchema = z.object({
  delivery: z.enum(DELIVERIES).nullable(),
  invoiceAddress: text(NOTE_CHARS_MAX),
  portalName: text(LINE_CHARS_MAX),
  portalUrl: webAddress,
  orderRule: z.enum(ORDER_RULES).nullable().describe('Which number of theirs an invoice must carry'),
  orderNote: text(NOTE_CHARS_MAX),
  approval: z.array(z.object({ who: line, days })).max(STEPS_MAX),
  payRun: payRunSchema.nullable(),
  cutOffDays: days.describe('So many days before a run an invoice must be approved'),
  askFor: z.array(z.object({ what: line, whom: line })).max(STEPS_MAX),
  note: text(NOTE_CHARS_MAX),
});

const versionSchema = z
  .object({ number: z.number(), fields: fieldsSchema, setAt: z.string(), setByName: z.string() })
  .meta({ id: 'CustomerProfile' });

export function registerProfileRoutes(app: HttpApp, { database }: CustomersOptions): void {
  app.companyRoute({
    method: 'GET',
    path: '/customers/:id/profile',
    permission: 'customers.read',
    tag: 'customers',
    summary: 'How a customer must be billed and when it pays: every version, the one that holds first',
    params: idParams,
    answer: z.object({ versions: z.array(versionSchema) }),
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        await theCustomer(tx, params.id);
        return { versions: (await profileVersions(tx, params.id)).map(versionJson) };
      }),
  });

  app.companyRoute({
    method: 'PUT',
    path: '/customers/:id/profile',
    permission: 'customers.write',
    tag: 'customers',
    summary: 'Says how a customer must be billed and when it pays, whole, as a further version',
    params: idParams,
    body: z.object({
      seen: z.number().int().min(0).describe('The version that was changed; 0 for the first'),
      fields: fieldsSchema,
    }),
    answer: z.object({ number: z.number() }),
    handler: (call) =>
      runCommand(database, call.scope, call.command('customers.save_profile'), async (tx) => ({
        number: await saveProfile(tx, { customerId: call.params.id, ...call.body }),
      })),
  });
}

function versionJson({ fields, ...version }: ProfileVersion): z.output<typeof versionSchema> {
  const { approval, askFor, payRun, ...rest } = fields;
  return {
    ...version,
    fields: { ...rest, approval: [...approval], askFor: [...askFor], payRun: payRun && payRunJson(payRun) },
  };
}

function payRunJson(payRun: StatedPattern): z.output<typeof payRunSchema> {
  return payRun.kind === 'month_days' ? { kind: payRun.kind, days: [...payRun.days] } : payRun;
}
