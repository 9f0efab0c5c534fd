/** A camt file of hundreds of megabytes, written to the disk and read in a process of its own: speed and peak memory. */
import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { GeneratedFormat } from './generated-files.ts';

const CHILD = fileURLToPath(new URL('./read-large-file.child.ts', import.meta.url));
const LOADER = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const BYTES_PER_MB = 1_000_000;

export interface LargeFileResult {
  readonly format: string;
  readonly mb: number;
  readonly entries: number;
  readonly problems: number;
  readonly mbPerSecond: number;
  readonly peakMb: number;
}

export async function measureLargeFile(format: GeneratedFormat, mb: number): Promise<LargeFileResult> {
  const directory = await mkdtemp(join(tmpdir(), 'quittance-bench-parse-'));
  try {
    const path = join(directory, 'large');
    await pipeline(Readable.from(format.pieces(mb * BYTES_PER_MB)), createWriteStream(path));
    const { size } = await stat(path);
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', LOADER, CHILD, format.name, path]);
    const seen = JSON.parse(stdout) as { entries: number; problems: number; seconds: number; peakMb: number };
    return {
      format: format.name,
      mb: Math.round(size / BYTES_PER_MB),
      entries: seen.entries,
      problems: seen.problems,
      mbPerSecond: Math.round(size / BYTES_PER_MB / seen.seconds),
      peakMb: seen.peakMb,
    };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
