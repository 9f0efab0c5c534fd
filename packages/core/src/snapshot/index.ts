export {
  type ChangeKind,
  type ChangePlan,
  compareWithList,
  type ItemChange,
  type LedgerSide,
  type ListSide,
  pairInstalments,
} from './compare-snapshot.ts';
