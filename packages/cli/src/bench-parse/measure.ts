/** How fast a text goes through a format's reader, and through a tokeniser of the same kind that keeps nothing. */
import { createXmlReader, type StatementHandlers } from '@quittance/core/bank-formats';
import { parse } from 'csv-parse';
import { openReader } from '../parse/open-reader.ts';
import type { GeneratedFormat } from './generated-files.ts';

export interface Measured {
  readonly entries: number;
  readonly problems: number;
  readonly seconds: number;
}

/** Every piece through the reader that `quittance parse` uses. */
export async function measureReader(format: string, pieces: Iterable<string>): Promise<Measured> {
  let entries = 0;
  let problems = 0;
  const handlers: StatementHandlers & { onRemittance: () => void } = {
    onEntry() {
      entries += 1;
    },
    onStatement: () => undefined,
    onRemittance() {
      entries += 1;
    },
    onProblem() {
      problems += 1;
    },
  };
  const opened = openReader(format, '', handlers, null);
  if (opened === null) throw new Error(`no reader for ${format}`);
  const startedAt = performance.now();
  for (const piece of pieces) await opened.reader.write(piece);
  await opened.reader.end();
  return { entries, problems, seconds: (performance.now() - startedAt) / 1_000 };
}

/** XML by the tokeniser with handlers that keep nothing, CSV by its library, lines and segments by splitting. */
export async function measureBare(format: GeneratedFormat, pieces: Iterable<string>): Promise<number> {
  const startedAt = performance.now();
  if (format.name === 'camt') readBareXml(pieces);
  else if (format.name === 'csv') await readBareCsv(pieces, format.fieldSign);
  else splitAll(pieces, format.fieldSign);
  return (performance.now() - startedAt) / 1_000;
}

function readBareXml(pieces: Iterable<string>) {
  const reader = createXmlReader({
    onOpen: () => false,
    isDetached: () => false,
    onTree: () => undefined,
    onClose: () => undefined,
    onProblem: () => undefined,
  });
  for (const piece of pieces) reader.write(piece);
  reader.close();
}

async function readBareCsv(pieces: Iterable<string>, delimiter: string) {
  const parser = parse({ delimiter, relax_column_count: true });
  parser.on('data', () => undefined);
  const done = new Promise<void>((resolve) => parser.once('close', resolve));
  for (const piece of pieces) {
    if (!parser.write(piece)) await new Promise<void>((resolve) => parser.once('drain', resolve));
  }
  parser.end();
  await done;
}

function splitAll(pieces: Iterable<string>, fieldSign: string): number {
  let fields = 0;
  for (const piece of pieces) for (const line of piece.split('\n')) fields += line.split(fieldSign).length;
  return fields;
}
