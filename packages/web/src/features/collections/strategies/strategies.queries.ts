/** The strategies in their versions, and what is done with them. */
import type { components } from '@quittance/client';
import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, dataOf } from '../../../app/api.ts';
import { askAnew } from '../../../app/ask-anew.ts';
import { say } from '../../../ui/notice/notice.component.tsx';

export type Strategy = components['schemas']['CollectionStrategy'];
export type Step = Strategy['ladder'][number];
export type ScoringExampleCustomer = components['schemas']['ScoringExample'];

export function strategiesQuery(company: string) {
  return queryOptions({
    queryKey: ['strategies', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/strategies', { params: { path: { company } }, signal })),
  });
}

/** Some customers of the list, to see what points give. */
export function examplesQuery(company: string) {
  return queryOptions({
    queryKey: ['strategies', company, 'examples'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/strategies/examples', { params: { path: { company } }, signal })),
  });
}

export type Strategies = Awaited<ReturnType<NonNullable<ReturnType<typeof strategiesQuery>['queryFn']>>>;

export function proposeStrategies(company: string, body: { strategies: Strategy[]; reason: string }) {
  return dataOf(api.POST('/api/v1/companies/{company}/strategies', { params: { path: { company } }, body }));
}

export function switchStrategies(company: string, body: { number: number; reason: string }) {
  return dataOf(api.POST('/api/v1/companies/{company}/strategies/in-force', { params: { path: { company } }, body }));
}

/** An act of this page: says what was done, and asks again. */
export function useStrategyAct<Input, Answer>(
  act: (input: Input) => Promise<Answer>,
  said: (answer: Answer) => string,
) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: async (answer) => {
      say({ text: said(answer) });
      await askAnew(queryClient);
    },
  });
}

/** What a draft starts from: a version, or the usual strategy where there is none. */
export function strategiesOf({ versions, usual }: Strategies, number: number): readonly Strategy[] {
  return versions.find((version) => version.number === number)?.strategies ?? [usual];
}

export type Simulation = components['schemas']['StrategySimulation'];
export type SimulationDetail = components['schemas']['StrategySimulationDetail'];

const RENEWED_MS = 1_000; // a simulation tells its progress with each page of customers

/** The latest of each version; renewed while one runs. */
export function simulationsQuery(company: string) {
  return queryOptions({
    queryKey: ['strategies', company, 'simulations'],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/strategy-simulations', { params: { path: { company } }, signal })),
    refetchInterval: ({ state }) => (state.data?.rows.some((one) => one.state === 'running') ? RENEWED_MS : false),
  });
}

/** `customersDone` makes it ask anew while the figures grow. */
export function simulationQuery(company: string, { id, customersDone }: Pick<Simulation, 'id' | 'customersDone'>) {
  return queryOptions({
    queryKey: ['strategies', company, 'simulations', id, customersDone],
    queryFn: ({ signal }) => {
      const params = { path: { company, id } };
      return dataOf(api.GET('/api/v1/companies/{company}/strategy-simulations/{id}', { params, signal }));
    },
    placeholderData: keepPreviousData,
  });
}
