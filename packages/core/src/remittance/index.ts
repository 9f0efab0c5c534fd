import type { FileProblem } from '../bank-formats/index.ts';
import { edi820 } from './edi820/index.ts';
import type { Remittance } from './remittance.ts';

export {
  type AdviceContent,
  type AdviceContext,
  type AdviceLayout,
  type AdviceMail,
  type AdviceProblem,
  type AdviceRow,
  contentOfText,
  looksLikeAdvice,
  type PageWord,
  type PageWords,
  type ReadAdvice,
  readAdvice,
  readAdviceContent,
  rowsOfPages,
} from './advice/index.ts';
export type { RemittanceHandlers, RemittanceReader } from './edi820/edi820-reader.ts';
export { edi820 } from './edi820/index.ts';
export {
  type DocumentKind,
  footRemittance,
  type LinePlace,
  type Remittance,
  type RemittanceAdjustment,
  type RemittanceFooting,
  type RemittanceLine,
  type RemittanceParty,
  type RemittanceReference,
} from './remittance.ts';
export { remittanceToJson } from './remittance-json.ts';
export { readRemt001, remt001 } from './remt001/index.ts';

/** Reads a whole text at once: for samples and small files. */
export function parseEdi820Text(text: string): {
  readonly remittances: readonly Remittance[];
  readonly problems: readonly FileProblem[];
  readonly isComplete: boolean;
} {
  const remittances: Remittance[] = [];
  const problems: FileProblem[] = [];
  const reader = edi820.createReader({
    onRemittance: (remittance) => remittances.push(remittance),
    onProblem: (problem) => problems.push(problem),
  });
  reader.write(text);
  const isComplete = reader.close();
  return { remittances, problems, isComplete };
}
