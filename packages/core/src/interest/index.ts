export {
  type InterestStretch,
  interestOf,
  interestStretches,
  lateDays,
  type OwedItem,
  type Period,
} from './interest.ts';
export {
  DAY_COUNTS,
  type DayCount,
  ECB_REFERENCE_RATES,
  EIGHT_POINTS_E4,
  EU_FEE_MINOR,
  INTEREST_SCHEMES,
  type InterestPolicy,
  type InterestScheme,
  type RateFrom,
} from './interest-policy.ts';
export { type NoteRow, noteRows } from './note.ts';
export { type LateItem, missingHalfYears, type ProposedLine, proposeInterest } from './proposal.ts';
