export {
  type CustomerFacts,
  collectableMinor,
  type Score,
  type ScorePart,
  type ScorePartCode,
  scoreOf,
} from './score.ts';
