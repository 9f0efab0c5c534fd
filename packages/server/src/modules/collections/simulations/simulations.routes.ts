/** Simulations of a version over the last three months: started, looked at while they go on, cancelled, taken up again. */
import { z } from 'zod';
import type { Database, Scope } from '../../../platform/database/transaction.ts';
import { notFound } from '../../../platform/errors.ts';
import type { HttpApp } from '../../../platform/http/index.ts';
import { runSimulation } from './run-simulation.usecase.ts';
import {
  namedIn,
  simulationDetailJson,
  simulationDetailSchema,
  simulationJson,
  simulationSchema,
} from './simulations.json.ts';
import { findSimulation, latestSimulations, namesOfCustomers } from './simulations.queries.ts';
import { cancelSimulation, startSimulation, takeUpSimulation } from './start-simulation.usecase.ts';

export interface SimulationContext {
  readonly database: Database;
  /** Told of bugs in work that nobody waits for. */
  readonly onCrash: (error: unknown) => void;
}

const TAG = 'strategies';
const idSchema = z.object({ id: z.uuid() });
const startedSchema = z.object({ id: z.string() });

export function registerSimulationRoutes(app: HttpApp, context: SimulationContext): void {
  registerActs(app, context);
  registerReading(app, context);
}

/** Nobody waits for it; whoever asks for it sees how far it has come. */
function letRun({ database, onCrash }: SimulationContext, scope: Scope, id: string): void {
  runSimulation(database, scope, id).catch(onCrash);
}

function registerActs(app: HttpApp, context: SimulationContext): void {
  const { database } = context;
  app.companyRoute({
    method: 'POST',
    path: '/strategies/:number/simulations',
    permission: 'policies.propose',
    tag: TAG,
    summary: 'Begins to go through the last three months by a version; nothing is sent',
    params: z.object({ number: z.coerce.number().int().min(1) }),
    answer: startedSchema,
    handler: async ({ scope, params, command }) => {
      const given = { number: params.number, command: command('strategies.simulate') };
      const started = await startSimulation(database, scope, given);
      letRun(context, scope, started.id);
      return started;
    },
  });

  app.companyRoute({
    method: 'POST',
    path: '/strategy-simulations/:id/cancel',
    permission: 'policies.propose',
    tag: TAG,
    summary: 'Ends a simulation where it stands; its figures so far stay',
    params: idSchema,
    answer: startedSchema,
    handler: ({ scope, params, command }) =>
      cancelSimulation(database, scope, { id: params.id, command: command('strategies.simulation_cancel') }),
  });

  app.companyRoute({
    method: 'POST',
    path: '/strategy-simulations/:id/resume',
    permission: 'policies.propose',
    tag: TAG,
    summary: 'Takes up a simulation that was cancelled or broke off, where it stood',
    params: idSchema,
    answer: startedSchema,
    handler: async ({ scope, params, command }) => {
      const again = { id: params.id, command: command('strategies.simulation_resume') };
      const taken = await takeUpSimulation(database, scope, again);
      letRun(context, scope, taken.id);
      return taken;
    },
  });
}

function registerReading(app: HttpApp, { database }: SimulationContext): void {
  app.companyRoute({
    method: 'GET',
    path: '/strategy-simulations',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'The latest simulation of each version',
    answer: z.object({ rows: z.array(simulationSchema) }),
    handler: ({ scope }) =>
      database.read(scope, async (tx) => ({
        rows: (await latestSimulations(tx)).map((one) => simulationJson(one, tx.company.functionalCurrency)),
      })),
  });

  app.companyRoute({
    method: 'GET',
    path: '/strategy-simulations/:id',
    permission: 'worklist.read',
    tag: TAG,
    summary: 'What a version would have sent and whom it would have put first, beside what was',
    params: idSchema,
    answer: simulationDetailSchema,
    handler: ({ scope, params }) =>
      database.read(scope, async (tx) => {
        const simulation = await findSimulation(tx, params.id);
        if (simulation === undefined) throw notFound('simulation', params.id);
        const names = await namesOfCustomers(tx, namedIn(simulation.figures));
        return simulationDetailJson(simulation, { currency: tx.company.functionalCurrency, names });
      }),
  });
}
