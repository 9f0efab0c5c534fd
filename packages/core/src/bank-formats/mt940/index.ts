import type { StatementHandlers } from '../statement.ts';
import { createMtReader } from './mt-reader.ts';

/** Old systems put control signs before a message. */
const LINE_START = '(?:^|\\n|\\r)[\\u0000-\\u001f\\ufeff ]*';
const hasField = (tags: string, head: string) => new RegExp(`${LINE_START}(?:\\{4:)?:(?:${tags}):`, 'i').test(head);
const isMt942 = (head: string) =>
  /\{2:[IO]942/i.test(head) ||
  hasField('942', head) ||
  (hasField('34F|90[CD]', head) && !hasField('60[FM]|62[FM]', head));

/** MT940 (and MT950) customer statements of SWIFT. */
export const mt940 = {
  name: 'mt940',
  recognises: (head: string) => !isMt942(head) && hasField('20|25P?|28C?|60[FM]|61|62[FM]|940|950', head),
  createReader: (handlers: StatementHandlers) => createMtReader('mt940', handlers),
};

/** MT942 interim transaction reports of SWIFT. */
export const mt942 = {
  name: 'mt942',
  recognises: isMt942,
  createReader: (handlers: StatementHandlers) => createMtReader('mt942', asNotification(handlers)),
};

function asNotification(handlers: StatementHandlers): StatementHandlers {
  return {
    onEntry: (entry) => handlers.onEntry({ ...entry, report: 'notification' }),
    onStatement: (statement) => handlers.onStatement({ ...statement, report: 'notification' }),
    onProblem: handlers.onProblem,
  };
}
