/** `quittance bench parse`: MB a second of every bank format, beside a bare tokeniser of the same text in the same run. */
import { parseArgs } from 'node:util';
import type { CommandIo } from '../command-io.ts';
import { UsageError } from '../command-io.ts';
import { GENERATED_FORMATS, type GeneratedFormat } from './generated-files.ts';
import { type LargeFileResult, measureLargeFile } from './large-file.ts';
import { measureBare, measureReader } from './measure.ts';

const USAGE = `Usage: quittance bench parse [--mb 20] [--large-mb 200] [--json]

MB a second of each format on a generated file of --mb megabytes, beside a tokeniser that keeps nothing; and a camt file
of --large-mb megabytes read in a process of its own, with the most memory it took (0 leaves it out).
`;
const MB_MAX = 2_000;
const CHARS_PER_MB = 1_000_000;

const OPTIONS = {
  mb: { type: 'string', default: '20' },
  'large-mb': { type: 'string', default: '200' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

interface FormatResult {
  readonly format: string;
  readonly mb: number;
  readonly entries: number;
  readonly problems: number;
  readonly mbPerSecond: number;
  readonly bareMbPerSecond: number;
}

export async function runBenchParse(argv: string[], io: CommandIo): Promise<number> {
  const { values } = readOptions(argv);
  if (values.help) {
    io.stdout(USAGE);
    return 0;
  }
  const mb = readSize(values.mb, '--mb', 1);
  const largeMb = readSize(values['large-mb'], '--large-mb', 0);
  const formats: FormatResult[] = [];
  for (const format of GENERATED_FORMATS) {
    io.stderr(`${format.name} ...\n`);
    formats.push(await measureFormat(format, mb));
  }
  const [camt] = GENERATED_FORMATS;
  if (largeMb > 0) io.stderr(`camt of ${largeMb} MB ...\n`);
  const large = largeMb > 0 && camt !== undefined ? await measureLargeFile(camt, largeMb) : null;
  io.stdout(values.json ? `${JSON.stringify({ formats, large })}\n` : resultText(formats, large));
  return 0;
}

/** Making the text is not part of what is measured; both run once before, so that the machine is warm. */
async function measureFormat(format: GeneratedFormat, mb: number): Promise<FormatResult> {
  const pieces = [...format.pieces(mb * CHARS_PER_MB)];
  const warmUp = [...format.pieces(CHARS_PER_MB)];
  await measureReader(format.name, warmUp);
  await measureBare(format, warmUp);
  const seen = await measureReader(format.name, pieces);
  const bareSeconds = await measureBare(format, pieces);
  const megabytes = pieces.reduce((sum, piece) => sum + piece.length, 0) / CHARS_PER_MB;
  return {
    format: format.name,
    mb: Math.round(megabytes),
    entries: seen.entries,
    problems: seen.problems,
    mbPerSecond: Math.round(megabytes / seen.seconds),
    bareMbPerSecond: Math.round(megabytes / bareSeconds),
  };
}

function resultText(formats: readonly FormatResult[], large: LargeFileResult | null): string {
  const lines = formats.map(
    (one) =>
      `${one.format.padEnd(8)} ${String(one.mbPerSecond).padStart(5)} MB/s, bare ${String(one.bareMbPerSecond).padStart(5)} MB/s ` +
      `(${one.mb} MB, ${one.entries} entries, ${one.problems} problems)`,
  );
  if (large !== null) {
    lines.push(
      `${large.format} of ${large.mb} MB: ${large.mbPerSecond} MB/s from the disk, ${large.entries} entries, at most ${large.peakMb} MB of memory`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function readOptions(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, strict: true });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function readSize(text: string, option: string, min: number): number {
  const size = Number(text);
  if (!Number.isInteger(size) || size < min || size > MB_MAX)
    throw new UsageError(`${option} is a whole number from ${min} to ${MB_MAX}\n${USAGE}`);
  return size;
}
