/** Receipts that belong to another company: which companies there are, sending one there, and what was sent and received. */
import type { components } from '@quittance/client';
import type { Permission } from '@quittance/core/permissions';
import { api, dataOf } from '../../app/api.ts';
import { type KeysetList, useKeyset } from '../../app/keyset.ts';
import { may } from '../../app/permissions.ts';
import { useCompany, useSession } from '../../app/session.ts';
import type { MoneyText } from '../../ui/money/money-text.ts';

export type Transfer = components['schemas']['IntercompanyTransfer'];

const SENDS: Permission = 'ledger.adjust';

export interface OtherCompany {
  readonly code: string;
  readonly name: string;
}

/** Where a receipt can be sent: the other companies one works in; none for who may not send. */
export function useOtherCompanies(): readonly OtherCompany[] {
  const own = useCompany();
  const { companies } = useSession();
  return may(own, SENDS) ? companies.filter(({ code }) => code !== own.code) : [];
}

export interface TransferOrder {
  readonly toCompany: string;
  readonly amount: MoneyText;
  readonly reason: string;
}

/** `isPaired` is false while the other company cannot take it: the server then tries again every minute. */
export function sendToCompany(company: string, itemId: string, order: TransferOrder): Promise<{ isPaired: boolean }> {
  const params = { path: { company, id: itemId } };
  return dataOf(api.POST('/api/v1/companies/{company}/items/{id}/transfer', { params, body: order }));
}

export function useTransfers(company: string): KeysetList<Transfer, { rows: Transfer[]; next: string | null }> {
  return useKeyset({
    key: ['transfers', company],
    page: (query, signal) =>
      dataOf(api.GET('/api/v1/companies/{company}/transfers', { params: { path: { company }, query }, signal })),
  });
}
