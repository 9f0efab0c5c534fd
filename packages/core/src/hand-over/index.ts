export {
  type HandedPiece,
  type HandOverPlan,
  type HandOverTotal,
  handOverTotals,
  PERMISSION_FOR,
  type PieceOfWork,
  planHandOver,
  type Team,
  WORK_KINDS,
  type WorkKind,
} from './hand-over.ts';
