export {
  type ChainedStatement,
  type ChainGap,
  type ChainPlace,
  gapsIn,
  placeInChain,
  rhythmOf,
  type StatementRhythm,
} from './statement-chain.ts';
