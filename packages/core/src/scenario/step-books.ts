/** Steps of the books: periods, revaluation, snapshots, seals, journals, and the passing of time. */
import { commonClauses, type DraftFacts } from './facts.ts';
import { type Reader, readClauses } from './reader.ts';
import type { Action } from './scenario.ts';

/** `start closing 2026-01`, `close 2026-01`, `snapshot 2026-01` */
export function parseMonthStep(
  kind: 'start_closing' | 'close' | 'snapshot',
): (reader: Reader, facts: DraftFacts) => Action {
  return (reader, facts) => {
    reader.takePhrase(['of', 'period', 'month']);
    const endsOn = reader.monthEnd('the month');
    readClauses(reader, commonClauses(reader, facts), { after: `"${kind.replaceAll('_', ' ')}"` });
    return { kind, endsOn };
  };
}

/** `revalue as of 2026-01-31` */
export function parseRevalue(reader: Reader, facts: DraftFacts): Action {
  const asOf = reader.takePhrase(['as of', 'as at']) === null ? reader.tryDate() : reader.date('the day');
  readClauses(reader, commonClauses(reader, facts), { after: '"revalue"' });
  return { kind: 'revalue', asOf };
}

/** `seal`, `export journal`, `wait` */
export function parseBareStep(kind: 'seal' | 'export_journal' | 'wait'): (reader: Reader, facts: DraftFacts) => Action {
  return (reader, facts) => {
    readClauses(reader, commonClauses(reader, facts), { after: `"${kind.replaceAll('_', ' ')}"` });
    return { kind };
  };
}

/** `moment BEFORE`: a name for now, to ask later `known at BEFORE`. */
export function parseMoment(reader: Reader, facts: DraftFacts): Action {
  const name = reader.name('a name for this moment');
  readClauses(reader, commonClauses(reader, facts), { after: '"moment"' });
  return { kind: 'moment', name };
}
