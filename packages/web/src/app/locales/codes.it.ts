import type { CodeTexts } from '../sentences/code-texts.ts';
import { booksCodesIt } from './books-codes.it.ts';
import { calendarActsIt, calendarRefusalsIt, calendarSubjectsIt } from './calendar-codes.it.ts';
import { callActsIt, callRefusalsIt, callSubjectsIt } from './calls-codes.it.ts';
import { dunningActsIt, dunningRefusalsIt, dunningSubjectsIt } from './dunning-codes.it.ts';
import { failuresIt } from './failures.it.ts';
import { fileCodesIt } from './file-codes.it.ts';
import { huddleActsIt, huddleRefusalsIt, huddleSubjectsIt } from './huddle-codes.it.ts';
import { mailActsIt, mailRefusalsIt, mailSubjectsIt } from './mail-codes.it.ts';
import { matchIt } from './match.it.ts';
import { portfolioActsIt, portfolioRefusalsIt, portfolioSubjectsIt } from './portfolio-codes.it.ts';
import { refusalsIt } from './refusals.it.ts';

/** Ogni codice del prodotto in italiano. */
export const codesIt: CodeTexts = {
  match: matchIt,
  refusal: {
    ...refusalsIt,
    ...calendarRefusalsIt,
    ...huddleRefusalsIt,
    ...dunningRefusalsIt,
    ...portfolioRefusalsIt,
    ...callRefusalsIt,
    ...mailRefusalsIt,
  },
  file: fileCodesIt,
  failure: failuresIt,
  ...booksCodesIt,
  act: {
    ...booksCodesIt.act,
    ...calendarActsIt,
    ...huddleActsIt,
    ...dunningActsIt,
    ...portfolioActsIt,
    ...callActsIt,
    ...mailActsIt,
  },
  subject: {
    ...booksCodesIt.subject,
    ...calendarSubjectsIt,
    ...huddleSubjectsIt,
    ...dunningSubjectsIt,
    ...portfolioSubjectsIt,
    ...callSubjectsIt,
    ...mailSubjectsIt,
  },
};
