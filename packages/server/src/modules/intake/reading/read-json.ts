/** The rows of a JSON file: the list whose names are those of the kind, its names as columns. */
import { type ExtractKind, guessKind, namedFields } from '@quittance/core/extracts';
import { createJsonRows, type JsonRecord, JsonRefused } from '@quittance/core/json-rows';
import { createExtractTable } from './extract-table.ts';
import { FileRefused } from './file-refused.ts';
import type { ReadingTask } from './messages.ts';
import type { TableReader } from './read-table.ts';
import type { ReadingOutput } from './reading-output.ts';

/** Enough to see whether a file holds one object a line. */
const HEAD_CHARS = 65_536;
const NAMES_MIN = 2;
/** Records of a list with foreign names, held until a better list comes or none does. */
const HELD_MAX = 1_000;
const NO_FAULTS = new Map<number, never>();

export function createJsonReader(task: ReadingTask, output: ReadingOutput): TableReader {
  const columns = new Map<string, number>();
  const late = new Set<string>();
  const table = createExtractTable(task, output, { header: () => [...columns.keys()] });
  let isSettled = false;
  const take = (record: JsonRecord) => {
    const cells: string[] = [];
    const isNumber: boolean[] = [];
    for (const [name, cell] of record.cells) {
      const at = columns.get(name) ?? (isSettled ? null : columns.size);
      if (at === null) late.add(name);
      else {
        columns.set(name, at);
        cells[at] = cell.text;
        isNumber[at] = cell.isNumber;
      }
    }
    for (let at = 0; at < columns.size; at += 1) cells[at] ??= '';
    table.row(cells, record.number, { isNumber, faults: NO_FAULTS });
    isSettled = table.isSettled();
  };
  const choice = createListChoice(task.kind as ExtractKind, take);
  return jsonText((record) => choice.add(record), {
    end() {
      choice.end();
      if (late.size > 0) output.note(lateNote([...late]));
      if (choice.others().length > 0) output.note(otherLists(choice.chosen(), choice.others()));
      table.end();
    },
  });
}

/** Text to records; the first lines tell whether objects follow one another. */
function jsonText(onRecord: (record: JsonRecord) => void, { end }: { readonly end: () => void }): TableReader {
  let head = '';
  let rows: ReturnType<typeof createJsonRows> | null = null;
  const begin = () => {
    rows = createJsonRows(onRecord, { isLines: isOneALine(head) });
    rows.write(head);
  };
  return {
    async write(text) {
      if (rows !== null) return told(() => rows?.write(text));
      head += text;
      if (head.length >= HEAD_CHARS) told(begin);
    },
    async end() {
      told(() => {
        if (rows === null) begin();
        rows?.end();
      });
      end();
    },
  };
}

function told(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof JsonRefused)
      throw new FileRefused(error.code, `${error.message} Nothing of the file was taken.`);
    throw error;
  }
}

function isOneALine(head: string): boolean {
  return /^\s*\{[^\n]*\}\s*\n\s*\{/.test(head);
}

interface ListChoice {
  readonly add: (record: JsonRecord) => void;
  readonly end: () => void;
  readonly chosen: () => string;
  readonly others: () => readonly string[];
}

/** A file may hold several lists: the first whose names are known is meant, else the first. */
function createListChoice(kind: ExtractKind, take: (record: JsonRecord) => void): ListChoice {
  let chosen: string | null = null;
  let held: JsonRecord[] = [];
  const seen = new Set<string>();
  const choose = (path: string) => {
    chosen = path;
    for (const record of held) if (record.path === path) take(record);
    held = [];
  };
  return {
    add(record) {
      const isNew = !seen.has(record.path);
      seen.add(record.path);
      if (chosen !== null) {
        if (record.path === chosen) take(record);
        return;
      }
      held.push(record);
      if (isNew && namedFields(kind, [...record.cells.keys()]) >= NAMES_MIN) choose(record.path);
      else if (held.length >= HELD_MAX) choose(held[0]?.path ?? '');
    },
    end() {
      if (chosen === null) choose(held[0]?.path ?? '');
    },
    chosen: () => chosen ?? '',
    others: () => [...seen].filter((path) => path !== chosen),
  };
}

function lateNote(names: readonly string[]) {
  const message = `Fields that come first far down in the file were not read: ${names.slice(0, 10).join(', ')}. Put a row that has them at the beginning.`;
  return { row: 1, field: null, code: 'fields_come_late', message };
}

function otherLists(chosen: string, others: readonly string[]) {
  const message = `The file holds several lists: ${JSON.stringify(chosen)} was read, ${others
    .slice(0, 5)
    .map((path) => JSON.stringify(path))
    .join(', ')} were left out.`;
  return { row: 1, field: null, code: 'other_lists_left_out', message };
}

/** Which kind of extract a JSON file seems to be, by its first records. */
export function kindOfJson(head: string): ExtractKind {
  const names = new Set<string>();
  try {
    const rows = createJsonRows(
      (record) => {
        for (const name of record.cells.keys()) names.add(name);
      },
      { isLines: isOneALine(head) },
    );
    rows.write(head);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error; // a broken file is told of when it is read
  }
  return guessKind([...names]);
}
