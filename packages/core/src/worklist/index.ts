export {
  CONTACT_KINDS,
  CONTACT_OUTCOMES,
  CONTACT_OUTCOMES_OF,
  type ContactKind,
  type ContactOutcome,
  DAYS_UNTIL_NEXT,
} from './contact.ts';
export {
  type CustomerFacts,
  collectableMinor,
  SCORE_PARTS,
  type Score,
  type ScoreGround,
  type ScorePart,
  type ScorePartCode,
  scoreOf,
  valueAtRiskMinor,
} from './score.ts';
