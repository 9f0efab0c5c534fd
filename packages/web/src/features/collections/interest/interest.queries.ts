/** What is asked about interest on late payment. */
import type { components } from '@quittance/client';
import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, doneOf } from '../../../app/api.ts';
import type { Page } from '../../../app/api.types.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';
import { type MoneyText, toMoney, toMoneyText } from '../../../ui/money/money-text.ts';
import type { NoteLetter } from './notes.queries.ts';

export type InterestProposal = components['schemas']['InterestProposal'];

interface ProposalPage extends Page<InterestProposal> {
  readonly missingRates: readonly string[];
}

export function useProposals(code: string): KeysetList<InterestProposal, ProposalPage> {
  return useKeyset<InterestProposal, ProposalPage>({
    key: ['interest-proposals', code],
    page: (query, signal) => {
      const params = { path: { company: code }, query };
      return dataOf(api.GET('/api/v1/companies/{company}/interest-proposals', { params, signal }));
    },
  });
}

export function interestTermsQuery(company: string) {
  return queryOptions({
    queryKey: ['interest-terms', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/interest-terms', { params: { path: { company } }, signal })),
  });
}

export type InterestTerms =
  NonNullable<ReturnType<typeof interestTermsQuery>['queryFn']> extends (...given: never[]) => infer Answer
    ? Awaited<Answer>
    : never;

/** What a person asks of a proposal: of a plan the whole, else the ticked items. */
export interface AskedInterest {
  readonly itemIds: string[];
  readonly total: MoneyText;
}

/** Nothing disputed, unless somebody ticks it. */
export function undisputed(proposal: InterestProposal): readonly string[] {
  return proposal.lines.filter((line) => !line.isDisputed).map((line) => line.itemId);
}

export function askedOf(proposal: InterestProposal, itemIds: ReadonlySet<string>): AskedInterest {
  if (proposal.plan !== null) return { itemIds: [], total: proposal.total };
  const lines = proposal.lines.filter((line) => itemIds.has(line.itemId));
  const currency = toMoney(proposal.total).currency;
  const amountMinor = lines.reduce(
    (sum, { interest, fee }) => sum + toMoney(interest).amountMinor + toMoney(fee).amountMinor,
    0n,
  );
  return { itemIds: lines.map((line) => line.itemId), total: toMoneyText({ amountMinor, currency }) };
}

export function chargeInterest(
  company: string,
  proposal: InterestProposal,
  asked: AskedInterest & { readonly letter: NoteLetter | null },
) {
  if (proposal.plan !== null) {
    const params = { path: { company, id: proposal.plan.id } };
    const body = { total: proposal.total, letter: asked.letter };
    return dataOf(api.POST('/api/v1/companies/{company}/plans/{id}/interest-charges', { params, body }));
  }
  const params = { path: { company, id: proposal.customerId } };
  return dataOf(api.POST('/api/v1/companies/{company}/customers/{id}/interest-charges', { params, body: asked }));
}

export function waiveInterest(company: string, proposal: InterestProposal, asked: AskedInterest & { reason: string }) {
  if (proposal.plan !== null) {
    const params = { path: { company, id: proposal.plan.id } };
    const body = { total: proposal.total, reason: asked.reason };
    return doneOf(api.POST('/api/v1/companies/{company}/plans/{id}/interest-waivers', { params, body }));
  }
  const params = { path: { company, id: proposal.customerId } };
  return doneOf(api.POST('/api/v1/companies/{company}/customers/{id}/interest-waivers', { params, body: asked }));
}

export function saveTerms(company: string, terms: Omit<InterestTerms, 'number' | 'rates' | 'setAt' | 'setByName'>) {
  const body = { ...terms, reason: terms.reason ?? '' };
  return dataOf(api.PUT('/api/v1/companies/{company}/interest-terms', { params: { path: { company } }, body }));
}

export function saveRate(company: string, day: string, rateE4: number) {
  const params = { path: { company, day } };
  return dataOf(api.PUT('/api/v1/companies/{company}/reference-rates/{day}', { params, body: { rateE4 } }));
}
