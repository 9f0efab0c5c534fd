/**
 * EDI 820, payment order and remittance advice (ANSI X12, versions 3010 to 8010). Each transaction (ST to SE) is one
 * remittance. The counts and control numbers of all three envelopes are checked. Memory holds one transaction.
 */
import { type FileProblem, limitProblems } from '../../bank-formats/index.ts';
import type { Remittance } from '../remittance.ts';
import { beginTransaction, type OpenTransaction, takeSegment, toRemittance } from './transaction.ts';
import { createX12Reader, type X12Segment } from './x12-segments.ts';

/** Lines of one remittance; the largest retailers send some ten thousand. */
const LINES_MAX = 200_000;

export interface RemittanceHandlers {
  readonly onRemittance: (remittance: Remittance) => void;
  readonly onProblem: (problem: FileProblem) => void;
}

/** A push parser for remittances: text in by chunks of any size. */
export interface RemittanceReader {
  readonly write: (chunk: string) => void;
  /** False when the file broke off or was refused: then nothing of it may be used. */
  readonly close: () => boolean;
}

interface Envelope {
  readonly id: 'ISA' | 'GS';
  readonly controlNumber: string;
  children: number;
}

interface ReadingState {
  readonly handlers: RemittanceHandlers;
  readonly report: (problem: FileProblem) => void;
  interchange: Envelope | null;
  group: Envelope | null;
  transaction: OpenTransaction | null;
  /** Inside a transaction of another kind (an 835 or 823 in the same file). */
  skipped: OpenTransaction | null;
  remittanceCount: number;
  hasBrokenOff: boolean;
}

export function createEdi820Reader(handlers: RemittanceHandlers): RemittanceReader {
  const state: ReadingState = {
    handlers,
    report: limitProblems(handlers.onProblem),
    interchange: null,
    group: null,
    transaction: null,
    skipped: null,
    remittanceCount: 0,
    hasBrokenOff: false,
  };
  const segments = createX12Reader((segment) => takeOne(state, segment));
  return {
    write: segments.write,
    close() {
      const isX12 = segments.close();
      const { interchange, group, transaction, skipped } = state;
      if (interchange !== null || group !== null || transaction !== null || skipped !== null) {
        breakOff(state, segments.line(), 'The file ends inside an envelope (SE, GE or IEA is missing)');
      } else if (!isX12 || state.remittanceCount === 0) {
        const message = 'The file holds no EDI 820 remittance (ST*820). Check that the right file was chosen.';
        state.report({ line: 1, field: 'file', code: 'no_remittance', message });
        return false;
      }
      return !state.hasBrokenOff;
    },
  };
}

function takeOne(state: ReadingState, segment: X12Segment) {
  const open = state.transaction ?? state.skipped;
  if (open !== null && !ENVELOPE.has(segment.id)) {
    open.segmentCount += 1;
    if (state.transaction === null) return;
    if (segment.id !== 'RMR' || state.transaction.lines.length < LINES_MAX) takeSegment(state.transaction, segment);
    else breakOff(state, segment.line, `The remittance has more than ${LINES_MAX} lines`);
    return;
  }
  switch (segment.id) {
    case 'ISA':
      state.interchange = openEnvelope(state, segment, 'ISA', 13, state.interchange);
      break;
    case 'GS':
      if (state.interchange !== null) state.interchange.children += 1;
      state.group = openEnvelope(state, segment, 'GS', 6, state.group);
      break;
    case 'ST':
      openTransaction(state, segment);
      break;
    case 'SE':
      closeTransaction(state, segment);
      break;
    case 'GE':
      state.group = closeEnvelope(state, segment, state.group, 'transactions');
      break;
    case 'IEA':
      state.interchange = closeEnvelope(state, segment, state.interchange, 'groups');
      break;
  }
}

const ENVELOPE = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);

function openEnvelope(
  state: ReadingState,
  segment: X12Segment,
  id: Envelope['id'],
  controlElement: number,
  before: Envelope | null,
): Envelope {
  if (before !== null || state.transaction !== null || state.skipped !== null)
    breakOff(state, segment.line, `A new envelope (${id}) begins inside another one`);
  state.transaction = null;
  state.skipped = null;
  return { id, controlNumber: segment.elements[controlElement] ?? '', children: 0 };
}

