export { type ExcerptPart, excerptOf, searchedWords } from './excerpt.ts';
