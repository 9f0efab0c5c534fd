/**
 * A zip from outside. Its table of contents is read first and held to limits, before a byte is inflated: a bomb says
 * there how large it is, and yauzl stops at the first byte more than was said.
 */
import type { Readable } from 'node:stream';
import { type Entry, fromBuffer, type ZipFile } from 'yauzl';
import { FileRefused } from './file-refused.ts';

const MIB = 1024 * 1024;
/** Held in memory while it is read; a workbook of a million rows has 60 to 90 MB. */
export const ZIP_BYTES_MAX = 120 * MIB;
/** All that is inside, unpacked: a workbook of some 600,000 rows. */
const INFLATED_BYTES_MAX = 300 * MIB;
/** A day's run of invoices. */
const ENTRIES_MAX = 5_000;
/** A workbook has about ten parts and one or two a sheet. */
export const WORKBOOK_PARTS_MAX = 200;
/** Real tables shrink to a tenth or a twentieth; only from this size on, since small parts may repeat themselves. */
const RATIO_MAX = 100;
const RATIO_FROM_BYTES = 20 * MIB;
const PATH_CHARS_MAX = 500;

export interface ZipPart {
  readonly path: string;
  readonly byteCount: number;
  /** The unpacked bytes; stop early by leaving the loop. */
  readonly read: () => AsyncGenerator<Uint8Array>;
}

/** Throws `FileRefused`: broken, encrypted, too many or too large parts. */
export async function openZip(bytes: Buffer): Promise<ReadonlyMap<string, ZipPart>> {
  const zip = await openDirectory(bytes);
  const entries = await listEntries(zip);
  checkTotals(entries);
  return new Map(entries.map((entry) => [entry.fileName, toPart(zip, entry)]));
}

async function openDirectory(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error !== null) reject(broken());
      else resolve(zip);
    });
  });
}

async function listEntries(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > ENTRIES_MAX) {
    throw new FileRefused(
      'zip_too_many_parts',
      `The file packs ${zip.entryCount} parts; at most ${ENTRIES_MAX} are taken. Divide it into several files.`,
    );
  }
  const entries: Entry[] = [];
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry) => {
      if (!entry.fileName.endsWith('/')) entries.push(entry);
      zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', () => reject(broken()));
    zip.readEntry();
  });
  return entries;
}

function checkTotals(entries: readonly Entry[]): void {
  let total = 0;
  for (const entry of entries) {
    total += entry.uncompressedSize;
    if (entry.isEncrypted()) {
      throw new FileRefused(
        'zip_encrypted',
        'The file is protected by a password. Save it without one and upload it again.',
      );
    }
    if (entry.fileName.length > PATH_CHARS_MAX) throw broken();
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize);
    if (entry.uncompressedSize > RATIO_FROM_BYTES && ratio > RATIO_MAX) {
      throw new FileRefused(
        'zip_bomb',
        `Unpacked, ${entry.fileName} would be ${Math.round(ratio)} times as large: no real table shrinks like that. Export the file again, without empty formatted rows.`,
      );
    }
  }
  if (total > INFLATED_BYTES_MAX) {
    throw new FileRefused(
      'zip_too_large',
      `Unpacked, the file would be ${Math.round(total / MIB)} MB; at most ${INFLATED_BYTES_MAX / MIB} MB are read. Export it as CSV, or divide it.`,
    );
  }
}

function toPart(zip: ZipFile, entry: Entry): ZipPart {
  return {
    path: entry.fileName,
    byteCount: entry.uncompressedSize,
    async *read() {
      const stream = await openPart(zip, entry);
      try {
        for await (const bytes of stream) yield bytes as Uint8Array;
      } catch (error) {
        throw isZipError(error) ? broken() : error;
      } finally {
        stream.destroy();
      }
    },
  };
}

async function openPart(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error !== null) reject(broken());
      else resolve(stream);
    });
  });
}

/** Of inflating, or of yauzl finding more or fewer bytes than were said; what the reader of the bytes throws is its own. */
function isZipError(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof FileRefused) return false;
  return 'code' in error || /bytes in the stream|invalid|unexpected/i.test(error.message);
}

function broken(): FileRefused {
  return new FileRefused(
    'zip_broken',
    'The file is broken or was cut off on its way. Save or export it again and upload that.',
  );
}
