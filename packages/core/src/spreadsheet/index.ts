export { neutralText, startsLikeFormula } from './neutral-text.ts';
