/** What is asked about deductions. */
import type { components, paths } from '@quittance/client';
import { api, dataOf } from '../../../app/api.ts';
import { type KeysetList, useKeyset } from '../../../app/keyset.ts';

export type Deduction = components['schemas']['Deduction'];
export type DeductionState = Deduction['state'];
const PATH = '/api/v1/companies/{company}/cash/deductions';
type DeductionPage = paths[typeof PATH]['get']['responses'][200]['content']['application/json'];
export type DeductionTotals = DeductionPage['totals'];

export interface DeductionAsk {
  readonly state: DeductionState | undefined;
  readonly reason: Deduction['reason'] | undefined;
  readonly isCertificateExpected: boolean;
}

export function useDeductions(code: string, ask: DeductionAsk): KeysetList<Deduction, DeductionPage> {
  const { state, reason, isCertificateExpected } = ask;
  return useKeyset<Deduction, DeductionPage>({
    key: ['deductions', code, state, reason, isCertificateExpected],
    page: (page, signal) => {
      const query = {
        ...page,
        ...(state ? { state } : {}),
        ...(reason ? { reason } : {}),
        ...(isCertificateExpected ? ({ certificate: 'expected' } as const) : {}),
      };
      return dataOf(api.GET(PATH, { params: { path: { company: code }, query }, signal }));
    },
  });
}