/** `SE`, `GE` and `IEA` state how many they enclose and repeat the number of their beginning. */
function closeEnvelope(state: ReadingState, segment: X12Segment, open: Envelope | null, what: string): null {
  if (open === null || state.transaction !== null || state.skipped !== null) {
    breakOff(state, segment.line, `The trailer ${segment.id} ends nothing, or comes too early`);
    state.transaction = null;
    state.skipped = null;
    return null;
  }
  compareTrailer(state, segment, { what, seen: open.children, controlNumber: open.controlNumber });
  return null;
}

function compareTrailer(
  state: ReadingState,
  segment: X12Segment,
  seen: { readonly what: string; readonly seen: number; readonly controlNumber: string },
) {
  const [, count = '', number = ''] = segment.elements;
  if (count === '' && number === '') breakOff(state, segment.line, `The trailer ${segment.id} is cut off`);
  const tell = (field: string, code: string, message: string) =>
    state.report({ line: segment.line, field, code, message: `${message} Ask the payer for the file again.` });
  if (count !== '' && Number(count) !== seen.seen) {
    const message = `The trailer ${segment.id} (segment ${segment.position}) states ${count.slice(0, 20)} ${seen.what}, seen are ${seen.seen}: some may be missing or doubled.`;
    tell(`${segment.id}01`, 'count_off', message);
  }
  if (number !== '' && seen.controlNumber !== '' && !isSameNumber(number, seen.controlNumber)) {
    const message = `The trailer ${segment.id} (segment ${segment.position}) belongs to ${number.slice(0, 20)}, the header to ${seen.controlNumber.slice(0, 20)}.`;
    tell(`${segment.id}02`, 'control_number_off', message);
  }
}

/** Control numbers are compared without leading zeros, which some senders drop. */
function isSameNumber(left: string, right: string): boolean {
  return left.replace(/^0+/, '') === right.replace(/^0+/, '');
}

function openTransaction(state: ReadingState, segment: X12Segment) {
  if (state.transaction !== null || state.skipped !== null)
    breakOff(state, segment.line, 'A transaction (ST) begins inside another one');
  if (state.group !== null) state.group.children += 1;
  const kind = segment.elements[1] ?? '';
  const isRemittance = kind === '820';
  state.transaction = isRemittance ? beginTransaction(segment) : null;
  state.skipped = isRemittance ? null : beginTransaction(segment);
  if (isRemittance) return;
  const message = `The transaction is of kind ${JSON.stringify(kind.slice(0, 20))}, not 820: it is passed over.`;
  state.report({ line: segment.line, field: 'ST01', code: 'other_transaction', message });
}

function closeTransaction(state: ReadingState, segment: X12Segment) {
  const open = state.transaction ?? state.skipped;
  if (open === null) {
    breakOff(state, segment.line, 'The trailer SE ends nothing');
    return;
  }
  const isRemittance = state.transaction !== null;
  state.transaction = null;
  state.skipped = null;
  compareTrailer(state, segment, {
    what: 'segments',
    seen: open.segmentCount + 1,
    controlNumber: open.controlNumber,
  });
  if (!isRemittance) return;
  state.remittanceCount += 1;
  if (open.payment === null) {
    const message = `The remittance (segment ${open.position}) has no payment (BPR): it is left out. Ask the payer for the file again.`;
    state.report({ line: open.line, field: 'BPR', code: 'payment_missing', message });
    return;
  }
  const remittance = toRemittance(open, (at, field, code, message) =>
    state.report({ line: at.line, field, code, message: `Segment ${at.position} (${at.id}): ${message}` }),
  );
  if (remittance !== null) state.handlers.onRemittance(remittance);
}

function breakOff(state: ReadingState, line: number, cause: string) {
  state.hasBrokenOff = true;
  const message = `${cause}: a part of the file is missing. Ask the payer for the file again.`;
  state.report({ line, field: 'file', code: 'file_broken_off', message });
}
