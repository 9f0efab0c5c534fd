/** What collections tells of a customer. */
import type { TimelineSource } from '../../customers/index.ts';
import { CALL_LINES } from './call-lines.queries.ts';
import { DUNNING_LINES } from './dunning-lines.queries.ts';
import { INTEREST_LINES } from './interest-lines.queries.ts';
import { PROMISE_LINES } from './promise-lines.queries.ts';
import { SESSION_LINES } from './session-lines.queries.ts';
import { TASK_LINES } from './task-lines.queries.ts';
import { toldByCollections } from './told-lines.queries.ts';
import { WORK_LINES } from './work-lines.queries.ts';

export const COLLECTIONS_TIMELINE: readonly TimelineSource[] = [
  { ...CALL_LINES, tells: toldByCollections },
  PROMISE_LINES,
  TASK_LINES,
  DUNNING_LINES,
  SESSION_LINES,
  INTEREST_LINES,
  WORK_LINES,
];
