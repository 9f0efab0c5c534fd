export { type ChainedStatement, type ChainGap, gapsIn, rhythmOf, type StatementRhythm } from './statement-chain.ts';
