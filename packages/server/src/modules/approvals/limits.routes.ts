/** Who may post alone and decide up to which amount. */
import {
  APPROVAL_KINDS,
  isTotalKind,
  type LimitHolder,
  limitsOf,
  startingLimits,
  startingSecond,
  TOTAL_KINDS,
  totalsOf,
} from '@quittance/core/approvals';
import type { Money } from '@quittance/core/money';
import { permissionsOf, ROLES } from '@quittance/core/permissions';
import { z } from 'zod';
import { runCommand } from '../../platform/command/index.ts';
import type { Database, Scope } from '../../platform/database/transaction.ts';
import { AppError } from '../../platform/errors.ts';
import { type HttpApp, moneyInputSchema, moneyJson, moneyJsonSchema, rolesIn } from '../../platform/http/index.ts';
import { LIMIT_KINDS, listLimits, listSecondLimits } from './limits.queries.ts';
import { clearLimit, setLimit, setSecondLimit } from './limits.usecase.ts';

const TAG = 'approval limits';

const kindSchema = z.enum(LIMIT_KINDS);
const secondKindSchema = z.enum(['any', ...APPROVAL_KINDS]);
const holderSchema = z.union([z.strictObject({ role: z.enum(ROLES) }), z.strictObject({ personId: z.uuid() })]);
const limitInput = moneyInputSchema.nullable().describe('Null: without limit');

const ownSchema = z.object({
  kind: z.enum(APPROVAL_KINDS),
  alone: moneyJsonSchema.nullable(),
  decide: moneyJsonSchema.nullable(),
});

const totalSchema = z.object({ kind: z.enum(TOTAL_KINDS), alone: moneyJsonSchema.nullable() });

const limitsSchema = z.object({
  rows: z.array(
    z.object({
      kind: kindSchema,
      role: z.enum(ROLES).nullable(),
      personId: z.string().nullable(),
      personName: z.string().nullable(),
      alone: moneyJsonSchema.nullable(),
      decide: moneyJsonSchema.nullable(),
      changedByName: z.string(),
      changedAt: z.string(),
    }),
  ),
  seconds: z.array(
    z.object({
      kind: secondKindSchema,
      above: moneyJsonSchema.nullable(),
      changedByName: z.string(),
      changedAt: z.string(),
    }),
  ),
  starting: z.object({
    rows: z.array(ownSchema).describe('What counts where no row speaks'),
    second: moneyJsonSchema,
  }),
  own: z.array(ownSchema).describe('What counts for the caller; null amounts: without limit'),
  ownTotals: z
    .array(totalSchema)
    .describe('What the caller posts alone in all: on one item, for one customer in 30 days, in one day'),
  mayPostAlone: z.boolean(),
  mayDecide: z.boolean(),
});

