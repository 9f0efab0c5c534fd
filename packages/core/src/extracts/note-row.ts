/** One row of an extract of notes: what somebody wrote or did about a customer in another system. */
import type { LocalDate } from '../calendar/index.ts';
import { dateProblem, readDate } from './date-text.ts';
import type { ExtractMapping } from './mapping.ts';
import { createRowCells, type Row, type RowResult } from './row-cells.ts';
import { RowFaults, readNumber } from './row-values.ts';

export interface NoteRow {
  readonly row: number;
  readonly customerNumber: string;
  readonly kind: NoteKind;
  readonly happenedOn: LocalDate;
  /** "14:05" as the source's clock showed it; null when only the day is known. */
  readonly timeOfDay: string | null;
  readonly author: string | null;
  readonly itemNumber: string | null;
  readonly text: string;
}

export type NoteKind = 'note' | 'call' | 'mail' | 'meeting';

const KIND_WORDS: readonly (readonly [NoteKind, RegExp])[] = [
  ['call', /call|phone|telefon|chiamata|anruf|appel|llamada/],
  ['mail', /mail|letter|lettera|brief|courriel|lettre|correo|carta|pec/],
  ['meeting', /meeting|visit|incontro|riunione|treffen|besuch|reunion|réunion|visita/],
];
const TIME = /[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*([ap]m)?/i;

/** A reader for the rows of one file: `['4711', '31/12/2026 14:05', 'Rossi', 'Pays on Friday']` is a note of that afternoon. */
export function createNoteReader(
  mapping: ExtractMapping,
  header: Row,
): (row: Row, rowNumber: number) => RowResult<NoteRow> {
  const cells = createRowCells(mapping, header, NOTE_CHARS_MAX);
  return (row, rowNumber) => {
    if (!cells.isAskedFor(row)) return { outcome: 'left_out' };
    const faults = new RowFaults(rowNumber);
    const customerNumber = readNumber(cells.get(row, 'customerNumber'), 'customerNumber', faults);
    const text = cells.get(row, 'text');
    if (text === '') faults.problem('text', 'missing', 'The text is missing.');
    const dayText = cells.get(row, 'happenedOn');
    const happenedOn = dayText === '' ? null : readDate(dayText, mapping.dateOrder);
    if (dayText === '') faults.problem('happenedOn', 'missing', 'The day is missing.');
    else if (happenedOn === null) {
      const { code, message } = dateProblem(dayText, mapping.dateOrder);
      faults.problem('happenedOn', code, message);
    }
    if (faults.problems !== null) return { outcome: 'refused', problems: faults.problems };
    if (customerNumber === null || happenedOn === null) return { outcome: 'left_out' };
    const value: NoteRow = {
      ...{ row: rowNumber, customerNumber, happenedOn, text },
      kind: readNoteKind(cells.get(row, 'kind')),
      timeOfDay: readTime(dayText),
      author: cells.get(row, 'author') || null,
      itemNumber: cells.get(row, 'itemNumber') || null,
    };
    return { outcome: 'read', value, notes: faults.notes ?? [] };
  };
}

/** As long as a note may be in the stream of activities. */
const NOTE_CHARS_MAX = 10_000;

/** "Telefonata" is a call; what says nothing known is a note. */
export function readNoteKind(text: string): NoteKind {
  return KIND_WORDS.find(([, pattern]) => pattern.test(text.toLowerCase()))?.[0] ?? 'note';
}

function readTime(text: string): string | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const half = match[3]?.toLowerCase();
  const hour = half === undefined ? Number(match[1]) : (Number(match[1]) % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(match[2]) > 59) return null;
  return `${String(hour).padStart(2, '0')}:${match[2]}`;
}
