import { HELD_REASONS } from '@quittance/core/dunning';
import { STEP_CHANNELS } from '@quittance/core/strategies';
import {
  type ActionSum,
  overlapOf,
  type RankDay,
  type ReachedCustomer,
  type SimulationFigures,
  totalsOf,
} from '@quittance/core/strategy-simulation';
import { z } from 'zod';
import { moneyJson, moneyJsonSchema } from '../../../platform/http/index.ts';
import { SIMULATION_STATES, type Simulation } from './simulations.queries.ts';

const sumSchema = z.object({ count: z.number().int(), items: z.number().int(), asked: moneyJsonSchema });
const sideSchema = z.object({ letters: sumSchema, tasks: sumSchema });

export const simulationSchema = z
  .object({
    id: z.string(),
    number: z.number().int().describe('The version that is simulated'),
    baseNumber: z.number().int().describe('The version that held when it was started; 0: none'),
    state: z.enum(SIMULATION_STATES),
    from: z.string(),
    until: z.string(),
    customersKnown: z.number().int(),
    customersDone: z.number().int().describe('Of these; the figures are so far while it runs'),
    draft: sideSchema,
    done: sideSchema.describe('What was really sent and given'),
    reachedByBoth: z.number().int().describe('Customers'),
    onlyDraft: z.number().int().describe('Customers that would have heard from us and did not'),
    onlyDone: z.number().int().describe('Customers that heard from us and would not have'),
    held: z
      .array(z.object({ reason: z.enum(HELD_REASONS), items: z.number().int() }))
      .describe('Items that the draft would have held back at least once'),
    overlap: z
      .object({ on: z.string(), common: z.number().int(), of: z.number().int() })
      .nullable()
      .describe('How many of the top of the list are the same on the last day compared'),
    startedAt: z.string(),
    startedByName: z.string(),
    endedAt: z.string().nullable(),
    failure: z.string().nullable(),
  })
  .meta({ id: 'StrategySimulation' });

const customerSchema = z.object({ customerId: z.string(), number: z.string(), name: z.string() });
const reachedSchema = customerSchema.extend(sumSchema.shape);
const rankedSchema = customerSchema.extend({
  score: z.number().int(),
  rank: z.number().int(),
  rankBefore: z.number().int().nullable().describe('By the points that held; null: not among the first fifty'),
});

export const simulationDetailSchema = simulationSchema
  .extend({
    weeks: z.array(
      z.object({
        weekOn: z.string().describe('Its Monday'),
        channel: z.enum(STEP_CHANNELS),
        what: z.string(),
        draft: sumSchema,
        done: sumSchema,
      }),
    ),
    onlyDraftTop: z.array(reachedSchema).describe('Those with the most asked for'),
    onlyDoneTop: z.array(reachedSchema),
    overlaps: z.array(z.object({ on: z.string(), common: z.number().int(), of: z.number().int() })),
    ranks: z.array(rankedSchema).describe('The top of the list on the last day compared, by the draft'),
  })
  .meta({ id: 'StrategySimulationDetail' });

export function simulationJson(simulation: Simulation, currency: string): z.output<typeof simulationSchema> {
  const { figures, afterCustomerId: _, ...told } = simulation;
  const { reachedByBoth, onlyDraft, onlyDone } = figures;
  const totals = totalsOf(figures);
  const side = (one: (typeof totals)['draft']) => ({
    letters: sumJson(one.letters, currency),
    tasks: sumJson(one.tasks, currency),
  });
  const last = figures.ranks.at(-1);
  return {
    ...told,
    ...{ draft: side(totals.draft), done: side(totals.done), reachedByBoth, onlyDraft, onlyDone },
    held: figures.held.map((one) => ({ ...one })),
    overlap: last === undefined ? null : { on: last.on, ...overlapOf(last) },
  };
}

type Names = ReadonlyMap<string, { readonly number: string; readonly name: string }>;

export function simulationDetailJson(
  simulation: Simulation,
  { currency, names }: { readonly currency: string; readonly names: Names },
): z.output<typeof simulationDetailSchema> {
  const { weeks, ranks, onlyDraftTop, onlyDoneTop } = simulation.figures;
  const reached = ({ customerId, ...sum }: ReachedCustomer) => ({
    ...named(customerId, names),
    ...sumJson(sum, currency),
  });
  return {
    ...simulationJson(simulation, currency),
    weeks: weeks.map(({ draft, done, ...line }) => ({
      ...line,
      draft: sumJson(draft, currency),
      done: sumJson(done, currency),
    })),
    onlyDraftTop: onlyDraftTop.map(reached),
    onlyDoneTop: onlyDoneTop.map(reached),
    overlaps: ranks.map((day) => ({ on: day.on, ...overlapOf(day) })),
    ranks: rankedJson(ranks.at(-1), names),
  };
}

/** Those whom the figures name. */
export function namedIn({ ranks, onlyDraftTop, onlyDoneTop }: SimulationFigures): string[] {
  const all = [...onlyDraftTop, ...onlyDoneTop, ...(ranks.at(-1)?.draft ?? [])];
  return [...new Set(all.map(({ customerId }) => customerId))];
}

function rankedJson(day: RankDay | undefined, names: Names): z.output<typeof rankedSchema>[] {
  if (day === undefined) return [];
  const before = new Map(day.ruling.map(({ customerId }, index) => [customerId, index + 1]));
  return day.draft.map(({ customerId, score }, index) => ({
    ...named(customerId, names),
    ...{ score, rank: index + 1, rankBefore: before.get(customerId) ?? null },
  }));
}

function named(customerId: string, names: Names): z.output<typeof customerSchema> {
  const { number = '', name = '' } = names.get(customerId) ?? {};
  return { customerId, number, name };
}

function sumJson({ count, items, functionalMinor }: ActionSum, currency: string): z.output<typeof sumSchema> {
  return { count, items, asked: moneyJson(functionalMinor, currency) };
}
