/** What posts by itself, in versions: proposed by one, tried on past receipts, switched on by who may. */

import { workingDayMinutes } from '@quittance/core/calendar';
import {
  CLOCKS,
  cashPolicyOf,
  deadlinesOf,
  NO_CHANGES,
  POLICY_LIMITS,
  POSTED_REASONS,
  QUESTION_CODES,
} from '@quittance/core/cash-policy';
import { AUTO_RULE_NAMES } from '@quittance/core/matching';
import { z } from 'zod';
import type { HttpApp } from '../../../platform/http/index.ts';
import { companyCalendar } from '../../organisation/index.ts';
import { loadPolicies, proposePolicy, switchPolicy } from './policies.usecase.ts';
import { trialJson, trialSchema } from './trials.json.ts';
import { registerTrialRoutes, type TrialContext } from './trials.routes.ts';

const REASON_CHARS_MAX = 1_000;
const RULES_MAX = 100; // the engine has some two dozen
const LIMITS_MAX = 50;

const capSchema = z.number().int().nullable();
const capsSchema = z.object({
  itemUnitsMax: capSchema,
  itemPercentMax: capSchema,
  dayUnitsMax: capSchema,
  analystDayUnitsMax: capSchema,
});
const deductionSchema = z.object({ isClaimed: z.boolean(), caps: capsSchema });
const minutesSchema = z.number().int();
const deadlinesSchema = z.object({
  queues: z.partialRecord(z.enum(CLOCKS), minutesSchema),
  reasons: z.partialRecord(z.enum(QUESTION_CODES), minutesSchema).describe('By what is asked; goes before the queue'),
});
const changesSchema = z
  .object({
    rulesOff: z.array(z.string().max(100)).max(RULES_MAX).describe('Rules that no longer post by themselves'),
    limits: z
      .record(z.string().max(100), z.number())
      .refine((limits) => Object.keys(limits).length <= LIMITS_MAX, 'too many limits')
      .describe('Figures that differ from the usual, by name'),
    deductions: z
      .partialRecord(z.enum(POSTED_REASONS), deductionSchema)
      .describe('Treatments that differ from the usual'),
    deadlines: deadlinesSchema
      .default(NO_CHANGES.deadlines)
      .describe('Minutes of working time after which a receipt is late, where they differ from the usual'),
  })
  .meta({ id: 'CashPolicyChanges' });
const numberSchema = z.number().int().min(0);
const switchSchema = z.object({
  position: z.number().int(),
  number: numberSchema,
  trialId: z.string().nullable(),
  reason: z.string().nullable(),
  switchedAt: z.string(),
  switchedByName: z.string(),
});
const versionSchema = z.object({
  trial: trialSchema.nullable().describe('Its latest trial on past receipts, while it runs how far it has come'),
  number: numberSchema,
  changes: changesSchema,
  reason: z.string(),
  proposedAt: z.string(),
  proposedByName: z.string(),
});
const usualSchema = z.object({
  rules: z.array(z.string()).describe('All rules, in the order in which they are tried'),
  limits: z.record(z.string(), z.object({ usual: z.number(), min: z.number(), max: z.number() })),
  deductions: z.record(z.string(), deductionSchema),
  deadlines: z.record(z.string(), minutesSchema).describe('Minutes of working time by queue, and of an answer'),
  dayMinutes: minutesSchema.describe('What a working day of the company is worth'),
});
const policiesSchema = z.object({
  inForce: numberSchema.describe('0 while the usual policy holds'),
  usual: usualSchema,
  versions: z.array(versionSchema),
  switches: z.array(switchSchema).describe('The latest, which holds, first'),
});

export function registerPolicyRoutes(app: HttpApp, context: TrialContext): void {
  const { database } = context;
  registerTrialRoutes(app, context);
  app.companyRoute({
    method: 'GET',
    path: '/cash/policies',
    permission: 'cash.read',
    tag: 'cash application',
    summary: 'What posts by itself: the usual policy, the versions that change it, and which holds since when',
    answer: policiesSchema,
    handler: ({ scope }) =>
      database.read(scope, async (tx) => {
        const { inForce, versions, switches } = await loadPolicies(tx);
        const usual = usualJson(workingDayMinutes(await companyCalendar(tx)));
        return { inForce, usual, versions: versions.map(versionJson), switches: [...switches] };
      }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash/policies',
    permission: 'policies.propose',
    tag: 'cash application',
    summary: 'Proposes a version of the policy; nothing posts by it before it is switched on',
    body: z.object({ changes: changesSchema, reason: reasonSchema() }),
    answer: z.object({ number: numberSchema }),
    handler: ({ scope, body, command }) =>
      proposePolicy(database, scope, { ...body, command: command('cash.policy_propose') }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/cash/policies/in-force',
    permission: 'policies.manage',
    tag: 'cash application',
    summary: 'Switches a version on, or goes back to an earlier one; 0 is the usual policy',
    description:
      'A version needs a trial that has come to its end and was compared with what holds now; without one it needs a reason.',
    body: z.object({ number: numberSchema, reason: reasonSchema().optional() }),
    answer: z.object({ number: numberSchema }),
    handler: ({ scope, body: { number, reason = null }, command }) =>
      switchPolicy(database, scope, { number, reason, command: command('cash.policy_switch') }),
  });
}

function reasonSchema() {
  return z.string().trim().min(1, 'say why').max(REASON_CHARS_MAX);
}

type Version = Awaited<ReturnType<typeof loadPolicies>>['versions'][number];

function versionJson(version: Version): z.output<typeof versionSchema> {
  const { number, changes, reason, proposedAt, proposedByName, trial } = version;
  return {
    number,
    changes: { ...changes, rulesOff: [...changes.rulesOff] },
    reason,
    proposedAt,
    proposedByName,
    trial: trial === null ? null : trialJson(trial, trial.isStillTrue),
  };
}

function usualJson(dayMinutes: number): z.output<typeof usualSchema> {
  const { reasons } = cashPolicyOf(NO_CHANGES).settlement;
  const deductions = POSTED_REASONS.flatMap((reason) => {
    const usual = reasons[reason];
    return usual.treatment === 'posted' ? [[reason, { isClaimed: false, caps: usual.caps }] as const] : [];
  });
  const { queues } = deadlinesOf(NO_CHANGES.deadlines, dayMinutes);
  return {
    rules: [...AUTO_RULE_NAMES],
    limits: { ...POLICY_LIMITS },
    deductions: Object.fromEntries(deductions),
    deadlines: { ...queues },
    dayMinutes,
  };
}
