export { ADVICE_LENGTH_MAX, type AdviceMail, readAdvice } from './read-advice.ts';
