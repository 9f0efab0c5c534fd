/** Who is at a receipt: claimed when somebody stays on it, renewed by work, released on leaving. */
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, dataOf } from '../../app/api.ts';
import type { ReceiptClaim } from './cash.types.ts';

/** Whoever only walks through the list claims nothing. */
const STAYS_AFTER_MS = 1_500;
/** Work renews a claim this often at most; it lasts five minutes. */
const RENEWED_EVERY_MS = 60_000;
/** How soon the others are seen. */
const CLAIMS_READ_EVERY_MS = 15_000;

const WORK_EVENTS = ['keydown', 'pointerdown'] as const;

/** Who is at which receipt, read anew while the page is looked at. */
export function claimsQuery(company: string) {
  return queryOptions({
    queryKey: ['receipt-claims', company],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/companies/{company}/receipt-claims', { params: { path: { company } }, signal })),
    refetchInterval: CLAIMS_READ_EVERY_MS,
  });
}

export interface ClaimState {
  /** Somebody else who is at it. */
  readonly other: ReceiptClaim | null;
  readonly takeOver: (reason: string) => void;
  readonly isBusy: boolean;
  readonly error: Error | null;
}

export function useClaim(company: string, receiptId: string, isWanted: boolean): ClaimState {
  const queryClient = useQueryClient();
  const [own, setOwn] = useState<ReceiptClaim | null>(null);
  const claims = useQuery(claimsQuery(company));
  useEffect(() => {
    if (!isWanted) return;
    const params = { path: { company, id: receiptId } };
    let isThere = true;
    let renewedAt = 0;
    const claim = async (): Promise<void> => {
      renewedAt = Date.now();
      // A claim that could not be told is told with the next key: it stops nobody.
      const now = await dataOf(api.POST('/api/v1/companies/{company}/receipts/{id}/claim', { params })).catch(
        () => null,
      );
      if (isThere && now) setOwn(now);
    };
    const work = (): void => {
      if (renewedAt > 0 && Date.now() - renewedAt > RENEWED_EVERY_MS) void claim();
    };
    const stays = setTimeout(() => void claim(), STAYS_AFTER_MS);
    for (const name of WORK_EVENTS) window.addEventListener(name, work);
    return () => {
      isThere = false;
      clearTimeout(stays);
      for (const name of WORK_EVENTS) window.removeEventListener(name, work);
      if (renewedAt > 0) {
        void api.POST('/api/v1/companies/{company}/receipts/{id}/release', { params }).catch(() => null);
      }
    };
  }, [company, receiptId, isWanted]);
  const takeOver = useMutation({
    mutationFn: (reason: string) => {
      const params = { path: { company, id: receiptId } };
      return dataOf(api.POST('/api/v1/companies/{company}/receipts/{id}/take-over', { params, body: { reason } }));
    },
    onSuccess: async (claim) => {
      setOwn(claim);
      await queryClient.invalidateQueries({ queryKey: ['receipt-claims', company] });
    },
  });
  return {
    other: otherAt(claims.data?.rows ?? [], receiptId, own),
    takeOver: takeOver.mutate,
    isBusy: takeOver.isPending,
    error: takeOver.error,
  };
}

/** What was answered last: by the list, or by one's own claim when that is newer than the other's. */
function otherAt(rows: readonly ReceiptClaim[], receiptId: string, own: ReceiptClaim | null): ReceiptClaim | null {
  const listed = rows.find((row) => row.receiptId === receiptId) ?? null;
  if (own && (!listed || own.expiresAt >= listed.expiresAt)) return own.isMine ? null : own;
  return listed?.isMine === false ? listed : null;
}
