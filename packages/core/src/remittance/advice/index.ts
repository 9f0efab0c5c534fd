export type { AdviceLayout } from './advice-columns.ts';
export type { AdviceProblem } from './advice-lines.ts';
export type { AdviceRow } from './advice-tables.ts';
export { looksLikeAdvice } from './looks-like-advice.ts';
export { type PageWord, type PageWords, rowsOfPages } from './page-words.ts';
export {
  type AdviceContent,
  type AdviceContext,
  type AdviceMail,
  contentOfText,
  type ReadAdvice,
  readAdvice,
  readAdviceContent,
} from './read-advice.ts';
