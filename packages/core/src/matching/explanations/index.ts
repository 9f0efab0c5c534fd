import type { Explain } from '../explanation.ts';
import { explainByAccountStructure } from './account-structure.ts';
import { explainByAdvice, explainByScannedAdvice } from './advice.ts';
import { explainByCitedReferences } from './cited-references.ts';
import { explainByCompletedReferences } from './completed-references.ts';
import { explainByNotReceivables } from './not-receivables.ts';
import { explainOnAccount } from './on-account.ts';
import { explainByReadReferences } from './read-references.ts';
import { explainBySingleAmount } from './single-amount.ts';

/** Every way the engine knows to explain a receipt. A new one is a file beside these and a line here. */
export const EXPLANATIONS: readonly Explain[] = [
  explainByAdvice,
  explainByReadReferences,
  explainByCitedReferences,
  explainByScannedAdvice,
  explainBySingleAmount,
  explainByAccountStructure,
  explainByCompletedReferences,
  explainOnAccount,
  explainByNotReceivables,
];
