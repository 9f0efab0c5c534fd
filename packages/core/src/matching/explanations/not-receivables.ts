/**
 * Money that settles nothing here: its words say so, or people have said so of this payer before. Only when nothing ties it
 * to a customer: the payer has never paid for one, and the text gives no number of an open or settled item.
 */
import type { Evidence } from '../evidence.ts';
import type { Explain } from '../explanation.ts';

export const explainByNotReceivables: Explain = (matchCase) => {
  const { payerScope, citations, closed, findings, receipt } = matchCase;
  if (payerScope.size > 0 || citations.length > 0 || closed.length > 0 || findings.isAdvance) return [];
  const evidence: Evidence[] = [];
  if (findings.notReceivables !== null) {
    evidence.push({ kind: 'not_receivables', params: { words: findings.notReceivables } });
  }
  if (matchCase.notReceivablesUses > 0) {
    evidence.push({ kind: 'payer_not_of_receivables', params: { uses: matchCase.notReceivablesUses } });
  }
  if (evidence.length === 0) return [];
  return [
    {
      kind: 'not_receivables',
      items: [],
      allocations: [],
      deductions: [],
      unappliedMinor: receipt.amountMinor,
      fit: 'exact',
      onAccountOf: null,
      evidence,
    },
  ];
};