export function registerLimitRoutes(app: HttpApp, { database }: { database: Database }): void {
  app.companyRoute({
    method: 'GET',
    path: '/approval-limits',
    permission: 'approvals.read',
    tag: TAG,
    summary: 'Limits as set, where they start, and one’s own',
    answer: limitsSchema,
    handler: ({ scope, principal, permissions }) =>
      database.read(scope, async (tx) => {
        const currency = scope.company.functionalCurrency;
        const money = (minor: bigint | null) => (minor === null ? null : moneyJson(minor, currency));
        const rows = await listLimits(tx);
        const me = { personId: scope.actor.id, roles: rolesIn(principal, scope) };
        const totals = totalsOf(me, { currency }, rows);
        const shown = (
          kind: (typeof APPROVAL_KINDS)[number],
          { aloneMinor, decideMinor }: ReturnType<typeof limitsOf>,
        ) => ({
          kind,
          alone: money(aloneMinor),
          decide: money(decideMinor),
        });
        return {
          rows: rows.map(({ kind, holder, aloneMinor, decideMinor, personName, changedByName, changedAt }) => ({
            kind,
            role: 'role' in holder ? holder.role : null,
            personId: 'personId' in holder ? holder.personId : null,
            personName,
            alone: money(aloneMinor),
            decide: money(decideMinor),
            changedByName,
            changedAt,
          })),
          seconds: (await listSecondLimits(tx)).map(({ aboveMinor, ...one }) => ({ ...one, above: money(aboveMinor) })),
          starting: {
            rows: APPROVAL_KINDS.map((kind) => shown(kind, startingLimits(kind, currency))),
            second: moneyJson(startingSecond(currency), currency),
          },
          own: APPROVAL_KINDS.map((kind) => shown(kind, limitsOf(me, { kind, currency }, rows))),
          ownTotals: TOTAL_KINDS.map((kind) => ({ kind, alone: money(totals[kind]) })),
          mayPostAlone: permissions.has('ledger.adjust') || permissions.has('ledger.post'),
          mayDecide: permissions.has('approvals.decide'),
        };
      }),
  });

  registerSetting(app, database);

  app.companyRoute({
    method: 'PUT',
    path: '/approval-second-limits',
    permission: 'approvals.limits',
    tag: TAG,
    summary: 'Sets above which amount two people approve',
    body: z.object({ kind: secondKindSchema, above: limitInput }),
    answer: 'nothing',
    handler: async (call) => {
      const change = { kind: call.body.kind, aboveMinor: inCompanyCurrency(call.scope, call.body.above) };
      const roles = rolesIn(call.principal, call.scope);
      await runCommand(database, call.scope, call.command('approval.second_limit'), async (tx) => {
        await setSecondLimit(tx, { ...change, roles });
        return null;
      });
    },
  });
}

function registerSetting(app: HttpApp, database: Database): void {
  app.companyRoute({
    method: 'PUT',
    path: '/approval-limits',
    permission: 'approvals.limits',
    tag: TAG,
    summary: 'Sets the limits of a role or a person, for one kind of act or for any; never to one’s own advantage',
    body: z.object({ kind: kindSchema, holder: holderSchema, alone: limitInput, decide: limitInput }),
    answer: 'nothing',
    handler: async (call) => {
      const { kind, holder, alone, decide } = call.body;
      requireDecider(holder);
      if (isTotalKind(kind) && decide !== null) {
        throw new AppError('limit_says_nothing', 'A total limits what is posted alone; it decides nothing.');
      }
      const limits = {
        aloneMinor: inCompanyCurrency(call.scope, alone),
        decideMinor: inCompanyCurrency(call.scope, decide),
      };
      const roles = rolesIn(call.principal, call.scope);
      await runCommand(database, call.scope, call.command('approval.limit'), async (tx) => {
        await setLimit(tx, { kind, holder, ...limits, roles });
        return null;
      });
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/approval-limits/clearing',
    permission: 'approvals.limits',
    tag: TAG,
    summary: 'Takes limits back: what the role, any kind, or the start says counts again',
    body: z.object({ kind: kindSchema, holder: holderSchema }),
    answer: 'nothing',
    handler: async (call) => {
      const roles = rolesIn(call.principal, call.scope);
      await runCommand(database, call.scope, call.command('approval.limit_clear'), async (tx) => {
        await clearLimit(tx, { ...call.body, roles });
        return null;
      });
    },
  });
}

/** A limit for a role that neither posts nor decides would say nothing. */
function requireDecider(holder: LimitHolder): void {
  if (!('role' in holder)) return;
  const granted = permissionsOf([holder.role]);
  const limited = ['ledger.adjust', 'ledger.post', 'ledger.reverse', 'approvals.decide'] as const;
  if (limited.some((permission) => granted.includes(permission))) return;
  const message = `The role ${holder.role.replaceAll('_', ' ')} neither posts adjustments or credits nor decides; it needs no limit.`;
  throw new AppError('limit_says_nothing', message);
}

function inCompanyCurrency({ company }: Scope, limit: Money | null): bigint | null {
  if (limit === null) return null;
  if (limit.currency !== company.functionalCurrency) {
    const message = `Limits are in the company’s currency; say this one in ${company.functionalCurrency}.`;
    throw new AppError('currencies_differ', message);
  }
  if (limit.amountMinor < 0n)
    throw new AppError('limit_is_not_negative', 'A limit is zero or more; leave it empty for none.');
  return limit.amountMinor;
}
